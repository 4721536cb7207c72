package file

import (
	"unicode"

	"proxynet/network/message"
	"proxynet/network/visible"
)

// Misquote returns the diagnostic of a quote that is not in the article, with the difference
// from the nearest text. It prefers text of the given paragraph; 0 is unknown.
func (a *Article) Misquote(quote string, paragraph int) Diagnostic {
	f := quoteCheck{a}.differs(quote, paragraph)
	return Diagnostic{Rule: f.rule, Problem: f.problem, Fix: f.fix, Diff: f.diff}
}

// differs returns the difference between a quote and the nearest text of the article, in
// whole words with one more on either side.
func (a quoteCheck) differs(quote string, stated int) mismatch {
	wanted := []rune(quote)
	number, found := a.nearestText(wanted, stated)
	if found == nil && a.spent > maxCompared {
		return mismatch{rule: RuleMisquote, problem: message.New("this text is not in the article; the nearest text was not looked for, since the misquotes and the article are too long"), fix: message.New("correct the misquotes that are listed before it, or quote the article verbatim")}
	}
	if found == nil {
		return mismatch{rule: RuleMisquote, problem: message.New("this text is not in the article, nor anything much like it"), fix: message.New("quote the article verbatim, curly quotes and dashes included")}
	}
	same, tail := 0, 0
	for same < min(len(found), len(wanted)) && found[same] == wanted[same] {
		same++
	}
	for tail < min(len(found), len(wanted))-same && found[len(found)-1-tail] == wanted[len(wanted)-1-tail] {
		tail++
	}
	same = wordBefore(wanted, same)
	tail = len(wanted) - wordAfter(wanted, len(wanted)-tail)
	return mismatch{
		rule:    RuleMisquote,
		problem: message.New("misquoted: it has %s", visible.Quote(string(wanted[same:len(wanted)-tail]))),
		fix:     message.New("paragraph %d of the article has %s", number, visible.Quote(string(found[same:len(found)-tail]))),
		diff:    compareWords(quote, string(found)),
	}
}

// wordBefore returns the start of the word before the word at a position.
func wordBefore(text []rune, at int) int {
	for range 2 {
		for at > 0 && unicode.IsSpace(text[at-1]) {
			at--
		}
		for at > 0 && !unicode.IsSpace(text[at-1]) {
			at--
		}
	}
	return at
}

// wordAfter returns the end of the word after the word at a position.
func wordAfter(text []rune, at int) int {
	for range 2 {
		for at < len(text) && unicode.IsSpace(text[at]) {
			at++
		}
		for at < len(text) && !unicode.IsSpace(text[at]) {
			at++
		}
	}
	return at
}

// maxCompared limits the search for nearest texts: the number of pairs of letters, one
// of a misquote and one of the article, that are compared in all. It takes a second or
// two.
const maxCompared = 600_000_000

// misquoted is a quote and the paragraph that its passage states, 0 for none.
type misquoted struct {
	quote  string
	stated int
}

// nearText is the text that is most like a quote, nil if none is similar, and what the
// search for it spends of maxCompared.
type nearText struct {
	number int // of its paragraph
	found  []rune
	spent  int
}

// mostNear is how many nearest texts an article keeps.
const mostNear = 1000

// nearestText returns the text of the article that is most like the quote and the number
// of its paragraph, or nil if none is similar. The stated paragraph takes precedence. The
// article keeps what was found, because the same text is checked many times.
func (a quoteCheck) nearestText(quote []rune, stated int) (number int, found []rune) {
	key := misquoted{string(quote), stated}
	if known, ok := a.near[key]; ok && a.spent+known.spent <= maxCompared {
		a.spent += known.spent
		return known.number, known.found
	}
	before := a.spent
	number, found = a.searchNearest(quote, stated)
	if a.spent <= maxCompared {
		if a.near == nil || len(a.near) >= mostNear {
			a.near = make(map[misquoted]nearText)
		}
		a.near[key] = nearText{number, found, a.spent - before}
	}
	return number, found
}

// searchNearest looks for the nearest text until maxCompared is spent.
func (a quoteCheck) searchNearest(quote []rune, stated int) (number int, found []rune) {
	// At most one letter in share may differ. A long quote may have more differences,
	// since no other text resembles half of it by chance.
	const long = 20 // characters
	share := 3
	if len(quote) >= long {
		share = 2
	}
	fewest := len(quote)/share + 1
	search := func(paragraphs []Paragraph) {
		for _, p := range paragraphs {
			if a.spent += len(p.Text) * len(quote); a.spent > maxCompared {
				return
			}
			text := []rune(p.Text)
			if m := nearestMatch(text, quote); m.edits < fewest {
				fewest, number, found = m.edits, p.Number, text[m.start:m.end]
			}
		}
	}
	if stated > 0 && stated <= len(a.Paragraphs) {
		search(a.Paragraphs[stated-1 : stated])
	}
	if found == nil {
		search(a.Paragraphs)
	}
	return number, found
}

// match is a range of a text and the number of edits that turn it into a quote.
type match struct{ start, end, edits int }

// nearestMatch returns the first range of a text that the fewest edits turn into the
// quote (Sellers 1980).
func nearestMatch(text, quote []rune) match {
	// For every prefix of the quote: the fewest edits of a match that ends at the
	// current position of the text, and the start of that match.
	column := make([]match, len(quote)+1)
	for i := range column {
		column[i].edits = i
	}
	best := column[len(quote)]
	for at, c := range text {
		diagonal := column[0]
		column[0] = match{start: at + 1}
		for i, q := range quote {
			next := diagonal
			if q != c {
				next.edits++
			}
			if left := column[i+1]; left.edits+1 < next.edits {
				next = match{start: left.start, edits: left.edits + 1}
			}
			if up := column[i]; up.edits+1 < next.edits {
				next = match{start: up.start, edits: up.edits + 1}
			}
			diagonal, column[i+1] = column[i+1], next
		}
		if end := column[len(quote)]; end.edits < best.edits {
			best = match{end.start, at + 1, end.edits}
		}
	}
	return best
}
