package fold

import (
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Letters are what of a text makes its words, in UTF-16 code units. From has an
// element for each unit: the byte of the original at which its character begins.
type Letters struct {
	Units []uint16
	From  []int
}

// LettersOf returns the letters of a text. Spaces, quotes, commas and the like
// are left out. An apostrophe, point, comma, colon, slash or dash stays between
// two letters or digits, as in “Iran's” and “3,000”; a point or dash also before
// a digit, as in “-5”.
func LettersOf(text string) Letters {
	f := Text(text)
	var l Letters
	before := ' '
	for at := 0; at < len(f.Text); {
		c, size := utf8.DecodeRuneInString(f.Text[at:])
		// A page may mark a quotation by its style instead of by quotes.
		after, _ := utf8.DecodeRuneInString(strings.TrimLeft(f.Text[at+size:], `"'`))
		if isLetter(c, before, after) {
			for _, unit := range utf16.AppendRune(nil, c) {
				l.Units, l.From = append(l.Units, unit), append(l.From, f.From[at])
			}
		}
		if c != '"' && c != '\'' {
			before = c
		}
		at += size
	}
	return l
}

// isLetter reports whether a character belongs to the letters, given those
// beside it.
func isLetter(c, before, after rune) bool {
	switch c {
	case ' ', '"', ';', '(', ')', '[', ']':
		return false
	case '\'', ',', ':', '/':
		return isWord(before) && isWord(after)
	case '.', '-':
		return isWord(before) && isWord(after) || unicode.IsNumber(after)
	}
	return true
}

// isWord reports whether a character is part of a word or number.
func isWord(c rune) bool { return unicode.IsLetter(c) || unicode.IsMark(c) || unicode.IsNumber(c) }

// Index returns the index of the first unit that comes from byte at of the
// original or from after it.
func (l Letters) Index(at int) int {
	low, high := 0, len(l.From)
	for low < high {
		if middle := (low + high) / 2; l.From[middle] < at {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}
