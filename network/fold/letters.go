package fold

import (
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Letters are the letters of a text in UTF-16 code units. From has an element for each
// unit: the offset in the original of the character from which it comes.
type Letters struct {
	Units []uint16
	From  []int
}

// LettersOf returns the letters of a text. It drops spaces, quotes, commas and the like. An
// apostrophe, point or slash stays between two letters or digits,
// as in “Iran's” and “U.S”, a comma or colon between two digits, as in “3,000”, a
// dash between two words whatever is beside it, and a point or dash before a
// digit, as in “-5”.
func LettersOf(text string) Letters {
	f := Text(text)
	var l Letters
	for at := 0; at < len(f.Text); {
		c, size := utf8.DecodeRuneInString(f.Text[at:])
		if isLetter(c, f.Text[:at], f.Text[at+size:]) {
			for _, unit := range utf16.AppendRune(nil, c) {
				l.Units, l.From = append(l.Units, unit), append(l.From, f.From[at])
			}
		}
		at += size
	}
	return l
}

// isLetter reports whether a character belongs to the letters, given the texts
// before and after it.
func isLetter(c rune, before, after string) bool {
	if c == '-' { // a page may mark a quotation beside it by its style instead of by quotes
		before, after = strings.TrimRight(before, `"' `), strings.TrimLeft(after, `"' `)
	}
	left, _ := utf8.DecodeLastRuneInString(before)
	right, _ := utf8.DecodeRuneInString(after)
	switch c {
	case ' ', '"', ';', '(', ')', '[', ']':
		return false
	case ',', ':':
		return unicode.IsNumber(left) && unicode.IsNumber(right)
	case '\'', '/':
		return isWord(left) && isWord(right)
	case '.', '-':
		return isWord(left) && isWord(right) || unicode.IsNumber(right)
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
