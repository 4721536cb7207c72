package scene

import (
	"fmt"
	"math"

	"proxynet/network"
	"proxynet/viz/diagram"
	"proxynet/viz/layout"
)

// Scene is a drawing in a certain state, seen in a certain area. Its zero value
// is of no use; make one with [New].
type Scene struct {
	Settings Settings

	drawing *Drawing
	layout  *Layout
	index   index
	state   State
	asked   asked // what the state's questions bring out
	looks   Looks

	model  *diagram.Model // nil for a field
	netOf  []int          // net of each cable
	wiring *wiring        // nil for a field
	nodes  []node
	edges  []edge

	shownScratch  []int
	cablesScratch []cableNow
	badgesScratch []BadgeMark

	cardCache *CardMark // see card
	cardKey   cardKey

	area    Rect          // where the graph stands
	visible Rect          // the part of area that nothing covers
	view    View          // as drawn now
	aside   aside         // how the view stands aside so that a selection isn't covered
	told    *network.View // the state's view when page and scene last agreed on it
	still   bool          // changes are shown at once, without easing

	field *field // nil for a network of boxes

	motion    *layout.Simulation // nil when every node is at rest
	returning bool               // no node is held, and all go back to their places
	bodyOf    []int              // by node, while it runs
	bodyNodes []int
	due       float64 // ticks that are due, less than one after an advance
}

// node is a node as drawn now.
type node struct {
	model  *network.Node
	place  *Place // in the layout
	at     Vec    // centre
	hidden bool
	pinned bool // dropped here by the reader
	emphasis
}

// edge is a relation as drawn now.
type edge struct {
	model    *network.Relation
	from, to int
	hidden   bool
	perhaps  bool        // at the state's date it is open whether it holds
	signs    []BadgeMark // at the state's date, without place, size and colour
	emphasis
}

// emphasis is how strongly an element stands out now, and where that is going.
type emphasis struct{ now, goal float64 }

// step moves the emphasis by at most d and reports whether it moved.
func (e *emphasis) step(d float64) bool {
	if e.now == e.goal {
		return false
	}
	if e.now < e.goal {
		e.now = min(e.now+d, e.goal)
	} else {
		e.now = max(e.now-d, e.goal)
	}
	return true
}

// New returns the scene of d in its first state, seen in an area that has the
// size of the layout named. It fails when a layout doesn't fit the network.
func New(d *Drawing, layoutName string, s Settings) (*Scene, error) {
	sc := &Scene{Settings: s, drawing: d, index: newIndex(d.Network), looks: NewLooks(d.Network)}
	for i := range d.Layouts {
		l := &d.Layouts[i]
		if l.Places == nil && len(d.Layouts[0].Dots) == 2*len(d.Nodes) && len(d.Nodes) > 0 && l.Width > 0 && l.Height > 0 {
			continue
		}
		if len(l.Places) != len(d.Nodes) || !(l.Width > 0) || !(l.Height > 0) {
			return nil, fmt.Errorf("layout %q has %d places in %g × %g for %d nodes; build the network again", l.Name, len(l.Places), l.Width, l.Height, len(d.Nodes))
		}
		for j, p := range l.Places {
			if p.ID != d.Nodes[j].ID {
				return nil, fmt.Errorf("layout %q: place %d is of %q, not of %q; build the network again", l.Name, j, p.ID, d.Nodes[j].ID)
			}
		}
	}
	if d.Layouts == nil || d.Layouts[0].Places != nil || len(d.Nodes) == 0 {
		sc.setModel(diagram.New(d.Network))
	}
	for _, f := range Formats {
		if err := sc.useLayout(f.Name); err != nil {
			return nil, fmt.Errorf("%w; build the network again", err)
		}
	}
	if err := sc.useLayout(layoutName); err != nil {
		return nil, err
	}
	sc.area = Rect{W: sc.layout.Width, H: sc.layout.Height}
	sc.visible = sc.area
	sc.view = fit(sc.layout, sc.area)
	sc.refresh()
	sc.settle()
	return sc, nil
}

// setModel takes what is drawn of a network of boxes.
func (s *Scene) setModel(m *diagram.Model) {
	s.model, s.netOf = m, make([]int, len(m.Cables))
	for i := range m.Nets {
		for _, c := range m.Nets[i].Cables {
			s.netOf[c] = i
		}
	}
}

// useLayout puts every node where the named layout has it, and forgets pins.
func (s *Scene) useLayout(name string) error {
	for i := range s.drawing.Layouts {
		l := &s.drawing.Layouts[i]
		if l.Name != name {
			continue
		}
		if s.layout == l {
			return nil
		}
		s.layout, s.motion = l, nil
		old := s.nodes
		s.nodes = make([]node, len(s.drawing.Nodes))
		places, dots := l.Places, l.Places == nil
		if dots {
			places = s.scatter(l)
		}
		for j := range s.nodes {
			p := &places[j]
			s.nodes[j] = node{model: &s.drawing.Nodes[j], place: p, at: Vec{p.X, p.Y}}
			if old != nil {
				s.nodes[j].emphasis, s.nodes[j].hidden = old[j].emphasis, old[j].hidden
			}
		}
		if s.edges == nil {
			s.edges = make([]edge, len(s.drawing.Relations))
			for j := range s.edges {
				r := &s.drawing.Relations[j]
				s.edges[j] = edge{model: r, from: s.index.node[r.From], to: s.index.node[r.To]}
			}
		}
		if dots && s.field == nil {
			s.field = newField(s)
		}
		if dots {
			s.field.measure(s)
			s.field.names.forget()
			s.placed()
			return nil
		}
		s.wiring = newWiring(s.model, l, places)
		return nil
	}
	return fmt.Errorf("there is no layout %q", name)
}

// SetArea says where on the page the graph stands and which part of that is not
// covered, and takes the layout that fits its shape.
func (s *Scene) SetArea(area, visible Rect) {
	if area == s.area && visible == s.visible {
		return
	}
	resized := area != s.area
	s.area, s.visible = area, visible
	name := "tall"
	if area.W >= WideAspect*area.H {
		name = "wide"
	}
	if err := s.useLayout(name); err != nil {
		panic("scene: " + err.Error()) // New has seen both
	}
	s.aside = aside{}
	if resized && s.state.View == nil {
		s.view = s.goalView() // nothing to ease: the page itself has jumped
	}
	s.reveal()
}

// SetStill says whether changes are shown at once, as readers who prefer
// reduced motion ask for.
func (s *Scene) SetStill(still bool) { s.still = still }

// SetState makes the scene show state. A view that a hand is moving is kept,
// unless the page asks for another than it last did.
func (s *Scene) SetState(state State) {
	selected := state.Select != s.state.Select
	if selected {
		s.aside = aside{}
	}
	if same(state.View, s.told) {
		state.View = s.state.View
	} else {
		s.told, s.aside = state.View, aside{}
		if state.View == nil {
			s.unpin()
		}
	}
	old := s.state
	s.state = state
	asks := !sameQuestion(&old, &state)
	if asks {
		s.aside = aside{}
		s.ask()
	}
	s.refresh()
	if selected || asks {
		s.reveal()
	}
}

func same(a, b *network.View) bool { return a == b || a != nil && b != nil && *a == *b }

// State returns what SetState was last given.
func (s *Scene) State() State { return s.state }

// unpin lets every dropped node go back to its place.
func (s *Scene) unpin() {
	for i := range s.nodes {
		if s.nodes[i].pinned {
			s.release(i)
		}
	}
}

// Advance lets dt seconds pass and reports whether anything changed that is to
// be drawn.
func (s *Scene) Advance(dt float64) bool {
	changed := false
	step := dt / s.Settings.Ease
	if s.still {
		step = 1
	}
	if s.field != nil {
		changed = s.field.aside.step(step)
	} else {
		changed = s.stepAll(step)
	}
	if goal := s.goalView(); s.view != goal {
		changed = true
		// An exponential approach: nine tenths of the way in the time of an ease.
		s.view = s.view.toward(goal, 1-math.Pow(0.1, step))
		if s.still || s.view.near(goal, s.area) {
			s.view = goal
		}
	}
	if s.motion != nil {
		changed = true
		s.move(dt)
	}
	return changed
}

// stepAll eases every element on by one step.
func (s *Scene) stepAll(step float64) bool {
	changed := false
	for i := range s.nodes {
		changed = s.nodes[i].step(step) || changed
	}
	for i := range s.edges {
		changed = s.edges[i].step(step) || changed
	}
	return changed
}

// settle ends every easing.
func (s *Scene) settle() {
	if s.field != nil {
		s.field.aside.now = s.field.aside.goal
	}
	for i := range s.nodes {
		s.nodes[i].now = s.nodes[i].goal
	}
	for i := range s.edges {
		s.edges[i].now = s.edges[i].goal
	}
	s.view = s.goalView()
}

// Spot is where an element stands on the page, in CSS pixels, and how far from
// there a click still finds it.
type Spot struct {
	X float64 `json:"x"`
	Y float64 `json:"y"`
	R float64 `json:"r"`
}

// Positions returns the spot of every node and relation that is shown, by id.
// The spot of a relation is where a click finds it and nothing else.
func (s *Scene) Positions() map[string]Spot {
	m := make(map[string]Spot, len(s.nodes)+len(s.edges))
	for v := range s.nodes {
		n := &s.nodes[v]
		if n.hidden {
			continue
		}
		at, r := n.at, min(n.place.W, n.place.H)/2*s.view.Zoom
		if s.field == nil {
			if f := s.model.Nodes[v].Owns; f != diagram.None && f < len(s.layout.Frames) { // its title: elsewhere are members and lines
				p := &s.layout.Frames[f]
				at = n.at.add(Vec{p.X + p.W/2 - n.place.X, p.Y + p.H/2 - n.place.Y})
				r = p.H / 2 * s.view.Zoom
			}
		}
		x, y := s.view.toPage(s.area, at.X, at.Y)
		if s.field != nil {
			r = s.radius(v, s.view.Zoom)
		}
		m[n.model.ID] = Spot{x, y, r}
	}
	for i, st := range s.edges {
		if st.hidden || s.field != nil && !s.field.lit.seen[len(s.nodes)+i] {
			continue
		}
		if p, ok := s.spot(i); ok {
			x, y := s.view.toPage(s.area, p.X, p.Y)
			m[st.model.ID] = Spot{x, y, s.Settings.Gap / 2 * s.view.Zoom}
		}
	}
	return m
}

// spot returns the point of edge i, as near the middle of its part of the line
// as can be, at which a click finds it, if possible also when it is rounded to
// the next pixel.
func (s *Scene) spot(i int) (Vec, bool) {
	const steps = 24
	lo, hi := 0.0, 1.0
	if s.field == nil {
		if p, ok := s.cardSpot(i); ok {
			return p, true
		}
		if s.model.CableOf[i] < 0 {
			return s.membershipSpot(i)
		}
		var ok bool
		if lo, hi, ok = s.share(i); !ok {
			return Vec{}, false
		}
	}
	for _, rounding := range []float64{0.75, 0} { // CSS pixels
		for k := range 2*steps - 1 {
			off := float64((k+1)/2) / (2 * steps)
			if k%2 == 1 {
				off = -off
			}
			if p := s.along(i, lo+(hi-lo)*(0.5+off)); s.found(p, i, rounding/s.view.Zoom) {
				return p, true
			}
		}
	}
	return Vec{}, false
}

// along returns the point of edge i at parameter t.
func (s *Scene) along(i int, t float64) Vec {
	if s.field != nil {
		a, b := s.wire(i, s.view.Zoom)
		return a.lerp(b, t)
	}
	return s.wiring.at(s.model.CableOf[i], t)
}

// found reports whether a click within d of p, across and down, finds edge i.
func (s *Scene) found(p Vec, i int, d float64) bool {
	for _, off := range []Vec{{}, {d, d}, {d, -d}, {-d, d}, {-d, -d}} {
		if s.hitWorld(p.add(off), 0, s.Settings.Slop/s.view.Zoom) != s.edges[i].model.ID {
			return false
		}
	}
	return true
}
