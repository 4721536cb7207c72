package viz

import "image"

// shelf places rectangles in a square, in rows from the top.
type shelf struct {
	side      int
	x, y, row int // place of the next rectangle, and the height of its row
}

// put returns the place of a rectangle of w × h. It fails if there is no room.
func (s *shelf) put(w, h int) (image.Rectangle, bool) {
	if s.x+w > s.side {
		s.wrap()
	}
	if w > s.side || s.y+h > s.side {
		return image.Rectangle{}, false
	}
	r := image.Rect(s.x, s.y, s.x+w, s.y+h)
	s.x, s.row = s.x+w, max(s.row, h)
	return r, true
}

// wrap starts a row, unless the current one is empty.
func (s *shelf) wrap() {
	if s.x > 0 {
		s.x, s.y, s.row = 0, s.y+s.row, 0
	}
}
