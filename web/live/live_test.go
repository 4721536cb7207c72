package live_test

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
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

// news is what a page is told.
type news struct {
	Network, Summary string
	Errors           int
	Findings         []struct{ Level, Where, Text, Diff string }
}

// log is written by the server and read by the test.
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

// TestFollowsEverySave writes a network step by step, as an author does, and reads
// what a page is told and shown.
func TestFollowsEverySave(t *testing.T) {
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
	next := func() news {
		t.Helper()
		for events.Scan() {
			if data, ok := strings.CutPrefix(events.Text(), "data: "); ok {
				var n news
				if err := json.Unmarshal([]byte(data), &n); err != nil {
					t.Fatal(err)
				}
				return n
			}
		}
		t.Fatalf("no news: %v", events.Err())
		return news{}
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
	if first.Network != "" || first.Errors != 1 || !strings.HasSuffix(first.Findings[0].Where, "network.yaml:1") || !strings.Contains(first.Summary, "nothing can be shown") {
		t.Errorf("without a root the news is %+v", first)
	}
	if strings.Contains(page(), "First title") {
		t.Error("a network with errors is shown")
	}

	save("network.yaml", sound)
	second := next()
	if second.Network == "" || second.Errors != 0 || len(second.Findings) != 0 {
		t.Errorf("mended, the news is %+v", second)
	}
	if got := page(); !strings.Contains(got, "First title") || !strings.Contains(got, `content="`+second.Network+`"`) {
		t.Error("mended, the network is not shown")
	}

	save("network.yaml", strings.ReplaceAll(strings.Replace(sound, "First", "Second", 1), "exact: Anna commands Berta and whoever works for her", "exact: Anna ordered Berta and whoever works for her"))
	third := next()
	if third.Network != second.Network || third.Errors != 1 || third.Findings[0].Diff != "Anna [-ordered-] {+commands+} Berta and whoever works …" {
		t.Errorf("misquoted, the news is %+v", third)
	}
	if got := page(); !strings.Contains(got, "First title") {
		t.Error("the last network without errors is gone")
	}

	save("article.txt", strings.Replace(article, "commands", "ordered", 1)) // the text is watched too
	fourth := next()
	if fourth.Network == second.Network || fourth.Errors != 0 {
		t.Errorf("with another text the news is %+v", fourth)
	}
	if got := page(); !strings.Contains(got, "Second title") {
		t.Error("the new network is not shown")
	}
	if !strings.Contains(said.String(), "[misquote]") || !strings.Contains(said.String(), "the last network without errors is shown") {
		t.Errorf("the terminal is told\n%s", said.String())
	}

	stop()
	if err := <-ended; err != nil {
		t.Errorf("it ended with %v", err)
	}
}
