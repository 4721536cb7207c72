package graph

import (
	"strconv"
	"strings"
	"unicode"

	"proxynet/network/visible"
)

// Show is [visible.Show].
func Show(s string) string { return visible.Show(s) }

// Clip shortens a name for use in a message.
func Clip(s string) string {
	quoted := visible.Show(s)
	return quoted[1 : len(quoted)-1]
}

// Spaced returns the name of a type as words: databases write “OFFICER_OF” and
// “officer_of”. Other texts are unchanged.
func Spaced(s string) string {
	if strings.ContainsFunc(s, func(c rune) bool { return unicode.IsSpace(c) }) || !strings.ContainsFunc(s, unicode.IsLetter) {
		return s
	}
	if upper := strings.ToUpper(s); s == upper && s != strings.ToLower(s) {
		s = strings.ToLower(s)
	}
	return strings.ReplaceAll(s, "_", " ")
}

// Counted returns a number with its noun.
func Counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return strconv.Itoa(n) + " " + thing + "s"
}
