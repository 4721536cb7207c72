package web

import (
	"fmt"
	"html/template"
	"strings"

	"proxynet/web/language"
)

// quoted puts a passage in quotation marks unless it is a whole quotation with its own.
// The passage itself stays unchanged.
func quoted(s string) string {
	if strings.HasPrefix(s, "“") && strings.HasSuffix(s, "”") && strings.Count(s, "“") == 1 {
		return s
	}
	const thin = "\u2009" // a space between two quotation marks
	open, end := "“", "”"
	if strings.HasPrefix(s, "“") || strings.HasPrefix(s, "‘") {
		open += thin
	}
	if strings.HasSuffix(s, "”") || strings.HasSuffix(s, "’") {
		end = thin + end
	}
	return open + s + end
}

// langAttr marks text of another language than the page's; "" is the page's.
func langAttr(lang string) template.HTMLAttr {
	if lang == "" {
		return ""
	}
	return template.HTMLAttr(fmt.Sprintf(` lang="%s"`, template.HTMLEscapeString(lang)))
}

// blockAttr is langAttr for a block of text, which runs in its own
// direction.
func blockAttr(lang string) template.HTMLAttr {
	if lang == "" {
		return ""
	}
	return langAttr(lang) + template.HTMLAttr(` dir="`+language.DirectionOf(lang)+`"`)
}
