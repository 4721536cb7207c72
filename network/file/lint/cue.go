package lint

import (
	"embed"
	"slices"
	"strings"
)

//go:embed words/*.txt
var wordFiles embed.FS

// Sections of a language's words, described in words/en.txt. Every language has all of them.
const (
	hedges       = "hedge"
	attributions = "attribution"
	sayings      = "saying"
	denials      = "denial"
	exceptions   = "except"
	strong       = "strong"
)

// lexicon contains the phrases of a language.
type lexicon struct {
	sections map[string]*phrases
	clitics  []string // letters that may be written together with the next word
}

// phrases contains the phrases of a section by their first words.
type phrases struct {
	exact map[string][]phrase
	begin []phrase // the first word may have any ending
}

// phrase is one alternative of a line.
type phrase struct {
	group int // the line
	words []phraseWord
}

// phraseWord is a word of a phrase.
type phraseWord struct {
	form string
	any  bool // with any ending
	gap  bool // after up to mostGap other words
}

const mostGap = 6

// cue is a phrase found in a text.
type cue struct {
	section    string
	group      int
	start, end int // in bytes of the text
}

var lexicons = map[string]*lexicon{
	"en": readLexicon("en"),
	"fa": readLexicon("fa"),
	"ar": readLexicon("ar", "و", "ف"),
}

// readLexicon reads the words of a language from its file.
func readLexicon(language string, clitics ...string) *lexicon {
	data, err := wordFiles.ReadFile("words/" + language + ".txt")
	if err != nil {
		panic("lint: " + err.Error()) // a bug: the file is embedded
	}
	l := &lexicon{sections: map[string]*phrases{}, clitics: clitics}
	var section *phrases
	for number, line := range strings.Split(string(data), "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			section = &phrases{exact: map[string][]phrase{}}
			l.sections[strings.Trim(line, "[]")] = section
		default:
			for text := range strings.SplitSeq(line, "|") {
				p := phrase{number, phraseWords(text)}
				if first := p.words[0]; first.any {
					section.begin = append(section.begin, p)
				} else {
					section.exact[first.form] = append(section.exact[first.form], p)
				}
			}
		}
	}
	return l
}

func phraseWords(text string) []phraseWord {
	var words []phraseWord
	gap := false
	for field := range strings.FieldsSeq(text) {
		if field == "…" {
			gap = true
			continue
		}
		bare, anyEnding := strings.CutSuffix(field, "*")
		for _, form := range fold(bare) {
			words = append(words, phraseWord{form: form, gap: gap})
			gap = false
		}
		words[len(words)-1].any = anyEnding
	}
	return words
}

// lexiconOf returns the lexicon for a text, given the language of its source, or nil if
// there is none. A text in Arabic script counts as Arabic or Persian, whatever the
// language of the source.
func lexiconOf(text, lang string) *lexicon {
	base, _, _ := strings.Cut(strings.ToLower(lang), "-")
	switch {
	case isArabic(text) && (base == "fa" || base != "ar" && isPersian(text)):
		return lexicons["fa"]
	case isArabic(text):
		return lexicons["ar"]
	case base == "" || base == "und":
		return lexicons["en"]
	case base == "fa" || base == "ar":
		return nil
	}
	return lexicons[base]
}

// find returns the phrases of a section in a text's words that no exception covers, in
// text order.
func (l *lexicon) find(list []token, section string) []cue {
	excepted := l.match(list, exceptions)
	cues := slices.DeleteFunc(l.match(list, section), func(c cue) bool {
		return slices.ContainsFunc(excepted, func(e cue) bool { return e.start <= c.start && c.end <= e.end })
	})
	slices.SortStableFunc(cues, func(a, b cue) int { return a.start - b.start })
	return cues
}

// match returns the occurrences of the phrases of a section. Those that begin at
// the same token come in the order of their lines.
func (l *lexicon) match(list []token, section string) []cue {
	all := l.sections[section]
	var cues []cue
	for i, t := range list {
		from := len(cues)
		try := func(some []phrase) {
			for _, p := range some {
				if last, ok := l.matchAt(list, i, p.words); ok {
					cues = append(cues, cue{section, p.group, t.start, list[last].end})
				}
			}
		}
		try(all.begin)
		try(all.exact[t.form])
		for _, c := range l.clitics {
			if rest, cut := strings.CutPrefix(t.form, c); cut {
				try(all.exact[rest])
			}
		}
		slices.SortStableFunc(cues[from:], func(a, b cue) int { return a.group - b.group })
	}
	return cues
}

// matchAt reports whether words begin at token i, and returns their last token.
func (l *lexicon) matchAt(list []token, i int, words []phraseWord) (last int, ok bool) {
	last = i - 1
	for _, w := range words {
		from, most := last+1, 0
		if w.gap {
			most = mostGap
		}
		last = -1
		for k := from; k <= from+most && k < len(list); k++ {
			if l.matches(list[k].form, w) {
				last = k
				break
			}
		}
		if last < 0 {
			return 0, false
		}
	}
	return last, true
}

// matches reports whether a word of a text matches a word of a phrase.
func (l *lexicon) matches(form string, w phraseWord) bool {
	if form == w.form || w.any && strings.HasPrefix(form, w.form) {
		return true
	}
	for _, c := range l.clitics {
		if rest, cut := strings.CutPrefix(form, c); cut && (rest == w.form || w.any && strings.HasPrefix(rest, w.form)) {
			return true
		}
	}
	return false
}
