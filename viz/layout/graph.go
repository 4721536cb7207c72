package layout

import (
	"fmt"
	"math"
)

// Limit bounds every coordinate and every length that goes in or out, so that
// no force overflows.
const Limit = 1e9

// Point is a place or a vector.
type Point struct{ X, Y float64 }

// Box is the full width and height of a node with its label. A zero Box is a
// mere point, which collides with nothing.
type Box struct{ W, H float64 }

// Edge joins two nodes, given by their indices.
type Edge struct{ From, To int32 }

// Graph is a graph to be laid out. Its nodes are the indices of Boxes. Self-loops and
// several edges between the same nodes are allowed.
type Graph struct {
	Edges []Edge
	Boxes []Box
	Rank  []float64 // nil, or each node's target y; NaN is none
	Home  []Point   // nil, or the place where each node starts and to which it returns
}

// Validate returns an error that names the first invalid index of g.
func (g Graph) Validate() error {
	n := len(g.Boxes)
	if n > math.MaxInt32 {
		return fmt.Errorf("layout: %d nodes; at most %d fit", n, math.MaxInt32)
	}
	for i, b := range g.Boxes {
		if !(b.W >= 0 && b.W <= Limit && b.H >= 0 && b.H <= Limit) {
			return fmt.Errorf("layout: box %d is %g × %g; sides must lie between 0 and %g", i, b.W, b.H, Limit)
		}
	}
	for i, e := range g.Edges {
		if e.From < 0 || int(e.From) >= n || e.To < 0 || int(e.To) >= n {
			return fmt.Errorf("layout: edge %d joins nodes %d and %d; there are nodes 0 to %d", i, e.From, e.To, n-1)
		}
	}
	if g.Rank != nil && len(g.Rank) != n {
		return fmt.Errorf("layout: %d ranks for %d nodes; give one each, or none", len(g.Rank), n)
	}
	for i, r := range g.Rank {
		if math.Abs(r) > Limit {
			return fmt.Errorf("layout: rank %d is %g; it must lie within ±%g, or be NaN for none", i, r, Limit)
		}
	}
	if g.Home != nil && len(g.Home) != n {
		return fmt.Errorf("layout: %d homes for %d nodes; give one each, or none", len(g.Home), n)
	}
	for i, p := range g.Home {
		if !(math.Abs(p.X) <= Limit && math.Abs(p.Y) <= Limit) {
			return fmt.Errorf("layout: home %d is (%g, %g); it must lie within ±%g", i, p.X, p.Y, Limit)
		}
	}
	return nil
}
