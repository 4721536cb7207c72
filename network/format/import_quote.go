package format

import (
	"cmp"
	"fmt"
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
	lossQuote = "quotes, kept in notes; name the article with --article to import them as passages"
)

// quoted takes the words that an edge rests on, in its row and those below that
// say the same, and returns the ids of the passages that they are in the article,
// and what such rows say against it. What else they say stays among the attributes.
func (im *importer) quoted(e *Edge, as *Attributes) (ids []string, denials []network.Denial) {
	if e.Said != nil {
		return im.passage(as, e.Said, place{e.Table, e.Line}), nil
	}
	ids = im.quote(as, place{e.Table, e.Line})
	for _, more := range e.More {
		if opposes(more.Attributes) {
			if d, ok := im.denial(more, e.Table); ok {
				denials = append(denials, d)
			} else {
				*as = append(*as, Attribute{attrAgainst, text(said(more.Attributes))})
			}
			continue
		}
		own := slices.Clone(more.Attributes)
		for _, id := range im.quote(&own, place{e.Table, more.Line}) {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
		*as = append(*as, own...)
	}
	return ids, denials
}

// denial returns what a row says against the claim of one above, with the passage
// that its quote is. Without the article it is none.
func (im *importer) denial(row More, t *table) (network.Denial, bool) {
	as := slices.Clone(row.Attributes)
	var d network.Denial
	if says := network.Objection(strings.ToLower(as.take(attrAgainst))); slices.Contains(network.Objections, says) {
		d.Says = says
	}
	ids := im.quote(&as, place{t, row.Line})
	at := slices.IndexFunc(im.kept, func(p network.Passage) bool { return len(ids) > 0 && p.ID == ids[0] })
	if at < 0 {
		return d, false
	}
	d.Passages, d.Speaker = ids, im.kept[at].Speaker
	if d.Says == "" {
		d.Says = network.Denies
		if im.kept[at].Manner == network.Own {
			d.Says = network.Contradicts
		}
	}
	if means := network.Meaning(as.get(attrPeriodMeans)); means == "" || means == network.Within {
		as.take(attrPeriodMeans)
		d.Date = im.date(network.Date{EDTF: as.take(attrPeriod), Means: means, Words: as.take(attrPeriodWords)})
	}
	for _, a := range as {
		if a.Name != attrStatus && a.Name != attrKind { // which are the claim's
			im.losses.drop("fields other than quote, speaker and date in rows against a claim, left out", a.Name)
		}
	}
	return d, true
}

// said returns what a row says, in words.
func said(as Attributes) string {
	var parts []string
	for _, a := range as {
		parts = append(parts, a.Name+" "+a.Value.Text)
	}
	return strings.Join(parts, ", ")
}

// quote takes the words that a row rests on, and returns the id of the passage
// that they are in the article. If they are none, or several, that is a fault.
func (im *importer) quote(as *Attributes, at place) []string {
	name := slices.IndexFunc(quotes, func(name string) bool {
		at := as.find(name)
		return at >= 0 && (*as)[at].Value.Type == Text
	})
	if name < 0 {
		return nil
	}
	if at.table != nil && !opposes(*as) {
		as.take(attrAgainst) // such as “no”
	}
	words := as.get(quotes[name])
	a := im.options.Article
	if a == nil {
		im.losses.add(1, lossQuote, show(words))
		return nil
	}
	found := beside(a.Select(trimQuotes(words)), as.get(claimBefore), as.get(claimAfter))
	paragraph, err := strconv.Atoi(as.get("paragraph"))
	if err == nil && len(found) > 0 {
		there := slices.DeleteFunc(slices.Clone(found), func(s file.Selection) bool { return s.Paragraph != paragraph })
		if len(there) == 0 {
			im.misquoted(at, "paragraph", file.RuleParagraph, fmt.Sprintf("the quote is in paragraph %s, not %d", paragraphs(found), paragraph), "correct the paragraph, or leave it out")
			return nil
		}
		found = there
	}
	switch {
	case len(found) == 0:
		f := a.Misquote(trimQuotes(words), paragraph)
		im.misquoted(at, quotes[name], f.Rule, f.Problem.String(), f.Mend.String())
		im.faults[len(im.faults)-1].Diff = f.Diff
		return nil
	case len(found) > 1 || !found[0].Alone:
		im.misquoted(at, quotes[name], file.RuleAmbiguous, "the article has this quote in paragraph "+paragraphs(found)+", more than once",
			"quote more of the sentence, or name the paragraph in a column “paragraph”")
		return nil
	}
	for _, taken := range []string{quotes[name], claimBefore, claimAfter} {
		as.take(taken)
	}
	if err == nil {
		as.take("paragraph")
	}
	return im.passage(as, &found[0], at)
}

// passage takes in words of the article as a passage, and returns its id.
func (im *importer) passage(as *Attributes, s *file.Selection, at place) []string {
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
	im.places[p.ID] = at
	im.keep(p)
	im.used[p.ID] = true
	return []string{p.ID}
}

// misquoted notes what is wrong with a quote, of as many as an author can mend
// at a time.
func (im *importer) misquoted(at place, column, rule, problem, mend string) {
	const most = 100
	if len(im.faults) > most {
		return
	}
	t := at.table
	if t == nil {
		t = &table{file: im.name}
	}
	if len(im.faults) == most {
		rule, problem, mend = file.RuleFile, fmt.Sprintf("more than %d faults", most), "correct these first"
	}
	im.faults = append(im.faults, t.fault(at.line, column, rule, problem, mend))
}

// beside returns the places that have the given words before and after them, or
// all if none has.
func beside(found []file.Selection, before, after string) []file.Selection {
	if before == "" && after == "" {
		return found
	}
	fit := slices.DeleteFunc(slices.Clone(found), func(s file.Selection) bool {
		shown, wanted := strings.TrimSpace(s.Around[0]), strings.TrimSpace(before)
		follows, awaited := strings.TrimSpace(s.Around[1]), strings.TrimSpace(after)
		return !strings.HasSuffix(shown, wanted) && !strings.HasSuffix(wanted, shown) || !strings.HasPrefix(follows, awaited) && !strings.HasPrefix(awaited, follows)
	})
	if len(fit) == 0 {
		return found
	}
	return fit
}

// paragraphs lists the paragraphs of places, each once.
func paragraphs(found []file.Selection) string {
	var numbers []string
	for _, s := range found {
		if n := strconv.Itoa(s.Paragraph); !slices.Contains(numbers, n) && len(numbers) < 10 {
			numbers = append(numbers, n)
		}
	}
	return strings.Join(numbers, ", ")
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
