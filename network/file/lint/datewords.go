package lint

import (
	"slices"
	"strings"

	"proxynet/network"
	"proxynet/network/message"
)

// dateWords finds dates of relations, events, legal stages and denials without the
// source's own words, and words that are in none of the paragraphs cited for the
// date. Dates of sources, and of claims without passages, need no words.
func dateWords(s *search) {
	for i := range s.n.Relations {
		r := &s.n.Relations[i]
		s.dateWords(r.ID, message.New("its period"), "period", false, r.Period, r.Passages)
		for _, stage := range r.Legal {
			s.dateWords(r.ID, message.New("the date of its legal stage “%s”", stage.Stage), "date", true, stage.Date, stage.Passages)
		}
		for _, denial := range r.Against {
			s.dateWords(r.ID, message.New("the date of the denial by %s", denial.Speaker), "date", false, denial.Date, denial.Passages)
		}
	}
	for i := range s.n.Events {
		e := &s.n.Events[i]
		s.dateWords(e.ID, message.New("its date"), "date", false, e.Date, e.Passages)
	}
}

// dateWords checks one date of a record. which describes it in messages, and passages
// are cited for it. A required date can't be left out.
func (s *search) dateWords(id string, which message.Message, field string, required bool, d *network.Date, passages []string) {
	switch {
	case d == nil || len(passages) == 0:
	case d.Words == "":
		fix := message.New("write them as “%s: {edtf: %s, words: …}”, or leave the date out; if it is from outside the source, accept the warning and say why", field, d.EDTF)
		if required {
			fix = message.New("write them as “%s: {edtf: %s, words: …}”; if it is from outside the source, accept the warning and say why", field, d.EDTF)
		}
		s.warn(id, message.New("%s (%s) has no words of the source that date it", which, d.EDTF), fix)
	case !s.cites(d.Words, passages):
		s.warn(id, message.New("the words %q that date it are in no paragraph that it cites", d.Words),
			message.New("write the source’s own words, and cite a passage of their paragraph"))
	}
}

// cites reports whether words are in the paragraph of one of the given passages. A
// source without its text counts as having them.
func (s *search) cites(words string, passages []string) bool {
	return slices.ContainsFunc(passages, func(id string) bool {
		p := s.passages()[id]
		if p == nil {
			return false
		}
		a := s.articles[p.Source]
		if a == nil || p.Paragraph < 1 || p.Paragraph > len(a.Paragraphs) {
			return true
		}
		return strings.Contains(a.Paragraphs[p.Paragraph-1].Text, words)
	})
}
