package layout_test

import (
	"math"
	"testing"

	"proxynet/viz/layout"
)

// FuzzTick reads nodes, edges and moves from bytes: whatever they are, every
// place stays finite.
func FuzzTick(f *testing.F) {
	f.Add([]byte{}, 1.0, 1.0)
	f.Add([]byte{1, 0, 0}, 0.0, 0.0)                                // a loop
	f.Add([]byte{2, 0, 1, 0, 1, 1, 0, 1, 1}, 0.0, 30.0)             // several edges, all at one place
	f.Add([]byte{9, 1, 2, 3, 4, 5, 6, 7, 8, 0, 1}, 1e9, 1e9)        // huge
	f.Add([]byte{9, 1, 2, 3, 4, 5, 6, 7, 8, 0, 1}, 5e-324, 1e-300)  // tiny
	f.Add([]byte{200, 1, 2}, 1e-7, 0.0)                             // mostly unconnected
	f.Add([]byte{30, 0, 1, 0, 2, 0, 3, 0, 4, 0, 5}, -1e300, 1e6)    // beyond the limit
	f.Add([]byte{4, 0, 1, 2, 3}, math.Inf(1), 100.0)                // without end
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
