package web_test

import (
	"encoding/json"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"proxynet/network/file"
)

// TestSame checks that a node's addresses on other sites are links in its entry, and
// JSON-LD without markup.
func TestSame(t *testing.T) {
	n, err := file.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	if page := string(render(t, n)); strings.Contains(page, "ld+json") {
		t.Error("a page without such addresses has JSON-LD")
	}
	o := &n.Nodes[0]
	o.Same = []string{"https://www.wikidata.org/wiki/Q42", "https://search.gleif.org/#/record/5493001KJTIIGC8Y1R12", "https://register.example/?a=1&b=2", "javascript:alert(1)"}
	n.Title = "</script><b>a</b>"
	root := parse(t, render(t, n))
	var links []string
	for _, a := range all(root, func(e *html.Node) bool { return attr(e, "class") == "same" && attr(e, "href") != "" }) {
		links = append(links, a.FirstChild.Data+" "+attr(a, "href"))
	}
	want := "Wikidata https://www.wikidata.org/wiki/Q42|GLEIF (LEI) https://search.gleif.org/#/record/5493001KJTIIGC8Y1R12|register.example https://register.example/?a=1&b=2"
	if got := strings.Join(links, "|"); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	var data struct {
		Name     string
		Mentions []struct {
			Name   string
			SameAs []string
		}
	}
	blocks := all(root, func(e *html.Node) bool { return attr(e, "type") == "application/ld+json" })
	if len(blocks) != 1 {
		t.Fatalf("got %d blocks of JSON-LD", len(blocks))
	}
	if err := json.Unmarshal([]byte(blocks[0].FirstChild.Data), &data); err != nil {
		t.Fatal(err)
	}
	if data.Name != n.Title || len(data.Mentions) != 1 || data.Mentions[0].Name != o.Label || len(data.Mentions[0].SameAs) != 3 {
		t.Errorf("got %+v", data)
	}
}
