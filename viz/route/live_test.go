package route_test

import (
	"testing"

	"proxynet/viz/route"
)

// TestLiveKeepsSides moves the end of a line back and forth behind an obstacle: the
// line keeps its side of the obstacle until the path on that side is much longer.
func TestLiveKeepsSides(t *testing.T) {
	in := &route.Input{
		W: 60, H: 60, Cell: 8,
		Boxes: []route.Rect{{X: 4, Y: 27, W: 6, H: 6}, {X: 46, Y: 27, W: 6, H: 6}, {X: 26, Y: 14, W: 6, H: 32}},
		Nets:  []route.Net{{Hub: 0, Leaves: []int32{1}, Width: 2}},
	}
	boxes := func() (list []route.Box) {
		for _, r := range in.Boxes {
			list = append(list, route.Box{X: 8 * float64(r.X), Y: 8 * float64(r.Y), W: 8 * float64(r.W), H: 8 * float64(r.H)})
		}
		return list
	}
	width := func(net, leaf int) float64 { return 2 }
	res := route.New(in, route.DefaultPrice()).Route(12, 1)
	start := boxes()
	live := route.NewLive(in, route.Lines(in, res.Routes, width), start, width)
	above := func() bool {
		for _, p := range live.Lines()[0].Points {
			if p.Y < 8*14 {
				return true
			}
		}
		return false
	}
	now := append([]route.Box(nil), start...)
	side, flips := above(), 0
	for k := range 12 {
		now[1].Y = start[1].Y + []float64{24, -24}[k%2]
		live.Move(now)
		if above() != side {
			side = !side
			flips++
		}
	}
	if flips > 0 {
		t.Errorf("the line changed sides %d times in 12 moves of 6 cells", flips)
	}
	for y := 0.0; y <= 19; y++ { // past one end of the obstacle: now the other side is much longer
		now[1].Y = start[1].Y + 8*y*map[bool]float64{true: 1, false: -1}[side]
		live.Move(now)
	}
	for live.Rough() {
		live.Improve()
	}
	if above() == side {
		t.Error("the line keeps a side though the other is much shorter")
	}
}
