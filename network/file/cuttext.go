package file

import (
	"strings"

	"go.yaml.in/yaml/v4"

	"proxynet/network/file/slip"
)

// CutText is a text that is truncated at a #.
type CutText struct {
	ID        string // of the record
	Field     string
	Line      int
	Text      string // the remaining text
	Lost      string // what became a comment
	Corrected string // the line with the text in quotation marks; "" if it spans several lines
}

// noteCut records a text that is truncated at a #: YAML reads “label: Pier #2” as “Pier”.
func (r *mapping) noteCut(n *yaml.Node, field string) {
	lost := n.LineComment
	if n.Style != 0 || len(lost) < 2 || lost[1] == ' ' || lost[1] == '#' || lost[1] == '!' {
		return
	}
	c := CutText{ID: r.name, Field: field, Line: n.Line, Text: n.Value, Lost: lost}
	line := r.textLine(n.Line)
	from := byteAt(line, n.Column)
	if at := strings.Index(line[from:], lost); at >= 0 && strings.HasPrefix(line[from:], n.Value) && from+at+len(lost) == len(line) {
		c.Corrected = line[:from] + slip.Quote(line[from:])
	}
	r.cut = append(r.cut, c)
}
