package raster

import (
	"bytes"
	"fmt"
	"image/png"
	"math"

	"proxynet/viz/scene"
)

// Picture returns the drawing in its named layout, nothing selected, as a PNG of
// so many pixels for each unit of the layout. It is in the light theme.
func Picture(d *scene.Drawing, layout string, scale float64) ([]byte, error) {
	marks, size, err := compose(d, layout)
	if err != nil {
		return nil, err
	}
	c := newCanvas(int(math.Round(size.X*scale)), int(math.Round(size.Y*scale)), scene.NewTheme(false, nil))
	c.scale = scale
	c.picture(marks, newTypesetter())
	return c.encode()
}

// compose returns the marks of a drawing in a layout, and the layout's size.
func compose(d *scene.Drawing, layout string) (*scene.Picture, scene.Vec, error) {
	s, err := scene.New(d, layout, scene.Defaults())
	if err != nil {
		return nil, scene.Vec{}, err
	}
	p := &scene.Picture{}
	s.Picture(p)
	for _, l := range d.Layouts {
		if l.Name == layout {
			return p, scene.Vec{X: l.Width, Y: l.Height}, nil
		}
	}
	return nil, scene.Vec{}, fmt.Errorf("there is no layout %q", layout)
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
		c.label(t, m.Text, scene.Vec{X: m.At.X, Y: m.At.Y + m.Drop()}, m.Size, m.Paint, m.Alpha)
	}
	for _, m := range p.Boxes {
		c.box(m)
		for i, text := range m.Lines {
			c.label(t, text, scene.Vec{X: m.At.X, Y: m.Baseline(i)}, m.Size, scene.Ink, m.Alpha)
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

// label sets a bold text in one line about the middle of its baseline.
func (c *canvas) label(t *typesetter, text string, at scene.Vec, size float64, paint scene.Paint, alpha float64) {
	for _, l := range t.set(text, t.bold, size, math.MaxInt16, 0) {
		l.draw(c, scene.Vec{X: at.X - l.width/2, Y: at.Y}, 0, c.mixed(paint, alpha))
	}
}
