package lint

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"proxynet/network"
	"proxynet/network/message"
)

// duplicateName finds nodes that share a name, or almost: in another spelling,
// word order or script, with an initial for a first name, or with another title.
// Each name is put into buckets by its keys, and compared with the first few names
// of a bucket only, so that the work grows linearly with the number of names.
func duplicateName(s *search) {
	buckets := make(map[string][]bucketName)
	seen := make(map[[2]int]bool)
	for i, o := range s.n.Nodes {
		for _, name := range namesOf(o) {
			keyed := s.keyed(name, o.Kind)
			own := bucketName{i, name, keyed.words}
			for _, key := range keyed.keys {
				full := len(buckets[key]) >= mostInBucket
				for _, other := range buckets[key] {
					pair := [2]int{other.node, i}
					if other.node == i {
						full = true // once is enough
						continue
					}
					if seen[pair] || !alike(key, own.words, other.words, s.n.Nodes[i].Kind, s.n.Nodes[other.node].Kind) {
						continue
					}
					seen[pair] = true
					first := s.n.Nodes[other.node]
					s.warn(o.ID, message.New("its name %q is almost that of %s, %q%s", cut(name), first.ID, cut(other.name), s.lineOf(first.ID)),
						message.New("merge the two nodes, or give them names that distinguish them"))
					s.found[len(s.found)-1].With = first.ID
					full = true // the bucket has it under another name
					break
				}
				if !full {
					buckets[key] = append(buckets[key], own)
				}
			}
		}
	}
}

// mostInBucket is how many names of a bucket are compared with others.
const mostInBucket = 8

// bucketName is a name of a node.
type bucketName struct {
	node  int
	name  string
	words nameWords
}

// nameWords holds the parts of a name that are compared.
type nameWords struct {
	plain string   // all letters and digits
	words []string // without a person's titles, or a company's legal form; none only if plain is ""
}

// newNameWords returns the parts of a name that are compared. “Reiss, Peter” is reversed.
func newNameWords(name string, kind network.NodeKind) nameWords {
	all := fold(withoutThe(name))
	if last, first, ok := strings.Cut(name, ","); ok && len(fold(last)) == 1 {
		if given := fold(first); len(given) > 0 && !legalForms[given[0]] {
			all = append(given, fold(last)...)
		}
	}
	n := nameWords{plain: strings.Join(all, "")}
	idle := legalForms
	if kind == network.Person {
		idle = titles
	}
	n.words = slices.DeleteFunc(slices.Clone(all), func(w string) bool { return idle[w] })
	if len(n.words) == 0 {
		n.words = all
	}
	return n
}

// nearFrom is the length in characters from which on names that differ in one
// of them count as almost the same. Shorter ones, such as Iran and Iraq, often
// name two things. Those longer than nearTo are compared as a whole.
const (
	nearFrom = 7
	nearTo   = 80
)

// Keys begin with their sort.
const (
	shapeKey   = "shape " // all letters, or all but one
	orderKey   = "order " // the words that count, sorted
	initialKey = "initial "
	soundKey   = "sound "  // as Latin letters sound
	scriptKey  = "script " // the consonants, in Latin letters
)

// bucketed is a name of a node of a kind.
type bucketed struct {
	name string
	kind network.NodeKind
}

// keyedName is the parts of a name and its keys.
type keyedName struct {
	words nameWords
	keys  []string
}

// keyed returns the parts and keys of a name.
func (m *memory) keyed(name string, kind network.NodeKind) keyedName {
	return m.names.get(bucketed{name, kind}, func() keyedName {
		words := newNameWords(name, kind)
		return keyedName{words, words.keys()}
	})
}

// keys returns the keys that find a name: names that share a key may be the same.
func (n *nameWords) keys() []string {
	words := n.words
	if n.plain == "" {
		return nil
	}
	var keys []string
	for _, shape := range shapes(n.plain) {
		keys = append(keys, shapeKey+shape)
	}
	sorted := slices.Sorted(slices.Values(words))
	keys = append(keys, orderKey+strings.Join(withoutInitials(sorted), " "))
	if len(words) > 1 && len(n.plain) <= nearTo {
		if first := firstRune(words[0]); !unspaced(first) {
			keys = append(keys, initialKey+string(first)+" "+words[len(words)-1])
		}
		keys = append(keys, soundKey+soundOf(sorted))
		if skeleton := skeletonOf(words); utf8.RuneCountInString(skeleton) >= longName {
			keys = append(keys, scriptKey+skeleton)
		}
	}
	return keys
}

// alike reports whether two names that share a key may be of one node. Digits
// must be the same, since numbers distinguish things.
func alike(key string, a, b nameWords, kindA, kindB network.NodeKind) bool {
	if digits(a.plain) != digits(b.plain) {
		return false
	}
	person := func(k network.NodeKind) bool { return k == network.Person || k == network.Unknown }
	people := person(kindA) && person(kindB)
	sameSort := people || kindA != network.Person && kindB != network.Person
	switch kind, _, _ := strings.Cut(key, " "); kind + " " {
	case shapeKey:
		return true
	case orderKey:
		return sameSort
	case initialKey:
		return people && abbreviates(a.words, b.words)
	case soundKey:
		return people
	default:
		return sameSort && isLatin(a.plain) != isLatin(b.plain)
	}
}

// abbreviates reports whether one of two names that share an initial and a last
// word has initials of words that the other spells out.
func abbreviates(a, b []string) bool {
	if !isInitial(a[0]) && !isInitial(b[0]) && a[0] != b[0] {
		return false
	}
	middle := func(words []string) []string { return words[1 : len(words)-1] }
	for i := range min(len(middle(a)), len(middle(b))) {
		x, y := middle(a)[i], middle(b)[i]
		if x != y && !(isInitial(x) || isInitial(y)) || firstRune(x) != firstRune(y) {
			return false
		}
	}
	return true
}

// withoutInitials returns the words that are none, unless that leaves fewer than
// two: “P. Reiss” may be any Reiss.
func withoutInitials(words []string) []string {
	if whole := slices.DeleteFunc(slices.Clone(words), isInitial); len(whole) > 1 {
		return whole
	}
	return words
}

func isInitial(word string) bool {
	return utf8.RuneCountInString(word) == 1 && !unspaced(firstRune(word))
}

// isLatin reports whether the first letter of a text is a Latin one.
func isLatin(text string) bool {
	at := strings.IndexFunc(text, unicode.IsLetter)
	return at >= 0 && unicode.Is(unicode.Latin, firstRune(text[at:]))
}

func digits(key string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsDigit(c) {
			return c
		}
		return -1
	}, key)
}

// shapes returns a key and, if it is long, the keys without one of its letters. Two keys
// that differ in one letter have one of these in common.
func shapes(key string) []string {
	letters := []rune(key)
	out := []string{key}
	if len(letters) < nearFrom || len(letters) > nearTo {
		return out
	}
	for i := range letters {
		if i == 0 || letters[i] != letters[i-1] {
			out = append(out, string(letters[:i])+string(letters[i+1:]))
		}
	}
	return out
}

// cut shortens a long name for a message.
func cut(name string) string {
	const most = 60 // characters
	if utf8.RuneCountInString(name) > most {
		return string([]rune(name)[:most]) + "…"
	}
	return name
}
