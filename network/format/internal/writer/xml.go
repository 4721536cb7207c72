package writer

import (
	"bytes"
	"encoding/xml"
	"strings"
)

// XML writes elements of an XML file, one per line.
type XML struct {
	B     bytes.Buffer
	depth int
}

// NewXML starts a document.
func NewXML() *XML {
	w := &XML{}
	w.B.WriteString(xml.Header)
	return w
}

// Bytes returns the document.
func (w *XML) Bytes() []byte { return w.B.Bytes() }

// Open opens an element with attributes, given as alternating names and values.
func (w *XML) Open(name string, attrs ...string) {
	w.begin(name, attrs)
	w.B.WriteString(">\n")
	w.depth++
}

// Close ends an element.
func (w *XML) Close(name string) {
	w.depth--
	w.indent()
	w.B.WriteString("</" + name + ">\n")
}

// Empty writes an element without content.
func (w *XML) Empty(name string, attrs ...string) {
	w.begin(name, attrs)
	w.B.WriteString("/>\n")
}

// Element writes an element with a text in it.
func (w *XML) Element(name, content string, attrs ...string) {
	w.begin(name, attrs)
	w.B.WriteByte('>')
	w.Escape(content)
	w.B.WriteString("</" + name + ">\n")
}

func (w *XML) begin(name string, attrs []string) {
	w.indent()
	w.B.WriteString("<" + name)
	for i := 0; i < len(attrs); i += 2 {
		w.B.WriteString(" " + attrs[i] + `="`)
		w.Escape(attrs[i+1])
		w.B.WriteByte('"')
	}
}

func (w *XML) indent() { w.B.WriteString(strings.Repeat("  ", w.depth)) }

// Escape writes a text.
func (w *XML) Escape(s string) {
	if err := xml.EscapeText(&w.B, []byte(s)); err != nil {
		panic("format: " + err.Error()) // writes to a buffer never fail
	}
}
