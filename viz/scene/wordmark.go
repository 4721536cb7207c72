package scene

import (
	"math"
	"slices"

	"proxynet/viz/diagram"
)

// wordMarks appends what is written beside cables: where the layout has it or,
// once boxes that were dragged are at rest, beside the line as it is now, if
// there is room. While boxes move there are no words.
func (s *Scene) wordMarks(p *Picture) {
	moved := s.wiring.live != nil
	if moved && s.motion != nil {
		return
	}
	var taken []Rect
	for i := range s.layout.Labels {
		l := &s.layout.Labels[i]
		c := &s.model.Cables[l.Cable]
		alpha, paint := 0.0, Ink
		for _, r := range c.Relations {
			alpha = max(alpha, s.edges[r].now)
		}
		if alpha <= 0 {
			continue
		}
		at := Rect{l.X, l.Y, l.W, l.H}
		align := l.Align
		if moved {
			var ok bool
			if at, align, ok = s.wordPlace(l, taken); !ok {
				continue
			}
			taken = append(taken, at)
		}
		if len(c.Strands) == 1 {
			paint = s.looks.Stroke(c.Strands[0].Family)
		}
		bold := c.Class == diagram.Lead
		for k, text := range l.Lines {
			width := TextWidth(text, l.Size, bold)
			m := WordMark{Cable: l.Cable, At: Vec{at.X, at.Y + l.Size*(lineHeight*float64(k)+0.88)}, Text: text, Size: l.Size, Width: width, Bold: bold, Paint: paint, Alpha: alpha}
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
func (s *Scene) wordPlace(l *LabelPlace, taken []Rect) (at Rect, align int, ok bool) {
	w := &s.wiring.paths[l.Cable]
	if len(w.Points) < 2 {
		return at, 0, false
	}
	at = Rect{l.X, l.Y, l.W, l.H}
	if slices.Equal(w.Points, s.wiring.home[l.Cable].Points) && s.wordFits(at, l.Cable, taken) {
		return at, l.Align, true
	}
	off := s.wiring.format.Cable.Total(&s.model.Cables[l.Cable])/2 + 5
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
			if s.wordFits(r, l.Cable, taken) {
				return r, aligns[k], true
			}
		}
	}
	return at, 0, false
}

// wordFits reports whether words beside cable c may cover r.
func (s *Scene) wordFits(r Rect, c int, taken []Rect) bool {
	if r.X < 3 || r.Y < 3 || r.X+r.W > s.layout.Width-3 || r.Y+r.H > s.layout.Height-3 {
		return false
	}
	for _, t := range taken {
		if overlap(r.grown(3), t) > 0 {
			return false
		}
	}
	for v := range s.nodes {
		n := &s.nodes[v]
		if n.hidden {
			continue
		}
		box := n.box()
		if f := s.model.Nodes[v].Owns; f >= 0 && f < len(s.layout.Frames) {
			inside := r.X > box.X+3 && r.Y > box.Y+3 && r.X+r.W < box.X+box.W-3 && r.Y+r.H < box.Y+box.H-3
			if !inside && overlap(r, box) > 0 || overlap(r, s.titleBox(v)) > 0 {
				return false
			}
			continue
		}
		if overlap(r.grown(3), box) > 0 {
			return false
		}
	}
	for i := range s.wiring.paths {
		pts := s.wiring.paths[i].Points
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

// titleBox is the area of the title and note of the frame that node v owns.
func (s *Scene) titleBox(v int) Rect {
	n, f := &s.nodes[v], &s.layout.Frames[s.model.Nodes[v].Owns]
	return Rect{f.X + n.at.X - n.place.X, f.Y + n.at.Y - n.place.Y, f.W, f.H}
}

// box is the area that a word covers.
func (m *WordMark) box() Rect {
	return Rect{m.At.X, m.At.Y - 0.88*m.Size, m.Width, m.Size * lineHeight}
}
