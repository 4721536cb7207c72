package scene

import (
	"math"
	"strings"
)

// verbMarks sets the verbs of the relations in focus beside their lines: of the
// one selected or pointed at whatever is there, of a node's relations and of
// those of the story's step where there is room.
func (s *Scene) verbMarks(p *Picture) {
	v := verbs{s: s}
	for i := range s.nodes {
		switch n, owns := &s.nodes[i], s.model.Nodes[i].Owns; {
		case n.hidden:
		case owns < 0:
			v.taken = append(v.taken, n.box())
		case owns < len(s.layout.Frames):
			v.taken = append(v.taken, s.titleBox(i))
		}
	}
	said := map[int]string{} // by cable, what is written beside it
	for i := range p.Words {
		w := &p.Words[i]
		said[w.Cable] += w.Text + "\n"
		if w.Alpha > s.Settings.Whisper {
			v.taken = append(v.taken, w.box())
		}
	}
	for i := range p.Badges {
		b := &p.Badges[i]
		r := b.Radius()
		v.badges = append(v.badges, Rect{b.At.X - r, b.At.Y - r, 2 * r, 2 * r})
	}
	var rest []int
	alone, open := s.litAlone(), s.openCable()
	for i := range s.edges {
		st := &s.edges[i]
		id := st.model.ID
		c := s.model.CableOf[i]
		switch {
		case st.hidden || st.goal < 1 || s.asked.without[i] || c < 0 || c == open || strings.Contains(said[c], st.model.Verb):
		case id == s.state.Select || id == s.state.Hover:
			v.place(p, i, true)
		case alone[i], len(s.model.Cables[c].Relations) == 1 && (s.touches(st, s.state.Select) || s.touches(st, s.state.Hover)):
			rest = append(rest, i)
		}
	}
	for _, i := range rest {
		v.place(p, i, false)
	}
}

// touches reports whether id is one of the edge's ends.
func (s *Scene) touches(st *edge, id string) bool {
	return id != "" && (st.model.From == id || st.model.To == id)
}

// verbs places verbs so that they cover neither boxes, badges nor each other.
type verbs struct {
	s      *Scene
	taken  []Rect // by boxes and verbs
	badges []Rect
}

// place sets the verb of relation i beside its line: where there is room, or, if
// it must be shown, beside the middle.
func (v *verbs) place(p *Picture, i int, must bool) {
	s := v.s
	st := &s.edges[i]
	c := s.model.CableOf[i]
	w := &s.wiring.paths[c]
	if len(w.Points) < 2 || st.model.Verb == "" {
		return
	}
	const legible = 8 // CSS pixels
	size := s.Settings.Verb
	if !must && size*s.view.Zoom < legible {
		return
	}
	width := TextWidth(st.model.Verb, size, false)
	half := s.wiring.format.Cable.Total(&s.model.Cables[c])/2 + size*0.4
	var first VerbMark
	steps := [...]float64{0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8}
	for k, t := range steps {
		at, along := w.At(w.trunk + (w.length-w.trunk)*t)
		for _, side := range [...]float64{1, -1} {
			m := VerbMark{At: at, Text: st.model.Verb, Size: size, Width: width, Paint: s.looks.stroke(st.model), Alpha: st.now}
			if math.Abs(along.Y) > math.Abs(along.X) {
				m.At.X += side * (half + width/2 + 2)
			} else {
				m.At.Y -= side * (half + size/2)
			}
			m.At.X = min(max(m.At.X, width/2+4), max(s.layout.Width-width/2-4, width/2+4))
			box := m.box()
			free := !overlaps(box, v.badges)
			if first.Text == "" && (free || k == len(steps)-1) {
				first = m // a verb may cover boxes, but no mark of firmness
			}
			if free && !overlaps(box, v.taken) {
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

// overlaps reports whether a overlaps one of the rectangles.
func overlaps(a Rect, rects []Rect) bool {
	for _, b := range rects {
		if a.X < b.X+b.W && b.X < a.X+a.W && a.Y < b.Y+b.H && b.Y < a.Y+a.H {
			return true
		}
	}
	return false
}
