package file

import (
	"fmt"
	"unicode"

	"proxynet/network/visible"
)

// Misquote returns the fault of a quote that the article doesn't have: how it
// differs from the nearest text, in the given paragraph if that is near enough. A
// paragraph of 0 is unknown.
func (a *Article) Misquote(quote string, paragraph int) Fault {
	f := a.differs(quote, paragraph)
	return Fault{Rule: f.rule, Problem: f.problem, Mend: f.mend, Diff: f.diff}
}

// differs says how a quote differs from the nearest text of the article: only
// what differs is shown, in whole words, with a word on either side.
func (a *Article) differs(quote string, stated int) flaw {
	wanted := []rune(quote)
	number, found := a.nearestText(wanted, stated)
	if found == nil && a.spent > maxCompared {
		return flaw{RuleMisquote, "this text is not in the article; the nearest text was not looked for, since the misquotes and the article are too long", "correct the misquotes that are listed before it, or quote the article verbatim", nil}
	}
	if found == nil {
		return flaw{RuleMisquote, "this text is not in the article, nor anything much like it", "quote the article verbatim, curly quotes and dashes included", nil}
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
	return flaw{
		RuleMisquote,
		"misquoted: it has " + visible.Quote(string(wanted[same:len(wanted)-tail])),
		fmt.Sprintf("paragraph %d of the article has %s", number, visible.Quote(string(found[same:len(found)-tail]))),
		compareWords(quote, string(found)),
	}
}

// wordBefore returns where the word begins that precedes the one at a place:
// what differs is shown with the word before it.
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

// wordAfter returns where the word ends that follows the one at a place.
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

// maxCompared is how many pairs of letters are compared, of all misquotes and of the
// article, until the nearest text is no longer searched for: a second or two.
const maxCompared = 600_000_000

// nearestText returns the text of the article most like the quote, and the
// number of its paragraph; nil where nothing is much like it. The paragraph in
// which it should stand goes before all others.
func (a *Article) nearestText(quote []rune, stated int) (number int, found []rune) {
	// One letter in so many may be wrong; beyond that it is another text. Of a
	// longer quote more may, since no other text is half like it by chance.
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

// match is a stretch of a text, and how many edits make a quote of it.
type match struct{ start, end, edits int }

// nearestMatch returns the stretch of a text that fewest edits turn into the
// quote (Sellers 1980). Of several the first counts.
func nearestMatch(text, quote []rune) match {
	// For every prefix of the quote: the fewest edits with which it ends at
	// the current place of the text, and where it then begins.
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
