package web_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"proxynet/network"
)

func TestLegend(t *testing.T) {
	n := &network.Network{
		Lead:     []string{"r"},
		Speakers: []network.Speaker{{ID: "takeyh", Label: "Ray Takeyh", Kind: network.Named}},
		Nodes: []network.Node{
			{ID: "a", Label: "A", Kind: network.Group}, {ID: "b", Label: "B", Kind: network.Group},
			{ID: "c", Label: "C", Kind: network.Person},
		},
		Relations: []network.Relation{
			{ID: "r", From: "a", To: "b", Kind: "arms", Verb: "arms", Status: network.Stated},
			{ID: "s", From: "b", To: "c", Kind: "money", Verb: "funds", Status: network.Implied, Past: true},
		},
	}
	root := parse(t, render(t, n))
	legend := all(root, func(e *html.Node) bool { return attr(e, "id") == "legend" })[0]
	var got []string
	for _, row := range all(legend, func(e *html.Node) bool { return e.DataAtom == atom.Li }) {
		first, _, _ := strings.Cut(attr(row, "data-hides"), " ")
		got = append(got, first+": "+text(row))
		if signs := all(row, func(e *html.Node) bool { return e.Data == "svg" }); len(signs) != 1 {
			t.Errorf("%q: got %d signs, want 1", text(row), len(signs))
		}
	}
	want := []string{
		"node.person: Person 1", "node.group: Armed or political group 2",
		"relation.arms: Arms, money, training, support 2",
		"status.stated: The article says so 1", "status.implied: Implied: our reading 1",
	}
	if !slices.Equal(got, want) {
		t.Errorf("rows: got %q, want %q", got, want)
	}
	for _, key := range []string{"What this picture is about", "Over by the time of the article"} {
		if !strings.Contains(text(legend), key) {
			t.Errorf("no %q", key)
		}
	}
	tokens := strings.Fields(attr(legend, "data-tokens"))
	known := len(network.NodeKinds) + len(network.RelationKinds) + len(network.Statuses) + len(n.Speakers) + len(n.Sources)
	if len(tokens) != known {
		t.Errorf("tokens: got %d, want %d", len(tokens), known)
	}
	for _, token := range []string{"node.state", "relation.war", "status.resolved", "speaker.takeyh"} {
		if !slices.Contains(tokens, token) {
			t.Errorf("no token %s among %q", token, tokens)
		}
	}
}
