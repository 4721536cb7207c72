package reader

import (
	"bufio"
	"io"
	"strings"
)

// Lines reads the lines of a text.
type Lines struct {
	*Input
	From   *bufio.Reader
	offset int64
	Line   int // of the last line
}

// NewLines starts reading lines.
func NewLines(in *Input) *Lines {
	return &Lines{Input: in, From: bufio.NewReaderSize(in, Chunk)}
}

// Next returns a line without its end, or [io.EOF] after the last.
func (r *Lines) Next() (string, error) {
	r.Line = r.Token(r.offset)
	var b strings.Builder
	for {
		c, err := r.From.ReadByte()
		switch {
		case err == io.EOF && b.Len() > 0:
			return b.String(), nil
		case err == io.EOF:
			return "", err
		case err != nil:
			return "", r.Failed(err)
		}
		r.offset++
		if c == '\r' { // before a line feed, or alone, as old Macs end lines
			if after, err := r.From.Peek(1); err == nil && after[0] == '\n' {
				continue
			}
			return b.String(), nil
		}
		if c == '\n' {
			return b.String(), nil
		}
		b.WriteByte(c)
		if b.Len() > r.Limits.Token {
			return "", r.Diagnostic(r.Line, "", "a text or name in it is larger than "+Size(int64(r.Limits.Token)), "shorten it; the file may be damaged")
		}
	}
}

// Words splits a line at white space outside quotation marks.
func Words(line string) []string {
	var all []string
	for line = strings.TrimSpace(line); line != ""; line = strings.TrimSpace(line) {
		if line[0] == '"' {
			text, rest, _ := strings.Cut(line[1:], `"`)
			all, line = append(all, text), rest
			continue
		}
		end := strings.IndexAny(line, " \t")
		if end < 0 {
			end = len(line)
		}
		all, line = append(all, line[:end]), line[end:]
	}
	return all
}
