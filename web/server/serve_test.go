package server_test

import (
	"context"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"proxynet/web/server"
)

func TestServe(t *testing.T) {
	h, err := server.New(site)
	if err != nil {
		t.Fatal(err)
	}
	listener, err := server.Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	urls, done := make(chan string, 1), make(chan error, 1)
	go func() { done <- server.Serve(ctx, listener, h, func(url string) { urls <- url }) }()

	response, err := http.Get(<-urls + data)
	if err != nil {
		t.Fatal(err)
	}
	body, _ := io.ReadAll(response.Body)
	response.Body.Close()
	if string(body) != "{}" {
		t.Errorf("got %q, want {}", body)
	}

	cancel()
	select {
	case err := <-done:
		if err != nil {
			t.Errorf("got error %v after the context's end, want none", err)
		}
	case <-time.After(10 * time.Second):
		t.Error("still serving after the context's end")
	}
}

func TestListenFails(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	for _, c := range []struct{ name, addr, want string }{
		{"port in use", taken.Addr().String(), "--addr 127.0.0.1:0 takes any free one"},
		{"no address", "nonsense", "an address looks like 127.0.0.1:8080"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := server.Listen(c.addr)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got error %v, want it to say %q", err, c.want)
			}
		})
	}
}
