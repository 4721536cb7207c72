package layout

import "math"

// Stress returns how badly distances in the picture reflect distances in the
// graph, from 0 for perfectly to 1: the mean of ((s·p − d)/d)² over all pairs of
// connected nodes, p being their distance in the picture and d the number of
// edges between them, at the scale s that makes it least (Gansner, Koren, North
// 2004; normalised stress). It is 0 if no nodes are connected.
func Stress(g Graph, places []Point) float64 {
	n := len(g.Boxes)
	next := make([][]int32, n)
	for _, e := range simpleEdges(g) {
		next[e.from] = append(next[e.from], e.to)
		next[e.to] = append(next[e.to], e.from)
	}
	// With r = p/d the sum is s²Σr² − 2sΣr + pairs, least at s = Σr/Σr².
	var pairs, sum, squares float64
	steps, queue := make([]int32, n), make([]int32, 0, n)
	for from := range next {
		clear(steps) // 0 is not met
		queue = append(queue[:0], int32(from))
		for k := 0; k < len(queue); k++ {
			v := queue[k]
			for _, w := range next[v] {
				if steps[w] == 0 && int(w) != from {
					steps[w] = steps[v] + 1
					queue = append(queue, w)
				}
			}
		}
		for _, w := range queue {
			if int(w) > from {
				r := math.Hypot(places[from].X-places[w].X, places[from].Y-places[w].Y) / float64(steps[w])
				pairs++
				sum += r
				squares += r * r
			}
		}
	}
	if squares == 0 {
		return min(pairs, 1) // all at one place, or none connected
	}
	return 1 - sum*sum/squares/pairs
}
