package network_test

import (
	"fmt"
	"slices"
	"testing"

	"proxynet/network"
)

func TestComponents(t *testing.T) {
	const text = `
		alone
		hamas $ israel
		quds > iraq
		syria > quds
		a - b`
	tests := []struct {
		name   string
		counts func(*network.Relation) bool
		want   string
	}{
		{"whatever the direction, largest first", network.EveryRelation, "[[quds iraq syria] [hamas israel] [a b] [alone]]"},
		{"by command only", network.BuiltIn.InChains, "[[quds iraq syria] [alone] [hamas] [israel] [a] [b]]"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := fmt.Sprint(graphOf(t, draw(text), test.counts).Components()); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

// parts returns the components of n without the node called gone, each in the
// order of nodes, by giving both ends of each relation one colour.
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

func TestComponentsAreAllOfThem(t *testing.T) {
	for seed := range uint64(seeds) {
		n := random(seed)
		want := parts(n, "")
		slices.SortStableFunc(want, func(a, b []string) int { return len(b) - len(a) })
		if got := graphOf(t, n, network.EveryRelation).Components(); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("seed %d: got %v, want %v", seed, got, want)
		}
	}
}
