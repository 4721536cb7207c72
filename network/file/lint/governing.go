package lint

import (
	"slices"
	"strings"

	"proxynet/network"
)

// governing returns the words of a text that hedge a claim whose quote is in the text.
func (s reader) governing(c claim, p *network.Passage, text string, quote span) []cue {
	found := s.find(lexiconOf(text, s.lang(p.Source)), text, hedges, attributions, sayings, denials)
	if len(found) == 0 {
		return nil
	}
	// A name presupposes its content: “the mill’s owner may be rich”.
	name := s.onlyNames(s.fold(p.Selector.Exact))
	var cues []cue
	for _, w := range found {
		governs := false
		switch {
		case marked(text, w.start), name && (w.end <= quote.start || w.start >= quote.end):
		case w.end <= quote.start:
			gap := text[w.end:quote.start]
			governs = !newClause(gap) && !subordinate(gap+firstWord(text[quote.start:quote.end])) && !(w.section == hedges && participle(gap))
		case w.start >= quote.end:
			gap := text[quote.end:w.start]
			governs = (w.section == attributions || w.section == sayings && saysBehind(gap, text[w.end:])) &&
				!newClause(gap) && !subordinate(firstWord(text[quote.start:quote.end]))
		case w.section == denials:
			governs = true
		case w.section == hedges:
			governs = s.inSentenceOf(c, text, quote, w) && !saidBefore(c.text, text, quote, w)
		case w.section == sayings:
			governs = s.inSentenceOf(c, text, quote, w) && !strings.HasSuffix(beforeSpeaker(text[:w.start]), "”")
		default:
			governs = s.inSentenceOf(c, text, quote, w)
		}
		if governs {
			cues = append(cues, w)
		}
	}
	return cues
}

// inSentenceOf reports whether words inside a quote are about a claim. They aren't if
// their sentence names none of the claim's ends, but another sentence of the quote does.
func (s reader) inSentenceOf(c claim, text string, quote span, w cue) bool {
	own, others := false, false
	for _, sentence := range sentences(text) {
		part := text[max(sentence.start, quote.start):max(min(sentence.end, quote.end), max(sentence.start, quote.start))]
		named := slices.ContainsFunc(c.ends, func(id string) bool { return s.naming().in(s.place(id), s.wordsOf(part)) })
		if sentence.start <= w.start && w.start < sentence.end {
			own = named
		} else {
			others = others || named
		}
	}
	return own || !others
}

// saysBehind reports whether a word of saying after a quote refers to the quote: after a
// comma and a name, as in “…, a clerk said”, or before a name, as in “…, said a clerk”.
// If the quote is its subject, it says something else.
func saysBehind(gap, rest string) bool {
	at := max(strings.LastIndex(gap, commas[0]), strings.LastIndex(gap, commas[1]))
	if at < 0 {
		return false
	}
	return len(tokens(gap[at:])) > 0 || !said[strings.TrimSpace(firstWord(rest))]
}

// said are words that introduce reported speech.
var said = setOf("that it he she they we i you there this these no nothing yes only in on to if what how when")

// participle reports whether the only comma of a text is at its end, as in
// “appears to have stayed away, joining …”: the hedge doesn't govern what follows.
func participle(gap string) bool {
	gap = strings.TrimSpace(gap)
	for _, comma := range commas {
		if before, ends := strings.CutSuffix(gap, comma); ends && before != "" && !strings.Contains(before, comma) {
			return true
		}
	}
	return false
}

// saidBefore reports whether a quote has a longer word of a claim before a hedge in its
// sentence, and none after it: a hedge doesn't govern a claim before it.
func saidBefore(claim, text string, quote span, w cue) bool {
	sentence := quote
	for _, o := range sentences(text) {
		if o.start <= w.start && w.start < o.end {
			sentence = span{max(o.start, quote.start), min(o.end, quote.end)}
		}
	}
	says := func(part string) bool {
		words := fold(part)
		return slices.ContainsFunc(fold(claim), func(w string) bool {
			return slices.ContainsFunc(words, func(t string) bool { return sameStem(w, t) })
		})
	}
	start, end := max(sentence.start, w.start), min(sentence.end, w.end)
	return says(text[sentence.start:start]) && !says(text[min(end, sentence.end):sentence.end])
}

// sameStem reports whether two words differ only in their endings.
func sameStem(a, b string) bool {
	x, y := []rune(a), []rune(b)
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	return n >= 4 && max(len(x), len(y))-n <= 3
}

// beforeSpeaker returns a text without the name that it ends with: of ““No,” Ida
// Brandt ”, it leaves ““No,””.
func beforeSpeaker(text string) string {
	const most = 8 // words of a name and a title
	rest := strings.TrimSpace(text)
	for range most {
		if strings.HasSuffix(rest, "”") {
			return rest
		}
		at := strings.LastIndexAny(rest, " \u00a0")
		if at < 0 {
			return ""
		}
		rest = strings.TrimSpace(rest[:at])
	}
	return rest
}

func firstWord(text string) string {
	if words := tokens(text); len(words) > 0 {
		return " " + text[words[0].start:words[0].end]
	}
	return ""
}
