package lint

import (
	"fmt"
	"io"
	"strings"

	"proxynet/network/file"
)

// WriteRevised writes what changed in the articles of the network at path since
// its last build: the next one forgets it.
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

// revisions returns what changed in a source's text since the last build.
func (s *search) revisions(source string) []file.Revision {
	a, earlier := s.articles[source], s.Built[source]
	if a == nil || earlier == nil {
		return nil
	}
	if _, known := s.revised[source]; !known {
		list, whole := a.Revisions(earlier)
		if whole {
			s.warnAt(a.Name, 0, source, "so much of the article has changed since the last build that its sentences can't be compared", "read it against the network as if it were new")
		}
		if s.revised == nil {
			s.revised = make(map[string][]file.Revision)
		}
		s.revised[source] = list
	}
	return s.revised[source]
}

// changedSentence finds sentences that were changed or removed since the last
// build, with the difference in words.
func changedSentence(s *search) {
	for _, source := range s.n.Sources {
		a := s.articles[source.ID]
		for _, r := range s.revisions(source.ID) {
			switch {
			case r.Old == "":
			case r.New == "":
				s.found = append(s.found, file.Fault{
					File: a.Name, ID: source.ID, Rule: s.rule, About: r.Old,
					Problem: "since the last build, the article has lost " + shortened(r.Old),
					Mend:    "look whether what the network says still holds",
				})
			default:
				p := a.Paragraphs[r.Paragraph]
				mend := "look whether what the network says still holds"
				if ids := s.citing(source.ID, r); len(ids) > 0 {
					mend += ", such as what rests on " + shortList(ids)
				}
				s.found = append(s.found, file.Fault{
					File: a.Name, Line: p.Line, ID: s.paragraphID(source.ID, p.Number), Rule: s.rule, About: r.New, Diff: r.Diff,
					Problem: "since the last build, a sentence was changed to " + shortened(r.New), Mend: mend,
				})
			}
		}
	}
}

// newSentence finds sentences that are new since the last build, name a node and
// are cited by no passage.
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
				fmt.Sprintf("since the last build, the article says also %s, which names %s, and no passage cites that", shortened(r.New), shortList(named)),
				"quote it where it supports or contradicts something, or accept the warning")
		}
	}
}

// citing returns the passages that quote some of a sentence.
func (s *search) citing(source string, r file.Revision) []string {
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
