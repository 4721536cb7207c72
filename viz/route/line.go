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
		n := &in.Nets[i]
		for _, p := range routes[i].Paths {
			if len(p.Points) < 2 {
				continue
			}
			l := Line{Net: i, Leaf: p.Leaf, From: n.Hub, To: n.Leaves[p.Leaf], Branch: p.Branch, Width: width(i, p.Leaf), Class: n.Class}
			for _, q := range p.Points {
				l.Points = append(l.Points, Vec{float64(q.X) * in.Cell, float64(q.Y) * in.Cell})
			}
			lines = append(lines, l)
		}
	}
	return lines
}

// Whole returns the points of line i from the hub on; for a branch, including the part
// of the trunk that leads to it. trunk is the length of the part shared with other
// lines of its net.
func Whole(lines []Line, i int) (points []Vec, trunk float64) {
	points = lines[i].Points
	if lines[i].Branch {
		points = append(upTo(lines, i), points[1:]...)
	}
	points = tidy(points)
	for j := range lines {
		if j != i && lines[j].Net == lines[i].Net {
			other := lines[j].Points
			if lines[j].Branch {
				other = append(upTo(lines, j), other[1:]...)
			}
			trunk = max(trunk, commonStart(points, tidy(other)))
		}
	}
	return points, trunk
}

// upTo returns the points from the hub to the start of branch i, which lies on
// another line of its net.
func upTo(lines []Line, i int) []Vec {
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
			var before []Vec
			if l.Branch {
				before = upTo(lines, j)
				before = before[:len(before)-1]
			}
			return append(append(append([]Vec(nil), before...), l.Points[:k]...), start)
		}
	}
	return []Vec{start}
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
