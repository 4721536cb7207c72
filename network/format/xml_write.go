package format

import (
	"bytes"
	"encoding/xml"
	"strings"
)

// xmlWriter writes elements of an XML file, a line each.
type xmlWriter struct {
	b     bytes.Buffer
	depth int
}

func newXMLWriter() *xmlWriter {
	w := &xmlWriter{}
	w.b.WriteString(xml.Header)
	return w
}

func (w *xmlWriter) bytes() []byte { return w.b.Bytes() }

// open begins an element with attributes, which are names and values by turns.
func (w *xmlWriter) open(name string, attrs ...string) {
	w.begin(name, attrs)
	w.b.WriteString(">\n")
	w.depth++
}

// close ends an element.
func (w *xmlWriter) close(name string) {
	w.depth--
	w.indent()
	w.b.WriteString("</" + name + ">\n")
}

// empty writes an element without content.
func (w *xmlWriter) empty(name string, attrs ...string) {
	w.begin(name, attrs)
	w.b.WriteString("/>\n")
}

// element writes an element with a text in it.
func (w *xmlWriter) element(name, content string, attrs ...string) {
	w.begin(name, attrs)
	w.b.WriteByte('>')
	w.escape(content)
	w.b.WriteString("</" + name + ">\n")
}

func (w *xmlWriter) begin(name string, attrs []string) {
	w.indent()
	w.b.WriteString("<" + name)
	for i := 0; i < len(attrs); i += 2 {
		w.b.WriteString(" " + attrs[i] + `="`)
		w.escape(attrs[i+1])
		w.b.WriteByte('"')
	}
}

func (w *xmlWriter) indent() { w.b.WriteString(strings.Repeat("  ", w.depth)) }

func (w *xmlWriter) escape(s string) {
	if err := xml.EscapeText(&w.b, []byte(s)); err != nil {
		panic("format: " + err.Error()) // a buffer takes everything
	}
}
