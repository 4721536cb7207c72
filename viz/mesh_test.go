package viz

import (
	"math"
	"testing"

	"proxynet/viz/scene"
)

// TestOutlineLeavesOutOnlyEmptyPixels checks that an outline without its middle covers
// each pixel that the shader colours.
func TestOutlineLeavesOutOnlyEmptyPixels(t *testing.T) {
	hollow := 0
	for _, w := range []float64{9, 20, 60, 200} {
		for _, h := range []float64{9, 15, 40} {
			for _, radius := range []float64{0, 1.5, 7, 40} {
				for _, width := range []float64{1, 2.5, 8} {
					var m mesh
					m.outline(scene.Vec{}, w, h, radius, width, color{})
					if len(m.vertices) == 4 {
						continue
					}
					hollow++
					inner := m.vertices[6] // the lower right corner of the hole
					for y := 0.0; y <= h+width; y += 0.5 {
						for x := 0.0; x <= w+width; x += 0.5 {
							v := &m.vertices[2]
							r := float64(v.SrcX)
							qx, qy := x-float64(v.Custom2), y-float64(v.Custom3)
							d := math.Hypot(max(qx, 0), max(qy, 0)) + min(max(qx, qy), 0) - r
							colored := math.Abs(d)-float64(v.SrcY) < 0.5
							if in := x < float64(inner.DstX) && y < float64(inner.DstY); colored && in {
								t.Fatalf("box of ±%g × ±%g, radius %g, width %g: (%g, %g) is left out", w, h, radius, width, x, y)
							}
							if out := x > float64(v.DstX) || y > float64(v.DstY); colored && out {
								t.Fatalf("box of ±%g × ±%g, radius %g, width %g: (%g, %g) is outside", w, h, radius, width, x, y)
							}
						}
					}
				}
			}
		}
	}
	if hollow == 0 {
		t.Error("no outline leaves out its middle")
	}
}

// TestRoundedTouchesItsSides checks a line with a rounded corner: four vertices for each
// piece and for the corner, whose quarter of a circle begins and ends on the pieces and is
// as far from the corner as the curve of an SVG.
func TestRoundedTouchesItsSides(t *testing.T) {
	var m mesh
	m.rounded([]scene.Vec{{X: 0, Y: 0}, {X: 100, Y: 0}, {X: 100, Y: 80}}, 10, 2, color{})
	if len(m.vertices) != 12 {
		t.Fatalf("%d vertices; want 12", len(m.vertices))
	}
	middle := m.vertices[4] // of the quarter, which is the second shape
	radius := float64(middle.SrcX)
	x, y := float64(middle.DstX), float64(middle.DstY)
	if math.Abs(100-x-radius) > 1e-3 || math.Abs(y-radius) > 1e-3 {
		t.Errorf("a circle of radius %g about (%g, %g) doesn't touch both pieces", radius, x, y)
	}
	end, begin := float64(m.vertices[1].DstX)-1-soft, float64(m.vertices[8].DstY)
	if math.Abs(end-x) > 1e-3 || begin > y {
		t.Errorf("the pieces end at x = %g and begin at y = %g; the quarter has its ends at %g and %g", end, begin, x, y)
	}
	curve := scene.Curve{{X: 90}, {X: 100}, {X: 100, Y: 10}}.At(0.5)
	if got, want := math.Hypot(100-x, y)-radius, math.Hypot(100-curve.X, curve.Y); math.Abs(got-want) > 0.01 {
		t.Errorf("the arc is %g from the corner; want %g", got, want)
	}
	m.reset()
	m.rounded([]scene.Vec{{X: 0, Y: 0}, {X: 100, Y: 0}, {X: 160, Y: 60}}, 10, 2, color{})
	if len(m.vertices) != 8 {
		t.Errorf("%d vertices for a corner that isn't right-angled; want 8", len(m.vertices))
	}
}
