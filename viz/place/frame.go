package place

// inner is the arrangement of a frame's members, relative to its top left
// corner.
type inner struct {
	size    Size
	order   []uint8 // members, row by row
	columns int
	at      []Rect // by member
	title   Rect
	lines   int
	entry   int32
}

// Lengths inside a frame, in cells.
const (
	pad       = 3 // between border and members
	spineRoom = 4 // for a trunk at the left of a single column
)

func newInner(members int) inner {
	n := inner{order: make([]uint8, members), at: make([]Rect, members), columns: members}
	for i := range n.order {
		n.order[i] = uint8(i)
	}
	return n
}

// set makes n a copy of m without allocating.
func (n *inner) set(m *inner) {
	copy(n.order, m.order)
	copy(n.at, m.at)
	n.size, n.columns, n.title, n.lines, n.entry = m.size, m.columns, m.title, m.lines, m.entry
}

// arrange lays out the members in rows of n.columns, in n.order.
func (n *inner) arrange(f *Frame, boxes []Size) {
	var widths [64]int32
	columns := min(n.columns, len(widths))
	rows := (len(n.order) + columns - 1) / columns
	for k, m := range n.order {
		widths[k%columns] = max(widths[k%columns], boxes[f.Members[m]].W)
	}
	gap := int32(3)
	if rows > 1 {
		gap = 6
		if columns == 1 {
			gap = 0
		}
	}
	spine := int32(0)
	if columns == 1 && rows > 1 {
		spine = spineRoom
	}
	title, lines := f.Title, 1
	if rows > 1 && columns > 1 {
		if widths[0] < f.Title.W+1 {
			title, lines = f.Wrapped, 2
		}
		widths[0] = max(widths[0], title.W+1) // the lead comes in beside the title
	}
	total := gap * int32(columns-1)
	for _, w := range widths[:columns] {
		total += w
	}
	width := max(total, title.W) + 2*pad + spine
	width += width % 2
	channel := min(5, max(3, f.Entries+1))
	if columns == 1 {
		channel = 1
	} else if rows > 1 && lines > 1 {
		channel = 2
	}
	left := pad + spine + (width-2*pad-spine-total)/2
	y := title.H + channel
	for r := range rows {
		high, x := int32(0), left
		row := n.order[r*columns : min((r+1)*columns, len(n.order))]
		for _, m := range row {
			high = max(high, boxes[f.Members[m]].H)
		}
		for c, m := range row {
			b := boxes[f.Members[m]]
			n.at[m] = Rect{x + (widths[c]-b.W)/2, y, b.W, b.H}
			x += widths[c] + gap
		}
		y += high
		if r < rows-1 {
			y += 3
		}
	}
	height := y + 2
	height += height % 2
	n.size = Size{width, height}
	n.title = Rect{left, 1, title.W, title.H}
	n.lines = lines
	switch {
	case columns == 1 && rows > 1:
		n.entry = pad
	case rows > 1:
		n.entry = left + widths[0] + gap/2
	default:
		n.entry = width / 2
	}
}

// fits reports whether a frame with this many columns is narrow enough.
func (n *inner) fits(area Size, f *Frame) bool {
	if n.columns == len(n.order) {
		return n.size.W <= f.Wide
	}
	return n.size.W <= area.W-4
}
