package route

import "math"

// relay replaces the lines of the nets that were routed again.
func (l *Live) relay() {
	all := l.last[:0]
	for _, n := range l.lines {
		if l.redo[n.Net] {
			l.free = append(l.free, n.Points)
			continue
		}
		n.Fixed = true
		l.snap(&n)
		all = append(all, n)
	}
	kept := len(all)
	r := l.router
	l.points = l.points[:0]
	for i := range r.routes {
		if !l.redo[i] {
			continue
		}
		for k := range r.routes[i].Paths {
			p, first := &r.routes[i].Paths[k], len(l.points)
			l.points = r.grid.corners(p.states, l.points)
			p.Points = l.points[first:len(l.points):len(l.points)]
		}
		all = r.routes[i].appendLines(all, l.in, i, l.width, &l.free)
	}
	l.nudger.nudge(l.in, all, l.set)
	for i := kept; i < len(all); i++ {
		l.snap(&all[i])
	}
	l.lines, l.last = all, l.lines
}

// snap moves the ends of a line from the lattice to the sides of its boxes.
func (l *Live) snap(n *Line) {
	m := len(n.Points)
	if m < 2 {
		return
	}
	if !n.Branch {
		n.Points[0] = side(l.boxes[n.From], n.Points[0], n.Points[1], l.in.Cell)
	}
	n.Points[m-1] = side(l.boxes[n.To], n.Points[m-1], n.Points[m-2], l.in.Cell)
}

// side moves end, which is within a cell of a side of b, onto it; next is the
// other point of the last piece of the line.
func side(b Box, end, next Vec, cell float64) Vec {
	closer := func(v, lo, hi float64) float64 {
		if math.Abs(v-lo) <= math.Abs(v-hi) {
			if math.Abs(v-lo) > 1.5*cell {
				return v
			}
			return lo
		}
		if math.Abs(v-hi) > 1.5*cell {
			return v
		}
		return hi
	}
	if end.X == next.X {
		end.Y = closer(end.Y, b.Y, b.Y+b.H)
	} else {
		end.X = closer(end.X, b.X, b.X+b.W)
	}
	return end
}
