package file

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// folded is a text as somebody types it who has no curly quotes and long dashes
// at hand, with a way back to the text itself.
type folded struct {
	text string
	from []int // by byte of text, and one beyond: where it stands in the original, in bytes
}

// typed holds what is typed for a character that keyboards lack.
var typed = map[rune]string{
	'‘': "'", '’': "'", '‚': "'", '‛': "'", 'ʼ': "'", '′': "'", '´': "'", '`': "'",
	'“': `"`, '”': `"`, '„': `"`, '‟': `"`, '″': `"`, '«': `"`, '»': `"`,
	'‐': "-", '‑': "-", '‒': "-", '–': "-", '—': "-", '―': "-", '−': "-",
	'…': "...", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬀ': "ff",
	'\u00ad': "", '\u200b': "", '\ufeff': "", '\u200e': "", '\u200f': "", '\u061c': "", '\u2060': "",
}

// fold returns a text as it is typed: with plain quotes and dashes, each run of
// spaces as one, none at either end, and, where case doesn't count, in small
// letters.
func fold(text string, anyCase bool) folded {
	var b strings.Builder
	var f folded
	space := false
	for at, c := range text {
		if unicode.IsSpace(c) {
			space = b.Len() > 0
			continue
		}
		plain, known := typed[c]
		if !known {
			plain = string(c)
		}
		if plain == "" {
			continue
		}
		if anyCase {
			plain = strings.ToLower(plain)
		}
		if space {
			b.WriteByte(' ')
			f.from, space = append(f.from, at), false
		}
		b.WriteString(plain)
		for range len(plain) {
			f.from = append(f.from, at)
		}
	}
	f.text, f.from = b.String(), append(f.from, len(text))
	return f
}

// original returns the stretch of the original that stands for text[start:end],
// without the spaces around it.
func (f folded) original(text string, start, end int) (from, to int) {
	from, to = f.from[start], f.from[end]
	if last := f.from[end-1]; last == to { // the end is inside what one character stands for
		_, size := utf8.DecodeRuneInString(text[last:])
		to = last + size
	}
	return from, from + len(strings.TrimRightFunc(text[from:to], unicode.IsSpace))
}
