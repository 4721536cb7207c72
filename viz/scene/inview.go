package scene

import "proxynet/network"

// Network returns the network that the scene shows.
func (s *Scene) Network() *network.Network { return s.drawing.Network }

// Mirrored reports whether the layout in use is mirrored, since labels run from right to
// left.
func (s *Scene) Mirrored() bool { return s.layout.Mirrored }

// InView returns the indices of the nodes and relations that show in an area of the
// world.
func (s *Scene) InView(area Rect) (nodes, relations []int) {
	for v := range s.nodes {
		if !s.nodes[v].hidden && s.mode.bounds(v).touches(area) {
			nodes = append(nodes, v)
		}
	}
	for i := range s.edges {
		if !s.edges[i].hidden && s.mode.passes(i, area) {
			relations = append(relations, i)
		}
	}
	return nodes, relations
}

// passes reports whether the line of an edge, or the frame that shows it, is in an area.
func (b *boxes) passes(edge int, area Rect) bool {
	c := b.model.CableOf[edge]
	if c < 0 {
		return b.bounds(b.edges[edge].from).touches(area) && b.bounds(b.edges[edge].to).touches(area)
	}
	points := b.lines.paths[c].Points
	for k := 1; k < len(points); k++ {
		if spanned(points[k-1], points[k]).touches(area) {
			return true
		}
	}
	return false
}

// passes reports whether the area that an edge spans meets another.
func (pt *Points) passes(edge int, area Rect) bool {
	return spanned(pt.edgeEnds(edge, pt.camera.view.Zoom)).touches(area)
}

// spanned returns the area between two points.
func spanned(a, b Vec) Rect {
	x, y := min(a.X, b.X), min(a.Y, b.Y)
	return Rect{x, y, max(a.X, b.X) - x, max(a.Y, b.Y) - y}
}

// touches reports whether two areas have a point in common.
func (r Rect) touches(o Rect) bool {
	return r.X <= o.X+o.W && o.X <= r.X+r.W && r.Y <= o.Y+o.H && o.Y <= r.Y+r.H
}
