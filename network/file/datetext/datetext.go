package datetext

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"proxynet/network"
	"proxynet/network/message"
)

// Date is the meaning of a date in words.
type Date struct {
	EDTF  string          // level 1; days are not checked for existence, such as 30 February
	Means network.Meaning // what the words claim; "" for the default of the expression
	Open  string          // if Means is Began: the same as an open interval, for records that have no “began”
	Plain string          // if EDTF is an interval for part of a decade, such as “late 1950s”: the whole decade, 195X
	Left  string          // words that EDTF can't express, such as “early” in “early May 2016”
}

// Unclear is the error for a text that can't be read as a date.
type Unclear struct{ Problem, Fix message.Message }

func (e *Unclear) Error() string { return e.Message().String() }

// Message returns the error's message.
func (e *Unclear) Message() message.Message { return message.New("%s; %s", e.Problem, e.Fix) }

// Longest is the length limit of a date in bytes.
const Longest = 100

// Read parses a date in words of the language lang, a BCP 47 tag, or of English. The
// error is an [*Unclear].
func Read(text, lang string) (Date, error) {
	var first error
	for _, v := range vocabulariesOf(lang) {
		r := &reader{vocabulary: v, text: strings.TrimSpace(text)}
		d, err := r.read()
		if err == nil {
			return d, nil
		}
		if r.foreign {
			return Date{}, err
		}
		if first == nil {
			first = err
		}
	}
	return Date{}, first
}

// reader is the state of reading one text.
type reader struct {
	vocabulary *vocabulary
	text       string
	tokens     []token
	foreign    bool // the date is, or may be, of another calendar
}

func (r *reader) read() (Date, error) {
	if len(r.text) > Longest || !utf8.ValidString(r.text) {
		return Date{}, r.unread()
	}
	text := normal(r.text)
	if s := r.vocabulary.spelling; s != nil {
		text = s.Replace(text)
	}
	tokens, strange := r.vocabulary.tokenise(text)
	if tokens == nil || strange != "" {
		return Date{}, r.stranger(strange)
	}
	r.tokens = tokens
	if slices.ContainsFunc(tokens, func(t token) bool { return t.role == otherCalendar }) {
		return Date{}, r.otherCalendar()
	}
	return r.date(slices.DeleteFunc(slices.Clone(tokens), func(t token) bool { return t.role == gregorian }))
}

func (r *reader) unclear(problem, fix message.Message) error { return &Unclear{problem, fix} }

func quote(s string) string { return "“" + s + "”" }

func (r *reader) example() message.Message {
	return message.New("use for example %s", r.vocabulary.example)
}

// unread returns the error for a text of known words in an unknown order.
func (r *reader) unread() error {
	if !r.hasYear() {
		return r.noYear()
	}
	return r.unclear(message.New("the date %s is not understood", quote(cut(r.text))), r.example())
}

// stranger returns the error for a text with an unknown word.
func (r *reader) stranger(word string) error {
	if !r.hasYear() {
		return r.noYear()
	}
	return r.unclear(message.New("%s in the date %s is not understood", quote(cut(word)), quote(cut(r.text))), r.example())
}

func (r *reader) noYear() error {
	return r.unclear(message.New("the date %s names no year", quote(cut(r.text))),
		message.New("if the article gives the year, write that, such as 1945; if you know it from elsewhere, write {edtf: 1945, words: …, resolved: true, note: how you know}; otherwise leave the date out"))
}

func (r *reader) notYear(t token) error {
	if len(t.text) == 2 {
		return r.whichCentury(t.text)
	}
	return r.unclear(message.New("%s in the date %s is not a year", quote(t.text), quote(cut(r.text))), message.New("write the year in four digits; before the year 1000, such as AD 70"))
}

func (r *reader) otherCalendar() error {
	r.foreign = true
	return r.unclear(message.New("the date %s is of the %s calendar, or may be", quote(cut(r.text)), r.vocabulary.calendar), message.New("write the Gregorian date, such as %s; if the year is Gregorian, say so", strings.Split(r.vocabulary.example, ",")[1][1:]))
}

func (r *reader) whichCentury(text string) error {
	return r.unclear(message.New("%s may be in any century", quote(cut(text))), message.New("write the year in four digits, such as 1997 or 1990s"))
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
