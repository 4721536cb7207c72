package web_test

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"proxynet/network"
	"proxynet/viz/compose"
	"proxynet/web"
)

// cited returns a network with the given number of sources and one relation, which
// cites a passage of each, the last source's first.
func cited(sources int) *network.Network {
	n := &network.Network{
		Format: network.FormatVersion, ID: "n", Title: "T", Lang: "en", Root: "a",
		Speakers: []network.Speaker{{ID: "s", Label: "The text", Kind: network.Article}},
		Nodes: []network.Node{
			{ID: "a", Label: "A", Kind: network.State},
			{ID: "b", Label: "B", Kind: network.Force},
		},
		Relations: []network.Relation{{ID: "r", From: "a", To: "b", Directed: true, Kind: "command", Verb: "commands", Status: network.Stated}},
	}
	names := []string{"first", "second", "third"}[:sources]
	for _, name := range names {
		n.Sources = append(n.Sources, network.Source{ID: name, Title: "The " + name, Lang: "en"})
	}
	for i := range names {
		name := names[len(names)-1-i]
		p := network.Passage{ID: "p-" + name, Source: name, Paragraph: 1, Speaker: "s", Manner: network.Own, Selector: network.QuoteSelector{Exact: "A commands B, says the " + name}}
		n.Passages = append(n.Passages, p)
		n.Relations[0].Passages = append(n.Relations[0].Passages, p.ID)
		n.Nodes[0].Passages = append(n.Nodes[0].Passages, p.ID)
	}
	n.Nodes[1].Passages = n.Nodes[0].Passages
	return n
}

func TestSeveralSources(t *testing.T) {
	const heading = "From “The "
	tests := []struct {
		sources  int
		passages string // quotes of the relation, with their captions
		masthead string
		rows     int // source switches in the legend
	}{
		{1, "“A commands B, says the first”", heading + "first”", 0},
		{2, heading + "first” “A commands B, says the first” " + heading + "second” “A commands B, says the second”", heading + "second”", 2},
		{3, heading + "first” “A commands B, says the first” " + heading + "second” “A commands B, says the second” " + heading + "third” “A commands B, says the third”", "From 3 sources", 3},
	}
	for _, test := range tests {
		d, err := compose.Compose(cited(test.sources))
		if err != nil {
			t.Fatal(err)
		}
		var page bytes.Buffer
		if err := web.Render(&page, web.Page{Drawing: d}); err != nil {
			t.Fatal(err)
		}
		root := parse(t, page.Bytes())
		relation := entries(t, root)["r"]
		var shown []string
		for _, e := range all(relation, func(e *html.Node) bool {
			return e.DataAtom == atom.P && (attr(e, "class") == "from" || e.Parent.DataAtom == atom.Blockquote)
		}) {
			shown = append(shown, text(e))
		}
		if got := strings.Join(shown, " "); got != test.passages {
			t.Errorf("%d sources: got\n%s\nwant\n%s", test.sources, got, test.passages)
		}
		head := all(root, func(e *html.Node) bool { return e.DataAtom == atom.Header && attr(e, "class") == "masthead" })[0]
		if !strings.Contains(text(head), test.masthead) {
			t.Errorf("%d sources: the masthead says %q; want %q in it", test.sources, text(head), test.masthead)
		}
		rows := all(root, func(e *html.Node) bool { return strings.HasPrefix(attr(e, "data-hides"), "source.") })
		if len(rows) != test.rows {
			t.Errorf("%d sources: the legend has %d rows of them, want %d", test.sources, len(rows), test.rows)
		}
	}
}
