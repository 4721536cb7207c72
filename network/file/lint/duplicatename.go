package lint

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// nearFrom is the length in characters from which on names that differ in one
// of them count as almost the same. Shorter ones, such as Iran and Iraq, often
// name two things.
const nearFrom = 7

// duplicateName finds pairs of nodes that share a name, or almost: names are
// compared without case, accents and punctuation. Names one letter apart agree
// in what is left when each loses one, so no pair has to be compared.
func duplicateName(s *search) {
	type owner struct {
		node int
		name string
		key  string
	}
	owners := make(map[string][]owner)
	told := make(map[[2]int]bool)
	for i, o := range s.n.Nodes {
		for _, name := range namesOf(o) {
			key := foldName(name)
			if key == "" {
				continue
			}
			for _, shape := range shapes(key) {
				for _, other := range owners[shape] {
					pair := [2]int{other.node, i}
					if other.node == i || told[pair] || !alike(key, other.key) {
						continue
					}
					told[pair] = true
					first := s.n.Nodes[other.node]
					s.warn(o.ID, fmt.Sprintf("its name %q is almost that of %s, %q (line %d)", name, first.ID, other.name, s.Line(first.ID)),
						"make one node of the two, or call them by names that tell them apart")
				}
				owners[shape] = append(owners[shape], owner{i, name, key})
			}
		}
	}
}

// shapes returns a key, and what is left of a long one without each of its letters.
func shapes(key string) []string {
	letters := []rune(key)
	out := []string{key}
	if len(letters) < nearFrom {
		return out
	}
	for i := range letters {
		if i == 0 || letters[i] != letters[i-1] {
			out = append(out, string(letters[:i])+string(letters[i+1:]))
		}
	}
	return out
}

// alike tells whether two keys that share a shape may be one name: digits must
// be the same, since numbers tell things apart.
func alike(a, b string) bool {
	digits := func(key string) string {
		return strings.Map(func(c rune) rune {
			if unicode.IsDigit(c) {
				return c
			}
			return -1
		}, key)
	}
	return digits(a) == digits(b)
}

// foldName returns what of a name is compared.
func foldName(name string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return unicode.ToLower(c)
		}
		return -1 // accents too, which stand apart from their letters
	}, norm.NFKD.String(withoutThe(name)))
}
