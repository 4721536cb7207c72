package scene

import (
	"strings"
	"unicode"
)

// FontFamily is the sans-serif stack in which labels are set, in the poster and
// in the viewer. Its faces have nearly the same widths, so that boxes measured
// here fit whichever of them a reader has.
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
// in the unit of the size. It is meant to be a little too wide rather than too
// narrow. Bold adds what the bold face adds on average.
func TextWidth(text string, size float64, bold bool) float64 {
	var w float64
	for _, r := range text {
		w += advance(r)
	}
	if bold {
		w *= 1.06
	}
	return w * size
}

// advance estimates the width of r in em.
func advance(r rune) float64 {
	switch {
	case r >= 32 && r < 127:
		return float64(helvetica[r-32]) / 1000
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0 // combining marks and joiners stand on their neighbours
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
		return 1
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

// wrap breaks label into as few lines as fit width, evening out their lengths.
// Words are never broken; hyphens are places to break after.
func wrap(label string, width, size float64, bold bool) []string {
	words := splitWords(label)
	var best []string
	for lines := 1; lines <= len(words); lines++ {
		best = balance(words, lines, size, bold)
		if widest(best, size, bold) <= width {
			break
		}
	}
	return best
}

// splitWords cuts label into the pieces between which it may be broken. Each
// piece but the last ends in the space or hyphen that follows it.
func splitWords(label string) []string {
	var words []string
	start := 0
	for i, r := range label {
		if r == ' ' || r == '-' {
			words = append(words, label[start:i+1])
			start = i + 1
		}
	}
	return append(words, label[start:])
}

// balance sets words in at most n lines so that the widest is as narrow as can
// be, by trying every break; labels have few words.
func balance(words []string, n int, size float64, bold bool) []string {
	if n <= 1 || len(words) == 1 {
		return []string{strings.TrimSpace(strings.Join(words, ""))}
	}
	var best []string
	for i := 1; i < len(words); i++ {
		head := strings.TrimSpace(strings.Join(words[:i], ""))
		lines := append([]string{head}, balance(words[i:], n-1, size, bold)...)
		if best == nil || widest(lines, size, bold) < widest(best, size, bold) {
			best = lines
		}
	}
	return best
}

func widest(lines []string, size float64, bold bool) float64 {
	var w float64
	for _, l := range lines {
		w = max(w, TextWidth(l, size, bold))
	}
	return w
}
