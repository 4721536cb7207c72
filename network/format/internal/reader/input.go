package reader

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"proxynet/network/file"
	"proxynet/network/format/internal/graph"
	"proxynet/network/message"
)

// Input is the text of a file: converted to UTF-8, without NUL bytes, and within the
// limits. It maps bytes to lines.
type Input struct {
	Name   string
	Sheet  string // of a workbook, in which lines are rows; "" otherwise
	Limits Limits
	from   io.Reader

	buffer []byte // read; complete characters up to ready
	ready  int
	read   int64 // bytes handed on
	begun  int64 // bytes handed on at the start of the current token
	err    error // the error after buffer, or io.EOF

	line   int     // line breaks before the last requested byte
	breaks []int64 // positions of those handed on since
}

// Chunk is the number of bytes read at a time.
const Chunk = 64 << 10

// NewInput starts reading a file. Its encoding is given by a byte order mark, otherwise
// by named, otherwise, in XML, by its declaration; the default is UTF-8.
func NewInput(name string, r io.Reader, limits Limits, named string) (*Input, error) {
	in := &Input{Name: name, Limits: limits, buffer: make([]byte, 0, Chunk)}
	counted := &countedReader{r: r, left: limits.Bytes, err: in.Diagnostic(0, "", "it is larger than "+Size(limits.Bytes), "give a smaller part of it")}
	buffered := bufio.NewReaderSize(counted, Chunk)
	head, err := buffered.Peek(256)
	if err != nil && err != io.EOF && err != bufio.ErrBufferFull {
		return nil, in.Failed(err)
	}
	in.from = buffered
	enc, mark, problem := encodingOf(head)
	if mark == 0 && named != "" {
		if enc, err = encodingNamed(named); err != nil {
			return nil, in.Diagnostic(0, "", err.Error(), "name another with --encoding")
		}
		problem = ""
	}
	if problem != "" {
		return nil, in.Diagnostic(1, "", problem, "save the file in UTF-8")
	}
	if _, err := buffered.Discard(mark); err != nil {
		return nil, in.Failed(err)
	}
	if enc != nil {
		in.from = enc.NewDecoder().Reader(buffered)
	}
	return in, nil
}

var declaration = regexp.MustCompile(`^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._:-]+)["']`)

// encodingOf returns the encoding of a file that starts with head, nil for UTF-8, and
// the length of its byte order mark.
func encodingOf(head []byte) (enc encoding.Encoding, mark int, problem string) {
	big := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	little := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	switch {
	case bytes.HasPrefix(head, []byte{0xEF, 0xBB, 0xBF}):
		return nil, 3, ""
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE, 0, 0}):
		return utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), 4, ""
	case bytes.HasPrefix(head, []byte{0, 0, 0xFE, 0xFF}):
		return utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), 4, ""
	case bytes.HasPrefix(head, []byte{0xFE, 0xFF}):
		return big, 2, ""
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE}):
		return little, 2, ""
	case len(head) > 3 && head[0] == 0 && head[1] != 0 && head[2] == 0 && head[3] != 0: // ASCII in two bytes each
		return big, 0, ""
	case len(head) > 3 && head[0] != 0 && head[1] == 0 && head[2] != 0 && head[3] == 0:
		return little, 0, ""
	}
	declared := declaration.FindSubmatch(head)
	if declared == nil {
		return nil, 0, ""
	}
	name := string(declared[1])
	enc, err := htmlindex.Get(name)
	if err != nil {
		return nil, 0, "the encoding that it declares, " + graph.Show(name) + ", is unknown"
	}
	// A declaration that is readable as ASCII is not in UTF-16, even if it claims to
	// be.
	if canonical, err := htmlindex.Name(enc); err != nil || canonical == "utf-8" || canonical == "utf-16le" || canonical == "utf-16be" {
		return nil, 0, ""
	}
	return enc, 0, ""
}

// countedReader fails with err after more than left bytes.
type countedReader struct {
	r    io.Reader
	left int64
	err  error
}

func (c *countedReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	if c.left -= int64(n); c.left < 0 {
		return 0, c.err
	}
	return n, err
}

// Read implements [io.Reader].
func (in *Input) Read(p []byte) (int, error) {
	if in.ready == 0 {
		in.fill()
	}
	if in.ready == 0 {
		return 0, in.err
	}
	if in.read-in.begun > int64(in.Limits.Token) {
		return 0, in.Diagnostic(in.lineAt(in.begun), "", "a text or name in it is larger than "+Size(int64(in.Limits.Token)), "shorten it; the file may be damaged")
	}
	n := copy(p, in.buffer[:in.ready])
	for i, b := range in.buffer[:n] {
		if b == '\n' {
			in.breaks = append(in.breaks, in.read+int64(i))
		}
	}
	in.buffer = append(in.buffer[:0], in.buffer[n:]...)
	in.ready -= n
	in.read += int64(n)
	return n, nil
}

// fill reads until there is a complete character or an error.
func (in *Input) fill() {
	for in.ready == 0 && in.err == nil {
		n, err := in.from.Read(in.buffer[len(in.buffer):cap(in.buffer)])
		in.buffer = in.buffer[:len(in.buffer)+n]
		in.ready = len(in.buffer)
		if err != nil {
			in.err = in.Failed(err)
		} else {
			in.ready = wholeCharacters(in.buffer)
		}
		in.check()
	}
}

// check stops before a byte that is not allowed in text.
func (in *Input) check() {
	text := in.buffer[:in.ready]
	if at := bytes.IndexByte(text, 0); at >= 0 {
		in.stop(at, "it holds a NUL byte", "it is not text, or it is damaged; save it again")
	}
	if text = in.buffer[:in.ready]; !utf8.Valid(text) {
		at := 0
		for {
			c, size := utf8.DecodeRune(text[at:])
			if c == utf8.RuneError && size == 1 {
				break
			}
			at += size
		}
		problem, fix := notUTF8(in.buffer, at)
		in.stop(at, problem, fix)
	}
}

// stop ends the file before the byte at that index of the buffer.
func (in *Input) stop(at int, problem, fix string) {
	line := 1 + in.line + len(in.breaks) + bytes.Count(in.buffer[:at], []byte("\n"))
	in.ready, in.err = at, in.Diagnostic(line, "", problem, fix)
}

// wholeCharacters returns the length of text without an incomplete character at its
// end.
func wholeCharacters(text []byte) int {
	for back := 1; back <= min(utf8.UTFMax-1, len(text)); back++ {
		b := text[len(text)-back]
		if utf8.RuneStart(b) {
			if !utf8.FullRune(text[len(text)-back:]) {
				return len(text) - back
			}
			break
		}
	}
	return len(text)
}

// Token records that a token starts at that byte, and returns its line.
func (in *Input) Token(offset int64) int {
	in.begun = offset
	return in.lineAt(offset)
}

// lineAt returns the line of a byte, counted from 1. Bytes must be requested in order.
func (in *Input) lineAt(offset int64) int {
	passed := 0
	for passed < len(in.breaks) && in.breaks[passed] < offset {
		passed++
	}
	in.line += passed
	in.breaks = in.breaks[passed:]
	return in.line + 1
}

// Few reports whether a node, an edge or the graph may have this many attributes.
func (in *Input) Few(line, count int) error {
	if count <= in.Limits.Attributes {
		return nil
	}
	return in.Diagnostic(line, "", fmt.Sprintf("it has more than %d attributes", in.Limits.Attributes), "remove those that don’t describe the network")
}

// Diagnostic returns a diagnostic of this file.
func (in *Input) Diagnostic(line int, id, problem, fix string) error {
	if in.Sheet != "" {
		place := graph.SheetPlace(in.Sheet, fmt.Sprintf("row %d", line))
		if line == 0 {
			place = "sheet " + graph.Show(in.Sheet)
		}
		if id != "" {
			place += ": " + id
		}
		line, id = 0, place
	}
	return file.Diagnostic{File: in.Name, Line: line, ID: id, Problem: message.New("%s", problem), Fix: message.New("%s", fix)}
}

// Failed returns the error that ended reading as a diagnostic, or [io.EOF].
func (in *Input) Failed(err error) error {
	var f file.Diagnostic
	switch {
	case err == io.EOF || errors.As(err, &f):
		return err
	case errors.Is(err, io.ErrUnexpectedEOF):
		return in.Diagnostic(0, "", "it ends in the middle of a character", "it may be cut off; copy it again")
	}
	return in.Diagnostic(0, "", fmt.Sprintf("it cannot be read: %v", err), "make the file readable")
}

// Size returns a number of bytes with its unit.
func Size(bytes int64) string {
	if bytes < 1<<20 {
		return fmt.Sprintf("%d KiB", bytes>>10)
	}
	return fmt.Sprintf("%d MiB", bytes>>20)
}
