package compose

import (
	"math"
	"slices"

	"proxynet/viz/place"
)

// settleGap is the least space, in cells, between boxes of a sketch that have a place:
// less than in a finished picture, so that a box that grows seldom moves another.
const settleGap = 2

// settling places the boxes of a sketch where they were in the last version.
type settling struct{ *picture }

// place returns the placement in which nodes are where at has them, as shares of the
// area, and new nodes are beside those that they are joined to, within a share home of
// the area. It reports whether all boxes are apart.
func (p settling) place(at map[string]point, last *sketch, home float64) (place.Placement, bool) {
	o := place.Settling{Gap: settleGap, Room: p.in.Gap + p.in.Step, Weight: p.weights(), At: make([]place.Point, len(p.n.Nodes))}
	for v := range o.At {
		o.At[v] = place.None
		if q, known := at[p.n.Nodes[v].ID]; known {
			o.At[v] = place.Point{X: p.share(q.x, p.format.Width), Y: p.share(q.y, p.format.Height)}
		}
	}
	w, h := int32(home*float64(p.in.Area.W)), int32(home*float64(p.in.Area.H))
	o.Home = place.Rect{X: (p.in.Area.W - w) / 2, Y: (p.in.Area.H - h) / 2, W: w, H: h}
	var st place.State
	for v := range p.n.Nodes {
		if p.model.Nodes[v].Frame >= 0 {
			continue
		}
		q, known := p.known(v, o.At)
		st.X, st.Y = append(st.X, q.X), append(st.Y, q.Y)
		o.Fresh = append(o.Fresh, !known)
	}
	for _, f := range p.model.Frames {
		before := last.members(p.n.Nodes[f.Node].ID)
		order := make([]uint8, len(f.Members))
		for k := range order {
			order[k] = uint8(k)
		}
		joined := func(k uint8) bool { return before != nil && !slices.Contains(before, p.n.Nodes[f.Members[k]].ID) }
		sortBy(order, func(a, b uint8) bool {
			if joined(a) != joined(b) {
				return joined(b)
			}
			return p.precedes(o.At[f.Members[a]], o.At[f.Members[b]])
		})
		st.Order, st.Columns = append(st.Order, order), append(st.Columns, len(order))
	}
	return place.Settle(&p.in, st, o)
}

// share returns a share of a length in pixels, in cells.
func (p settling) share(of, length float64) int32 {
	return int32(math.Round(of * length / p.format.Cell))
}

// known returns the place of node v or, if it is a frame without one, the mean of its
// members' places.
func (p settling) known(v int, at []place.Point) (place.Point, bool) {
	f := p.model.Nodes[v].Owns
	if at[v] != place.None || f < 0 {
		return at[v], at[v] != place.None
	}
	var sum place.Point
	n := int32(0)
	for _, m := range p.model.Frames[f].Members {
		if q := at[m]; q != place.None {
			sum.X, sum.Y, n = sum.X+q.X, sum.Y+q.Y, n+1
		}
	}
	if n == 0 {
		return place.None, false
	}
	return place.Point{X: sum.X / n, Y: sum.Y / n}, true
}

// members returns the ids of the members of a frame, nil if there is no such frame.
func (s *sketch) members(frame string) []string {
	if s == nil || s.lines == nil {
		return nil
	}
	return s.lines.frames[frame]
}

// precedes reports whether a member at a comes before one at b, row by row. One
// without a place comes last.
func (p settling) precedes(a, b place.Point) bool {
	const row = 20 // pixels between the middles of two rows, at least
	switch {
	case a == place.None || b == place.None:
		return b == place.None && a != place.None
	case math.Abs(float64(a.Y-b.Y))*p.format.Cell > row:
		return a.Y < b.Y
	}
	return a.X < b.X
}
