package lint

import (
	"slices"

	"proxynet/network"
	"proxynet/network/message"
)

// hedgedClaim finds stated claims that a passage in the source's own voice hedges,
// denies, or reports from somebody: in the quote, or in the clause around it. A claim
// that hedges in its own words, such as “is suspected of paying”, is stated by such a
// passage.
func hedgedClaim(s *search) {
	for i := range s.n.Relations {
		if r := &s.n.Relations[i]; r.Status == network.Stated && !r.Open {
			s.hedged(claim{r.ID, r.Verb, []string{r.From, r.To}}, r.Passages)
		}
	}
	for i := range s.n.Events {
		e := &s.n.Events[i]
		if e.Status != network.Stated {
			continue
		}
		var ends []string
		for _, p := range e.Participants {
			ends = append(ends, p.Node)
		}
		s.hedged(claim{e.ID, e.Label + ". " + e.Summary, ends}, e.Passages)
	}
}

// claim is the claim of a relation or an event.
type claim struct {
	id   string
	text string   // in the author's own words
	ends []string // ids of the nodes it is about
}

// hedged warns about the first passage that hedges a stated claim.
func (s *search) hedged(c claim, evidence []string) {
	if s.hedges(c.text) {
		return
	}
	fix := message.New("name who says it (“speaker: ID” in the passage, “status: attributed” here), write “status: ambiguous” if it is left open, or quote words that say it outright")
	for _, id := range evidence {
		p := s.passages()[id]
		if p == nil || p.Manner != network.Own {
			continue
		}
		text, quote := s.around(p)
		cues := s.governing(c, p, text, quote)
		switch {
		case len(cues) > 0:
			problem := message.New("it is stated, and its passage %s says %s", p.ID, quoted(text, cues))
			if cues[0].end <= quote.start || cues[0].start >= quote.end {
				problem = message.New("it is stated, and its passage %s is cut from a sentence that says %s", p.ID, quoted(text, cues))
			}
			s.warn(c.id, problem, fix)
		case inMarks(text, quote):
			s.warn(c.id, message.New("it is stated, and its passage %s is in quotation marks, so it has the words of others", p.ID), fix)
		default:
			continue
		}
		return
	}
}

// hedges reports whether a text in the author's own words hedges its claim.
func (s reader) hedges(text string) bool {
	return len(s.find(lexiconOf(text, s.n.Lang), text, hedges, attributions, sayings, denials)) > 0
}

// quoted lists cues in the words of the text, without duplicates.
func quoted(text string, cues []cue) message.List {
	const most = 3
	var words []string
	for _, c := range cues {
		if w := "“" + text[c.start:c.end] + "”"; len(words) < most && !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	return message.Strings(words)
}
