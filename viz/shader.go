package viz

import "github.com/hajimehoshi/ebiten/v2"

// shapeShader fills or strokes rounded boxes by their signed distance (Quilez,
// "2D distance functions"), so that every line, outline and disc of a picture
// goes into one draw call: a line is a box without height and with round
// corners. All lengths are device pixels.
//
//	custom.xy  position from the middle of the box
//	custom.zw  half its sides, less the corners' radius
//	src.x      the corners' radius
//	src.y      half the width of the stroke, or 0 to fill
//
//ebitengine:shadersource
const shapeShader = `//kage:unit pixels
package main

func Fragment(dst vec4, src vec2, color vec4, custom vec4) vec4 {
	q := abs(custom.xy) - custom.zw
	d := length(max(q, vec2(0))) + min(max(q.x, q.y), 0) - src.x
	if src.y > 0 {
		d = abs(d) - src.y
	}
	return color * clamp(0.5-d, 0, 1)
}
`

// newShader compiles shapeShader, whose source can't fail.
func newShader() *ebiten.Shader {
	s, err := ebiten.NewShader([]byte(shapeShader))
	if err != nil {
		panic("viz: " + err.Error())
	}
	return s
}
