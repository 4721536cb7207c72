package csv

import (
	"bufio"
	"io"
	"strings"

	"proxynet/network/format/internal/reader"
)

// lines is the text of a table as package csv takes it: lines that end with a
// carriage return alone, as old Macs and some Excels write them, end with a
// line feed.
type lines struct {
	*bufio.Reader
	bare bool // lines end with a carriage return alone
}

// newLines begins to read a table, and returns what its fields are separated
// by. Excel may say that in a line of its own, "sep=;", which it passes over.
func newLines(r io.Reader) (l *lines, comma rune, err error) {
	l = &lines{Reader: bufio.NewReaderSize(r, reader.Chunk)}
	head, _ := l.Peek(reader.Chunk) // a file may be shorter
	first, ending := firstLine(string(head))
	l.bare = ending == "\r"
	if said, ok := strings.CutPrefix(strings.ToLower(strings.Trim(first, `" `)), "sep="); ok && len([]rune(said)) == 1 {
		_, err = l.Discard(len(first) + len(ending))
		return l, []rune(said)[0], err
	}
	return l, separator(first), nil
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

// firstLine returns a text's first line, which may go on inside quotation
// marks, and what ends it.
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

// separator returns what separates the fields of a head: what it has most of
// outside quotation marks.
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
	return best
}
