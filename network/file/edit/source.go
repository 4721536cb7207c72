package edit

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"proxynet/network/file"
	"proxynet/network/message"
)

// source is a text with its YAML tree.
type source struct {
	data  []byte
	lines []int // offset of each line's start, in bytes
	root  *yaml.Node
	in    map[*yaml.Node]within
	at    map[file.Spot]*yaml.Node // scalars by their start
}

// within is the position of a node in the tree.
type within struct {
	parent *yaml.Node // nil for the root
	index  int        // in its parent's content
	flow   bool       // in brackets or braces
}

// ErrNotYAML is the error for a file that is not valid YAML.
var ErrNotYAML = message.Errorf("the file does not parse as YAML; run “proxynet check” to see where")

// parse parses a text and indexes its nodes.
func parse(data []byte) (*source, error) {
	var document yaml.Node
	if err := yaml.Load(data, &document); err != nil || len(document.Content) != 1 {
		return nil, ErrNotYAML
	}
	return newSource(data, document.Content[0]), nil
}

// newSource returns a text that was read, with the place of every node.
func newSource(data []byte, root *yaml.Node) *source {
	s := &source{data: data, root: root, in: make(map[*yaml.Node]within), at: make(map[file.Spot]*yaml.Node)}
	s.lines = lineStarts(data)
	s.walk(s.root, within{})
	return s
}

func (s *source) walk(n *yaml.Node, w within) {
	s.in[n] = w
	if n.Kind == yaml.ScalarNode {
		s.at[file.Spot{Line: n.Line, Column: n.Column}] = n
	}
	flow := w.flow || n.Style&yaml.FlowStyle != 0
	for i, c := range n.Content {
		s.walk(c, within{n, i, flow})
	}
}

// lineStarts returns the offsets of line starts, with line breaks as in YAML 1.1 and
// the parser.
func lineStarts(data []byte) []int {
	starts := []int{0}
	if bytes.HasPrefix(data, []byte("\ufeff")) {
		starts[0] = len("\ufeff")
	}
	for i := 0; i < len(data); {
		size := breakAt(data[i:])
		if size == 0 {
			i++
			continue
		}
		i += size
		starts = append(starts, i)
	}
	return starts
}

// breakAt returns the size in bytes of the line break at the start of a text, or 0.
func breakAt(text []byte) int {
	for _, end := range []string{"\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"} {
		if bytes.HasPrefix(text, []byte(end)) {
			return len(end)
		}
	}
	return 0
}

// offset returns the start of a node after its anchor and tag.
func (s *source) offset(n *yaml.Node) int {
	at := s.start(n)
	for at < len(s.data) && (s.data[at] == '&' || s.data[at] == '!') {
		for at < len(s.data) && s.data[at] != ' ' && breakAt(s.data[at:]) == 0 {
			at++
		}
		for at < len(s.data) && s.data[at] == ' ' {
			at++
		}
	}
	return at
}

// start returns the start of a node, including its anchor and tag.
func (s *source) start(n *yaml.Node) int {
	at := s.lines[min(max(n.Line, 1), len(s.lines))-1]
	for range n.Column - 1 {
		if at >= len(s.data) {
			break
		}
		_, size := utf8.DecodeRune(s.data[at:])
		at += size
	}
	return at
}

// end returns the end of a node.
func (s *source) end(n *yaml.Node) int {
	switch {
	case n.Kind == yaml.ScalarNode:
		return s.scalarEnd(n)
	case n.Kind == yaml.AliasNode:
		return s.start(n) + len("*") + len(n.Value)
	}
	end := s.offset(n)
	if len(n.Content) > 0 {
		end = s.end(n.Content[len(n.Content)-1])
	} else if n.Style&yaml.FlowStyle != 0 {
		end++
	}
	if n.Style&yaml.FlowStyle == 0 {
		return end
	}
	for end < len(s.data) {
		switch s.data[end] {
		case ']', '}':
			return end + 1
		case '#':
			for end < len(s.data) && breakAt(s.data[end:]) == 0 {
				end++
			}
		default:
			end++
		}
	}
	return end
}

// scalarEnd returns the end of a scalar.
func (s *source) scalarEnd(n *yaml.Node) int {
	at := s.offset(n)
	switch {
	case n.Style&yaml.DoubleQuotedStyle != 0:
		for at++; at < len(s.data) && s.data[at] != '"'; at++ {
			if s.data[at] == '\\' {
				at++
			}
		}
		return min(at+1, len(s.data))
	case n.Style&yaml.SingleQuotedStyle != 0:
		for at++; at < len(s.data); at++ {
			if s.data[at] == '\'' {
				if at+1 < len(s.data) && s.data[at+1] == '\'' {
					at++
					continue
				}
				break
			}
		}
		return min(at+1, len(s.data))
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return s.blockEnd(n)
	}
	return s.plainEnd(n, at)
}

// blockEnd returns the end of a block scalar (| or >): the end of the last line that
// is indented deeper than its field, without the line break.
func (s *source) blockEnd(n *yaml.Node) int {
	outer := 0
	if p := s.in[n].parent; p != nil {
		outer = p.Column
	}
	end := s.lineEnd(s.offset(n))
	for line := n.Line; line < len(s.lines); line++ {
		from := s.lines[line]
		to := s.lineEnd(from)
		text := s.data[from:to]
		indent := len(text) - len(bytes.TrimLeft(text, " "))
		switch {
		case len(bytes.TrimSpace(text)) == 0:
			continue
		case indent < outer:
			return end
		}
		end = to
	}
	return end
}

// plainEnd returns the end of a plain scalar that starts at the given offset. It may
// span several lines.
func (s *source) plainEnd(n *yaml.Node, at int) int {
	flow, value := s.in[n].flow, strings.Join(strings.Fields(n.Value), " ")
	from, end := at, at
	for at < len(s.data) {
		c := s.data[at]
		next := byte(' ')
		if at+1 < len(s.data) {
			next = s.data[at+1]
		}
		blank := next == ' ' || next == '\t' || breakAt(s.data[min(at+1, len(s.data)):]) > 0
		switch {
		case c == ':' && (blank || flow && strings.ContainsRune(",[]{}", rune(next))),
			flow && strings.ContainsRune(",[]{}", rune(c)),
			c == '#' && at > from && (s.data[at-1] == ' ' || s.data[at-1] == '\t'):
			return end
		case breakAt(s.data[at:]) > 0:
			if strings.Join(strings.Fields(string(s.data[from:end])), " ") == value {
				return end
			}
		case c != ' ' && c != '\t':
			end = at + 1
		}
		at++
	}
	return end
}

// lineEnd returns the end of the line at an offset, without the line break.
func (s *source) lineEnd(at int) int {
	for at < len(s.data) && breakAt(s.data[at:]) == 0 {
		at++
	}
	return at
}

// lineStart returns the start of the line at an offset.
func (s *source) lineStart(at int) int {
	for i := len(s.lines) - 1; i >= 0; i-- {
		if s.lines[i] <= at {
			return s.lines[i]
		}
	}
	return 0
}

// newline returns the line break that the text uses.
func (s *source) newline() string {
	if bytes.Contains(s.data, []byte("\r\n")) {
		return "\r\n"
	}
	return "\n"
}

// field returns the key and value of a mapping's field, or nil if it has none.
func field(record *yaml.Node, name string) (key, value *yaml.Node) {
	for i := 0; i+1 < len(record.Content); i += 2 {
		if record.Content[i].Value == name {
			return record.Content[i], record.Content[i+1]
		}
	}
	return nil, nil
}
