package png

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/vector"

	"proxynet/viz/scene"
)

// canvas is an image to which shapes are added. Their lengths are in units of the
// drawing: a unit is scale pixels, and the origin is at (x, y) of the image.
type canvas struct {
	image *image.RGBA
	x, y  float64
	scale float64
	theme scene.Theme

	rasterizer vector.Rasterizer
}

func newCanvas(width, height int, theme scene.Theme) *canvas {
	c := &canvas{image: image.NewRGBA(image.Rect(0, 0, width, height)), scale: 1, theme: theme}
	draw.Draw(c.image, c.image.Bounds(), image.NewUniform(c.mixed(scene.Paper, 1)), image.Point{}, draw.Src)
	return c
}

// mixed returns a colour with opacity alpha, composited on paper.
func (c *canvas) mixed(paint scene.Paint, alpha float64) color.RGBA {
	m := c.theme.Mixed(paint, alpha)
	part := func(i int) uint8 { return uint8(math.Round(255 * m[i])) }
	return color.RGBA{part(0), part(1), part(2), 255}
}

// shape is polygons in the canvas's units. All have the same orientation, holes the
// opposite one.
type shape [][]scene.Vec

// fill adds a shape to the image.
func (c *canvas) fill(s shape, paint color.Color) {
	bounds := c.bounds(s)
	if bounds.Empty() {
		return
	}
	r := &c.rasterizer
	r.Reset(bounds.Dx(), bounds.Dy())
	at := func(v scene.Vec) (float32, float32) {
		return float32(c.x + v.X*c.scale - float64(bounds.Min.X)), float32(c.y + v.Y*c.scale - float64(bounds.Min.Y))
	}
	for _, polygon := range s {
		for i, v := range polygon {
			if x, y := at(v); i == 0 {
				r.MoveTo(x, y)
			} else {
				r.LineTo(x, y)
			}
		}
		r.ClosePath()
	}
	r.Draw(c.image, bounds, image.NewUniform(paint), image.Point{})
}

// bounds returns the pixels that a shape touches, those beside the image left
// out to the right and below only: the rasterizer clips the rest.
func (c *canvas) bounds(s shape) image.Rectangle {
	low, high := scene.Vec{X: math.Inf(1), Y: math.Inf(1)}, scene.Vec{X: math.Inf(-1), Y: math.Inf(-1)}
	for _, polygon := range s {
		for _, v := range polygon {
			low.X, low.Y = min(low.X, v.X), min(low.Y, v.Y)
			high.X, high.Y = max(high.X, v.X), max(high.Y, v.Y)
		}
	}
	if low.X > high.X {
		return image.Rectangle{}
	}
	r := image.Rect(
		int(math.Floor(c.x+low.X*c.scale)), int(math.Floor(c.y+low.Y*c.scale)),
		int(math.Ceil(c.x+high.X*c.scale))+1, int(math.Ceil(c.y+high.Y*c.scale))+1,
	)
	return r.Intersect(c.image.Bounds())
}
