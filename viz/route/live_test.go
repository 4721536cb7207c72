package route_test

import (
	"math/rand/v2"
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

// TestLiveIsBounded moves several boxes by several cells at once, over others too, and
// checks that the work of each move is bounded, that every line which is found avoids
// foreign boxes, and that all boxes keep their lines while none is over another.
func TestLiveIsBounded(t *testing.T) {
	const most = 1000 + 23*2*100 + 1 // for all lines, and for two parts of each
	for seed := range uint64(6) {
		rng := rand.New(rand.NewPCG(seed, 9))
		in := sample(seed)
		var start []route.Box
		for _, r := range in.Boxes {
			start = append(start, route.Box{X: 8 * float64(r.X), Y: 8 * float64(r.Y), W: 8 * float64(r.W), H: 8 * float64(r.H)})
		}
		width := func(net, leaf int) float64 { return in.Nets[net].Width }
		res := route.New(in, route.DefaultPrice()).Route(12, 1)
		live := route.NewLive(in, route.Lines(in, res.Routes, width), start, width)
		now, lines := append([]route.Box(nil), start...), len(live.Lines())
		for k := range 120 {
			for range 4 {
				v := rng.IntN(len(now))
				now[v].X += rng.Float64()*60 - 30
				now[v].Y += rng.Float64()*60 - 30
			}
			if k%10 == 9 {
				copy(now, start)
			}
			before := live.Work()
			live.Move(now)
			if work := live.Work() - before; work > most {
				t.Errorf("seed %d, move %d: %d states; want at most %d", seed, k, work, most)
			}
			for _, n := range live.Lines() {
				for v, b := range now {
					if int32(v) != n.From && int32(v) != n.To && passes(n, b) {
						t.Errorf("seed %d, move %d: the line from %d to %d passes box %d", seed, k, n.From, n.To, v)
					}
				}
			}
			if k%10 == 9 && len(live.Lines()) != lines {
				t.Errorf("seed %d, move %d: %d lines; want %d", seed, k, len(live.Lines()), lines)
			}
		}
	}
}

// passes reports whether a line passes within 2 pixels of a box.
func passes(n route.Line, b route.Box) bool {
	d := 2 + n.Width/2
	for k := 1; k < len(n.Points); k++ {
		p, q := n.Points[k-1], n.Points[k]
		if min(p.X, q.X) < b.X+b.W+d && max(p.X, q.X) > b.X-d && min(p.Y, q.Y) < b.Y+b.H+d && max(p.Y, q.Y) > b.Y-d {
			return true
		}
	}
	return false
}
