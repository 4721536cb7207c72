package scene_test

import (
	"math"
	"slices"
	"testing"

	"proxynet/viz/scene"
)

// TestCountsCoverNoBox gives every line a number and checks that it covers no box, neither
// the outline nor the title of a frame, and keeps off all other numbers.
func TestCountsCoverNoBox(t *testing.T) {
	all := *shipped(t)
	all.Layouts = slices.Clone(all.Layouts)
	d := &all
	for i := range d.Layouts {
		l := &d.Layouts[i]
		l.Labels, l.Counts = nil, nil
		for c := range l.Cables {
			l.Counts = append(l.Counts, scene.CableCount{Cable: c, Text: "9"})
		}
		area := scene.Rect{W: l.Width, H: l.Height}
		p := drawn(sceneIn(t, d, [2]scene.Rect{area, area}))
		for _, b := range p.Badges {
			if b.Face != scene.Count {
				continue
			}
			for _, o := range p.Badges {
				if o.Face == scene.Count && o.Cable < b.Cable && math.Hypot(o.At.X-b.At.X, o.At.Y-b.At.Y) < o.Radius()+b.Radius()+2 {
					t.Errorf("%s: the numbers at %v and %v touch", l.Name, o.At, b.At)
				}
			}
			r := b.Radius() + 2
			for _, n := range p.Boxes {
				across, down := math.Abs(b.At.X-n.At.X), math.Abs(b.At.Y-n.At.Y)
				outside := across >= n.W/2+r || down >= n.H/2+r
				inside := n.Frame && across <= n.W/2-r && down <= n.H/2-r
				if !outside && !inside {
					t.Errorf("%s: the number %s at %v covers a part of %s", l.Name, b.Text, b.At, n.ID)
				}
				if inside && b.At.Y < n.Title.Y+n.Size && b.At.X+r > n.Title.X && b.At.X-r < n.TitleEnd {
					t.Errorf("%s: the number %s at %v covers the title of %s", l.Name, b.Text, b.At, n.ID)
				}
			}
		}
	}
}
