package reader

import (
	"regexp"
	"strings"
)

// Numeral matches a number as people and programs write it.
var Numeral = regexp.MustCompile(`^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$`)

// JSONNumber returns a number in JSON's format.
func JSONNumber(s string) string {
	s = strings.TrimPrefix(s, "+")
	sign := ""
	if rest, negative := strings.CutPrefix(s, "-"); negative {
		sign, s = "-", rest
	}
	if whole := strings.TrimLeft(s, "0"); whole != s {
		s = whole
		if s == "" || s[0] < '0' || s[0] > '9' {
			s = "0" + s
		}
	}
	if strings.HasPrefix(s, ".") {
		s = "0" + s
	}
	s = strings.Replace(s, ".e", ".0e", 1)
	s = strings.Replace(s, ".E", ".0E", 1)
	if strings.HasSuffix(s, ".") {
		s += "0"
	}
	return sign + s
}
