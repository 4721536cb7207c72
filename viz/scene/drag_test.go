package scene_test

import (
	"math"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/viz/compose"
	"proxynet/viz/scene"
)

// shipped returns the drawing of the shipped network, which tests share and must not
// modify.
func shipped(tb testing.TB) *scene.LaidOutNetwork {
	tb.Helper()
	d, err := composed()
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

var composed = sync.OnceValues(func() (*scene.LaidOutNetwork, error) {
	n, err := file.Shipped()
	if err != nil {
		return nil, err
	}
	return compose.Compose(n)
})

// behind returns the lines that pass through a foreign box or within 2 units of it.
func behind(s *scene.Scene) []string {
	var p scene.Picture
	s.Picture(&p)
	var behind []string
	for _, m := range p.Edges {
		if m.Casing {
			continue
		}
		pts := m.Path.Flatten(nil)
		for _, b := range p.Boxes {
			if b.ID == m.From || b.ID == m.To {
				continue
			}
			for i := 1; i < len(pts); i++ {
				if toBox(pts[i-1], pts[i], b) < 2+m.Line.Width/2 {
					behind = append(behind, m.From+"–"+m.To+" at "+b.ID)
					break
				}
			}
		}
	}
	return behind
}

// toBox returns the distance from the segment between a and b to a box.
func toBox(a, b scene.Vec, box scene.BoxMark) float64 {
	best := math.Inf(1)
	const far = 20 // above which the distance doesn't matter
	if min(a.X, b.X) > box.At.X+box.W/2+far || max(a.X, b.X) < box.At.X-box.W/2-far ||
		min(a.Y, b.Y) > box.At.Y+box.H/2+far || max(a.Y, b.Y) < box.At.Y-box.H/2-far {
		return best
	}
	n := max(1, int(math.Ceil(math.Hypot(a.X-b.X, a.Y-b.Y))))
	for k := range n + 1 {
		t := float64(k) / float64(n)
		x, y := a.X+(b.X-a.X)*t, a.Y+(b.Y-a.Y)*t
		best = min(best, math.Hypot(max(math.Abs(x-box.At.X)-box.W/2, 0), max(math.Abs(y-box.At.Y)-box.H/2, 0)))
	}
	return best
}

// TestDragRoutesAroundBoxes drags boxes across the picture and checks in every frame
// that no line is behind a foreign box; finally everything is as before.
func TestDragRoutesAroundBoxes(t *testing.T) {
	d := shipped(t)
	for _, format := range []string{"wide", "tall"} {
		s, err := scene.New(d, format, scene.Defaults())
		if err != nil {
			t.Fatal(err)
		}
		at := s.Positions()
		area := s.Area()
		frames, worst := 0, time.Duration(0)
		var sum time.Duration
		for _, id := range []string{"qaani", "israel", "axis"} {
			var g scene.Gestures
			p := at[id]
			x, y := p.X, p.Y
			if id == "axis" { // by its ground
				x, y = ground(s, d, id)
			}
			now := 0.0
			step := func(x, y float64, down bool) {
				now += 1.0 / 60
				begin := time.Now()
				g.Feed(s, scene.Input{Now: now, X: x, Y: y, Over: true, Pressed: down})
				s.Advance(1.0 / 60)
				took := time.Since(begin)
				sum += took
				worst = max(worst, took)
				frames++
				if f := behind(s); len(f) > 0 {
					t.Errorf("%s: frame %d of dragging %s: %v", format, frames, id, f)
				}
			}
			step(x, y, true)
			for k := range 40 {
				u := float64(k) / 40
				step(x+(area.W/2-x)*u, y+(area.H/2-y)*u, true)
			}
			step(area.W/2, area.H/2, false)
			for range 20 {
				step(area.W/2, area.H/2, false)
			}
			if t.Failed() {
				return
			}
			s.SetState(scene.State{View: &network.View{X: 1, Y: 1, Zoom: 1}})
			s.SetState(scene.State{}) // lets it go back
			s.SetStill(true)
			s.Advance(1)
			s.SetStill(false)
		}
		t.Logf("%s: %d frames, %v each, at most %v", format, frames, sum/time.Duration(frames), worst)
		for id, p := range s.Positions() {
			if q := at[id]; math.Hypot(p.X-q.X, p.Y-q.Y) > 0.5 {
				t.Errorf("%s: %s is at %.1f, %.1f after all went back; it was at %.1f, %.1f", format, id, p.X, p.Y, q.X, q.Y)
			}
		}
	}
}

// TestDragOntoOtherBoxes throws boxes onto others, which make room, and checks in
// every frame that no line is behind a foreign box.
func TestDragOntoOtherBoxes(t *testing.T) {
	d := shipped(t)
	for _, c := range []struct {
		format string
		seed   uint64
		drags  int
	}{{"wide", 1, 3}, {"tall", 2, 4}} {
		rng := rand.New(rand.NewPCG(c.seed, 7))
		s, err := scene.New(d, c.format, scene.Defaults())
		if err != nil {
			t.Fatal(err)
		}
		area := s.Area()
		h := &hand{t: t, s: s}
		for range c.drags {
			id := d.Nodes[rng.IntN(len(d.Nodes))].ID
			from, to := s.Positions()[id], scene.Vec{X: rng.Float64() * area.W, Y: rng.Float64() * area.H}
			frames := 10 + rng.IntN(30)
			h.mouse(from.X, from.Y, true)
			for k := range frames + 30 {
				u := min(1, float64(k+1)/float64(frames))
				h.mouse(from.X+(to.X-from.X)*u, from.Y+(to.Y-from.Y)*u, k < frames)
				if f := behind(s); len(f) > 0 {
					t.Errorf("%s: frame %d of throwing %s: %v", c.format, k, id, f)
				}
			}
		}
	}
}

// TestFitReturnsNodesThatChangedSides swaps two nodes by dragging, and checks that
// fitting the view returns both to their places.
func TestFitReturnsNodesThatChangedSides(t *testing.T) {
	for _, still := range []bool{false, true} {
		h := newHand(t)
		h.s.SetStill(still)
		home := h.s.Positions()
		drag := func(from, to scene.Spot) {
			h.mouse(from.X, from.Y, true)
			h.mouse((from.X+to.X)/2, (from.Y+to.Y)/2, true)
			h.mouse(to.X, to.Y, true)
			h.mouse(to.X, to.Y, false)
			h.pass(2)
		}
		drag(home["group"], home["root"])
		now := h.s.Positions()
		drag(now["root"], home["group"])
		h.s.SetState(scene.State{View: &network.View{X: 400, Y: 300, Zoom: 1}})
		h.s.SetState(scene.State{}) // fit
		h.pass(10)
		for id, p := range h.s.Positions() {
			if q := home[id]; p != q {
				t.Errorf("still %t: %s is at %.1f, %.1f; want %.1f, %.1f", still, id, p.X, p.Y, q.X, q.Y)
			}
		}
	}
}

// TestDropWhereReleased moves the mouse again in the frame in which its button is
// released, as a slow browser reports it, and checks where the box is dropped.
func TestDropWhereReleased(t *testing.T) {
	h := newHand(t)
	home := h.s.Positions()["group"]
	h.mouse(home.X, home.Y, true)
	h.mouse(home.X+30, home.Y+20, true)
	h.mouse(home.X+60, home.Y+40, false)
	h.pass(2)
	if got := h.s.Positions()["group"]; math.Hypot(got.X-home.X-60, got.Y-home.Y-40) > 0.5 {
		t.Errorf("the box was dropped at %.1f, %.1f; the button was released at %.1f, %.1f", got.X, got.Y, home.X+60, home.Y+40)
	}
}

// TestDoubleClickReleasesFrame drags a frame by a member, and checks that a double
// click on the member returns the frame.
func TestDoubleClickReleasesFrame(t *testing.T) {
	d := shipped(t)
	s, err := scene.New(d, "wide", scene.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	h := &hand{t: t, s: s, now: 1}
	home := s.Positions()["hezbollah"]
	h.mouse(home.X, home.Y, false)
	h.mouse(home.X, home.Y, true)
	for k := range 12 {
		h.mouse(home.X+3*float64(k), home.Y-2*float64(k), true)
	}
	h.mouse(home.X+33, home.Y-22, false)
	h.pass(5)
	at := s.Positions()["hezbollah"]
	if math.Hypot(at.X-home.X, at.Y-home.Y) < 10 {
		t.Fatalf("the member is at %.0f, %.0f; it was dragged from %.0f, %.0f", at.X, at.Y, home.X, home.Y)
	}
	h.click(at.X, at.Y)
	h.click(at.X, at.Y)
	h.pass(8)
	if got := s.Positions()["hezbollah"]; math.Hypot(got.X-home.X, got.Y-home.Y) > 1 {
		t.Errorf("the member went back to %.0f, %.0f; want %.0f, %.0f", got.X, got.Y, home.X, home.Y)
	}
}

// TestDragRestoresWordsAtRest drags a box, and checks that the words beside lines are
// hidden while it moves, and shown at rest, none over a box.
func TestDragRestoresWordsAtRest(t *testing.T) {
	s, err := scene.New(shipped(t), "wide", scene.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	before := len(drawn(s).Words)
	h := &hand{t: t, s: s, now: 1}
	at := s.Positions()["us"]
	h.mouse(at.X, at.Y, false)
	h.mouse(at.X, at.Y, true)
	for k := range 12 {
		h.mouse(at.X-4*float64(k), at.Y, true)
	}
	if n := len(drawn(s).Words); n > 0 {
		t.Errorf("%d words show while a box moves", n)
	}
	h.mouse(at.X-44, at.Y, false)
	h.pass(8)
	p := drawn(s)
	if len(p.Words) < before/3 || before == 0 {
		t.Errorf("%d of %d words show at rest", len(p.Words), before)
	}
	for _, w := range p.Words {
		for _, b := range p.Boxes {
			if w.At.X < b.At.X+b.W/2 && w.At.X+w.Width > b.At.X-b.W/2 && w.At.Y > b.At.Y-b.H/2 && w.At.Y-w.Size*0.7 < b.At.Y+b.H/2 {
				t.Errorf("%q is written over %s", w.Text, b.ID)
			}
		}
	}
}

// ground returns a point on a frame at which a click hits the frame itself.
func ground(s *scene.Scene, d *scene.LaidOutNetwork, id string) (x, y float64) {
	var p scene.Picture
	s.Picture(&p)
	for _, m := range p.Frames {
		if m.ID != id {
			continue
		}
		for y := m.At.Y - m.H/2 + 6; y < m.At.Y+m.H/2; y += 4 {
			for x := m.At.X - m.W/2 + 6; x < m.At.X+m.W/2; x += 4 {
				if s.Hit(x, y, 5) == id {
					return x, y
				}
			}
		}
	}
	return 0, 0
}

// TestHitFindsEveryRelation clicks the position of every node and relation of the
// shipped network, in both formats, and checks that the click hits it.
func TestHitFindsEveryRelation(t *testing.T) {
	d := shipped(t)
	for _, format := range []string{"wide", "tall"} {
		s, err := scene.New(d, format, scene.Defaults())
		if err != nil {
			t.Fatal(err)
		}
		spots := s.Positions()
		for _, n := range d.Nodes {
			if _, ok := spots[n.ID]; !ok {
				t.Errorf("%s: %s has no spot", format, n.ID)
			}
		}
		for _, r := range d.Relations {
			if _, ok := spots[r.ID]; !ok {
				t.Errorf("%s: %s has no spot", format, r.ID)
			}
		}
		for id, p := range spots {
			if got := s.Hit(p.X, p.Y, 5); got != id {
				t.Errorf("%s: a click at the spot of %s finds %q", format, id, got)
			}
		}
	}
}
