package web

import "proxynet/web/language"

// edition is the page in one of its languages.
type edition struct {
	*language.Language
	Short   string // its name in two letters
	Folder  string // in the site; "" is the root
	Current bool   // it is this page
}

// editions lists the page in every language; none for a large network or a page
// that is one file. In the network's own, or the fallback, it stands at the
// site's root.
func editions(p Page) []edition {
	var all []edition
	if p.Single || partsOf(p.Drawing.Network, "").count > 0 {
		return nil
	}
	for _, l := range language.All {
		e := edition{Language: l, Short: l.Say("language.short"), Folder: l.Tag + "/", Current: l.Tag == p.Language.Tag}
		if l == language.Of(p.Drawing.Lang) {
			e.Folder = ""
		}
		all = append(all, e)
	}
	return all
}
