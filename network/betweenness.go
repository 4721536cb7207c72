package network

import "slices"

// Betweenness returns, for each node in the network's order, the share of pairs of other
// nodes whose shortest paths it lies on, from 0 to 1. The node with the highest value is
// the broker. Paths ignore the direction of relations, since a node between two others
// connects them either way. If a pair has several shortest paths, each counts in
// proportion.
//
// U. Brandes, “A faster algorithm for betweenness centrality”, Journal of
// Mathematical Sociology 25(2), 2001.
func (g *Graph) Betweenness() []float64 {
	n := g.both.Order()
	total := make([]float64, n)
	paths, share := make([]float64, n), make([]float64, n)
	for s := range n {
		distance := distances(g.both, s)
		order := byDistance(distance)
		clear(paths)
		clear(share)
		paths[s] = 1
		for _, v := range order {
			g.both.Visit(v, func(w int, _ int64) bool {
				if distance[w] == distance[v]+1 {
					paths[w] += paths[v]
				}
				return false
			})
		}
		for _, w := range slices.Backward(order) {
			g.both.Visit(w, func(v int, _ int64) bool {
				if distance[v] == distance[w]-1 {
					share[v] += paths[v] / paths[w] * (1 + share[w])
				}
				return false
			})
			if w != s {
				total[w] += share[w]
			}
		}
	}
	if pairs := float64(n-1) * float64(n-2); pairs > 0 { // each was met from both its ends
		for v := range total {
			total[v] /= pairs
		}
	}
	return total
}

// byDistance returns the vertices that were reached, nearest first.
func byDistance(distance []int) []int {
	var order []int
	for v, d := range distance {
		if d != unreached {
			order = append(order, v)
		}
	}
	slices.SortStableFunc(order, func(v, w int) int { return distance[v] - distance[w] })
	return order
}
