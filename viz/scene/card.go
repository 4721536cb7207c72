package scene

import (
	"math"
	"strconv"
	"strings"

	"proxynet/network"
)

// CardMark lists the relations of an open cable beside its line: a heading for
// each direction, and under it a row for each relation. Lengths are in world
// units, like those of all marks.
type CardMark struct {
	Rect
	Radius  float64
	Rows    []CardRow
	Samples []EdgeMark // the line of each row
	Ends    []EndMark
	Badges  []BadgeMark
	Texts   []Text
}

// CardRow is the area of a card that selects a relation.
type CardRow struct {
	Rect
	ID    string
	Focus bool // selected or pointed at
}

// openCable returns the cable whose relations are listed: that of the selected
// relation, or else of the one pointed at, if it stands for several that are
// shown; -1 if there is none.
func (s *Scene) openCable() int {
	for _, id := range [...]string{s.state.Select, s.state.Hover} {
		if c := s.cableFor(id); c >= 0 && len(s.wiring.paths[c].Points) > 1 && len(s.shown(c)) > 1 {
			return c
		}
	}
	return -1
}

// cableFor returns the cable of the shown relation with that id, or -1.
func (s *Scene) cableFor(id string) int {
	if i, ok := s.index.relation[id]; ok && !s.edges[i].hidden {
		return s.model.CableOf[i]
	}
	return -1
}

// cardKey is what a card depends on, beside the state: refresh drops it.
type cardKey struct {
	cable         int
	view          View
	visible, area Rect
	layout        *Layout
	routes        int // version of the wiring
}

// card returns the card of the open cable, or nil.
func (s *Scene) card() *CardMark {
	c := s.openCable()
	if c < 0 {
		return nil
	}
	key := cardKey{c, s.goalView(), s.visible, s.area, s.layout, s.wiring.version}
	if s.cardCache == nil || s.cardKey != key {
		s.cardKey, s.cardCache = key, s.makeCard(c, key.view)
	}
	return s.cardCache
}

// Sizes of a card in CSS pixels.
const (
	cardType    = 13.0
	cardPad     = 8.0
	cardRow     = 24.0 // height of a row of one line
	cardLeast   = 21.0 // the same where there is little room
	cardHeading = 22.0
	cardSample  = 26.0  // length of a row's line
	cardBadge   = 18.0  // room for the sign of firmness
	cardText    = 230.0 // beyond which a verb is broken
	cardOff     = 5.0   // between the line and the card
	cardReach   = 3.0   // around a card, where its own line should not be
)

// makeCard lays the card of cable c out for a view.
func (s *Scene) makeCard(c int, v View) *CardMark {
	b := cardBuilder{s: s, unit: 1 / v.Zoom, m: &CardMark{}}
	b.list(c)
	if b.measure(); b.m.H > (s.visible.H-8)*b.unit {
		b.shorten()
		b.measure()
	}
	b.m.X, b.m.Y = s.cardPlace(c, v, b.m.W, b.m.H)
	b.set()
	return b.m
}

// cardGroup is the relations of a cable that run one way.
type cardGroup struct {
	from, to int
	directed bool
	rows     []cardLine
}

// cardLine is a relation with its verb, broken into lines.
type cardLine struct {
	relation int
	lines    []string
}

type cardBuilder struct {
	s      *Scene
	unit   float64 // world units in a CSS pixel
	m      *CardMark
	groups []cardGroup
	rtl    bool    // names run from right to left, and so does the card
	row    float64 // height of a row of one line, in world units
	indent float64 // from a row's line to its verb, in CSS pixels
}

// list sorts the relations of cable c that are shown by their direction, the
// cable's own first.
func (b *cardBuilder) list(c int) {
	s := b.s
	cable := &s.model.Cables[c]
	groups := [3]cardGroup{{from: cable.From, to: cable.To, directed: true}, {from: cable.To, to: cable.From, directed: true}, {from: cable.From, to: cable.To}}
	b.rtl = RTL(s.name(cable.From), s.name(cable.To))
	b.indent = cardSample + 8
	for _, i := range s.shown(c) {
		if n := len(s.edges[i].signs); n > 0 {
			b.indent = max(b.indent, cardSample+8+float64(n)*cardBadge)
		}
	}
	width := min(cardText, s.visible.W-2*cardPad-b.indent-8) * b.unit
	for _, i := range s.shown(c) {
		st := &s.edges[i]
		g := &groups[2]
		if st.model.Directed {
			g = &groups[0]
			if st.from != cable.From {
				g = &groups[1]
			}
		}
		lines, _ := Wrap(verbOf(st.model), max(width, 60*b.unit), max(width, 60*b.unit), cardType*b.unit, false)
		g.rows = append(g.rows, cardLine{i, lines})
	}
	for _, g := range groups {
		if g.rows != nil {
			b.groups = append(b.groups, g)
		}
	}
}

// verbOf returns what is written for relation r: its verb, or its kind.
func verbOf(r *network.Relation) string {
	if r.Verb != "" {
		return r.Verb
	}
	return string(r.Kind)
}

// heading returns the two names of a group and the sign between them.
func (b *cardBuilder) heading(g *cardGroup) string {
	sign := " — "
	switch {
	case g.directed && b.rtl:
		sign = " ← "
	case g.directed:
		sign = " → "
	}
	text := b.s.name(g.from) + sign + b.s.name(g.to)
	if len(g.rows) > 1 {
		text += " (" + strconv.Itoa(len(g.rows)) + ")"
	}
	return text
}

// name returns the label of node v in one line.
func (s *Scene) name(v int) string {
	text := ""
	for _, line := range s.nodes[v].place.Lines {
		if text != "" && !strings.HasSuffix(text, "-") {
			text += " "
		}
		text += line
	}
	return text
}

// measure works out the size of the card.
func (b *cardBuilder) measure() {
	u, w, fixed, lines := b.unit, 0.0, 2*cardPad, 0.0
	for i := range b.groups {
		g := &b.groups[i]
		w = max(w, TextWidth(b.heading(g), cardType*u, true))
		fixed += cardHeading
		for _, r := range g.rows {
			for _, text := range r.lines {
				w = max(w, b.indent*u+TextWidth(text, cardType*u, false))
			}
			lines++
			fixed += float64(len(r.lines)-1) * cardType * lineHeight
		}
	}
	b.row = min(max((b.s.visible.H-fixed-8)/lines, cardLeast), cardRow) * u
	b.m.W = w + 2*cardPad*u
	b.m.H = fixed*u + lines*b.row
	b.m.Radius = 4 * u
}

// shorten leaves one line of each verb.
func (b *cardBuilder) shorten() {
	for i := range b.groups {
		for k := range b.groups[i].rows {
			if r := &b.groups[i].rows[k]; len(r.lines) > 1 {
				r.lines = []string{r.lines[0] + ellipsis}
			}
		}
	}
}

// text places a line of text so far from the side at which lines begin.
func (b *cardBuilder) text(indent, y float64, text string, bold bool) {
	m, size := b.m, cardType*b.unit
	t := Text{At: Vec{m.X + indent, y}, Text: text, Size: size, Bold: bold, Start: true, Paint: Ink}
	if b.rtl {
		t.RTL, t.At.X = true, m.X+m.W-indent-TextWidth(text, size, bold)
	}
	m.Texts = append(m.Texts, t)
}

// set places headings and rows in the card.
func (b *cardBuilder) set() {
	s, m, u := b.s, b.m, b.unit
	size := cardType * u
	y := m.Y + cardPad*u
	for i := range b.groups {
		g := &b.groups[i]
		b.text(cardPad*u, y+cardHeading*u/2+size*ascent, b.heading(g), true)
		y += cardHeading * u
		for _, r := range g.rows {
			st := &s.edges[r.relation]
			h := b.row + float64(len(r.lines)-1)*size*lineHeight
			row := CardRow{Rect: Rect{m.X, y, m.W, h}, ID: st.model.ID}
			row.Focus = row.ID == s.state.Select || row.ID == s.state.Hover
			m.Rows = append(m.Rows, row)
			first := y + b.row/2
			b.sample(r.relation, first)
			for k, text := range r.lines {
				b.text((cardPad+b.indent)*u, first+float64(k)*size*lineHeight+size*ascent, text, false)
			}
			y += h
		}
	}
}

// sample draws the line of relation i in its row, with its end and its sign.
func (b *cardBuilder) sample(i int, y float64) {
	s, m, u := b.s, b.m, b.unit
	x, way := m.X+cardPad*u, 1.0
	if b.rtl {
		x, way = m.X+m.W-cardPad*u, -1
	}
	r := s.edges[i].model
	mark := EdgeMark{ID: r.ID, From: r.From, To: r.To, Net: -1, Path: Path{Points: []Vec{{x, y}, {x + way*cardSample*u, y}}}, Line: s.looks.line(r), Paint: s.looks.stroke(r), Alpha: 1}
	if s.asked.without[i] {
		mark.Line, mark.Paint = ghost, Muted
	}
	mark.Line.Width *= u
	mark.Line.Dash = [2]float64{mark.Line.Dash[0] * u, mark.Line.Dash[1] * u}
	if r.Directed && !s.asked.without[i] {
		head, taken := headOf(r, mark.Line, mark.Paint, s.Settings.Arrow*u, u, mark.Path.Points[1], Vec{-way, 0})
		m.Ends = append(m.Ends, EndMark{HeadMark: head, ID: r.ID, Paint: mark.Paint, Alpha: 1})
		mark.Path = mark.Path.Trim(0, taken)
	}
	m.Samples = append(m.Samples, mark)
	for k, sign := range s.edges[i].signs {
		sign.At = Vec{x + way*(cardSample+4+cardBadge*(float64(k)+0.5))*u, y}
		sign.Size, sign.Paint, sign.Alpha = 12*u, mark.Paint, 1
		if sign.Text == "" {
			sign.Size *= 0.62
		}
		m.Badges = append(m.Badges, sign)
	}
}

// cardPlace finds the place of a card of that size beside the line of cable c:
// in view, off the line itself, and over as little else as can be.
func (s *Scene) cardPlace(c int, v View, w, h float64) (x, y float64) {
	u := 1 / v.Zoom
	x0, y0 := v.toWorld(s.area, s.visible.X+4, s.visible.Y+4)
	x1, y1 := v.toWorld(s.area, s.visible.X+s.visible.W-4, s.visible.Y+s.visible.H-4)
	if left, right := max(x0, 0), min(x1, s.layout.Width); right-left >= w { // in a still picture there is no more
		x0, x1 = left, right
	}
	if top, bottom := max(y0, 0), min(y1, s.layout.Height); bottom-top >= h {
		y0, y1 = top, bottom
	}
	wire := &s.wiring.paths[c]
	off := cardOff*u + s.wiring.format.Cable.Total(&s.model.Cables[c])/2
	best := math.Inf(1)
	calm, _ := wire.calm()
	anchors := []Vec{calm}
	for _, t := range [...]float64{0.5, 0.25, 0.75, 0.1, 0.9} {
		anchors = append(anchors, s.wiring.at(c, t))
	}
	for _, a := range anchors {
		for _, shift := range [...]float64{0.5, 0.2, 0.8, 0, 1} {
			for _, at := range [...]Vec{{a.X + off, a.Y - shift*h}, {a.X - off - w, a.Y - shift*h}, {a.X - shift*w, a.Y + off}, {a.X - shift*w, a.Y - off - h}} {
				r := Rect{min(max(at.X, x0), max(x1-w, x0)), min(max(at.Y, y0), max(y1-h, y0)), w, h}
				if cost := s.cardCost(c, r, calm, u); cost < best {
					best, x, y = cost, r.X, r.Y
				}
			}
		}
	}
	return x, y
}

// cardCost judges a place of the card of cable c.
func (s *Scene) cardCost(c int, r Rect, calm Vec, u float64) float64 {
	wire := &s.wiring.paths[c]
	reach := r.grown(cardReach * u)
	cost := 0.0
	for along := wire.trunk; along <= wire.length; along += 4 * u {
		if p, _ := wire.At(along); reach.Contains(p.X, p.Y) {
			cost += 40
			if r.Contains(p.X, p.Y) {
				cost += 40
			}
		}
	}
	for v := range s.nodes {
		n := &s.nodes[v]
		if n.hidden || s.model.Nodes[v].Owns >= 0 {
			continue
		}
		covered := overlap(r, n.box()) / (n.place.W * n.place.H)
		if v == s.model.Cables[c].From || v == s.model.Cables[c].To {
			covered *= 20
		}
		cost += 10 * covered
	}
	d := math.Hypot(max(r.X-calm.X, calm.X-r.X-r.W, 0), max(r.Y-calm.Y, calm.Y-r.Y-r.H, 0))
	return cost + 0.3*d/u
}

// grown returns r with so much more on each side.
func (r Rect) grown(by float64) Rect { return Rect{r.X - by, r.Y - by, r.W + 2*by, r.H + 2*by} }

// overlap returns the area that a and b share.
func overlap(a, b Rect) float64 {
	w, h := min(a.X+a.W, b.X+b.W)-max(a.X, b.X), min(a.Y+a.H, b.Y+b.H)-max(a.Y, b.Y)
	return max(w, 0) * max(h, 0)
}

// hitCard returns the relation whose row in the open card is nearest to p; ok is
// false if p is not at the card.
func (s *Scene) hitCard(p Vec) (id string, ok bool) {
	m := s.card()
	if m == nil || !m.Contains(p.X, p.Y) {
		return "", false
	}
	best := math.Inf(1)
	for i := range m.Rows {
		r := &m.Rows[i]
		if d := max(r.Y-p.Y, p.Y-r.Y-r.H, 0); d < best {
			best, id = d, r.ID
		}
	}
	return id, true
}

// cardSpot returns the middle of the row of relation i, if it is in the open
// card.
func (s *Scene) cardSpot(i int) (Vec, bool) {
	if m := s.card(); m != nil {
		for k := range m.Rows {
			if r := &m.Rows[k]; r.ID == s.edges[i].model.ID {
				return Vec{r.X + r.W/2, r.Y + r.H/2}, true
			}
		}
	}
	return Vec{}, false
}
