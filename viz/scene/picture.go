package scene

import (
	"math"

	"proxynet/network"
)

// Picture is what of a scene is to be drawn, in world units, back to front:
// strands, badges, boxes, then verbs with the badges in front.
type Picture struct {
	Strands []StrandMark
	Boxes   []BoxMark
	Badges  []BadgeMark
	Verbs   []VerbMark
}

// StrandMark is a relation's line and what stands at its end.
type StrandMark struct {
	ID     string
	Curve  Curve // whole
	Body   Curve // ends where a closed head begins
	Line   Line
	Paint  Paint
	Alpha  float64
	Hollow bool // implied: two rails with paper between
	Head   HeadMark
	Lead   bool // on a ground of its own, so that the eye falls on it first
	Focus  bool // selected, pointed at, or a step of the chain asked for
	Gone   bool // taken out by a what-if
}

// HeadMark is a polyline of two or three corners, or none; a closed one is
// filled with Fill.
type HeadMark struct {
	corners [3]Vec
	count   int
	Closed  bool
	Fill    Paint // of a closed head: the line's own, or Paper for what is past
	Width   float64
}

// BoxMark is a node with its label.
type BoxMark struct {
	ID     string
	At     Vec // centre
	W, H   float64
	Shape  Shape
	Kind   network.NodeKind
	Lines  []string
	Full   string // the whole label, where the lines are shortened
	Size   float64
	Alpha  float64
	Text   float64 // emphasis of the label
	Focus  bool    // selected
	Gone   bool    // taken out by a what-if
	Lost   bool    // without a chain once that is taken out
	Halo   float64 // radius of the disc under it, by the measure asked for
	Pinned bool
}

// BadgeMark is a sign that says how firm a relation is: on the middle of its
// strand, or in front, at the beginning of its verb.
type BadgeMark struct {
	ID    string // of the relation
	At    Vec
	Front bool
	Text  string
	Size  float64
	Paint Paint
	Alpha float64
}

// VerbMark is what a relation says, set along its strand.
type VerbMark struct {
	At    Vec // middle
	Angle float64
	Text  string
	Size  float64
	Width float64
	Paint Paint
	Alpha float64
}

// Badges of relations that the source doesn't state in its own voice; an
// implied one is a hollow line.
var badges = map[network.Status]string{
	network.Attributed: "“",
	network.Ambiguous:  "?",
	network.Resolved:   "*",
}

// Picture appends the scene as it is now to p, whose slices it reuses.
func (s *Scene) Picture(p *Picture) {
	p.Strands, p.Boxes, p.Badges, p.Verbs = p.Strands[:0], p.Boxes[:0], p.Badges[:0], p.Verbs[:0]
	for _, dim := range []bool{true, false} { // what stands back lies behind
		for i := range s.strands {
			st := &s.strands[i]
			if (st.goal < 1) == dim && st.now > 0 {
				s.strandMarks(p, i)
			}
		}
	}
	for i := range s.nodes {
		n := &s.nodes[i]
		if n.now <= 0 {
			continue
		}
		m := BoxMark{
			ID: n.model.ID, At: n.at, W: n.place.W, H: n.place.H, Shape: ShapeOf(n.model.Kind), Kind: n.model.Kind,
			Lines: n.place.Lines, Full: n.place.Full, Size: n.place.Size, Alpha: n.now, Text: s.Settings.textAlpha(n.now),
			Focus: n.model.ID == s.state.Select, Pinned: n.pinned,
			Gone: s.asked.gone[i], Lost: s.asked.lost[i], Halo: s.halo(i),
		}
		if m.Gone || m.Lost {
			m.Shape.Dash, m.Shape.Inset = ghostDash, 0
		}
		p.Boxes = append(p.Boxes, m)
	}
	s.verbMarks(p)
}

// halo returns the radius of the disc under node i, whose area is as its
// measure.
func (s *Scene) halo(i int) float64 {
	if s.asked.sizes == nil {
		return 0
	}
	return s.Settings.Halo * formatOf(s.layout).Label * math.Sqrt(s.asked.sizes[i])
}

func (s *Scene) strandMarks(p *Picture, i int) {
	st := &s.strands[i]
	r := st.model
	alpha := st.now
	if st.perhaps {
		alpha = min(alpha, s.Settings.Open)
	}
	m := StrandMark{
		ID: r.ID, Curve: st.curve, Body: st.curve, Line: lineOf(r), Paint: Stroke(r.Kind.Family()), Alpha: alpha,
		Lead:   st.lead && !s.asked.without[i],
		Hollow: r.Status == network.Implied,
		Focus:  r.ID == s.state.Select || r.ID == s.state.Hover || s.asked.steps[i],
		Gone:   s.asked.without[i],
	}
	if m.Gone {
		m.Line, m.Hollow, m.Paint = ghost, false, Muted
	} else if r.Directed {
		m.Head, m.Body = s.head(m, r.Past)
	}
	p.Strands = append(p.Strands, m)
	if sign, ok := badges[r.Status]; ok && !m.Gone {
		// Badges of neighbouring strands stand side by side.
		along := st.lane / s.Settings.Gap * 1.4 * s.Settings.Verb / max(st.curve[0].to(st.curve[2]), 1)
		if st.model.From > st.model.To {
			along = -along
		}
		p.Badges = append(p.Badges, BadgeMark{ID: r.ID, At: st.curve.At(min(max(0.5+along, 0.2), 0.8)), Text: sign, Size: s.Settings.Verb, Paint: m.Paint, Alpha: alpha})
	}
}

// head returns the mark at the end of m, and m's body cut where a closed head
// begins.
func (s *Scene) head(m StrandMark, past bool) (HeadMark, Curve) {
	size := s.Settings.Arrow
	tip, back := m.Body[2], m.Body.Tangent(1).mul(-1)
	side := back.left()
	wing := func(along, across float64) Vec { return tip.add(back.mul(along)).add(side.mul(across)) }
	switch m.Line.Head {
	case Triangle:
		size *= 1.5
		fill := m.Paint
		if past || m.Hollow {
			fill = Paper
		}
		if l := m.Body[0].to(m.Body[2]); l > size {
			m.Body = m.Body.Part(0, 1-(size-1)/l)
		}
		return HeadMark{corners: [3]Vec{tip, wing(size, size*0.42), wing(size, -size*0.42)}, count: 3, Closed: true, Fill: fill, Width: 1.2}, m.Body
	case Bar:
		return HeadMark{corners: [3]Vec{wing(0.5, size*0.75), wing(0.5, -size*0.75)}, count: 2, Width: 2.2}, m.Body
	}
	return HeadMark{corners: [3]Vec{wing(size, size*0.5), tip, wing(size, -size*0.5)}, count: 3, Width: max(m.Line.Width, 1.2)}, m.Body
}

// verbMarks sets the verbs of the relations in focus along their strands: of the
// one selected or pointed at whatever lies there, of a node's relations and of
// those of the story's step where there is room. In a ribbon they would hide the
// other strands.
func (s *Scene) verbMarks(p *Picture) {
	var taken []Rect
	for i := range s.nodes {
		if n := &s.nodes[i]; !n.hidden && n.goal == 1 {
			taken = append(taken, n.box())
		}
	}
	place := func(st *strand, must bool) {
		size := s.Settings.Verb
		width := TextWidth(st.model.Verb, size, false)
		room := width + p.badgeRoom(st.model.ID)
		length := st.curve[0].to(st.curve[2])
		const legible = 8 // CSS pixels
		if !must && (room+4*s.Settings.Arrow > length || size*s.view.Zoom < legible) {
			return // it would hide the head, or can't be read
		}
		for _, t := range []float64{0.5, 0.42, 0.58, 0.34, 0.66} {
			at := st.curve.At(t)
			along := st.curve.Tangent(t)
			angle := math.Atan2(along.Y, along.X)
			if angle > math.Pi/2 {
				angle -= math.Pi
			} else if angle <= -math.Pi/2 {
				angle += math.Pi
			}
			if must && room > length {
				angle = 0 // longer than its strand: upright, over it
			}
			spots := boxesAlong(at, angle, room, size)
			if !must && collide(spots, taken) {
				continue
			}
			taken = append(taken, spots...)
			p.addVerb(st.model.ID, VerbMark{
				At: at, Angle: angle, Text: st.model.Verb, Size: size, Width: width,
				Paint: Stroke(st.model.Kind.Family()), Alpha: st.now,
			})
			return
		}
	}
	var rest []*strand
	alone := s.litAlone()
	for i := range s.strands {
		st := &s.strands[i]
		id := st.model.ID
		switch {
		case st.hidden || st.goal < 1 || s.asked.without[i]:
		case id == s.state.Select || id == s.state.Hover:
			place(st, true)
		case alone[i], st.alone && (s.touches(st, s.state.Select) || s.touches(st, s.state.Hover)):
			rest = append(rest, st)
		}
	}
	for _, st := range rest {
		place(st, false)
	}
}

// touches reports whether id is one of the strand's ends.
func (s *Scene) touches(st *strand, id string) bool {
	return id != "" && (st.model.From == id || st.model.To == id)
}

// boxesAlong covers a text that lies at an angle with upright boxes, about as
// many as it is longer than high.
func boxesAlong(at Vec, angle, width, height float64) []Rect {
	n := int(math.Ceil(width / (2 * height)))
	dir := Vec{math.Cos(angle), math.Sin(angle)}
	var boxes []Rect
	piece := width / float64(n)
	w := math.Abs(dir.X)*piece + math.Abs(dir.Y)*height
	h := math.Abs(dir.Y)*piece + math.Abs(dir.X)*height
	for i := range n {
		c := at.add(dir.mul(piece * (float64(i) + 0.5 - float64(n)/2)))
		boxes = append(boxes, Rect{c.X - w/2, c.Y - h/2, w, h})
	}
	return boxes
}

func collide(boxes, taken []Rect) bool {
	for _, a := range boxes {
		for _, b := range taken {
			if a.X < b.X+b.W && b.X < a.X+a.W && a.Y < b.Y+b.H && b.Y < a.Y+a.H {
				return true
			}
		}
	}
	return false
}
