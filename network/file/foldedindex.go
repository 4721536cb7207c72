package file

import (
	"index/suffixarray"
	"slices"
	"sort"
	"strings"
)

// foldedIndex finds words in the paragraphs of an article, whatever their typesetting
// and case. The time of a look-up does not depend on the length of the article.
type foldedIndex struct {
	index *suffixarray.Index
	from  []int // offset of each paragraph in the indexed text
}

func (a *Article) makeFoldedIndex() *foldedIndex {
	var x foldedIndex
	var all strings.Builder
	for _, p := range a.Paragraphs {
		x.from = append(x.from, all.Len())
		all.WriteString(folded(p.Text, true).Text)
		all.WriteByte('\n') // occurs in no folded text
	}
	x.index = suffixarray.New([]byte(all.String()))
	return &x
}

// paragraphs returns the indices, in order, of the paragraphs that contain the words,
// which must be folded and in lower case.
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
