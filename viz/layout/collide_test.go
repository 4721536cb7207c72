package layout_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"proxynet/viz/layout"
)

func randomBoxes(n int, seed uint64, size float64) ([]layout.Box, []layout.Point) {
	rng := rand.New(rand.NewPCG(seed, 0))
	boxes, places := make([]layout.Box, n), make([]layout.Point, n)
	for i := range boxes {
		boxes[i] = layout.Box{W: 20 + 100*rng.Float64(), H: 10 + 30*rng.Float64()}
		places[i] = layout.Point{X: rng.Float64() * size, Y: rng.Float64() * size}
	}
	return boxes, places
}

// TestCollisionAgainstBruteForce compares one push, too weak for a push to cause
// another, with the sum over all pairs.
func TestCollisionAgainstBruteForce(t *testing.T) {
	boxes, places := randomBoxes(600, 3, 1500)
	s := layout.Defaults()
	s.Charge, s.Center, s.AlphaDecay, s.VelocityDecay, s.Collision = 0, 0, 0, 0, 1e-6
	m := mustNew(t, layout.Graph{Boxes: boxes}, s)
	for i, p := range places {
		m.Move(i, p)
	}
	want := make([]layout.Point, len(boxes))
	pairs := 0
	for i := range boxes {
		for j := range boxes {
			dx, dy := places[j].X-places[i].X, places[j].Y-places[i].Y
			x := (boxes[i].W+boxes[j].W)/2 + s.Padding - math.Abs(dx)
			y := (boxes[i].H+boxes[j].H)/2 + s.Padding - math.Abs(dy)
			if i == j || x <= 0 || y <= 0 {
				continue
			}
			pairs++
			if x < y {
				want[i].X -= math.Copysign(x*s.Collision/2, dx)
			} else {
				want[i].Y -= math.Copysign(y*s.Collision/2, dy)
			}
		}
	}
	if pairs < 100 {
		t.Fatalf("only %d pairs overlap", pairs)
	}
	m.Tick()
	for i, p := range places {
		got := layout.Point{X: m.Position(i).X - p.X, Y: m.Position(i).Y - p.Y}
		if distance(got, want[i]) > 1e-9 {
			t.Errorf("body %d is pushed by %v; want %v", i, got, want[i])
		}
	}
}

func TestSettledBoxesDoNotOverlap(t *testing.T) {
	g := scaleFree(60, 1)
	g.Boxes, _ = randomBoxes(60, 5, 1)
	s := layout.Defaults()
	s.LinkDistance, s.Charge = 120, -400
	m := mustNew(t, g, s)
	settle(t, m, 301)
	if n := layout.Overlaps(g, m.Positions(), 0); n != 0 {
		t.Errorf("%d pairs of boxes overlap", n)
	}
}

func TestCollisionWithPinnedBox(t *testing.T) {
	s := layout.Defaults()
	s.Charge, s.Center = 0, 0
	m := mustNew(t, layout.Graph{Boxes: []layout.Box{{W: 40, H: 40}, {W: 40, H: 40}}}, s)
	m.Pin(0, layout.Point{})
	m.Move(1, layout.Point{X: 10, Y: 3})
	settle(t, m, 301)
	if p := m.Position(1); p.X < 40 || math.Abs(p.Y-3) > 1e-6 {
		t.Errorf("pushed to %v; want to the right", p)
	}
}
