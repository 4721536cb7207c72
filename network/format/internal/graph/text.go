package graph

import (
	"strconv"
	"strings"
	"unicode"

	"proxynet/network/visible"
)

// Show quotes what a file says for use in a message: in one line, escaped, and
// cut where it is long.
func Show(s string) string {
	const most = 60 // characters; enough to find the place again
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return visible.Quote(s)
}

// Clip shortens a name for use in a message.
func Clip(s string) string {
	quoted := Show(s)
	return quoted[1 : len(quoted)-1]
}

// Spaced returns the name of a type as words: databases write “OFFICER_OF” and
// “officer_of”. Any other text stays as it is.
func Spaced(s string) string {
	if strings.ContainsFunc(s, func(c rune) bool { return unicode.IsSpace(c) }) || !strings.ContainsFunc(s, unicode.IsLetter) {
		return s
	}
	if upper := strings.ToUpper(s); s == upper && s != strings.ToLower(s) {
		s = strings.ToLower(s)
	}
	return strings.ReplaceAll(s, "_", " ")
}

// Counted returns a number of things in words.
func Counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return strconv.Itoa(n) + " " + thing + "s"
}
