package web

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// shorten returns HTML without the quotation marks and end tags that the standard makes
// optional. Browsers build the same elements from it; the line break after a paragraph
// without its end tag belongs to the paragraph. Names of attributes come out in lower
// case: parsers of HTML restore those of SVG.
func shorten(markup string) string {
	s := shortener{}
	s.Grow(len(markup))
	z := html.NewTokenizer(strings.NewReader(markup))
	for z.Next() != html.ErrorToken {
		s.token(z)
	}
	s.flush()
	return s.String()
}

// shortener writes tokens, and decides on an end tag when the next tag is known.
type shortener struct {
	strings.Builder
	end     atom.Atom // of the held end tag: P, Li, or 0 if none is held
	between string    // the line break after the held end tag, or ""
}

// token writes the current token of z.
func (s *shortener) token(z *html.Tokenizer) {
	raw := string(z.Raw()) // Token changes it
	switch t := z.Token(); {
	case t.Type == html.TextToken && s.end == atom.P && s.between == "" && raw == "\n":
		s.between = raw
	case t.Type == html.StartTagToken, t.Type == html.SelfClosingTagToken:
		s.before(t)
		s.tag(t)
	case t.Type == html.EndTagToken:
		s.before(t)
		if t.DataAtom == atom.P || t.DataAtom == atom.Li {
			s.end = t.DataAtom
			return
		}
		s.WriteString(raw)
	default:
		s.flush()
		s.WriteString(raw)
	}
}

// flush writes the end tag that is held.
func (s *shortener) flush() {
	if s.end != 0 {
		s.WriteString("</" + s.end.String() + ">")
	}
	s.drop()
}

// drop leaves out the end tag that is held.
func (s *shortener) drop() {
	s.WriteString(s.between)
	s.end, s.between = 0, ""
}

// The tags before which the end tag of a paragraph may be left out. The standard has more.
var (
	startsAfterP = []atom.Atom{atom.P, atom.Div, atom.Ul, atom.Ol, atom.Dl, atom.Blockquote, atom.Header, atom.Footer, atom.Section, atom.Nav, atom.H2, atom.H3, atom.H4, atom.H5}
	endsAfterP   = []atom.Atom{atom.Div, atom.Header, atom.Blockquote, atom.Article, atom.Section, atom.Footer}
)

// before settles the held end tag, given the tag that follows.
func (s *shortener) before(next html.Token) {
	isEnd := next.Type == html.EndTagToken
	switch {
	case s.end == atom.Li && (isEnd && (next.DataAtom == atom.Ul || next.DataAtom == atom.Ol) || !isEnd && next.DataAtom == atom.Li),
		s.end == atom.P && isEnd && slices.Contains(endsAfterP, next.DataAtom),
		s.end == atom.P && !isEnd && slices.Contains(startsAfterP, next.DataAtom):
		s.drop()
	default:
		s.flush()
	}
}

// needsQuotes reports whether an attribute's value with the character needs quotation
// marks. The standard allows more, but some parsers end a value at any space of Unicode.
func needsQuotes(r rune) bool { return r <= ' ' || r > '~' || strings.ContainsRune("\"'=<>`", r) }

// tag writes a start tag, with the shortest form of each attribute.
func (s *shortener) tag(t html.Token) {
	s.WriteString("<" + t.Data)
	bare := false // whether the last value has no quotation marks
	for _, a := range t.Attr {
		s.WriteByte(' ')
		if a.Namespace != "" {
			s.WriteString(a.Namespace + ":")
		}
		s.WriteString(a.Key)
		bare = a.Val != "" && !strings.ContainsFunc(a.Val, needsQuotes)
		switch text := strings.ReplaceAll(a.Val, "&", "&amp;"); {
		case a.Val == "":
		case bare:
			s.WriteString("=" + text)
		case strings.Contains(text, `"`) && !strings.Contains(text, "'"):
			s.WriteString("='" + text + "'")
		default:
			s.WriteString(`="` + strings.ReplaceAll(text, `"`, "&#34;") + `"`)
		}
	}
	if t.Type == html.SelfClosingTagToken {
		if bare {
			s.WriteByte(' ') // otherwise the slash would belong to the value
		}
		s.WriteByte('/')
	}
	s.WriteByte('>')
}
