package file

import (
	"bytes"
	"index/suffixarray"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"proxynet/network/message"
)

// Article is the text of a source, against which quotes are checked, cut into
// paragraphs. Positions count the code points of the file without a byte order mark and
// with \n at the end of every line.
type Article struct {
	Name       string // of its file, as diagnostics name it
	Paragraphs []Paragraph

	index   func() *suffixarray.Index // of the paragraphs' texts, a line each; made when it is first needed
	letters func() *source            // of the paragraphs, for anchors
	folds   func() *foldedIndex       // of the paragraphs' texts, folded and in lower case
	from    []int                     // where each paragraph's text begins in the indexed text
	points  []int                     // code points up to every countEach bytes of the indexed text
	spent   int                       // of maxCompared, since the last check began
	near    map[misquoted]nearText    // found so far
}

// Paragraph is a line of an article that is not blank.
type Paragraph struct {
	Number int // from 1; blank lines are not counted
	Line   int // in the file, from 1
	Text   string

	start int // position of its first code point in the article
}

// OpenArticle reads the file at path as an article.
func OpenArticle(path string) (*Article, Diagnostics) {
	data, diagnostics := readFile(path, maxArticleBytes)
	if diagnostics != nil {
		return nil, diagnostics
	}
	return ReadArticle(path, data)
}

// ReadArticle splits the content of a file into paragraphs.
func ReadArticle(name string, data []byte) (*Article, Diagnostics) {
	diagnostic := func(line int, problem, fix message.Message) (*Article, Diagnostics) {
		return nil, Diagnostics{{File: name, Line: line, Rule: RuleArticle, Problem: problem, Fix: fix}}
	}
	if len(data) > maxArticleBytes {
		return diagnostic(0, message.New("the article is larger than %d MiB", maxArticleBytes>>20), message.New("give the file that holds this article only"))
	}
	if line := notUTF8(data); line > 0 {
		return diagnostic(line, message.New("the article is not UTF-8"), message.New("save it in UTF-8"))
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	text := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(data))
	a, start := &Article{Name: name}, 0
	for i, line := range strings.Split(text, "\n") {
		if strings.TrimSpace(line) != "" {
			a.Paragraphs = append(a.Paragraphs, Paragraph{len(a.Paragraphs) + 1, i + 1, line, start})
		}
		start += utf8.RuneCountInString(line) + 1
	}
	a.index = sync.OnceValue(a.makeIndex)
	a.letters = sync.OnceValue(func() *source { return newSource(a) })
	a.folds = sync.OnceValue(a.makeFoldedIndex)
	if len(a.Paragraphs) == 0 {
		return diagnostic(0, message.New("the article is empty"), message.New("give the file that holds its text"))
	}
	return a, nil
}

// place is the position of a text in an article.
type place struct {
	paragraph int // index of the paragraph
	offset    int // in bytes, in the paragraph's text
}

// makeIndex returns an index of the paragraphs' texts: looking a quote up takes no
// longer in a long article, however many quotes there are.
func (a *Article) makeIndex() *suffixarray.Index {
	var all []byte
	for _, p := range a.Paragraphs {
		a.from = append(a.from, len(all))
		all = append(append(all, p.Text...), '\n') // which no quote has
	}
	points := 0
	for at := 0; at < len(all); at += countEach {
		a.points = append(a.points, points)
		points += utf8.RuneCount(all[at:min(at+countEach, len(all))])
	}
	return suffixarray.New(all)
}

// countEach is the distance in bytes between the positions of an article for which its
// code points are counted in advance.
const countEach = 4 << 10

// mostPlaces limits how many occurrences of a text are examined. Those of a text that
// is more frequent than that don't matter.
const mostPlaces = 10_000

// Once reports whether a text occurs exactly once.
func (a *Article) Once(text string) bool {
	return text != "" && len(a.index().Lookup([]byte(text), 2)) == 1
}

// With returns the indexes of the paragraphs that contain a text as whole words,
// in order. If a text occurs more than 10,000 times, some are left out.
func (a *Article) With(text string) []int {
	var out []int
	for _, r := range a.Named(text) {
		if len(out) == 0 || out[len(out)-1] != r.Paragraph {
			out = append(out, r.Paragraph)
		}
	}
	return out
}

func inWord(c rune) bool { return c != utf8.RuneError && (unicode.IsLetter(c) || unicode.IsDigit(c)) }

// find returns the positions of a text, overlapping ones included, in order.
// If there are more than mostPlaces, it returns some of them.
func (a *Article) find(text string) []place {
	if text == "" || strings.Contains(text, "\n") {
		return nil
	}
	offsets := a.index().Lookup([]byte(text), mostPlaces)
	slices.Sort(offsets)
	out := make([]place, len(offsets))
	for i, offset := range offsets {
		paragraph, exact := slices.BinarySearch(a.from, offset)
		if !exact {
			paragraph--
		}
		out[i] = place{paragraph, offset - a.from[paragraph]}
	}
	return out
}

// position returns the place's position in the article, in code points.
func (a *Article) position(at place) int {
	all := a.index().Bytes()
	begin := a.from[at.paragraph]
	if at.offset <= countEach { // in most paragraphs
		return a.Paragraphs[at.paragraph].start + utf8.RuneCount(all[begin:begin+at.offset])
	}
	upTo := func(offset int) int {
		block := offset / countEach
		return a.points[block] + utf8.RuneCount(all[block*countEach:offset])
	}
	return a.Paragraphs[at.paragraph].start + upTo(begin+at.offset) - upTo(begin)
}
