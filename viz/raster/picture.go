package raster

import (
	"bytes"
	"image/png"
	"math"

	"github.com/go-text/typesetting/di"

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

// Figure is [Picture] with a line beneath that says where it is from.
func Figure(d *scene.Drawing, layout string, scale float64, credit string) ([]byte, error) {
	s, err := scene.New(d, layout, scene.Defaults())
	if err != nil {
		return nil, err
	}
	size, t := s.Area(), newTypesetter()
	whole := size.H + foot
	c := newCanvas(int(math.Round(size.W*scale)), int(math.Round(whole*scale)), scene.NewTheme(false, nil))
	c.scale = scale
	c.draw(s, t)
	for _, l := range t.set(credit, t.regular, footSize, size.W-2*footMargin, 1) {
		l.draw(c, scene.Vec{X: footMargin, Y: whole - footMargin}, 0, c.mixed(scene.Muted, 1))
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

// picture paints the marks of a scene.
func (c *canvas) picture(p *scene.Picture, t *typesetter) {
	for _, m := range p.Strands {
		if m.Lead {
			c.fill(stroke(m.Curve.Flatten(nil), scene.Band, [2]float64{}), c.mixed(scene.Lead, m.Alpha))
		}
	}
	for _, m := range p.Strands {
		c.strand(m)
	}
	for _, m := range p.Badges {
		c.fill(shape{disc(m.At, m.Radius())}, c.mixed(scene.Paper, 1))
		c.fill(outline(disc(m.At, m.Radius()), 1, [2]float64{}), c.mixed(m.Paint, m.Alpha))
		c.label(t, directionOf(m.Text), m.Text, scene.Vec{X: m.At.X, Y: m.At.Y + m.Drop()}, m.Size, m.Paint, m.Alpha)
	}
	for _, m := range p.Boxes {
		c.box(m)
		for i, text := range m.Lines {
			c.label(t, directionOf(m.Lines...), text, scene.Vec{X: m.At.X, Y: m.Baseline(i)}, m.Size, scene.Ink, m.Text)
		}
	}
}

func (c *canvas) strand(m scene.StrandMark) {
	paint := c.mixed(m.Paint, m.Alpha)
	width := m.Line.Width
	if m.Hollow {
		width += scene.Hollow
	}
	points := m.Body.Flatten(nil)
	c.fill(stroke(points, width, m.Line.Dash), paint)
	if m.Hollow {
		c.fill(stroke(points, width-2*scene.Rail, [2]float64{}), c.mixed(scene.Paper, 1))
	}
	corners := m.Head.Points()
	if len(corners) == 0 {
		return
	}
	if !m.Head.Closed {
		c.fill(stroke(corners, m.Head.Width, [2]float64{}), paint)
		return
	}
	c.fill(shape{corners}, c.mixed(m.Head.Fill, m.Alpha))
	c.fill(outline(corners, m.Head.Width, [2]float64{}), paint)
}

func (c *canvas) box(m scene.BoxMark) {
	edge := c.mixed(scene.Edge(m.Kind), m.Alpha)
	whole := rounded(m.At, m.W, m.H, m.Radius(0))
	c.fill(shape{whole}, c.mixed(scene.Fill(m.Kind), m.Alpha))
	c.fill(outline(whole, m.Shape.Border, m.Shape.Dash), edge)
	if in := m.Shape.Inset; in > 0 {
		c.fill(outline(rounded(m.At, m.W-2*in, m.H-2*in, m.Radius(in)), m.Shape.Border, [2]float64{}), edge)
	}
}

// label sets a bold text in one line about the middle of its baseline. The
// direction is that of its paragraph.
func (c *canvas) label(t *typesetter, direction di.Direction, text string, at scene.Vec, size float64, paint scene.Paint, alpha float64) {
	for _, l := range t.setAs(direction, text, t.bold, size, math.MaxInt16, 0) {
		l.draw(c, scene.Vec{X: at.X - l.width/2, Y: at.Y}, 0, c.mixed(paint, alpha))
	}
}
