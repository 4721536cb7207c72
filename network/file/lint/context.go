package lint

import (
	"strings"

	"proxynet/network"
)

// passages returns the passages by their ids.
func (s *lookup) passages() map[string]*network.Passage {
	if s.index == nil {
		s.index = network.NewIndex(s.n)
	}
	return s.index.Passages
}

// supports returns the ids of the passages that relations and events cite.
func (s *lookup) supports() map[string]bool {
	supports := make(map[string]bool)
	for _, r := range s.n.Relations {
		for _, id := range r.Cited() {
			supports[id] = true
		}
	}
	for _, e := range s.n.Events {
		for _, id := range e.Passages {
			supports[id] = true
		}
	}
	return supports
}

// place returns the index of a node in the network.
func (s *lookup) place(id string) int {
	if s.places == nil {
		s.places = make(map[string]int, len(s.n.Nodes))
		for i := range s.n.Nodes {
			s.places[s.n.Nodes[i].ID] = i
		}
	}
	return s.places[id]
}

// lang returns the language of a source.
func (s *lookup) lang(source string) string {
	for i := range s.n.Sources {
		if s.n.Sources[i].ID == source {
			return s.n.Sources[i].Lang
		}
	}
	return ""
}

// paragraph returns the text of the paragraph that a passage cites and the range
// of its quote in it, or "" if the source's text is missing or the quote isn't in
// that paragraph.
func (s *lookup) paragraph(p *network.Passage) (text string, quote span) {
	a := s.articles[p.Source]
	if a == nil || p.Paragraph < 1 || p.Paragraph > len(a.Paragraphs) {
		return "", span{}
	}
	text, q := a.Paragraphs[p.Paragraph-1].Text, p.Selector
	at := strings.Index(text, q.Prefix+q.Exact+q.Suffix)
	if at < 0 {
		return "", span{}
	}
	start := at + len(q.Prefix)
	return text, span{start, start + len(q.Exact)}
}

// around returns the sentences of the source that contain a passage's quote and
// the range of the quote in them, or the quote itself if the source's text is
// missing.
func (s *lookup) around(p *network.Passage) (text string, quote span) {
	paragraph, quote := s.paragraph(p)
	if paragraph == "" {
		return p.Selector.Exact, span{0, len(p.Selector.Exact)}
	}
	whole := quote
	for _, sentence := range s.sentencesOf(paragraph) {
		if sentence.start < quote.end && sentence.end > quote.start {
			whole = span{min(whole.start, sentence.start), max(whole.end, sentence.end)}
		}
	}
	return paragraph[whole.start:whole.end], span{quote.start - whole.start, quote.end - whole.start}
}

// marked reports whether a position of a text is inside quotation marks.
func marked(text string, at int) bool {
	for _, marks := range [][2]string{{"“", "”"}, {"«", "»"}} {
		if strings.Count(text[:at], marks[0]) > strings.Count(text[:at], marks[1]) && strings.Contains(text[at:], marks[1]) {
			return true
		}
	}
	return strings.Count(text[:at], `"`)%2 == 1 && strings.Contains(text[at:], `"`)
}

// inMarks reports whether a quote of several words is inside quotation marks as a whole.
// One or two words may be a name, or words that the source borrows.
func inMarks(text string, quote span) bool {
	const least = 4 // words
	words := tokens(text[quote.start:quote.end])
	if len(words) < least {
		return false
	}
	first, last := quote.start+words[0].start, quote.start+words[len(words)-1].start
	return marked(text, first) && marked(text, last)
}
