package scene

import "math"

// FirstSweep is Sweep for the first picture of a network with very many relations: it
// lists only the most important lines and dots, as many as a still picture has, and draws
// the lines stronger to make up for those left out. whole reports whether it lists all
// marks.
func (pt *Points) FirstSweep(v View, region Rect) (s *Sweep, whole bool) {
	const few = 4 * mostLines // which are drawn quickly
	s = pt.Sweep(v, region)
	all := len(pt.edges)
	if all <= few {
		return s, true
	}
	s.least, s.ties = pt.graph.leastOf(pt.edges, mostLines)
	s.dots = max(0, len(pt.nodes)-mostDots)
	s.stronger = math.Sqrt(float64(all) / mostLines)
	return s, false
}

// weight returns the importance of an edge.
func (g *pointGraph) weight(e *edge) int32 { return g.degree[e.from] + g.degree[e.to] }

// leastOf returns the least weight of a number of the most important edges, and how many of
// them have it.
func (g *pointGraph) leastOf(edges []edge, number int) (least int32, ties int) {
	counts := make([]int32, 2*g.most+1) // by weight
	for i := range edges {
		counts[g.weight(&edges[i])]++
	}
	least = 2 * g.most
	for ; least > 0 && int(counts[least]) < number; least-- {
		number -= int(counts[least])
	}
	return least, number
}
