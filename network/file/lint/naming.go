package lint

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"proxynet/network"
)

// naming finds the nodes that a text names.
type naming struct {
	names [][][]string    // words of each name of each node
	whole map[string]int  // by name, its words joined by spaces: the first node that has it
	begin map[string]bool // the first words of these, joined by spaces
	owner map[string]int  // by form of a word: the node that the word alone names, or shared
}

const shared = -1

// shortestWord is the least number of letters of a word that can name a node alone.
const shortestWord = 3

// naming returns the naming of the network's nodes.
func (s *lookup) naming() *naming {
	if s.named != nil {
		return s.named
	}
	n := &naming{names: make([][][]string, len(s.n.Nodes)), whole: map[string]int{}, begin: map[string]bool{}, owner: map[string]int{}}
	s.named = n
	for i, o := range s.n.Nodes {
		names := append(namesOf(o), o.Phrase)
		for _, name := range o.Names {
			names = append(names, name)
		}
		for _, name := range names {
			words := slices.DeleteFunc(slices.Clone(s.fold(name)), func(w string) bool { return smallWords[w] })
			if whole := slices.DeleteFunc(slices.Clone(words), isInitial); len(whole) > 0 {
				words = whole // “P. Reiss” is called Reiss
			}
			if len(words) == 0 {
				continue
			}
			n.names[i] = append(n.names[i], words)
			if key := strings.Join(words, " "); !has(n.whole, key) {
				n.whole[key] = i
				for k := range words {
					n.begin[strings.Join(words[:k+1], " ")] = true
				}
			}
		}
	}
	// A surname names the person, even if other nodes are called after them.
	people := map[string]int{}
	for i, o := range s.n.Nodes {
		if o.Kind == network.Person {
			n.own(people, i)
		}
	}
	for i, o := range s.n.Nodes {
		if o.Kind != network.Person {
			n.own(n.owner, i)
		}
	}
	maps.Copy(n.owner, people)
	return n
}

func has[K comparable, V any](m map[K]V, key K) bool {
	_, ok := m[key]
	return ok
}

// own adds to owner the words of a node's names that can name it alone.
func (n *naming) own(owner map[string]int, node int) {
	for _, words := range n.names[node] {
		for _, w := range words {
			if utf8.RuneCountInString(w) < shortestWord || titles[w] || legalForms[w] {
				continue
			}
			for _, form := range forms(w) {
				if of, known := owner[form]; known && of != node {
					owner[form] = shared
				} else {
					owner[form] = node
				}
			}
		}
	}
}

// wordsOf returns the forms of the words of each sentence of a text.
func wordsOf(text string) []map[string]bool {
	var list []map[string]bool
	for _, sentence := range sentences(text) {
		words := map[string]bool{}
		for _, w := range fold(text[sentence.start:sentence.end]) {
			for _, form := range forms(w) {
				words[form] = true
			}
		}
		list = append(list, words)
	}
	return list
}

// in reports whether one of the sentences names a node: by all words of one of its names,
// such as “militias across Syria and Iraq” for the militias in Iraq, or by a word that
// only its names have, such as a surname.
func (n *naming) in(node int, sentences []map[string]bool) bool {
	for _, words := range sentences {
		holds := func(w string) bool {
			return slices.ContainsFunc(forms(w), func(form string) bool { return words[form] })
		}
		alone := func(w string) bool {
			return slices.ContainsFunc(forms(w), func(form string) bool { of, known := n.owner[form]; return words[form] && known && of == node })
		}
		for _, name := range n.names[node] {
			if !slices.ContainsFunc(name, func(w string) bool { return !holds(w) }) || slices.ContainsFunc(name, alone) {
				return true
			}
		}
	}
	return false
}

// forms returns a folded word, and the word without plural endings, without endings of
// nationality, and without the words that Arabic joins to the next one.
func forms(word string) []string {
	out := []string{word}
	stems := endings
	first, _ := utf8.DecodeRuneInString(word)
	if unicode.Is(unicode.Arabic, first) {
		stems = arabicEndings
		for _, prefix := range arabicPrefixes {
			if rest, cut := strings.CutPrefix(word, prefix); cut && utf8.RuneCountInString(rest) >= shortestWord {
				out = append(out, rest)
			}
		}
	}
	least := 4
	if unicode.Is(unicode.Arabic, first) {
		least = shortestWord
	}
	for _, w := range slices.Clone(out) {
		for _, ending := range stems {
			if rest, cut := strings.CutSuffix(w, ending); cut && utf8.RuneCountInString(rest) >= least {
				out = append(out, rest)
			}
		}
	}
	return out
}

var (
	endings        = strings.Fields("s es n i an ian er ers ese ish")
	arabicPrefixes = strings.Fields("و ف ب ل ک ال وال فال بال کال لل ولل")
	arabicEndings  = strings.Fields("ها های ان ی ات ون ین ه")
)

// smallWords don't count in names.
var smallWords = setOf("a an the of for in on at by to and de du des la le les el los von van der den das die und et y i e al bin ibn از در به که و في من على")
