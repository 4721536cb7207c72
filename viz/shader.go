package viz

import "github.com/hajimehoshi/ebiten/v2"

// shapeShader fills or strokes rounded boxes by their signed distance (Quilez,
// "2D distance functions"), so that all shapes of a picture go into one draw call: a line
// is a box without height and with round corners. All lengths are device pixels.
//
//	custom.xy  position from the middle of the box
//	custom.zw  half its sides, less the corners' radius
//	src.x      the corners' radius
//	src.y      half the width of the stroke, or 0 to fill
//
// For a dashed line:
//
//	custom.w   length of a gap
//	src.y      length of a stroke, below 0
//	color.a    1 and how far into stroke and gap the line begins
//
// In software, each pixel takes the time of all branches of a shader.
// Labels therefore have shaders of their own, and the ground has none.
//
//ebitengine:shadersource
const shapeShader = `//kage:unit pixels
package main

func Fragment(dst vec4, src vec2, color vec4, custom vec4) vec4 {
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

// dashDistance is how far x is from the strokes of a line of that length.
func dashDistance(x float, length float, stroke float, period float, into float) float {
	phase := mod(x+into, period)
	last, next := phase-stroke, period-phase // how far x is past a stroke and from the one after
	if last > x {
		last = 1e6 // it ended before the line began
	}
	if x+next > length {
		next = 1e6
	}
	return max(max(min(last, next), max(-x, x-length)), 0)
}
`

// wireShader fills lines as shapeShader does, in a part of the time: a large network has
// hundreds of thousands. custom.w and src.y are 0.
//
//ebitengine:shadersource
const wireShader = `//kage:unit pixels
package main

func Fragment(dst vec4, src vec2, color vec4, custom vec4) vec4 {
	beyond := max(abs(custom.x)-custom.z, 0)
	return color * clamp(0.5+src.x-length(vec2(beyond, custom.y)), 0, 1)
}
`

// labelShader tints upright labels, which are on whole pixels; src is the position in
// the page of labels.
//
//ebitengine:shadersource
const labelShader = `//kage:unit pixels
package main

func Fragment(dst vec4, src vec2, color vec4) vec4 {
	return color * imageSrc0At(src).a
}
`

// slantedShader tints labels that are not upright: it mixes the nearest four pixels.
//
//ebitengine:shadersource
const slantedShader = `//kage:unit pixels
package main

func Fragment(dst vec4, src vec2, color vec4) vec4 {
	part := fract(src - 0.5)
	at := src - part
	high := mix(imageSrc0At(at).a, imageSrc0At(at+vec2(1, 0)).a, part.x)
	low := mix(imageSrc0At(at+vec2(0, 1)).a, imageSrc0At(at+vec2(1, 1)).a, part.x)
	return color * mix(high, low, part.y)
}
`

// shaders are those above. Each is compiled for the graphics card when it is first used.
type shaders struct{ shape, label, slanted *ebiten.Shader }

func newShaders() shaders {
	return shaders{newShader(shapeShader), newShader(labelShader), newShader(slantedShader)}
}

// newShader compiles one of the shaders, whose source can't fail.
func newShader(source string) *ebiten.Shader {
	s, err := ebiten.NewShader([]byte(source))
	if err != nil {
		panic("viz: " + err.Error())
	}
	return s
}
