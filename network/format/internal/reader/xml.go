package reader

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"proxynet/network/format/internal/graph"
)

// XML reads elements of an XML file, each once. It reports elements, attributes and
// texts that a reader doesn't read as losses, by name.
type XML struct {
	*Input
	decoder  *xml.Decoder
	losses   *graph.Losses
	space    string            // namespace of the outermost element
	prefixes map[string]string // by namespace: its prefix in the file
	depth    int               // elements around the current position
	line     int               // of the last token
}

// Element is an open element. Its attributes are removed as they are read; those left
// at its end are losses.
type Element struct {
	Name  string // local name; with a prefix, as in viz:color, in another namespace than the outermost element's
	Local string // local name
	space string // namespace
	outer string // name of the element around it
	Line  int
	Attrs []xml.Attr // not yet read
}

// NewXML starts reading XML.
func NewXML(in *Input, losses *graph.Losses) *XML {
	x := &XML{Input: in, decoder: xml.NewDecoder(in), losses: losses, prefixes: map[string]string{}}
	// The input is already converted to UTF-8, so the declaration is ignored.
	x.decoder.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	return x
}

// Next returns the next token. Comments and processing instructions are skipped.
func (x *XML) Next() (xml.Token, error) {
	for {
		x.line = x.Token(x.decoder.InputOffset())
		token, err := x.decoder.Token()
		if err != nil {
			return nil, x.wrong(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if x.depth++; x.depth > x.Limits.Depth {
				return nil, x.Diagnostic(x.line, "", fmt.Sprintf("more than %d elements are nested in one another", x.Limits.Depth), "flatten it; the file may be damaged")
			}
			return t, nil
		case xml.EndElement:
			x.depth--
			return t, nil
		case xml.CharData:
			return t, nil
		case xml.Directive:
			// A document type is skipped. The entities that it declares can expand a
			// small file without bounds, and no graph needs them.
			if strings.Contains(string(t), "<!ENTITY") {
				return nil, x.Diagnostic(x.line, "", "it declares entities, which no graph needs", "remove the <!DOCTYPE …>, and replace the entities by their text")
			}
		}
	}
}

// wrong returns the parser's error as a diagnostic.
func (x *XML) wrong(err error) error {
	var syntax *xml.SyntaxError
	switch {
	case errors.Is(err, io.EOF):
		return io.EOF
	case !errors.As(err, &syntax):
		return x.Failed(err)
	case strings.Contains(syntax.Msg, "unexpected EOF"):
		return x.Diagnostic(syntax.Line, "", "it ends before it is complete", "it may be cut off; copy it again")
	case strings.Contains(syntax.Msg, "invalid character entity"):
		return x.Diagnostic(syntax.Line, "", syntax.Msg, "write the character itself")
	}
	return x.Diagnostic(syntax.Line, "", "it does not parse as XML: "+syntax.Msg, "correct the XML there")
}

// Begin returns the element that a token opens.
func (x *XML) Begin(start xml.StartElement, outer string) *Element {
	e := &Element{Local: start.Name.Local, space: start.Name.Space, outer: outer, Line: x.line}
	for _, a := range start.Attr {
		switch {
		case a.Name.Space == "xmlns":
			if len(x.prefixes) < x.Limits.Attributes {
				x.prefixes[a.Value] = a.Name.Local
			}
		case a.Name.Local == "xmlns" && a.Name.Space == "", a.Name.Space == schemaInstance, a.Name.Space == xmlSpace && a.Name.Local == "space":
			// About the file's syntax, not its content.
		default:
			e.Attrs = append(e.Attrs, a)
		}
	}
	e.Name = x.named(start.Name)
	return e
}

const (
	schemaInstance = "http://www.w3.org/2001/XMLSchema-instance"
	xmlSpace       = "http://www.w3.org/XML/1998/namespace"
)

// named returns a name as written in the file, without the prefix of the outermost
// element's namespace.
func (x *XML) named(name xml.Name) string {
	if name.Space == "" || name.Space == x.space {
		return name.Local
	}
	prefix, known := x.prefixes[name.Space]
	if !known {
		prefix = name.Space // which the parser returns if no namespace is declared for it
		if name.Space == xmlSpace {
			prefix = "xml"
		}
	}
	return prefix + ":" + name.Local
}

// Attr removes the attribute of that name, ignoring case, and returns its value; "" if
// there is none.
func (e *Element) Attr(name string) string {
	at := slices.IndexFunc(e.Attrs, func(a xml.Attr) bool { return a.Name.Space == "" && strings.EqualFold(a.Name.Local, name) })
	if at < 0 {
		return ""
	}
	value := e.Attrs[at].Value
	e.Attrs = slices.Delete(e.Attrs, at, at+1)
	return value
}

// left reports the attributes that were not read.
func (x *XML) left(e *Element) {
	for _, a := range e.Attrs {
		name := x.named(a.Name)
		x.losses.Drop(lossKindOf(e.space, e.Local, a.Name.Local), name+" of <"+e.Name+">")
	}
}

// drop skips the rest of an element, and reports it once with everything in it.
func (x *XML) drop(e *Element) error {
	name := "<" + e.Name + ">"
	if e.outer != "" {
		name += " in <" + e.outer + ">"
	}
	x.losses.Drop(lossKindOf(e.space, e.Local, ""), name)
	return x.Pass(e)
}

// lossKindOf returns the kind of loss of an element or its attribute: a part of the
// drawing, or anything else.
func lossKindOf(space, local, attr string) string {
	if strings.Contains(space, "/viz") || space == "viz" || strings.Contains(space, "yworks.com") || strings.HasPrefix(attr, "yfiles.") || graph.IsDrawing(local) {
		return graph.LossDrawing
	}
	return graph.LossField
}

// Root reads the file, whose outermost element must have the given name. read must read
// the rest of the element.
func (x *XML) Root(name string, read func(e *Element) error) error {
	for {
		token, err := x.Next()
		if err == io.EOF {
			return x.Diagnostic(0, "", "it is empty, or not XML", "choose a file with a network, or name its format with --format")
		}
		if err != nil {
			return err
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if !strings.EqualFold(start.Name.Local, name) {
			return x.Diagnostic(x.line, "", fmt.Sprintf("its outermost element is <%s>, not <%s>", graph.Clip(start.Name.Local), name), "name its format with --format")
		}
		x.space = start.Name.Space
		e := x.Begin(start, "")
		if err := read(e); err != nil {
			return err
		}
		x.left(e)
		return x.end()
	}
}

// end reads the file after the outermost element.
func (x *XML) end() error {
	for {
		token, err := x.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if start, ok := token.(xml.StartElement); ok {
			return x.Diagnostic(x.line, "", fmt.Sprintf("a second outermost element <%s>", graph.Clip(start.Name.Local)), "keep one of the two")
		}
	}
}

// Children reads the rest of an element, and calls read for each child. Children that
// read doesn't read to their end are dropped, and so is text; read may be nil.
func (x *XML) Children(e *Element, read func(child *Element) error) error {
	for {
		token, err := x.inside()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			child, depth := x.Begin(t, e.Name), x.depth
			if read != nil {
				if err := read(child); err != nil {
					return err
				}
			}
			if x.depth >= depth {
				if err := x.drop(child); err != nil {
					return err
				}
			}
			x.left(child)
		case xml.CharData:
			if len(bytes.TrimSpace(t)) > 0 {
				x.losses.Drop(lossKindOf(e.space, e.Local, ""), "text in <"+e.Name+">")
			}
		case xml.EndElement:
			return nil
		}
	}
}

// Content reads the rest of an element and returns its text, including that of its
// descendants, which are reported.
func (x *XML) Content(e *Element) (string, error) {
	var b strings.Builder
	for depth := x.depth; x.depth >= depth; {
		token, err := x.inside()
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			child := x.Begin(t, e.Name)
			x.losses.Drop(graph.LossMarkup, "<"+child.Name+"> in <"+e.Name+">")
			x.left(child)
		case xml.CharData:
			b.Write(t)
			if b.Len() > x.Limits.Token {
				return "", x.Diagnostic(x.line, "", "a text or name in it is larger than "+Size(int64(x.Limits.Token)), "shorten it; the file may be damaged")
			}
		}
	}
	return strings.TrimSpace(b.String()), nil
}

// Texts reads the rest of an element and returns its own text; its child elements are
// dropped.
func (x *XML) Texts(e *Element, b *strings.Builder) error {
	for {
		token, err := x.inside()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			child := x.Begin(t, e.Name)
			if err := x.drop(child); err != nil {
				return err
			}
		case xml.CharData:
			b.Write(t)
			if b.Len() > x.Limits.Token {
				return x.Diagnostic(x.line, "", "a text or name in it is larger than "+Size(int64(x.Limits.Token)), "shorten it; the file may be damaged")
			}
		case xml.EndElement:
			return nil
		}
	}
}

// Pass skips an element that is already reported.
func (x *XML) Pass(e *Element) error {
	e.Attrs = nil
	for depth := x.depth; x.depth >= depth; {
		if _, err := x.inside(); err != nil {
			return err
		}
	}
	return nil
}

// inside is [XML.Next] inside an element, where the file must not end.
func (x *XML) inside() (xml.Token, error) {
	token, err := x.Next()
	if err == io.EOF {
		err = x.Diagnostic(x.line, "", "it ends before it is complete", "it may be cut off; copy it again")
	}
	return token, err
}
