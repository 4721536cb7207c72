package live_test

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"proxynet/web/live"
)

const article = "Anna commands Berta and whoever works for her.\nNobody commands Clara.\n"

const sound = `format: 1
id: n
title: First title
summary: S
lang: en
root: anna
sources: [{id: s, title: T, lang: en, text: article.txt}]
speakers: [{id: v, label: V, kind: article}]
passages:
  - {id: p, paragraph: 1, exact: Anna commands Berta and whoever works for her}
nodes:
  - {id: anna, label: Anna, kind: person, summary: S., passages: [p]}
  - {id: berta, label: Berta, kind: person, summary: S., passages: [p]}
relations:
  - {id: a-b, from: anna, to: berta, kind: command, verb: commands, passages: [p]}
`

// event is an event as a page receives it.
type event struct {
	Version, Summary string
	Errors           int
	Findings         []struct{ Level, Where, Text, Diff string }
}

// log is a writer for the server that the test can read at the same time.
type log struct {
	mu sync.Mutex
	b  strings.Builder
}

func (l *log) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *log) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// TestServeFollowsEverySave writes a network step by step, like an author, and checks
// what a page receives and shows.
func TestServeFollowsEverySave(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "network.yaml")
	save := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	save("article.txt", article)
	save("network.yaml", strings.Replace(sound, "root: anna\n", "", 1))

	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	var said log
	go func() {
		ended <- live.Serve(ctx, live.Options{Network: path, Address: "127.0.0.1:0", Log: &said})
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
	response, err := http.Get(address + "live/events")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if got := response.Header.Get("Content-Type"); got != "text/event-stream" {
		t.Errorf("got %q", got)
	}
	events := bufio.NewScanner(response.Body)
	events.Buffer(nil, 1<<20)
	next := func() event {
		t.Helper()
		for events.Scan() {
			if data, ok := strings.CutPrefix(events.Text(), "data: "); ok {
				var n event
				if err := json.Unmarshal([]byte(data), &n); err != nil {
					t.Fatal(err)
				}
				return n
			}
		}
		t.Fatalf("no event: %v", events.Err())
		return event{}
	}
	page := func() string {
		t.Helper()
		response, err := http.Get(address)
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()
		data, err := io.ReadAll(response.Body)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}

	first := next()
	if first.Version != "" || first.Errors != 1 || !strings.HasSuffix(first.Findings[0].Where, "network.yaml:1") || !strings.Contains(first.Summary, "nothing can be shown") {
		t.Errorf("without a root the event is %+v", first)
	}
	if strings.Contains(page(), "First title") {
		t.Error("a network with errors is shown")
	}

	save("network.yaml", sound)
	second := next()
	if second.Version == "" || second.Errors != 0 || len(second.Findings) != 0 {
		t.Errorf("corrected, the event is %+v", second)
	}
	if got := page(); !strings.Contains(got, "First title") || !strings.Contains(got, `content="`+second.Version+`"`) {
		t.Error("corrected, the network is not shown")
	}

	save("network.yaml", strings.ReplaceAll(strings.Replace(sound, "First", "Second", 1), "exact: Anna commands Berta and whoever works for her", "exact: Anna ordered Berta and whoever works for her"))
	third := next()
	if third.Version != second.Version || third.Errors != 1 || third.Findings[0].Diff != "Anna [-ordered-] {+commands+} Berta and whoever works …" {
		t.Errorf("misquoted, the event is %+v", third)
	}
	if got := page(); !strings.Contains(got, "First title") {
		t.Error("the last network without errors is gone")
	}

	save("article.txt", strings.Replace(article, "commands", "ordered", 1)) // the article is watched too
	fourth := next()
	if fourth.Version == second.Version || fourth.Errors != 0 {
		t.Errorf("with another text the event is %+v", fourth)
	}
	if got := page(); !strings.Contains(got, "Second title") {
		t.Error("the new network is not shown")
	}
	// An edit that changes neither the size nor the time.
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	save("network.yaml", strings.ReplaceAll(strings.Replace(sound, "First", "Third ", 1), "exact: Anna commands Berta and whoever works for her", "exact: Anna ordered Berta and whoever works for her"))
	if now, err := os.Stat(path); err != nil || now.Size() != info.Size() {
		t.Fatalf("the test is wrong: %v, %v", now.Size(), err)
	}
	if err := os.Chtimes(path, info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	if fifth := next(); fifth.Version == fourth.Version {
		t.Errorf("after an edit of the same size and time the event is %+v", fifth)
	}
	methods(t, address)
	flood(t, address)
	if !strings.Contains(said.String(), "[misquote]") || !strings.Contains(said.String(), "the last network without errors is shown") {
		t.Errorf("the terminal shows\n%s", said.String())
	}

	stop()
	if err := <-ended; err != nil {
		t.Errorf("it ended with %v", err)
	}
}

// methods checks that events can only be read, and that a HEAD request doesn't wait for
// one.
func methods(t *testing.T, address string) {
	t.Helper()
	for _, path := range []string{"live/events", "live/latest"} {
		for method, want := range map[string]int{"HEAD": 200, "POST": 405, "PUT": 405, "DELETE": 405, "OPTIONS": 405, "PROPFIND": 405} {
			ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
			request, err := http.NewRequestWithContext(ctx, method, address+path, nil)
			if err != nil {
				t.Fatal(err)
			}
			response, err := http.DefaultClient.Do(request)
			if err != nil {
				t.Errorf("%s %s: %v", method, path, err)
			} else {
				if _, err := io.ReadAll(response.Body); err != nil || response.StatusCode != want {
					t.Errorf("%s %s: got %s, %v, want %d", method, path, response.Status, err, want)
				}
				response.Body.Close()
			}
			cancel()
		}
	}
	response, err := http.Get(address + "live/latest")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	var n event
	if err := json.NewDecoder(response.Body).Decode(&n); err != nil || n.Version == "" {
		t.Errorf("the event is %+v, %v", n, err)
	}
}

// flood opens hundreds of connections that wait for events and never read: the server
// still answers others.
func flood(t *testing.T, address string) {
	t.Helper()
	host := strings.TrimSuffix(strings.TrimPrefix(address, "http://"), "/")
	for range 400 {
		c, err := net.Dial("tcp", host)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		if _, err := io.WriteString(c, "GET /live/events HTTP/1.1\r\nHost: localhost\r\n\r\n"); err != nil {
			t.Fatal(err)
		}
	}
	for _, path := range []string{"", "live/latest"} {
		client := http.Client{Timeout: 10 * time.Second}
		response, err := client.Get(address + path)
		if err != nil {
			t.Errorf("among those who wait: %v", err)
			continue
		}
		if _, err := io.Copy(io.Discard, response.Body); err != nil || response.StatusCode != 200 {
			t.Errorf("among those who wait: got %s, %v", response.Status, err)
		}
		response.Body.Close()
	}
}
