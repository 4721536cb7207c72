package format

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// xmlReader reads elements of an XML file, each once.
type xmlReader struct {
	*input
	decoder *xml.Decoder
	depth   int // elements around the place that is read
	line    int // of the token that was read last
}

func newXMLReader(in *input) *xmlReader {
	x := &xmlReader{input: in, decoder: xml.NewDecoder(in)}
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
				return nil, x.fault(x.line, "", fmt.Sprintf("more than %d elements stand in one another", x.limits.Depth), "flatten it; it may be broken")
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
		return x.fault(syntax.Line, "", "it ends before it is complete", "it may be cut off; get it anew")
	case strings.Contains(syntax.Msg, "invalid character entity"):
		return x.fault(syntax.Line, "", syntax.Msg, "write the character itself")
	}
	return x.fault(syntax.Line, "", "it does not parse as XML: "+syntax.Msg, "mend the XML there")
}

// root reads the file, whose outermost element must have the given name.
func (x *xmlReader) root(name string, read func(start xml.StartElement) error) error {
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
		if start.Name.Local != name {
			return x.fault(x.line, "", fmt.Sprintf("its outermost element is <%s>, not <%s>", clip(start.Name.Local), name), "name its format with --format")
		}
		if err := read(start); err != nil {
			return err
		}
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

// children calls read for each element in the one that has begun. It must read
// the element to its end.
func (x *xmlReader) children(read func(start xml.StartElement) error) error {
	for {
		token, err := x.inside()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if err := read(t); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// content returns the text in the element that has begun, that of elements in
// it included.
func (x *xmlReader) content() (string, error) {
	var b strings.Builder
	for depth := x.depth; x.depth >= depth; {
		token, err := x.inside()
		if err != nil {
			return "", err
		}
		if t, ok := token.(xml.CharData); ok {
			b.Write(t)
			if b.Len() > x.limits.Token {
				return "", x.fault(x.line, "", "one piece of it is larger than "+sizeOf(int64(x.limits.Token)), "shorten it; it may have been broken on the way")
			}
		}
	}
	return strings.TrimSpace(b.String()), nil
}

// skip reads to the end of the element that has begun.
func (x *xmlReader) skip() error {
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
		err = x.fault(x.line, "", "it ends before it is complete", "it may be cut off; get it anew")
	}
	return token, err
}

// attr returns the attribute of that name, "" where there is none.
func attr(start xml.StartElement, name string) string {
	for _, a := range start.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

// clip shortens a name for use in a message.
func clip(s string) string {
	quoted := show(s)
	return quoted[1 : len(quoted)-1]
}
