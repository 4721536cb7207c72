package scene

import (
	"math"
	"slices"

	"proxynet/viz/diagram"
)

// wordDrawer draws the texts beside cables.
type wordDrawer struct{ *boxes }

// wordMarks appends the texts beside cables: where the layout has them or, once boxes
// that were dragged are at rest, beside the line as it is now, if there is room. While
// boxes move there are no words.
func (d wordDrawer) wordMarks(p *Picture) {
	moved := d.lines.live != nil
	if moved && d.motion.busy() {
		return
	}
	var taken []Rect
	for i := range d.layout.Labels {
		l := &d.layout.Labels[i]
		c := &d.model.Cables[l.Cable]
		alpha, paint := 0.0, Ink
		for _, r := range c.Relations {
			alpha = max(alpha, d.edges[r].now)
		}
		if alpha <= 0 {
			continue
		}
		at := Rect{l.X, l.Y, l.W, l.H}
		align := l.Align
		if moved {
			var ok bool
			if at, align, ok = d.wordPlace(l, taken); !ok {
				continue
			}
			taken = append(taken, at)
		}
		if len(c.Groups) == 1 {
			paint = d.lineLooks[c.Relations[0]].paint
		}
		bold := c.Class == diagram.Lead
		for k, text := range l.Lines {
			width := TextWidth(text, l.Size, bold)
			m := WordMark{Cable: l.Cable, At: Vec{at.X, at.Y + l.Size*(lineHeight*float64(k)+0.88)}, Text: text, Size: l.Size, Width: width, Right: align == -1, Bold: bold, Paint: paint, Alpha: alpha}
			switch align {
			case 0:
				m.At.X += (l.W - width) / 2
			case -1:
				m.At.X += l.W - width
			}
			p.Words = append(p.Words, m)
		}
	}
}

// wordPlace finds room for label l beside its line, which may have moved, off
// boxes, other lines and the words in taken.
func (d wordDrawer) wordPlace(l *LabelPlace, taken []Rect) (at Rect, align int, ok bool) {
	w := &d.lines.paths[l.Cable]
	if len(w.Points) < 2 {
		return at, 0, false
	}
	at = Rect{l.X, l.Y, l.W, l.H}
	if slices.Equal(w.Points, d.lines.home[l.Cable].Points) && d.wordFits(at, l.Cable, taken) {
		return at, l.Align, true
	}
	off := d.lines.format.Cable.Total(&d.model.Cables[l.Cable])/2 + 5
	const steps = 36
	for k := range steps {
		t := 0.5 + 0.9*float64((k+1)/2)/steps // from the middle to both ends
		if k%2 == 1 {
			t = 1 - t
		}
		v, way := w.At(w.trunk + (w.length-w.trunk)*t)
		sides := [2]Rect{{v.X - l.W/2, v.Y - off - l.H, l.W, l.H}, {v.X - l.W/2, v.Y + off, l.W, l.H}}
		aligns := [2]int{}
		if math.Abs(way.Y) > math.Abs(way.X) {
			sides = [2]Rect{{v.X + off, v.Y - l.H/2, l.W, l.H}, {v.X - off - l.W, v.Y - l.H/2, l.W, l.H}}
			aligns = [2]int{1, -1}
		}
		for k, r := range sides {
			if d.wordFits(r, l.Cable, taken) {
				return r, aligns[k], true
			}
		}
	}
	return at, 0, false
}

// wordFits reports whether words beside cable c may cover r.
func (d wordDrawer) wordFits(r Rect, c int, taken []Rect) bool {
	if r.X < 3 || r.Y < 3 || r.X+r.W > d.layout.Width-3 || r.Y+r.H > d.layout.Height-3 {
		return false
	}
	if meetsAny(r.grown(3), taken) {
		return false
	}
	for v := range d.nodes {
		n := &d.nodes[v]
		if n.hidden {
			continue
		}
		box := n.box()
		if f := d.model.Nodes[v].Owns; f >= 0 && f < len(d.layout.Frames) {
			inside := r.X > box.X+3 && r.Y > box.Y+3 && r.X+r.W < box.X+box.W-3 && r.Y+r.H < box.Y+box.H-3
			if !inside && meet(r, box) || meet(r, d.titleBox(v)) {
				return false
			}
			continue
		}
		if meet(r.grown(3), box) {
			return false
		}
	}
	for i := range d.lines.paths {
		pts := d.lines.paths[i].Points
		near := r.grown(3)
		if i == c {
			near = r
		}
		for k := 1; k < len(pts); k++ {
			a, b := pts[k-1], pts[k]
			if min(a.X, b.X) < near.X+near.W && max(a.X, b.X) > near.X && min(a.Y, b.Y) < near.Y+near.H && max(a.Y, b.Y) > near.Y {
				return false
			}
		}
	}
	return true
}

// box is the area that a word covers.
func (m *WordMark) box() Rect {
	return Rect{m.At.X, m.At.Y - 0.88*m.Size, m.Width, m.Size * lineHeight}
}
