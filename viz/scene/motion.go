package scene

import "proxynet/viz/layout"

// stir starts the simulation from where the nodes stand now. Each is drawn back
// to its place in the layout, so that the picture keeps its order; those that
// the reader dropped stay where they are.
func (s *Scene) stir() {
	if s.motion == nil {
		g := layout.Graph{Boxes: make([]layout.Box, len(s.nodes)), Home: make([]layout.Point, len(s.nodes))}
		for i, n := range s.nodes {
			g.Boxes[i] = layout.Box{W: n.place.W, H: n.place.H}
			g.Home[i] = layout.Point{X: n.place.X, Y: n.place.Y}
		}
		for _, st := range s.strands {
			if !st.hidden {
				g.Edges = append(g.Edges, layout.Edge{From: int32(st.from), To: int32(st.to)})
			}
		}
		settings := layout.Defaults()
		settings.Charge = 0 // the layout has spread the nodes already
		settings.Center = 0
		m, err := layout.New(g, settings)
		if err != nil {
			panic("scene: a drawing that was checked can't be laid out: " + err.Error())
		}
		for i, n := range s.nodes {
			m.Move(i, layout.Point(n.at))
			if n.pinned {
				m.Pin(i, layout.Point(n.at))
			}
		}
		s.motion = m
	}
	s.motion.Reheat(s.Settings.Reheat)
}

// move lets the simulation run for dt seconds, or to its end for readers who
// want no motion, and ends it when it has settled.
func (s *Scene) move(dt float64) {
	const pace = 60 // ticks per second, on slow machines too
	for s.due += dt * pace; s.due >= 1 || s.still; s.due-- {
		if s.motion.Tick(); s.motion.Settled() {
			break
		}
	}
	s.due = min(max(s.due, 0), 1)
	moved := make(map[int]bool, len(s.nodes))
	for i := range s.nodes {
		if at := Vec(s.motion.Position(i)); at != s.nodes[i].at {
			s.nodes[i].at = at
			moved[i] = true
		}
	}
	s.bend(moved)
	if s.motion.Settled() {
		s.motion = nil
	}
}

// drag holds a node under a point of the page.
func (s *Scene) drag(i int, x, y float64) {
	wx, wy := s.view.toWorld(s.area, x, y)
	s.nodes[i].pinned = true
	s.stir()
	s.motion.Pin(i, layout.Point{X: wx, Y: wy})
}

// release lets a dropped node go back to its place.
func (s *Scene) release(i int) {
	s.nodes[i].pinned = false
	s.stir()
	s.motion.Unpin(i)
}
