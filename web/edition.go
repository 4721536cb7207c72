package web

import (
	"proxynet/network"
	"proxynet/web/language"
)

// edition is the page in one of its languages.
type edition struct {
	*language.Language
	Short   string // its name in two letters
	Folder  string // in the site; "" is the root
	Current bool   // it is this page
}

// folderOf returns the folder of the page in a language, such as "fa/". The page in
// the network's own language, or the fallback, is at the root: "".
func folderOf(l *language.Language, n *network.Network) string {
	if l.Tag == language.Of(n.Lang).Tag {
		return ""
	}
	return l.Tag + "/"
}

// Canonical returns the address under which the page in its language is shared, or
// "" if the site's address is unknown. The page in the network's own language is
// both at the root and in a folder; the root is its address.
func (p Page) Canonical() string {
	if p.Address == "" {
		return ""
	}
	return p.Address + folderOf(p.Language, p.Drawing.Network)
}

// editions lists the page in every language; none for a large network or a page
// that is one file.
func editions(p Page) []edition {
	var all []edition
	if p.Inline != nil || partsOf(p.Drawing.Network, "").count > 0 {
		return nil
	}
	for _, l := range language.All {
		all = append(all, edition{Language: l, Short: l.Say("language.short"), Folder: folderOf(l, p.Drawing.Network), Current: l.Tag == p.Language.Tag})
	}
	return all
}
