package file

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"proxynet/network"
	"proxynet/network/fold"
)

// contextLetters is how far the context of a passage reaches within its
// sentence; farther context that contradicts a passage is not noticed.
const contextLetters = 60

// source is an article with the letters of its paragraphs.
type source struct {
	paragraphs []Paragraph
	letters    []fold.Letters
	text       string // the letters of all paragraphs as lines, to be searched
	lines      []int  // where each paragraph's line begins

	mutex   sync.Mutex
	anchors map[stretch]*network.Anchor // made so far
}

// stretch is a text of an article: where it begins, and its length in bytes.
type stretch struct {
	place
	length int
}

// mostAnchors is how many anchors a source keeps.
const mostAnchors = 10_000

func newSource(a *Article) *source {
	s := &source{paragraphs: a.Paragraphs}
	var text strings.Builder
	for _, p := range a.Paragraphs {
		l := fold.LettersOf(p.Text)
		s.letters, s.lines = append(s.letters, l), append(s.lines, text.Len())
		text.WriteString(string(utf16.Decode(l.Units)) + "\n")
	}
	s.text = text.String()
	return s
}

// anchor returns the anchor of the length bytes of text at a place. It is kept, and must
// not be changed.
func (s *source) anchor(at place, length int) *network.Anchor {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	key := stretch{at, length}
	if a, ok := s.anchors[key]; ok {
		return a
	}
	if s.anchors == nil || len(s.anchors) >= mostAnchors {
		s.anchors = make(map[stretch]*network.Anchor)
	}
	a := s.makeAnchor(at, length)
	s.anchors[key] = a
	return a
}

func (s *source) makeAnchor(at place, length int) *network.Anchor {
	letters := s.letters[at.paragraph]
	from, to := letters.Index(at.offset), letters.Index(at.offset+length)
	a := &network.Anchor{
		Paragraph: contextOf(letters.Units, true, s.paragraphs[at.paragraph].Text),
		Start:     from, Length: to - from,
	}
	own := string(utf16.Decode(letters.Units))
	a.Nth, a.Of = countOverlapping(s.text[:s.lines[at.paragraph]], own), countOverlapping(s.text, own)
	if from < to {
		a.Before, a.After = s.context(at, length, from, to)
	}
	return a
}

// context returns the text around the letters [from, to) of a paragraph: within
// the sentence at first, and then farther and farther until it singles them out.
func (s *source) context(at place, length, from, to int) (before, after *network.Context) {
	letters, text := s.letters[at.paragraph], s.paragraphs[at.paragraph].Text
	start, end := sentence(text, at.offset, at.offset+length)
	for reach := contextLetters; ; reach *= 2 {
		low, high := letters.Index(start), letters.Index(end)
		left, right := max(low, wordStart(letters, text, from-reach)), min(high, wordStart(letters, text, to+reach))
		if countOverlapping(s.text, string(utf16.Decode(letters.Units[left:right]))) == 1 {
			b, a := contextOf(letters.Units[left:from], left == low, ""), contextOf(letters.Units[to:right], right == high, text[:end])
			return &b, &a
		}
		if left == 0 && right == len(letters.Units) {
			return nil, nil
		}
		start, end = 0, len(text)
	}
}

// contextOf returns the context of letters that reach the edge of a sentence or
// don't. The text is what ends with them, and "" at a beginning.
func contextOf(letters []uint16, edge bool, text string) network.Context {
	return network.Context{
		Fingerprint: network.Fingerprint(fold.Of(letters)),
		Edge:        edge, Signed: edge && strings.ContainsAny(lastSign(text), ends),
	}
}

// wordStart returns the index of the first letter of the word that contains the i-th
// letter. In a script without spaces that is the i-th letter itself.
func wordStart(letters fold.Letters, text string, i int) int {
	const longest = 40 // letters
	switch {
	case i <= 0:
		return 0
	case i >= len(letters.Units):
		return len(letters.Units)
	}
	for first := i; i > 0 && first-i < longest; i-- {
		if strings.ContainsFunc(text[letters.From[i-1]:letters.From[i]], isGap) {
			return i
		}
	}
	return i
}

// isGap reports whether a character separates words.
func isGap(c rune) bool { return unicode.IsSpace(c) || unicode.IsPunct(c) && c != '\'' && c != '’' }

// countOverlapping counts the occurrences of a part in a text, overlapping ones
// included.
func countOverlapping(text, part string) (n int) {
	for part != "" {
		at := strings.Index(text, part)
		if at < 0 {
			break
		}
		n++
		_, size := utf8.DecodeRuneInString(text[at:])
		text = text[at+size:]
	}
	return n
}

// sentence returns the range [start, end) in bytes of the whole sentences of a text
// around [from, to). If it is doubtful whether a sentence ends, it doesn't.
func sentence(text string, from, to int) (start, end int) {
	end = len(text)
	for _, at := range sentenceEnds(text) {
		if at <= from {
			start = at
		}
		if at >= to {
			return start, at
		}
	}
	return start, end
}

// lastSign returns the last character of a text other than quotes and spaces.
func lastSign(text string) string {
	text = strings.TrimRight(strings.TrimRightFunc(text, unicode.IsSpace), closing)
	_, size := utf8.DecodeLastRuneInString(text)
	return text[len(text)-size:]
}

// ends are the characters that end a sentence.
const ends = ".?!…؟。！？"

// closing are the characters that belong to the sentence before them.
const closing = `"'”’»›)]」』`

// sentenceEnds returns where sentences of a text end, as offsets in bytes
// behind their last sign.
func sentenceEnds(text string) []int {
	var all []int
	for at := 0; at < len(text); {
		c, size := utf8.DecodeRuneInString(text[at:])
		at += size
		isWide := strings.ContainsRune("。！？", c)
		if !strings.ContainsRune(ends, c) {
			continue
		}
		rest := strings.TrimLeft(text[at:], closing)
		end := len(text) - len(rest)
		after := strings.TrimLeftFunc(rest, unicode.IsSpace)
		next, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, `"'“‘«‹([„`))
		switch {
		case isWide && !strings.ContainsRune("。！？", next):
			all = append(all, end)
		case len(after) == len(rest), unicode.IsLower(next), c == '.' && isAbbreviation(text[:at-size]):
		default:
			all = append(all, end)
		}
	}
	return all
}

// isAbbreviation reports whether a text may end in an abbreviation or initial,
// so that a point after it ends no sentence.
func isAbbreviation(text string) bool {
	word := text[strings.LastIndexFunc(text, unicode.IsSpace)+1:]
	first, _ := utf8.DecodeRuneInString(word)
	const longest = 4 // letters, as in “Capt”
	return strings.Contains(word, ".") || unicode.IsUpper(first) && utf8.RuneCountInString(word) <= longest
}
