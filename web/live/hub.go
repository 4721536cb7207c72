package live

import (
	"fmt"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"proxynet/web/server"
)

// hub sends events to the open pages that wait for them, as server-sent events.
type hub struct {
	mu     sync.Mutex
	last   []byte // the last event, as JSON
	change chan struct{}
	closed bool
}

func newHub() *hub { return &hub{change: make(chan struct{})} }

// broadcast sends an event, as JSON in one line, to all pages, now and to those that
// come later.
func (r *hub) broadcast(event []byte) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.closed {
		return
	}
	r.last = event
	close(r.change)
	r.change = make(chan struct{})
}

// close ends the connections of all pages.
func (r *hub) close() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.closed {
		r.closed = true
		close(r.change)
	}
}

func (r *hub) state() (last []byte, change <-chan struct{}, closed bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.last, r.change, r.closed
}

// A page that is gone is noticed by the next write, and so is one behind a proxy
// that would close a silent connection.
const (
	breath    = 15 * time.Second // between writes, with or without an event
	writeTime = 10 * time.Second
)

// begin writes the headers of a response, and returns false if it has no body.
func begin(w http.ResponseWriter, request *http.Request, media string) bool {
	header := w.Header()
	if request.Method != http.MethodGet && request.Method != http.MethodHead {
		header.Set("Allow", "GET, HEAD")
		http.Error(w, "Event can only be read.", http.StatusMethodNotAllowed)
		return false
	}
	header.Set("Content-Type", media)
	header.Set("Cache-Control", "no-store")
	header.Set("X-Content-Type-Options", "nosniff")
	return request.Method == http.MethodGet
}

// current answers with the last event.
func (r *hub) current(w http.ResponseWriter, request *http.Request) {
	if begin(w, request, "application/json") {
		last, _, _ := r.state()
		w.Write(last) // a client that has disconnected needs no response
	}
}

// events answers with the last event and then with new ones, until the client or the
// server closes the connection.
func (r *hub) events(w http.ResponseWriter, request *http.Request) {
	if !begin(w, request, "text/event-stream") {
		return
	}
	to := http.NewResponseController(w)
	next := []byte(nil)
	for {
		last, change, closed := r.state()
		if closed {
			return
		}
		if next == nil {
			next = fmt.Appendf(nil, "data: %s\n\n", last)
		}
		if err := to.SetWriteDeadline(time.Now().Add(writeTime)); err != nil {
			return
		}
		if _, err := w.Write(next); err != nil || to.Flush() != nil {
			return
		}
		select {
		case <-request.Context().Done():
			return
		case <-change:
			next = nil
		case <-time.After(breath):
			next = []byte(":\n\n")
		}
	}
}

// current is the current site.
type current struct{ handler atomic.Pointer[http.Handler] }

// set replaces the site at once.
func (c *current) set(files map[string][]byte) error {
	h, err := server.Of(files)
	if err != nil {
		return err
	}
	c.handler.Store(&h)
	return nil
}

func (c *current) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	(*c.handler.Load()).ServeHTTP(w, r)
}
