package file

import (
	"unicode"
	"unicode/utf8"

	"proxynet/network/visible"
)

// furthest is how many bytes away from a place words around it are looked for.
const furthest = 2000

// wordEnds returns where the first words of a text end, in bytes, at most so many.
func wordEnds(text string, most int) []int {
	var out []int
	inWord := false
	for i, c := range text {
		if len(out) == most || i > furthest {
			return out
		}
		if inWord && unicode.IsSpace(c) {
			out = append(out, i)
		}
		inWord = !unicode.IsSpace(c)
	}
	if inWord && len(out) < most {
		out = append(out, len(text))
	}
	return out
}

// wordStarts returns where the last words of a text begin, in bytes, at most so
// many, the last one first.
func wordStarts(text string, most int) []int {
	var out []int
	inWord := false
	for end := len(text); end > 0 && len(out) < most; {
		if len(text)-end > furthest {
			return out
		}
		c, size := utf8.DecodeLastRuneInString(text[:end])
		if inWord && unicode.IsSpace(c) {
			out = append(out, end)
		}
		inWord = !unicode.IsSpace(c)
		end -= size
	}
	if inWord && len(out) < most {
		out = append(out, 0)
	}
	return out
}

// shownWords is how many words of the article a mend shows.
const shownWords = 6

// firstWords shows how a text begins.
func firstWords(text string) string {
	ends := wordEnds(text, shownWords)
	if len(ends) == 0 {
		return "the end of the paragraph"
	}
	return visible.Quote(text[:ends[len(ends)-1]])
}

// lastWords shows how a text ends.
func lastWords(text string) string {
	starts := wordStarts(text, shownWords)
	if len(starts) == 0 {
		return "the beginning of the paragraph"
	}
	return visible.Quote(text[starts[len(starts)-1]:])
}
