package raster

import (
	"bytes"
	"image/png"
	"math"

	"github.com/go-text/typesetting/di"

	"proxynet/viz/poster"
	"proxynet/viz/scene"
)

// Picture returns the drawing in its named layout, nothing selected, as a PNG of
// so many pixels for each unit of the layout. It is in the light theme.
func Picture(d *scene.Drawing, layout string, scale float64) ([]byte, error) {
	s, err := scene.New(d, layout, scene.Defaults())
	if err != nil {
		return nil, err
	}
	size := s.Area()
	c := newCanvas(int(math.Round(size.W*scale)), int(math.Round(size.H*scale)), scene.NewTheme(false, nil))
	c.scale = scale
	c.draw(s, newTypesetter())
	return c.encode()
}

// The foot of a figure, in the layout's units.
const (
	foot       = 28 // height
	footMargin = 10
	footSize   = 11 // of its text
)

// Figure is [Picture] with its heading above and, beneath, a line that says where
// it is from.
func Figure(d *scene.Drawing, layout string, scale float64, credit string) ([]byte, error) {
	s, err := scene.New(d, layout, scene.Defaults())
	if err != nil {
		return nil, err
	}
	size, t := s.Area(), newTypesetter()
	heading, top := poster.Heading(d, size.W)
	whole := top + size.H + foot
	c := newCanvas(int(math.Round(size.W*scale)), int(math.Round(whole*scale)), scene.NewTheme(false, nil))
	c.scale = scale
	for _, line := range heading {
		c.label(t, line, 1)
	}
	c.y = top * scale
	c.draw(s, t)
	c.y = 0
	for _, l := range t.set(credit, t.regular, footSize, size.W-2*footMargin, 1) {
		at := scene.Vec{X: footMargin, Y: whole - footMargin}
		if scene.RTL(credit) {
			at.X = size.W - footMargin - l.width
		}
		l.draw(c, at, 0, c.mixed(scene.Muted, 1))
	}
	return c.encode()
}

// draw paints a scene, as boxes or as a field.
func (c *canvas) draw(s *scene.Scene, t *typesetter) {
	if s.IsField() {
		var p scene.FieldPicture
		s.Field(&p, s.View(), s.Area())
		p.Limit()
		c.field(&p, t)
		return
	}
	var p scene.Picture
	s.Picture(&p)
	c.picture(&p, t)
}

func (c *canvas) encode() ([]byte, error) {
	var b bytes.Buffer
	err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, c.image)
	return b.Bytes(), err
}

// picture paints the marks of a scene, back to front.
func (c *canvas) picture(p *scene.Picture, t *typesetter) {
	for _, m := range p.Frames {
		c.box(m, t)
	}
	for _, m := range p.Edges {
		if m.Focus {
			c.fill(stroke(m.Path.Flatten(nil), scene.Band, [2]float64{}), c.mixed(scene.Focus, scene.Glow))
		}
		c.fill(stroke(m.Path.Flatten(nil), m.Line.Width, m.Line.Dash), c.mixed(m.Paint, m.Alpha))
	}
	for _, m := range p.Ends {
		c.end(m)
	}
	for _, m := range p.Badges {
		c.fill(shape{disc(m.At, m.Radius())}, c.mixed(m.Ground(), 1))
		c.fill(outline(disc(m.At, m.Radius()), 1, [2]float64{}), c.mixed(m.Paint, m.Alpha))
		c.label(t, scene.Text{Text: m.Text, At: scene.Vec{X: m.At.X, Y: m.At.Y + m.Drop()}, Size: m.Size, Bold: true, Paint: m.Sign()}, m.Alpha)
		if from, to, ok := m.Strike(); ok {
			c.fill(stroke([]scene.Vec{from, to}, 1, [2]float64{}), c.mixed(m.Paint, m.Alpha))
		}
	}
	for _, m := range p.Boxes {
		c.box(m, t)
	}
	for _, m := range p.Words {
		c.word(m, t)
	}
}

// end paints the mark at the end of a line.
func (c *canvas) end(m scene.EndMark) {
	paint, corners := c.mixed(m.Paint, m.Alpha), m.Points()
	if !m.Closed {
		c.fill(stroke(corners, m.Width, [2]float64{}), paint)
		return
	}
	c.fill(shape{corners}, c.mixed(m.Fill, m.Alpha))
	c.fill(outline(corners, m.Width, [2]float64{}), paint)
}

func (c *canvas) box(m scene.BoxMark, t *typesetter) {
	edge := c.mixed(m.Outline(), m.OutlineAlpha())
	whole := rounded(m.At, m.W, m.H, m.Radius(0))
	c.fill(shape{whole}, c.mixed(m.Fill(), m.FillAlpha()))
	c.fill(outline(whole, m.Shape.Border, m.Shape.Dash), edge)
	if in := m.Shape.Inset; in > 0 {
		c.fill(outline(rounded(m.At, m.W-2*in, m.H-2*in, m.Radius(in)), m.Shape.Border, [2]float64{}), edge)
	}
	for _, text := range m.Texts(nil) {
		c.label(t, text, m.Text)
	}
}

// label sets a text in one line.
func (c *canvas) label(t *typesetter, text scene.Text, alpha float64) {
	face := t.regular
	if text.Bold {
		face = t.bold
	}
	direction := di.DirectionLTR
	if text.RTL {
		direction = di.DirectionRTL
	}
	for _, l := range t.setAs(direction, text.Text, face, text.Size, math.MaxInt16, 0) {
		at := text.At
		switch {
		case text.End:
			at.X -= l.width
		case !text.Start:
			at.X -= l.width / 2
		}
		l.draw(c, at, 0, c.mixed(text.Paint, alpha))
	}
}

// word sets a line of words beside a cable, on paper.
func (c *canvas) word(m scene.WordMark, t *typesetter) {
	face := t.regular
	if m.Bold {
		face = t.bold
	}
	for _, l := range t.set(m.Text, face, m.Size, math.MaxInt16, 0) {
		c.halo(l, m.At)
		l.draw(c, m.At, 0, c.mixed(m.Paint, m.Alpha))
	}
}
