package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"proxynet/network/message"
)

// verbForm finds verbs that don't fit between two names: those that begin like a
// sentence or end like one.
func verbForm(s *search) {
	for i := range s.n.Relations {
		r := &s.n.Relations[i]
		verb := r.Verb
		problem := message.New("its verb “%s” ends with a punctuation mark, but is read between two names", verb)
		if strings.TrimRight(verb, ".,;:!") == verb {
			first, _, _ := strings.Cut(verb, " ")
			initial, size := utf8.DecodeRuneInString(first)
			if !unicode.IsUpper(initial) || len(first) == size || strings.ContainsFunc(first[size:], func(c rune) bool { return !unicode.IsLower(c) }) {
				continue
			}
			problem = message.New("its verb “%s” begins with a capital, but is read between two names", verb)
		}
		s.warn(r.ID, problem,
			message.New("write it as in a sentence, such as “verb: %s”", example(verb)))
	}
}

// example returns a verb without punctuation at its end, its first letter in lower
// case unless the first word is an abbreviation.
func example(verb string) string {
	verb = strings.TrimRight(verb, ".,;:! ")
	initial, size := utf8.DecodeRuneInString(verb)
	if next, _ := utf8.DecodeRuneInString(verb[size:]); unicode.IsUpper(next) {
		return verb
	}
	return string(unicode.ToLower(initial)) + verb[size:]
}
