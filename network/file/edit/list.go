package edit

import (
	"bytes"
	"strings"

	"go.yaml.in/yaml/v4"

	"proxynet/network/message"
)

// dropItem returns the edit that removes an item from its list. If it is the only
// item, the list stays, empty.
func (s *source) dropItem(item *yaml.Node) (Edit, error) {
	w := s.in[item]
	items := w.parent.Content
	switch {
	case w.parent.Kind != yaml.SequenceNode:
		return Edit{}, message.Errorf("it is not in a list")
	case w.parent.Style&yaml.FlowStyle != 0 && len(items) == 1:
		return Edit{s.start(item), s.inner(w.parent), ""}, nil
	case w.parent.Style&yaml.FlowStyle != 0 && w.index > 0:
		return Edit{s.end(items[w.index-1]), s.end(item), ""}, nil
	case w.parent.Style&yaml.FlowStyle != 0:
		return Edit{s.start(item), s.start(items[1]), ""}, nil
	}
	dash := s.start(item)
	for dash--; dash >= 0 && s.data[dash] != '-'; dash-- {
	}
	from := s.lineStart(max(dash, 0))
	if dash < 0 || len(bytes.TrimSpace(s.data[from:dash])) > 0 {
		return Edit{}, message.Errorf("line %d has more than one item; put each on its own line first", item.Line)
	}
	if len(items) == 1 { // a key without a value is an error
		return Edit{from, s.end(item), s.indentOfEmpty(w.parent) + "[]"}, nil
	}
	from = s.ownComment(item, from)
	to := s.lineEnd(s.end(item))
	to += breakAt(s.data[to:])
	if s.blankBefore(from) { // remove the blank line between it and the next
		if next := s.lineEnd(to); len(bytes.TrimSpace(s.data[to:next])) == 0 && next < len(s.data) {
			to = next + breakAt(s.data[next:])
		}
	}
	return Edit{from, to, ""}, nil
}

// indentOfEmpty returns the indentation of [] in place of a block list: unlike the list,
// it can't begin at the column of its key.
func (s *source) indentOfEmpty(list *yaml.Node) string {
	column := list.Column - 1
	if w := s.in[list]; w.parent != nil && w.parent.Kind == yaml.MappingNode {
		if key := w.parent.Content[w.index-1]; key.Column > column {
			column = key.Column + 1
		}
	}
	return strings.Repeat(" ", column)
}

// inner returns the end of what the brackets of a flow collection enclose, which may be a
// comma.
func (s *source) inner(n *yaml.Node) int { return s.end(n) - 1 }

// ownComment returns the start of the comment that “quote” prints above a passage,
// which goes with the passage, or from if there is none.
func (s *source) ownComment(item *yaml.Node, from int) int {
	if from == 0 || item.Kind != yaml.MappingNode {
		return from
	}
	above := s.lineStart(from - 1)
	line := string(bytes.TrimSpace(s.data[above:from]))
	_, exact := field(item, "exact")
	if exact != nil && strings.HasPrefix(line, "# paragraph ") && strings.Contains(line, "["+exact.Value+"]") {
		return above
	}
	return from
}

func (s *source) blankBefore(from int) bool {
	return from > 0 && len(bytes.TrimSpace(s.data[s.lineStart(from-1):from])) == 0
}

// addItem returns the edit that appends a value, in YAML, to a list.
func (s *source) addItem(list *yaml.Node, value string) Edit {
	switch {
	case list.Style&yaml.FlowStyle != 0 && len(list.Content) == 0:
		at := s.offset(list) + 1
		return Edit{at, at, value}
	case list.Style&yaml.FlowStyle != 0:
		at := s.end(list.Content[len(list.Content)-1])
		return Edit{at, at, ", " + value}
	}
	last := list.Content[len(list.Content)-1]
	at := s.lineEnd(s.end(last))
	return Edit{at, at, s.newline() + strings.Repeat(" ", list.Column-1) + "- " + value}
}

// addField returns the edit that adds a field to a record after the field named by
// after, or after the first field. The value is YAML.
func (s *source) addField(record *yaml.Node, after, name, value string) Edit {
	_, v := field(record, after)
	if v == nil {
		v = record.Content[1]
	}
	if record.Style&yaml.FlowStyle != 0 {
		at := s.end(v)
		return Edit{at, at, ", " + name + ": " + value}
	}
	at := s.lineEnd(s.end(v))
	return Edit{at, at, s.newline() + strings.Repeat(" ", record.Content[0].Column-1) + name + ": " + value}
}
