package network

import "math/rand/v2"

// Betweenness returns, for each node in the network's order, the share of pairs of other
// nodes whose shortest paths it lies on, from 0 to 1. The node with the highest value is
// the broker. Paths ignore the direction of relations, since a node between two others
// connects them either way. If a pair has several shortest paths, each counts in
// proportion. It calls pause repeatedly.
//
// U. Brandes, “A faster algorithm for betweenness centrality”, Journal of
// Mathematical Sociology 25(2), 2001.
func (g *Graph) Betweenness(pause func()) []float64 {
	n := g.both.Order()
	starts := make([]int, n)
	for v := range starts {
		starts[v] = v
	}
	return g.betweenness(starts, pause)
}

// EstimateBetweenness is [Graph.Betweenness] from the shortest paths that begin at some
// of the nodes, sampled at random with a fixed seed: U. Brandes and C. Pich, “Centrality
// estimation in large networks”, International Journal of Bifurcation and Chaos 17(7),
// 2007. The estimate is unbiased; with a few hundred starts, values above a tenth are
// within a few per cent.
func (g *Graph) EstimateBetweenness(starts int, pause func()) []float64 {
	const seed = 1
	random := rand.New(rand.NewPCG(seed, uint64(g.both.Order())))
	return g.betweenness(random.Perm(g.both.Order())[:min(starts, g.both.Order())], pause)
}

// betweenness computes the measure from the shortest paths that begin at the given
// vertices.
func (g *Graph) betweenness(starts []int, pause func()) []float64 {
	n := g.both.Order()
	total := make([]float64, n)
	paths, share, distance := make([]float64, n), make([]float64, n), make([]int32, n)
	order := make([]int32, 0, n) // vertices that were reached, nearest first
	for _, s := range starts {
		for v := range distance {
			distance[v] = unreached
		}
		clear(paths)
		clear(share)
		distance[s], paths[s] = 0, 1
		order = append(order[:0], int32(s))
		for at := 0; at < len(order); at++ {
			if at%1024 == 0 {
				pause()
			}
			v := order[at]
			for _, w := range g.both.neighbours(int(v)) {
				if distance[w] == unreached {
					distance[w] = distance[v] + 1
					order = append(order, w)
				}
				if distance[w] == distance[v]+1 {
					paths[w] += paths[v]
				}
			}
		}
		for at := len(order) - 1; at > 0; at-- {
			w := order[at]
			for _, v := range g.both.neighbours(int(w)) {
				if distance[v] == distance[w]-1 {
					share[v] += paths[v] / paths[w] * (1 + share[w])
				}
			}
			total[w] += share[w]
		}
	}
	if pairs := float64(n-1) * float64(n-2); pairs > 0 { // each was met from both its ends
		for v := range total {
			total[v] *= float64(n) / float64(len(starts)) / pairs
		}
	}
	return total
}
