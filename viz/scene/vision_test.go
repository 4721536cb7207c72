package scene_test

import (
	"math"
	"testing"

	"proxynet/network"
	"proxynet/viz/scene"
)

// Machado, Oliveira and Fernandes (2009), severity 1: linear RGB as seen without red or
// green cones.
var visions = map[string][3][3]float64{
	"all colours": {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia": {
		{0.152286, 1.052583, -0.204868},
		{0.114503, 0.786281, 0.099216},
		{-0.003882, -0.048116, 1.051998},
	},
	"deuteranopia": {
		{0.367322, 0.860646, -0.227968},
		{0.280085, 0.672501, 0.047413},
		{-0.011820, 0.042940, 0.968881},
	},
}

// oklab returns the OKLab coordinates (Ottosson 2020) of a perceived colour.
func oklab(c [3]float32, vision [3][3]float64) [3]float64 {
	var linear, seen [3]float64
	for i, v := range c {
		if v := float64(v); v <= 0.04045 {
			linear[i] = v / 12.92
		} else {
			linear[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	for i, row := range vision {
		seen[i] = min(max(row[0]*linear[0]+row[1]*linear[1]+row[2]*linear[2], 0), 1)
	}
	r, g, b := seen[0], seen[1], seen[2]
	l := math.Cbrt(0.4122214708*r + 0.5363325363*g + 0.0514459929*b)
	m := math.Cbrt(0.2119034982*r + 0.6806995451*g + 0.1073969566*b)
	s := math.Cbrt(0.0883024619*r + 0.2817188376*g + 0.6299787005*b)
	return [3]float64{
		0.2104542553*l + 0.7936177850*m - 0.0040720468*s,
		1.9779984951*l - 2.4285922050*m + 0.4505937099*s,
		0.0259040371*l + 0.7827717662*m - 0.8086757660*s,
	}
}

// TestPaletteForColourBlindReaders compares the colours of any two families of
// relations as readers with red-green blindness see them. Families whose colours
// are close must differ in dash or head.
func TestPaletteForColourBlindReaders(t *testing.T) {
	const apart = 0.08 // OKLab distance at which adjacent thin lines are distinguishable
	looks := scene.NewLooks(&network.Network{})
	kind := map[network.Family]network.RelationKind{
		network.Command: "command", network.Support: "arms", network.Influence: "message", network.Belonging: "membership",
		network.Hostile: "attack", network.Personal: "friendship", network.Other: "tie",
	}
	for name, theme := range map[string]scene.Theme{"light": scene.NewTheme(false, nil), "dark": scene.NewTheme(true, nil)} {
		for seenAs, vision := range visions {
			least := math.Inf(1)
			for i, f := range network.Families {
				for _, g := range network.Families[:i] {
					a, b := oklab(theme[scene.Stroke(f)], vision), oklab(theme[scene.Stroke(g)], vision)
					d := math.Sqrt((a[0]-b[0])*(a[0]-b[0]) + (a[1]-b[1])*(a[1]-b[1]) + (a[2]-b[2])*(a[2]-b[2]))
					p, q := looks.Line(kind[f]), looks.Line(kind[g])
					if d >= apart {
						least = min(least, d)
						continue
					}
					t.Logf("%s, %s: %s and %s are %.3f apart", name, seenAs, f, g, d)
					if p.Dash == q.Dash && p.Head == q.Head {
						t.Errorf("%s, %s: %s and %s have colours %.3f apart, and the same dash and head", name, seenAs, f, g, d)
					}
				}
			}
			t.Logf("%s, %s: others are at least %.3f apart", name, seenAs, least)
		}
	}
}
