package viz

import (
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"proxynet/viz/scene"
)

// painter draws a picture of the world onto a screen of device pixels.
type painter struct {
	shader *ebiten.Shader
	font   *font
	theme  scene.Theme
	mesh   mesh
	points []scene.Vec
	texts  []scene.Text

	// of the frame being drawn
	scale  float64 // device pixels per world unit
	x0, y0 float64 // device pixel of the world's origin
}

func (p *painter) at(v scene.Vec) scene.Vec {
	return scene.Vec{X: p.x0 + v.X*p.scale, Y: p.y0 + v.Y*p.scale}
}

func (p *painter) all(pts []scene.Vec) []scene.Vec {
	for i, v := range pts {
		pts[i] = p.at(v)
	}
	return pts
}

func (p *painter) dash(d [2]float64) [2]float64 {
	return [2]float64{d[0] * p.scale, d[1] * p.scale}
}

// mixed is the paint as it shows on the ground when faded to alpha. Mixing
// instead of blending keeps overlaps of one line with itself invisible.
func (p *painter) mixed(paint scene.Paint, alpha float64) color {
	c, g := p.theme[paint], p.theme[scene.Paper]
	a := float32(alpha)
	for i := range c {
		c[i] = g[i] + (c[i]-g[i])*a
	}
	return color(c)
}

// paint draws the picture: one draw call for lines and boxes, then the texts.
func (p *painter) paint(screen *ebiten.Image, pic *scene.Picture) {
	for i := range pic.Frames {
		p.halo(&pic.Frames[i])
		p.box(&pic.Frames[i])
	}
	for i := range pic.Boxes {
		p.halo(&pic.Boxes[i])
	}
	for i := range pic.Edges {
		p.strand(&pic.Edges[i])
	}
	for i := range pic.Ends {
		p.end(&pic.Ends[i])
	}
	p.badges(pic, false)
	for i := range pic.Boxes {
		p.box(&pic.Boxes[i])
	}
	for i := range pic.Words {
		p.clearWord(&pic.Words[i])
	}
	for i := range pic.Verbs {
		p.clear(&pic.Verbs[i])
	}
	p.badges(pic, true)
	p.mesh.draw(screen, p.shader)

	p.font.next()
	p.signs(screen, pic, false)
	for i := range pic.Frames {
		p.label(screen, &pic.Frames[i])
	}
	for i := range pic.Boxes {
		p.label(screen, &pic.Boxes[i])
	}
	for i := range pic.Words {
		w := &pic.Words[i]
		p.font.draw(screen, w.Text, p.at(scene.Vec{X: w.At.X + w.Width/2, Y: w.At.Y}), w.Size*p.scale, 0, w.Bold, scene.RTL(w.Text), p.mixed(w.Paint, w.Alpha), 1)
	}
	p.signs(screen, pic, true)
	for i := range pic.Verbs {
		v := &pic.Verbs[i]
		sin, cos := math.Sincos(v.Angle)
		down := v.Size * 0.34
		p.font.draw(screen, v.Text, p.at(scene.Vec{X: v.At.X - sin*down, Y: v.At.Y + cos*down}), v.Size*p.scale, v.Angle, false, scene.RTL(v.Text), p.mixed(v.Paint, v.Alpha), 1)
	}
	p.card(screen, pic.Card)
}

// badges draws the discs of the badges that are in front, or of the others.
func (p *painter) badges(pic *scene.Picture, front bool) {
	for i := range pic.Badges {
		if b := &pic.Badges[i]; b.Front == front {
			p.badgeDisc(b)
		}
	}
}

// signs writes the signs of the badges that are in front, or of the others.
func (p *painter) signs(screen *ebiten.Image, pic *scene.Picture, front bool) {
	for i := range pic.Badges {
		if b := &pic.Badges[i]; b.Front == front {
			p.badgeText(screen, b)
		}
	}
}

// card draws the list of an open cable's relations over all else.
func (p *painter) card(screen *ebiten.Image, m *scene.CardMark) {
	if m == nil {
		return
	}
	p.mesh.reset()
	area := func(r scene.Rect, radius, width float64, c color) {
		x, y := r.Center()
		p.mesh.box(p.at(scene.Vec{X: x, Y: y}), scene.Vec{X: 1}, r.W/2*p.scale, r.H/2*p.scale, radius*p.scale, width, c)
	}
	area(m.Rect, m.Radius, 0, p.mixed(scene.Paper, 1))
	for i := range m.Rows {
		if m.Rows[i].Focus {
			area(m.Rows[i].Rect, 0, 0, p.mixed(scene.Focus, scene.Glow))
		}
	}
	area(m.Rect, m.Radius, math.Max(p.scale, 1), p.mixed(scene.Muted, 1))
	for i := range m.Samples {
		p.strand(&m.Samples[i])
	}
	for i := range m.Ends {
		p.end(&m.Ends[i])
	}
	for i := range m.Badges {
		b := &m.Badges[i]
		p.badgeDisc(b)
	}
	p.mesh.draw(screen, p.shader)
	for i := range m.Badges {
		p.badgeText(screen, &m.Badges[i])
	}
	for i := range m.Texts {
		p.text(screen, &m.Texts[i], 1)
	}
}

// badgeDisc draws the disc of a badge, and what strikes it through.
func (p *painter) badgeDisc(b *scene.BadgeMark) {
	p.disc(p.at(b.At), b.Radius()*p.scale, p.mixed(b.Ground(), 1), p.mixed(b.Paint, b.Alpha))
	if from, to, ok := b.Strike(); ok {
		p.mesh.line(p.at(from), p.at(to), p.scale, p.mixed(b.Paint, b.Alpha))
	}
}

// badgeText sets the sign of a badge.
func (p *painter) badgeText(screen *ebiten.Image, b *scene.BadgeMark) {
	if b.Text != "" {
		p.font.draw(screen, b.Text, p.at(scene.Vec{X: b.At.X, Y: b.At.Y + b.Drop()}), b.Size*p.scale, 0, true, false, p.mixed(b.Sign(), b.Alpha), 1)
	}
}

// text sets a line of text.
func (p *painter) text(screen *ebiten.Image, t *scene.Text, alpha float64) {
	at := p.at(t.At)
	if t.Start {
		at.X += p.font.width(t.Text, t.Size*p.scale, t.Bold, t.RTL) / 2
	} else if t.End {
		at.X -= p.font.width(t.Text, t.Size*p.scale, t.Bold, t.RTL) / 2
	}
	p.font.draw(screen, t.Text, at, t.Size*p.scale, 0, t.Bold, t.RTL, color(p.theme[t.Paint]), alpha)
}

// label sets the label of a box.
func (p *painter) label(screen *ebiten.Image, m *scene.BoxMark) {
	p.texts = m.Texts(p.texts[:0])
	for i := range p.texts {
		p.text(screen, &p.texts[i], m.Text)
	}
}

// halo draws the disc that shows a node's measure.
func (p *painter) halo(m *scene.BoxMark) {
	if m.Halo > 0 {
		p.disc(p.at(m.At), m.Halo*p.scale, p.mixed(scene.Outline(m.Kind), scene.Veil*m.Alpha), p.mixed(scene.Outline(m.Kind), scene.Ring*m.Alpha))
	}
}

// strand draws a line, or the paper under a cable.
func (p *painter) strand(m *scene.EdgeMark) {
	p.points = p.all(m.Path.Flatten(p.points[:0]))
	if m.Focus {
		p.mesh.path(p.points, scene.Band*p.scale, [2]float64{}, p.mixed(scene.Focus, scene.Glow))
	}
	p.mesh.path(p.points, m.Line.Width*p.scale, p.dash(m.Line.Dash), p.mixed(m.Paint, m.Alpha))
}

// end draws the mark at the end of a line.
func (p *painter) end(m *scene.EndMark) {
	p.points = p.all(append(p.points[:0], m.Points()...))
	if m.Closed {
		p.mesh.polygon(p.points, p.mixed(m.Fill, m.Alpha))
		p.points = append(p.points, p.points[0])
	}
	p.mesh.path(p.points, m.Width*p.scale, [2]float64{}, p.mixed(m.Paint, m.Alpha))
}

func (p *painter) box(m *scene.BoxMark) {
	at := p.at(m.At)
	fill, edge := p.mixed(m.Fill(), m.FillAlpha()), p.mixed(m.Outline(), m.OutlineAlpha())
	border := m.Shape.Border
	if m.Focus {
		p.rect(m, at, -3, 2.5, fill, p.mixed(scene.Focus, 1))
	}
	w, h := m.W/2*p.scale, m.H/2*p.scale
	p.mesh.box(at, scene.Vec{X: 1}, w, h, m.Radius(0)*p.scale, 0, fill)
	if m.Shape.Dash[0] > 0 {
		p.mesh.path(p.outline(m), border*p.scale, p.dash(m.Shape.Dash), edge)
	} else {
		p.mesh.box(at, scene.Vec{X: 1}, w, h, m.Radius(0)*p.scale, border*p.scale, edge)
	}
	if i := m.Shape.Inset; i > 0 {
		p.mesh.box(at, scene.Vec{X: 1}, w-i*p.scale, h-i*p.scale, m.Radius(i)*p.scale, border*p.scale, edge)
	}
	if m.Gone {
		for i := range m.Lines {
			from, to := m.Strike(i)
			p.mesh.line(p.at(from), p.at(to), border*p.scale, edge)
		}
	}
	if m.Pinned {
		p.disc(scene.Vec{X: at.X + w - 2*p.scale, Y: at.Y - h + 2*p.scale}, 3*p.scale, p.mixed(scene.Focus, 1), p.mixed(scene.Paper, 1))
	}
}

// rect draws the box's outline so far inside it (outside, if negative).
func (p *painter) rect(m *scene.BoxMark, at scene.Vec, inset, width float64, fill, edge color) {
	w, h := (m.W/2-inset)*p.scale, (m.H/2-inset)*p.scale
	p.mesh.box(at, scene.Vec{X: 1}, w, h, m.Radius(inset)*p.scale, 0, fill)
	p.mesh.box(at, scene.Vec{X: 1}, w, h, m.Radius(inset)*p.scale, width*p.scale, edge)
}

func (p *painter) disc(at scene.Vec, radius float64, fill, edge color) {
	p.mesh.box(at, scene.Vec{X: 1}, radius, radius, radius, 0, fill)
	p.mesh.box(at, scene.Vec{X: 1}, radius, radius, radius, p.scale, edge)
}

// clear makes paper of the ground of a verb.
func (p *painter) clear(v *scene.VerbMark) {
	sin, cos := math.Sincos(v.Angle)
	p.mesh.box(p.at(v.At), scene.Vec{X: cos, Y: sin}, (v.Width/2+3)*p.scale, v.Size*0.62*p.scale, 2*p.scale, 0, p.mixed(scene.Paper, 1))
}

// clearWord makes paper of the ground of words.
func (p *painter) clearWord(w *scene.WordMark) {
	at := p.at(scene.Vec{X: w.At.X + w.Width/2, Y: w.At.Y - w.Size*0.36})
	p.mesh.box(at, scene.Vec{X: 1}, (w.Width/2+1)*p.scale, w.Size*0.56*p.scale, 2*p.scale, 0, p.mixed(scene.Paper, 1))
}

// outline returns the rounded outline of the box as a closed polyline, from the
// left end of its upper side on, as SVG dashes it.
func (p *painter) outline(m *scene.BoxMark) []scene.Vec {
	r := m.Radius(0)
	p.points = p.points[:0]
	corner := func(x, y, from float64) {
		const steps = 6
		for i := range steps + 1 {
			sin, cos := math.Sincos(from + float64(i)/steps*math.Pi/2)
			p.points = append(p.points, scene.Vec{X: x + r*cos, Y: y + r*sin})
		}
	}
	x, y, w, h := m.At.X, m.At.Y, m.W/2-r, m.H/2-r
	p.points = append(p.points, scene.Vec{X: x - w, Y: y - h - r})
	corner(x+w, y-h, -math.Pi/2)
	corner(x+w, y+h, 0)
	corner(x-w, y+h, math.Pi/2)
	corner(x-w, y-h, math.Pi)
	return p.all(p.points)
}
