package scene

import "math"

// Hit returns the id of the node or relation at a point of the page, or "". A
// relation may be missed by so many CSS pixels; a node by half as many.
func (s *Scene) Hit(x, y, slop float64) string {
	if !s.area.Contains(x, y) {
		return ""
	}
	wx, wy := s.view.toWorld(s.area, x, y)
	return s.hitWorld(Vec{wx, wy}, slop/2/s.view.Zoom, slop/s.view.Zoom)
}

func (s *Scene) hitWorld(p Vec, nodeSlop, strandSlop float64) string {
	if s.field != nil {
		return s.hitField(p, strandSlop)
	}
	best, id := math.Inf(1), ""
	for i := len(s.nodes) - 1; i >= 0; i-- { // the topmost first
		n := &s.nodes[i]
		if n.hidden {
			continue
		}
		dx := math.Abs(p.X-n.at.X) - n.place.W/2
		dy := math.Abs(p.Y-n.at.Y) - n.place.H/2
		if d := max(dx, dy, 0); d <= nodeSlop && d < best {
			best, id = d, n.model.ID
		}
	}
	if id != "" {
		return id
	}
	// What stands out is found first where strands lie close together.
	best = math.Inf(1)
	for i := range s.strands {
		st := &s.strands[i]
		if st.hidden {
			continue
		}
		d := st.curve.distance(p)
		reach := strandSlop + LineOf(st.model.Kind).Width/2
		if d <= reach && d < best {
			best, id = d, st.model.ID
		}
	}
	return id
}
