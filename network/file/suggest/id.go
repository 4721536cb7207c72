package suggest

import (
	"strings"

	"proxynet/network/file/lint"
)

// mostID is the maximum length of such an id.
const mostID = 40

// ID returns an id made of a label's words, transliterated to Latin letters, or
// otherwise if none are left.
func ID(label, otherwise string) string {
	id := ""
	for _, word := range lint.Latin(label) {
		word = strings.Map(func(c rune) rune {
			switch {
			case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
				return c
			case c >= '۰' && c <= '۹':
				return '0' + c - '۰'
			case c >= '٠' && c <= '٩':
				return '0' + c - '٠'
			}
			return -1
		}, word)
		if word == "" || len(id) > 0 && len(id)+1+len(word) > mostID {
			continue
		}
		if id != "" {
			id += "-"
		}
		id += word
	}
	if id == "" {
		return otherwise
	}
	return id[:min(len(id), mostID)]
}
