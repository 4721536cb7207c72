package png

import (
	"math"

	"github.com/go-text/typesetting/di"

	"proxynet/viz/scene"
)

// renderer draws marks onto a canvas.
type renderer struct {
	*canvas
	typesetter *typesetter
}

// Within draws with another origin and scale.
func (r renderer) Within(at scene.Vec, scale float64, draw func()) {
	x, y, was := r.x, r.y, r.scale
	r.x, r.y, r.scale = x+at.X*was, y+at.Y*was, scale*was
	draw()
	r.x, r.y, r.scale = x, y, was
}

func (r renderer) Halo(m *scene.BoxMark) {
	r.disc(m.At, m.Halo, scene.Outline(m.Kind), scene.Veil*m.Alpha, scene.Outline(m.Kind), scene.Ring*m.Alpha)
}

// disc draws a disc with an outline.
func (r renderer) disc(at scene.Vec, radius float64, fill scene.Paint, fillAlpha float64, edge scene.Paint, edgeAlpha float64) {
	r.fill(shape{disc(at, radius)}, r.mixed(fill, fillAlpha))
	r.fill(outline(disc(at, radius), 1, [2]float64{}), r.mixed(edge, edgeAlpha))
}

func (r renderer) Edge(m *scene.EdgeMark) {
	points := m.Path.Flatten(nil)
	if m.Focus {
		r.fill(stroke(points, scene.Band, [2]float64{}), r.mixed(scene.Focus, scene.Glow))
	}
	r.fill(stroke(points, m.Line.Width, m.Line.Dash), r.mixed(m.Paint, m.Alpha))
}

func (r renderer) End(m *scene.EndMark) {
	paint, corners := r.mixed(m.Paint, m.Alpha), m.Points()
	if !m.Closed {
		r.fill(stroke(corners, m.Width, [2]float64{}), paint)
		return
	}
	r.fill(shape{corners}, r.mixed(m.Fill, m.Alpha))
	r.fill(outline(corners, m.Width, [2]float64{}), paint)
}

func (r renderer) Badge(m *scene.BadgeMark) {
	r.disc(m.At, m.Radius(), m.Ground(), m.Alpha, m.Paint, m.Alpha)
	text := m.Label()
	r.Text(&text, m.Alpha)
	if from, to, ok := m.Strike(); ok {
		r.line(from, to, 1, m.Paint, m.Alpha)
	}
}

// line draws a straight line.
func (r renderer) line(from, to scene.Vec, width float64, paint scene.Paint, alpha float64) {
	r.fill(stroke([]scene.Vec{from, to}, width, [2]float64{}), r.mixed(paint, alpha))
}

func (r renderer) Box(m *scene.BoxMark) {
	edge := r.mixed(m.Outline(), m.OutlineAlpha())
	if m.Focus {
		const around = 2 * scene.RingGap
		r.fill(outline(rounded(m.At, m.W+around, m.H+around, m.Radius(-scene.RingGap)), scene.RingWidth, [2]float64{}), r.mixed(scene.Focus, 1))
	}
	whole := rounded(m.At, m.W, m.H, m.Radius(0))
	r.fill(shape{whole}, r.mixed(m.Fill(), m.FillAlpha()))
	r.fill(outline(whole, m.Shape.Border, m.Shape.Dash), edge)
	if in := m.Shape.Inset; in > 0 {
		r.fill(outline(rounded(m.At, m.W-2*in, m.H-2*in, m.Radius(in)), m.Shape.Border, [2]float64{}), edge)
	}
	for _, text := range m.Texts(nil) {
		r.Text(&text, m.Text)
	}
	if m.Gone {
		for i := range m.Lines {
			from, to := m.Strike(i)
			r.line(from, to, m.Shape.Border, m.Outline(), m.OutlineAlpha())
		}
	}
}

// Text sets a text in one line.
func (r renderer) Text(text *scene.Text, alpha float64) {
	face := r.typesetter.face(text.Bold)
	direction := di.DirectionLTR
	if text.RTL {
		direction = di.DirectionRTL
	}
	set := func(size float64) []line {
		return r.typesetter.setAs(direction, text.Text, face, size, math.MaxInt16, 0)
	}
	lines := set(text.Size)
	if len(lines) == 1 && text.Room > 0 && lines[0].width > text.Room {
		lines = set(text.Size * text.Room / lines[0].width)
	}
	for _, l := range lines {
		at := text.At
		switch {
		case text.End:
			at.X -= l.width
		case !text.Start:
			at.X -= l.width / 2
		}
		l.draw(r.canvas, at, 0, r.mixed(text.Paint, alpha))
	}
}

// Word draws a line of the label of a cable, on paper.
func (r renderer) Word(m *scene.WordMark) {
	for _, l := range r.typesetter.set(m.Text, r.typesetter.face(m.Bold), m.Size, math.MaxInt16, 0) {
		at := m.At
		if m.Right {
			at.X += m.Width - l.width
		}
		r.halo(l, at)
		l.draw(r.canvas, at, 0, r.mixed(m.Paint, m.Alpha))
	}
}

// Verb sets a verb along its edge, on paper.
func (r renderer) Verb(m *scene.VerbMark) {
	sin, cos := math.Sincos(m.Angle)
	for _, l := range r.typesetter.set(m.Text, r.typesetter.regular, m.Size, math.MaxInt16, 0) {
		at := m.Baseline()
		at.X, at.Y = at.X-cos*l.width/2, at.Y-sin*l.width/2
		w, h := m.Ground()
		r.fill(stroke([]scene.Vec{{X: m.At.X - cos*(w-h)/2, Y: m.At.Y - sin*(w-h)/2}, {X: m.At.X + cos*(w-h)/2, Y: m.At.Y + sin*(w-h)/2}}, h, [2]float64{}), r.mixed(scene.Paper, 1))
		l.draw(r.canvas, at, m.Angle, r.mixed(m.Paint, m.Alpha))
	}
}

// Card lists the relations of an open cable.
func (r renderer) Card(m *scene.CardMark) {
	area := func(a scene.Rect, radius float64) []scene.Vec {
		x, y := a.Center()
		return rounded(scene.Vec{X: x, Y: y}, a.W, a.H, radius)
	}
	r.fill(shape{area(m.Rect, m.Radius)}, r.mixed(scene.Paper, 1))
	for i := range m.Rows {
		if m.Rows[i].Focus {
			r.fill(shape{area(m.Rows[i].Rect, 0)}, r.mixed(scene.Focus, scene.Glow))
		}
	}
	r.fill(outline(area(m.Rect, m.Radius), 1, [2]float64{}), r.mixed(scene.Muted, 1))
	m.Draw(r)
}
