package lint

import (
	"strings"

	"proxynet/network"
	"proxynet/network/file"
)

// Cue is a phrase that hedges, attributes or denies a claim.
type Cue struct {
	Section    string // “hedge”, “attribution”, “saying” or “denial”
	Start, End int    // in bytes of the paragraph
}

// Sections of cues.
const (
	Hedge       = hedges
	Attribution = attributions
	Saying      = sayings
	Denial      = denials
)

// Wording is the context of a quote.
type Wording struct {
	Start, End int   // of the sentences that hold the quote, in bytes of the paragraph
	Cues       []Cue // that govern the quote, in text order
	Marked     bool  // the quote is in quotation marks
}

// Words returns the wording around the quote at [from, to), in bytes, of the paragraph
// with the given index. Its cues are those that [Check] reports for a stated claim.
func Words(n *network.Network, source string, a *file.Article, paragraph, from, to int) Wording {
	text := a.Paragraphs[paragraph].Text
	whole := span{from, to}
	for _, sentence := range sentences(text) {
		if sentence.start < to && sentence.end > from {
			whole = span{min(whole.start, sentence.start), max(whole.end, sentence.end)}
		}
	}
	for whole.start < from && strings.HasPrefix(text[whole.start:], " ") {
		whole.start++
	}
	s := reader{&lookup{memory: new(memory), n: n, articles: file.Articles{source: a}}}
	p := &network.Passage{Source: source, Paragraph: a.Paragraphs[paragraph].Number, Selector: network.QuoteSelector{Exact: text[from:to]}}
	around, quote := text[whole.start:whole.end], span{from - whole.start, to - whole.start}
	w := Wording{Start: whole.start, End: whole.end, Marked: inMarks(around, quote)}
	for _, c := range s.governing(claim{}, p, around, quote) {
		w.Cues = append(w.Cues, Cue{c.section, c.start + whole.start, c.end + whole.start})
	}
	return w
}

// Latin returns the words of a text transliterated to lower-case Latin letters without
// accents.
func Latin(text string) []string {
	words := fold(text)
	for i, w := range words {
		words[i] = romanized(w)
	}
	return words
}

// BareName returns a name without “the” before it, as it is looked for in articles.
func BareName(name string) string { return withoutThe(name) }
