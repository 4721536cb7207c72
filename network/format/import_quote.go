package format

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"proxynet/network"
	"proxynet/network/file"
)

// Attributes by which tables give the words of a source.
var (
	quotes   = []string{"quote", "quotation", "citation", "excerpt", "passage", "zitat", "cita", "نقل قول", "اقتباس"}
	speakers = []string{"speaker", "said by", "according to", "sprecher"}
)

// Losses of quotes.
const (
	lossQuote     = "quotes, kept in notes: --article names the text they are from, and makes them passages"
	lossMisquote  = "quotes that the article doesn't have, kept in notes"
	lossAmbiguous = "quotes that the article has more than once, kept in notes; a column “paragraph” tells which is meant"
)

// quote takes the words that a relation rests on, and returns the ids of the
// passages that they are in the article. What can't be one stays where it is.
func (im *importer) quote(as *Attributes, line int) []string {
	at := slices.IndexFunc(quotes, func(name string) bool { return as.get(name) != "" })
	if at < 0 {
		return nil
	}
	words := as.get(quotes[at])
	a := im.options.Article
	if a == nil {
		im.losses.add(1, lossQuote, show(words))
		return nil
	}
	found := a.Select(trimQuotes(words))
	if paragraph, err := strconv.Atoi(as.get("paragraph")); err == nil {
		if there := slices.DeleteFunc(slices.Clone(found), func(s file.Selection) bool { return s.Paragraph != paragraph }); len(there) > 0 {
			found = there
		}
	}
	switch {
	case len(found) == 0:
		im.losses.add(1, lossMisquote, show(words))
		return nil
	case len(found) > 1 || !found[0].Alone:
		im.losses.add(1, lossAmbiguous, show(words))
		return nil
	}
	as.take(quotes[at])
	s := found[0]
	if as.get("paragraph") == strconv.Itoa(s.Paragraph) {
		as.take("paragraph")
	}
	p := network.Passage{
		Source: im.articleSource(), Paragraph: s.Paragraph, Selector: s.Selector,
		Position: &network.Position{Start: s.Start, End: s.Start + utf8.RuneCountInString(s.Selector.Exact)},
	}
	p.Speaker, p.Manner = im.speakerOf(as, s.Around[0])
	for _, known := range im.kept {
		if known.Selector == p.Selector && known.Paragraph == p.Paragraph && known.Speaker == p.Speaker && known.Source == p.Source {
			return []string{known.ID}
		}
	}
	p.ID = im.ids.like(cmp.Or(slug("p"+strconv.Itoa(p.Paragraph)+" "+firstWords(p.Selector.Exact), mostID-8), "passage"))
	im.lines[p.ID] = line
	im.keep(p)
	im.used[p.ID] = true
	return []string{p.ID}
}

// articleSource returns the id of the article as a source, and takes it in.
func (im *importer) articleSource() string {
	if im.article == "" {
		im.article = im.ids.like("article")
		im.source(&network.Source{ID: im.article, Title: im.options.Article.Headline(), Lang: im.options.Lang})
	}
	return im.article
}

// speakerOf returns the id of who says a quote, and how the article has the
// words: without a speaker they are its own; after a quotation mark they are
// quoted.
func (im *importer) speakerOf(as *Attributes, before string) (id string, manner network.Manner) {
	label, kind, manner := "The article", network.Article, network.Own
	if at := slices.IndexFunc(speakers, func(name string) bool { return as.get(name) != "" }); at >= 0 {
		label, kind, manner = im.tidy(as.take(speakers[at]), mostLabel), network.Named, network.Paraphrased
		if strings.HasSuffix(before, "“") || strings.HasSuffix(before, `"`) || strings.HasSuffix(before, "«") || strings.HasSuffix(before, "„") {
			manner = network.Quoted
		}
		if said := network.Manner(as.get("manner")); slices.Contains(network.Manners, said) {
			as.take("manner")
			manner = said
		}
	}
	for _, s := range im.speakers {
		if s.Label == label && s.Kind == kind {
			return s.ID, manner
		}
	}
	s := network.Speaker{ID: im.ids.like(cmp.Or(slug(label, mostID-8), "speaker")), Label: label, Kind: kind}
	im.speaker(&s)
	return s.ID, manner
}

// trimQuotes takes off the quotation marks around words.
func trimQuotes(s string) string { return strings.Trim(strings.TrimSpace(s), "\"“”„«»") }

// firstWords returns the first few words of a text.
func firstWords(s string) string {
	const words = 3
	fields := strings.Fields(s)
	return strings.Join(fields[:min(len(fields), words)], " ")
}
