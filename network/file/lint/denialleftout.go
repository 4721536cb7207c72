package lint

import (
	"strings"

	"proxynet/network"
	"proxynet/network/message"
)

// denialLeftOut finds sentences that deny something, or say that it came to nothing, in
// paragraphs that claims cite, if no claim cites the sentence.
func denialLeftOut(s *search) {
	supports := s.supports()
	cited := make(map[string][]*network.Passage) // by paragraph
	var order []string
	for i := range s.n.Passages {
		p := &s.n.Passages[i]
		at := s.paragraphID(p.Source, p.Paragraph)
		if cited[at] == nil {
			order = append(order, at)
		}
		cited[at] = append(cited[at], p)
	}
	for _, at := range order {
		s.denialsOf(cited[at], supports)
	}
}

// denialsOf warns about the denials that the passages of one paragraph leave out.
func (s *search) denialsOf(passages []*network.Passage, supports map[string]bool) {
	var text string
	quotes := make(map[*network.Passage]span) // of passages that claims cite
	for _, p := range passages {
		if paragraph, quote := s.paragraph(p); paragraph != "" && supports[p.ID] {
			text, quotes[p] = paragraph, quote
		}
	}
	lexicon := lexiconOf(text, s.lang(passages[0].Source))
	for _, sentence := range s.sentencesOf(text) {
		for _, c := range s.find(lexicon, text[sentence.start:sentence.end], denials) {
			near := nearest(passages, quotes, span{sentence.start + c.start, sentence.start + c.end})
			if near == nil {
				continue
			}
			s.warnAt(s.Name, s.QuoteLine(near.ID), near.ID,
				message.New("its paragraph says %s, and no relation or event cites that", shortened(text[sentence.start:sentence.end])),
				message.New("quote it, and name that passage in each claim that it concerns: in “against” if it denies the claim"))
			break
		}
	}
}

// nearest returns the passage whose quote is nearest to a range of their paragraph, or
// nil if one of them quotes it.
func nearest(passages []*network.Passage, quotes map[*network.Passage]span, place span) *network.Passage {
	var near *network.Passage
	least := 0
	for _, p := range passages {
		quote, counts := quotes[p]
		if !counts {
			continue
		}
		distance := max(place.start-quote.end, quote.start-place.end)
		if distance < 0 {
			return nil
		}
		if near == nil || distance < least {
			near, least = p, distance
		}
	}
	return near
}

// shortened returns a sentence in quotation marks, cut if it is long.
func shortened(sentence string) string {
	const most = 80 // characters
	sentence = strings.TrimSpace(sentence)
	if r := []rune(sentence); len(r) > most {
		sentence = strings.TrimSpace(string(r[:most])) + " …"
	}
	return "“" + strings.NewReplacer("“", "‘", "”", "’").Replace(sentence) + "”"
}
