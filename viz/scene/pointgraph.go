package scene

import (
	"cmp"
	"slices"

	"proxynet/network"
)

// pointGraph is what of a network in point mode depends neither on places nor on
// the state.
//
// Importance is the number of relations; ties go by id. All lists of nodes are in
// that order, so that the same network looks the same to everyone.
type pointGraph struct {
	order []int32 // nodes, the most important first
	first []int32 // node v has the edges ends[first[v]:first[v+1]]
	ends  []int32
	lines []int32 // edges in the order in which they are drawn: by paint, the least important first
	slot  []int8  // of each edge: its place beside others between the same two nodes; 0 is the middle

	degree []int32
}

func newPointGraph(c *content) pointGraph {
	n := len(c.drawing.Nodes)
	g := pointGraph{
		order: make([]int32, n), first: make([]int32, n+1), ends: make([]int32, 2*len(c.edges)),
		lines: make([]int32, len(c.edges)), degree: make([]int32, n),
	}
	for i := range c.edges {
		g.degree[c.edges[i].from]++
		g.degree[c.edges[i].to]++
	}
	g.adjoin(c.edges)
	for v := range g.order {
		g.order[v] = int32(v)
	}
	slices.SortFunc(g.order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(g.degree[b], g.degree[a]), cmp.Compare(c.drawing.Nodes[a].ID, c.drawing.Nodes[b].ID))
	})
	rank := familyRanks(c.looks.terms)
	keys := make([]keyed, len(c.edges))
	for i := range c.edges {
		st := &c.edges[i]
		last := uint64(len(rank) - rank[c.looks.terms.Family(st.model.Kind)])
		keys[i] = keyed{last<<40 | uint64(g.degree[st.from]+g.degree[st.to]), int32(i)}
	}
	slices.SortFunc(keys, keyed.compare)
	for k := range keys {
		g.lines[k] = keys[k].edge
	}
	g.slots(c.edges)
	return g
}

// keyed is an edge with what it is sorted by: many are, and quickly.
type keyed struct {
	key  uint64
	edge int32
}

func (a keyed) compare(b keyed) int {
	switch {
	case a.key < b.key:
		return -1
	case a.key > b.key:
		return 1
	}
	return int(a.edge) - int(b.edge)
}

// familyRanks returns the places of families in legends.
func familyRanks(t *network.Terms) map[network.Family]int {
	rank := make(map[network.Family]int, len(t.Families()))
	for i, f := range t.Families() {
		rank[f] = i
	}
	return rank
}

// adjoin lists every node's edges.
func (g *pointGraph) adjoin(edges []edge) {
	for v, d := range g.degree {
		g.first[v+1] = g.first[v] + d
	}
	next := slices.Clone(g.first)
	for i := range edges {
		for _, v := range [2]int{edges[i].from, edges[i].to} {
			g.ends[next[v]] = int32(i)
			next[v]++
		}
	}
}

// edgesOf lists the edges of node v.
func (g *pointGraph) edgesOf(v int) []int32 { return g.ends[g.first[v]:g.first[v+1]] }

// slots puts the edges between the same two nodes side by side.
func (g *pointGraph) slots(edges []edge) {
	g.slot = make([]int8, len(edges))
	keys := make([]keyed, len(edges))
	for i := range edges {
		st := &edges[i]
		keys[i] = keyed{uint64(min(st.from, st.to))<<32 | uint64(max(st.from, st.to)), int32(i)}
	}
	slices.SortFunc(keys, keyed.compare)
	k := 0
	for at, e := range keys {
		if at > 0 && e.key != keys[at-1].key {
			k = 0
		}
		side := (k + 1) / 2
		if k%2 == 0 {
			side = -side
		}
		if st := &edges[e.edge]; st.from > st.to {
			side = -side // the left of to→from is the right of from→to
		}
		const most = 100
		g.slot[e.edge] = int8(max(-most, min(side, most)))
		k++
	}
}

// before reports whether node a is more important than node b.
func (g *pointGraph) before(nodes []node, a, b int) bool {
	if g.degree[a] != g.degree[b] {
		return g.degree[a] > g.degree[b]
	}
	return nodes[a].model.ID < nodes[b].model.ID
}
