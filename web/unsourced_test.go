package web_test

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"proxynet/network"
)

// TestUnsourcedNetworkIsLabelled checks that the page of a network without sources is
// labelled as unsourced, and others are not.
func TestUnsourcedNetworkIsLabelled(t *testing.T) {
	label := func(root *html.Node) bool {
		return len(all(root, func(n *html.Node) bool { return attr(n, "class") == "unsourced" })) == 1
	}
	page := render(t, &network.Network{
		Title: "A list of ties", Summary: "Who knows whom.", Lang: "en", Unsourced: true,
		Nodes: []network.Node{
			{ID: "a", Label: "A", Kind: network.Unknown}, {ID: "b", Label: "B", Kind: network.Unknown},
		},
		Relations: []network.Relation{{ID: "a-b", From: "a", To: "b", Kind: "tie", Verb: "is tied to", Status: network.Unsourced}},
	})
	if !label(parse(t, page)) {
		t.Error("the page doesn't say that the network is unsourced")
	}
	if text := string(page); strings.Contains(text, "the article") || strings.Contains(text, "Who says it") {
		t.Error("the page speaks of an article, and there is none")
	}
	if _, page := shipped(t); label(parse(t, page)) {
		t.Error("the page of a sourced network says that it is unsourced")
	}
}
