package graph

import (
	"html"
	"regexp"
	"strings"
)

var (
	HTMLTag = regexp.MustCompile(`<!--.*?-->|</?([A-Za-z][A-Za-z0-9]*)[^>]*>|<[^>]*>`)
	// htmlInline are the elements that don't separate text.
	htmlInline = map[string]bool{"b": true, "i": true, "u": true, "o": true, "s": true, "sub": true, "sup": true, "font": true, "span": true, "strong": true, "em": true, "a": true}
)

// HTMLText returns HTML as plain text.
func HTMLText(s string) string {
	s = HTMLTag.ReplaceAllStringFunc(s, func(tag string) string {
		if htmlInline[strings.ToLower(HTMLTag.FindStringSubmatch(tag)[1])] {
			return ""
		}
		return " "
	})
	return strings.Join(strings.Fields(html.UnescapeString(s)), " ")
}
