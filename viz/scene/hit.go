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

func (s *Scene) hitWorld(p Vec, nodeSlop, edgeSlop float64) string {
	if s.field != nil {
		return s.hitField(p, edgeSlop)
	}
	if id, ok := s.hitCard(p); ok {
		return id
	}
	best, id := math.Inf(1), ""
	frame := -1
	for i := len(s.nodes) - 1; i >= 0; i-- { // the topmost first
		n := &s.nodes[i]
		if n.hidden {
			continue
		}
		if s.model.Nodes[i].Owns >= 0 { // behind all else
			if math.Abs(p.X-n.at.X) <= n.place.W/2 && math.Abs(p.Y-n.at.Y) <= n.place.H/2 {
				frame = i
			}
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
	if id = s.hitCable(p, edgeSlop); id == "" && frame >= 0 {
		if id = s.membershipAt(p, frame); id == "" {
			id = s.nodes[frame].model.ID
		}
	}
	return id
}

// hitCable returns the relation at p, or "". Of a cable with several relations,
// each has a part of the line's length.
func (s *Scene) hitCable(p Vec, slop float64) string {
	best, id := math.Inf(1), ""
	style := &s.wiring.format.Cable
	for c := range s.wiring.paths {
		w := &s.wiring.paths[c]
		d, along := w.nearest(p)
		d = max(0, d-style.Total(&s.model.Cables[c])/2)
		if d > slop || d >= best {
			continue
		}
		if r, ok := s.relationAt(c, along); ok {
			best, id = d, s.edges[r].model.ID
		}
	}
	return id
}

// relationAt returns the relation of cable c that has the part of its line at a
// distance from the start.
func (s *Scene) relationAt(c int, along float64) (relation int, ok bool) {
	w := &s.wiring.paths[c]
	shown := s.shown(c)
	if len(shown) == 0 {
		return 0, false
	}
	t := (along - w.trunk) / max(w.length-w.trunk, 1e-9)
	k := int(t * float64(len(shown)))
	return shown[min(max(k, 0), len(shown)-1)], true
}

// shown returns the relations of cable c that are in view, edge by edge.
func (s *Scene) shown(c int) []int {
	s.shownScratch = s.shownScratch[:0]
	for k := range s.model.Cables[c].Strands {
		for _, i := range s.model.Cables[c].Strands[k].Relations {
			if !s.edges[i].hidden {
				s.shownScratch = append(s.shownScratch, i)
			}
		}
	}
	return s.shownScratch
}

// share returns which part of the own line of its cable relation i has, from 0
// to 1; ok is false if it isn't drawn as a line.
func (s *Scene) share(i int) (lo, hi float64, ok bool) {
	c := s.model.CableOf[i]
	if c < 0 || len(s.wiring.paths[c].Points) < 2 {
		return 0, 0, false
	}
	shown := s.shown(c)
	for k, r := range shown {
		if r == i {
			return float64(k) / float64(len(shown)), float64(k+1) / float64(len(shown)), true
		}
	}
	return 0, 0, false
}
