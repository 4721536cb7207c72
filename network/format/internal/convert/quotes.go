package convert

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/format/internal/graph"
)

// Losses of quotes.
const (
	lossQuote = "quotes, kept in notes; name the article with --article to import them as passages"
)

// quoter finds the quotes of edges in the article, and makes passages of them.
type quoter struct {
	texts
	evidence    *evidence
	naming      *naming
	article     *file.Article    // nil if unknown
	lang        string           // of the article
	file        string           // name of the file that quotes it
	source      string           // id of the article as a source; "" before the first quote
	diagnostics file.Diagnostics // quotes not in the article
}

// quoted removes the quotes of an edge, in its row and in later rows for the same
// claim, and returns the ids of their passages in the article, and the denials in those
// rows. Other values stay among the attributes.
func (q *quoter) quoted(e *graph.Edge, as *graph.Attributes) (ids []string, denials []network.Denial) {
	if e.Said != nil {
		return q.passage(as, e.Said, place{table: e.Table, line: e.Line}), nil
	}
	ids = q.quote(as, place{table: e.Table, line: e.Line})
	for _, more := range e.More {
		if graph.Opposes(more.Attributes) {
			if d, ok := q.denial(more, e.Table); ok {
				denials = append(denials, d)
			} else {
				*as = append(*as, graph.Attribute{Name: graph.AttrAgainst, Value: graph.TextOf(graph.Sentence(more.Attributes))})
			}
			continue
		}
		own := slices.Clone(more.Attributes)
		for _, id := range q.quote(&own, place{e.Table, more.Line, more.Column}) {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
		*as = append(*as, own...)
	}
	return ids, denials
}

// denial returns the denial in a row of an earlier row's claim, with the passage of its
// quote. Without the article there is no denial.
func (q *quoter) denial(row graph.More, t *graph.Table) (network.Denial, bool) {
	as := slices.Clone(row.Attributes)
	var d network.Denial
	if says := network.Objection(strings.ToLower(as.Take(graph.AttrAgainst))); slices.Contains(network.Objections, says) {
		d.Says = says
	}
	ids := q.quote(&as, place{t, row.Line, row.Column})
	at := slices.IndexFunc(q.evidence.kept, func(p network.Passage) bool { return len(ids) > 0 && p.ID == ids[0] })
	if at < 0 {
		return d, false
	}
	d.Passages, d.Speaker = ids, q.evidence.kept[at].Speaker
	if d.Says == "" {
		d.Says = network.Denies
		if q.evidence.kept[at].Manner == network.Own {
			d.Says = network.Contradicts
		}
	}
	if means := network.Meaning(as.Get(graph.AttrPeriodMeans)); means == "" || means == network.Within {
		as.Take(graph.AttrPeriodMeans)
		d.Date = q.date(network.Date{EDTF: as.Take(graph.AttrPeriod), Means: means, Words: as.Take(graph.AttrPeriodWords)})
	}
	for _, a := range as {
		if a.Name != graph.AttrStatus && a.Name != graph.AttrKind { // which are the claim's
			q.losses.Drop("fields other than quote, speaker and date in rows against a claim, left out", a.Name)
		}
	}
	return d, true
}

// quote removes the quote of a row and returns the id of its passage in the article. It
// reports a diagnostic if the quote occurs never or several times.
func (q *quoter) quote(as *graph.Attributes, at place) []string {
	name := slices.IndexFunc(graph.QuoteNames, func(name string) bool {
		at := as.Find(name)
		return at >= 0 && (*as)[at].Value.Type == graph.Text
	})
	if name < 0 {
		return nil
	}
	if at.table != nil && !graph.Opposes(*as) {
		as.Take(graph.AttrAgainst) // such as “no”
	}
	words := as.Get(graph.QuoteNames[name])
	a := q.article
	if a == nil {
		q.losses.Add(1, lossQuote, graph.Show(words))
		return nil
	}
	found := file.Beside(selectQuote(a, words), as.Get(graph.ClaimBefore), as.Get(graph.ClaimAfter))
	paragraph, err := strconv.Atoi(as.Get("paragraph"))
	if err == nil && len(found) > 0 {
		there := slices.DeleteFunc(slices.Clone(found), func(s file.Selection) bool { return s.Paragraph != paragraph })
		if len(there) == 0 {
			q.misquoted(at, "paragraph", file.RuleParagraph, fmt.Sprintf("the quote is in paragraph %s, not %d", paragraphs(found), paragraph), "correct the paragraph, or leave it out")
			return nil
		}
		found = there
	}
	switch {
	case len(found) == 0:
		f := a.Misquote(trimQuotes(words), paragraph)
		q.misquoted(at, graph.QuoteNames[name], f.Rule, f.Problem.String(), f.WholeFix().String())
		q.diagnostics[len(q.diagnostics)-1].Diff = f.Diff
		return nil
	case len(found) > 1 || !found[0].Alone:
		q.misquoted(at, graph.QuoteNames[name], file.RuleAmbiguous, "the article has this quote in paragraph "+paragraphs(found)+", more than once",
			"quote more of the sentence, or name the paragraph in a column “paragraph”")
		return nil
	}
	for _, taken := range []string{graph.QuoteNames[name], graph.ClaimBefore, graph.ClaimAfter} {
		as.Take(taken)
	}
	if err == nil {
		as.Take("paragraph")
	}
	return q.passage(as, &found[0], at)
}

// passage adds words of the article as a passage and returns its id.
func (q *quoter) passage(as *graph.Attributes, s *file.Selection, at place) []string {
	p := network.Passage{
		Source: q.articleSource(), Paragraph: s.Paragraph, Selector: s.Selector,
		Position: &network.Position{Start: s.Start, End: s.Start + utf8.RuneCountInString(s.Selector.Exact)},
	}
	p.Speaker, p.Manner = q.speakerOf(as, s.Around[0])
	for _, known := range q.evidence.kept {
		if known.Selector == p.Selector && known.Paragraph == p.Paragraph && known.Speaker == p.Speaker && known.Source == p.Source {
			return []string{known.ID}
		}
	}
	p.ID = q.naming.like(cmp.Or(slug("p"+strconv.Itoa(p.Paragraph)+" "+firstWords(p.Selector.Exact), mostID-8), "passage"))
	q.naming.places[p.ID] = at
	q.evidence.keep(p)
	q.evidence.used[p.ID] = true
	return []string{p.ID}
}

// misquoted reports a problem with a quote, up to as many as an author can fix at a
// time.
func (q *quoter) misquoted(at place, column, rule, problem, fix string) {
	const most = 100
	if len(q.diagnostics) > most {
		return
	}
	t := at.table
	if t == nil {
		t = &graph.Table{File: q.file}
	}
	if len(q.diagnostics) == most {
		rule, problem, fix = file.RuleFile, fmt.Sprintf("more than %d errors", most), "correct these first"
	}
	q.diagnostics = append(q.diagnostics, t.Diagnostic(at.line, cmp.Or(at.column, column), rule, problem, fix))
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

// articleSource returns the id of the article's source, which it adds if needed.
func (q *quoter) articleSource() string {
	if q.source == "" {
		q.source = q.naming.like("article")
		q.evidence.source(&network.Source{ID: q.source, Title: q.article.Headline(), Lang: q.lang})
	}
	return q.source
}

// speakerOf returns the id of a quote's speaker and its manner in the article: without
// a speaker it is the article's own; after a quotation mark it is quoted.
func (q *quoter) speakerOf(as *graph.Attributes, before string) (id string, manner network.Manner) {
	label, kind, manner := "The article", network.Article, network.Own
	if at := slices.IndexFunc(graph.SpeakerNames, func(name string) bool { return as.Get(name) != "" }); at >= 0 {
		label, kind, manner = q.tidy(as.Take(graph.SpeakerNames[at]), graph.MaxLabel), network.Named, network.Paraphrased
		if strings.HasSuffix(before, "“") || strings.HasSuffix(before, `"`) || strings.HasSuffix(before, "«") || strings.HasSuffix(before, "„") {
			manner = network.Quoted
		}
		if said := network.Manner(as.Get("manner")); slices.Contains(network.Manners, said) {
			as.Take("manner")
			manner = said
		}
	}
	for _, s := range q.evidence.speakers {
		if s.Label == label && s.Kind == kind {
			return s.ID, manner
		}
	}
	s := network.Speaker{ID: q.naming.like(cmp.Or(slug(label, mostID-8), "speaker")), Label: label, Kind: kind}
	q.evidence.speaker(&s)
	return s.ID, manner
}

// trimQuotes removes the quotation marks around words.
func trimQuotes(s string) string { return strings.Trim(strings.TrimSpace(s), quotationMarks) }

const quotationMarks = "\"“”„«»"

// selectQuote returns the occurrences of words in an article, including a quotation
// mark at one end if it belongs to them.
func selectQuote(a *file.Article, words string) []file.Selection {
	words = strings.TrimSpace(words)
	first, _ := utf8.DecodeRuneInString(words)
	last, _ := utf8.DecodeLastRuneInString(words)
	if strings.ContainsRune(quotationMarks, first) != strings.ContainsRune(quotationMarks, last) {
		if found := a.Select(words); len(found) > 0 {
			return found
		}
	}
	return a.Select(trimQuotes(words))
}

// firstWords returns the first few words of a text.
func firstWords(s string) string {
	const words = 3
	fields := strings.Fields(s)
	return strings.Join(fields[:min(len(fields), words)], " ")
}
