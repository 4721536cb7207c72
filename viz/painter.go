package viz

import (
	"math"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"proxynet/viz/scene"
)

// painter draws marks onto a screen of device pixels: all their shapes in one draw call,
// then their texts, those of a page in another.
type painter struct {
	shaders shaders
	sheet   *sheet
	theme   scene.Theme
	mesh    mesh
	texts   []text // to be drawn over the mesh

	points []scene.Vec  // scratch
	labels []scene.Text // scratch

	// of the frame being drawn
	screen *ebiten.Image
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

// mixed returns a colour with opacity alpha, composited on paper.
func (p *painter) mixed(paint scene.Paint, alpha float64) color {
	m := p.theme.Mixed(paint, alpha)
	return color{float32(m[0]), float32(m[1]), float32(m[2])}
}

// paint draws the picture.
func (p *painter) paint(screen *ebiten.Image, pic *scene.Picture) {
	p.screen = screen
	p.sheet.next()
	pic.Draw(p)
	p.flush()
}

// list lists the labels of a picture, for prepare.
func (p *painter) list(pic *scene.Picture) {
	card := pic.Card
	pic.Card = nil // it would be drawn
	p.texts = p.texts[:0]
	pic.Draw(p)
	pic.Card = card
	p.mesh.reset()
}

// prepare sets listed labels for about the given time, and reports whether all are set.
func (p *painter) prepare(limit time.Duration) bool {
	complete := p.sheet.add(p.texts, limit)
	if complete {
		p.texts = p.texts[:0]
	}
	return complete
}

// flush draws the shapes and texts collected so far.
func (p *painter) flush() {
	p.mesh.draw(p.screen, p.shaders.shape, nil)
	p.sheet.add(p.texts, 0)
	for i := range p.texts {
		p.texts[i].place = p.sheet.get(p.texts[i].label())
	}
	for k, page := range p.sheet.pages {
		p.collect(k, false)
		p.mesh.draw(p.screen, p.shaders.label, page.image)
		p.collect(k, true)
		p.mesh.draw(p.screen, p.shaders.slanted, page.image)
	}
	p.texts = p.texts[:0]
}

// collect adds the labels of the upright or the slanted texts on a page to the mesh.
// Upright text is put on whole pixels, to be sharp.
func (p *painter) collect(page int, slanted bool) {
	for i := range p.texts {
		t := &p.texts[i]
		if t.place.page != page || slanted != (t.angle != 0) {
			continue
		}
		left, up := -t.place.Left-t.place.Advance/2, -t.place.Baseline
		if !slanted {
			p.mesh.label(t.place, math.Round(t.at.X+left), math.Round(t.at.Y+up), scene.Vec{X: 1}, t.color, float32(t.alpha))
			continue
		}
		sin, cos := math.Sincos(t.angle)
		p.mesh.label(t.place, t.at.X+left*cos-up*sin, t.at.Y+left*sin+up*cos, scene.Vec{X: cos, Y: sin}, t.color, float32(t.alpha))
	}
}

// set adds a text in device pixels about the middle of its baseline.
func (p *painter) set(t text) {
	if t.text != "" {
		p.texts = append(p.texts, t)
	}
}

// Card draws the list of an open cable's relations over all else.
func (p *painter) Card(m *scene.CardMark) {
	p.flush()
	p.area(m.Rect, m.Radius, 0, p.mixed(scene.Paper, 1))
	for i := range m.Rows {
		if m.Rows[i].Focus {
			p.area(m.Rows[i].Rect, 0, 0, p.mixed(scene.Focus, scene.Glow))
		}
	}
	p.area(m.Rect, m.Radius, math.Max(p.scale, 1), p.mixed(scene.Muted, 1))
	m.Draw(p)
}

// area draws a rounded rectangle of the world: filled or, if width is above 0, its
// outline of that many device pixels.
func (p *painter) area(r scene.Rect, radius, width float64, c color) {
	x, y := r.Center()
	at, w, h := p.at(scene.Vec{X: x, Y: y}), r.W/2*p.scale, r.H/2*p.scale
	if width > 0 {
		p.mesh.outline(at, w, h, radius*p.scale, width, c)
		return
	}
	p.mesh.box(at, scene.Vec{X: 1}, w, h, radius*p.scale, c)
}

// Badge draws a badge: its disc, its sign, and the line that strikes it through.
func (p *painter) Badge(m *scene.BadgeMark) {
	p.disc(p.at(m.At), m.Radius()*p.scale, p.mixed(m.Ground(), m.Alpha), p.mixed(m.Paint, m.Alpha))
	if from, to, ok := m.Strike(); ok {
		p.mesh.line(p.at(from), p.at(to), p.scale, p.mixed(m.Paint, m.Alpha))
	}
	t := m.Label()
	p.set(text{text: t.Text, at: p.at(t.At), size: t.Size * p.scale, bold: true, color: p.mixed(t.Paint, m.Alpha), alpha: 1})
}

// Text sets a line of text.
func (p *painter) Text(t *scene.Text, alpha float64) {
	at := p.at(t.At)
	line := text{text: t.Text, at: at, size: t.Size * p.scale, bold: t.Bold, rtl: t.RTL, color: color(p.theme[t.Paint]), alpha: alpha}
	if t.Start {
		line.at.X += p.sheet.measure(line.label()).Advance / 2
	} else if t.End {
		line.at.X -= p.sheet.measure(line.label()).Advance / 2
	}
	p.set(line)
}

// Halo draws the disc that shows a node's measure.
func (p *painter) Halo(m *scene.BoxMark) {
	p.disc(p.at(m.At), m.Halo*p.scale, p.mixed(scene.Outline(m.Kind), scene.Veil*m.Alpha), p.mixed(scene.Outline(m.Kind), scene.Ring*m.Alpha))
}

// Edge draws a line, or the paper under a cable.
func (p *painter) Edge(m *scene.EdgeMark) {
	p.points = p.all(append(p.points[:0], m.Path.Points...))
	radius := m.Path.Radius * p.scale
	if m.Focus {
		p.mesh.rounded(p.points, radius, scene.Band*p.scale, p.mixed(scene.Focus, scene.Glow))
	}
	width, c := m.Line.Width*p.scale, p.mixed(m.Paint, m.Alpha)
	if m.Line.Dash[0] <= 0 {
		p.mesh.rounded(p.points, radius, width, c)
		return
	}
	p.points = p.all(m.Path.Flatten(p.points[:0]))
	p.mesh.path(p.points, width, p.dash(m.Line.Dash), c)
}

// End draws the mark at the end of a line.
func (p *painter) End(m *scene.EndMark) {
	p.points = p.all(append(p.points[:0], m.Points()...))
	if m.Closed {
		p.mesh.polygon(p.points, p.mixed(m.Fill, m.Alpha))
		p.points = append(p.points, p.points[0])
	}
	p.mesh.path(p.points, m.Width*p.scale, [2]float64{}, p.mixed(m.Paint, m.Alpha))
}

// Box draws a node with its label.
func (p *painter) Box(m *scene.BoxMark) {
	at := p.at(m.At)
	fill, edge := p.mixed(m.Fill(), m.FillAlpha()), p.mixed(m.Outline(), m.OutlineAlpha())
	border := m.Shape.Border
	if m.Focus {
		p.rect(m, at, -scene.RingGap, scene.RingWidth, fill, p.mixed(scene.Focus, 1))
	}
	w, h := m.W/2*p.scale, m.H/2*p.scale
	p.mesh.box(at, scene.Vec{X: 1}, w, h, m.Radius(0)*p.scale, fill)
	if m.Shape.Dash[0] > 0 {
		p.mesh.path(p.outline(m), border*p.scale, p.dash(m.Shape.Dash), edge)
	} else {
		p.mesh.outline(at, w, h, m.Radius(0)*p.scale, border*p.scale, edge)
	}
	if i := m.Shape.Inset; i > 0 {
		p.mesh.outline(at, w-i*p.scale, h-i*p.scale, m.Radius(i)*p.scale, border*p.scale, edge)
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
	p.labels = m.Texts(p.labels[:0])
	for i := range p.labels {
		p.Text(&p.labels[i], m.Text)
	}
}

// rect draws the box's outline at a distance inside it (outside, if negative).
func (p *painter) rect(m *scene.BoxMark, at scene.Vec, inset, width float64, fill, edge color) {
	w, h := (m.W/2-inset)*p.scale, (m.H/2-inset)*p.scale
	p.mesh.box(at, scene.Vec{X: 1}, w, h, m.Radius(inset)*p.scale, fill)
	p.mesh.outline(at, w, h, m.Radius(inset)*p.scale, width*p.scale, edge)
}

func (p *painter) disc(at scene.Vec, radius float64, fill, edge color) {
	p.mesh.box(at, scene.Vec{X: 1}, radius, radius, radius, fill)
	p.mesh.outline(at, radius, radius, radius, p.scale, edge)
}

// Verb sets a verb along its edge, on paper.
func (p *painter) Verb(m *scene.VerbMark) {
	sin, cos := math.Sincos(m.Angle)
	w, h := m.Ground()
	p.mesh.box(p.at(m.At), scene.Vec{X: cos, Y: sin}, w/2*p.scale, h/2*p.scale, 2*p.scale, p.mixed(scene.Paper, 1))
	t := text{text: m.Text, at: p.at(m.Baseline()), size: m.Size * p.scale, angle: m.Angle, rtl: scene.RTL(m.Text), color: p.mixed(m.Paint, m.Alpha), alpha: 1}
	if wide, room := p.sheet.measure(t.label()).Advance, m.Width*p.scale; wide > room { // the font is wider than estimated
		t.size *= max(room/wide, narrowest)
	}
	p.set(t)
}

// narrowest is the least size of a text, as a share of its own, that is fitted into its
// ground.
const narrowest = 0.85

// Word draws a line of the label of a cable, on paper.
func (p *painter) Word(m *scene.WordMark) {
	p.area(m.Ground(), 2, 0, p.mixed(scene.Paper, 1))
	p.set(text{text: m.Text, at: p.at(scene.Vec{X: m.At.X + m.Width/2, Y: m.At.Y}), size: m.Size * p.scale, bold: m.Bold, rtl: scene.RTL(m.Text), color: p.mixed(m.Paint, m.Alpha), alpha: 1})
}

// outline returns the rounded outline of the box as a closed polyline.
func (p *painter) outline(m *scene.BoxMark) []scene.Vec {
	p.points = scene.Rounded(p.points[:0], m.At, m.W, m.H, m.Radius(0), 6)
	return p.all(p.points)
}
