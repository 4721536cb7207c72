package csv

import (
	"bufio"
	"encoding/csv"
	"io"
	"strings"

	"proxynet/network/format/internal/reader"
	"proxynet/network/format/internal/table"
)

// lines is the text of a table for package csv: single carriage returns, which old Macs
// and some versions of Excel write at the end of lines, become line feeds.
type lines struct {
	*bufio.Reader
	comma   rune // separator of fields
	bare    bool // lines end with a carriage return alone
	skipped int  // lines above the header
	titles  int  // the number of them that are not empty
}

// mostTitles is the maximum number of rows above the header, such as a title.
const mostTitles = 8

// newLines returns the lines of a table from its header on. Above it, Excel may declare
// the separator of fields in a separate line, "sep=;", and people write titles and
// comments.
func newLines(r io.Reader) (*lines, error) {
	l := &lines{Reader: bufio.NewReaderSize(r, reader.Chunk)}
	peeked, _ := l.Peek(reader.Chunk) // a file may be shorter
	text := string(peeked)
	first, ending := firstLine(text)
	l.bare = ending == "\r"
	if said, ok := strings.CutPrefix(strings.ToLower(strings.Trim(first, `" `)), "sep="); ok && len([]rune(said)) == 1 {
		l.comma = []rune(said)[0]
		l.skipped, text = 1, text[len(first)+len(ending):]
	}
	rest, skipped, titles, alone := text, l.skipped, 0, true
	for range mostTitles {
		line, ending := firstLine(rest)
		comma, names := l.split(line)
		head := table.NewHead(names)
		// A header that may be another row can only have titles above it.
		if sure, _ := head.Ends(table.Ends); sure >= 0 || alone && (head.Links() || head.Lists() && head.Named()) {
			l.titles, l.skipped, text = titles, skipped, rest
			break
		}
		if ending == "" {
			break
		}
		alone = alone && isTitle(names)
		if strings.Trim(line, string(comma)+" ") != "" {
			titles++
		}
		skipped, rest = skipped+1+strings.Count(line, "\n"), rest[len(line)+len(ending):]
	}
	first, _ = firstLine(text)
	l.comma, _ = l.split(first)
	_, err := l.Discard(len(peeked) - len(text))
	return l, err
}

// split returns the separator of a header and its fields.
func (l *lines) split(head string) (comma rune, names []string) {
	if comma = l.comma; comma == 0 {
		comma = separator(head)
	}
	r := csv.NewReader(strings.NewReader(head))
	r.Comma, r.LazyQuotes = comma, true
	names, _ = r.Read() // nil if the line has an error
	return comma, names
}

// isTitle reports whether a row is a comment or, like a title, has at most one field.
func isTitle(fields []string) bool {
	filled := 0
	for i, field := range fields {
		if field = strings.TrimSpace(field); i == 0 && (strings.HasPrefix(field, "#") || strings.HasPrefix(field, "//") || strings.HasPrefix(field, "%")) {
			return true
		}
		if field != "" {
			filled++
		}
	}
	return filled < 2
}

// Read implements [io.Reader].
func (l *lines) Read(p []byte) (int, error) {
	n, err := l.Reader.Read(p)
	if l.bare {
		for i, b := range p[:n] {
			if b == '\r' {
				p[i] = '\n'
			}
		}
	}
	return n, err
}

// firstLine returns a text's first line, which may contain line breaks inside quotation
// marks, and its terminator.
func firstLine(text string) (line, ending string) {
	quoted := false
	for i, c := range text {
		switch {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\n':
			return text[:i], "\n"
		case c == '\r' && strings.HasPrefix(text[i:], "\r\n"):
			return text[:i], "\r\n"
		case c == '\r':
			return text[:i], "\r"
		}
	}
	return text, ""
}

// separator returns the separator of a header's fields: the most frequent candidate
// outside quotation marks, or blanks if only these give columns for the ends of edges.
func separator(head string) rune {
	counts := map[rune]int{}
	quoted := false
	for _, c := range head {
		if c == '"' {
			quoted = !quoted
		} else if !quoted {
			counts[c]++
		}
	}
	best := ','
	for _, c := range []rune{';', '\t', '|'} {
		if counts[c] > counts[best] {
			best = c
		}
	}
	if counts[best] == 0 && table.NewHead(strings.Fields(head)).Links() {
		return ' '
	}
	return best
}
