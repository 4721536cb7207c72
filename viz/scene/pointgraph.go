package scene

import (
	"cmp"
	"slices"

	"proxynet/network"
)

// pointGraph holds the properties of a network in point mode that depend neither on
// places nor on the state.
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
	most   int32 // the largest degree
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
	c.pause()
	g.rank(c)
	rank := familyRanks(c.looks.terms)
	keys := make([]uint64, len(c.edges))
	for i := range c.edges {
		st := &c.edges[i]
		last := uint64(len(rank) - rank[c.looks.terms.Family(st.model.Kind)])
		keys[i] = last<<56 | min(uint64(g.degree[st.from]+g.degree[st.to]), 1<<28-1)<<28 | uint64(i)
		c.pause()
	}
	sortKeys(keys, c.pause)
	for k, key := range keys {
		g.lines[k] = int32(key & (1<<28 - 1))
	}
	g.slots(c)
	return g
}

// rank lists the nodes, the most important first: first by their number of relations,
// then those with the same number by id.
func (g *pointGraph) rank(c *content) {
	for _, d := range g.degree {
		g.most = max(g.most, d)
	}
	start := make([]int32, g.most+2) // of the nodes of each degree, in order
	for _, d := range g.degree {
		start[g.most-d+1]++
	}
	for i := 1; i < len(start); i++ {
		start[i] += start[i-1]
	}
	next := slices.Clone(start)
	for v, d := range g.degree {
		g.order[next[g.most-d]] = int32(v)
		next[g.most-d]++
	}
	byID := func(a, b int32) int { return cmp.Compare(c.drawing.Nodes[a].ID, c.drawing.Nodes[b].ID) }
	for i := 1; i < len(start); i++ {
		slices.SortFunc(g.order[start[i-1]:start[i]], byID)
		c.pause()
	}
}

// sortKeys sorts keys, a byte at a time from the lowest (radix sort), with pauses.
func sortKeys(keys []uint64, pause func()) {
	from, to := keys, make([]uint64, len(keys))
	var differ uint64
	for _, k := range keys {
		differ |= k ^ keys[0]
	}
	for shift := 0; shift < 64; shift += 8 {
		if differ>>shift&0xff == 0 {
			continue
		}
		var next [257]int
		for _, k := range from {
			next[k>>shift&0xff+1]++
		}
		for i := 1; i < len(next); i++ {
			next[i] += next[i-1]
		}
		for _, k := range from {
			b := k >> shift & 0xff
			to[next[b]] = k
			next[b]++
		}
		from, to = to, from
		pause()
	}
	if len(keys) > 0 && &from[0] != &keys[0] {
		copy(keys, from)
	}
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

// slots puts the edges between the same two nodes side by side, in their order.
func (g *pointGraph) slots(c *content) {
	g.slot = make([]int8, len(c.edges))
	count := make([]int, len(g.degree))   // of edges to each node, from the node that last counted them
	counted := make([]int, len(g.degree)) // that node, plus one
	for v := range g.degree {
		last := int32(-1)
		for _, i := range g.edgesOf(v) {
			st := &c.edges[i]
			w := st.from + st.to - v
			if w < v || i == last { // counted from w; a node's relation to itself is listed twice
				continue
			}
			if last = i; counted[w] != v+1 {
				count[w], counted[w] = 0, v+1
			}
			k := count[w]
			count[w]++
			side := (k + 1) / 2
			if k%2 == 0 {
				side = -side
			}
			if st.from > st.to {
				side = -side // the left of to→from is the right of from→to
			}
			const most = 100
			g.slot[i] = int8(max(-most, min(side, most)))
		}
		c.pause()
	}
}

// before reports whether node a is more important than node b.
func (g *pointGraph) before(nodes []node, a, b int) bool {
	if g.degree[a] != g.degree[b] {
		return g.degree[a] > g.degree[b]
	}
	return nodes[a].model.ID < nodes[b].model.ID
}
