package web_test

import (
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/viz/scene"
	"proxynet/web"
)

func TestNodeEntryHasChainOfCommand(t *testing.T) {
	n := &network.Network{
		ID: "n", Root: "top", Lang: "en",
		Speakers: []network.Speaker{{ID: "s", Label: "The text", Kind: network.Article}},
		Sources:  []network.Source{{ID: "o", Title: "Text", Lang: "en"}},
		Passages: []network.Passage{{ID: "p", Source: "o", Paragraph: 1, Speaker: "s", Manner: network.Own}},
		Nodes: []network.Node{
			{ID: "top", Label: "Top", Kind: network.State, Passages: []string{"p"}},
			{ID: "force", Label: "Force", Kind: network.Force, Passages: []string{"p"}},
			{ID: "group", Label: "Group", Kind: network.Group, Passages: []string{"p"}},
			{ID: "aside", Label: "Aside", Kind: network.Group, Passages: []string{"p"}},
		},
		Relations: []network.Relation{
			{ID: "r1", From: "top", To: "force", Kind: "command", Directed: true, Verb: "commands", Status: network.Stated, Passages: []string{"p"}},
			{ID: "r2", From: "force", To: "group", Kind: "command", Directed: true, Verb: "stands above", Status: network.Implied, Inference: "x", Passages: []string{"p"}},
			{ID: "r3", From: "top", To: "aside", Kind: "arms", Directed: true, Verb: "arms", Status: network.Stated, Passages: []string{"p"}},
		},
	}
	var b strings.Builder
	if err := web.Render(&b, web.Page{Drawing: &scene.LaidOutNetwork{Network: n}}); err != nil {
		t.Fatal(err)
	}
	entry := func(id string) string {
		_, rest, _ := strings.Cut(b.String(), `id=e-`+id+` `)
		text, _, _ := strings.Cut(rest, "</article>")
		return text
	}
	chain := entry("group")
	_, chain, found := strings.Cut(chain, `class=chains`)
	if !found {
		t.Fatal("the group's entry has no chain")
	}
	for _, part := range []string{`href=#e-top>`, `href=#e-r1>`, `href=#e-p aria-label="paragraph 1">¶1</a>`, `href=#e-force>`, `href=#e-r2>`, ">¶1</a>", "implied", `href=#e-group>`} {
		_, rest, found := strings.Cut(chain, part)
		if !found {
			t.Fatalf("the chain lacks %s, or has it out of order", part)
		}
		chain = rest
	}
	for _, id := range []string{"top", "aside"} {
		if strings.Contains(entry(id), `class=chains`) {
			t.Errorf("the entry of %s has a chain", id)
		}
	}
}
