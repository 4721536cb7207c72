package png

import (
	"bytes"
	stdpng "image/png"
	"math"

	"proxynet/viz/legend"
	"proxynet/viz/scene"
	"proxynet/viz/svg"
)

// Picture returns the drawing in its named layout, nothing selected, as a PNG of
// scale pixels per unit of the layout, in the light theme.
func Picture(d *scene.LaidOutNetwork, layout string, scale float64) ([]byte, error) {
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

// Figure is [Picture] with its heading above and the notes below.
func Figure(d *scene.LaidOutNetwork, layout string, scale float64, notes svg.Notes) ([]byte, error) {
	s, err := scene.New(d, layout, scene.Defaults())
	if err != nil {
		return nil, err
	}
	size, t := s.Area(), newTypesetter()
	heading, top := svg.Heading(d, size.W)
	band := legend.Of(s, scene.Rect{W: size.W, H: size.H}, notes.Legend, size.W-2*svg.FootMargin, svg.FootSize)
	whole := top + size.H + math.Ceil(band.Height) + svg.Foot
	c := newCanvas(int(math.Round(size.W*scale)), int(math.Round(whole*scale)), scene.NewTheme(false, nil))
	c.scale = scale
	for _, line := range heading {
		renderer{c, t}.Text(&line, 1)
	}
	c.y = top * scale
	c.draw(s, t)
	c.y = 0
	band.Draw(renderer{c, t}, scene.Vec{X: svg.FootMargin, Y: top + size.H}, 1)
	for _, l := range t.set(notes.Credit, t.regular, svg.FootSize, size.W-2*svg.FootMargin, 1) {
		at := scene.Vec{X: svg.FootMargin, Y: whole - svg.FootMargin}
		if scene.RTL(notes.Credit) {
			at.X = size.W - svg.FootMargin - l.width
		}
		l.draw(c, at, 0, c.mixed(scene.Muted, 1))
	}
	return c.encode()
}

// draw paints a scene, as boxes or as points.
func (c *canvas) draw(s *scene.Scene, t *typesetter) {
	if s.Points() != nil {
		var p scene.PointPicture
		s.Points().Base(&p, s.View(), s.Area())
		p.Limit()
		c.points(&p, t)
		return
	}
	var p scene.Picture
	s.Picture(&p)
	p.Draw(renderer{c, t})
}

func (c *canvas) encode() ([]byte, error) {
	var b bytes.Buffer
	err := (&stdpng.Encoder{CompressionLevel: stdpng.BestCompression}).Encode(&b, c.image)
	return b.Bytes(), err
}
