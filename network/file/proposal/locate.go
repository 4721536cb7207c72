package proposal

import (
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/message"
	"proxynet/network/visible"
)

// place is where words begin in an article.
type place struct {
	source    string
	paragraph *file.Paragraph
	at        int // in bytes
}

// mostPlaces limits how many occurrences of a quote are examined.
const mostPlaces = 100

// locate returns the place of a claim's quote in the articles, and its words. The error
// explains why it is not there verbatim and once.
func locate(c *Claim, n *network.Network, articles file.Articles) (Selection, string, error) {
	if c.ends != nil {
		return between(c, n, articles)
	}
	if strings.TrimSpace(c.Quote) == "" {
		return Selection{}, "", message.Errorf("it has no quote; write “quote”, the words of the article that say so")
	}
	if utf8.RuneCountInString(c.Quote) > mostQuote {
		return Selection{}, "", message.Errorf("its quote has more than %d characters; quote only the words that support it", mostQuote)
	}
	at, err := find(c, n, articles)
	if err != nil {
		return Selection{}, "", err
	}
	return at.selection(len(c.Quote)), c.Quote, nil
}

// find returns the only place of a claim's quote.
func find(c *Claim, n *network.Network, articles file.Articles) (place, error) {
	if c.Source != "" && articles[c.Source] == nil {
		return place{}, message.Errorf("the text of source %s is missing", visible.Quote(clip(c.Source)))
	}
	var found []place
	var texts []*file.Article
	for _, s := range n.Sources { // in their order
		a := articles[s.ID]
		if a == nil || c.Source != "" && c.Source != s.ID {
			continue
		}
		texts = append(texts, a)
		wanted := c.Prefix + c.Quote + c.Suffix
		for i := range a.Paragraphs {
			text := a.Paragraphs[i].Text
			for from := 0; len(found) < mostPlaces; {
				at := strings.Index(text[from:], wanted)
				if at < 0 {
					break
				}
				found = append(found, place{s.ID, &a.Paragraphs[i], from + at + len(c.Prefix)})
				_, size := utf8.DecodeRuneInString(text[from+at:])
				from += at + size
			}
		}
	}
	switch {
	case len(texts) == 0:
		return place{}, message.Errorf("the article is missing; open its text")
	case len(found) == 1:
		return found[0], nil
	case len(found) > 1:
		var paragraphs message.List
		for _, p := range found {
			paragraphs = append(paragraphs, p.paragraph.Number)
		}
		return place{}, message.Errorf("the article has this quote %d times (paragraph %s); write “prefix” or “suffix”, the words around the one that is meant", len(found), slices.Compact(paragraphs))
	case c.Prefix+c.Suffix != "":
		bare := *c
		bare.Prefix, bare.Suffix = "", ""
		if at, err := find(&bare, n, articles); err == nil {
			return at, nil // a hint that is not needed, such as a prefix across paragraphs
		}
	}
	nearest := texts[0].Nearest(c.Quote)
	return place{}, message.Errorf("the article does not have this quote: %s", nearest.Fix)
}

// selection returns the words of a length in bytes from a place on.
func (p place) selection(length int) Selection {
	from := units(p.paragraph.Text[:p.at])
	return Selection{p.source, p.paragraph.Number, from, from + units(p.paragraph.Text[p.at:p.at+length])}
}

// units returns the length of a text in UTF-16 code units.
func units(text string) int {
	n := 0
	for _, c := range text {
		n += utf16.RuneLen(c)
	}
	return n
}

// between returns the words from the first to the last of two highlights that a
// relation links.
func between(c *Claim, n *network.Network, articles file.Articles) (Selection, string, error) {
	a, err := find(&c.ends[0], n, articles)
	if err != nil {
		return Selection{}, "", err
	}
	b, err := find(&c.ends[1], n, articles)
	if err != nil {
		return Selection{}, "", err
	}
	if a.source != b.source || a.paragraph.Number != b.paragraph.Number {
		return Selection{}, "", message.Errorf("its ends are in two paragraphs, and a quote is in one; quote the words that say so")
	}
	from := min(a.at, b.at)
	to := max(a.at+len(c.ends[0].Quote), b.at+len(c.ends[1].Quote))
	whole := *c
	whole.ends, whole.Quote, whole.Source = nil, a.paragraph.Text[from:to], a.source
	return locate(&whole, n, articles)
}
