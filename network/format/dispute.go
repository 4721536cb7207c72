package format

import (
	"fmt"
	"strings"

	"proxynet/network"
)

// quotesOf returns passages in words: each in quotation marks, with who says it and
// where.
func (a *annotator) quotesOf(passages map[string]*network.Passage, ids []string) []string {
	var all []string
	for _, id := range ids {
		p := passages[id]
		if p == nil {
			continue
		}
		said := fmt.Sprintf("paragraph %d", p.Paragraph)
		if s := a.speakers[p.Speaker]; s != nil && s.Kind != network.Article {
			said = s.Label + ", " + said
		}
		if s := a.sources[p.Source]; s != nil {
			said += ", " + s.Title
		}
		all = append(all, "“"+p.Selector.Exact+"” ("+said+")")
	}
	return all
}

// disputesOf returns what is said against a relation, its legal stages and its
// facts, in words.
func (a *annotator) disputesOf(passages map[string]*network.Passage, r *network.Relation) []string {
	var all []string
	add := func(words string, ids []string) {
		if quoted := a.quotesOf(passages, ids); len(quoted) > 0 {
			words += ": " + strings.Join(quoted, " ")
		}
		all = append(all, words)
	}
	for _, d := range r.Against {
		who := d.Speaker
		if s := a.speakers[d.Speaker]; s != nil {
			who = s.Label
		}
		words := fmt.Sprintf("%s %s this", who, d.Says)
		if d.Date != nil {
			words += " (" + d.Date.EDTF + ")"
		}
		add(words, d.Passages)
	}
	for _, s := range r.Legal {
		add(fmt.Sprintf("%s %s", s.Stage, s.Date.EDTF), s.Passages)
	}
	for _, f := range r.Facts {
		add(a.network.Terms().FactText(f), f.Passages)
	}
	return all
}

// factsOf returns the facts of a node, in words.
func (a *annotator) factsOf(passages map[string]*network.Passage, o *network.Node) []string {
	var all []string
	for _, f := range o.Facts {
		all = append(all, strings.TrimSuffix(a.network.Terms().FactText(f)+": "+strings.Join(a.quotesOf(passages, f.Passages), " "), ": "))
	}
	return all
}
