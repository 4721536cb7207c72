package scene_test

import (
	"math"
	"testing"

	"proxynet/viz/layout"
	"proxynet/viz/scene"
)

// TestPictureOfShippedNetwork checks the picture of the shipped network as a graphics
// desk would: nothing overlaps, nothing is cut off, and Tehran is at the top.
func TestPictureOfShippedNetwork(t *testing.T) {
	d := shipped(t)
	for _, l := range d.Layouts {
		clearOfCorners(t, d, l.Name)
		var g layout.Graph
		var at []layout.Point
		y := map[string]float64{}
		for _, p := range l.Places {
			if p.ID != "axis" { // its members are inside it
				g.Boxes = append(g.Boxes, layout.Box{W: p.W, H: p.H})
				at = append(at, layout.Point{X: p.X, Y: p.Y})
			}
			y[p.ID] = p.Y
			if p.X-p.W/2 < 1 || p.X+p.W/2 > l.Width-1 || p.Y-p.H/2 < 1 || p.Y+p.H/2 > l.Height-1 {
				t.Errorf("%s: the box of %s is cut off", l.Name, p.ID)
			}
			for _, line := range p.Lines {
				if w := scene.TextWidth(line, p.Size, p.Bold); w > p.W {
					t.Errorf("%s: the label of %s is %.0f wide in a box of %.0f", l.Name, p.ID, w, p.W)
				}
			}
		}
		const gap = 5 // in world units between boxes, so that outlines don't touch
		if overlaps := layout.Overlaps(g, at, gap); overlaps != 0 {
			t.Errorf("%s: %d pairs of boxes are nearer than %d", l.Name, overlaps, gap)
		}
		for _, below := range []string{"quds-force", "axis"} {
			if y[below] <= y["tehran"] {
				t.Errorf("%s: %s is above Tehran", l.Name, below)
			}
		}
		for _, group := range []string{"hezbollah", "houthis", "iraqi-militias", "syrian-militias"} {
			if y[group] <= y["quds-force"] {
				t.Errorf("%s: %s is above the Quds Force", l.Name, group)
			}
		}
	}
}

// clearOfCorners checks that the ends of every line of every label are inside the
// outline of its box, including the rounded corners.
func clearOfCorners(t *testing.T, d *scene.LaidOutNetwork, layout string) {
	t.Helper()
	s, err := scene.New(d, layout, scene.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	var p scene.Picture
	s.Picture(&p)
	for _, m := range p.Boxes {
		r := m.Radius(0)
		for i, line := range m.Lines {
			right := m.At.X + scene.TextWidth(line, m.Size, m.Bold)/2
			for _, y := range []float64{m.Baseline(i) - 0.72*m.Size, m.Baseline(i)} { // cap height, and baseline
				x, y := max(right-(m.At.X+m.W/2-r), 0), max(math.Abs(y-m.At.Y)-(m.H/2-r), 0)
				if free := r - math.Hypot(x, y); free < min(2, r) {
					t.Errorf("%s: %q of %s is %.1f from the outline", layout, line, m.ID, free)
				}
			}
		}
	}
}
