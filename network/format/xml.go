package format

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// xmlReader reads elements of an XML file, each once, and accounts for all of
// them: an element, an attribute or a text that a reader doesn't take is
// reported as a loss, by its name.
type xmlReader struct {
	*input
	decoder  *xml.Decoder
	losses   *Losses
	space    string            // namespace of the outermost element
	prefixes map[string]string // by namespace: the prefix that the file gives it
	depth    int               // elements around the place that is read
	line     int               // of the token that was read last
}

// element is an element that has begun. Its attributes are taken one by one;
// what is left of them at its end is a loss.
type element struct {
	name  string // local name; with a prefix, as in viz:color, in another namespace than the outermost element's
	local string // local name
	space string // namespace
	outer string // name of the element around it
	line  int
	attrs []xml.Attr // that were not taken
}

func newXMLReader(in *input, losses *Losses) *xmlReader {
	x := &xmlReader{input: in, decoder: xml.NewDecoder(in), losses: losses, prefixes: map[string]string{}}
	// What is read is in UTF-8 by now, whatever the declaration says.
	x.decoder.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	return x
}

// next returns the next token. Comments and instructions are passed over.
func (x *xmlReader) next() (xml.Token, error) {
	for {
		x.line = x.token(x.decoder.InputOffset())
		token, err := x.decoder.Token()
		if err != nil {
			return nil, x.wrong(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if x.depth++; x.depth > x.limits.Depth {
				return nil, x.fault(x.line, "", fmt.Sprintf("more than %d elements are nested in one another", x.limits.Depth), "flatten it; the file may be damaged")
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
				return nil, x.fault(x.line, "", "it declares entities, which no graph needs", "take the <!DOCTYPE …> out, and write out what the entities stand for")
			}
		}
	}
}

// wrong returns what the parser stopped at as a fault.
func (x *xmlReader) wrong(err error) error {
	var syntax *xml.SyntaxError
	switch {
	case errors.Is(err, io.EOF):
		return io.EOF
	case !errors.As(err, &syntax):
		return x.failed(err)
	case strings.Contains(syntax.Msg, "unexpected EOF"):
		return x.fault(syntax.Line, "", "it ends before it is complete", "it may be cut off; copy it again")
	case strings.Contains(syntax.Msg, "invalid character entity"):
		return x.fault(syntax.Line, "", syntax.Msg, "write the character itself")
	}
	return x.fault(syntax.Line, "", "it does not parse as XML: "+syntax.Msg, "correct the XML there")
}

// begin returns the element that a token begins.
func (x *xmlReader) begin(start xml.StartElement, outer string) *element {
	e := &element{local: start.Name.Local, space: start.Name.Space, outer: outer, line: x.line}
	for _, a := range start.Attr {
		switch {
		case a.Name.Space == "xmlns":
			if len(x.prefixes) < x.limits.Attributes {
				x.prefixes[a.Value] = a.Name.Local
			}
		case a.Name.Local == "xmlns" && a.Name.Space == "", a.Name.Space == schemaInstance, a.Name.Space == xmlSpace && a.Name.Local == "space":
			// How the file is written, and nothing of what it says.
		default:
			e.attrs = append(e.attrs, a)
		}
	}
	e.name = x.named(start.Name)
	return e
}

const (
	schemaInstance = "http://www.w3.org/2001/XMLSchema-instance"
	xmlSpace       = "http://www.w3.org/XML/1998/namespace"
)

// named returns a name as the file writes it, without the prefix of the
// outermost element's namespace.
func (x *xmlReader) named(name xml.Name) string {
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

// attr takes the attribute of that name, whatever its case, and returns its
// value; "" if there is none.
func (e *element) attr(name string) string {
	at := slices.IndexFunc(e.attrs, func(a xml.Attr) bool { return a.Name.Space == "" && strings.EqualFold(a.Name.Local, name) })
	if at < 0 {
		return ""
	}
	value := e.attrs[at].Value
	e.attrs = slices.Delete(e.attrs, at, at+1)
	return value
}

// left reports the attributes that no reader took.
func (x *xmlReader) left(e *element) {
	for _, a := range e.attrs {
		name := x.named(a.Name)
		x.losses.drop(lossKindOf(e.space, e.local, a.Name.Local), name+" of <"+e.name+">")
	}
}

// drop passes over the element that has begun, and reports it. It stands for
// all that is in it.
func (x *xmlReader) drop(e *element) error {
	name := "<" + e.name + ">"
	if e.outer != "" {
		name += " in <" + e.outer + ">"
	}
	x.losses.drop(lossKindOf(e.space, e.local, ""), name)
	return x.pass(e)
}

// lossKindOf returns the kind of loss that an element is, or an attribute of it:
// a part of the drawing, or anything else.
func lossKindOf(space, local, attr string) string {
	if strings.Contains(space, "/viz") || space == "viz" || strings.Contains(space, "yworks.com") || strings.HasPrefix(attr, "yfiles.") || drawn(local) {
		return lossDrawing
	}
	return lossField
}

// root reads the file, whose outermost element must have the given name. read
// must read the element to its end.
func (x *xmlReader) root(name string, read func(e *element) error) error {
	for {
		token, err := x.next()
		if err == io.EOF {
			return x.fault(0, "", "it is empty, or not XML", "choose a file with a network, or name its format with --format")
		}
		if err != nil {
			return err
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if !strings.EqualFold(start.Name.Local, name) {
			return x.fault(x.line, "", fmt.Sprintf("its outermost element is <%s>, not <%s>", clip(start.Name.Local), name), "name its format with --format")
		}
		x.space = start.Name.Space
		e := x.begin(start, "")
		if err := read(e); err != nil {
			return err
		}
		x.left(e)
		return x.end()
	}
}

// end reads what is left after the outermost element.
func (x *xmlReader) end() error {
	for {
		token, err := x.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if start, ok := token.(xml.StartElement); ok {
			return x.fault(x.line, "", fmt.Sprintf("a second outermost element <%s>", clip(start.Name.Local)), "keep one of the two")
		}
	}
}

// children reads the element that has begun to its end, and calls read for each
// element in it. What read doesn't read to its end is dropped, and so is text;
// read may be nil.
func (x *xmlReader) children(e *element, read func(child *element) error) error {
	for {
		token, err := x.inside()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			child, depth := x.begin(t, e.name), x.depth
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
				x.losses.drop(lossKindOf(e.space, e.local, ""), "text in <"+e.name+">")
			}
		case xml.EndElement:
			return nil
		}
	}
}

// content returns the text in the element that has begun, that of elements in
// it included, which are reported.
func (x *xmlReader) content(e *element) (string, error) {
	var b strings.Builder
	for depth := x.depth; x.depth >= depth; {
		token, err := x.inside()
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			child := x.begin(t, e.name)
			x.losses.drop(lossMarkup, "<"+child.name+"> in <"+e.name+">")
			x.left(child)
		case xml.CharData:
			b.Write(t)
			if b.Len() > x.limits.Token {
				return "", x.fault(x.line, "", "a text or name in it is larger than "+sizeOf(int64(x.limits.Token)), "shorten it; the file may be damaged")
			}
		}
	}
	return strings.TrimSpace(b.String()), nil
}

// texts returns the text that is directly in the element that has begun, and
// drops the elements in it.
func (x *xmlReader) texts(e *element, b *strings.Builder) error {
	for {
		token, err := x.inside()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			child := x.begin(t, e.name)
			if err := x.drop(child); err != nil {
				return err
			}
		case xml.CharData:
			b.Write(t)
			if b.Len() > x.limits.Token {
				return x.fault(x.line, "", "a text or name in it is larger than "+sizeOf(int64(x.limits.Token)), "shorten it; the file may be damaged")
			}
		case xml.EndElement:
			return nil
		}
	}
}

// pass passes over an element that was reported already.
func (x *xmlReader) pass(e *element) error {
	e.attrs = nil
	for depth := x.depth; x.depth >= depth; {
		if _, err := x.inside(); err != nil {
			return err
		}
	}
	return nil
}

// inside is next where the file must go on.
func (x *xmlReader) inside() (xml.Token, error) {
	token, err := x.next()
	if err == io.EOF {
		err = x.fault(x.line, "", "it ends before it is complete", "it may be cut off; copy it again")
	}
	return token, err
}

// clip shortens a name for use in a message.
func clip(s string) string {
	quoted := show(s)
	return quoted[1 : len(quoted)-1]
}
