package gml

import (
	"bufio"
	"fmt"
	"html"
	"io"
	"strings"
	"unicode"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
)

// scanner reads the keys and values of a GML file, the Graph Modelling
// Language of M. Himsolt, https://networkx.org/documentation/stable/reference/readwrite/gml.html.
type scanner struct {
	*reader.Input
	from   *bufio.Reader
	offset int64
	line   int // of the last token
	depth  int
}

// token is a key, a value, or one of the signs [ and ]; "" at the end.
type token struct {
	sign byte // '[', ']', or 0
	text string
	kind tokenKind
}

type tokenKind uint8

const (
	endToken tokenKind = iota
	signToken
	wordToken // a key
	numberToken
	textToken
)

func newScanner(in *reader.Input) *scanner {
	return &scanner{Input: in, from: bufio.NewReader(in)}
}

// next returns the next token.
func (s *scanner) next() (token, error) {
	c, err := s.space()
	if err == io.EOF {
		return token{}, nil
	}
	if err != nil {
		return token{}, err
	}
	switch {
	case c == '[':
		if s.depth++; s.depth > s.Limits.Depth {
			return token{}, s.Diagnostic(s.line, "", fmt.Sprintf("more than %d lists are nested in one another", s.Limits.Depth), "flatten it; the file may be damaged")
		}
		return token{sign: '[', kind: signToken}, nil
	case c == ']':
		s.depth--
		return token{sign: ']', kind: signToken}, nil
	case c == '"':
		return s.quoted()
	}
	return s.word(c)
}

// space passes over white space and comments, and returns what follows.
func (s *scanner) space() (rune, error) {
	for {
		s.line = s.Token(s.offset)
		c, err := s.read()
		switch {
		case err != nil:
			return 0, err
		case c == '#' || c == ';': // the latter written by Pajek and others
			for c != '\n' {
				if c, err = s.read(); err != nil {
					return 0, err
				}
			}
		case !unicode.IsSpace(c):
			return c, nil
		}
	}
}

func (s *scanner) read() (rune, error) {
	c, size, err := s.from.ReadRune()
	s.offset += int64(size)
	if err != nil && err != io.EOF {
		return 0, s.Failed(err)
	}
	return c, err
}

// quoted reads the rest of a text, in which references represent characters outside
// ASCII.
func (s *scanner) quoted() (token, error) {
	var b strings.Builder
	for {
		c, err := s.read()
		switch {
		case err == io.EOF:
			return token{}, s.Diagnostic(s.line, "", "the text that begins here is not closed", `close it with "`)
		case err != nil:
			return token{}, err
		case c == '"':
			return token{text: html.UnescapeString(b.String()), kind: textToken}, nil
		}
		b.WriteRune(c)
		if b.Len() > s.Limits.Token {
			return token{}, s.tooLong()
		}
	}
}

func (s *scanner) tooLong() error {
	return s.Diagnostic(s.line, "", "a text or name in it is larger than "+reader.Size(int64(s.Limits.Token)), "shorten it; the file may be damaged")
}

// word reads a key or a number.
func (s *scanner) word(c rune) (token, error) {
	var b strings.Builder
	b.WriteRune(c)
	for {
		c, err := s.read()
		if err != nil && err != io.EOF {
			return token{}, err
		}
		if err == io.EOF || unicode.IsSpace(c) || strings.ContainsRune(`[]"#`, c) {
			if err == nil {
				s.offset -= int64(len(string(c)))
				s.from.UnreadRune() // it was just read
			}
			break
		}
		b.WriteRune(c)
		if b.Len() > s.Limits.Token {
			return token{}, s.tooLong()
		}
	}
	text := b.String()
	if reader.Numeral.MatchString(text) {
		return token{text: text, kind: numberToken}, nil
	}
	return token{text: text, kind: wordToken}, nil
}

// keyValue is a key with its value, which may be a list of pairs.
type keyValue struct {
	key   string
	value graph.Value
	list  []keyValue
	isSet bool // the value is a list
	line  int
}

// pair reads a key and its value; end is true before a ] or at the end of the file. If
// the value is a list, only its opening bracket is read.
func (s *scanner) pair() (p keyValue, end bool, err error) {
	key, err := s.next()
	p.line = s.line
	switch {
	case err != nil:
		return p, false, err
	case key.kind == endToken:
		if s.depth > 0 {
			return p, false, s.Diagnostic(s.line, "", "it ends before it is complete", "it may be cut off, or a ] is missing")
		}
		return p, true, nil
	case key.sign == ']':
		if s.depth < 0 {
			return p, false, s.Diagnostic(s.line, "", "unmatched ]", "take it out")
		}
		return p, true, nil
	case key.kind != wordToken:
		return p, false, s.Diagnostic(s.line, "", graph.Show(spelling(key))+" instead of a key", "write a key, such as label, before every value")
	}
	p.key = key.text
	value, err := s.next()
	switch {
	case err != nil:
		return p, false, err
	case value.sign == '[':
		p.isSet = true
	case value.kind == numberToken:
		p.value = graph.Value{Text: reader.JSONNumber(value.text), Type: graph.Number}
	case value.kind == textToken:
		p.value = graph.TextOf(value.text)
	case value.kind == wordToken && strings.EqualFold(value.text, "nan"), value.kind == wordToken && strings.HasSuffix(strings.ToLower(value.text), "inf"):
	case value.kind == wordToken: // such as true, which the format doesn't have
		p.value = graph.TextOf(value.text)
	default:
		return p, false, s.Diagnostic(s.line, "", "the key "+graph.Show(p.key)+" has no value", "give it one, or take it out")
	}
	return p, false, nil
}

// spelling returns a token as written in the file.
func spelling(t token) string {
	if t.kind == signToken {
		return string(t.sign)
	}
	return t.text
}

// pairs reads the rest of a list; its number of keys has the limit for attributes.
func (s *scanner) pairs(count *int) ([]keyValue, error) {
	var all []keyValue
	for {
		p, end, err := s.pair()
		if err != nil || end {
			return all, err
		}
		if *count++; *count > s.Limits.Attributes {
			return nil, s.Few(p.line, *count)
		}
		if p.isSet {
			if p.list, err = s.pairs(count); err != nil {
				return nil, err
			}
		}
		all = append(all, p)
	}
}
