package site

import (
	"html"
	"regexp"
)

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

var announced = regexp.MustCompile(`(<article [^>]*id="e-([^"]+)"[^>]*) data-announcement="([^"]*)"`)

// takeAnnouncements returns a page whose entries lack their announcements, and those by
// the entries' ids. The page's script gives them back: see web/page/complete.js.
func takeAnnouncements(page string) (string, map[string]string) {
	all := make(map[string]string)
	page = announced.ReplaceAllStringFunc(page, func(start string) string {
		found := announced.FindStringSubmatch(start)
		all[html.UnescapeString(found[2])] = html.UnescapeString(found[3])
		return found[1]
	})
	return page, all
}
