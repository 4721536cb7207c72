package server

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"syscall"
	"time"
)

// Limits on a connection. The longest answer is the viewer, some 15 MB without
// a variant: five minutes allow for 50 kB a second.
const (
	headerTime  = 5 * time.Second
	readTime    = 10 * time.Second
	writeTime   = 5 * time.Minute
	idleTime    = time.Minute
	goodbyeTime = time.Second // for open responses once the server stops
	headerBytes = 16 << 10
)

// Listen opens the address that [Serve] serves on, such as "127.0.0.1:8080". Port 0
// takes any free port.
func Listen(addr string) (net.Listener, error) {
	listener, err := net.Listen("tcp", addr)
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, fmt.Errorf("%s is in use by another program; stop it, or choose another port: --addr 127.0.0.1:0 takes any free one", addr)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot serve on %q: %w; an address looks like 127.0.0.1:8080", addr, err)
	}
	return listener, nil
}

// Serve serves h until ctx is done, and then returns nil. It closes the listener. On a
// loopback address it answers only to localhost and the machine's own addresses. Once
// connections are accepted it calls ready with the site's address.
func Serve(ctx context.Context, listener net.Listener, h http.Handler, ready func(url string)) error {
	if to, ok := listener.Addr().(*net.TCPAddr); ok && to.IP.IsLoopback() {
		h = local(h)
	}
	s := &http.Server{
		Handler:           h,
		ReadHeaderTimeout: headerTime,
		ReadTimeout:       readTime,
		WriteTimeout:      writeTime,
		IdleTimeout:       idleTime,
		MaxHeaderBytes:    headerBytes,
	}
	stopped := make(chan error, 1)
	go func() { stopped <- s.Serve(listener) }()
	ready("http://" + listener.Addr().String() + "/")
	select {
	case err := <-stopped:
		return err
	case <-ctx.Done():
	}
	goodbye, cancel := context.WithTimeout(context.WithoutCancel(ctx), goodbyeTime)
	defer cancel()
	if err := s.Shutdown(goodbye); err != nil {
		return s.Close()
	}
	return nil
}
