package file

import (
	"unicode"
	"unicode/utf8"

	"proxynet/network/message"
	"proxynet/network/visible"
)

// furthest limits the search for the words around a place, in bytes.
const furthest = 2000

// wordEnds returns the ends of the first words of a text, in bytes, at most most.
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

// wordStarts returns the starts of the last words of a text, in bytes, at most most, the
// last one first.
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

// shownWords is the number of words of the article in a fix.
const shownWords = 6

// firstWords returns the first words of a text, quoted.
func firstWords(text string) message.Message {
	ends := wordEnds(text, shownWords)
	if len(ends) == 0 {
		return message.New("the end of the paragraph")
	}
	return message.New("%s", visible.Quote(text[:ends[len(ends)-1]]))
}

// lastWords returns the last words of a text, quoted.
func lastWords(text string) message.Message {
	starts := wordStarts(text, shownWords)
	if len(starts) == 0 {
		return message.New("the beginning of the paragraph")
	}
	return message.New("%s", visible.Quote(text[starts[len(starts)-1]:]))
}
