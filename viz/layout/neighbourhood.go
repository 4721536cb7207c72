package layout

// Neighbourhood returns the share, 0 to 1, of nodes' neighbours that are also
// near: of a node with k neighbours, those among the k nearest nodes. Nodes of
// many neighbours count for more. It is 1 if no nodes are linked.
func Neighbourhood(g Graph, places []Point) float64 {
	edges := simpleEdges(g)
	if len(edges) == 0 {
		return 1
	}
	neighbours := make([][]int32, len(g.Boxes))
	for _, e := range edges {
		neighbours[e.from] = append(neighbours[e.from], e.to)
		neighbours[e.to] = append(neighbours[e.to], e.from)
	}
	kept := 0
	for i, all := range neighbours {
		p := places[i]
		for _, j := range all {
			bound, closer := squared(p, places[j]), 0
			for k, q := range places {
				if k != i && squared(p, q) < bound {
					closer++
				}
			}
			if closer < len(all) {
				kept++
			}
		}
	}
	return float64(kept) / float64(2*len(edges))
}

// squared returns the square of the distance of p and q.
func squared(p, q Point) float64 { return (q.X-p.X)*(q.X-p.X) + (q.Y-p.Y)*(q.Y-p.Y) }
