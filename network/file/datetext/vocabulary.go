package datetext

import "strings"

// role is what a word does in a date.
type role int

const (
	noRole role = iota
	filler      // says nothing: in, on, the, of
	about
	perhaps
	early
	mid
	late
	since
	from
	until
	to
	between
	and
	before
	after
	knownAt // it held then, and may have begun before: by, as of
	throughout
	onward
	now
	century
	decadeName // of which century?
	bc
	ad
)

// vocabulary is the words of one language, in lower case and without full stops.
type vocabulary struct {
	roles    map[string]role // by words; a phrase has up to three
	months   map[string]int  // 1 to 12
	seasons  map[string]int  // 21 (spring) to 24 (winter), as in EDTF
	ordinals map[string]int  // such as nineteenth
	endings  []string        // that make an ordinal of a number: st, nd
	decade   []string        // that make a decade of a year: s, ’s
}

// vocabularies holds each language's, by its tag.
var vocabularies = map[string]*vocabulary{"en": &english}

// vocabularyOf returns the vocabulary of a language, or English if it has none.
func vocabularyOf(lang string) *vocabulary {
	base, _, _ := strings.Cut(lang, "-")
	if v := vocabularies[base]; v != nil {
		return v
	}
	return &english
}

// rolesOf makes a table of roles of lists of phrases, apart by commas.
func rolesOf(lists map[role]string) map[string]role {
	out := make(map[string]role)
	for r, list := range lists {
		for phrase := range strings.SplitSeq(list, ",") {
			out[strings.TrimSpace(phrase)] = r
		}
	}
	return out
}

// numbered gives each group of words a number, from first on; words of a group
// are apart by spaces.
func numbered(first int, groups ...string) map[string]int {
	out := make(map[string]int)
	for i, group := range groups {
		for word := range strings.FieldsSeq(group) {
			out[word] = first + i
		}
	}
	return out
}
