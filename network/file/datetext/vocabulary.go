package datetext

import "strings"

// role is the function of a word in a date.
type role int

const (
	noRole role = iota
	filler      // ignored: in, on, the, of
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
	decadeName // has no century: the nineties
	bc
	ad
)

// vocabulary contains the words of one language, in lower case without full stops.
type vocabulary struct {
	roles    map[string]role // by phrase, of up to three words
	months   map[string]int  // 1 to 12
	seasons  map[string]int  // 21 (spring) to 24 (winter), as in EDTF
	ordinals map[string]int  // such as nineteenth
	endings  []string        // that turn a number into an ordinal: st, nd
	decade   []string        // that turn a year into a decade: s, ’s
}

// vocabularies contains the vocabularies by language tag.
var vocabularies = map[string]*vocabulary{"en": &english}

// vocabularyOf returns the vocabulary of a language, or English if it has none.
func vocabularyOf(lang string) *vocabulary {
	base, _, _ := strings.Cut(lang, "-")
	if v := vocabularies[base]; v != nil {
		return v
	}
	return &english
}

// rolesOf returns the roles by phrase, given lists of phrases separated by commas.
func rolesOf(lists map[role]string) map[string]role {
	out := make(map[string]role)
	for r, list := range lists {
		for phrase := range strings.SplitSeq(list, ",") {
			out[strings.TrimSpace(phrase)] = r
		}
	}
	return out
}

// numbered maps words to the number of their group, counted from first. The words of
// a group are separated by spaces.
func numbered(first int, groups ...string) map[string]int {
	out := make(map[string]int)
	for i, group := range groups {
		for word := range strings.FieldsSeq(group) {
			out[word] = first + i
		}
	}
	return out
}
