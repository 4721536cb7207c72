package file

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"proxynet/network"
)

// CheckQuotes proves the document's quotes against the article in the file
// called name: each stands there verbatim and, with its prefix and suffix, once,
// in the paragraph that its passage says. It gives every passage its position in
// this text; the file's own, a hint, may be of another copy of it.
func (d *Document) CheckQuotes(name string, text []byte) (*Coverage, Faults) {
	if most := len(d.Network.Sources); most > 1 {
		return nil, Faults{{
			File:    d.Name,
			Problem: fmt.Sprintf("it has %d sources, and quotes can be checked against one article", most),
			Mend:    "keep the passages of one source in a file",
		}}
	}
	a, faults := readArticle(name, text)
	if faults != nil {
		return nil, faults
	}
	passages := d.Network.Passages
	for i := range passages {
		p := &passages[i]
		at, problem, mend := a.anchor(p)
		if problem != "" {
			faults = append(faults, Fault{File: d.Name, Line: d.quotes[p.ID], ID: p.ID, Problem: problem, Mend: mend})
			continue
		}
		start := a.position(at)
		p.Position = &network.Position{Start: start, End: start + utf8.RuneCountInString(p.Selector.Exact)}
	}
	if len(faults) > 0 {
		return nil, faults.inOrder()
	}
	return newCoverage(name, a, passages), nil
}

// anchor returns the place of a passage's exact text, or what is wrong with it.
func (a *article) anchor(p *network.Passage) (at place, problem, mend string) {
	s := p.Selector
	found := a.find(s.Prefix + s.Exact + s.Suffix)
	switch {
	case len(found) == 0:
		problem, mend = a.misquote(p)
	case len(found) > 1:
		problem, mend = fmt.Sprintf("this text stands %d times in the article (paragraph %s)", len(found), a.listed(found)), a.tellApart(p, found)
	case a.paragraphs[found[0].paragraph].number != p.Paragraph:
		stands := a.paragraphs[found[0].paragraph].number
		problem, mend = fmt.Sprintf("this text stands in paragraph %d, not %d", stands, p.Paragraph), fmt.Sprintf("write “paragraph: %d”", stands)
	default:
		return place{found[0].paragraph, found[0].offset + len(s.Prefix)}, "", ""
	}
	return place{}, problem, mend
}

// listed names the paragraphs of the places, each once.
func (a *article) listed(places []place) string {
	var out []string
	for _, at := range places {
		n := fmt.Sprint(a.paragraphs[at.paragraph].number)
		if !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return strings.Join(out, ", ")
}

// prefer returns the first place that is in the paragraph, or else the first.
func (a *article) prefer(places []place, number int) place {
	for _, at := range places {
		if a.paragraphs[at.paragraph].number == number {
			return at
		}
	}
	return places[0]
}

// misquote says how a passage that stands nowhere differs from the article.
func (a *article) misquote(p *network.Passage) (problem, mend string) {
	s := p.Selector
	if exact := a.find(s.Exact); len(exact) > 0 {
		at := a.prefer(exact, p.Paragraph)
		text := a.paragraphs[at.paragraph].text
		before, after := text[:at.offset], text[at.offset+len(s.Exact):]
		if !strings.HasSuffix(before, s.Prefix) {
			return "the quote stands in the article, but this prefix not before it", "before it the article has " + lastWords(before)
		}
		return "the quote stands in the article, but this suffix not after it", "after it the article has " + firstWords(after)
	}
	return a.differs(s.Exact, p.Paragraph)
}

// mostContext is how many words a prefix or suffix may have: who needs more
// quotes too little.
const mostContext = 12

// tellApart returns the prefix or suffix, whichever is shorter, that singles out
// the first place in the passage's paragraph.
func (a *article) tellApart(p *network.Passage, found []place) string {
	at := a.prefer(found, p.Paragraph)
	s, text := p.Selector, a.paragraphs[at.paragraph].text
	start := at.offset + len(s.Prefix)
	end := start + len(s.Exact)

	prefix, suffix := "", ""
	for _, from := range wordStarts(text[:start], mostContext) {
		if len(a.find(text[from:end])) == 1 {
			prefix = text[from:start]
			break
		}
	}
	for _, to := range wordEnds(text[end:], mostContext) {
		if len(a.find(text[start:end+to])) == 1 {
			suffix = text[end : end+to]
			break
		}
	}
	switch {
	case prefix == "" && suffix == "":
		return "quote more of the sentence"
	case suffix == "" || prefix != "" && len(prefix) <= len(suffix):
		return fmt.Sprintf("add “prefix: %q” for the one in paragraph %d", prefix, a.paragraphs[at.paragraph].number)
	}
	return fmt.Sprintf("add “suffix: %q” for the one in paragraph %d", suffix, a.paragraphs[at.paragraph].number)
}
