package layout

import "math"

// Products are rounded by float64(…) before they are added, here and wherever
// else a layout decides: otherwise processors that fuse the two would decide
// some ties differently, and draw another picture.

// gap returns the distance between two boxes centred at p and q, below 0 by the
// depth of their overlap if they overlap.
func gap(p Point, a Box, q Point, b Box) float64 {
	x := math.Abs(p.X-q.X) - (a.W+b.W)/2
	y := math.Abs(p.Y-q.Y) - (a.H+b.H)/2
	if x > 0 && y > 0 {
		return math.Sqrt(float64(x*x) + float64(y*y))
	}
	return max(x, y)
}

// chord returns the length of the segment from a to b inside the box centred at
// p (Liang and Barsky 1984).
func chord(a, b, p Point, box Box) float64 {
	left, right := p.X-box.W/2, p.X+box.W/2
	top, bottom := p.Y-box.H/2, p.Y+box.H/2
	if max(a.X, b.X) <= left || min(a.X, b.X) >= right || max(a.Y, b.Y) <= top || min(a.Y, b.Y) >= bottom {
		return 0
	}
	dx, dy := b.X-a.X, b.Y-a.Y
	from, to := 0.0, 1.0
	if dx != 0 {
		s, t := (left-a.X)/dx, (right-a.X)/dx
		from, to = max(from, min(s, t)), min(to, max(s, t))
	}
	if dy != 0 {
		s, t := (top-a.Y)/dy, (bottom-a.Y)/dy
		from, to = max(from, min(s, t)), min(to, max(s, t))
	}
	if from >= to {
		return 0
	}
	return (to - from) * math.Sqrt(float64(dx*dx)+float64(dy*dy))
}

// crosses reports whether the segments ab and cd meet in a point inside both.
func crosses(a, b, c, d Point) bool {
	return side(a, b, c)*side(a, b, d) < 0 && side(c, d, a)*side(c, d, b) < 0
}

// side returns 1, -1 or 0: on which side of the line through a and b p lies.
func side(a, b, p Point) int {
	l, r := float64((b.X-a.X)*(p.Y-a.Y)), float64((b.Y-a.Y)*(p.X-a.X))
	switch {
	case l > r:
		return 1
	case l < r:
		return -1
	}
	return 0
}
