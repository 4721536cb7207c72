package intake

import (
	"bytes"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"proxynet/network/message"
	"proxynet/network/visible"
)

// Limits of a file: ample for an article, and read within seconds in a browser.
const (
	MaxBytes      = 8 << 20
	maxLines      = 200_000
	maxParagraphs = 20_000
)

// Article is the article that was read from a file.
type Article struct {
	Title, Author, Publisher, URL, Lang string
	Date                                string // of publication, as EDTF
	Blocks                              []string
	Captions                            []string
	Form                                message.Message   // such as “a web page”
	Verbatim                            bool              // the file is clean text, which can be used unchanged
	Notes                               []message.Message // for the author
}

// Text returns the clean text: one block per line, separated by blank lines.
func (a *Article) Text() []byte { return joinBlocks(a.Blocks) }

// CaptionText returns the captions in the format of [Article.Text].
func (a *Article) CaptionText() []byte { return joinBlocks(a.Captions) }

func joinBlocks(blocks []string) []byte {
	if len(blocks) == 0 {
		return nil
	}
	return []byte(strings.Join(blocks, "\n\n") + "\n")
}

// Refused is the error for a file that can't be read as an article.
type Refused struct{ Problem, Fix message.Message }

func (e *Refused) Error() string { return e.Message().String() }

// Message returns the error's message.
func (e *Refused) Message() message.Message { return message.New("%s; %s", e.Problem, e.Fix) }

func refuse(problem, fix message.Message) error { return &Refused{problem, fix} }

// Read reads an article from the content of a file. The name only serves to detect
// the format. The error is a [*Refused].
func Read(name string, data []byte) (article *Article, err error) {
	defer func() { // a parser may panic on a hostile file
		if recover() != nil {
			article, err = nil, refuse(message.New("reading the file failed"), pasteInstead)
		}
	}()
	if len(data) > MaxBytes {
		return nil, refuse(message.New("the file is larger than %d MiB", MaxBytes>>20), message.New("save this article alone in a file"))
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
	if strings.Count(text, "\n") > maxLines {
		return nil, refuse(message.New("it has more than %d lines", maxLines), message.New("save this article alone in a file"))
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
		article.note(message.New("converted from %s to UTF-8", encoding))
	}
	if !article.Verbatim {
		article.clean()
	}
	return article.checked()
}

// checked returns the article, or an error if its text is missing or too long.
func (a *Article) checked() (*Article, error) {
	switch {
	case len(a.Blocks) == 0:
		return nil, refuse(message.New("no text was found in the file"), pasteInstead)
	case len(a.Blocks) > maxParagraphs:
		return nil, refuse(message.New("it has more than %d paragraphs", maxParagraphs), message.New("save this article alone in a file"))
	}
	return a, nil
}

var pasteInstead = message.New("copy the article’s text from your browser or editor, and save it as plain text, article.txt")

// note adds a note for the author, once.
func (a *Article) note(m message.Message) {
	if !slices.ContainsFunc(a.Notes, func(n message.Message) bool { return n.String() == m.String() }) {
		a.Notes = append(a.Notes, m)
	}
}

// foreign returns an error for formats that are not supported.
func foreign(data []byte, ending string) error {
	starts := func(prefix string) bool { return bytes.HasPrefix(data, []byte(prefix)) }
	switch {
	case bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")):
		return refuse(message.New("it is a PDF, from which text can’t be extracted reliably"), pasteInstead)
	case starts(`{\rtf`):
		return refuse(message.New("it is RTF"), message.New("open it in a word processor and save it as .docx or as plain text"))
	case starts("\xd0\xcf\x11\xe0"):
		return refuse(message.New("it is an old Office file, such as .doc"), message.New("open it in a word processor and save it as .docx"))
	case starts("bplist00"):
		return refuse(message.New("it is a Safari web archive"), message.New("save the page as “Page Source”, which is HTML"))
	case starts("\x1f\x8b"), starts("7z\xbc\xaf"), starts("Rar!"):
		return refuse(message.New("it is an archive"), message.New("unpack it and name the article’s file"))
	case starts("\x89PNG"), starts("\xff\xd8\xff"), starts("GIF8"), starts("II*\x00"), starts("MM\x00*"):
		return refuse(message.New("it is a picture"), message.New("use the article’s text"))
	case (ending == ".docx" || ending == ".docm") && !starts("PK\x03\x04"):
		return refuse(message.New("it has the extension of a .docx, but is not one"), message.New("save it again in a word processor"))
	case webArchive.Match(data[:min(len(data), 4096)]):
		return refuse(message.New("it is a web page with its pictures in one file (MHTML)"), message.New("save the page as “HTML only”"))
	}
	return nil
}

var webArchive = regexp.MustCompile(`(?im)^content-type:\s*multipart/related`)

// clean makes every block one line: it collapses white space and drops invisible
// characters. The title becomes the first block unless it is near the top already.
func (a *Article) clean() {
	a.Blocks, a.Captions = cleanBlocks(a.Blocks), cleanBlocks(a.Captions)
	for _, field := range []*string{&a.Title, &a.Author, &a.Publisher} {
		*field = cleanLine(*field)
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
		case c == '\u00ad', c == '\u200b', c == '\u2060', c == '\ufeff': // soft hyphens and zero-width characters
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

// shorten cuts a text to 60 characters.
func shorten(text string) string {
	const most = 60 // characters
	if utf8.RuneCountInString(text) > most {
		return string([]rune(text)[:most]) + "…"
	}
	return text
}

var isoDay = regexp.MustCompile(`^\s*(\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)(?:$|[T\s])`)

// dayOf returns the date at the start of a timestamp, or "" if there is none.
func dayOf(timestamp string) string {
	if m := isoDay.FindStringSubmatch(timestamp); m != nil {
		return m[1]
	}
	return ""
}
