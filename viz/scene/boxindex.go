package scene

// box is an axis-aligned rectangle.
type box struct{ x0, y0, x1, y1 float64 }

// overlaps reports whether two boxes have an area in common.
func (b box) overlaps(o box) bool { return b.x0 < o.x1 && o.x0 < b.x1 && b.y0 < o.y1 && o.y0 < b.y1 }

// contains reports whether o lies inside b.
func (b box) contains(o box) bool {
	return o.x0 >= b.x0 && o.y0 >= b.y0 && o.x1 <= b.x1 && o.y1 <= b.y1
}

// grown returns the box with a margin on every side.
func (b box) grown(m float64) box { return box{b.x0 - m, b.y0 - m/2, b.x1 + m, b.y1 + m/2} }

// boxIndex finds boxes that overlap a given one: a grid of square cells, each a
// linked list. It reuses its memory.
type boxIndex struct {
	cols, rows int
	head       []int32 // by cell: index into entries, or -1
	entries    []boxEntry
}

type boxEntry struct {
	box
	id, next int32
}

// boxCell is the side of a cell, about the width of a label, in units.
const boxCell = 64

// reset empties the index and makes it cover a plane of size w × h. Boxes outside
// it are kept in the outermost cells.
func (b *boxIndex) reset(w, h float64) {
	b.cols, b.rows = int(w/boxCell)+1, int(h/boxCell)+1
	b.entries = b.entries[:0]
	if n := b.cols * b.rows; cap(b.head) < n {
		b.head = make([]int32, n)
	} else {
		b.head = b.head[:n]
	}
	for i := range b.head {
		b.head[i] = -1
	}
}

// span returns the cells that a box touches, bounds included.
func (b *boxIndex) span(r box) (c0, r0, c1, r1 int) {
	column := func(x float64) int { return min(max(int(x/boxCell), 0), b.cols-1) }
	row := func(y float64) int { return min(max(int(y/boxCell), 0), b.rows-1) }
	return column(r.x0), row(r.y0), column(r.x1), row(r.y1)
}

// add puts a box with an id into the index.
func (b *boxIndex) add(r box, id int32) {
	c0, r0, c1, r1 := b.span(r)
	for y := r0; y <= r1; y++ {
		for x := c0; x <= c1; x++ {
			cell := y*b.cols + x
			b.entries = append(b.entries, boxEntry{r, id, b.head[cell]})
			b.head[cell] = int32(len(b.entries) - 1)
		}
	}
}

// each calls f with the id of every box that overlaps r, possibly several times,
// until f returns false.
func (b *boxIndex) each(r box, f func(id int32) bool) {
	c0, r0, c1, r1 := b.span(r)
	for y := r0; y <= r1; y++ {
		for x := c0; x <= c1; x++ {
			for i := b.head[y*b.cols+x]; i >= 0; i = b.entries[i].next {
				if e := &b.entries[i]; e.overlaps(r) && !f(e.id) {
					return
				}
			}
		}
	}
}

// any reports whether a box with another id overlaps r.
func (b *boxIndex) any(r box, id int32) bool {
	found := false
	b.each(r, func(other int32) bool {
		found = other != id
		return !found
	})
	return found
}
