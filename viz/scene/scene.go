package scene

import (
	"fmt"

	"proxynet/network"
	"proxynet/viz/diagram"
)

// Scene is a drawing in a certain state, seen in a certain area. Its zero value
// is of no use; make one with [New].
type Scene struct {
	*content
	mode mode
}

// New returns the scene of d in its first state, seen in an area that has the
// size of the layout named. It fails if a layout doesn't fit the network.
func New(d *LaidOutNetwork, layoutName string, settings Settings) (*Scene, error) {
	return Open(d, layoutName, settings, func() {})
}

// Open is New for a large network. It calls pause repeatedly, so that other work can
// run.
func Open(d *LaidOutNetwork, layoutName string, settings Settings, pause func()) (*Scene, error) {
	if err := check(d); err != nil {
		return nil, err
	}
	s := &Scene{content: newContent(d, settings, pause)}
	defer func() { s.pause = func() {} }()
	if d.Layouts == nil || d.Layouts[0].Places != nil || len(d.Nodes) == 0 {
		s.mode = newBoxes(s.content, diagram.New(d.Network))
	} else {
		s.mode = newPoints(s.content)
	}
	for _, f := range Formats {
		if s.drawing.Layout(f.Name) == nil {
			return nil, fmt.Errorf("%w; build the network again", unknownLayout(f.Name))
		}
	}
	if err := s.useLayout(layoutName); err != nil {
		return nil, err
	}
	s.camera.area = Rect{W: s.layout.Width, H: s.layout.Height}
	s.camera.visible = s.camera.area
	s.camera.view = s.camera.fit()
	s.mode.refresh()
	s.mode.settle()
	s.camera.settle()
	return s, nil
}

// Prepare does, with calls of pause, what would otherwise delay the first picture.
func (s *Scene) Prepare(pause func()) {
	if pt := s.Points(); pt != nil {
		s.pause = pause
		defer func() { s.pause = func() {} }()
		pt.labels.levelAt(s.camera.view.Zoom)
	}
}

// LayoutFor returns the name of the layout whose labels are legible in an area, in CSS
// pixels. web/embed/size.js and web/page/page.css have the same rule.
func LayoutFor(area Rect) string {
	if area.W >= FlatAspect*area.H || area.W >= WideWidth && area.W >= WideAspect*area.H {
		return "wide"
	}
	return "tall"
}

// Points returns the scene of a network that is too large for boxes, or nil.
func (s *Scene) Points() *Points {
	p, _ := s.mode.(*Points)
	return p
}

// useLayout moves every node to its place in the named layout, and removes pins.
func (s *Scene) useLayout(name string) error {
	l := s.drawing.Layout(name)
	if l == nil {
		return unknownLayout(name)
	}
	if s.layout != l {
		s.mode.arrange(l)
		s.camera.closest = s.mode.closest()
	}
	return nil
}

func unknownLayout(name string) error { return fmt.Errorf("there is no layout %q", name) }

// SetArea sets the area of the graph on the page and its uncovered part, and chooses
// the layout that fits its shape.
func (s *Scene) SetArea(area, visible Rect) {
	if area == s.camera.area && visible == s.camera.visible {
		return
	}
	resized := area != s.camera.area
	s.camera.area, s.camera.visible = area, visible
	if err := s.useLayout(LayoutFor(area)); err != nil {
		panic("scene: " + err.Error()) // New has seen both
	}
	s.camera.offset = offset{}
	if resized && s.camera.chosen == nil {
		s.camera.settle() // nothing to ease, since the page itself has jumped
	}
	s.ensureVisible()
}

// SetStill sets whether changes are shown at once, for readers who prefer reduced
// motion.
func (s *Scene) SetStill(still bool) { s.still = still }

// SetState makes the scene show state. A view that a gesture is moving is kept, unless
// the page sets a new one.
func (s *Scene) SetState(state State) {
	if q := s.Ask(state); q != nil {
		q.Answer(func() {})
		s.Reply(q)
	}
}

// State returns the last state of SetState, with the view that gestures have moved
// since.
func (s *Scene) State() State {
	state := s.state
	state.View = (*network.View)(s.camera.chosen)
	return state
}

// Advance advances the time by dt seconds and reports whether the picture changed.
func (s *Scene) Advance(dt float64) bool {
	step := dt / s.Settings.Ease
	if s.still {
		step = 1
	}
	changed := s.mode.ease(step)
	changed = s.camera.advance(step, s.still) || changed
	return s.mode.advance(dt) || changed
}

// Settle ends all easing: the scene looks as after all its changes have come to rest.
func (s *Scene) Settle() {
	s.mode.settle()
	s.camera.settle()
}

// Picture puts the current picture into p, whose slices it reuses. It is empty for a
// network too large for boxes: see [Points].
func (s *Scene) Picture(p *Picture) {
	p.reset()
	s.mode.picture(p)
}

// Area returns the area of the graph on the page.
func (s *Scene) Area() Rect { return s.camera.area }

// View returns the view as drawn now.
func (s *Scene) View() View { return s.camera.view }

// Origin returns the place of the world's origin on the page, in CSS pixels.
func (s *Scene) Origin() (x, y float64) {
	at := s.camera.toPage(Vec{})
	return at.X, at.Y
}

// PanZoom returns the action that pans by dx and dy CSS pixels and zooms by factor about
// the middle of the uncovered area. It starts from the view that an animation is heading
// for, so that repeated calls add up.
func (s *Scene) PanZoom(dx, dy, factor float64) Action {
	return Action{Type: "view", View: s.camera.panZoomed(dx, dy, factor)}
}

// Hit returns the id of the node or relation at a point of the page, or "". A relation
// is found within slop CSS pixels; a node within half of that.
func (s *Scene) Hit(x, y, slop float64) string {
	c := &s.camera
	if !c.area.Contains(x, y) {
		return ""
	}
	return s.mode.hit(c.toWorld(x, y), slop/2/c.view.Zoom, slop/c.view.Zoom)
}

// Spot is the place of an element on the page, and the distance within which a click
// hits it, in CSS pixels.
type Spot struct {
	X float64 `json:"x"`
	Y float64 `json:"y"`
	R float64 `json:"r"`
}

// Positions returns the spot of every visible node and relation, by id. A click at the
// spot of a relation hits only the relation.
func (s *Scene) Positions() map[string]Spot {
	m := make(map[string]Spot, len(s.nodes)+len(s.edges))
	for v := range s.nodes {
		if n := &s.nodes[v]; !n.hidden {
			at, r := s.mode.nodeSpot(v)
			at = s.camera.toPage(at)
			m[n.model.ID] = Spot{at.X, at.Y, r}
		}
	}
	for i := range s.edges {
		e := &s.edges[i]
		if e.hidden {
			continue
		}
		if at, ok := s.mode.edgeSpot(i); ok {
			at = s.camera.toPage(at)
			m[e.model.ID] = Spot{at.X, at.Y, s.Settings.Gap / 2 * s.camera.view.Zoom}
		}
	}
	return m
}

// ensureVisible moves the view, and zooms out if need be, just far enough that the
// selection, or else the highlighted answer, isn't covered.
func (s *Scene) ensureVisible() {
	box, ok := s.content.boundsOf(s.mode, s.state.Select)
	if !ok && s.state.Select == "" {
		box, ok = s.content.boundsOfAll(s.mode, s.answers.nodes)
	}
	if !ok {
		s.camera.offset = offset{}
		return
	}
	s.camera.ensureVisible(box)
}
