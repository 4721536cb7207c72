package lint

import (
	"slices"

	"proxynet/network"
	"proxynet/network/message"
)

// strongVerb finds relations whose verb has an accusing word that none of their passages
// has: “bribed” for “looking into whether he paid”. Implied and resolved relations have
// a text that says how they go beyond their passages.
func strongVerb(s *search) {
	for i := range s.n.Relations {
		r := &s.n.Relations[i]
		if r.Status == network.Implied || r.Status == network.Resolved || len(r.Passages) == 0 {
			continue
		}
		for _, c := range s.accusing(r.Verb) {
			if says, known := s.saying(r.Verb, c, r.Passages); known && len(says) == 0 {
				s.warn(r.ID, message.New("“%s” is stronger than its passages, none of which says so", r.Verb[c.start:c.end]),
					message.New("write the verb that the source uses, or quote the words that say it"))
				break
			}
		}
	}
}

// accusation finds names, titles, summaries and stories that accuse somebody although
// no passage does, or only one that hedges it or is somebody else’s.
func accusation(s *search) {
	evidence := s.evidence()
	for _, o := range s.n.Nodes {
		texts := append(namesOf(o), o.Phrase, o.Summary)
		s.accuses(o.ID, texts, evidence[o.ID], false)
	}
	for i := range s.n.Events {
		e := &s.n.Events[i]
		texts := []string{e.Label, e.Summary}
		for _, p := range e.Participants {
			texts = append(texts, p.Role)
		}
		s.accuses(e.ID, texts, e.Passages, e.Status != network.Stated)
	}
	for _, step := range s.n.Story {
		s.accuses(step.ID, []string{step.Title, step.Text}, step.Passages, false)
	}
	var all []string
	for _, p := range s.n.Passages {
		all = append(all, p.ID)
	}
	s.accuses(s.n.ID, []string{s.n.Title, s.n.Headline, s.n.Caption, s.n.Summary}, all, false)
}

// evidence returns the passages about each node: its own, and those of its relations and
// events.
func (s *search) evidence() map[string][]string {
	of := make(map[string][]string, len(s.n.Nodes))
	for _, o := range s.n.Nodes {
		of[o.ID] = slices.Clone(o.Passages)
	}
	for _, r := range s.n.Relations {
		of[r.From], of[r.To] = append(of[r.From], r.Passages...), append(of[r.To], r.Passages...)
	}
	for _, e := range s.n.Events {
		for _, p := range e.Participants {
			of[p.Node] = append(of[p.Node], e.Passages...)
		}
	}
	return of
}

// accuses warns about the first accusation in the texts of a record. A hedge softens a
// sentence, and a status softens an event.
func (s *search) accuses(id string, texts, evidence []string, softened bool) {
	if len(s.n.Passages) == 0 {
		return
	}
	for _, text := range texts {
		for _, sentence := range s.sentencesOf(text) {
			part := text[sentence.start:sentence.end]
			cues := s.accusing(part)
			hedged := softened || len(cues) > 0 && s.hedges(part)
			for _, c := range cues {
				says, known := s.saying(part, c, evidence)
				problem := message.New("“%s” accuses, and no passage of it says so", part[c.start:c.end])
				if !known {
					continue
				}
				if len(says) > 0 {
					if hedged || slices.ContainsFunc(says, s.outright) {
						continue
					}
					problem = message.New("“%s” accuses, and no passage of it says so outright in the source’s own voice", part[c.start:c.end])
				}
				s.warn(id, problem,
					message.New("write what the source says, and who says it, or take the word out"))
				return
			}
		}
	}
}

// accusing returns the accusing words of a text in the author's own words.
func (s reader) accusing(text string) []cue {
	cues := s.find(lexiconOf(text, s.n.Lang), text, strong)
	// A word belongs to the first group that lists it.
	return slices.CompactFunc(slices.Clone(cues), func(a, b cue) bool { return a.start == b.start })
}

// saying returns the passages that have a word of the same group as an accusing word of
// a text. It skips passages in another language than the text's, and then known is
// false.
func (s reader) saying(text string, c cue, evidence []string) (says []*network.Passage, known bool) {
	own, known := lexiconOf(text, s.n.Lang), true
	for _, id := range evidence {
		p := s.passages()[id]
		if p == nil {
			continue
		}
		exact := p.Selector.Exact
		if lexiconOf(exact, s.lang(p.Source)) != own {
			known = false
		} else if slices.ContainsFunc(s.find(own, exact, strong), func(q cue) bool { return q.group == c.group }) {
			says = append(says, p)
		}
	}
	return says, known
}

// outright reports whether a passage is in the source's own voice and has no hedge.
func (s reader) outright(p *network.Passage) bool {
	text, quote := s.around(p)
	return p.Manner == network.Own && len(s.governing(claim{}, p, text, quote)) == 0
}
