package scene

import "proxynet/viz/layout"

// Refinement returns what a draft is to be laid out by, and where its nodes are
// now, for [layout.NewSpread]; ok is false for a drawing that is no draft.
func (s *Scene) Refinement() (g layout.Graph, start []layout.Point, ok bool) {
	if !s.drawing.Draft || s.field == nil {
		return layout.Graph{}, nil, false
	}
	return graphOf(s.drawing.Network), s.drawing.Layouts[0].points(), true
}

// SetPlaces moves all nodes of a field at once, as a layout goes on: places are in
// the order of the nodes, at any scale. Nodes that the reader holds stay.
func (s *Scene) SetPlaces(places []layout.Point) {
	if s.field == nil || len(places) != len(s.nodes) {
		panic("scene: places for another network")
	}
	s.drawing.Layouts[0].dot(places)
	for i, p := range s.scatter(s.layout) {
		n := &s.nodes[i]
		*n.place = p
		if !n.pinned {
			n.at = Vec{p.X, p.Y}
		}
	}
	s.motion = nil
	s.placed()
}
