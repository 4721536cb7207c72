package network_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"proxynet/network"
)

func TestCutVertices(t *testing.T) {
	tests := []struct {
		name string
		text string
		want []string
	}{
		{"none in a pair", "a > b", nil},
		{"the middle of a line", "a > b\nc > b", []string{"b"}},
		{"none in a ring", "a > b\nb > c\na > c", nil},
		{"where two rings meet", "a - b\nb - c\nc - a\nc - d\nd - e\ne - c", []string{"c"}},
		{"where a search begins", "a - b\na - c", []string{"a"}},
		{"both ends of a bridge", "b - a\na - d\nd - b\nd - e\ne - f\nf - g\ng - e", []string{"d", "e"}},
		{"in each component", "a - b\nb - c\nx - y\ny - z", []string{"b", "y"}},
		{"parallel relations and one to itself change nothing", "a > b\nb > a\nb > b\nb > c\nb $ c", []string{"b"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := graphOf(t, draw(test.text), network.EveryRelation).CutVertices()
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestCutVerticesOfCountedRelations(t *testing.T) {
	g := graphOf(t, draw("a > b\nb > c\na $ c"), network.BuiltIn.InChains)
	if got, want := g.CutVertices(), []string{"b"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestCutVerticesAgainstBruteForce compares with removing each node in turn.
func TestCutVerticesAgainstBruteForce(t *testing.T) {
	found := 0
	for seed := range uint64(seeds) {
		n := random(seed)
		var want []string
		for _, node := range n.Nodes {
			if len(parts(n, node.ID)) > len(parts(n, "")) {
				want = append(want, node.ID)
			}
		}
		found += len(want)
		if got := graphOf(t, n, network.EveryRelation).CutVertices(); !slices.Equal(got, want) {
			t.Fatalf("seed %d: got %q, want %q", seed, got, want)
		}
	}
	if found < seeds/4 {
		t.Errorf("only %d cut vertices in all: the networks are too thick to tell anything", found)
	}
}

// TestCutVerticesOfLongPath checks that the search is not recursive: in the browser it
// would overflow the stack.
func TestCutVerticesOfLongPath(t *testing.T) {
	const length = 100_000
	var text strings.Builder
	for v := range length {
		fmt.Fprintf(&text, "n%d > n%d\n", v, v+1)
	}
	if got, want := len(graphOf(t, draw(text.String()), network.EveryRelation).CutVertices()), length-1; got != want {
		t.Errorf("got %d, want %d", got, want)
	}
}

// parts returns the connected components of n without the node gone, each in the order
// of nodes. It gives both ends of each relation the same colour.
func parts(n *network.Network, gone string) [][]string {
	colour := make(map[string]int)
	for i, node := range n.Nodes {
		colour[node.ID] = i
	}
	for range n.Nodes {
		for _, r := range n.Relations {
			if r.From != gone && r.To != gone {
				least := min(colour[r.From], colour[r.To])
				colour[r.From], colour[r.To] = least, least
			}
		}
	}
	var list [][]string
	for c := range n.Nodes {
		var part []string
		for _, node := range n.Nodes {
			if node.ID != gone && colour[node.ID] == c {
				part = append(part, node.ID)
			}
		}
		if part != nil {
			list = append(list, part)
		}
	}
	return list
}
