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
