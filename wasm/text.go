//go:build js

package main

import (
	"fmt"
	"math"
	"syscall/js"

	"proxynet/viz"
)

// newRasterizer returns a rasterizer that draws text with the browser's 2D canvas,
// which shapes every script and needs no font download.
func newRasterizer(family string) viz.Rasterizer {
	canvas := js.Global().Get("document").Call("createElement", "canvas")
	pen := canvas.Call("getContext", "2d", map[string]any{"willReadFrequently": true})
	bytes := js.Global().Get("Uint8Array")
	// One size of each weight, which is scaled: browsers are slow to find a font in a size
	// that they have not used yet.
	const set = 100.0
	prepare := func(bold, rtl bool) {
		weight := 400
		if bold {
			weight = 600
		}
		pen.Set("font", fmt.Sprintf("%d %gpx %s", weight, set, family))
		direction := "ltr"
		if rtl {
			direction = "rtl"
		}
		pen.Set("direction", direction)
		pen.Set("textAlign", "left") // whatever the direction, the text is drawn from its left end
	}
	return func(text string, size float64, bold, rtl bool) viz.Mask {
		prepare(bold, rtl)
		k := size / set
		m := pen.Call("measureText", text)
		side := func(name string) float64 { return m.Get(name).Float() * k }
		const margin = 2 // for soft edges
		left := math.Ceil(max(side("actualBoundingBoxLeft"), 0)) + margin
		ascent := math.Ceil(max(side("actualBoundingBoxAscent"), 0)) + margin
		width := int(left+math.Ceil(side("actualBoundingBoxRight"))) + margin
		height := int(ascent+math.Ceil(max(side("actualBoundingBoxDescent"), 0))) + margin
		mask := viz.Mask{Width: width, Height: height, Left: left, Baseline: ascent, Advance: side("width")}

		canvas.Set("width", width) // empties the canvas and its state
		canvas.Set("height", height)
		prepare(bold, rtl)
		pen.Set("fillStyle", "#fff")
		pen.Call("translate", left, ascent)
		pen.Call("scale", k, k)
		pen.Call("fillText", text, 0, 0)
		data := pen.Call("getImageData", 0, 0, width, height).Get("data")
		mask.Pixels = make([]byte, 4*width*height)
		js.CopyBytesToGo(mask.Pixels, bytes.New(data.Get("buffer")))
		for i := 0; i < len(mask.Pixels); i += 4 {
			a := mask.Pixels[i+3]
			mask.Pixels[i], mask.Pixels[i+1], mask.Pixels[i+2] = a, a, a
		}
		return mask
	}
}
