package desk

import (
	"cmp"
	"slices"

	"proxynet/network/file"
	"proxynet/network/file/lint"
	"proxynet/network/file/suggest"
)

// name is a name in an article.
type name struct {
	file.Range
	text string
	node string // id; "" for a candidate name
}

// mostPlaces limits the names that are marked in an article.
const mostPlaces = 20_000

// mentions returns the names in the articles, in order.
func (rd *reading) mentions() []Mention {
	out := []Mention{}
	for _, s := range rd.document.Network.Sources {
		t := rd.textOf(s.ID)
		if t == nil {
			continue
		}
		c, paragraph := counter{}, -1
		for _, o := range rd.names(t) {
			if o.Paragraph != paragraph {
				paragraph = o.Paragraph
				c = counter{text: t.article.Paragraphs[paragraph].Text}
			}
			out = append(out, Mention{s.ID, paragraph + 1, c.unitAt(o.From), c.unitAt(o.To), o.text, o.node})
		}
	}
	return out
}

// names returns the names of nodes and the candidate names in an article, sorted by
// position, without overlaps.
func (rd *reading) names(t *text) []name {
	if t.names != nil && t.namesOf == rd.document {
		return t.names
	}
	var all []name
	add := func(text, node string) {
		for _, at := range t.find(text) {
			if len(all) < mostPlaces {
				all = append(all, name{at, text, node})
			}
		}
	}
	for i := range rd.document.Network.Nodes {
		o := &rd.document.Network.Nodes[i]
		add(lint.BareName(o.Label), o.ID)
		for _, alias := range o.Aliases {
			add(lint.BareName(alias), o.ID)
		}
	}
	for _, candidate := range t.candidates() {
		add(candidate, "")
	}
	slices.SortStableFunc(all, func(a, b name) int {
		return cmp.Or(cmp.Compare(a.Paragraph, b.Paragraph), cmp.Compare(a.From, b.From), cmp.Compare(b.To, a.To), cmp.Compare(rank(a), rank(b)))
	})
	kept := make([]name, 0, len(all))
	for _, o := range all {
		if last := len(kept) - 1; last >= 0 && kept[last].Paragraph == o.Paragraph && o.From < kept[last].To {
			if kept[last].node == "" && o.node != "" { // a known name inside of what may be one
				kept[last] = o
			}
			continue
		}
		kept = append(kept, o)
	}
	t.names, t.namesOf = kept, rd.document
	return kept
}

// rank sorts names of nodes before candidates.
func rank(o name) int {
	if o.node == "" {
		return 1
	}
	return 0
}

// find returns the occurrences of a name.
func (t *text) find(name string) []file.Range {
	found, known := t.named[name]
	if !known {
		found = t.article.Named(name)
		t.named[name] = found
	}
	return found
}

// candidates returns candidate names.
func (t *text) candidates() []string {
	if !t.guessed {
		t.guesses, t.guessed = t.article.Candidates(), true
	}
	return t.guesses
}

// suggested returns the names in a paragraph.
func (rd *reading) suggested(t *text, paragraph int) []suggest.Name {
	var out []suggest.Name
	for _, o := range rd.names(t) {
		if o.Paragraph == paragraph {
			out = append(out, suggest.Name{Start: o.From, End: o.To, Node: o.node, Text: o.text})
		}
	}
	return out
}
