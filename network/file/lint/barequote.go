package lint

import (
	"slices"
	"strings"

	"proxynet/network/message"
)

// bareQuote finds passages of relations and events whose quotes say nothing: they have
// fewer words than a statement, or only a name and a noun with an article, such as “Quay
// Holdings, a company”.
func bareQuote(s *search) {
	supports := s.supports()
	for i := range s.n.Passages {
		p := &s.n.Passages[i]
		if !supports[p.ID] {
			continue
		}
		words := s.fold(p.Selector.Exact)
		problem := message.None
		switch {
		case s.onlyNames(words) && !s.severalNames(words):
			problem = message.New("its quote is only a name, which supports no claim")
		case len(words) < fewestWords(p.Selector.Exact) && !s.sentenceOf(words):
			problem = tooFew(len(words))
		default:
			continue
		}
		s.warnAt(s.Name, s.QuoteLine(p.ID), p.ID, problem, message.New("quote the clause that says it"))
	}
}

// tooFew returns the problem of a quote of a few words.
func tooFew(words int) message.Message {
	switch words {
	case 0:
		return message.New("its quote has no words, too few to bear a claim")
	case 1:
		return message.New("its quote has 1 word, too few to bear a claim")
	}
	return message.New("its quote has %d words, too few to bear a claim", words)
}

// fewestWords returns the least number of words of a statement in the script of a text:
// “She denies it”. Languages such as Arabic need no pronouns; texts in Latin letters
// count as English.
func fewestWords(text string) int {
	if isLatin(text) {
		return 3
	}
	return 2
}

// sentenceOf reports whether two words are a name and a verb: “Voss resigned”.
func (s reader) sentenceOf(words []string) bool {
	if len(words) != 2 || smallWords[words[1]] || auxiliaries[words[1]] {
		return false
	}
	return has(s.naming().owner, words[0]) || has(s.naming().whole, words[0])
}

var auxiliaries = setOf("is are was were be been has have had does do did will would may might can could shall should must")

// longestName is the greatest number of words of a name.
const longestName = 12

// onlyNames reports whether words are those of a node's name, and otherwise small
// words and the nouns after articles.
func (s reader) onlyNames(words []string) bool {
	if len(words) > 2*longestName {
		return false
	}
	for _, at := range s.namesAmong(words) {
		if !says(words[:at.start]) && !says(words[at.end:]) {
			return true
		}
	}
	return false
}

// severalNames reports whether words name several nodes, as words that relate them do:
// “the mill’s owner”.
func (s reader) severalNames(words []string) bool {
	first := -1
	for _, at := range s.namesAmong(words) {
		node := s.naming().whole[nameKey(words[at.start:at.end])]
		if first >= 0 && node != first {
			return true
		}
		first = node
	}
	return false
}

// namesAmong returns the positions of whole names of nodes among words.
func (s reader) namesAmong(words []string) []span {
	var list []span
	naming := s.naming()
	for from := range words {
		key := ""
		for to := from + 1; to <= min(len(words), from+longestName); to++ {
			if w := words[to-1]; !smallWords[w] {
				key = strings.TrimPrefix(key+" "+w, " ")
				if !naming.begin[key] {
					break
				}
			}
			if key != "" && has(naming.whole, key) {
				list = append(list, span{from, to})
			}
		}
	}
	return list
}

// nameKey returns the key of a name: its words without small ones, joined by spaces.
func nameKey(words []string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(words), func(w string) bool { return smallWords[w] }), " ")
}

// says reports whether one of the words next to a name says something.
func says(words []string) bool {
	for i, w := range words {
		described := i > 0 && articles[words[i-1]]
		if !smallWords[w] && !articles[w] && !described {
			return true
		}
	}
	return false
}

var articles = setOf("a an the its his her their یک")
