package web

import (
	"strings"

	"proxynet/network"
	"proxynet/web/language"
)

// Credit returns the source line of a network, as in a newspaper's graphic: the authors
// and publishers of its sources, or else their titles. It omits dates from outside the
// source, since there is no room to say so.
func Credit(n *network.Network) string {
	w := words{language.Of(n.Lang), n}
	var sources []string
	for _, s := range n.Sources {
		var parts []string
		for _, part := range []string{s.Author, s.Publisher} {
			if part != "" {
				parts = append(parts, part)
			}
		}
		if len(parts) == 0 {
			parts = append(parts, w.marked(s.Lang, s.Title))
		}
		if s.Date != nil && !s.Date.Resolved {
			parts = append(parts, w.dateWords(s.Date.EDTF))
		}
		sources = append(sources, strings.Join(parts, ", "))
	}
	var credit []string
	if n.Unsourced {
		credit = append(credit, w.Say("card.unsourced"))
	}
	if len(sources) > 0 {
		credit = append(credit, w.Say("card.source", "n", len(sources), "names", strings.Join(sources, "; ")))
	}
	return strings.Join(credit, " ")
}
