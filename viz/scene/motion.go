package scene

import (
	"slices"

	"proxynet/viz/diagram"
	"proxynet/viz/layout"
)

// motion moves the boxes while the reader drags one, and until all are at rest again.
type motion struct {
	*boxes
	simulation *layout.Simulation // nil while every node is at rest
	returning  bool               // no node is held, and all go back to their places
	bodyOf     []int              // by node, while it runs
	bodyNodes  []int
	due        float64 // ticks that are due, less than one after an advance
}

// running reports whether nodes are moving; stop leaves them where they are.
func (m *motion) running() bool { return m.simulation != nil }

// busy reports whether nodes are moving or lines have still to be improved after that.
func (m *motion) busy() bool { return m.running() || m.lines.rough() }
func (m *motion) stop()      { m.simulation = nil }

// bodies says which body of the simulation each node is: a frame and its members
// are one.
func (m *motion) bodies() (of []int, nodes []int) {
	of = make([]int, len(m.nodes))
	for i := range m.nodes {
		if m.model.Nodes[i].Frame == diagram.None {
			of[i] = len(nodes)
			nodes = append(nodes, i)
		}
	}
	for _, f := range m.model.Frames {
		for _, member := range f.Members {
			of[member] = of[f.Node]
		}
	}
	return of, nodes
}

// reheat restarts the simulation from the positions of the nodes. Each is pulled back
// to its place in the layout, so that the picture keeps its order; those that the
// reader dropped stay where they are. Once none is held any more, all go back, through
// each other where they have changed sides.
func (m *motion) reheat() {
	returning := !slices.ContainsFunc(m.nodes, func(n node) bool { return n.pinned })
	if m.simulation == nil || returning != m.returning {
		m.returning = returning
		m.bodyOf, m.bodyNodes = m.bodies()
		g := layout.Graph{}
		for _, i := range m.bodyNodes {
			p := m.nodes[i].place
			g.Boxes = append(g.Boxes, layout.Box{W: p.W, H: p.H})
			g.Home = append(g.Home, layout.Point{X: p.X, Y: p.Y})
		}
		for _, st := range m.edges {
			if a, b := m.bodyOf[st.from], m.bodyOf[st.to]; !st.hidden && a != b {
				g.Edges = append(g.Edges, layout.Edge{From: int32(a), To: int32(b)})
			}
		}
		settings := layout.Defaults()
		settings.Charge = 0 // the layout has spread the nodes already
		settings.Center = 0
		settings.Padding = m.lines.format.Cell * 2 // room for a line between
		if returning {
			settings.Collision = 0
		}
		sim, err := layout.New(g, settings)
		if err != nil {
			panic("scene: a drawing that was checked can't be laid out: " + err.Error())
		}
		for k, i := range m.bodyNodes {
			sim.Move(k, layout.Point(m.nodes[i].at))
			if m.nodes[i].pinned {
				sim.Pin(k, layout.Point(m.nodes[i].at))
			}
		}
		m.simulation = sim
	}
	m.simulation.Reheat(m.Settings.Reheat)
}

// advance lets the simulation run for dt seconds, or to its end for readers who
// want no motion, and ends it when it has settled; then it improves the lines. It
// reports whether anything may have changed.
func (m *motion) advance(dt float64) bool {
	if !m.running() {
		if !m.lines.rough() {
			return false
		}
		m.lines.improve()
		return true
	}
	const pace = 60 // ticks per second, on slow machines too
	for m.due += dt * pace; m.due >= 1 || m.still; m.due-- {
		if m.simulation.Tick(); m.simulation.Settled() {
			break
		}
	}
	m.due = min(max(m.due, 0), 1)
	settled := m.simulation.Settled()
	for k, i := range m.bodyNodes {
		n := &m.nodes[i]
		n.at = Vec(m.simulation.Position(k))
		const arrived = 0.25 // of a unit: the rest of the way is not visible
		if home := (Vec{n.place.X, n.place.Y}); settled && (m.returning || n.at.to(home) < arrived) {
			n.at = home
		}
	}
	for _, f := range m.model.Frames {
		frame := &m.nodes[f.Node]
		off := frame.at.sub(Vec{frame.place.X, frame.place.Y})
		for _, v := range f.Members {
			n := &m.nodes[v]
			n.at = Vec{n.place.X, n.place.Y}.add(off)
		}
	}
	m.lines.follow(m.nodes)
	if settled {
		m.simulation = nil
	}
	return true
}

// drag holds a node at a point of the world. A member carries its frame along.
func (m *motion) drag(i int, at Vec) {
	mover := m.mover(i)
	at = at.add(Vec{m.nodes[mover].place.X - m.nodes[i].place.X, m.nodes[mover].place.Y - m.nodes[i].place.Y})
	i = mover
	m.nodes[i].pinned = true
	m.reheat()
	m.simulation.Pin(m.bodyOf[i], layout.Point(at))
}

// mover returns the node that moves when i is dragged: the frame that it is a
// member of, or itself.
func (m *motion) mover(i int) int {
	if m.model.Nodes[i].Frame != diagram.None {
		return m.model.Frames[m.model.Nodes[i].Frame].Node
	}
	return i
}

// release lets a node go back to its place, if it was dropped elsewhere.
func (m *motion) release(i int) {
	if i = m.mover(i); !m.nodes[i].pinned {
		return
	}
	m.nodes[i].pinned = false
	m.reheat()
	m.simulation.Unpin(m.bodyOf[i])
}

// releaseAll returns every dropped node to its place.
func (m *motion) releaseAll() {
	for i := range m.nodes {
		if m.nodes[i].pinned {
			m.release(i)
		}
	}
}
