package file

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// article is a text against which quotes are checked, cut into paragraphs. It
// is the file without a byte order mark and with \n for every line's end;
// positions count the code points of that.
type article struct {
	paragraphs []paragraph
}

type paragraph struct {
	number int // from 1; blank lines are not counted
	line   int // in the file, from 1
	start  int // position of its first code point in the article
	text   string
}

// readArticle cuts a file into paragraphs.
func readArticle(name string, data []byte) (*article, Faults) {
	fault := func(line int, problem, mend string) (*article, Faults) {
		return nil, Faults{{File: name, Line: line, Problem: problem, Mend: mend}}
	}
	if len(data) > maxArticleBytes {
		return fault(0, fmt.Sprintf("the article is larger than %d MiB", maxArticleBytes>>20), "give the file that holds this article only")
	}
	if line := notUTF8(data); line > 0 {
		return fault(line, "the article is not UTF-8", "save it in UTF-8")
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	text := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(data))
	a, start := new(article), 0
	for i, line := range strings.Split(text, "\n") {
		if strings.TrimSpace(line) != "" {
			a.paragraphs = append(a.paragraphs, paragraph{len(a.paragraphs) + 1, i + 1, start, line})
		}
		start += utf8.RuneCountInString(line) + 1
	}
	if len(a.paragraphs) == 0 {
		return fault(0, "the article is empty", "give the file that holds its text")
	}
	return a, nil
}

// place is where a text stands in an article.
type place struct {
	paragraph int // index of the paragraph
	offset    int // in bytes, in the paragraph's text
}

// find returns every place at which a text stands, overlapping ones too.
func (a *article) find(text string) []place {
	var out []place
	for i, p := range a.paragraphs {
		for from := 0; ; {
			at := strings.Index(p.text[from:], text)
			if at < 0 {
				break
			}
			out = append(out, place{i, from + at})
			_, size := utf8.DecodeRuneInString(p.text[from+at:])
			from += at + size
		}
	}
	return out
}

// position returns the place's position in the article, in code points.
func (a *article) position(at place) int {
	p := a.paragraphs[at.paragraph]
	return p.start + utf8.RuneCountInString(p.text[:at.offset])
}
