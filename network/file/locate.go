package file

import (
	"strings"

	"proxynet/network"
	"proxynet/network/fold"
)

// Location is where the words of a passage stand, and the selector that finds
// them there.
type Location struct {
	Paragraph int // number
	Start     int // position in the article, in code points
	Selector  network.QuoteSelector
}

// Locate finds a passage by its words: verbatim, or else in another typesetting,
// such as straight quotation marks for curly ones, or in quotation marks that the
// article does not have. Words that stand more than once are told apart by their
// paragraph, if hints says that the file's numbers can be relied on.
func (a *Article) Locate(p *network.Passage, hints bool) (Location, bool) {
	s := p.Selector
	if found := a.find(s.Prefix + s.Exact + s.Suffix); len(found) > 0 {
		for i := range found {
			found[i].offset += len(s.Prefix)
		}
		if len(found) == 1 {
			return a.locate(found[0], s), true
		}
		return a.choose(p, found, len(s.Exact), hints)
	}
	if s.Prefix != "" || s.Suffix != "" {
		return Location{}, false
	}
	for _, words := range []string{s.Exact, strings.Trim(strings.TrimSpace(s.Exact), `"'“”‘’«»„`)} {
		var found []Selection
		for _, sel := range a.Select(words) {
			if fold.Text(sel.Selector.Exact).Text == fold.Text(words).Text { // in its own case
				found = append(found, sel)
			}
		}
		if len(found) == 1 {
			return Location{found[0].Paragraph, found[0].Start, found[0].Selector}, true
		}
		if len(found) > 1 {
			return a.chooseSelection(p, found, hints)
		}
	}
	return Location{}, false
}

func (a *Article) locate(at place, s network.QuoteSelector) Location {
	return Location{a.Paragraphs[at.paragraph].Number, a.position(at), s}
}

// choose returns the place of a text that the passage's paragraph tells, with
// what singles it out.
func (a *Article) choose(p *network.Passage, found []place, length int, hints bool) (Location, bool) {
	var inside []Selection
	for _, at := range found {
		inside = append(inside, a.selection(at, length))
	}
	return a.chooseSelection(p, inside, hints)
}

func (a *Article) chooseSelection(p *network.Passage, found []Selection, hints bool) (Location, bool) {
	var chosen []Selection
	for _, s := range found {
		if hints && s.Paragraph == p.Paragraph {
			chosen = append(chosen, s)
		}
	}
	if len(chosen) != 1 || !chosen[0].Alone {
		return Location{}, false
	}
	return Location{chosen[0].Paragraph, chosen[0].Start, chosen[0].Selector}, true
}

// Reliable reports whether every passage of a source that stands in its text
// once stands in the paragraph that the file says. Where numbers have moved, they
// tell nothing about words that stand more than once.
func (a *Article) Reliable(passages []network.Passage, source string) bool {
	for i := range passages {
		p := &passages[i]
		if p.Source != source || p.Paragraph == 0 {
			continue
		}
		s := p.Selector
		if found := a.find(s.Prefix + s.Exact + s.Suffix); len(found) == 1 && a.Paragraphs[found[0].paragraph].Number != p.Paragraph {
			return false
		}
	}
	return true
}

// Identifying returns the first words of a text of the article that no other place
// has, or all of them.
func (a *Article) Identifying(text string) string {
	const fewest = 4
	at := 0
	for i, w := range strings.Fields(text) {
		at += strings.Index(text[at:], w) + len(w)
		if i+1 >= fewest && a.Once(text[:at]) {
			break
		}
	}
	return strings.TrimSpace(text[:at])
}
