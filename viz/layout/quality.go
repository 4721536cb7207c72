package layout

import "math"

// The measures below judge a layout by its picture. Several edges between
// the same two nodes count as one, and loops as none.

// Quality holds all measures of a layout.
type Quality struct {
	Stress        float64 // see [Stress]
	Crossings     int     // see [Crossings]
	Neighbourhood float64 // see [Neighbourhood]
	Overlaps      int     // pairs of nodes, as points, closer than Touch of the mean length
}

// Touch is the distance within which two points count as overlapping, as a share of the
// mean length of the edges.
const Touch = 0.1

// Judge measures a layout of g. places has an element for each box of g, as in all
// functions below. Judge takes O(nodes² + edges²).
func Judge(g Graph, places []Point) Quality {
	points := Graph{Boxes: make([]Box, len(g.Boxes))}
	return Quality{
		Stress: Stress(g, places), Crossings: Crossings(g, places), Neighbourhood: Neighbourhood(g, places),
		Overlaps: Overlaps(points, places, Touch*MeanLength(g, places)),
	}
}

// Crossings returns the number of pairs of edges that cross, in O(edges²). Edges with a
// common end don’t cross.
func Crossings(g Graph, places []Point) int {
	edges := simpleEdges(g)
	n := 0
	for i, e := range edges {
		for _, f := range edges[:i] {
			if !e.ends(f.from) && !e.ends(f.to) && crosses(places[e.from], places[e.to], places[f.from], places[f.to]) {
				n++
			}
		}
	}
	return n
}

// Overlaps returns the number of pairs of boxes that are closer than least world units,
// in O(nodes²).
func Overlaps(g Graph, places []Point, least float64) int {
	n := 0
	for i, b := range g.Boxes {
		for j, c := range g.Boxes[:i] {
			if gap(places[i], b, places[j], c) < least {
				n++
			}
		}
	}
	return n
}

// MeanLength returns the mean length of edges from centre to centre, 0 if there
// are none.
func MeanLength(g Graph, places []Point) float64 {
	edges := simpleEdges(g)
	if len(edges) == 0 {
		return 0
	}
	var sum float64
	for _, e := range edges {
		p, q := places[e.from], places[e.to]
		sum += math.Hypot(p.X-q.X, p.Y-q.Y)
	}
	return sum / float64(len(edges))
}
