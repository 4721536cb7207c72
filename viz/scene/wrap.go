package scene

import (
	"math"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/segmenter"
)

const (
	nameWidth  = 30  // maximum width of a name beside a dot, in em
	labelLines = 8   // maximum lines of a label; longer ones are shortened
	balanced   = 200 // pieces of a label whose lines are evened out; a label with more fills its lines
)

// ellipsis ends a label that is shortened.
const ellipsis = "…"

// softHyphen marks where a word may be broken. It shows only at the end of a line.
const softHyphen = "\u00ad"

// Wrap breaks label into as few lines as fit width, evening out their lengths. It
// breaks where Unicode's line breaking (UAX #14) allows it, and a word wider than
// word between any two grapheme clusters. A label that needs more than labelLines
// lines is shortened to them, and ends in an ellipsis.
func Wrap(label string, width, word, size float64, bold bool) (lines []string, shortened bool) {
	pieces := newPieces(label, word, size, bold)
	if len(pieces.text) <= balanced {
		widths := pieces.widths()
		for n := 1; n <= min(len(pieces.text), labelLines); n++ {
			lines = pieces.balance(n, widths)
			if widest(lines, size, bold) <= width {
				return lines, false
			}
		}
		if len(pieces.text) <= labelLines {
			return lines, false // one word in each, one of which is wider
		}
	}
	return pieces.fill(max(width, widest(pieces.text, size, bold)), labelLines)
}

// pieces are the parts of a label between which it may be broken. Each but the
// last ends in the space, if any, that follows it.
type pieces struct {
	text []string
	size float64
	bold bool
}

// newPieces splits a label where it may be broken, and words wider than limit.
func newPieces(label string, limit, size float64, bold bool) pieces {
	p := pieces{size: size, bold: bold}
	var s segmenter.Segmenter
	s.Init([]rune(label))
	for it := s.LineIterator(); it.Next(); {
		word := string(it.Line().Text)
		whole := TextWidth(trim(word), size, bold)
		if whole <= limit {
			p.text = append(p.text, word)
			continue
		}
		even := whole / math.Ceil(whole/limit)
		start := ""
		for _, cluster := range clusters(word) {
			if start != "" && (TextWidth(start, size, bold) >= even || TextWidth(start+cluster, size, bold) > limit) {
				p.text = append(p.text, start)
				start = ""
			}
			start += cluster
		}
		p.text = append(p.text, start)
	}
	if len(p.text) == 0 {
		p.text = []string{""}
	}
	return p
}

// clusters cuts a text into grapheme clusters, which readers perceive as letters (UAX
// #29). The segmenter separates an emoji from its joiner if another emoji is right
// before it; such halves are joined again.
func clusters(text string) []string {
	const joiner = "\u200d"
	var all []string
	var s segmenter.Segmenter
	s.Init([]rune(text))
	for it := s.GraphemeIterator(); it.Next(); {
		cluster := string(it.Grapheme().Text)
		if n := len(all); n > 0 && strings.HasSuffix(all[n-1], joiner) {
			all[n-1] += cluster
			continue
		}
		all = append(all, cluster)
	}
	return all
}

// trim returns a line as drawn: a soft hyphen is visible only at the end of the line.
func trim(line string) string {
	line = strings.TrimSpace(line)
	if strings.HasSuffix(line, softHyphen) {
		line += "-"
	}
	return strings.ReplaceAll(line, softHyphen, "")
}

// line returns the pieces from i to before j as a line.
func (p pieces) line(i, j int) string { return trim(strings.Join(p.text[i:j], "")) }

// widths returns the width of the line from each piece i to before each j, as
// [TextWidth] has it: widths[i][j].
func (p pieces) widths() [][]float64 {
	count := len(p.text)
	all := make([][]float64, count)
	for i := range all {
		all[i] = make([]float64, count+1)
		var em, trimmed float64 // of the line so far, and without the spaces at its end
		for j := i; j < count; j++ {
			for _, r := range p.text[j] {
				em += advance(r)
				if !unicode.IsSpace(r) {
					trimmed = em
				}
			}
			w := trimmed
			if strings.HasSuffix(p.text[j], softHyphen) {
				w += advance('-')
			}
			all[i][j+1] = scaled(w, p.size, p.bold)
		}
	}
	return all
}

// balance sets the pieces in at most n lines so that the widest is as narrow as
// can be. Ties go to the shortest first line.
func (p pieces) balance(n int, width [][]float64) []string {
	count := len(p.text)
	n = min(n, count)
	// best[k][i] is the width of the widest of at most k+1 lines from i on; next is the
	// end of the first of them.
	best, next := make([][]float64, n), make([][]int, n)
	for k := range n {
		best[k], next[k] = make([]float64, count), make([]int, count)
		for i := range count {
			best[k][i], next[k][i] = width[i][count], count
			if k == 0 {
				continue
			}
			for j, first := i+1, true; j < count; j++ {
				if w := max(width[i][j], best[k-1][j]); first || w < best[k][i] {
					best[k][i], next[k][i], first = w, j, false
				}
			}
		}
	}
	var lines []string
	for i, k := 0, n-1; i < count; k-- {
		lines = append(lines, p.line(i, next[k][i]))
		i = next[k][i]
	}
	return lines
}

// fill sets as many pieces as fit into each line of the given width, and shortens the
// last of at most n lines if pieces are left.
func (p pieces) fill(width float64, n int) (lines []string, shortened bool) {
	fits := func(line string) bool { return TextWidth(line, p.size, p.bold) <= width }
	for i := 0; i < len(p.text); {
		if len(lines) == n-1 {
			rest := p.line(i, len(p.text))
			if fits(rest) {
				return append(lines, rest), false
			}
			return append(lines, shorten(rest, fits)), true
		}
		j := i + 1
		for j < len(p.text) && fits(p.line(i, j+1)) {
			j++
		}
		lines = append(lines, p.line(i, j))
		i = j
	}
	return lines, false
}

// clip returns a text as one line no wider than width: shortened, if need be.
func clip(text string, width, size float64, bold bool) string {
	fits := func(line string) bool { return TextWidth(line, size, bold) <= width }
	if fits(text) {
		return text
	}
	return shorten(text, fits)
}

// shorten cuts a line off so that it fits with an ellipsis.
func shorten(line string, fits func(string) bool) string {
	short := ""
	for _, cluster := range clusters(line) {
		if !fits(strings.TrimSpace(short+cluster) + ellipsis) {
			break
		}
		short += cluster
	}
	return strings.TrimSpace(short) + ellipsis
}

func widest(lines []string, size float64, bold bool) float64 {
	var w float64
	for _, l := range lines {
		w = max(w, TextWidth(trim(l), size, bold))
	}
	return w
}

// FitLabel sets name as large as it can be in a box of the given size, at most in
// the given size of label. If it must be smaller than most of that or than least, it
// doesn't fit the box. A word wider than word is broken.
func FitLabel(name string, width, height, word, size, least float64) Label {
	for s := size; ; s -= 0.5 {
		lines, shortened := Wrap(name, width, word, s, true)
		label := Label{Lines: lines, Size: s}
		if shortened {
			label.Full = name
		}
		fits := widest(label.Lines, s, true) <= width && float64(len(label.Lines))*s*lineHeight <= height
		if fits || s-0.5 < max(legible*size, least) {
			return label
		}
	}
}

// legible is the least size of such a label, as a share of that of the label in the
// network's language.
const legible = 0.75
