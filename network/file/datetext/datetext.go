package datetext

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"proxynet/network"
)

// Date is a date as it was understood.
type Date struct {
	EDTF  string          // level 1; whether its days exist is not checked
	Means network.Meaning // what the words claim; "" for what the expression claims by itself
	Open  string          // of what began: the same as an open interval, for what can't begin
	Plain string          // of one moment that is vague, such as “late 1950s”: the same without its part, 195X, EDTF being an interval
	Left  string          // words that EDTF has no sign for, such as “early” in “early May 2016”
}

// Unclear is the error for a text that can't be understood as a date.
type Unclear struct{ Problem, Mend string }

func (e *Unclear) Error() string { return e.Problem + "; " + e.Mend }

// Longest is how many bytes of a text are read as a date.
const Longest = 100

// Read returns the date that a text names, in the words of a language (a BCP 47
// tag); a language without a vocabulary is read as English. The error is an
// [*Unclear].
func Read(text, lang string) (Date, error) {
	r := &reader{text: strings.TrimSpace(text)}
	if len(r.text) > Longest || !utf8.ValidString(r.text) {
		return Date{}, r.unread()
	}
	v := vocabularyOf(lang)
	tokens, strange := v.tokenise(r.text)
	if tokens == nil || strange != "" {
		return Date{}, r.stranger(strange)
	}
	r.tokens = tokens
	return r.date(tokens)
}

// reader is the state of reading one text.
type reader struct {
	text   string
	tokens []token
}

func (r *reader) unclear(problem, mend string) error { return &Unclear{problem, mend} }

func quote(s string) string { return "“" + s + "”" }

const example = "write such as 1997, May 2016, spring 2019, circa 1990s or 2010-2015"

// unread is the error for a text of which all words are known, but not their order.
func (r *reader) unread() error {
	if !r.hasYear() {
		return r.noYear()
	}
	return r.unclear("the date "+quote(cut(r.text))+" is not understood", example)
}

// stranger is the error for a text with an unknown word.
func (r *reader) stranger(word string) error {
	if !r.hasYear() {
		return r.noYear()
	}
	return r.unclear(fmt.Sprintf("%s in the date %s is not understood", quote(cut(word)), quote(cut(r.text))), example)
}

func (r *reader) noYear() error {
	return r.unclear("the date "+quote(cut(r.text))+" names no year",
		"if the article gives the year, write that, such as 1945; if you know it from outside, write {edtf: 1945, words: …, resolved: true, note: how you know}; otherwise leave the date out")
}

func (r *reader) notYear(t token) error {
	if len(t.text) == 2 {
		return r.whichCentury(t.text)
	}
	return r.unclear(fmt.Sprintf("%s in the date %s is not a year", quote(t.text), quote(cut(r.text))), "write the year in four digits; before the year 1000, such as AD 70")
}

func (r *reader) whichCentury(text string) error {
	return r.unclear(quote(cut(text))+" may be of any century", "write the year in four digits, such as 1997 or 1990s")
}

// hasYear reports whether the text has a number that may be a year.
func (r *reader) hasYear() bool {
	digits := 0
	for _, c := range r.text {
		if !unicode.IsDigit(c) {
			digits = 0
		} else if digits++; digits == 3 {
			return true
		}
	}
	return slices.ContainsFunc(r.tokens, func(t token) bool {
		return t.role == century || t.role == bc || t.role == ad || t.role == decadeName || t.kind == slashed || t.kind == hundreds || t.kind == tens
	})
}

// cut shortens a text for a message.
func cut(s string) string {
	const most = 40 // characters
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
