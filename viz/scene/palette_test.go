package scene_test

import (
	"math"
	"testing"

	"proxynet/network"
	"proxynet/viz/diagram"
	"proxynet/viz/scene"
)

// luminance returns the relative luminance of WCAG 2.2.
func luminance(c [3]float32) float64 {
	lin := func(v float32) float64 {
		if v <= 0.04045 {
			return float64(v) / 12.92
		}
		return math.Pow((float64(v)+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(c[0]) + 0.7152*lin(c[1]) + 0.0722*lin(c[2])
}

func contrast(a, b [3]float32) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestContrast(t *testing.T) {
	for name, theme := range map[string]scene.Theme{"light": scene.NewTheme(false, nil), "dark": scene.NewTheme(true, nil)} {
		atLeast := func(front, back scene.Paint, least float64) {
			t.Helper()
			if got := contrast(theme[front], theme[back]); got < least {
				t.Errorf("%s: %s on %s has contrast %.2f; want %.1f", name, front, back, got, least)
			}
		}
		atLeast(scene.Ink, scene.Paper, 7)
		atLeast(scene.Muted, scene.Paper, 4.5)
		atLeast(scene.Focus, scene.Paper, 3)
		atLeast("accent", scene.Paper, 4.5)
		for _, k := range network.NodeKinds {
			atLeast(scene.Ink, scene.Fill(k), 7)
			atLeast(scene.Outline(k), scene.Paper, 3)
			atLeast(scene.Outline(k), scene.Fill(k), 3)
		}
		for _, f := range network.Families {
			atLeast(scene.Stroke(f), scene.Paper, 4.5) // verbs have this colour
			atLeast(scene.Stroke(f), scene.Lead, 3)
		}
		taken, cut := scene.BoxMark{Gone: true}, scene.BoxMark{Lost: true}
		for _, m := range []scene.BoxMark{taken, cut} {
			atLeast(m.Ink(), m.Fill(), 4.5)
			atLeast(m.Outline(), m.Fill(), 3)
		}
	}
}

// mixed returns a colour at an emphasis, composited on a ground.
func mixed(front, back [3]float32, alpha float64) (c [3]float32) {
	for i := range c {
		c[i] = front[i]*float32(alpha) + back[i]*float32(1-alpha)
	}
	return c
}

// TestContrastOfDimmedLead checks the labels of the lead's boxes, which have a solid
// ground: at rest, fading, dimmed, and undated.
func TestContrastOfDimmedLead(t *testing.T) {
	set := scene.Defaults()
	for name, theme := range map[string]scene.Theme{"light": scene.NewTheme(false, nil), "dark": scene.NewTheme(true, nil)} {
		seen := func(m scene.BoxMark, legible float64) float64 { // contrast of the label with its ground
			ground := mixed(theme[m.Fill()], theme[scene.Paper], m.FillAlpha())
			return contrast(mixed(theme[m.Ink()], ground, legible), ground)
		}
		for _, k := range network.NodeKinds {
			lead := scene.BoxMark{Kind: k, Rank: diagram.Primary, Alpha: 1}
			other := scene.BoxMark{Kind: k, Rank: diagram.Secondary, Alpha: 1}
			if got := seen(lead, 1); got < 4.5 {
				t.Errorf("%s: the label of a solid %s has contrast %.2f; want 4.5", name, k, got)
			}
			for a := 0.05; a < 1; a += 0.05 {
				lead.Alpha = a
				if got := seen(lead, 1); got < 2.7 {
					t.Errorf("%s: the label of a solid %s at opacity %.2f has contrast %.2f; want 2.7", name, k, a, got)
				}
			}
			lead.Alpha, other.Alpha = set.Dimmed, set.Dimmed
			if got, want := seen(lead, set.Dimmed), seen(other, set.Dimmed); got < 0.9*want {
				t.Errorf("%s: the label of a dimmed solid %s has contrast %.2f, others %.2f", name, k, got, want)
			}
			lead.Alpha = set.Perhaps
			if got := seen(lead, set.Legible); got < 3.5 {
				t.Errorf("%s: the label of an undated solid %s has contrast %.2f; want 3.5", name, k, got)
			}
		}
	}
}

// Elements of low emphasis are visible: a past relation, and the name of an element
// that the source doesn't date, at a date. Elements outside of an answer may be dimmed
// further; the panel lists them.
func TestContrastOfFadedElements(t *testing.T) {
	set := scene.Defaults()
	for name, theme := range map[string]scene.Theme{"light": scene.NewTheme(false, nil), "dark": scene.NewTheme(true, nil)} {
		paper := theme[scene.Paper]
		for _, f := range network.Families {
			if got := contrast(mixed(theme[scene.Stroke(f)], paper, set.Past), paper); got < 3 {
				t.Errorf("%s: a past line of %s has contrast %.2f; want 3", name, f, got)
			}
		}
		for _, k := range network.NodeKinds {
			ground := mixed(theme[scene.Fill(k)], paper, set.Perhaps)
			if got := contrast(mixed(theme[scene.Ink], ground, set.Legible), ground); got < 4.5 {
				t.Errorf("%s: the name of an undated %s has contrast %.2f; want 4.5", name, k, got)
			}
		}
	}
}

func TestThemeAppliesColours(t *testing.T) {
	theme := scene.NewTheme(false, map[scene.Paint]string{scene.Paper: "#ff0000", scene.Ink: "red", "unheard-of": "#000000"})
	if got := theme[scene.Paper]; got != [3]float32{1, 0, 0} {
		t.Errorf("paper is %v; want red", got)
	}
	if theme[scene.Ink] != scene.NewTheme(false, nil)[scene.Ink] {
		t.Error("a colour that is no #rrggbb was taken")
	}
}
