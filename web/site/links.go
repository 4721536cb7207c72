package site

import "regexp"

// entryLink matches the start of a link to an entry of the page.
var entryLink = regexp.MustCompile(`<a ((?:class="at" )?href="#e-([^"]+)") data-select="([^"]+)"`)

// shortLinks returns a page with links to entries that omit the id that their address
// has. The page's script adds it: see web/page/complete.js. Links in pictures keep it.
func shortLinks(page string) string {
	return entryLink.ReplaceAllStringFunc(page, func(start string) string {
		if found := entryLink.FindStringSubmatch(start); found[2] == found[3] {
			return "<a " + found[1]
		}
		return start
	})
}
