package network_test

import (
	"testing"

	"proxynet/network"
)

func TestFirstOfParagraphs(t *testing.T) {
	got := ""
	for _, p := range network.FirstOfParagraphs([]network.Passage{
		{ID: "a", Source: "one", Paragraph: 3},
		{ID: "b", Source: "one", Paragraph: 1},
		{ID: "c", Source: "one", Paragraph: 3},
		{ID: "d", Source: "two", Paragraph: 3},
	}) {
		got += p.ID
	}
	if got != "abd" {
		t.Errorf("got %q, want %q", got, "abd")
	}
}
