package datetext

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// normal returns a text with ASCII digits, straight apostrophes, composed letters, and
// without the vowel signs, joiners and letter variants of Arabic script.
func normal(text string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case '٠' <= c && c <= '٩':
			return c - '٠' + '0'
		case '۰' <= c && c <= '۹':
			return c - '۰' + '0'
		case c == '’', c == 'ʼ':
			return '\''
		case c == 'أ', c == 'إ', c == 'آ', c == 'ٱ':
			return 'ا'
		case c == 'ي', c == 'ى':
			return 'ی'
		case c == 'ك':
			return 'ک'
		case c == 'ـ', unicode.Is(unicode.Mn, c), unicode.Is(unicode.Cf, c):
			return -1
		}
		return c
	}, norm.NFC.String(text))
}

// plain returns a word or phrase in the form of a vocabulary: normal, in lower case,
// without full stops.
func plain(text string) string {
	return strings.ToLower(strings.ReplaceAll(normal(text), ".", ""))
}
