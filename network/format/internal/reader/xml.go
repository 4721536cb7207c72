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

// XML reads elements of an XML file, each once, and accounts for all of
// them: an element, an attribute or a text that a reader doesn't take is
// reported as a loss, by its name.
type XML struct {
	*Input
	decoder  *xml.Decoder
	losses   *graph.Losses
	space    string            // namespace of the outermost element
	prefixes map[string]string // by namespace: the prefix that the file gives it
	depth    int               // elements around the place that is read
	line     int               // of the token that was read last
}

// Element is an element that has begun. Its attributes are taken one by one;
// what is left of them at its end is a loss.
type Element struct {
	Name  string // local name; with a prefix, as in viz:color, in another namespace than the outermost element's
	Local string // local name
	space string // namespace
	outer string // name of the element around it
	Line  int
	Attrs []xml.Attr // that were not taken
}

// NewXML begins to read XML.
func NewXML(in *Input, losses *graph.Losses) *XML {
	x := &XML{Input: in, decoder: xml.NewDecoder(in), losses: losses, prefixes: map[string]string{}}
	// What is read is in UTF-8 by now, whatever the declaration says.
	x.decoder.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	return x
}

// Next returns the next token. Comments and instructions are passed over.
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
			// A document type is passed over. Entities that it declares are
			// a way to blow up a small file, and no graph needs them.
			if strings.Contains(string(t), "<!ENTITY") {
				return nil, x.Diagnostic(x.line, "", "it declares entities, which no graph needs", "take the <!DOCTYPE …> out, and write out what the entities stand for")
			}
		}
	}
}

// wrong returns what the parser stopped at as a diagnostic.
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

// Begin returns the element that a token begins.
func (x *XML) Begin(start xml.StartElement, outer string) *Element {
	e := &Element{Local: start.Name.Local, space: start.Name.Space, outer: outer, Line: x.line}
	for _, a := range start.Attr {
		switch {
		case a.Name.Space == "xmlns":
			if len(x.prefixes) < x.Limits.Attributes {
				x.prefixes[a.Value] = a.Name.Local
			}
		case a.Name.Local == "xmlns" && a.Name.Space == "", a.Name.Space == schemaInstance, a.Name.Space == xmlSpace && a.Name.Local == "space":
			// How the file is written, and nothing of what it says.
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

// named returns a name as the file writes it, without the prefix of the
// outermost element's namespace.
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

// Attr takes the attribute of that name, whatever its case, and returns its
// value; "" if there is none.
func (e *Element) Attr(name string) string {
	at := slices.IndexFunc(e.Attrs, func(a xml.Attr) bool { return a.Name.Space == "" && strings.EqualFold(a.Name.Local, name) })
	if at < 0 {
		return ""
	}
	value := e.Attrs[at].Value
	e.Attrs = slices.Delete(e.Attrs, at, at+1)
	return value
}

// left reports the attributes that no reader took.
func (x *XML) left(e *Element) {
	for _, a := range e.Attrs {
		name := x.named(a.Name)
		x.losses.Drop(lossKindOf(e.space, e.Local, a.Name.Local), name+" of <"+e.Name+">")
	}
}

// drop skips the element that has begun, and reports it once for everything in it.
func (x *XML) drop(e *Element) error {
	name := "<" + e.Name + ">"
	if e.outer != "" {
		name += " in <" + e.outer + ">"
	}
	x.losses.Drop(lossKindOf(e.space, e.Local, ""), name)
	return x.Pass(e)
}

// lossKindOf returns the kind of loss that an element is, or an attribute of it:
// a part of the drawing, or anything else.
func lossKindOf(space, local, attr string) string {
	if strings.Contains(space, "/viz") || space == "viz" || strings.Contains(space, "yworks.com") || strings.HasPrefix(attr, "yfiles.") || graph.IsDrawing(local) {
		return graph.LossDrawing
	}
	return graph.LossField
}

// Root reads the file, whose outermost element must have the given name. read
// must read the element to its end.
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

// end reads what is left after the outermost element.
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

// Children reads the element that has begun to its end, and calls read for each
// element in it. What read doesn't read to its end is dropped, and so is text;
// read may be nil.
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

// Content returns the text in the element that has begun, that of elements in
// it included, which are reported.
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

// Texts returns the text that is directly in the element that has begun, and
// drops the elements in it.
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

// Pass passes over an element that was reported already.
func (x *XML) Pass(e *Element) error {
	e.Attrs = nil
	for depth := x.depth; x.depth >= depth; {
		if _, err := x.inside(); err != nil {
			return err
		}
	}
	return nil
}

// inside is [XML.Next] where the file must go on.
func (x *XML) inside() (xml.Token, error) {
	token, err := x.Next()
	if err == io.EOF {
		err = x.Diagnostic(x.line, "", "it ends before it is complete", "it may be cut off; copy it again")
	}
	return token, err
}
