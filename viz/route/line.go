package route

import "math"

// Vec is a place in pixels.
type Vec struct{ X, Y float64 }

// axis returns the coordinate along axis h: 0 is x.
func (v Vec) axis(h int) float64 {
	if h == 0 {
		return v.X
	}
	return v.Y
}

// Line is a path in pixels.
type Line struct {
	Net, Leaf int // indices of the net, and of the leaf in it
	From, To  int32
	Branch    bool // starts on the trunk
	Width     float64
	Class     Class
	Fixed     bool // fixed in nudging
	Points    []Vec
}

// Lines returns the paths of routes in pixels, without those that failed. width returns
// the width of the line to each leaf of a net.
func Lines(in *Input, routes []Route, width func(net, leaf int) float64) []Line {
	var lines []Line
	for i := range routes {
		lines = routes[i].appendLines(lines, in, i, width, nil)
	}
	return lines
}

// appendLines appends the lines of net i. Their points are in memory from spare, if that
// is not nil and has some.
func (rt *Route) appendLines(lines []Line, in *Input, i int, width func(net, leaf int) float64, spare *[][]Vec) []Line {
	n := &in.Nets[i]
	for _, p := range rt.Paths {
		if len(p.Points) < 2 {
			continue
		}
		l := Line{Net: i, Leaf: p.Leaf, From: n.Hub, To: n.Leaves[p.Leaf], Branch: p.Branch, Width: width(i, p.Leaf), Class: n.Class}
		if spare != nil && len(*spare) > 0 {
			last := len(*spare) - 1
			l.Points, *spare = (*spare)[last][:0], (*spare)[:last]
		}
		for _, q := range p.Points {
			l.Points = append(l.Points, Vec{float64(q.X) * in.Cell, float64(q.Y) * in.Cell})
		}
		lines = append(lines, l)
	}
	return lines
}

// Wholes is the points of lines from the hub on: of a branch, with the part of the trunk
// that leads to it.
type Wholes struct {
	lines  []Line
	points [][]Vec
}

// Set sets w to the lines. It reuses the memory of w.
func (w *Wholes) Set(lines []Line) {
	w.lines, w.points = lines, emptied(w.points, len(lines))
	for i := range lines {
		points := w.points[i]
		if lines[i].Branch {
			points = append(appendTrunk(points, lines, i), lines[i].Points[1:]...)
		} else {
			points = append(points, lines[i].Points...)
		}
		w.points[i] = tidy(points[:0], points)
	}
}

// Points returns the points of line i, which are valid until the next call of Set.
func (w *Wholes) Points(i int) []Vec { return w.points[i] }

// Trunk returns the length of what line i shares with the other lines of its net.
func (w *Wholes) Trunk(i int) float64 {
	trunk := 0.0
	for j := range w.lines {
		if j != i && w.lines[j].Net == w.lines[i].Net {
			trunk = max(trunk, commonStart(w.points[i], w.points[j]))
		}
	}
	return trunk
}

// appendTrunk appends the points from the hub to the start of branch i, which lies on
// another line of its net.
func appendTrunk(points []Vec, lines []Line, i int) []Vec {
	start := lines[i].Points[0]
	for j := range lines[:i] {
		l := &lines[j]
		if l.Net != lines[i].Net {
			continue
		}
		for k := 1; k < len(l.Points); k++ {
			if !between(start, l.Points[k-1], l.Points[k]) {
				continue
			}
			if l.Branch {
				points = appendTrunk(points, lines, j)
				points = points[:len(points)-1]
			}
			return append(append(points, l.Points[:k]...), start)
		}
	}
	return append(points, start)
}

// between reports whether p lies on the upright or level line from a to b.
func between(p, a, b Vec) bool {
	const near = 0.06
	return p.X >= min(a.X, b.X)-near && p.X <= max(a.X, b.X)+near && p.Y >= min(a.Y, b.Y)-near && p.Y <= max(a.Y, b.Y)+near
}

// commonStart returns the length of the common start of two lines.
func commonStart(a, b []Vec) float64 {
	sum := 0.0
	if len(a) == 0 || len(b) == 0 || !between(a[0], b[0], b[0]) {
		return 0
	}
	for k := 1; k < len(a) && k < len(b); k++ {
		p, q := a[k], b[k]
		lp, lq := length(a[k-1], p), length(b[k-1], q)
		if between(p, b[k-1], q) || between(q, a[k-1], p) {
			sum += min(lp, lq)
			if lp == lq {
				continue
			}
		}
		break
	}
	return sum
}

func length(a, b Vec) float64 { return math.Abs(a.X-b.X) + math.Abs(a.Y-b.Y) }
