package web

import (
	"slices"
	"strings"

	"proxynet/network"
)

// relationGroup is the relations of one family.
type relationGroup struct {
	Family    network.Family
	Relations []relationEntry
}

// relationEntry is the entry of a relation.
type relationEntry struct {
	network.Relation
	KindLabel  string
	Sentence   string
	Lang       string // of the sentence, if it differs from the page's
	Between    []link // its ends, if the page is in another language than the sentence
	From, To   link
	VerbBefore string // the part of the verb before To
	VerbAfter  string // the part of the verb after To
	Standing   string // how firmly it is claimed, in a sentence
	Spoken     string // the standing, denials and legal stages
	Period     *date
	Dated      bool // the network dates some of its relations
	Quotes     []quote
	Dispute    dispute
}

func (x entryBuilder) relationGroups() []relationGroup {
	var groups []relationGroup
	for _, f := range x.terms.Families() {
		g := relationGroup{Family: f}
		for _, r := range x.Relations {
			if x.terms.Family(r.Kind) == f {
				g.Relations = append(g.Relations, x.relationEntry(r))
			}
		}
		if g.Relations != nil {
			groups = append(groups, g)
		}
	}
	return groups
}

func (x entryBuilder) relationEntry(r network.Relation) relationEntry {
	s := x.sentenceOf(r)
	e := relationEntry{
		Relation: r, KindLabel: x.words.of("relation", string(r.Kind)), Sentence: s.text(), Lang: s.Lang,
		From: link{r.From, s.From, s.Lang}, VerbBefore: s.Before, To: link{r.To, s.To, s.Lang}, VerbAfter: s.After,
		Standing: x.standing(r.Status, r.Passages),
		Period:   x.words.period(&r), Dated: x.dated, Quotes: x.quotes(r.Passages),
	}
	e.Dispute = disputes{x.index}.dispute(&r)
	e.Spoken = strings.Join(append([]string{e.Standing}, disputes{x.index}.disputed(&r)...), x.words.Say("standing.semicolon"))
	if s.Lang != "" {
		e.Between = []link{x.nodeLink(r.From), x.nodeLink(r.To)}
	}
	return e
}

// standing returns the firmness of a claim, and its speaker if it is attributed.
func (x *index) standing(s network.Status, passages []string) string {
	plain := x.words.of("standing", string(s))
	if s != network.Attributed {
		return plain
	}
	var by []string
	for _, id := range passages {
		p := x.passage(id)
		if x.speaker(p.Speaker).Kind == network.Article {
			continue
		}
		who := x.speaker(p.Speaker).Label
		if m := x.words.manner(p.Manner); m != "" {
			who = x.words.Say("standing.speaker-manner", "speaker", who, "manner", m)
		}
		if !slices.Contains(by, who) {
			by = append(by, who)
		}
	}
	if by == nil {
		return plain
	}
	return x.words.Say("standing.attributed-to", "speakers", strings.Join(by, x.words.Say("standing.semicolon")))
}
