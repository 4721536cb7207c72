package scene_test

import (
	"fmt"
	"math"
	"testing"

	"proxynet/network"
	"proxynet/viz/scene"
)

// hand feeds inputs to a scene, a sixtieth of a second apart.
type hand struct {
	t   *testing.T
	s   *scene.Scene
	g   scene.Gestures
	now float64
	got []scene.Action
}

func newHand(t *testing.T) *hand { return &hand{t: t, s: open(t), now: 1} }

func (h *hand) feed(in scene.Input) {
	h.now += 1.0 / 60
	in.Now = h.now
	h.got = append(h.got, h.g.Feed(h.s, in)...)
	h.s.Advance(1.0 / 60)
}

func (h *hand) mouse(x, y float64, pressed bool) {
	h.feed(scene.Input{X: x, Y: y, Over: true, Pressed: pressed})
}

func (h *hand) click(x, y float64) {
	h.mouse(x, y, false)
	h.mouse(x, y, true)
	h.mouse(x, y, false)
}

// pass advances the time with nothing pressed.
func (h *hand) pass(seconds float64) {
	for end := h.now + seconds; h.now < end; {
		h.feed(scene.Input{X: -1, Y: -1})
	}
}

// wants checks the actions so far, except hovers, and clears them.
func (h *hand) wants(want ...string) {
	h.t.Helper()
	var got []string
	for _, a := range h.got {
		if a.Type != "hover" {
			got = append(got, a.Type+" "+a.ID)
		}
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		h.t.Errorf("actions are %q; want %q", got, want)
	}
	h.got = nil
}

func TestGesturesSelect(t *testing.T) {
	h := newHand(t)
	h.click(400, 50)
	h.wants("select root")
	spot := h.s.Positions()["r-enemy"]
	h.click(spot.X, spot.Y)
	h.wants("select r-enemy")
	h.click(620, 120)
	h.wants("select ")
}

func TestGesturesSendHoverOnce(t *testing.T) {
	h := newHand(t)
	h.mouse(400, 50, false)
	h.mouse(401, 50, false)
	h.feed(scene.Input{X: 401, Y: 50, Over: false}) // over an element on the canvas
	if len(h.got) != 2 || h.got[0].ID != "root" || h.got[1].ID != "" {
		t.Errorf("got %v; want hover root, then none", h.got)
	}
}

func TestGesturesDragNodes(t *testing.T) {
	h := newHand(t)
	before := h.s.Positions()
	h.mouse(300, 200, true)
	for i := range 30 {
		h.mouse(300-float64(i*5), 200, true)
	}
	h.mouse(155, 200, false)
	h.pass(2)
	h.wants()
	after := h.s.Positions()
	if d := math.Hypot(after["force"].X-155, after["force"].Y-200); d > 1 {
		t.Errorf("force lies %.1f from where it was dropped", d)
	}
	for _, id := range []string{"root", "group"} {
		if d := math.Hypot(after[id].X-before[id].X, after[id].Y-before[id].Y); d < 1 {
			t.Errorf("its neighbour %s moved by %.2f; want at least 1", id, d)
		}
	}
	h.click(155, 200)
	h.click(155, 200)
	h.got = nil
	h.pass(5)
	if d := math.Hypot(h.s.Positions()["force"].X-300, h.s.Positions()["force"].Y-200); d > 2 {
		t.Errorf("after a double click force lies %.1f from its place", d)
	}
}

func TestGesturesPan(t *testing.T) {
	h := newHand(t)
	h.mouse(620, 120, true)
	h.mouse(640, 120, true)
	h.mouse(660, 150, true)
	if got := h.s.Positions()["root"]; math.Hypot(got.X-440, got.Y-80) > 1e-6 {
		t.Errorf("root is at %.0f, %.0f; want 440, 80", got.X, got.Y)
	}
	h.wants()
	h.mouse(660, 150, false)
	h.pass(0.5)
	h.wants("view ")
	h.pass(0.5)
	h.wants()
}

func TestGesturesZoomAtPointer(t *testing.T) {
	h := newHand(t)
	h.feed(scene.Input{X: 400, Y: 50, Over: true, Wheel: 2})
	h.pass(0.5)
	h.wants("view ")
	got := h.s.Positions()
	if math.Hypot(got["root"].X-400, got["root"].Y-50) > 1e-6 {
		t.Errorf("what was under the pointer moved to %.1f, %.1f", got["root"].X, got["root"].Y)
	}
	if zoom := h.s.View().Zoom; zoom < 1.2 {
		t.Errorf("zoom is %g; want more", zoom)
	}
	for range 100 {
		h.feed(scene.Input{X: 400, Y: 50, Over: true, Wheel: 3})
	}
	if zoom := h.s.View().Zoom; zoom != scene.Defaults().MaxZoom {
		t.Errorf("zoom is %g after many turns; want the most, %g", zoom, scene.Defaults().MaxZoom)
	}
}

func TestGesturesFitOnDoubleClick(t *testing.T) {
	h := newHand(t)
	h.click(620, 120)
	h.click(620, 120)
	h.wants("select ", "fit ")
}

func TestGesturesTouch(t *testing.T) {
	h := newHand(t)
	finger := func(points ...scene.Vec) {
		in := scene.Input{X: -1, Y: -1}
		for i, p := range points {
			in.Touches = append(in.Touches, scene.Touch{ID: i, X: p.X, Y: p.Y})
		}
		h.feed(in)
	}
	finger(scene.Vec{X: 400, Y: 50})
	finger()
	h.wants("select root")
	// The tolerance of a finger is larger than a mouse's: 10 pixels beside the edge
	// still hit it.
	spot := h.s.Positions()["r-enemy"]
	finger(scene.Vec{X: spot.X, Y: spot.Y + 8})
	finger()
	h.wants("select r-enemy")

	finger(scene.Vec{X: 300, Y: 300}, scene.Vec{X: 500, Y: 300})
	finger(scene.Vec{X: 200, Y: 300}, scene.Vec{X: 600, Y: 300})
	if zoom := h.s.View().Zoom; math.Abs(zoom-2) > 1e-9 {
		t.Errorf("zoom is %g after fingers went twice as far apart", zoom)
	}
	finger(scene.Vec{X: 200, Y: 300})
	finger(scene.Vec{X: 210, Y: 300})
	finger()
	h.pass(0.5)
	h.wants("view ")
}

func TestSetStateKeepsViewDuringGesture(t *testing.T) {
	h := newHand(t)
	h.mouse(620, 120, true)
	h.mouse(700, 120, true)
	moved := h.s.View()
	h.s.SetState(scene.State{Select: "root"}) // the page doesn't have the new view yet
	h.s.Advance(1)
	if got := h.s.View(); got != moved {
		t.Errorf("the view jumps from %v to %v", moved, got)
	}
	h.mouse(700, 120, false)
	h.pass(0.5)
	view := h.got[len(h.got)-1].View
	h.s.SetState(scene.State{Select: "root", View: (*network.View)(&view)})
	h.s.SetState(scene.State{Select: "root"}) // fit
	h.s.Advance(1)
	if got := h.s.View(); got.Zoom != 1 || got.X != 400 {
		t.Errorf("after a fit the view is %v", got)
	}
}
