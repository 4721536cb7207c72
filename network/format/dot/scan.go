package dot

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"proxynet/network/format/internal/reader"
)

// scanner splits a DOT file into tokens.
type scanner struct {
	*reader.Input
	from   *bufio.Reader
	offset int64
	failed error // error of reading ahead, except the end of the file
	token  token
	line   int // of the token
}

// token is a piece of a DOT file.
type token struct {
	kind tokenKind
	text string // of an id; of a sign, the sign
}

type tokenKind uint8

const (
	endToken  tokenKind = iota
	signToken           // one of { } [ ] = ; , : + -> --
	wordToken           // an id without quotation marks, perhaps a keyword
	textToken           // an id in quotation marks
	htmlToken           // an id in < and >
)

func newScanner(in *reader.Input) *scanner {
	return &scanner{Input: in, from: bufio.NewReader(in)}
}

// is reports whether the token is the given sign.
func (s *scanner) is(sign string) bool { return s.token.kind == signToken && s.token.text == sign }

// id reports whether the token is an id.
func (s *scanner) id() bool { return s.token.kind >= wordToken }

// keyword returns the token if it is a keyword, otherwise "".
func (s *scanner) keyword() string {
	if s.token.kind != wordToken {
		return ""
	}
	switch word := strings.ToLower(s.token.text); word {
	case "strict", "graph", "digraph", "node", "edge", "subgraph":
		return word
	}
	return ""
}

// next reads the next token.
func (s *scanner) next() error {
	if err := s.space(); err != nil {
		return err
	}
	if s.failed != nil {
		return s.failed
	}
	s.line = s.Input.Token(s.offset)
	b, err := s.read()
	if err == io.EOF {
		s.token = token{}
		return nil
	}
	if err != nil {
		return err
	}
	switch {
	case strings.IndexByte("{}[]=;,:+", b) >= 0:
		s.token = token{signToken, string(b)}
		return nil
	case b == '"':
		text, err := s.quoted()
		s.token = token{textToken, text}
		return err
	case b == '<':
		text, err := s.html()
		s.token = token{htmlToken, text}
		return err
	case b == '-':
		if after := s.peek(0); after == '>' || after == '-' {
			s.skip(1)
			s.token = token{signToken, "-" + string(after)}
			return nil
		}
	}
	if !wordByte(b) && b != '-' && b != '.' {
		return s.Diagnostic(s.line, "", fmt.Sprintf("unexpected character %q", b), "put the name that it is in into quotation marks")
	}
	return s.word(b)
}

// space skips white space and comments.
func (s *scanner) space() error {
	for {
		b := s.peek(0)
		switch {
		case b == ' ' || b == '\t' || b == '\r' || b == '\n' || b == '\f' || b == '\v':
			s.skip(1)
			if s.Input.Token(s.offset); b == '\n' && s.peek(0) == '#' { // a line for the C preprocessor
				if err := s.comment("\n"); err != nil {
					return err
				}
			}
		case b == '#' && s.offset == 0, b == '/' && s.peek(1) == '/':
			if err := s.comment("\n"); err != nil {
				return err
			}
		case b == '/' && s.peek(1) == '*':
			s.skip(2)
			if err := s.comment("*/"); err != nil {
				return err
			}
		default:
			return nil
		}
	}
}

// comment skips everything up to the given end.
func (s *scanner) comment(end string) error {
	line := s.Input.Token(s.offset)
	for {
		if s.peek(0) == end[0] && (len(end) == 1 || s.peek(1) == end[1]) {
			if len(end) > 1 {
				s.skip(2)
			}
			return nil
		}
		if _, err := s.read(); err == io.EOF {
			if len(end) > 1 {
				return s.Diagnostic(line, "", "a comment that begins here has no end", "end it with */")
			}
			return nil
		} else if err != nil {
			return err
		}
	}
}

// quoted reads the rest of an id in quotation marks. Only escaped quotation marks are
// unescaped: other escapes have a meaning in labels only.
func (s *scanner) quoted() (string, error) {
	var b strings.Builder
	for {
		c, err := s.read()
		switch {
		case err == io.EOF:
			return "", s.Diagnostic(s.line, "", "the text that begins here is not closed", `close it with "`)
		case err != nil:
			return "", err
		case c == '"':
			return b.String(), nil
		case c == '\\' && s.peek(0) == '"':
			s.skip(1)
			b.WriteByte('"')
		case c == '\\' && s.peek(0) == '\n':
			s.skip(1)
		case c == '\\' && s.peek(0) == '\r' && s.peek(1) == '\n':
			s.skip(2)
		case c == '\\' && s.peek(0) == '\\':
			s.skip(1)
			b.WriteString(`\\`)
		default:
			b.WriteByte(c)
		}
	}
}

// html reads the rest of an id in < and >, which are balanced in it.
func (s *scanner) html() (string, error) {
	var b strings.Builder
	for depth := 1; ; {
		c, err := s.read()
		if err == io.EOF {
			return "", s.Diagnostic(s.line, "", "an HTML text that begins here has no end", "end it with >")
		}
		if err != nil {
			return "", err
		}
		if c == '<' {
			depth++
		} else if c == '>' {
			if depth--; depth == 0 {
				return b.String(), nil
			}
		}
		b.WriteByte(c)
	}
}

// word reads the rest of an id without quotation marks.
func (s *scanner) word(first byte) error {
	var b strings.Builder
	b.WriteByte(first)
	numeral := first == '-' || first == '.' || first >= '0' && first <= '9'
	for c := s.peek(0); wordByte(c) || numeral && c == '.'; c = s.peek(0) {
		if numeral && (c < '0' || c > '9') && c != '.' {
			break // 1a is two ids
		}
		b.WriteByte(c)
		s.skip(1)
	}
	if s.failed != nil {
		return s.failed
	}
	s.token = token{wordToken, b.String()}
	if text := b.String(); numeral && strings.Trim(text, "-.") == "" {
		return s.Diagnostic(s.line, "", fmt.Sprintf("unexpected character %q", first), "put the name that it is in into quotation marks")
	}
	return nil
}

// wordByte reports whether an id without quotation marks may contain a byte.
func wordByte(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '_' || b >= 0x80
}

func (s *scanner) read() (byte, error) {
	b, err := s.from.ReadByte()
	if err == nil {
		s.offset++
	}
	return b, err
}

// peek returns a byte ahead, or 0 at the end.
func (s *scanner) peek(ahead int) byte {
	bytes, err := s.from.Peek(ahead + 1)
	if err != nil {
		if err != io.EOF && s.failed == nil {
			s.failed = err
		}
		return 0
	}
	return bytes[ahead]
}

func (s *scanner) skip(count int) {
	n, _ := s.from.Discard(count) // they were peeked
	s.offset += int64(n)
}
