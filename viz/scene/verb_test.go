package scene_test

import (
	"math"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/viz/scene"
)

// covers reports whether a verb's ground overlaps a badge.
func covers(v scene.VerbMark, b scene.BadgeMark) bool {
	sin, cos := math.Sincos(v.Angle)
	dx, dy := b.At.X-v.At.X, b.At.Y-v.At.Y
	along, across := math.Abs(dx*cos+dy*sin), math.Abs(dy*cos-dx*sin)
	halfWidth, halfHeight := v.Width/2+3, v.Size*0.62
	return math.Hypot(max(along-halfWidth, 0), max(across-halfHeight, 0)) < b.Radius()
}

// TestVerbLeavesItsBadgeVisible selects and hovers relations of every status with a
// badge, with verbs that are shorter and much longer than their lines.
func TestVerbLeavesItsBadgeVisible(t *testing.T) {
	for _, status := range []network.Status{network.Attributed, network.Ambiguous, network.Resolved} {
		for _, verb := range []string{"paid", "is said to have paid money to", strings.Repeat("may have lent a ship to ", 8)} {
			for _, area := range []scene.Rect{{W: 800, H: 600}, {W: 390, H: 640}} {
				d := small()
				for i := range d.Relations {
					d.Relations[i].Status, d.Relations[i].Verb = status, verb
				}
				for _, r := range d.Relations {
					for _, state := range []scene.State{{Select: r.ID}, {Hover: r.ID}, {Select: r.From}} {
						s, err := scene.New(d, "wide", scene.Defaults())
						if err != nil {
							t.Fatal(err)
						}
						s.SetStill(true)
						s.SetArea(area, area)
						s.SetState(state)
						s.Advance(1)
						var p scene.Picture
						s.Picture(&p)
						if state.Select != r.From && p.Card == nil && len(p.Verbs) != 1 {
							t.Fatalf("%+v: got %d verbs and no card, want one of them", state, len(p.Verbs))
						}
						if len(p.Badges) == 0 {
							t.Errorf("%s, %+v: got no badge", status, state)
						}
						for _, b := range p.Badges {
							if b.ID != r.ID {
								continue
							}
							for _, v := range p.Verbs {
								if covers(v, b) {
									t.Errorf("%s, %q, %+v: the verb covers the %s of %s", status, verb, state, b.Text, b.ID)
								}
							}
						}
					}
				}
			}
		}
	}
}
