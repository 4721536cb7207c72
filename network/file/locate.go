package file

import (
	"strings"

	"proxynet/network"
	"proxynet/network/fold"
)

// Location is the place of a passage's words, and the selector that finds them there.
type Location struct {
	Paragraph int // number
	Start     int // position in the article, in code points
	Selector  network.QuoteSelector
}

// Locate finds a passage by its words: verbatim, or else with other typesetting, such as
// straight quotation marks for curly ones, or without quotation marks around it that the
// article does not have. If the words occur more than once and hints is true, the
// passage's paragraph decides.
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

// choose returns the place of a text in the passage's paragraph, with the context that
// identifies it.
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

// Reliable reports whether every passage of a source that occurs once in the source's
// text is in the paragraph that the file says. Otherwise the numbers have changed, and
// can't decide between occurrences.
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

// Identifying returns the shortest beginning of a text, of at least four words, that
// occurs once in the article, or all of the text.
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
