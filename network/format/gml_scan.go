package format

import (
	"bufio"
	"fmt"
	"html"
	"io"
	"regexp"
	"strings"
	"unicode"
)

// gmlScanner reads the keys and values of a GML file, the Graph Modelling
// Language of M. Himsolt, https://networkx.org/documentation/stable/reference/readwrite/gml.html.
type gmlScanner struct {
	*input
	from   *bufio.Reader
	offset int64
	line   int // of the token that was read last
	depth  int
}

// gmlToken is a key, a value, or one of the signs [ and ]; "" at the end.
type gmlToken struct {
	sign byte // '[', ']', or 0
	text string
	kind gmlKind
}

type gmlKind uint8

const (
	gmlEnd gmlKind = iota
	gmlSign
	gmlWord // a key
	gmlNumber
	gmlText
)

func newGMLScanner(in *input) *gmlScanner { return &gmlScanner{input: in, from: bufio.NewReader(in)} }

// next returns the next token.
func (s *gmlScanner) next() (gmlToken, error) {
	c, err := s.space()
	if err == io.EOF {
		return gmlToken{}, nil
	}
	if err != nil {
		return gmlToken{}, err
	}
	switch {
	case c == '[':
		if s.depth++; s.depth > s.limits.Depth {
			return gmlToken{}, s.fault(s.line, "", fmt.Sprintf("more than %d lists are nested in one another", s.limits.Depth), "flatten it; the file may be damaged")
		}
		return gmlToken{sign: '[', kind: gmlSign}, nil
	case c == ']':
		s.depth--
		return gmlToken{sign: ']', kind: gmlSign}, nil
	case c == '"':
		return s.quoted()
	}
	return s.word(c)
}

// space passes over white space and comments, and returns what follows.
func (s *gmlScanner) space() (rune, error) {
	for {
		s.line = s.token(s.offset)
		c, err := s.read()
		switch {
		case err != nil:
			return 0, err
		case c == '#' || c == ';': // the latter as Pajek and others write them
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

func (s *gmlScanner) read() (rune, error) {
	c, size, err := s.from.ReadRune()
	s.offset += int64(size)
	if err != nil && err != io.EOF {
		return 0, s.failed(err)
	}
	return c, err
}

// quoted reads a text that has begun, in which references stand for the
// characters that ASCII lacks.
func (s *gmlScanner) quoted() (gmlToken, error) {
	var b strings.Builder
	for {
		c, err := s.read()
		switch {
		case err == io.EOF:
			return gmlToken{}, s.fault(s.line, "", "the text that begins here is not closed", `close it with "`)
		case err != nil:
			return gmlToken{}, err
		case c == '"':
			return gmlToken{text: html.UnescapeString(b.String()), kind: gmlText}, nil
		}
		b.WriteRune(c)
		if b.Len() > s.limits.Token {
			return gmlToken{}, s.tooLong()
		}
	}
}

func (s *gmlScanner) tooLong() error {
	return s.fault(s.line, "", "a text or name in it is larger than "+sizeOf(int64(s.limits.Token)), "shorten it; the file may be damaged")
}

var gmlNumeral = regexp.MustCompile(`^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$`)

// word reads a key or a number.
func (s *gmlScanner) word(c rune) (gmlToken, error) {
	var b strings.Builder
	b.WriteRune(c)
	for {
		c, err := s.read()
		if err != nil && err != io.EOF {
			return gmlToken{}, err
		}
		if err == io.EOF || unicode.IsSpace(c) || strings.ContainsRune(`[]"#`, c) {
			if err == nil {
				s.offset -= int64(len(string(c)))
				s.from.UnreadRune() // it was just read
			}
			break
		}
		b.WriteRune(c)
		if b.Len() > s.limits.Token {
			return gmlToken{}, s.tooLong()
		}
	}
	text := b.String()
	if gmlNumeral.MatchString(text) {
		return gmlToken{text: text, kind: gmlNumber}, nil
	}
	return gmlToken{text: text, kind: gmlWord}, nil
}

// gmlPair is a key with its value, which may be a list of pairs.
type gmlPair struct {
	key   string
	value Value
	list  []gmlPair
	isSet bool // the value is a list
	line  int
}

// pair reads a key and its value; end is true before a ] or at the end of the
// file. A value that is a list has only begun.
func (s *gmlScanner) pair() (p gmlPair, end bool, err error) {
	key, err := s.next()
	p.line = s.line
	switch {
	case err != nil:
		return p, false, err
	case key.kind == gmlEnd:
		if s.depth > 0 {
			return p, false, s.fault(s.line, "", "it ends before it is complete", "it may be cut off, or a ] is missing")
		}
		return p, true, nil
	case key.sign == ']':
		if s.depth < 0 {
			return p, false, s.fault(s.line, "", "unmatched ]", "take it out")
		}
		return p, true, nil
	case key.kind != gmlWord:
		return p, false, s.fault(s.line, "", show(gmlSpelling(key))+" in place of a key", "write a key, such as label, before every value")
	}
	p.key = key.text
	value, err := s.next()
	switch {
	case err != nil:
		return p, false, err
	case value.sign == '[':
		p.isSet = true
	case value.kind == gmlNumber:
		p.value = Value{jsonNumber(value.text), Number}
	case value.kind == gmlText:
		p.value = text(value.text)
	case value.kind == gmlWord && strings.EqualFold(value.text, "nan"), value.kind == gmlWord && strings.HasSuffix(strings.ToLower(value.text), "inf"):
	case value.kind == gmlWord: // such as true, which the format doesn't have
		p.value = text(value.text)
	default:
		return p, false, s.fault(s.line, "", "the key "+show(p.key)+" has no value", "give it one, or take it out")
	}
	return p, false, nil
}

// gmlSpelling returns a token as the file has it.
func gmlSpelling(t gmlToken) string {
	if t.kind == gmlSign {
		return string(t.sign)
	}
	return t.text
}

// jsonNumber returns a number as JSON writes it.
func jsonNumber(s string) string {
	s = strings.TrimPrefix(s, "+")
	sign := ""
	if rest, negative := strings.CutPrefix(s, "-"); negative {
		sign, s = "-", rest
	}
	if whole := strings.TrimLeft(s, "0"); whole != s {
		s = whole
		if s == "" || s[0] < '0' || s[0] > '9' {
			s = "0" + s
		}
	}
	if strings.HasPrefix(s, ".") {
		s = "0" + s
	}
	s = strings.Replace(s, ".e", ".0e", 1)
	s = strings.Replace(s, ".E", ".0E", 1)
	if strings.HasSuffix(s, ".") {
		s += "0"
	}
	return sign + s
}

// pairs reads the rest of a list that has begun, of as many keys as a thing may
// have attributes.
func (s *gmlScanner) pairs(count *int) ([]gmlPair, error) {
	var all []gmlPair
	for {
		p, end, err := s.pair()
		if err != nil || end {
			return all, err
		}
		if *count++; *count > s.limits.Attributes {
			return nil, s.few(p.line, *count)
		}
		if p.isSet {
			if p.list, err = s.pairs(count); err != nil {
				return nil, err
			}
		}
		all = append(all, p)
	}
}
