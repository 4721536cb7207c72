package web_test

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"proxynet/network"
)

// hostile is text that breaks out of any place in which it is not escaped, and that
// reverses the text after it unless it is isolated.
const hostile = "\u202e</script><script>alert(1)</script><img src=x onerror=alert(2)>\"' style='x' onclick='alert(3)'{{.}}\u2067"

func hostileNetwork() *network.Network {
	date := &network.Date{EDTF: hostile, Words: hostile, Note: hostile, Resolved: true}
	passages := []string{"p"}
	return &network.Network{
		Title: hostile, Summary: hostile, Lang: "en",
		Sources:   []network.Source{{ID: "src", Title: hostile, Author: hostile, Publisher: hostile, URL: "javascript:alert(4)", Lang: hostile, Date: date}},
		Speakers:  []network.Speaker{{ID: "s", Label: hostile, Kind: network.Named, Role: hostile, Node: "n", Passages: passages}},
		Passages:  []network.Passage{{ID: "p", Source: "src", Paragraph: 1, Selector: network.QuoteSelector{Exact: hostile}, Speaker: "s", Manner: network.Quoted}},
		Nodes:     []network.Node{{ID: "n", Label: hostile, Aliases: []string{hostile}, Names: map[string]string{hostile: hostile}, Kind: network.Group, Summary: hostile, Passages: passages}},
		Relations: []network.Relation{{ID: "r", From: "n", To: "n", Kind: "arms", Verb: hostile, Status: network.Implied, Inference: hostile, Note: hostile, Period: date, Passages: passages}},
		Events:    []network.Event{{ID: "e", Label: hostile, Date: date, Status: network.Stated, Summary: hostile, Participants: []network.Participant{{Node: "n", Role: hostile}}, Passages: passages}},
	}
}

func TestHostileTextIsInert(t *testing.T) {
	page := render(t, hostileNetwork())
	root := parse(t, page)
	for _, e := range all(root, func(*html.Node) bool { return true }) {
		if e.DataAtom == atom.Script && !strings.HasPrefix(attr(e, "src"), "assets/1f/") && attr(e, "id") != "script-data" || e.DataAtom == atom.Img {
			t.Errorf("text became <%s>", e.Data)
		}
		for _, a := range e.Attr {
			if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
				t.Errorf("text became the attribute %s of <%s>", a.Key, e.Data)
			}
			if a.Key == "href" && strings.HasPrefix(a.Val, "javascript:") {
				t.Errorf("<%s> leads to %s", e.Data, a.Val)
			}
		}
	}
	if !bytes.Contains(page, []byte("alert(1)")) {
		t.Error("the text itself is gone")
	}
}

// TestHostileDirectionIsKeptApart checks that text which changes the reading direction
// does not affect the text after it on the same line.
func TestHostileDirectionIsKeptApart(t *testing.T) {
	root := parse(t, render(t, hostileNetwork()))
	for _, e := range all(root, func(e *html.Node) bool { return e.DataAtom == atom.Bdi }) {
		if !strings.Contains(text(e), "\u202e") {
			t.Errorf("bdi around %q", text(e))
		}
	}
	for n := range root.Descendants() {
		if n.Type != html.TextNode || !strings.Contains(n.Data, "\u202e") || n.NextSibling == nil {
			continue
		}
		for next := n.NextSibling; next != nil; next = next.NextSibling {
			if strings.TrimSpace(textOf(next)) != "" {
				t.Errorf("hostile text in <%s class=%q> is not kept apart from %q", n.Parent.Data, attr(n.Parent, "class"), textOf(next))
				break
			}
		}
	}
}

func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	return text(n)
}
