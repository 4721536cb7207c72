package scene

import (
	"strings"
	"unicode"
)

// FontFamily is the sans-serif stack in which labels are set, in SVG and in the viewer.
// Its faces have nearly the same widths, so that boxes measured here fit whichever of
// them a reader has.
const FontFamily = `"Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif`

// helvetica holds the advance widths of ASCII 32 to 126 in Helvetica, in 1/1000
// em (Adobe Font Metrics, Helvetica 002.000).
var helvetica = [95]int16{
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
	556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
	333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
	556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
}

// TextWidth estimates the width of text set in [FontFamily] at the given size,
// in the unit of the size. It is rather too wide than too narrow. Bold adds the average
// difference of the bold face.
func TextWidth(text string, size float64, bold bool) float64 {
	var w float64
	for _, r := range text {
		w += advance(r)
	}
	return scaled(w, size, bold)
}

// scaled returns a width in em at a size.
func scaled(em, size float64, bold bool) float64 {
	if bold {
		em *= 1.06
	}
	return em * size
}

// advance estimates the width of r in em.
func advance(r rune) float64 {
	switch {
	case r >= 32 && r < 127:
		return float64(helvetica[r-32]) / 1000
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0 // combining marks and joiners have no width
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul),
		r >= 0x3000 && r <= 0x303f, r >= 0xff00 && r <= 0xff60: // CJK and full-width punctuation
		return 1
	case r >= 0x1f000 && r <= 0x1faff, r >= 0x2600 && r <= 0x27bf: // emoji and symbols
		return 1.3
	case strings.ContainsRune("ااأإآلرزژدذ", r):
		return 0.35
	case strings.ContainsRune("سشصض", r):
		return 0.86
	case unicode.In(r, unicode.Arabic, unicode.Hebrew):
		return 0.57
	case unicode.IsUpper(r):
		return 0.72
	}
	return 0.58
}
