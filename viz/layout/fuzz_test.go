package layout_test

import (
	"math"
	"strings"
	"testing"

	"proxynet/viz/layout"
)

// FuzzTick reads nodes, edges and moves from bytes: every place must stay finite.
func FuzzTick(f *testing.F) {
	f.Add([]byte{}, 1.0, 1.0)
	f.Add([]byte{1, 0, 0}, 0.0, 0.0)                                // a loop
	f.Add([]byte{2, 0, 1, 0, 1, 1, 0, 1, 1}, 0.0, 30.0)             // parallel edges, all at one place
	f.Add([]byte{9, 1, 2, 3, 4, 5, 6, 7, 8, 0, 1}, 1e9, 1e9)        // huge
	f.Add([]byte{9, 1, 2, 3, 4, 5, 6, 7, 8, 0, 1}, 5e-324, 1e-300)  // tiny
	f.Add([]byte{200, 1, 2}, 1e-7, 0.0)                             // mostly unconnected
	f.Add([]byte{30, 0, 1, 0, 2, 0, 3, 0, 4, 0, 5}, -1e300, 1e6)    // above the limit
	f.Add([]byte{4, 0, 1, 2, 3}, math.Inf(1), 100.0)                // infinite
	f.Add([]byte{255, 0, 1, 2, 3, 4, 5, 6, 7}, math.MaxFloat64, 0.) // many at the limit
	f.Fuzz(func(t *testing.T, data []byte, scale, side float64) {
		n := 0
		if len(data) > 0 {
			n, data = int(data[0]), data[1:]
		}
		side = math.Abs(side)
		if !(side <= layout.Limit) {
			side = 1
		}
		g := layout.Graph{Boxes: make([]layout.Box, n)}
		for i := range g.Boxes {
			g.Boxes[i] = layout.Box{W: side, H: side / float64(i+1)}
		}
		for k := 0; n > 0 && k+1 < len(data); k += 2 {
			g.Edges = append(g.Edges, layout.Edge{From: int32(int(data[k]) % n), To: int32(int(data[k+1]) % n)})
		}
		places, err := layout.Unfold(g, side)
		if err != nil {
			t.Fatal(err)
		}
		for i, p := range places {
			if !(math.Abs(p.X) <= layout.Limit && math.Abs(p.Y) <= layout.Limit) {
				t.Fatalf("body %d is unfolded to %v", i, p)
			}
		}
		m := mustNew(t, g, layout.Defaults())
		for i := range n {
			p := layout.Point{X: scale * float64(i%3), Y: scale * float64(i%2)}
			if i%5 == 4 {
				m.Pin(i, p)
			} else {
				m.Move(i, p)
			}
		}
		for range 12 {
			m.Tick()
			for i, p := range m.Positions() {
				if !(math.Abs(p.X) <= layout.Limit && math.Abs(p.Y) <= layout.Limit) {
					t.Fatalf("body %d is at %v", i, p)
				}
			}
		}
	})
}

// FuzzCharge puts bodies at places read from bytes, four bits per coordinate, so that
// many coincide. The error of each force is at most theta² times the sum of the
// magnitudes of its terms, a bound on the truncated series. Forces between coinciding
// bodies may have any direction.
func FuzzCharge(f *testing.F) {
	f.Add([]byte{}, 1.0, 0.0)
	f.Add([]byte{0, 0, 0, 1}, 30.0, 0.9)
	f.Add([]byte("a network that an article describes"), 1e-3, 0.9)
	f.Add([]byte("a network that an article describes"), 0.3, 0.9)
	f.Add([]byte("a network that an article describes"), 5e7, 1.0)
	f.Add([]byte(strings.Repeat("pile", 200)+"beside"), 100.0, 0.9)
	f.Add([]byte(strings.Repeat("pile", 200)+"beside"), 300.0, 0.0)
	f.Fuzz(func(t *testing.T, data []byte, scale, theta float64) {
		s := onlyCharge(0.9)
		s.Theta = theta
		if !(math.Abs(scale) <= layout.Limit/16) || s.Validate() != nil || len(data) > 2000 {
			t.Skip()
		}
		places := make([]layout.Point, len(data))
		for i, b := range data {
			// Shifting by the index separates most bodies.
			places[i] = layout.Point{X: scale * float64(b>>4), Y: scale * (float64(b&15) + float64(i%3)/50)}
		}
		for i, got := range charges(t, places, s) {
			var want layout.Point
			all, any := 0.0, -s.Charge/s.DistanceMin // a pile acts as one body, also on its own bodies
			for j, q := range places {
				if i == j {
					continue
				}
				dx, dy := q.X-places[i].X, q.Y-places[i].Y
				l := math.Hypot(dx, dy)
				push := -s.Charge / max(l, s.DistanceMin)
				if l <= 1e-5*math.Abs(scale) || l < 1e-150 {
					any += push
					continue
				}
				want.X -= dx / l * push
				want.Y -= dy / l * push
				all += push
			}
			// Rounding of places and sums.
			if d := distance(got, want); !(d <= theta*theta*all+any+1e-11*(all+any)+1e-14*math.Abs(scale)) {
				t.Fatalf("body %d of %d: force %v is %g off %v; pushes are %g and %g", i, len(places), got, d, want, all, any)
			}
		}
	})
}
