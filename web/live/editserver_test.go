package live_test

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"proxynet/web/live"
)

// TestEdit checks that the edit server listens on this machine only, and reports
// changes by other programs to the page.
func TestEdit(t *testing.T) {
	if testing.Short() {
		t.Skip("it compiles the desk")
	}
	dir := t.TempDir()
	put(t, dir, "network.yaml", sound)
	put(t, dir, "article.txt", article)
	path := filepath.Join(dir, "network.yaml")
	if err := live.Edit(t.Context(), live.EditOptions{Network: path, Address: "0.0.0.0:0", Log: io.Discard}); err == nil || !strings.Contains(err.Error(), "can be reached from other machines") {
		t.Errorf("got %v", err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	var said log
	opened := make(chan string, 1)
	go func() {
		ended <- live.Edit(ctx, live.EditOptions{Network: path, Address: "127.0.0.1:0", Log: &said, Open: func(address string) error {
			opened <- address
			return errors.New("no desktop")
		}})
	}()
	address := ""
	for address == "" {
		select {
		case err := <-ended:
			t.Fatalf("it ended: %v", err)
		case <-time.After(50 * time.Millisecond):
			if _, rest, ok := strings.Cut(said.String(), "Open "); ok {
				address, _, _ = strings.Cut(rest, " ")
			}
		}
	}
	ticket := <-opened // leads to the page, once only
	if strings.Contains(ticket, strings.TrimSuffix(address, "/")) {
		t.Errorf("%s, which other users can see, holds the token", ticket)
	}
	if status, answer := send(t, "GET", ticket, ""); status != http.StatusOK || !strings.Contains(answer, "proxynet-edit") {
		t.Errorf("the ticket: got %d", status)
	}
	if status, _ := send(t, "GET", ticket, ""); status != http.StatusNotFound {
		t.Errorf("the ticket again: got %d", status)
	}
	response, err := http.Get(address + "edit/events")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	events := bufio.NewScanner(response.Body)
	next := func() string {
		for events.Scan() {
			if data, ok := strings.CutPrefix(events.Text(), "data: "); ok {
				return data
			}
		}
		t.Fatalf("no event: %v", events.Err())
		return ""
	}
	first := next()
	put(t, dir, "network.yaml", strings.Replace(sound, "First", "Second", 1))
	if second := next(); second == first {
		t.Errorf("got %s twice", first)
	}
	host, _, _ := strings.Cut(strings.TrimPrefix(address, "http://"), "/")
	_, port, err := net.SplitHostPort(host)
	if err != nil {
		t.Fatal(err)
	}
	if status, answer := send(t, "GET", address, "", "Host", "evil.example:"+port); status != http.StatusMisdirectedRequest {
		t.Errorf("by another name: got %d: %s", status, answer)
	}
	if status, answer := send(t, "GET", address, ""); status != http.StatusOK || !strings.Contains(answer, "proxynet-edit") {
		t.Errorf("the page: got %d", status)
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}
