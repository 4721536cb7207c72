//go:build js

package main

import (
	"fmt"
	"math"
	"syscall/js"

	"proxynet/viz"
)

// newRasterizer returns a rasterizer that sets text with the browser's own 2D
// canvas: it shapes every script, and costs no font in the download.
func newRasterizer(family string) viz.Rasterizer {
	canvas := js.Global().Get("document").Call("createElement", "canvas")
	pen := canvas.Call("getContext", "2d", map[string]any{"willReadFrequently": true})
	bytes := js.Global().Get("Uint8Array")
	return func(text string, size float64, bold bool) viz.Mask {
		weight := "400"
		if bold {
			weight = "600"
		}
		font := fmt.Sprintf("%s %gpx %s", weight, size, family)
		pen.Set("font", font)
		pen.Set("direction", "ltr") // so that every script is drawn from its left end
		m := pen.Call("measureText", text)
		const margin = 2 // for soft edges
		left := math.Ceil(max(m.Get("actualBoundingBoxLeft").Float(), 0)) + margin
		ascent := math.Ceil(max(m.Get("actualBoundingBoxAscent").Float(), 0)) + margin
		width := int(left+math.Ceil(m.Get("actualBoundingBoxRight").Float())) + margin
		height := int(ascent+math.Ceil(max(m.Get("actualBoundingBoxDescent").Float(), 0))) + margin
		mask := viz.Mask{Width: width, Height: height, Left: left, Baseline: ascent, Advance: m.Get("width").Float()}

		canvas.Set("width", width) // empties the canvas and its state
		canvas.Set("height", height)
		pen.Set("font", font)
		pen.Set("direction", "ltr")
		pen.Set("fillStyle", "#fff")
		pen.Call("fillText", text, left, ascent)
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
