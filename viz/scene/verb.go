package scene

import (
	"math"
	"slices"
	"strings"
)

// marks sets the verbs of the relations in focus beside their lines: of the one
// selected or pointed at wherever it fits best, of a node's relations and of those of the
// story's step where there is room.
func (v *verbs) marks(p *Picture) {
	v.must, v.rest, v.boxed, v.marked = v.must[:0], v.rest[:0], v.boxed[:0], v.marked[:0]
	v.choose(p)
	if len(v.must)+len(v.rest) == 0 {
		return
	}
	v.occupy(p)
	v.room = v.seen()
	for _, i := range v.must {
		v.place(p, i, true)
	}
	for _, i := range v.rest {
		v.place(p, i, false)
	}
}

// verbs places verbs so that they cover neither boxes, marks nor each other.
type verbs struct {
	*boxes
	must, rest []int  // relations whose verbs are shown in any case, or if there is room
	boxed      []Rect // areas of boxes, texts and verbs
	marked     []Rect // of badges and of the marks at the ends of lines
	lines      []stretch
	room       Rect // where a verb is in view
}

// seen returns the area of the layout that is in view once the camera is at rest.
func (v *verbs) seen() Rect {
	c, whole := &v.camera, Rect{W: v.layout.Width, H: v.layout.Height}
	view := c.goal()
	x0, y0 := view.toWorld(c.area, c.visible.X, c.visible.Y)
	x1, y1 := view.toWorld(c.area, c.visible.X+c.visible.W, c.visible.Y+c.visible.H)
	x0, y0, x1, y1 = max(x0, 0), max(y0, 0), min(x1, whole.W), min(y1, whole.H)
	if least := verbWide * v.Settings.Verb; x1-x0 < least || y1-y0 < least {
		return whole
	}
	return Rect{x0, y0, x1 - x0, y1 - y0}
}

// choose lists the relations whose verbs are shown.
func (v *verbs) choose(p *Picture) {
	alone, open := v.steppedAlone(), v.card.cable()
	for i := range v.edges {
		st := &v.edges[i]
		c := v.model.CableOf[i]
		if st.hidden || st.goal < 1 || v.answers.without[i] || c < 0 || c == open || st.model.Verb == "" || len(v.boxes.lines.paths[c].Points) < 2 {
			continue
		}
		must := st.model.ID == v.state.Select || st.model.ID == v.state.Hover
		rest := alone[i] || len(v.model.Cables[c].Relations) == 1 && (v.isAt(st, v.state.Select) || v.isAt(st, v.state.Hover))
		switch {
		case !must && !rest || p.says(c, st.model.Verb):
		case must:
			v.must = append(v.must, i)
		default:
			v.rest = append(v.rest, i)
		}
	}
}

// says reports whether a line of text beside a cable contains the words.
func (p *Picture) says(cable int, words string) bool {
	for i := range p.Words {
		if w := &p.Words[i]; w.Cable == cable && strings.Contains(w.Text, words) {
			return true
		}
	}
	return false
}

// occupy lists what verbs must not cover.
func (v *verbs) occupy(p *Picture) {
	for i := range v.nodes {
		switch n, owns := &v.nodes[i], v.model.Nodes[i].Owns; {
		case n.hidden:
		case owns < 0:
			v.boxed = append(v.boxed, n.box())
		case owns < len(v.layout.Frames):
			v.boxed = append(v.boxed, v.titleBox(i))
		}
	}
	for i := range p.Words {
		if w := &p.Words[i]; w.Alpha > v.Settings.Dimmed {
			v.boxed = append(v.boxed, w.box())
		}
	}
	for i := range p.Badges {
		m := &p.Badges[i]
		v.marked = append(v.marked, Rect{m.At.X, m.At.Y, 0, 0}.grown(m.Radius()+badgeGap))
	}
	for i := range p.Ends {
		v.marked = append(v.marked, p.Ends[i].box())
	}
	v.lines = v.boxes.lines.appendStretches(v.lines[:0])
	v.lines = slices.DeleteFunc(v.lines, func(s stretch) bool { return v.faded(s.cable) })
}

// faded reports whether a cable is hidden or dimmed.
func (v *verbs) faded(cable int) bool {
	return !slices.ContainsFunc(v.model.Cables[cable].Relations, func(i int) bool { return v.edges[i].goal > v.Settings.Dimmed })
}

// place sets the verb of relation i beside its line, in one line or more, where it covers
// nothing. If it must be shown, it may be farther from the line, be set in more lines, and
// cover another line. Without room, it is left out; the panel shows it.
func (v *verbs) place(p *Picture, i int, must bool) {
	st := &v.edges[i]
	const legible = 8 // CSS pixels
	size := v.Settings.Verb
	if !must && size*v.camera.view.Zoom < legible {
		return
	}
	first := int(math.Ceil(TextWidth(st.model.Verb, size, false) / (verbWide * size)))
	lines, far := max(2, first), 1
	if must {
		lines, far = max(verbLines, first), verbRows
	}
	least := onBox
	var best verbBlock
	for n := first; n <= lines && least > 0; n++ {
		block := newVerbBlock(st.model.Verb, n, size, v.room.W-2*verbEdge)
		if len(block.lines) < n {
			break // it has no more words
		}
		for row := 0; row < far && least > 0; row++ {
			block, bad := v.clear(block, v.model.CableOf[i], float64(row)*size)
			if bad < least {
				best, least = block, bad
			}
		}
		if least <= onLine {
			break
		}
	}
	if least > onLine || least > 0 && !must {
		return
	}
	v.boxed = append(v.boxed, best.area())
	for k, text := range best.lines {
		m := VerbMark{At: best.at, Text: text, Size: size, Width: TextWidth(text, size, false), Paint: v.looks.stroke(st.model), Alpha: st.now}
		m.At.Y += (float64(k) - float64(len(best.lines)-1)/2) * size * verbLeading
		p.Verbs = append(p.Verbs, m)
	}
}

// clear returns the place beside a cable, in view if possible, at which a block covers the
// least, and what it covers there, as [verbs.covers] reports it. away is added to the
// block's least distance from the cable.
func (v *verbs) clear(block verbBlock, cable int, away float64) (best verbBlock, least int) {
	best, least = v.clearIn(block, cable, away, true)
	if least > onLine {
		if other, bad := v.clearIn(block, cable, away, false); bad < least {
			return other, bad
		}
	}
	return best, least
}

// clearIn is clear at those points of the cable that are in view, or at the others.
func (v *verbs) clearIn(block verbBlock, cable int, away float64, inView bool) (best verbBlock, least int) {
	w := &v.boxes.lines.paths[cable]
	off := v.boxes.lines.format.Cable.Total(&v.model.Cables[cable])/2 + v.Settings.Verb*0.4 + away
	room := v.room
	if !inView {
		room = Rect{W: v.layout.Width, H: v.layout.Height}
	}
	least = onMark + 1
	for _, t := range verbSteps {
		at, along := w.At(w.trunk + (w.length-w.trunk)*t)
		if v.room.Contains(at.X, at.Y) != inView {
			continue
		}
		for _, side := range [...]float64{1, -1} {
			block.at = at
			if math.Abs(along.Y) > math.Abs(along.X) {
				block.at.X += side * (off + block.width/2)
			} else {
				block.at.Y -= side * (off + block.height/2)
			}
			block.within(room)
			if bad := v.covers(block.area(), cable); bad < least {
				best, least = block, bad
			}
			if least == 0 {
				return best, 0
			}
		}
	}
	return best, least
}

// Where the verb of a line is tried: at these shares of the line's length, the middle
// first, in up to verbRows rows away from it. A verb has lines of about verbWide sizes at
// most, and of less in up to verbLines lines where there is too little room.
var verbSteps = [...]float64{0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9}

const (
	verbRows    = 4
	verbLines   = 5
	verbWide    = 14
	verbLeading = 1.24 // distance of its lines, in sizes
	verbEdge    = 1
)

// verbBlock is a verb in lines, with its ground.
type verbBlock struct {
	at            Vec // middle
	lines         []string
	width, height float64
}

// newVerbBlock sets a verb in at most n lines, none wider than most.
func newVerbBlock(verb string, n int, size, most float64) verbBlock {
	most -= 2 * verbPad
	even := TextWidth(verb, size, false)/float64(n) + 2*size // words differ in length
	lines := []string{clip(verb, most, size, false)}
	if n > 1 {
		lines, _ = Wrap(verb, min(even, most), most, size, false)
	}
	return verbBlock{lines: lines, width: widest(lines, size, false) + 2*verbPad, height: float64(len(lines)) * size * verbLeading}
}

// area returns the area of the block's ground.
func (b *verbBlock) area() Rect {
	return Rect{b.at.X - b.width/2, b.at.Y - b.height/2, b.width, b.height}
}

// within moves the block into an area.
func (b *verbBlock) within(r Rect) {
	inside := func(x, from, length, most float64) float64 {
		least := length/2 + verbEdge
		return from + min(max(x-from, least), max(most-least, least))
	}
	b.at = Vec{inside(b.at.X, r.X, b.width, r.W), inside(b.at.Y, r.Y, b.height, r.H)}
}

// What a verb covers, from the least to the worst.
const (
	onLine = 1 + iota // another line
	onBox             // a box or a text
	onMark            // a badge or the mark at the end of a line
)

// covers returns what an area beside a cable covers, 0 if nothing.
func (v *verbs) covers(area Rect, cable int) int {
	switch {
	case meetsAny(area, v.marked):
		return onMark
	case meetsAny(area, v.boxed):
		return onBox
	case slices.ContainsFunc(v.lines, func(s stretch) bool { return s.cable != cable && meet(s.area, area) }):
		return onLine
	}
	return 0
}

// box is the area of the mark at the end of a line.
func (m *EndMark) box() Rect {
	points := m.Points()
	if len(points) == 0 {
		return Rect{}
	}
	r := Rect{X: points[0].X, Y: points[0].Y}
	for _, at := range points[1:] {
		r = r.union(Rect{X: at.X, Y: at.Y})
	}
	return r.grown(m.Width / 2)
}
