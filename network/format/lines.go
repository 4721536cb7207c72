package format

import (
	"bufio"
	"io"
	"strings"
)

// lineReader reads the lines of a text.
type lineReader struct {
	*input
	from   *bufio.Reader
	offset int64
	line   int // of the line that was read last
}

func newLineReader(in *input) *lineReader {
	return &lineReader{input: in, from: bufio.NewReaderSize(in, chunk)}
}

// next returns a line without its end, or [io.EOF] after the last.
func (r *lineReader) next() (string, error) {
	r.line = r.token(r.offset)
	var b strings.Builder
	for {
		c, err := r.from.ReadByte()
		switch {
		case err == io.EOF && b.Len() > 0:
			return b.String(), nil
		case err == io.EOF:
			return "", err
		case err != nil:
			return "", r.failed(err)
		}
		r.offset++
		if c == '\r' { // before a line feed, or alone, as old Macs end lines
			if after, err := r.from.Peek(1); err == nil && after[0] == '\n' {
				continue
			}
			return b.String(), nil
		}
		if c == '\n' {
			return b.String(), nil
		}
		b.WriteByte(c)
		if b.Len() > r.limits.Token {
			return "", r.fault(r.line, "", "a text or name in it is larger than "+sizeOf(int64(r.limits.Token)), "shorten it; the file may be damaged")
		}
	}
}

// words splits a line at white space, but for that within quotation marks.
func words(line string) []string {
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
