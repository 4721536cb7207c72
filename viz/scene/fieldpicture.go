package scene

import (
	"cmp"
	"math"
	"slices"

	"proxynet/network"
)

// FieldPicture is what of a field is to be drawn, in CSS pixels of the page, the
// hindmost first: lines, dots, names; lines and dots in order with the most
// important last, names with it first.
type FieldPicture struct {
	Lines []LineMark
	Dots  []DotMark
	Names []NameMark
}

// What a still picture of a field holds at most, so that its file stays small and
// is made quickly. The live one has everything.
const (
	mostLines = 3000
	mostDots  = 4000
)

// Limit keeps the most important lines and dots, as many as a still picture
// holds, and draws the lines more strongly for those that are left out.
func (p *FieldPicture) Limit() {
	p.Dots = p.Dots[max(0, len(p.Dots)-mostDots):]
	all := len(p.Lines)
	if all <= mostLines {
		return
	}
	slices.SortStableFunc(p.Lines, func(a, b LineMark) int { return cmp.Compare(b.Weight, a.Weight) })
	p.Lines = p.Lines[:mostLines]
	slices.SortStableFunc(p.Lines, func(a, b LineMark) int { return cmp.Compare(a.Paint, b.Paint) })
	for i := range p.Lines {
		m := &p.Lines[i]
		m.Alpha = min(1, m.Alpha*math.Sqrt(float64(all)/mostLines))
	}
}

// LineMark is an edge as a line.
type LineMark struct {
	ID    string
	A, B  Vec
	Width float64
	Paint Paint
	Alpha float64

	Weight int32 // the more relations its ends have, the more
}

// DotMark is a node as a dot: a disc, or a box, by its kind.
type DotMark struct {
	ID    string
	At    Vec // centre
	R     float64
	Kind  network.NodeKind
	Focus bool // selected
	Gone  bool // taken out by a what-if, or without a chain once that is
}

// NameMark is the name beside a dot.
type NameMark struct {
	ID   string
	At   Vec // where the baseline begins
	Text string
	Size float64
	Bold bool
}

// Corner returns the radius of the dot's corners, and Hollow whether it is an
// outline only: kinds are told apart by shape as well as by colour.
func (m DotMark) Corner() float64 {
	switch m.Kind {
	case network.State, network.Target:
		return m.R * 0.15
	case network.Force, network.Group, network.Alliance:
		return m.R * 0.5
	}
	return m.R
}

// Hollow reports whether the dot is an outline only.
func (m DotMark) Hollow() bool {
	return m.Gone || m.Kind == network.People || m.Kind == network.Target || m.Kind == network.Unknown
}

// IsField reports whether the network is too large for boxes, so that
// [Scene.Field] and [Scene.Lit] draw it and not [Scene.Picture].
func (s *Scene) IsField() bool { return s.field != nil }

// FieldVersion grows when the field as a whole has changed: what is hidden, or
// where dots stand.
func (s *Scene) FieldVersion() int { return s.field.version }

// Aside returns how strongly what doesn't stand out is drawn now, 0 to 1.
func (s *Scene) Aside() float64 { return s.field.aside.now }

// Area returns where on the page the graph stands.
func (s *Scene) Area() Rect { return s.area }

// Field puts into p, whose slices it reuses, all that shows in a region of the
// page when the view is v and nothing stands out.
func (s *Scene) Field(p *FieldPicture, v View, region Rect) {
	f := s.field
	p.Lines, p.Dots, p.Names = p.Lines[:0], p.Dots[:0], p.Names[:0]
	unit, level := s.unit(), s.levelAt(v.Zoom)
	width := s.Settings.Wire * unit * min(s.grown(v.Zoom), 1.5)
	alpha := s.wireAlpha(v.Zoom)
	for _, i := range f.lines {
		st := &s.edges[i]
		if st.hidden {
			continue
		}
		a, b := s.wire(int(i), v.Zoom)
		m := LineMark{ID: st.model.ID, A: s.onPage(v, a), B: s.onPage(v, b), Width: width, Paint: s.wirePaint(st.model), Alpha: alpha, Weight: f.degree[st.from] + f.degree[st.to]}
		if st.model.Past {
			m.Alpha *= s.Settings.Past
		}
		if st.perhaps && s.state.AsOf != "" {
			m.Alpha *= s.Settings.Perhaps
		}
		if slices.Contains(s.drawing.Lead, st.model.ID) {
			m.Alpha, m.Width = 1, m.Width*2
		}
		if touches(m.A, m.B, region) {
			p.Lines = append(p.Lines, m)
		}
	}
	sizes, scale := s.dotSizes(), unit*s.grown(v.Zoom)
	for k := len(f.order) - 1; k >= 0; k-- { // the most important on top
		i := int(f.order[k])
		if s.nodes[i].hidden {
			continue
		}
		m := s.dot(i, v, sizes.of(i)*scale)
		if int(f.names.level[i]) <= level {
			m = s.namedDot(i, v, m.R)
		}
		if m.At.X+m.R > region.X && m.At.X-m.R < region.X+region.W && m.At.Y+m.R > region.Y && m.At.Y-m.R < region.Y+region.H {
			p.Dots = append(p.Dots, m)
		}
	}
	for _, i := range f.order {
		if int(f.names.level[i]) > level {
			continue
		}
		if n := s.nameOf(int(i), s.namedDot(int(i), v, sizes.of(int(i))*scale), f.names.sideAt(int(i), level)); n.At.X < region.X+region.W && n.At.X+float64(f.width[i])*unit > region.X &&
			n.At.Y-n.Size < region.Y+region.H && n.At.Y+n.Size > region.Y {
			p.Names = append(p.Names, n)
		}
	}
}

// namedDot is the least radius of a dot with a name, in units.
const namedDot = 1.75

// onPage returns where a point of the world stands on the page.
func (s *Scene) onPage(v View, at Vec) Vec {
	x, y := v.toPage(s.area, at.X, at.Y)
	return Vec{x, y}
}

// dot returns the mark of node i, of radius r.
func (s *Scene) dot(i int, v View, r float64) DotMark {
	n := &s.nodes[i]
	_, kind := s.looks.node(n.model.Kind)
	return DotMark{ID: n.model.ID, At: s.onPage(v, n.at), R: r, Kind: kind, Gone: s.asked.gone[i] || s.asked.lost[i]}
}

// namedDot is dot for a node whose label is drawn, whose dot is never tiny.
func (s *Scene) namedDot(i int, v View, r float64) DotMark {
	return s.dot(i, v, max(r, namedDot*s.unit()))
}

// nameOf returns the label of node i on a side of its dot.
func (s *Scene) nameOf(i int, m DotMark, d side) NameMark {
	unit, size := s.unit(), float64(s.field.size[i])
	h := size * labelHeight
	x, y := d.offset(m.R/unit, float64(s.field.width[i]), h)
	return NameMark{
		ID: m.ID, At: Vec{m.At.X + x*unit, m.At.Y + (y+h/2+size*ascent)*unit},
		Text: s.field.name[i], Size: size * unit, Bold: s.field.bold(i),
	}
}

// wirePaint is the colour of an edge in a field. What no passage says is grey.
func (s *Scene) wirePaint(r *network.Relation) Paint {
	if r.Status == network.Unsourced {
		return Stroke(network.Other)
	}
	return s.looks.stroke(r)
}

// wireAlpha is how strongly edges are drawn: so that at every zoom about the
// same share of the ground is covered, dense where the network is, and less where
// edges would lie over each other everywhere.
func (s *Scene) wireAlpha(zoom float64) float64 {
	if len(s.edges) == 0 {
		return 1
	}
	var length float64
	step := 1 + len(s.edges)/1000 // a sample tells
	for i := 0; i < len(s.edges); i += step {
		length += s.nodes[s.edges[i].from].at.to(s.nodes[s.edges[i].to].at)
	}
	length *= float64(step)
	covered := length * s.Settings.Wire * s.unit() / zoom / (s.layout.Width * s.layout.Height)
	const least, most = 0.012, 0.6
	return min(max(s.Settings.Cover/max(covered, math.Pow(covered, 1.5)), least), most)
}

// touches reports whether a line may run through a region.
func touches(a, b Vec, r Rect) bool {
	return max(a.X, b.X) >= r.X && min(a.X, b.X) <= r.X+r.W && max(a.Y, b.Y) >= r.Y && min(a.Y, b.Y) <= r.Y+r.H
}

// Lit puts into p and marks what stands out of the field now, to be drawn over
// it: edges with their heads and verbs where they are few, as lines where they
// are many.
func (s *Scene) Lit(p *FieldPicture, marks *Picture) {
	f, v := s.field, s.view
	p.Lines, p.Dots, p.Names = p.Lines[:0], p.Dots[:0], p.Names[:0]
	marks.Edges, marks.Boxes, marks.Badges, marks.Verbs = marks.Edges[:0], marks.Boxes[:0], marks.Badges[:0], marks.Verbs[:0]
	few := len(f.lit.edges) <= s.Settings.Few
	for _, i := range f.lit.edges {
		st := &s.edges[i]
		a, b := s.wire(int(i), v.Zoom)
		a, b = s.onPage(v, a), s.onPage(v, b)
		if !few {
			m := LineMark{ID: st.model.ID, A: a, B: b, Width: 1.2 * s.unit(), Paint: s.wirePaint(st.model), Alpha: 0.8}
			if st.perhaps {
				m.Alpha *= s.Settings.Open
			}
			p.Lines = append(p.Lines, m)
			continue
		}
		s.highlightedEdge(marks, int(i), a, b)
	}
	for k := len(f.lit.nodes) - 1; k >= 0; k-- {
		i := int(f.lit.nodes[k])
		m := s.dot(i, v, s.radius(i, v.Zoom))
		m.Focus = m.ID == s.state.Select
		m.R = max(m.R, 2.5*s.unit())
		p.Dots = append(p.Dots, m)
	}
	s.litNames(p)
}

// highlightedEdge draws an edge that stands out from a to b, both on the page.
func (s *Scene) highlightedEdge(p *Picture, i int, a, b Vec) {
	st := &s.edges[i]
	along, length := b.sub(a).unit(), a.to(b)
	from := s.radius(st.from, s.view.Zoom) + s.Settings.Margin
	to := s.radius(st.to, s.view.Zoom) + s.Settings.Margin
	if length <= from+to {
		return
	}
	a, b = a.add(along.mul(from)), b.sub(along.mul(to))
	st.now = 1
	s.relationMark(p, i, Path{Points: []Vec{a, b}})
	r := st.model
	must := r.ID == s.state.Select || r.ID == s.state.Hover
	size := s.Settings.Verb
	width := TextWidth(r.Verb, size, false)
	room := width + p.badgeRoom(r.ID)
	if !must && room+6*s.Settings.Arrow > a.to(b) {
		return
	}
	angle := math.Atan2(along.Y, along.X)
	if angle > math.Pi/2 {
		angle -= math.Pi
	} else if angle <= -math.Pi/2 {
		angle += math.Pi
	}
	if must && room > a.to(b) {
		angle = 0
	}
	p.addVerb(r.ID, VerbMark{At: a.lerp(b, 0.5), Angle: angle, Text: r.Verb, Size: size, Width: width, Paint: s.wirePaint(r), Alpha: 1})
}

// litNames names what stands out: the node selected and that pointed at in any
// case, the others where there is room. Where there is room doesn't depend on
// where the view is.
func (s *Scene) litNames(p *FieldPicture) {
	f := s.field
	room := func(n NameMark, width float64) bool {
		for k := range p.Names {
			m := &p.Names[k]
			if w := TextWidth(m.Text, m.Size, m.Bold); n.At.X < m.At.X+w && m.At.X < n.At.X+width && math.Abs(n.At.Y-m.At.Y) < max(n.Size, m.Size)*lineHeight {
				return false
			}
		}
		return true
	}
	const most = 80
	level := s.levelAt(s.view.Zoom)
	for pass := range 2 {
		for _, v := range f.lit.nodes {
			m := s.dot(int(v), s.view, s.radius(int(v), s.view.Zoom))
			must := m.ID == s.state.Select || m.ID == s.state.Hover
			if must != (pass == 0) || !must && len(p.Names) >= most {
				continue
			}
			m.R = max(m.R, 2.5*s.unit())
			n := s.nameOf(int(v), m, f.names.sideAt(int(v), level))
			n.Bold = n.Bold || must
			if must || room(n, float64(f.width[v])*s.unit()) {
				p.Names = append(p.Names, n)
			}
		}
	}
}
