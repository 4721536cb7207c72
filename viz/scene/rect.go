package scene

// grown returns r enlarged by a margin on each side.
func (r Rect) grown(by float64) Rect { return Rect{r.X - by, r.Y - by, r.W + 2*by, r.H + 2*by} }

// overlap returns the area that a and b share.
func overlap(a, b Rect) float64 {
	w, h := min(a.X+a.W, b.X+b.W)-max(a.X, b.X), min(a.Y+a.H, b.Y+b.H)-max(a.Y, b.Y)
	return max(w, 0) * max(h, 0)
}

// meet reports whether a and b share an area.
func meet(a, b Rect) bool {
	return a.X < b.X+b.W && b.X < a.X+a.W && a.Y < b.Y+b.H && b.Y < a.Y+a.H
}

// meetsAny reports whether a shares an area with one of the rectangles.
func meetsAny(a Rect, rects []Rect) bool {
	for i := range rects {
		if meet(a, rects[i]) {
			return true
		}
	}
	return false
}
