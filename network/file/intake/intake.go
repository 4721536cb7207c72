package intake

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"proxynet/network/visible"
)

// MaxBytes is how large a file may be, and what it may unpack to.
const MaxBytes = 8 << 20

// Article is what was found in a file.
type Article struct {
	Title, Author, Publisher, URL, Lang string
	Date                                string // of publication, as EDTF
	Blocks                              []string
	Captions                            []string
	Form                                string   // such as “a web page”
	Verbatim                            bool     // the file is clean text already
	Notes                               []string // for the author
}

// Text returns the clean text: a block a line, with a blank line between.
func (a *Article) Text() []byte { return joinBlocks(a.Blocks) }

// CaptionText returns the captions in the same way.
func (a *Article) CaptionText() []byte { return joinBlocks(a.Captions) }

func joinBlocks(blocks []string) []byte {
	if len(blocks) == 0 {
		return nil
	}
	return []byte(strings.Join(blocks, "\n\n") + "\n")
}

// Refused is the error for a file of which no text is made.
type Refused struct{ Problem, Mend string }

func (e *Refused) Error() string { return e.Problem + "; " + e.Mend }

func refuse(problem, mend string) error { return &Refused{problem, mend} }

// Read returns the article in the content of a file; name is for its ending. An
// error is a [*Refused].
func Read(name string, data []byte) (article *Article, err error) {
	defer func() { // a library's mistake about a hostile file is no reason to stop
		if recover() != nil {
			article, err = nil, refuse("the file can't be read as what it seems to be", pasteInstead)
		}
	}()
	if len(data) > MaxBytes {
		return nil, refuse(fmt.Sprintf("the file is larger than %d MiB", MaxBytes>>20), "give the file with this article only")
	}
	ending := strings.ToLower(path.Ext(filepath.ToSlash(name)))
	if err := foreign(data, ending); err != nil {
		return nil, err
	}
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		return readDocx(data)
	}
	text, encoding, err := decode(data)
	if err != nil {
		return nil, err
	}
	switch {
	case isHTML(text, ending):
		article, err = readHTML(text)
	case isMarkdown(text, ending):
		article, err = readMarkdown(text)
	default:
		article = readPlain(text)
	}
	if err != nil {
		return nil, err
	}
	if encoding != "" {
		article.Verbatim = false
		article.note("it was in %s, and is written in UTF-8", encoding)
	}
	if !article.Verbatim {
		article.clean()
	}
	if len(article.Blocks) == 0 {
		return nil, refuse("no text was found in the file", pasteInstead)
	}
	return article, nil
}

const pasteInstead = "copy the article’s text from your browser or editor, and save it as plain text, article.txt"

func (a *Article) note(format string, args ...any) {
	a.Notes = append(a.Notes, fmt.Sprintf(format, args...))
}

// foreign refuses the forms of which no text is made, with advice.
func foreign(data []byte, ending string) error {
	starts := func(prefix string) bool { return bytes.HasPrefix(data, []byte(prefix)) }
	switch {
	case bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")):
		return refuse("it is a PDF, which keeps neither the order of its lines nor their hyphens", pasteInstead)
	case starts(`{\rtf`):
		return refuse("it is RTF", "open it in a word processor and save it as .docx or as plain text")
	case starts("\xd0\xcf\x11\xe0"):
		return refuse("it is an old Office file, such as .doc", "open it in a word processor and save it as .docx")
	case starts("bplist00"):
		return refuse("it is a web archive of Safari", "save the page as “Page Source”, which is HTML")
	case starts("\x1f\x8b"), starts("7z\xbc\xaf"), starts("Rar!"):
		return refuse("it is an archive", "unpack it, and give the article in it")
	case starts("\x89PNG"), starts("\xff\xd8\xff"), starts("GIF8"), starts("II*\x00"), starts("MM\x00*"):
		return refuse("it is a picture", "give the article’s text")
	case (ending == ".docx" || ending == ".docm") && !starts("PK\x03\x04"):
		return refuse("it is called .docx, and is none", "save it again in a word processor")
	case webArchive.Match(data[:min(len(data), 4096)]):
		return refuse("it is a web page with its pictures in one file (MHTML)", "save the page as “HTML only”")
	}
	return nil
}

var webArchive = regexp.MustCompile(`(?im)^content-type:\s*multipart/related`)

// clean makes every block one line: runs of white space are one space, and what
// nobody sees is left out.
func (a *Article) clean() {
	a.Blocks, a.Captions = cleanBlocks(a.Blocks), cleanBlocks(a.Captions)
	for _, field := range []*string{&a.Title, &a.Author, &a.Publisher} {
		*field = cleanLine(*field)
	}
	if a.Title == "" && len(a.Blocks) > 0 {
		return
	}
	if a.Title != "" && !slices.Contains(a.Blocks[:min(len(a.Blocks), 3)], a.Title) {
		a.Blocks = append([]string{a.Title}, a.Blocks...)
	}
}

func cleanBlocks(blocks []string) []string {
	var out []string
	for _, b := range blocks {
		if b = cleanLine(b); b != "" {
			out = append(out, b)
		}
	}
	return out
}

func cleanLine(text string) string {
	text = strings.Map(func(c rune) rune {
		switch {
		case c == '\u00ad', c == '\u200b', c == '\u2060', c == '\ufeff': // where a line may, or may not, break
			return -1
		case unicode.IsSpace(c), unicode.IsControl(c):
			return ' '
		case visible.RefusedInQuote(c):
			return -1
		}
		return c
	}, text)
	return strings.Join(strings.Fields(text), " ")
}

// shorten shows how a text begins.
func shorten(text string) string {
	const most = 60 // characters
	if utf8.RuneCountInString(text) > most {
		return string([]rune(text)[:most]) + "…"
	}
	return text
}

var isoDay = regexp.MustCompile(`^\s*(\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)(?:$|[T\s])`)

// dayOf returns the date with which a timestamp begins, "" where there is none.
func dayOf(timestamp string) string {
	if m := isoDay.FindStringSubmatch(timestamp); m != nil {
		return m[1]
	}
	return ""
}

// IsRefused reports whether an error is a [*Refused].
func IsRefused(err error) bool {
	var r *Refused
	return errors.As(err, &r)
}
