package lint

import (
	"proxynet/network"
	"proxynet/network/message"
)

// unnamedEnd finds relations with an end that no cited paragraph names and that is not
// the speaker of one of the passages.
func unnamedEnd(s *search) {
	speaks := make(map[string]string) // speaker → node
	for _, v := range s.n.Speakers {
		speaks[v.ID] = v.Node
	}
	read := make(map[string][]map[string]bool) // by the paragraph's id
	for i := range s.n.Relations {
		r := &s.n.Relations[i]
		ends := map[string]bool{r.From: false, r.To: false}
		whole := len(r.Passages) > 0
		for _, id := range r.Passages {
			p := s.passages()[id]
			if p == nil {
				continue
			}
			text, _ := s.paragraph(p)
			if text == "" {
				whole = false // the text is missing
				break
			}
			at := s.paragraphID(p.Source, p.Paragraph)
			if read[at] == nil {
				read[at] = s.wordsOf(text)
			}
			for end := range ends {
				ends[end] = ends[end] || s.naming().in(s.place(end), read[at]) || speaks[p.Speaker] == end
			}
		}
		if whole && !(ends[r.From] && ends[r.To]) {
			s.warn(r.ID, message.New("no paragraph that it cites names %s", s.missing(r, ends)),
				message.New("quote the words that say it, or add what the source calls it there to its “aliases”"))
		}
	}
}

// missing returns the ends of a relation that are not named, for a message.
func (s *search) missing(r *network.Relation, named map[string]bool) message.Either {
	switch {
	case !named[r.From] && !named[r.To]:
		return message.Either{r.From, r.To}
	case !named[r.From]:
		return message.Either{r.From}
	}
	return message.Either{r.To}
}
