package network_test

import (
	"fmt"
	"testing"

	"proxynet/network"
)

func TestReach(t *testing.T) {
	const text = `
		far
		tehran > quds
		quds > iraq
		quds - syria
		iraq $ far
		hamas > israel`
	tests := []struct {
		name   string
		node   string
		counts func(*network.Relation) bool
		want   string
	}{
		{"nearest first, then in the order of nodes", "tehran", network.EveryRelation, "[{quds 1} {iraq 2} {syria 2} {far 3}]"},
		{"only by command", "tehran", network.BuiltIn.InChains, "[{quds 1} {iraq 2}]"},
		{"against no direction, and both ways where there is none", "syria", network.EveryRelation, "[{quds 1} {iraq 2} {far 3}]"},
		{"nothing", "israel", network.EveryRelation, "[]"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			reach, err := graphOf(t, draw(text), test.counts).Reach(test.node)
			if err != nil {
				t.Fatal(err)
			}
			if got := fmt.Sprint(reach); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func TestReachRefusesUnknownNode(t *testing.T) {
	_, err := graphOf(t, draw("a > b"), network.EveryRelation).Reach("x")
	if got, want := fmt.Sprint(err), `reach of node "x", which is not in the network`; got != want {
		t.Errorf("got error %s, want %s", got, want)
	}
}

// TestReachAgainstBruteForce compares with repeated relaxation of all relations until
// no distance changes.
func TestReachAgainstBruteForce(t *testing.T) {
	for seed := range uint64(seeds) {
		n := random(seed)
		start := n.Nodes[0].ID
		distance := map[string]int{start: 0}
		for range n.Nodes {
			for _, r := range n.Relations {
				for _, way := range [][2]string{{r.From, r.To}, {r.To, r.From}} {
					from, reached := distance[way[0]]
					to, already := distance[way[1]]
					if reached && leads(r, way[0], way[1]) && (!already || from+1 < to) {
						distance[way[1]] = from + 1
					}
				}
			}
		}
		var want []network.Reached
		for d := 1; d < len(n.Nodes); d++ {
			for _, node := range n.Nodes {
				if distance[node.ID] == d {
					want = append(want, network.Reached{Node: node.ID, Distance: d})
				}
			}
		}
		got, err := graphOf(t, n, network.EveryRelation).Reach(start)
		if err != nil {
			t.Fatal(err)
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("seed %d: got %v, want %v", seed, got, want)
		}
	}
}
