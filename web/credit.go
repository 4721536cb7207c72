package web

import (
	"strings"

	"proxynet/network"
	"proxynet/viz/legend"
	"proxynet/viz/svg"
	"proxynet/web/language"
)

// Notes returns the texts beneath pictures of a network that are saved: its source line,
// and the words of the legend as on the page.
func Notes(n *network.Network) svg.Notes {
	return svg.Notes{Credit: Credit(n), Legend: legendWords(n)}
}

// legendWords returns the words of the legend in the network's language.
func legendWords(n *network.Network) legend.Words {
	l, terms := speaking(language.Of(n.Lang), n), n.Terms()
	words := legend.Words{"denied": l.Say("dispute.sign")}
	for _, part := range []string{"lead", "cable", "number", "counted", "frame", "past"} {
		words[part] = l.Say("legend." + part)
	}
	for _, k := range terms.NodeKinds() {
		words["node."+string(k)] = l.Say("kind." + string(k))
	}
	for _, f := range terms.Families() {
		words["family."+string(f)] = l.Say("family." + string(f))
	}
	for _, k := range terms.RelationKinds() {
		words["relation."+string(k.Kind)] = l.Say("relation." + string(k.Kind))
	}
	for _, s := range network.Statuses {
		words["status."+string(s)] = l.Say("status." + string(s))
	}
	for stage, key := range legalKeys {
		words["legal."+string(stage)] = l.Say(key)
	}
	return words
}

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
