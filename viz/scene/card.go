package scene

import (
	"strconv"

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
	*boxes
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
	cable := &b.model.Cables[c]
	groups := [3]cardGroup{{from: cable.From, to: cable.To, directed: true}, {from: cable.To, to: cable.From, directed: true}, {from: cable.From, to: cable.To}}
	b.rtl = RTL(b.name(cable.From), b.name(cable.To))
	b.indent = cardSample + 8
	for _, i := range b.shown(c) {
		if n := len(b.signs[i]); n > 0 {
			b.indent = max(b.indent, cardSample+8+float64(n)*cardBadge)
		}
	}
	width := min(cardText, b.camera.visible.W-2*cardPad-b.indent-8) * b.unit
	for _, i := range b.shown(c) {
		st := &b.edges[i]
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

// verbOf returns the text for relation r: its verb, or its kind.
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
	text := b.name(g.from) + sign + b.name(g.to)
	if len(g.rows) > 1 {
		text += " (" + strconv.Itoa(len(g.rows)) + ")"
	}
	return text
}

// measure computes the size of the card.
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
	b.row = min(max((b.camera.visible.H-fixed-8)/lines, cardLeast), cardRow) * u
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

// text places a line of text at a distance from the side at which lines start.
func (b *cardBuilder) text(indent, y float64, text string, bold bool) {
	m, size := b.m, cardType*b.unit
	t := Text{At: Vec{m.X + indent, y}, Text: text, Size: size, Bold: bold, Start: true, Paint: Ink}
	if b.rtl {
		t.At.X, t.Start, t.End, t.RTL = m.X+m.W-indent, false, true, true
	}
	m.Texts = append(m.Texts, t)
}

// set places headings and rows in the card.
func (b *cardBuilder) set() {
	m, u := b.m, b.unit
	size := cardType * u
	y := m.Y + cardPad*u
	for i := range b.groups {
		g := &b.groups[i]
		b.text(cardPad*u, y+cardHeading*u/2+size*ascent, b.heading(g), true)
		y += cardHeading * u
		for _, r := range g.rows {
			st := &b.edges[r.relation]
			h := b.row + float64(len(r.lines)-1)*size*lineHeight
			row := CardRow{Rect: Rect{m.X, y, m.W, h}, ID: st.model.ID}
			row.Focus = row.ID == b.state.Select || row.ID == b.state.Hover
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
	m, u := b.m, b.unit
	x, way := m.X+cardPad*u, 1.0
	if b.rtl {
		x, way = m.X+m.W-cardPad*u, -1
	}
	r := b.edges[i].model
	mark := EdgeMark{ID: r.ID, From: r.From, To: r.To, Net: -1, Path: Path{Points: []Vec{{x, y}, {x + way*cardSample*u, y}}}, Line: b.looks.line(r), Paint: b.looks.stroke(r), Alpha: 1}
	if b.answers.without[i] {
		mark.Line, mark.Paint = removedLine, Muted
	}
	mark.Line.Width *= u
	mark.Line.Dash = [2]float64{mark.Line.Dash[0] * u, mark.Line.Dash[1] * u}
	if r.Directed && !b.answers.without[i] {
		head, taken := headOf(r, mark.Line, mark.Paint, b.Settings.Arrow*u, u, mark.Path.Points[1], Vec{-way, 0})
		m.Ends = append(m.Ends, EndMark{HeadMark: head, ID: r.ID, Paint: mark.Paint, Alpha: 1})
		mark.Path = mark.Path.trim(new(pointPool), 0, taken)
	}
	m.Samples = append(m.Samples, mark)
	for k, sign := range b.signs[i] {
		sign.At = Vec{x + way*(cardSample+4+cardBadge*(float64(k)+0.5))*u, y}
		sign.Cable, sign.Size, sign.Paint, sign.Alpha = -1, 12*u, mark.Paint, 1
		if sign.Text == "" {
			sign.Size *= 0.62
		}
		m.Badges = append(m.Badges, sign)
	}
}
