package file

import (
	"index/suffixarray"
	"slices"
	"sort"
	"strings"
)

// foldedIndex finds words in the paragraphs of an article in any typesetting and
// in any case: looking words up takes no longer in a long article, however many
// are looked for.
type foldedIndex struct {
	index *suffixarray.Index
	from  []int // where each paragraph begins in what is indexed
}

func (a *Article) makeFoldedIndex() *foldedIndex {
	var x foldedIndex
	var all strings.Builder
	for _, p := range a.Paragraphs {
		x.from = append(x.from, all.Len())
		all.WriteString(folded(p.Text, true).Text)
		all.WriteByte('\n') // which no folded text has
	}
	x.index = suffixarray.New([]byte(all.String()))
	return &x
}

// paragraphs returns the indices, in order, of the paragraphs that have the words,
// which are folded and in lower case.
func (x *foldedIndex) paragraphs(words string) []int {
	if words == "" {
		return nil
	}
	var found []int
	for _, at := range x.index.Lookup([]byte(words), -1) {
		found = append(found, sort.SearchInts(x.from, at+1)-1)
	}
	slices.Sort(found)
	return slices.Compact(found)
}
