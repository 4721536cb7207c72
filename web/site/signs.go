package site

import (
	"fmt"
	"regexp"
	"strings"
)

// sign matches a small drawing of the legend, which the evidence repeats beside
// hundreds of relations. One with letters is mirrored in another way, so its
// element has to hold them.
var sign = regexp.MustCompile(`<svg class="sign" viewBox="([^"]*)" aria-hidden="true">((?:<(?:path|rect|circle|ellipse|line|g)[^>]*>|</g>)+)</svg>`)

// shareSigns returns a page in which each sign that is repeated is drawn once, in a
// hidden element at the page's start, and referenced elsewhere: a tenth less markup.
func shareSigns(page string) string {
	uses := map[string]int{}
	for _, svg := range sign.FindAllString(page, -1) {
		uses[svg]++
	}
	ids := map[string]string{}
	var shared strings.Builder
	page = sign.ReplaceAllStringFunc(page, func(svg string) string {
		if uses[svg] < 2 {
			return svg
		}
		id, ok := ids[svg]
		if !ok {
			id = fmt.Sprintf("sign-%d", len(ids)+1)
			ids[svg] = id
			found := sign.FindStringSubmatch(svg)
			fmt.Fprintf(&shared, `<symbol id="%s" viewBox="%s">%s</symbol>`, id, found[1], found[2])
		}
		return `<svg class="sign" aria-hidden="true"><use href="#` + id + `"/></svg>`
	})
	if len(ids) == 0 {
		return page
	}
	const body = "<body>"
	return strings.Replace(page, body, body+"\n<div hidden><svg>"+shared.String()+"</svg></div>", 1)
}
