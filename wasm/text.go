//go:build js

package main

import (
	"fmt"
	"math"
	"syscall/js"

	"proxynet/viz"
)

// typesetter sets text with the browser's own 2D canvas: it shapes every script, and
// needs no font in the download.
type typesetter struct {
	family string
	canvas js.Value
	pen    js.Value
	set    viz.Label // whose font and direction the pen has; its size is ignored
	pixels []byte
}

// set is the font size of the pen, which scales labels to their own: browsers take long to
// find a font at a size that they have not used before.
const set = 100.0

func newTypesetter(family string) *typesetter {
	canvas := js.Global().Get("document").Call("createElement", "canvas")
	t := &typesetter{family: family, canvas: canvas, pen: canvas.Call("getContext", "2d", map[string]any{"willReadFrequently": true})}
	t.reset()
	return t
}

// reset sets the pen up after the canvas was resized, which resets its state.
func (t *typesetter) reset() {
	t.pen.Set("fillStyle", "#fff")
	t.pen.Set("textAlign", "left") // whatever the direction, the text is drawn from its left end
	t.take(viz.Label{})
}

// choose gives the pen the font and direction of a label.
func (t *typesetter) choose(l viz.Label) {
	if l.Bold != t.set.Bold || l.RTL != t.set.RTL {
		t.take(l)
	}
}

func (t *typesetter) take(l viz.Label) {
	weight, direction := 400, "ltr"
	if l.Bold {
		weight = 600
	}
	if l.RTL {
		direction = "rtl"
	}
	t.pen.Set("font", fmt.Sprintf("%d %gpx %s", weight, set, t.family))
	t.pen.Set("direction", direction)
	t.set = l
}

func (t *typesetter) Measure(l viz.Label) viz.Extent {
	t.choose(l)
	k := l.Size / set
	m := t.pen.Call("measureText", l.Text)
	side := func(name string) float64 { return m.Get(name).Float() * k }
	const margin = 2 // for soft edges
	left := math.Ceil(max(side("actualBoundingBoxLeft"), 0)) + margin
	ascent := math.Ceil(max(side("actualBoundingBoxAscent"), 0)) + margin
	return viz.Extent{
		Width:  int(left+math.Ceil(side("actualBoundingBoxRight"))) + margin,
		Height: int(ascent+math.Ceil(max(side("actualBoundingBoxDescent"), 0))) + margin,
		Left:   left, Baseline: ascent, Advance: side("width"),
	}
}

func (t *typesetter) Paint(labels []viz.Label, extents []viz.Extent, at [][2]int, width, height int) []byte {
	t.canvas.Set("width", width) // empties the canvas
	t.canvas.Set("height", height)
	t.reset()
	for i, l := range labels {
		t.choose(l)
		k := l.Size / set
		t.pen.Call("setTransform", k, 0, 0, k, float64(at[i][0])+extents[i].Left, float64(at[i][1])+extents[i].Baseline)
		t.pen.Call("fillText", l.Text, 0, 0)
	}
	data := t.pen.Call("getImageData", 0, 0, width, height).Get("data")
	if need := 4 * width * height; cap(t.pixels) < need {
		t.pixels = make([]byte, need)
	}
	t.pixels = t.pixels[:4*width*height]
	js.CopyBytesToGo(t.pixels, data) // a Uint8ClampedArray is taken, too
	return t.pixels
}
