package lint

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// span is a range of a text, in bytes.
type span struct{ start, end int }

// sentences splits a text into sentences. A full stop ends a sentence if it is followed
// by a space and anything but a small letter, unless it belongs to an abbreviation.
func sentences(text string) []span {
	var list []span
	start := 0
	for at, c := range text {
		end := at + utf8.RuneLen(c)
		switch c {
		case '!', '?', '؟', '。', '！', '？', '۔':
		case '.':
			if abbreviation(text[start:at]) {
				continue
			}
		default:
			continue
		}
		rest := strings.TrimLeft(text[end:], "”’\"')»")
		next, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(rest, unicode.IsSpace))
		if spaced := rest == "" || unicode.IsSpace(firstRune(rest)) || unspaced(firstRune(rest)); !spaced || unicode.IsLower(next) {
			continue
		}
		end = len(text) - len(rest)
		list = append(list, span{start, end})
		start = end
	}
	if strings.TrimSpace(text[start:]) != "" {
		list = append(list, span{start, len(text)})
	}
	return list
}

func firstRune(text string) rune {
	c, _ := utf8.DecodeRuneInString(text)
	return c
}

// abbreviation reports whether a full stop after a text belongs to its last word: an
// initial, a title, or a word with a full stop inside.
func abbreviation(text string) bool {
	word := text[strings.LastIndexFunc(text, unicode.IsSpace)+1:]
	word = strings.TrimLeft(word, "“‘\"'(«")
	if strings.Contains(word, ".") || utf8.RuneCountInString(word) == 1 && unicode.IsUpper(firstRune(word)) {
		return true
	}
	return titles[strings.ToLower(word)]
}

// newClause reports whether a text contains the start of a clause: a semicolon, a colon,
// a dash, or a comma before a conjunction.
func newClause(text string) bool {
	if strings.ContainsAny(text, ";:—–؛") {
		return true
	}
	for _, comma := range commas {
		for rest := text; ; {
			_, after, found := strings.Cut(rest, comma)
			if !found {
				break
			}
			if words := tokens(after); len(words) > 0 && conjunctions[words[0].form] {
				return true
			}
			rest = after
		}
	}
	return false
}

// subordinate reports whether a text contains the start of a clause of time or cause,
// which presupposes its claim.
func subordinate(text string) bool {
	return slices.ContainsFunc(fold(text), func(w string) bool { return subordinators[w] })
}

var (
	commas        = []string{",", "،"}
	conjunctions  = setOf("and but while whereas although though yet so or nor و اما ولی درحالی ولكن لكن بينما")
	subordinators = setOf("before after since when once until because هنگامی وقتی زیرا چون بعد قبل منذ حين عندما لأن")
)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range fold(words) {
		set[w] = true
	}
	return set
}
