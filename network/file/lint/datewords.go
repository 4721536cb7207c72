package lint

import (
	"fmt"
	"slices"
	"strings"

	"proxynet/network"
)

// dateWords finds dates of relations and events for which the source's own words
// are missing, and words that stand in none of the paragraphs cited there. The
// date of a source, and a claim without a passage, need none.
func dateWords(s *search) {
	passages := make(map[string]network.Passage, len(s.n.Passages))
	for _, p := range s.n.Passages {
		passages[p.ID] = p
	}
	look := func(id, field string, d *network.Date, evidence []string) {
		switch {
		case d == nil || len(evidence) == 0:
		case d.Words == "":
			s.warn(id, fmt.Sprintf("its %s %s has no words of the source that date it", field, d.EDTF),
				fmt.Sprintf("write them as “%s: {edtf: %s, words: …}”, or leave the date out; if it is from outside the source, accept the warning and say why", field, d.EDTF))
		case !s.cites(d.Words, evidence, passages):
			s.warn(id, fmt.Sprintf("the words %q that date it are in no paragraph that it cites", d.Words),
				"write the source’s own words, and cite a passage of their paragraph")
		}
	}
	for i := range s.n.Relations {
		r := &s.n.Relations[i]
		look(r.ID, "period", r.Period, r.Passages)
	}
	for i := range s.n.Events {
		e := &s.n.Events[i]
		look(e.ID, "date", e.Date, e.Passages)
	}
}

// cites reports whether words stand in the paragraph of one of the passages that
// evidence names. Where a source's text isn't there, nothing contradicts them.
func (s *search) cites(words string, evidence []string, passages map[string]network.Passage) bool {
	return slices.ContainsFunc(evidence, func(id string) bool {
		p := passages[id]
		a := s.articles[p.Source]
		if a == nil || p.Paragraph < 1 || p.Paragraph > len(a.Paragraphs) {
			return true
		}
		return strings.Contains(a.Paragraphs[p.Paragraph-1].Text, words)
	})
}
