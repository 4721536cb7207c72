package route_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"proxynet/viz/route"
)

// sample returns boxes in a grid with random nets between them, one of them a fan.
func sample(seed uint64) *route.Input {
	rng := rand.New(rand.NewPCG(seed, 1))
	in := &route.Input{W: 100, H: 70, Cell: 8}
	for y := range int32(4) {
		for x := range int32(5) {
			in.Boxes = append(in.Boxes, route.Rect{X: 4 + 19*x + rng.Int32N(4), Y: 3 + 16*y + rng.Int32N(4), W: 8 + 2*rng.Int32N(2), H: 4 + 2*rng.Int32N(2)})
		}
	}
	for range 22 {
		a, b := rng.Int32N(20), rng.Int32N(20)
		if a != b {
			in.Nets = append(in.Nets, route.Net{Hub: a, Leaves: []int32{b}, Class: route.Class(rng.IntN(2)), Width: 1 + 3*rng.Float64()})
		}
	}
	in.Nets = append(in.Nets, route.Net{Hub: 2, Leaves: []int32{11, 12, 13}, Class: route.Lead, Width: 4, Joint: true})
	return in
}

// TestRouteNeverPassesAForeignBox checks every cell of every line, also if there is too
// little room, and after boxes moved.
func TestRouteNeverPassesAForeignBox(t *testing.T) {
	for seed := range uint64(8) {
		in := sample(seed)
		r := route.New(in, route.DefaultPrice())
		res := r.Route(12, 1)
		check(t, in, res.Routes)
		if res.Conflicts > 0 {
			t.Errorf("seed %d: %d cells are shared", seed, res.Conflicts)
		}
		boxes := append([]route.Rect(nil), in.Boxes...)
		boxes[7].X += 5
		boxes[12].Y += 4
		r.Rearrange(boxes, nil, math.Inf(1))
		check(t, in, r.Refine(1).Routes)
	}
}

func check(t *testing.T, in *route.Input, routes []route.Route) {
	t.Helper()
	for i := range routes {
		n := &in.Nets[i]
		for _, p := range routes[i].Paths {
			for k := 1; k < len(p.Points); k++ {
				a, b := p.Points[k-1], p.Points[k]
				if a.X != b.X && a.Y != b.Y {
					t.Errorf("net %d runs aslant from %v to %v", i, a, b)
				}
				for v, box := range in.Boxes {
					if int32(v) == n.Hub || int32(v) == n.Leaves[p.Leaf] {
						continue
					}
					if max(a.X, b.X) >= box.X && min(a.X, b.X) <= box.Right() && max(a.Y, b.Y) >= box.Y && min(a.Y, b.Y) <= box.Bottom() {
						t.Errorf("net %d passes box %d", i, v)
					}
				}
			}
		}
	}
}

func TestUndoRestoresLines(t *testing.T) {
	in := sample(1)
	r := route.New(in, route.DefaultPrice())
	r.Route(12, 1)
	before := r.Score()
	boxes := append([]route.Rect(nil), in.Boxes...)
	boxes[3].X += 6
	if r.Rearrange(boxes, nil, math.Inf(1)) == before {
		t.Error("a moved box changes nothing: this tests nothing")
	}
	r.Undo()
	if got := r.Score(); got != before {
		t.Errorf("the cost is %.1f; before it was %.1f", got, before)
	}
}

// TestNudgeKeepsOffBoxes nudges lines and checks that none comes within four pixels of
// a foreign box.
func TestNudgeKeepsOffBoxes(t *testing.T) {
	for seed := range uint64(8) {
		in := sample(seed)
		res := route.New(in, route.DefaultPrice()).Route(12, 1)
		lines := route.Lines(in, res.Routes, func(net, leaf int) float64 { return in.Nets[net].Width })
		route.Nudge(in, lines, route.DefaultNudging(in.Cell))
		for _, l := range lines {
			for k := 1; k < len(l.Points); k++ {
				a, b := l.Points[k-1], l.Points[k]
				for v, box := range in.Boxes {
					d := 4 + l.Width/2 - 0.01
					if int32(v) != l.From && int32(v) != l.To &&
						max(a.X, b.X) > float64(box.X)*8-d && min(a.X, b.X) < float64(box.Right())*8+d &&
						max(a.Y, b.Y) > float64(box.Y)*8-d && min(a.Y, b.Y) < float64(box.Bottom())*8+d {
						t.Errorf("seed %d: the line from %d to %d is too near to %d", seed, l.From, l.To, v)
					}
				}
			}
		}
	}
}

// TestNudgeKeepsOutOfFrames nudges a line that ends level with a frame beside it: its
// port may slide, but no run may enter the frame. Without the frame, one does.
func TestNudgeKeepsOutOfFrames(t *testing.T) {
	for _, framed := range []bool{true, false} {
		in := &route.Input{
			W: 80, H: 80, Cell: 5,
			Boxes: []route.Rect{{X: 2, Y: 40, W: 50, H: 30}, {X: 20, Y: 10, W: 12, H: 6}, {X: 56, Y: 34, W: 14, H: 16}},
			Nets:  []route.Net{{Hub: 1, Leaves: []int32{2}, Width: 1}},
		}
		if framed {
			in.Frames = []route.Frame{{Node: 0, Title: route.Rect{X: 4, Y: 42, W: 20, H: 4}, Columns: 3, Rows: 1}}
		} else {
			in.Boxes[0] = route.Rect{}
		}
		lines := []route.Line{{Net: 0, From: 1, To: 2, Width: 1, Points: []route.Vec{{X: 160, Y: 65}, {X: 265, Y: 65}, {X: 265, Y: 200}, {X: 280, Y: 200}}}}
		route.Nudge(in, lines, route.DefaultNudging(in.Cell))
		entered := false
		for _, p := range lines[0].Points {
			entered = entered || p.X < 260+4 && p.Y > 200-4
		}
		if entered == framed {
			t.Errorf("with a frame: %v; a run in its area: %v, of %v", framed, entered, lines[0].Points)
		}
	}
}

func TestWholeStartsAtHub(t *testing.T) {
	in := sample(2)
	res := route.New(in, route.DefaultPrice()).Route(12, 1)
	lines := route.Lines(in, res.Routes, func(net, leaf int) float64 { return 2 })
	fan := len(in.Nets) - 1
	hub := in.Boxes[2]
	var whole route.Wholes
	whole.Set(lines)
	seen := 0
	for i := range lines {
		if lines[i].Net != fan {
			continue
		}
		seen++
		p := whole.Points(i)[0]
		if x, y := p.X/8, p.Y/8; x < float64(hub.X) || x > float64(hub.Right()) || y < float64(hub.Y) || y > float64(hub.Bottom()) {
			t.Errorf("the line to leaf %d begins at %v, outside its hub", lines[i].Leaf, p)
		}
	}
	if seen != 3 {
		t.Errorf("%d of 3 leaves are reached", seen)
	}
}
