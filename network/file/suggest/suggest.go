package suggest

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/file/datetext"
	"proxynet/network/file/lint"
)

// Suggestion is a suggestion for a claim.
type Suggestion struct {
	Status  network.Status // attributed or ambiguous; "" if the words don't settle it
	Reason  string         // the source's word that decides
	Denial  bool           // the sentence denies something
	Manner  network.Manner // quoted or paraphrased, of somebody else's words; "" otherwise
	Speaker Speaker
	Date    Date
}

// Speaker is the likely speaker of the words. The zero value is none.
type Speaker struct {
	ID    string // of a speaker of the network; "" if it has none of the name
	Node  string // id of the node of the name, if there is one
	Label string
}

// Date is a date in a sentence, in its words and as EDTF. A period whose words can't be
// read as a whole has no words.
type Date struct {
	Words, EDTF string
	Means       network.Meaning
}

// Of returns the suggestion for the words at [from, to), in bytes, of the paragraph
// with the given index. names are the names in that paragraph.
func Of(n *network.Network, source string, a *file.Article, paragraph, from, to int, names []Name) Suggestion {
	text := a.Paragraphs[paragraph].Text
	w := lint.Words(n, source, a, paragraph, from, to)
	var s Suggestion
	var says, denies *lint.Cue
	for i := range w.Cues {
		c := &w.Cues[i]
		switch c.Section {
		case lint.Attribution, lint.Saying:
			if says == nil {
				says = c
			}
		case lint.Denial:
			s.Denial = true
			if denies == nil {
				denies = c
			}
		}
	}
	switch {
	case says != nil:
		s.Status, s.Reason, s.Manner = network.Attributed, text[says.Start:says.End], network.Paraphrased
	case w.Marked:
		s.Status, s.Reason = network.Attributed, "“”"
	case len(w.Cues) > 0:
		s.Status, s.Reason = network.Ambiguous, text[w.Cues[0].Start:w.Cues[0].End]
	}
	if w.Marked {
		s.Manner = network.Quoted
	}
	if s.Status == network.Attributed {
		at := span{from, to}
		if says != nil {
			at = span{says.Start, says.End}
		} else if c := sayingIn(n, source, a, paragraph, w, from, to); c.end > 0 {
			at = c
		}
		s.Speaker = saying{n, names, text, at, span{w.Start, w.End}, span{from, to}, false}.speaker(langOf(n, source))
	}
	if s.Speaker.Label == "" && denies != nil {
		s.Speaker = saying{n, names, text, span{denies.Start, denies.End}, span{w.Start, w.End}, span{from, to}, true}.speaker(langOf(n, source))
	}
	lang := langOf(n, source)
	if s.Date = dateIn(text[from:to], lang); s.Date.Words == "" {
		s.Date = dateIn(text[w.Start:w.End], lang)
	} else if d, ok := periodIn(text[from:to], lang); ok {
		s.Date = d
	}
	return s
}

// span is a stretch of a paragraph, in bytes.
type span struct{ start, end int }

// sayingIn returns the first word of saying beside a quote in quotation marks, {} if
// there is none.
func sayingIn(n *network.Network, source string, a *file.Article, paragraph int, w lint.Wording, from, to int) span {
	for _, part := range []span{{to, w.End}, {w.Start, from}} {
		for part.start < part.end {
			for _, c := range lint.Words(n, source, a, paragraph, part.start, part.end).Cues {
				if (c.Section == lint.Saying || c.Section == lint.Attribution) && c.Start >= part.start && c.End <= part.end {
					return span{c.Start, c.End}
				}
			}
			break
		}
	}
	return span{}
}

// Name is a name at a place of a paragraph.
type Name struct {
	Start, End int    // in bytes
	Node       string // id; "" of one that no node has
	Text       string
}

func langOf(n *network.Network, source string) string {
	for i := range n.Sources {
		if n.Sources[i].ID == source {
			return n.Sources[i].Lang
		}
	}
	return n.Lang
}

// mostDateWords is the maximum number of words of a date.
const mostDateWords = 6

// dateIn returns the longest date in a sentence, the first of several.
func dateIn(sentence, lang string) Date {
	var words []span
	start := -1
	for i, c := range sentence + " " {
		switch {
		case !unicode.IsSpace(c) && start < 0:
			start = i
		case unicode.IsSpace(c) && start >= 0:
			words = append(words, span{start, i})
			start = -1
		}
	}
	for most := mostDateWords; most > 0; most-- {
		for i := 0; i+most <= len(words); i++ {
			text := strings.TrimFunc(sentence[words[i].start:words[i+most-1].end], func(c rune) bool {
				return !unicode.IsLetter(c) && !unicode.IsDigit(c)
			})
			if !mayDate(text) {
				continue
			}
			d, err := datetext.Read(text, lang)
			if err != nil || !strings.ContainsFunc(d.EDTF, unicode.IsDigit) {
				continue
			}
			if _, err := file.ParseDate(d.EDTF); err == nil {
				return Date{Words: shortest(text, d.EDTF, lang), EDTF: d.EDTF, Means: d.Means}
			}
		}
	}
	return Date{}
}

// until are the words between the two dates of a period in English.
var until = regexp.MustCompile(`\b(?:until|till|to)\b`)

// periodIn returns the period from one date to another that words give, such as “from
// 2014 until he was suspended in January 2022”.
func periodIn(words, lang string) (Date, bool) {
	base, _, _ := strings.Cut(lang, "-")
	at := until.FindStringIndex(words)
	if base != "en" || at == nil {
		return Date{}, false
	}
	from, to := dateIn(words[:at[0]], lang), dateIn(words[at[1]:], lang)
	if from.EDTF == "" || to.EDTF == "" || strings.Contains(from.EDTF+to.EDTF, "/") {
		return Date{}, false
	}
	whole := Date{EDTF: from.EDTF + "/" + to.EDTF}
	_, err := file.ParseDate(whole.EDTF)
	return whole, err == nil
}

// shortest returns a date's words without those at its end that don't belong to it, such
// as “the” of “in March 2019, the”.
func shortest(text, edtf, lang string) string {
	for {
		at := strings.LastIndexFunc(text, unicode.IsSpace)
		if at < 0 {
			return text
		}
		less := strings.TrimRightFunc(text[:at], func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
		if d, err := datetext.Read(less, lang); err != nil || d.EDTF != edtf {
			return text
		}
		text = less
	}
}

// mayDate reports whether a text has a number of four digits.
func mayDate(text string) bool {
	digits := 0
	for _, c := range text {
		if unicode.IsDigit(c) {
			if digits++; digits >= 4 {
				return utf8.RuneCountInString(text) <= datetext.Longest
			}
		} else {
			digits = 0
		}
	}
	return false
}
