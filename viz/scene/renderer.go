package scene

import "math"

// Renderer draws marks. There are three: for the screen, for SVG and for PNG; the last
// two also draw legends.
type Renderer interface {
	Halo(m *BoxMark) // the disc under a node that shows its measure
	Box(m *BoxMark)
	Edge(m *EdgeMark)
	End(m *EndMark)
	Badge(m *BadgeMark)
	Word(m *WordMark)
	Verb(m *VerbMark)
	Card(m *CardMark) // the ground and the rows; the rest with [CardMark.Draw]
	Text(t *Text, alpha float64)
}

// Draw calls r for every mark of p, back to front.
func (p *Picture) Draw(r Renderer) {
	for i := range p.Frames {
		halo(r, &p.Frames[i])
		r.Box(&p.Frames[i])
	}
	for i := range p.Boxes {
		halo(r, &p.Boxes[i])
	}
	for i := range p.Edges {
		r.Edge(&p.Edges[i])
	}
	for i := range p.Ends {
		r.End(&p.Ends[i])
	}
	p.drawBadges(r, false)
	for i := range p.Boxes {
		r.Box(&p.Boxes[i])
	}
	for i := range p.Words {
		r.Word(&p.Words[i])
	}
	for i := range p.Verbs {
		r.Verb(&p.Verbs[i])
	}
	p.drawBadges(r, true)
	if p.Card != nil {
		r.Card(p.Card)
	}
}

func halo(r Renderer, m *BoxMark) {
	if m.Halo > 0 {
		r.Halo(m)
	}
}

// drawBadges draws the badges that are in front of verbs, or the others.
func (p *Picture) drawBadges(r Renderer, front bool) {
	for i := range p.Badges {
		if m := &p.Badges[i]; m.Front == front {
			r.Badge(m)
		}
	}
}

// Draw calls r for the marks in the rows of the card.
func (m *CardMark) Draw(r Renderer) {
	for i := range m.Samples {
		r.Edge(&m.Samples[i])
	}
	for i := range m.Ends {
		r.End(&m.Ends[i])
	}
	for i := range m.Badges {
		r.Badge(&m.Badges[i])
	}
	for i := range m.Texts {
		r.Text(&m.Texts[i], 1)
	}
}

// The ring around a selected box: how far outside of the box it is, and its width.
const (
	RingGap   = 3
	RingWidth = 2.5
)

// Label returns the text of a badge.
func (m *BadgeMark) Label() Text {
	return Text{Text: m.Text, At: Vec{m.At.X, m.At.Y + m.Drop()}, Size: m.Size, Bold: true, Paint: m.Sign()}
}

// VerbDrop is how far a verb's baseline is below its middle, in sizes.
const VerbDrop = 0.34

// Baseline returns the middle of the verb's baseline.
func (m *VerbMark) Baseline() Vec {
	sin, cos := math.Sincos(m.Angle)
	return Vec{m.At.X - sin*m.Size*VerbDrop, m.At.Y + cos*m.Size*VerbDrop}
}

// Ground returns the size of the paper beneath a verb.
func (m *VerbMark) Ground() (w, h float64) { return m.Width + 2*verbPad, m.Size * verbLeading }

// Ground returns the area of the paper beneath words.
func (m *WordMark) Ground() Rect {
	const high, middle = 1.12, 0.36 // in sizes, from the baseline up
	return Rect{m.At.X - 1, m.At.Y - m.Size*(middle+high/2), m.Width + 2, m.Size * high}
}

// Rounded appends to points the outline of a box about its centre, from the left
// end of its upper side on, as SVG dashes it. Each corner has so many steps.
func Rounded(points []Vec, at Vec, w, h, radius float64, steps int) []Vec {
	radius = min(radius, w/2, h/2)
	first := len(points)
	points = append(points, Vec{})
	corner := func(x, y, from float64) {
		for i := range steps + 1 {
			sin, cos := math.Sincos(from + float64(i)/float64(steps)*math.Pi/2)
			points = append(points, Vec{x + radius*cos, y + radius*sin})
		}
	}
	x, y := w/2-radius, h/2-radius
	corner(at.X+x, at.Y-y, -math.Pi/2)
	corner(at.X+x, at.Y+y, 0)
	corner(at.X-x, at.Y+y, math.Pi/2)
	corner(at.X-x, at.Y-y, math.Pi)
	points[first] = points[len(points)-1]
	return points
}

// Dashes calls stroke for every straight segment of the dashes along points; begins is
// true at the start of a dash. dash is the lengths of a dash and a gap.
func Dashes(points []Vec, dash [2]float64, stroke func(a, b Vec, begins bool)) {
	gap, left, begins := 0, dash[0], true // gap is 1 in a gap; left is the rest of the gap or dash
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		for {
			length := math.Hypot(b.X-a.X, b.Y-a.Y)
			end := b
			if length > left {
				end = Vec{a.X + (b.X-a.X)*left/length, a.Y + (b.Y-a.Y)*left/length}
			}
			if gap == 0 {
				stroke(a, end, begins)
				begins = false
			}
			if length <= left {
				left -= length
				break
			}
			a, gap, begins = end, 1-gap, true
			left = dash[gap]
		}
	}
}

// Mixed returns a colour with opacity alpha, composited on paper. Mixing instead of
// blending keeps overlaps of one line with itself invisible.
func (t Theme) Mixed(paint Paint, alpha float64) (c [3]float64) {
	p, g := t[paint], t[Paper]
	for i := range c {
		c[i] = float64(g[i]) + (float64(p[i])-float64(g[i]))*alpha
	}
	return c
}
