package scene

import (
	"slices"

	"proxynet/viz/diagram"
	"proxynet/viz/layout"
)

// bodies says which body of the simulation each node is: a frame and its members
// are one.
func (s *Scene) bodies() (of []int, nodes []int) {
	of = make([]int, len(s.nodes))
	for i := range s.nodes {
		if s.model.Nodes[i].Frame == diagram.None {
			of[i] = len(nodes)
			nodes = append(nodes, i)
		}
	}
	for _, f := range s.model.Frames {
		for _, m := range f.Members {
			of[m] = of[f.Node]
		}
	}
	return of, nodes
}

// stir starts the simulation from where the nodes are. Each is drawn back to its
// place in the layout, so that the picture keeps its order; those that the
// reader dropped stay where they are. Once none is held any more, all go back,
// through each other where they have changed sides.
func (s *Scene) stir() {
	returning := !slices.ContainsFunc(s.nodes, func(n node) bool { return n.pinned })
	if s.motion == nil || returning != s.returning {
		s.returning = returning
		s.bodyOf, s.bodyNodes = s.bodies()
		g := layout.Graph{}
		for _, i := range s.bodyNodes {
			p := s.nodes[i].place
			g.Boxes = append(g.Boxes, layout.Box{W: p.W, H: p.H})
			g.Home = append(g.Home, layout.Point{X: p.X, Y: p.Y})
		}
		for _, st := range s.edges {
			if a, b := s.bodyOf[st.from], s.bodyOf[st.to]; !st.hidden && a != b {
				g.Edges = append(g.Edges, layout.Edge{From: int32(a), To: int32(b)})
			}
		}
		settings := layout.Defaults()
		settings.Charge = 0 // the layout has spread the nodes already
		settings.Center = 0
		settings.Padding = s.wiring.format.Cell * 2 // room for a line between
		if returning {
			settings.Collision = 0
		}
		m, err := layout.New(g, settings)
		if err != nil {
			panic("scene: a drawing that was checked can't be laid out: " + err.Error())
		}
		for k, i := range s.bodyNodes {
			m.Move(k, layout.Point(s.nodes[i].at))
			if s.nodes[i].pinned {
				m.Pin(k, layout.Point(s.nodes[i].at))
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
	settled := s.motion.Settled()
	for k, i := range s.bodyNodes {
		n := &s.nodes[i]
		n.at = Vec(s.motion.Position(k))
		const arrived = 0.25 // of a unit: nobody sees the rest of the way
		if home := (Vec{n.place.X, n.place.Y}); settled && (s.returning || n.at.to(home) < arrived) {
			n.at = home
		}
	}
	for _, f := range s.model.Frames {
		frame := &s.nodes[f.Node]
		off := frame.at.sub(Vec{frame.place.X, frame.place.Y})
		for _, m := range f.Members {
			s.nodes[m].at = Vec{s.nodes[m].place.X, s.nodes[m].place.Y}.add(off)
		}
	}
	s.wiring.follow(s.nodes)
	if settled {
		s.motion = nil
	}
}

// drag holds a node under a point of the page. A member carries its frame along.
func (s *Scene) drag(i int, x, y float64) {
	wx, wy := s.view.toWorld(s.area, x, y)
	at := Vec{wx, wy}
	mover := s.mover(i)
	at = at.add(Vec{s.nodes[mover].place.X - s.nodes[i].place.X, s.nodes[mover].place.Y - s.nodes[i].place.Y})
	i = mover
	s.nodes[i].pinned = true
	s.stir()
	s.motion.Pin(s.bodyOf[i], layout.Point(at))
}

// mover returns the node that moves when i is dragged: the frame that it is a
// member of, or itself.
func (s *Scene) mover(i int) int {
	if s.model != nil && s.model.Nodes[i].Frame != diagram.None {
		return s.model.Frames[s.model.Nodes[i].Frame].Node
	}
	return i
}

// release lets a dropped node go back to its place.
func (s *Scene) release(i int) {
	i = s.mover(i)
	s.nodes[i].pinned = false
	s.stir()
	s.motion.Unpin(s.bodyOf[i])
}
