package file

import (
	"slices"
	"strings"
	"unicode/utf8"

	"proxynet/network"
	"proxynet/network/file/slip"
	"proxynet/network/message"
	"proxynet/network/visible"
)

// CheckQuotes checks the quotes of every source whose text is given: each must be
// there verbatim and, with its prefix and suffix, once. It gives these passages
// their paragraphs and their positions in the text, whatever the file says (see
// [Document.Moved]), and the anchors by which pages find them. The coverage comes
// in the order of sources.
func (d *Document) CheckQuotes(articles Articles) ([]Coverage, Diagnostics) {
	var diagnostics Diagnostics
	passages := d.Network.Passages
	sources, reliable := map[string]*source{}, map[string]bool{}
	for id, a := range articles {
		if a == nil {
			continue
		}
		sources[id], reliable[id] = a.letters(), a.Reliable(passages, id)
		a.spent = 0
	}
	for i := range passages {
		p := &passages[i]
		a := articles[p.Source]
		if len(diagnostics) > maxListedDiagnostics { // more are not listed
			continue
		}
		if a == nil {
			if p.Paragraph == 0 {
				diagnostics = append(diagnostics, Diagnostic{
					File: d.Name, Line: d.lines[p.ID], ID: p.ID, Rule: RuleArticle,
					Problem: message.New("its paragraph is unknown, because the text of %s is missing", p.Source),
					Fix:     message.New("name the text with “text: article.txt” in its source, or write “paragraph: …”"),
				})
			}
			continue
		}
		at, wrong := quoteCheck{a}.anchor(p, reliable[p.Source])
		if !wrong.problem.IsNone() {
			diagnostics = append(diagnostics, Diagnostic{
				File: d.Name, Line: d.quotes[p.ID], ID: p.ID,
				Rule: wrong.rule, Problem: wrong.problem, Fix: wrong.fix, FixInFile: wrong.inFile, Diff: wrong.diff,
			})
			continue
		}
		d.place(p, a.Paragraphs[at.paragraph].Number)
		start := a.position(at)
		p.Position = &network.Position{Start: start, End: start + utf8.RuneCountInString(p.Selector.Exact)}
		p.Anchor = sources[p.Source].anchor(at, len(p.Selector.Exact))
	}
	var coverage []Coverage
	for _, s := range d.Network.Sources {
		if a := articles[s.ID]; a != nil {
			coverage = append(coverage, newCoverage(s.ID, a, passages))
		}
	}
	if len(diagnostics) > 0 {
		return coverage, diagnostics.inOrder()
	}
	return coverage, nil
}

// mismatch is a problem with a quote.
type mismatch struct {
	rule         string
	problem, fix message.Message
	diff         []Edit
	inFile       message.Message // see Diagnostic.FixInFile
}

// quoteCheck compares quotes with the article.
type quoteCheck struct{ *Article }

// anchor returns the position of a passage's exact text, or its mismatch.
// If the file's paragraph numbers are unreliable, they are ignored.
func (a quoteCheck) anchor(p *network.Passage, reliable bool) (place, mismatch) {
	s := p.Selector
	found := a.find(s.Prefix + s.Exact + s.Suffix)
	switch {
	case len(found) == 0:
		return place{}, a.misquote(p)
	case len(found) > 1:
		return place{}, mismatch{
			rule:    RuleAmbiguous,
			problem: message.New("this text occurs %s in the article (paragraph %s)", times(found), a.listed(found)),
			fix:     a.tellApart(p, found, reliable && p.Paragraph > 0),
		}
	}
	return place{found[0].paragraph, found[0].offset + len(s.Prefix)}, mismatch{}
}

// listed names the paragraphs of the places, each once, and counts those beyond ten.
func (a quoteCheck) listed(places []place) message.Message {
	const most = 10
	var out message.List
	last, more := -1, 0
	for _, at := range places { // in order
		if at.paragraph == last {
			continue
		}
		if last = at.paragraph; len(out) < most {
			out = append(out, a.Paragraphs[last].Number)
		} else {
			more++
		}
	}
	if more > 0 {
		return message.New("%s and %d more", out, more)
	}
	return message.New("%s", out)
}

// times writes a number of places in words.
func times(places []place) message.Message {
	if len(places) == mostPlaces {
		return message.New("%d times or more", mostPlaces)
	}
	return message.New("%d times", len(places))
}

// prefer returns the first place that is in the paragraph, or else the first.
func (a quoteCheck) prefer(places []place, number int) place {
	for _, at := range places {
		if a.Paragraphs[at.paragraph].Number == number {
			return at
		}
	}
	return places[0]
}

// misquote returns how a quote that is not in the article differs from it.
func (a quoteCheck) misquote(p *network.Passage) mismatch {
	s := p.Selector
	if exact := a.find(s.Exact); len(exact) > 0 {
		at := a.prefer(exact, p.Paragraph)
		text := a.Paragraphs[at.paragraph].Text
		before, after := text[:at.offset], text[at.offset+len(s.Exact):]
		if !strings.HasSuffix(before, s.Prefix) {
			return mismatch{rule: RuleMisquote, problem: message.New("the quote is in the article, but not after this prefix"), fix: message.New("before it the article has %s", lastWords(before))}
		}
		return mismatch{rule: RuleMisquote, problem: message.New("the quote is in the article, but not before this suffix"), fix: message.New("after it the article has %s", firstWords(after))}
	}
	if parts := strings.FieldsFunc(strings.ReplaceAll(s.Exact, "...", "…"), func(c rune) bool { return c == '…' }); len(parts) > 1 &&
		!slices.ContainsFunc(parts, func(part string) bool { return len(a.find(strings.TrimSpace(part))) == 0 }) {
		return mismatch{rule: RuleMisquote, problem: message.New("it joins several texts of the article with an ellipsis"), fix: message.New("make a passage of each, and name all of them")}
	}
	if inside, ok := strings.CutPrefix(s.Exact, "“"); ok {
		if inside, ok = strings.CutSuffix(inside, "”"); ok && len(a.find(inside)) > 0 {
			return mismatch{
				rule:    RuleMisquote,
				problem: message.New("the curly quotation marks around it are part of the quote, and the article does not have them there"),
				fix:     message.New("leave the quotation marks out"),
				inFile:  message.New("write “exact: %s”, or use “check --fix”", slip.Quote(inside)),
			}
		}
	}
	f := a.differs(s.Exact, p.Paragraph)
	if _, typeset := a.Locate(p, true); typeset {
		f.inFile = message.New("%s; “check --fix” writes the article’s own quotation marks and dashes", f.fix)
	}
	return f
}

// mostContext is the maximum number of words of a prefix or suffix: a quote that needs
// more is too short.
const mostContext = 12

// tellApart returns the prefixes or suffixes, whichever are shorter, that single
// out the first few places in the passage's paragraph, or anywhere if its number
// says nothing.
func (a quoteCheck) tellApart(p *network.Passage, found []place, meant bool) message.Message {
	const most = 3 // places
	if inside := slices.DeleteFunc(slices.Clone(found), func(at place) bool { return a.Paragraphs[at.paragraph].Number != p.Paragraph }); meant && len(inside) > 0 {
		found = inside
	}
	var ways message.Message
	add := func(way message.Message) {
		if ways.IsNone() {
			ways = way
		} else {
			ways = message.New("%s, or %s", ways, way)
		}
	}
	for _, at := range found[:min(len(found), most)] {
		at.offset += len(p.Selector.Prefix)
		number := a.Paragraphs[at.paragraph].Number
		switch prefix, suffix := a.context(at, len(p.Selector.Exact)); {
		case prefix != "":
			add(message.New("“prefix: %s” for the one in paragraph %d", visible.Quote(prefix), number))
		case suffix != "":
			add(message.New("“suffix: %s” for the one in paragraph %d", visible.Quote(suffix), number))
		}
	}
	if ways.IsNone() {
		return message.New("quote more of the sentence")
	}
	return message.New("add %s", ways)
}

// context returns the prefix or the suffix, whichever is shorter, that singles out the
// text of the given length in bytes at a place; both are "" if no few words do.
func (a *Article) context(at place, length int) (prefix, suffix string) {
	text, start, end := a.Paragraphs[at.paragraph].Text, at.offset, at.offset+length
	for _, from := range wordStarts(text[:start], mostContext) {
		if a.Once(text[from:end]) {
			prefix = text[from:start]
			break
		}
	}
	for _, to := range wordEnds(text[end:], mostContext) {
		if a.Once(text[start : end+to]) {
			suffix = text[end : end+to]
			break
		}
	}
	if prefix != "" && (suffix == "" || len(prefix) <= len(suffix)) {
		return prefix, ""
	}
	return "", suffix
}
