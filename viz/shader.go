package viz

import "github.com/hajimehoshi/ebiten/v2"

// shapeShader fills or strokes rounded boxes by their signed distance (Quilez,
// "2D distance functions"), and tints labels, so that all of a picture goes into one
// draw call: a line is a box without height and with round corners. All lengths are
// device pixels.
//
//	custom.xy  position from the middle of the box
//	custom.zw  half its sides, less the corners' radius
//	src.x      the corners' radius
//	src.y      half the width of the stroke, or 0 to fill
//
// Of a dashed line:
//
//	custom.w   length of a gap
//	src.y      length of a stroke, below 0
//	color.a    1 and how far into stroke and gap the line begins
//
// Of a label:
//
//	custom.w   nearest or linear
//	src        position in the page of labels
//
//ebitengine:shadersource
const shapeShader = `//kage:unit pixels
package main

func Fragment(dst vec4, src vec2, color vec4, custom vec4) vec4 {
	if custom.w < 0 {
		return color * coverage(src, custom.w)
	}
	if src.y < 0 {
		d := dashDistance(custom.x+custom.z, 2*custom.z, -src.y, custom.w-src.y, color.a-1)
		return vec4(color.rgb, 1) * clamp(0.5+src.x-length(vec2(d, custom.y)), 0, 1)
	}
	q := abs(custom.xy) - custom.zw
	d := length(max(q, vec2(0))) + min(max(q.x, q.y), 0) - src.x
	if src.y > 0 {
		d = abs(d) - src.y
	}
	return color * clamp(0.5-d, 0, 1)
}

func coverage(at vec2, sampling float) float {
	if sampling > -1.5 {
		return imageSrc0At(at).a
	}
	part := fract(at - 0.5)
	at -= part
	high := mix(imageSrc0At(at).a, imageSrc0At(at+vec2(1, 0)).a, part.x)
	low := mix(imageSrc0At(at+vec2(0, 1)).a, imageSrc0At(at+vec2(1, 1)).a, part.x)
	return mix(high, low, part.y)
}

// dashDistance is how far x is from the strokes of a line of that length.
func dashDistance(x float, length float, stroke float, period float, into float) float {
	from := floor((x+into)/period)*period - into
	d := strokeDistance(x, length, from, stroke)
	d = min(d, strokeDistance(x, length, from-period, stroke))
	return min(d, strokeDistance(x, length, from+period, stroke))
}

func strokeDistance(x float, length float, from float, stroke float) float {
	low, high := max(from, 0), min(from+stroke, length)
	if high < low {
		return 1e6
	}
	return max(max(low-x, x-high), 0)
}
`

// The samplings of labels: nearest for upright ones, which are on whole pixels.
const (
	nearest = -1
	linear  = -2
)

// newShader compiles shapeShader, whose source can't fail.
func newShader() *ebiten.Shader {
	s, err := ebiten.NewShader([]byte(shapeShader))
	if err != nil {
		panic("viz: " + err.Error())
	}
	return s
}
