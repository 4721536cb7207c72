package scene

import (
	"math"

	"proxynet/network"
)

// ranks gives each node the height at which it should be, so that superiors are above
// inferiors, the whole above its members, and the root on top. NaN for nodes not below
// the root, and for all if the network has no root.
//
// The levels are the longest paths from the top (Kahn's order; relations that
// would close a cycle, seen from the root, are skipped); then every node except the
// root is moved down, as near as possible to the nodes below it.
func ranks(n *network.Network, f Format) []float64 {
	ys := make([]float64, len(n.Nodes))
	for v := range ys {
		ys[v] = math.NaN()
	}
	if n.Root == "" {
		return ys
	}
	g := newOrder(n)
	order := g.order()
	level := make([]int, len(n.Nodes))
	deepest := 1
	for _, v := range order {
		for _, w := range g.below[v] {
			level[w] = max(level[w], level[v]+1)
			deepest = max(deepest, level[w])
		}
	}
	for i := len(order) - 1; i >= 0; i-- {
		v := order[i]
		if n.Nodes[v].ID == n.Root || len(g.below[v]) == 0 {
			continue
		}
		next := math.MaxInt
		for _, w := range g.below[v] {
			next = min(next, level[w])
		}
		level[v] = max(level[v], next-1)
	}
	// The frame's lowest fifth is left to nodes without a rank.
	top, bottom := f.Height*0.05, f.Height*0.8
	var rank func(v int)
	rank = func(v int) {
		if !math.IsNaN(ys[v]) {
			return
		}
		ys[v] = top + (bottom-top)*float64(level[v])/float64(deepest)
		for _, w := range g.below[v] {
			rank(w)
		}
	}
	rank(g.first[0])
	return ys
}

// order holds, for every node, the nodes that relations put directly below it.
type order struct {
	below [][]int
	first []int // nodes in the order in which they are visited: the root, then as given
}

func newOrder(n *network.Network) *order {
	index := make(map[string]int, len(n.Nodes))
	for i, node := range n.Nodes {
		index[node.ID] = i
	}
	terms := n.Terms()
	g := &order{below: make([][]int, len(n.Nodes))}
	for _, r := range n.Relations {
		above, below := index[r.From], index[r.To]
		switch {
		case terms.Like(terms.Family(r.Kind)) == network.Command:
		case r.Kind == "membership" || r.Kind == "office":
			above, below = below, above
		default:
			continue
		}
		g.below[above] = append(g.below[above], below)
	}
	g.first = append(g.first, index[n.Root])
	for i := range n.Nodes {
		if i != g.first[0] {
			g.first = append(g.first, i)
		}
	}
	return g
}

// order returns the nodes so that each comes before what is below it, after
// dropping every relation that leads back up.
func (g *order) order() []int {
	const unseen, open, done = 0, 1, 2
	state := make([]int, len(g.below))
	var after []int
	var visit func(v int)
	visit = func(v int) {
		state[v] = open
		kept := g.below[v][:0]
		for _, w := range g.below[v] {
			if state[w] == open {
				continue // leads back up
			}
			kept = append(kept, w)
			if state[w] == unseen {
				visit(w)
			}
		}
		g.below[v] = kept
		state[v] = done
		after = append(after, v)
	}
	for _, v := range g.first {
		if state[v] == unseen {
			visit(v)
		}
	}
	for i, j := 0, len(after)-1; i < j; i, j = i+1, j-1 {
		after[i], after[j] = after[j], after[i]
	}
	return after
}
