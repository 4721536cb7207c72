package file

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Article is the text of a source, against which quotes are checked, cut into
// paragraphs. It is the file without a byte order mark and with \n for every
// line's end; positions count the code points of that.
type Article struct {
	Name       string // of its file, as faults name it
	Paragraphs []Paragraph
}

// Paragraph is a line of an article that is not blank.
type Paragraph struct {
	Number int // from 1; blank lines are not counted
	Line   int // in the file, from 1
	Text   string

	start int // position of its first code point in the article
}

// OpenArticle reads the file at path as an article.
func OpenArticle(path string) (*Article, Faults) {
	data, faults := readFile(path, maxArticleBytes)
	if faults != nil {
		return nil, faults
	}
	return ReadArticle(path, data)
}

// ReadArticle cuts what was read from a file into paragraphs.
func ReadArticle(name string, data []byte) (*Article, Faults) {
	fault := func(line int, problem, mend string) (*Article, Faults) {
		return nil, Faults{{File: name, Line: line, Rule: RuleArticle, Problem: problem, Mend: mend}}
	}
	if len(data) > maxArticleBytes {
		return fault(0, fmt.Sprintf("the article is larger than %d MiB", maxArticleBytes>>20), "give the file that holds this article only")
	}
	if line := notUTF8(data); line > 0 {
		return fault(line, "the article is not UTF-8", "save it in UTF-8")
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
	if len(a.Paragraphs) == 0 {
		return fault(0, "the article is empty", "give the file that holds its text")
	}
	return a, nil
}

// place is where a text stands in an article.
type place struct {
	paragraph int // index of the paragraph
	offset    int // in bytes, in the paragraph's text
}

// Count returns at how many places a text stands.
func (a *Article) Count(text string) int { return len(a.find(text)) }

// find returns every place at which a text stands, overlapping ones too.
func (a *Article) find(text string) []place {
	var out []place
	for i, p := range a.Paragraphs {
		for from := 0; ; {
			at := strings.Index(p.Text[from:], text)
			if at < 0 {
				break
			}
			out = append(out, place{i, from + at})
			_, size := utf8.DecodeRuneInString(p.Text[from+at:])
			from += at + size
		}
	}
	return out
}

// position returns the place's position in the article, in code points.
func (a *Article) position(at place) int {
	p := a.Paragraphs[at.paragraph]
	return p.start + utf8.RuneCountInString(p.Text[:at.offset])
}
