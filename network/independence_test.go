package network_test

import (
	"fmt"
	"math/bits"
	"testing"

	"proxynet/network"
)

func TestIndependence(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"one chain", "s > a\na > t", "{1 [a] false [r0]}"},
		{"two chains", "s > a\na > t\ns > b\nb > t", "{2 [a b] false [r0 r2]}"},
		{"two through one node", "s > a\ns > b\na > m\nb > m\nm > t", "{1 [m] false [r4]}"},
		{"a direct relation", "s > t", "{1 [] true [r0]}"},
		{"a direct relation and a chain", "s > t\ns > a\na > t", "{2 [] true [r0 r1]}"},
		{"parallel relations are one chain and two relations", "s > a\ns > a\na > t\na > t", "{1 [a] false [r0 r1]}"},
		{"the cut is the narrowest", "s > a\ns > a\na > t", "{1 [a] false [r2]}"},
		{"none", "s\nt > s", "{0 [] false []}"},
		{"a way there is no way back", "s > a\na > t\nt > s", "{1 [a] false [r0]}"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := graphOf(t, draw(test.text), network.BuiltIn.InChains).Independence("s", "t")
			if err != nil {
				t.Fatal(err)
			}
			if fmt.Sprint(got) != test.want {
				t.Errorf("got %v, want %s", got, test.want)
			}
		})
	}
}

func TestIndependenceRefusesUnknownNodes(t *testing.T) {
	g := graphOf(t, draw("s > t"), network.BuiltIn.InChains)
	for _, ends := range [][2]string{{"s", "x"}, {"x", "t"}} {
		if got, err := g.Independence(ends[0], ends[1]); err == nil {
			t.Errorf("from %s to %s: got %v and no error", ends[0], ends[1], got)
		}
	}
}

// TestCutsAreSmallest compares cuts with all sets of nodes and relations, and
// independent chains with all sets of chains.
func TestCutsAreSmallest(t *testing.T) {
	for seed := range uint64(seeds) {
		n := random(seed)
		if len(n.Nodes) < 2 {
			continue
		}
		s, end := n.Nodes[0].ID, n.Nodes[1].ID
		g := graphOf(t, n, network.BuiltIn.InChains)
		got, err := g.Independence(s, end)
		if err != nil {
			t.Fatal(err)
		}
		var nodes, relations []string
		for _, v := range n.Nodes[2:] {
			nodes = append(nodes, v.ID)
		}
		for _, r := range n.Relations {
			if network.BuiltIn.InChains(&r) {
				relations = append(relations, r.ID)
			}
		}
		leads := func(remove []string) bool {
			return graphLeads(t, n, network.Except(network.BuiltIn.InChains, remove), s, end)
		}
		if leads(got.Relations) || !got.Direct && leads(got.Nodes) {
			t.Fatalf("seed %d: %v cuts nothing", seed, got)
		}
		if smallest := smallestCut(nodes, len(nodes), leads); !got.Direct && smallest != len(got.Nodes) {
			t.Fatalf("seed %d: %v, but %d nodes cut", seed, got, smallest)
		}
		if len(relations) <= 12 { // 4096 sets
			if smallest := smallestCut(relations, len(relations), leads); smallest != len(got.Relations) {
				t.Fatalf("seed %d: %v, but %d relations cut", seed, got, smallest)
			}
		}
		if most := mostApart(t, g, s, end); most != got.Chains {
			t.Fatalf("seed %d: %v, but %d chains are apart", seed, got, most)
		}
	}
}

// graphLeads reports whether a chain of counted relations leads from s to end.
func graphLeads(t *testing.T, n *network.Network, counts func(*network.Relation) bool, s, end string) bool {
	reach, err := graphOf(t, n, counts).Reach(s)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range reach {
		if r.Node == end {
			return true
		}
	}
	return false
}

// smallestCut returns the size of the smallest set of parts whose removal cuts all
// chains, or -1.
func smallestCut(parts []string, most int, leads func([]string) bool) int {
	best := -1
	for set := range uint(1) << most {
		size := bits.OnesCount(set)
		if best >= 0 && size >= best {
			continue
		}
		var remove []string
		for i, id := range parts {
			if set>>i&1 == 1 {
				remove = append(remove, id)
			}
		}
		if !leads(remove) {
			best = size
		}
	}
	return best
}

// mostApart returns the size of the largest set of chains in which no two share a node.
func mostApart(t *testing.T, g *network.Graph, s, end string) int {
	found, err := g.Chains(s, end, network.ChainLimits{Count: 1000, Length: 20})
	if err != nil || found.More {
		t.Fatal(err, found.More)
	}
	var most func(from int, used map[string]bool) int
	most = func(from int, used map[string]bool) int {
		best := 0
	next:
		for i := from; i < len(found.List); i++ {
			with := map[string]bool{}
			for id := range used {
				with[id] = true
			}
			for _, step := range found.List[i][1:] {
				if used[step.From] {
					continue next
				}
				with[step.From] = true
			}
			best = max(best, 1+most(i+1, with))
		}
		return best
	}
	return most(0, nil)
}
