package site

import (
	"regexp"
	"strings"
)

var (
	// piece matches what [shorten] leaves unchanged, end tags that may be omitted, and the
	// tags that it rewrites.
	piece = regexp.MustCompile(`(?s)<script.*?</script>|<style.*?</style>|<template.*?</template>|` +
		`</li>(?:<li[^<>]*>|</ul>)|</p>\n?(?:<(?:p|div|ul|dl|blockquote|header|footer)\b[^<>]*>|</(?:div|header|blockquote|article)>)|<[a-z][^<>]*>`)
	quoted = regexp.MustCompile(`="([A-Za-z0-9._#:-]+)"([ >])`)
	entry  = regexp.MustCompile(`(<article class="[^"]*" id="e-([^"]+)") data-id="([^"]+)"`)
	cited  = regexp.MustCompile(`<blockquote class="passage" data-passage="([^"]+)"([^<>]*><p>[^<>]*</p><footer.*<a href="#e-([^"]+)">)`)
)

// shortenPage returns a page with the same content in fewer bytes: with each sign once,
// and without what HTML makes optional or the page's script restores. A compressed page
// becomes 6 % smaller.
func shortenPage(page string) string {
	head, body, ok := strings.Cut(shortLinks(shareSigns(page)), "<body")
	if !ok {
		return page
	}
	return head + "<body" + shorten(body)
}

// shorten returns the body of a page without optional quotation marks and end tags, and
// without ids that the page's script restores: see web/page/complete.js.
func shorten(body string) string {
	body = entry.ReplaceAllStringFunc(body, func(start string) string {
		if found := entry.FindStringSubmatch(start); found[2] == found[3] {
			return found[1]
		}
		return start
	})
	body = cited.ReplaceAllStringFunc(body, func(quote string) string {
		if found := cited.FindStringSubmatch(quote); found[1] == found[3] {
			return `<blockquote class="passage"` + found[2]
		}
		return quote
	})
	return piece.ReplaceAllStringFunc(body, func(s string) string {
		for _, kept := range []string{"<script", "<style", "<template"} {
			if strings.HasPrefix(s, kept) {
				return s
			}
		}
		for _, end := range []string{"</li>", "</p>"} {
			s = strings.TrimPrefix(s, end)
		}
		return quoted.ReplaceAllString(s, "=$1$2")
	})
}
