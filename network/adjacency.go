package network

import (
	"slices"
	"sort"
)

// adjacency lists the edges of a graph by the vertex that they leave, in arrays: those of
// vertex v are first[v] to first[v+1], in the order of the vertices at which they arrive.
// It implements the Iterator of github.com/yourbasic/graph.
type adjacency struct {
	first []int32
	to    []int32
	cost  []int8 // of each edge; nil: 0
}

// arc is an edge to be listed, with the values that are sorted along with it.
type arc struct {
	from, to int32
	place    int32 // of its relation
}

// newAdjacency returns the adjacency of arcs, with parallel ones as one edge. It sorts
// arcs by their ends and, unless compare is nil, parallel ones by that, otherwise in
// their order; and returns for each edge where its arcs begin, and at last where they end.
func newAdjacency(order int, arcs []arc, compare func(a, b arc) int) (*adjacency, []int32) {
	byEnds(order, arcs)
	g := &adjacency{first: make([]int32, order+1)}
	var starts []int32
	for i, a := range arcs {
		if i == 0 || a.from != arcs[i-1].from || a.to != arcs[i-1].to {
			g.to, starts = append(g.to, a.to), append(starts, int32(i))
			g.first[a.from+1]++
		}
	}
	for v := range order {
		g.first[v+1] += g.first[v]
	}
	starts = append(starts, int32(len(arcs)))
	for e := range g.to {
		if part := arcs[starts[e]:starts[e+1]]; len(part) > 1 && compare != nil {
			slices.SortStableFunc(part, compare)
		}
	}
	return g, starts
}

// byEnds sorts arcs by from, then by to, and keeps the order of parallel ones: a
// counting sort by each.
func byEnds(order int, arcs []arc) {
	sorted := make([]arc, len(arcs))
	for _, key := range []func(*arc) int32{func(a *arc) int32 { return a.to }, func(a *arc) int32 { return a.from }} {
		next := make([]int32, order+1)
		for i := range arcs {
			next[key(&arcs[i])+1]++
		}
		for v := range order {
			next[v+1] += next[v]
		}
		for i := range arcs {
			at := &next[key(&arcs[i])]
			sorted[*at] = arcs[i]
			*at++
		}
		copy(arcs, sorted)
	}
}

// transposed returns g with every edge turned round.
func (g *adjacency) transposed() *adjacency {
	t := &adjacency{first: make([]int32, len(g.first)), to: make([]int32, len(g.to)), cost: make([]int8, len(g.cost))}
	for _, w := range g.to {
		t.first[w+1]++
	}
	for v := range g.Order() {
		t.first[v+1] += t.first[v]
	}
	next := slices.Clone(t.first)
	for v := range g.Order() {
		for e := g.first[v]; e < g.first[v+1]; e++ {
			at := &next[g.to[e]]
			t.to[*at], t.cost[*at] = int32(v), g.cost[e]
			*at++
		}
	}
	return t
}

// Order returns the number of vertices.
func (g *adjacency) Order() int { return len(g.first) - 1 }

// neighbours lists the vertices to which the edges of v lead.
func (g *adjacency) neighbours(v int) []int32 { return g.to[g.first[v]:g.first[v+1]] }

// Visit calls do for each neighbour w of v, with the cost of the edge, until it returns
// true, and reports whether it did.
func (g *adjacency) Visit(v int, do func(w int, cost int64) bool) bool {
	return g.VisitFrom(v, 0, do)
}

// VisitFrom is Visit for the neighbours from the given one on.
func (g *adjacency) VisitFrom(v, from int, do func(w int, cost int64) bool) bool {
	list := g.neighbours(v)
	skip, _ := slices.BinarySearch(list, int32(from))
	for e := int(g.first[v]) + skip; e < int(g.first[v+1]); e++ {
		cost := int64(0)
		if g.cost != nil {
			cost = int64(g.cost[e])
		}
		if do(int(g.to[e]), cost) {
			return true
		}
	}
	return false
}

// find returns the edge from v to w, or unreached.
func (g *adjacency) find(v, w int) int {
	list := g.neighbours(v)
	at := sort.Search(len(list), func(i int) bool { return int(list[i]) >= w })
	if at == len(list) || int(list[at]) != w {
		return unreached
	}
	return int(g.first[v]) + at
}
