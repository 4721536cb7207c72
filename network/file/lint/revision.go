package lint

import (
	"fmt"
	"io"
	"strings"

	"proxynet/network/file"
	"proxynet/network/message"
)

// WriteRevised writes what changed in the articles of the network at path since its
// last build. Call it before a build, which replaces the articles it compares with.
func WriteRevised(w io.Writer, path string, articles ...string) error {
	r, err := Run(path, articles...)
	if err != nil {
		return err
	}
	for _, f := range r.Findings {
		if f.Rule != "changed-sentence" && f.Rule != "new-sentence" {
			continue
		}
		fmt.Fprintln(w, f.Text())
		if len(f.Diff) > 0 {
			fmt.Fprintln(w, "    "+file.ShowDiff(f.Diff))
		}
	}
	return nil
}

// revisions returns the changes of a source's text since the last build.
func (s *search) revisions(source string) []file.Revision {
	a, earlier := s.articles[source], s.Built[source]
	if a == nil || earlier == nil {
		return nil
	}
	if _, known := s.revised[source]; !known {
		list, whole := a.Revisions(earlier)
		if whole {
			s.warnAt(a.Name, 0, source, message.New("too much of the article has changed since the last build to compare its sentences"), message.New("check the whole network against the article"))
		}
		if s.revised == nil {
			s.revised = make(map[string][]file.Revision)
		}
		s.revised[source] = list
	}
	return s.revised[source]
}

// changedSentence finds sentences that were changed or removed since the last build,
// and shows the difference by words.
func changedSentence(s *search) {
	for _, source := range s.n.Sources {
		a := s.articles[source.ID]
		for _, r := range s.revisions(source.ID) {
			switch {
			case r.Old == "":
			case r.New == "":
				s.found = append(s.found, file.Diagnostic{
					File: a.Name, ID: source.ID, Rule: s.rule, About: r.Old,
					Problem: message.New("removed from the article since the last build: %s", shortened(r.Old)),
					Fix:     message.New("check whether what the network says still holds"),
				})
			default:
				p := a.Paragraphs[r.Paragraph]
				fix := message.New("check whether what the network says still holds")
				if ids := s.citing(source.ID, r); len(ids) > 0 {
					fix = message.New("check whether what the network says still holds, starting with the claims that cite %s", shortList(ids))
				}
				s.found = append(s.found, file.Diagnostic{
					File: a.Name, Line: p.Line, ID: s.paragraphID(source.ID, p.Number), Rule: s.rule, About: r.New, Diff: r.Diff,
					Problem: message.New("changed since the last build, to %s", shortened(r.New)), Fix: fix,
				})
			}
		}
	}
}

// newSentence finds sentences that are new since the last build, name a node and are
// not quoted by any passage.
func newSentence(s *search) {
	for _, source := range s.n.Sources {
		a := s.articles[source.ID]
		for _, r := range s.revisions(source.ID) {
			if r.Old != "" || len(s.citing(source.ID, r)) > 0 {
				continue
			}
			words := wordsOf(r.New)
			var named []string
			for i := range s.n.Nodes {
				if s.naming().in(i, words) {
					named = append(named, s.n.Nodes[i].Label)
				}
			}
			if len(named) == 0 {
				continue
			}
			p := a.Paragraphs[r.Paragraph]
			s.warnAbout(a, p.Line, s.paragraphID(source.ID, p.Number), r.New,
				message.New("new since the last build: %s; it names %s, and no passage quotes it", shortened(r.New), shortList(named)),
				message.New("quote it where it supports or contradicts something, or accept the warning"))
		}
	}
}

// citing returns the ids of the passages that quote a part of a sentence.
func (s *lookup) citing(source string, r file.Revision) []string {
	var ids []string
	for i := range s.n.Passages {
		p := &s.n.Passages[i]
		if p.Source != source || p.Paragraph != r.Paragraph+1 {
			continue
		}
		text, quote := s.paragraph(p)
		if strings.TrimSpace(text) != "" && quote.start < r.To && quote.end > r.From {
			ids = append(ids, p.ID)
		}
	}
	return ids
}
