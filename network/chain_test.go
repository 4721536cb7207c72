package network_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"proxynet/network"
)

var wide = network.DefaultChainLimits()

// nodes returns the nodes of a chain in order, such as "a b c".
func nodes(c network.Chain) string {
	words := []string{c[0].From}
	for _, step := range c {
		words = append(words, step.To)
	}
	return strings.Join(words, " ")
}

// allNodes returns the nodes of each chain.
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
		best     int
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
			g := graphOf(t, draw(test.text), network.BuiltIn.InChains)
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
			if got.Best != test.best {
				t.Errorf("got %d best chains, want %d", got.Best, test.best)
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
	got, err := graphOf(t, n, network.BuiltIn.InChains).Chains("a", "b", wide)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.List) != 1 {
		t.Fatalf("got %d chains, want 1", len(got.List))
	}
	chain := got.List[0]
	if want := []string{"r4", "r5", "r3", "r1", "r0", "r2"}; !slices.Equal(chain[0].Relations, want) {
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
	g := graphOf(t, draw("a > b"), network.BuiltIn.InChains)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := g.Chains(test.from, test.to, test.limits)
			if got := fmt.Sprint(err); got != test.want {
				t.Errorf("got error %s, want %s", got, test.want)
			}
		})
	}
}

func TestChainsPreferAsserted(t *testing.T) {
	const two = "a > b\na > c\nb > d\nc > d"
	tests := []struct {
		name, text     string
		status         map[int]network.Status // by index of the relation; the others are stated
		open           []int                  // indices of relations
		from, to       string
		want           []string
		asserted, best int
	}{
		{"of equal length the firmest first", two, map[int]network.Status{0: network.Implied}, nil, "a", "d", []string{"a c d", "a b d"}, 2, 1},
		{"ties are all best", two, map[int]network.Status{0: network.Implied, 1: network.Implied}, nil, "a", "d", []string{"a b d", "a c d"}, 2, 2},
		{"the weakest step counts", two, map[int]network.Status{0: network.Implied, 1: network.Attributed, 3: network.Attributed}, nil, "a", "d", []string{"a c d", "a b d"}, 2, 1},
		{"then how many are as weak", two, map[int]network.Status{0: network.Attributed, 2: network.Attributed, 1: network.Attributed}, nil, "a", "d", []string{"a c d", "a b d"}, 2, 1},
		{"an ambiguous step last", two, map[int]network.Status{2: network.Ambiguous}, nil, "a", "d", []string{"a c d", "a b d"}, 1, 1},
		{"an open step last, though stated", two, nil, []int{0}, "a", "d", []string{"a c d", "a b d"}, 1, 1},
		{"from outside is firmer than left open", two, map[int]network.Status{0: network.Ambiguous, 1: network.Resolved}, nil, "a", "d", []string{"a c d", "a b d"}, 1, 1},
		{"longer and stated before shorter and open", "a > d\na > b\nb > c\nc > d", map[int]network.Status{0: network.Ambiguous}, nil, "a", "d", []string{"a b c d", "a d"}, 1, 1},
		{"shorter and implied before longer and stated", "a > b\nb > c\na > c", map[int]network.Status{2: network.Implied}, nil, "a", "c", []string{"a c", "a b c"}, 2, 1},
		{"one relation of a step is enough", "a > b\na > b\nb > c", map[int]network.Status{0: network.Ambiguous}, nil, "a", "c", []string{"a b c"}, 1, 1},
		{"nothing but open ones", two, map[int]network.Status{0: network.Ambiguous, 1: network.Ambiguous}, nil, "a", "d", []string{"a b d", "a c d"}, 0, 2},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			n := draw(test.text)
			for i, status := range test.status {
				n.Relations[i].Status = status
			}
			for _, i := range test.open {
				n.Relations[i].Open = true
			}
			got, err := graphOf(t, n, network.BuiltIn.InChains).Chains(test.from, test.to, wide)
			if err != nil {
				t.Fatal(err)
			}
			if list := allNodes(got.List); !slices.Equal(list, test.want) || got.Asserted != test.asserted || got.Best != test.best {
				t.Errorf("got %q, %d asserted, %d best; want %q, %d, %d", list, got.Asserted, got.Best, test.want, test.asserted, test.best)
			}
		})
	}
}

// TestChainsKeepAssertedAmongManyOpen asks for 4 chains in a network in which hundreds
// of open chains are shorter than the only stated one.
func TestChainsKeepAssertedAmongManyOpen(t *testing.T) {
	var text strings.Builder
	for i := range 300 {
		fmt.Fprintf(&text, "a > m%d\nm%d > z\n", i, i)
	}
	n := draw(text.String())
	for i := range n.Relations {
		n.Relations[i].Status = network.Ambiguous
	}
	stated := draw("a > x\nx > y\ny > z")
	for _, r := range stated.Relations {
		r.ID += "s"
		n.Relations = append(n.Relations, r)
	}
	n.Nodes = append(n.Nodes, network.Node{ID: "x"}, network.Node{ID: "y"})
	got, err := graphOf(t, n, network.BuiltIn.InChains).Chains("a", "z", network.ChainLimits{Count: 4, Length: 8})
	if err != nil {
		t.Fatal(err)
	}
	if len(got.List) != 4 || nodes(got.List[0]) != "a x y z" || got.Asserted != 1 || !got.More {
		t.Errorf("got %q, %d asserted, more %v", allNodes(got.List), got.Asserted, got.More)
	}
}

func TestChainsNeedFormingKinds(t *testing.T) {
	var kinds []network.RelationKind
	for _, k := range network.RelationKinds {
		if network.BuiltIn.InChains(&network.Relation{Kind: k.Kind, Directed: true}) {
			kinds = append(kinds, k.Kind)
		}
		if network.BuiltIn.InChains(&network.Relation{Kind: k.Kind}) {
			t.Errorf("%s forms chains without a direction", k.Kind)
		}
	}
	for _, k := range []network.RelationKind{"client", "membership", "office", "money", "ownership", "tie", "none"} {
		if slices.Contains(kinds, k) {
			t.Errorf("%s forms chains of command", k)
		}
	}
	for _, k := range []network.RelationKind{"command", "direction"} {
		if !slices.Contains(kinds, k) {
			t.Errorf("%s forms no chains of command", k)
		}
	}
}

// TestChainsAgainstBruteForce compares the chains with a plain search of all paths.
func TestChainsAgainstBruteForce(t *testing.T) {
	found, open := 0, 0
	for seed := range uint64(seeds) {
		n := random(seed)
		r := rand.New(rand.NewPCG(seed, 3))
		for i := range n.Relations {
			n.Relations[i].Status = network.Statuses[r.IntN(len(network.Statuses))]
			n.Relations[i].Open = r.IntN(8) == 0
		}
		g := graphOf(t, n, network.BuiltIn.InChains)
		from := n.Nodes[0].ID
		for _, goal := range n.Nodes {
			want := everyPath(n, from, goal.ID)
			found += len(want)
			for _, p := range want {
				open += p.open
			}
			for _, limits := range []network.ChainLimits{wide, {Count: 3, Length: 12}, {Count: 1000, Length: 3}, {Count: 1, Length: 12}} {
				compareChains(t, g, from, goal.ID, limits, want)
			}
		}
	}
	if found < 4*seeds || open < seeds || open > found-seeds {
		t.Errorf("%d chains in all, %d of them open: the networks are too thin to prove anything", found, open)
	}
}

// compareChains fails the test if g's chains are not the expected part of paths, which
// are all paths: the asserted ones up to the limits, then the open ones.
func compareChains(t *testing.T, g *network.Graph, from, to string, limits network.ChainLimits, paths []foundPath) {
	t.Helper()
	got, err := g.Chains(from, to, limits)
	if err != nil {
		t.Fatal(err)
	}
	want, asserted, best := []string{}, 0, 0
	for _, p := range paths {
		if strings.Count(p.nodes, " ") > limits.Length || len(want) == limits.Count {
			continue
		}
		want = append(want, p.nodes)
		asserted += 1 - p.open
		if first := paths[slices.IndexFunc(paths, func(p foundPath) bool { return p.nodes == want[0] })]; p.order == first.order {
			best++
		}
	}
	if list := allNodes(got.List); !slices.Equal(list, want) {
		t.Fatalf("%s to %s, %+v: got %q, want %q", from, to, limits, list, want)
	}
	if got.Asserted != asserted || got.Best != best {
		t.Fatalf("%s to %s, %+v: got %d asserted and %d best, want %d and %d of %q", from, to, limits, got.Asserted, got.Best, asserted, best, want)
	}
	if more := len(want) < len(paths); got.More != more {
		t.Fatalf("%s to %s, %+v: got more %v, want %v", from, to, limits, got.More, more)
	}
}

// foundPath is a path of command as its nodes, such as "a b c".
type foundPath struct {
	nodes string
	open  int    // 1 if a step has no asserted relation
	order string // the sort key of a path, without its nodes
}

// everyPath returns every path of command in the order that Chains documents. Its sort
// key is a text: asserted or not, the length, then the weaknesses of the steps, the
// weakest first. Ties are ordered by name, which is the order of the nodes of a random
// network.
func everyPath(n *network.Network, from, to string) []foundPath {
	var list []foundPath
	var walk func(path, weaknesses, at string)
	walk = func(path, weaknesses, at string) {
		if at == to {
			steps := strings.Split(weaknesses, "")
			slices.Sort(steps)
			slices.Reverse(steps)
			p := foundPath{nodes: path}
			if steps[0] >= "4" {
				p.open = 1
			}
			p.order = fmt.Sprintf("%d %02d %s", p.open, len(steps), strings.Join(steps, ""))
			list = append(list, p)
			return
		}
		for _, next := range n.Nodes {
			if strings.Contains(path, next.ID) {
				continue
			}
			firmest := ""
			for _, r := range n.Relations {
				if r.Kind != "command" || !leads(r, at, next.ID) {
					continue
				}
				// Stated 0, attributed 1, implied 2, resolved 3; ambiguous or open 4,
				// unsourced 5.
				w := slices.Index([]network.Status{"stated", "attributed", "implied", "resolved", "ambiguous", "unsourced"}, r.Status)
				if r.Open {
					w = max(w, 4)
				}
				if text := fmt.Sprint(w); firmest == "" || text < firmest {
					firmest = text
				}
			}
			if firmest != "" {
				walk(path+" "+next.ID, weaknesses+firmest, next.ID)
			}
		}
	}
	if from != to {
		walk(from, "", from)
	}
	slices.SortFunc(list, func(a, b foundPath) int {
		return cmp.Or(strings.Compare(a.order, b.order), strings.Compare(a.nodes, b.nodes))
	})
	return list
}

// TestChainsInDenseGraph asks for a few chains among 60 nodes that all command one
// another, which have too many chains to list.
func TestChainsInDenseGraph(t *testing.T) {
	var text strings.Builder
	for v := range 60 {
		for w := range 60 {
			if v != w {
				fmt.Fprintf(&text, "n%02d > n%02d\n", v, w)
			}
		}
	}
	got, err := graphOf(t, draw(text.String()), network.BuiltIn.InChains).Chains("n00", "n59", wide)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.List) != wide.Count || !got.More {
		t.Errorf("got %d chains and more %v, want %d and more", len(got.List), got.More, wide.Count)
	}
}
