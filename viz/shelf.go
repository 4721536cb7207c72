package viz

import "image"

// shelf places rectangles in a square, in rows from the top.
type shelf struct {
	side      int
	x, y, row int // where the next rectangle goes, and the height of its row
}

// put returns where a rectangle of w × h goes. It fails if there is no room.
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

// wrap begins a row, unless the current one is empty.
func (s *shelf) wrap() {
	if s.x > 0 {
		s.x, s.y, s.row = 0, s.y+s.row, 0
	}
}
