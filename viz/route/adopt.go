package route

import "math"

// adopt marks the tracks of a line that is already drawn.
func (r *Router) adopt(n *Line) {
	var states []int32
	c := r.in.Cell
	at := func(v Vec) (x, y int32) {
		x, y = int32(math.Round(v.X/c)), int32(math.Round(v.Y/c))
		return max(0, min(r.grid.w-1, x)), max(0, min(r.grid.h-1, y))
	}
	for k := 1; k < len(n.Points); k++ {
		x, y := at(n.Points[k-1])
		x1, y1 := at(n.Points[k])
		d := int32(right)
		switch {
		case math.Abs(n.Points[k].X-n.Points[k-1].X) < math.Abs(n.Points[k].Y-n.Points[k-1].Y):
			if x1 = x; y1 > y {
				d = down
			} else {
				d = up
			}
		case x1 < x:
			d, y1 = left, y
		default:
			y1 = y
		}
		if k == 1 {
			states = append(states, r.grid.cell(x, y)*4+d)
		}
		for x != x1 || y != y1 {
			x, y = x+stepX[d], y+stepY[d]
			states = append(states, r.grid.cell(x, y)*4+d)
		}
	}
	rt := &r.routes[n.Net]
	if len(rt.marks) > 0 {
		r.put(n.Net, false)
	}
	rt.Paths = append(rt.Paths, Path{Leaf: n.Leaf, Branch: n.Branch, states: states})
	r.put(n.Net, true)
}
