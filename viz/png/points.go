package png

import (
	"image/color"
	"math"

	"proxynet/viz/scene"
)

// points paints a network too large for boxes.
func (c *canvas) points(p *scene.PointPicture, t *typesetter) {
	for _, m := range p.Lines {
		c.fill(stroke([]scene.Vec{m.A, m.B}, m.Width, [2]float64{}), c.faded(m.Paint, m.Alpha))
	}
	for _, m := range p.Dots {
		whole := rounded(m.At, 2*m.R, 2*m.R, m.Corner())
		if !m.Hollow() {
			c.fill(outline(whole, 2.5, [2]float64{}), c.mixed(scene.Paper, 1))
			c.fill(shape{whole}, c.mixed(scene.Outline(m.Kind), 1))
			continue
		}
		c.fill(shape{whole}, c.mixed(scene.Fill(m.Kind), 1))
		c.fill(outline(rounded(m.At, 2*m.R-1.25, 2*m.R-1.25, m.Corner()), 1.25, [2]float64{}), c.mixed(scene.Outline(m.Kind), 1))
	}
	for _, m := range p.Names {
		face := t.regular
		if m.Bold {
			face = t.bold
		}
		for _, l := range t.set(m.Text, face, m.Size, math.MaxInt16, 0) {
			c.halo(l, m.At)
			l.draw(c, m.At, 0, c.mixed(scene.Ink, 1))
		}
	}
}

// halo makes paper of the ground right behind a line of text.
func (c *canvas) halo(l line, at scene.Vec) {
	const size, steps = 1.5, 8
	for i := range steps {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / steps)
		l.draw(c, scene.Vec{X: at.X + size*cos, Y: at.Y + size*sin}, 0, c.mixed(scene.Paper, 1))
	}
}

// faded is a translucent paint.
func (c *canvas) faded(paint scene.Paint, alpha float64) color.Color {
	p := c.theme[paint]
	part := func(v float32) uint8 { return uint8(math.Round(255 * float64(v))) }
	return color.NRGBA{part(p[0]), part(p[1]), part(p[2]), uint8(math.Round(255 * alpha))}
}
