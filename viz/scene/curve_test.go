package scene_test

import (
	"math"
	"testing"

	"proxynet/viz/scene"
)

func TestPartOfACurveLiesOnIt(t *testing.T) {
	c := scene.Curve{{X: 0, Y: 0}, {X: 50, Y: 80}, {X: 100, Y: 0}}
	part := c.Part(0.2, 0.7)
	for i := range 11 {
		s := float64(i) / 10
		got, want := part.At(s), c.At(0.2+0.5*s)
		if math.Hypot(got.X-want.X, got.Y-want.Y) > 1e-9 {
			t.Errorf("at %g the part is at %v; want %v", s, got, want)
		}
	}
}

func TestFlattenStaysCloseToTheCurve(t *testing.T) {
	c := scene.Curve{{X: 0, Y: 0}, {X: 150, Y: 180}, {X: 300, Y: 0}}
	pts := c.Flatten(nil)
	for i := range 101 {
		p := c.At(float64(i) / 100)
		best := math.Inf(1)
		for k := 1; k < len(pts); k++ {
			best = min(best, distance(p, pts[k-1], pts[k]))
		}
		if best > 0.5 {
			t.Errorf("the polyline of %d points is %.2f from the curve; want at most 0.5", len(pts), best)
			return
		}
	}
}

func distance(p, a, b scene.Vec) float64 {
	l := (b.X-a.X)*(b.X-a.X) + (b.Y-a.Y)*(b.Y-a.Y)
	t := min(max(((p.X-a.X)*(b.X-a.X)+(p.Y-a.Y)*(b.Y-a.Y))/l, 0), 1)
	return math.Hypot(p.X-a.X-t*(b.X-a.X), p.Y-a.Y-t*(b.Y-a.Y))
}
