package scene

import "math"

// Input is the state of the pointers at one moment, as plain values, so that tests can
// create it. Lengths are CSS pixels of the page.
type Input struct {
	Now     float64 // seconds, from an arbitrary start
	X, Y    float64 // of the mouse
	Over    bool    // the mouse is over the canvas
	Pressed bool    // its main button is down
	Wheel   float64 // notches turned since the last input; up is positive
	Touches []Touch // fingers that are down
}

// Touch is a finger on the screen.
type Touch struct {
	ID   int
	X, Y float64
}

// Gestures turns inputs into changes of a scene and into actions for the page.
// Its zero value is ready.
type Gestures struct {
	phase  phase
	node   int // dragged
	x0, y0 float64
	x, y   float64
	hit    string // under the press
	touch  bool
	hover  string
	spread float64 // between two fingers
	moved  bool    // the view has changed since the last action about it
	quiet  float64 // when the view was last changed

	clicked        float64 // when the last click was
	clickX, clickY float64
}

type phase int

const (
	idle phase = iota
	press
	dragging
	panning
	pinching
	spent // a finger of a pinch was lifted: wait until all are
)

// Feed takes the next input. It moves and zooms the scene itself and returns
// the actions for the page.
func (g *Gestures) Feed(s *Scene, in Input) []Action {
	var out []Action
	x, y, down := in.X, in.Y, in.Pressed
	if len(in.Touches) > 0 || g.touch && g.phase != idle {
		g.touch = true
		down = len(in.Touches) > 0
		x, y = g.x, g.y
		if down {
			x, y = in.Touches[0].X, in.Touches[0].Y
		}
	} else {
		g.touch = false
	}

	switch {
	case len(in.Touches) >= 2:
		g.pinch(s, in)
	case g.phase == pinching:
		g.phase = spent
	case g.phase == spent:
		if !down {
			g.phase = idle
		}
	case down && g.phase == idle:
		g.begin(s, x, y)
	case down:
		g.drag(s, x, y)
	case g.phase == press:
		out = g.click(s, in.Now, out)
		g.phase = idle
	case g.phase == dragging || g.phase == panning:
		g.drag(s, x, y) // since the last frame the pointer may have moved before it was released
		g.phase = idle
	}
	if g.phase == panning || g.phase == pinching {
		g.moved, g.quiet = true, in.Now
	}

	if in.Wheel != 0 && s.camera.area.Contains(in.X, in.Y) {
		s.camera.zoomBy(in.X, in.Y, math.Pow(1.2, in.Wheel))
		g.moved, g.quiet = true, in.Now
	}
	const pause = 0.25 // seconds without a change before the page is sent the view
	if g.moved && (g.phase == idle || g.phase == spent) && in.Now-g.quiet >= pause && s.camera.chosen != nil {
		g.moved = false
		out = append(out, Action{Type: "view", View: s.camera.send()})
	}

	if !g.touch && g.phase == idle {
		hover := ""
		if in.Over {
			hover = s.Hit(in.X, in.Y, s.Settings.Slop)
		}
		if hover != g.hover {
			g.hover = hover
			out = append(out, Action{Type: "hover", ID: hover})
		}
	}
	return out
}

// Busy reports whether the gestures need inputs even if nothing happens: a press is
// held, or a change of the view has not been sent yet.
func (g *Gestures) Busy() bool { return g.phase != idle || g.moved }

func (g *Gestures) slop(s *Scene) float64 {
	if g.touch {
		return s.Settings.TouchSlop
	}
	return s.Settings.Slop
}

func (g *Gestures) begin(s *Scene, x, y float64) {
	g.x0, g.y0, g.x, g.y = x, y, x, y
	g.hit = s.Hit(x, y, g.slop(s))
	g.phase = press
	if !s.camera.area.Contains(x, y) {
		g.phase = spent
	}
}

func (g *Gestures) drag(s *Scene, x, y float64) {
	if g.phase == press && math.Hypot(x-g.x0, y-g.y0) > s.Settings.Drag*g.slop(s)/s.Settings.Slop {
		g.phase = panning
		if v, ok := s.index.node.find(g.hit); ok && s.mode.movable() {
			g.phase, g.node = dragging, v
		}
	}
	switch {
	case g.phase == dragging && (x != g.x || y != g.y):
		s.mode.drag(g.node, s.camera.toWorld(x, y))
	case g.phase == panning:
		s.camera.panBy(x-g.x, y-g.y)
	}
	g.x, g.y = x, y
}

// click selects the pressed element, or clears the selection. A double click on the
// ground fits the picture; on a node that was dropped elsewhere it releases the node.
func (g *Gestures) click(s *Scene, now float64, out []Action) []Action {
	double := g.clicked > 0 && now-g.clicked < s.Settings.DoubleTime && math.Hypot(g.x0-g.clickX, g.y0-g.clickY) < 2*g.slop(s)
	g.clicked, g.clickX, g.clickY = now, g.x0, g.y0
	if double {
		g.clicked = 0
		if v, ok := s.index.node.find(g.hit); ok {
			s.mode.release(v)
			return out
		}
		if g.hit == "" {
			g.moved = false
			return append(out, Action{Type: "fit"})
		}
	}
	return append(out, Action{Type: "select", ID: g.hit})
}

func (g *Gestures) pinch(s *Scene, in Input) {
	a, b := in.Touches[0], in.Touches[1]
	x, y, spread := (a.X+b.X)/2, (a.Y+b.Y)/2, math.Hypot(a.X-b.X, a.Y-b.Y)
	if g.phase == pinching {
		s.camera.panBy(x-g.x, y-g.y)
		if g.spread > 0 && spread > 0 {
			s.camera.zoomBy(x, y, spread/g.spread)
		}
	}
	g.phase, g.x, g.y, g.spread = pinching, x, y, spread
}
