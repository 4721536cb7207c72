package datetext

import (
	"strings"

	"proxynet/network/message"
)

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
	decadeName // without a century: the nineties
	decadeOf   // before the first year of a decade: années 1990
	bc
	ad
	gregorian     // after a year that could be of another calendar
	otherCalendar // a month or era of another calendar
)

// vocabulary contains the words of one language, as [plain] returns them. Phrases
// have up to four words.
type vocabulary struct {
	roles    map[string]role
	months   map[string]int    // 1 to 12
	seasons  map[string]int    // 21 (spring) to 24 (winter), as in EDTF
	ordinals map[string]int    // such as nineteenth
	decades  map[string]int    // such as nineties: 9
	endings  []string          // that turn a number into an ordinal: st, nd; “.” is one too
	decade   []string          // that turn a year into a decade: s, ’s
	spelling *strings.Replacer // joins words that the tokeniser would split; nil for none
	calendar message.Message   // another calendar that its texts use, with years from 1200 to 1499; "" for none
	example  string            // for errors
}

// vocabularies contains the vocabularies by language tag. Each is in a file of its own.
var vocabularies = map[string]*vocabulary{"ar": &arabic, "de": &german, "en": &english, "fa": &persian, "fr": &french}

// vocabulariesOf returns the vocabularies for texts of a language: its own, if there
// is one, and English.
func vocabulariesOf(lang string) []*vocabulary {
	base, _, _ := strings.Cut(strings.ToLower(lang), "-")
	if v := vocabularies[base]; v != nil && v != &english {
		return []*vocabulary{v, &english}
	}
	return []*vocabulary{&english}
}

// rolesOf returns the roles by phrase, given lists of phrases separated by commas. It
// panics if a phrase has two roles.
func rolesOf(lists map[role]string) map[string]role {
	out := make(map[string]role)
	for r, list := range lists {
		for phrase := range strings.SplitSeq(list, ",") {
			phrase = plain(strings.TrimSpace(phrase))
			if other, twice := out[phrase]; twice && other != r {
				panic("datetext: two roles for " + phrase)
			}
			out[phrase] = r
		}
	}
	return out
}

// numbered maps phrases to the number of their group, counted from first. The phrases
// of a group are separated by spaces, the words of a phrase by low lines.
func numbered(first int, groups ...string) map[string]int {
	out := make(map[string]int)
	for i, group := range groups {
		for word := range strings.FieldsSeq(group) {
			out[plain(strings.ReplaceAll(word, "_", " "))] = first + i
		}
	}
	return out
}
