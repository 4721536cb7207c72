package scene

import "slices"

// Emphasis is the opacity of each node and relation of a network of boxes in a state,
// at rest, from 0 to 1. Hidden parts have 0.
type Emphasis struct {
	Nodes, Relations []float64 // in the network's order
}

// Emphasis returns the opacities of s at rest, or false if its network is drawn as
// points.
func (s *Scene) Emphasis() (e Emphasis, ok bool) {
	if s.Points() != nil {
		return e, false
	}
	for i := range s.nodes {
		e.Nodes = append(e.Nodes, s.nodes[i].goal)
	}
	for i := range s.edges {
		r := &s.edges[i]
		if r.perhaps {
			e.Relations = append(e.Relations, min(r.goal, s.Settings.Open))
		} else {
			e.Relations = append(e.Relations, r.goal)
		}
	}
	return e, true
}

// Open returns the indices of the relations that are shown and open at the state's
// date.
func (s *Scene) Open() []int {
	var open []int
	for i := range s.edges {
		if s.edges[i].perhaps && !s.edges[i].hidden {
			open = append(open, i)
		}
	}
	return open
}

// Near returns the area of the world to which the story's step zooms.
func (s *Scene) Near() (Rect, bool) { return s.near() }

// Cable returns the indices of the relations of a cable, given by its index.
func (s *Scene) Cable(index int) []int {
	if b, ok := s.mode.(*boxes); ok {
		return b.model.Cables[index].Relations
	}
	return nil
}

// Bearers returns the indices of the relations that have a badge of a line.
func (s *Scene) Bearers(m *BadgeMark) []int {
	if m.Cable < 0 {
		return nil
	}
	if m.Face == Count {
		return s.Cable(m.Cable)
	}
	var bearers []int
	for _, i := range s.Cable(m.Cable) {
		if slices.ContainsFunc(s.mode.(*boxes).signs[i], func(sign BadgeMark) bool { return sign.Text == m.Text && sign.Face == m.Face }) {
			bearers = append(bearers, i)
		}
	}
	return bearers
}
