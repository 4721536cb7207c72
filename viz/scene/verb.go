package scene

import (
	"math"
	"strings"
)

// marks sets the verbs of the relations in focus beside their lines: of the one
// selected or pointed at whatever is there, of a node's relations and of those of the
// story's step where there is room.
func (v *verbs) marks(p *Picture) {
	b := v.boxes
	v.taken, v.badges, v.rest = v.taken[:0], v.badges[:0], v.rest[:0]
	for i := range b.nodes {
		switch n, owns := &b.nodes[i], b.model.Nodes[i].Owns; {
		case n.hidden:
		case owns < 0:
			v.taken = append(v.taken, n.box())
		case owns < len(b.layout.Frames):
			v.taken = append(v.taken, b.titleBox(i))
		}
	}
	for i := range p.Words {
		w := &p.Words[i]
		if w.Alpha > b.Settings.Dimmed {
			v.taken = append(v.taken, w.box())
		}
	}
	for i := range p.Badges {
		m := &p.Badges[i]
		r := m.Radius()
		v.badges = append(v.badges, Rect{m.At.X - r, m.At.Y - r, 2 * r, 2 * r})
	}
	alone, open := b.steppedAlone(), b.card.cable()
	for i := range b.edges {
		st := &b.edges[i]
		id := st.model.ID
		c := b.model.CableOf[i]
		switch {
		case st.hidden || st.goal < 1 || b.answers.without[i] || c < 0 || c == open || said(p, c, st.model.Verb):
		case id == b.state.Select || id == b.state.Hover:
			v.place(p, i, true)
		case alone[i], len(b.model.Cables[c].Relations) == 1 && (b.isAt(st, b.state.Select) || b.isAt(st, b.state.Hover)):
			v.rest = append(v.rest, i)
		}
	}
	for _, i := range v.rest {
		v.place(p, i, false)
	}
}

// said reports whether a line of the text beside cable c has the verb.
func said(p *Picture, c int, verb string) bool {
	for i := range p.Words {
		if w := &p.Words[i]; w.Cable == c && strings.Contains(w.Text, verb) {
			return true
		}
	}
	return false
}

// verbs places verbs so that they cover neither boxes, badges nor each other.
type verbs struct {
	*boxes
	taken  []Rect // by boxes and verbs
	badges []Rect
	rest   []int // relations whose verbs come last
}

// place sets the verb of relation i beside its line: if there is room, or, if
// it must be shown, beside the middle.
func (v *verbs) place(p *Picture, i int, must bool) {
	st := &v.edges[i]
	c := v.model.CableOf[i]
	w := &v.lines.paths[c]
	if len(w.Points) < 2 || st.model.Verb == "" {
		return
	}
	const legible = 8 // CSS pixels
	size := v.Settings.Verb
	if !must && size*v.camera.view.Zoom < legible {
		return
	}
	width := TextWidth(st.model.Verb, size, false)
	half := v.lines.format.Cable.Total(&v.model.Cables[c])/2 + size*0.4
	var first VerbMark
	steps := [...]float64{0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8}
	for k, t := range steps {
		at, along := w.At(w.trunk + (w.length-w.trunk)*t)
		for _, side := range [...]float64{1, -1} {
			m := VerbMark{At: at, Text: st.model.Verb, Size: size, Width: width, Paint: v.looks.stroke(st.model), Alpha: st.now}
			if math.Abs(along.Y) > math.Abs(along.X) {
				m.At.X += side * (half + width/2 + 2)
			} else {
				m.At.Y -= side * (half + size/2)
			}
			m.At.X = min(max(m.At.X, width/2+4), max(v.layout.Width-width/2-4, width/2+4))
			box := m.box()
			free := !meetsAny(box, v.badges)
			if first.Text == "" && (free || k == len(steps)-1) {
				first = m // a verb may cover boxes, but no badge
			}
			if free && !meetsAny(box, v.taken) {
				v.taken = append(v.taken, box)
				p.Verbs = append(p.Verbs, m)
				return
			}
		}
	}
	if must {
		v.taken = append(v.taken, first.box())
		p.Verbs = append(p.Verbs, first)
	}
}

// box is the area that the verb covers.
func (m *VerbMark) box() Rect {
	return Rect{m.At.X - m.Width/2, m.At.Y - m.Size*0.62, m.Width, m.Size * 1.24}
}
