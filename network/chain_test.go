package network_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"proxynet/network"
)

var wide = network.DefaultChainLimits()

// nodes returns the nodes that a chain meets, such as "a b c".
func nodes(c network.Chain) string {
	words := []string{c[0].From}
	for _, step := range c {
		words = append(words, step.To)
	}
	return strings.Join(words, " ")
}

// allNodes returns the nodes that each chain meets.
func allNodes(chains []network.Chain) []string {
	var list []string
	for _, c := range chains {
		list = append(list, nodes(c))
	}
	return list
}

func TestChains(t *testing.T) {
	const diamond = `
		tehran > quds
		quds > houthis
		tehran > quds
		quds > iraq
		tehran > alliance
		alliance > houthis
		tehran > houthis
		iraq $ houthis
		houthis - syria`
	tests := []struct {
		name     string
		text     string
		from, to string
		limits   network.ChainLimits
		want     []string
		shortest int
		more     bool
	}{
		{"one step", "a > b", "a", "b", wide, []string{"a b"}, 1, false},
		{"not against the direction", "a > b", "b", "a", wide, nil, 0, false},
		{"not along money", "a $ b", "a", "b", wide, nil, 0, false},
		{"not along a tie without direction", "a - b", "a", "b", wide, nil, 0, false},
		{"none from a node to itself", "a > b\nb > a", "a", "a", wide, nil, 0, false},
		{"a relation of a node to itself is no step", "a > a\na > b", "a", "b", wide, []string{"a b"}, 1, false},
		{"shortest first, then in the order of nodes", diamond, "tehran", "houthis", wide,
			[]string{"tehran houthis", "tehran quds houthis", "tehran alliance houthis"}, 1, false},
		{"two shortest", "a > b\na > c\nc > d\nb > d", "a", "d", wide, []string{"a b d", "a c d"}, 2, false},
		{"no node twice", "a > b\nb > c\nc > b\nc > a\nc > d", "a", "d", wide, []string{"a b c d"}, 1, false},
		{"as many as asked for, and more", diamond, "tehran", "houthis", network.ChainLimits{Count: 2, Length: 9},
			[]string{"tehran houthis", "tehran quds houthis"}, 1, true},
		{"as many as asked for, and no more", diamond, "tehran", "houthis", network.ChainLimits{Count: 3, Length: 9},
			[]string{"tehran houthis", "tehran quds houthis", "tehran alliance houthis"}, 1, false},
		{"as long as asked for, and more", diamond, "tehran", "houthis", network.ChainLimits{Count: 9, Length: 1},
			[]string{"tehran houthis"}, 1, true},
		{"only a chain that is too long", "a > b\nb > c", "a", "c", network.ChainLimits{Count: 9, Length: 1}, nil, 0, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			g := graphOf(t, draw(test.text), network.Commanding)
			got, err := g.Chains(test.from, test.to, test.limits)
			if err != nil {
				t.Fatal(err)
			}
			if list := allNodes(got.List); !slices.Equal(list, test.want) {
				t.Errorf("got chains %q, want %q", list, test.want)
			}
			if got.More != test.more {
				t.Errorf("got more %v, want %v", got.More, test.more)
			}
			if list := allNodes(got.Shortest()); !slices.Equal(list, test.want[:test.shortest]) {
				t.Errorf("got shortest %q, want %q", list, test.want[:test.shortest])
			}
		})
	}
}

func TestChainsAlongEveryRelation(t *testing.T) {
	g := graphOf(t, draw("a - b\nc $ b\nb - c"), network.EveryRelation)
	got, err := g.Chains("c", "a", wide)
	if err != nil {
		t.Fatal(err)
	}
	if list, want := fmt.Sprint(got.List), "[[{c b [r1 r2]} {b a [r0]}]]"; list != want {
		t.Errorf("got %s, want %s", list, want)
	}
}

func TestStepNamesParallelRelationsFirmestFirst(t *testing.T) {
	n := draw("a > b\na > b\na > b\na > b\na > b\na > b\na $ b")
	n.Relations[0].Status = network.Resolved
	n.Relations[1].Status = network.Implied
	n.Relations[2].Status = network.Attributed
	n.Relations[2].Open = true
	n.Relations[3].Status = network.Attributed
	n.Relations[3].Past = true
	n.Relations[4].Status = network.Attributed
	n.Relations[5].Status = network.Attributed
	got, err := graphOf(t, n, network.Commanding).Chains("a", "b", wide)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.List) != 1 {
		t.Fatalf("got %d chains, want 1", len(got.List))
	}
	chain := got.List[0]
	if want := []string{"r4", "r5", "r3", "r2", "r1", "r0"}; !slices.Equal(chain[0].Relations, want) {
		t.Errorf("got the step's relations %q, want %q", chain[0].Relations, want)
	}
	if want := []string{"r4"}; !slices.Equal(chain.Relations(), want) {
		t.Errorf("got the chain's relations %q, want %q", chain.Relations(), want)
	}
}

func TestChainsRefuses(t *testing.T) {
	tests := []struct {
		name     string
		from, to string
		limits   network.ChainLimits
		want     string
	}{
		{"unknown start", "x", "b", wide, `chains from node "x", which is not in the network`},
		{"unknown goal", "a", "x", wide, `chains to node "x", which is not in the network`},
		{"no chains", "a", "b", network.ChainLimits{Count: 0, Length: 1}, "at most 0 chains: it must be at least 1"},
		{"no steps", "a", "b", network.ChainLimits{Count: 1, Length: 0}, "at most 0 steps in a chain: it must be at least 1"},
	}
	g := graphOf(t, draw("a > b"), network.Commanding)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := g.Chains(test.from, test.to, test.limits)
			if got := fmt.Sprint(err); got != test.want {
				t.Errorf("got error %s, want %s", got, test.want)
			}
		})
	}
}

// TestChainsAreAllOfThem compares with a plain search through every path.
func TestChainsAreAllOfThem(t *testing.T) {
	found := 0
	for seed := range uint64(seeds) {
		n := random(seed)
		g := graphOf(t, n, network.Commanding)
		from := n.Nodes[0].ID
		for _, goal := range n.Nodes {
			want := everyPath(n, from, goal.ID)
			found += len(want)
			for _, limits := range []network.ChainLimits{wide, {Count: 3, Length: 12}, {Count: 1000, Length: 3}} {
				compareChains(t, g, from, goal.ID, limits, want)
			}
		}
	}
	if found < 4*seeds {
		t.Errorf("only %d chains in all: the networks are too thin to tell anything", found)
	}
}

// compareChains fails the test if g's chains are not those of paths, which are
// all there are, that the limits let through.
func compareChains(t *testing.T, g *network.Graph, from, to string, limits network.ChainLimits, paths []string) {
	t.Helper()
	got, err := g.Chains(from, to, limits)
	if err != nil {
		t.Fatal(err)
	}
	want := slices.DeleteFunc(slices.Clone(paths), func(path string) bool {
		return strings.Count(path, " ") > limits.Length
	})
	want = want[:min(len(want), limits.Count)]
	if list := allNodes(got.List); !slices.Equal(list, want) {
		t.Fatalf("%s to %s, %+v: got %q, want %q", from, to, limits, list, want)
	}
	if more := len(want) < len(paths); got.More != more {
		t.Fatalf("%s to %s, %+v: got more %v, want %v", from, to, limits, got.More, more)
	}
}

// everyPath returns the nodes of every path of command, shortest first, then
// in the order of letters, which is that of the nodes of a random network.
func everyPath(n *network.Network, from, to string) []string {
	var list []string
	var walk func(path string, at string)
	walk = func(path, at string) {
		if at == to {
			list = append(list, path)
			return
		}
		for _, next := range n.Nodes {
			if strings.Contains(path, next.ID) {
				continue
			}
			if slices.ContainsFunc(n.Relations, func(r network.Relation) bool {
				return r.Kind == "command" && leads(r, at, next.ID)
			}) {
				walk(path+" "+next.ID, next.ID)
			}
		}
	}
	if from != to {
		walk(from, from)
	}
	slices.SortFunc(list, func(a, b string) int {
		if len(a) != len(b) {
			return len(a) - len(b)
		}
		return strings.Compare(a, b)
	})
	return list
}

// TestChainsInAThicket asks for some of the chains among 60 nodes that all
// command one another: there are more of them than could ever be listed.
func TestChainsInAThicket(t *testing.T) {
	var text strings.Builder
	for v := range 60 {
		for w := range 60 {
			if v != w {
				fmt.Fprintf(&text, "n%02d > n%02d\n", v, w)
			}
		}
	}
	got, err := graphOf(t, draw(text.String()), network.Commanding).Chains("n00", "n59", wide)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.List) != wide.Count || !got.More {
		t.Errorf("got %d chains and more %v, want %d and more", len(got.List), got.More, wide.Count)
	}
}
