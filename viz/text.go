package viz

import (
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"proxynet/viz/scene"
)

// Mask is a text set in one line, as an image of its coverage.
type Mask struct {
	Pixels        []byte  // premultiplied white RGBA, 4·Width·Height bytes
	Width, Height int     // in device pixels
	Left          float64 // from the image's left side to where the text begins
	Baseline      float64 // from the image's top to the baseline
	Advance       float64 // width of the text
}

// Rasterizer sets a text, in any script, at a size in device pixels. The text is
// part of a paragraph that runs from right to left, or from left to right.
type Rasterizer func(text string, size float64, bold, rtl bool) Mask

// font keeps the masks of the texts in use.
type font struct {
	rasterize Rasterizer
	cache     map[textKey]*cached
	frame     int
}

type textKey struct {
	text string
	size float64
	bold bool
	rtl  bool
}

type cached struct {
	Mask
	image *ebiten.Image
	used  int // frame
}

func newFont(r Rasterizer) *font { return &font{rasterize: r, cache: map[textKey]*cached{}} }

// keep is for how many frames a text that is not drawn stays in the cache.
const keep = 240

// next begins a frame and drops entries unused for long.
func (f *font) next() {
	f.frame++
	if f.frame%keep != 0 {
		return
	}
	for k, c := range f.cache {
		if f.frame-c.used > keep {
			c.image.Deallocate()
			delete(f.cache, k)
		}
	}
}

// quarter rounds a size to quarters, so that few sizes are rasterized.
func quarter(size float64) float64 { return math.Round(size*4) / 4 }

// get returns the text at the size in device pixels, rounded to a quarter.
func (f *font) get(text string, size float64, bold, rtl bool) *cached {
	k := textKey{text, quarter(size), bold, rtl}
	c, ok := f.cache[k]
	if !ok {
		c = &cached{Mask: f.rasterize(text, k.size, bold, rtl)}
		if c.Width > 0 && c.Height > 0 {
			c.image = ebiten.NewImage(c.Width, c.Height)
			c.image.WritePixels(c.Pixels)
		}
		c.Pixels = nil
		f.cache[k] = c
	}
	c.used = f.frame
	return c
}

// width returns the width of a text in device pixels.
func (f *font) width(text string, size float64, bold, rtl bool) float64 {
	return f.get(text, size, bold, rtl).Advance
}

// text is a text in device pixels, about the middle of its baseline.
type text struct {
	text        string
	at          scene.Vec
	size, angle float64
	bold, rtl   bool
	color       color
	alpha       float64
}

// draw sets a text. Upright text is put on whole pixels, to be sharp.
func (f *font) draw(screen *ebiten.Image, m *text) {
	t := f.get(m.text, m.size, m.bold, m.rtl)
	if t.image == nil {
		return
	}
	op := &ebiten.DrawImageOptions{Filter: ebiten.FilterLinear}
	op.GeoM.Translate(-t.Left-t.Advance/2, -t.Baseline)
	if m.angle == 0 {
		x, y := op.GeoM.Apply(m.at.X, m.at.Y)
		op.GeoM.Reset()
		op.GeoM.Translate(math.Round(x), math.Round(y))
		op.Filter = ebiten.FilterNearest
	} else {
		op.GeoM.Rotate(m.angle)
		op.GeoM.Translate(m.at.X, m.at.Y)
	}
	op.ColorScale.Scale(m.color[0], m.color[1], m.color[2], 1)
	op.ColorScale.ScaleAlpha(float32(m.alpha))
	screen.DrawImage(t.image, op)
}
