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
