package file

import "unicode/utf8"

// Range is a range of an article.
type Range struct {
	Paragraph int // index
	From, To  int // in bytes of the paragraph's text
}

// Named returns the occurrences of a name as whole words, in order, at most about
// 10,000.
func (a *Article) Named(name string) []Range {
	var out []Range
	for _, at := range a.find(name) {
		p := a.Paragraphs[at.paragraph].Text
		before, _ := utf8.DecodeLastRuneInString(p[:at.offset])
		after, _ := utf8.DecodeRuneInString(p[at.offset+len(name):])
		if !inWord(before) && !inWord(after) {
			out = append(out, Range{at.paragraph, at.offset, at.offset + len(name)})
		}
	}
	return out
}

// SelectAt returns the selection of a range, false if the range is invalid.
func (a *Article) SelectAt(r Range) (Selection, bool) {
	if r.Paragraph < 0 || r.Paragraph >= len(a.Paragraphs) || r.From < 0 || r.To <= r.From || r.To > len(a.Paragraphs[r.Paragraph].Text) {
		return Selection{}, false
	}
	return a.selection(place{r.Paragraph, r.From}, r.To-r.From), true
}

// Candidates returns sequences of capitalised words that may be names, the most
// frequent first. Scripts without capitals have none.
func (a *Article) Candidates() []string {
	names, _ := candidates(a)
	return names
}

// PlaceOf converts a paragraph's number and a range in code points of the article.
func (a *Article) PlaceOf(paragraph, start, length int) (Range, bool) {
	if paragraph < 1 || paragraph > len(a.Paragraphs) {
		return Range{}, false
	}
	p := a.Paragraphs[paragraph-1]
	if start < p.start || start+length-p.start > utf8.RuneCountInString(p.Text) {
		return Range{}, false
	}
	from := byteOffset(p.Text, start-p.start)
	return Range{paragraph - 1, from, from + byteOffset(p.Text[from:], length)}, true
}
