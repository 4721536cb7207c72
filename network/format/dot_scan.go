package format

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// dotScanner splits a DOT file into tokens.
type dotScanner struct {
	*input
	from   *bufio.Reader
	offset int64
	failed error // what reading ahead ended with, but for the end of the file
	token  dotToken
	line   int // of the token
}

// dotToken is a piece of a DOT file.
type dotToken struct {
	kind dotKind
	text string // of an id; of a sign, the sign
}

type dotKind uint8

const (
	dotEnd  dotKind = iota
	dotSign         // one of { } [ ] = ; , : + -> --
	dotWord         // an id without quotation marks, perhaps a keyword
	dotText         // an id in quotation marks
	dotHTML         // an id in < and >
)

func newDOTScanner(in *input) *dotScanner {
	return &dotScanner{input: in, from: bufio.NewReader(in)}
}

// is tells whether the token is that sign.
func (s *dotScanner) is(sign string) bool { return s.token.kind == dotSign && s.token.text == sign }

// id tells whether the token is an id.
func (s *dotScanner) id() bool { return s.token.kind >= dotWord }

// keyword returns the keyword that the token is, or "".
func (s *dotScanner) keyword() string {
	if s.token.kind != dotWord {
		return ""
	}
	switch word := strings.ToLower(s.token.text); word {
	case "strict", "graph", "digraph", "node", "edge", "subgraph":
		return word
	}
	return ""
}

// next reads the next token.
func (s *dotScanner) next() error {
	if err := s.space(); err != nil {
		return err
	}
	if s.failed != nil {
		return s.failed
	}
	s.line = s.input.token(s.offset)
	b, err := s.read()
	if err == io.EOF {
		s.token = dotToken{}
		return nil
	}
	if err != nil {
		return err
	}
	switch {
	case strings.IndexByte("{}[]=;,:+", b) >= 0:
		s.token = dotToken{dotSign, string(b)}
		return nil
	case b == '"':
		text, err := s.quoted()
		s.token = dotToken{dotText, text}
		return err
	case b == '<':
		text, err := s.html()
		s.token = dotToken{dotHTML, text}
		return err
	case b == '-':
		if after := s.peek(0); after == '>' || after == '-' {
			s.skip(1)
			s.token = dotToken{dotSign, "-" + string(after)}
			return nil
		}
	}
	if !wordByte(b) && b != '-' && b != '.' {
		return s.fault(s.line, "", fmt.Sprintf("unexpected character %q", b), "put the name that it is in into quotation marks")
	}
	return s.word(b)
}

// space passes over white space and comments.
func (s *dotScanner) space() error {
	for {
		b := s.peek(0)
		switch {
		case b == ' ' || b == '\t' || b == '\r' || b == '\n' || b == '\f' || b == '\v':
			s.skip(1)
			if s.input.token(s.offset); b == '\n' && s.peek(0) == '#' { // a line for the C preprocessor
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

// comment passes over everything up to the given end.
func (s *dotScanner) comment(end string) error {
	line := s.input.token(s.offset)
	for {
		if s.peek(0) == end[0] && (len(end) == 1 || s.peek(1) == end[1]) {
			if len(end) > 1 {
				s.skip(2)
			}
			return nil
		}
		if _, err := s.read(); err == io.EOF {
			if len(end) > 1 {
				return s.fault(line, "", "a comment that begins here has no end", "end it with */")
			}
			return nil
		} else if err != nil {
			return err
		}
	}
}

// quoted reads the rest of an id in quotation marks. Of its escapes only that
// of the quotation mark is undone: the others mean something in labels only.
func (s *dotScanner) quoted() (string, error) {
	var b strings.Builder
	for {
		c, err := s.read()
		switch {
		case err == io.EOF:
			return "", s.fault(s.line, "", "the text that begins here is not closed", `close it with "`)
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

// html reads the rest of an id in < and >, which stand in pairs in it.
func (s *dotScanner) html() (string, error) {
	var b strings.Builder
	for depth := 1; ; {
		c, err := s.read()
		if err == io.EOF {
			return "", s.fault(s.line, "", "an HTML text that begins here has no end", "end it with >")
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
func (s *dotScanner) word(first byte) error {
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
	s.token = dotToken{dotWord, b.String()}
	if text := b.String(); numeral && strings.Trim(text, "-.") == "" {
		return s.fault(s.line, "", fmt.Sprintf("unexpected character %q", first), "put the name that it is in into quotation marks")
	}
	return nil
}

// wordByte tells whether a byte may stand in an id without quotation marks.
func wordByte(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '_' || b >= 0x80
}

func (s *dotScanner) read() (byte, error) {
	b, err := s.from.ReadByte()
	if err == nil {
		s.offset++
	}
	return b, err
}

// peek returns a byte that comes, 0 where none does.
func (s *dotScanner) peek(ahead int) byte {
	bytes, err := s.from.Peek(ahead + 1)
	if err != nil {
		if err != io.EOF && s.failed == nil {
			s.failed = err
		}
		return 0
	}
	return bytes[ahead]
}

func (s *dotScanner) skip(count int) {
	n, _ := s.from.Discard(count) // they were peeked at
	s.offset += int64(n)
}
