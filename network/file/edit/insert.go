package edit

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"proxynet/network/message"
)

// insertion is an operation that adds records.
type insertion struct{ *operation }

// begun returns the edit that adds the first records of a section.
func (o insertion) begun(section string, records [][]Field) Edit {
	key, list := field(o.root, section)
	switch {
	case key == nil:
		return o.newSection(section, records)
	case isNull(list):
		return o.fillSection(key, list, section, records)
	}
	return o.openList(list, section, records)
}

// newSection returns the edit that adds a section, before the next one in the usual
// order or at the end of the file.
func (o insertion) newSection(section string, records [][]Field) Edit {
	if o.root.Style&yaml.FlowStyle != 0 {
		return o.addField(o.root, o.before(o.root, section), section, inBrackets(records))
	}
	nl := o.newline()
	indent := strings.Repeat(" ", o.root.Column-1)
	text := indent + section + ":" + nl + o.items(section, indent+"  ", records)
	if next := o.nextSection(section); next != nil {
		at := o.aboveComments(o.lineStart(o.start(next)))
		return Edit{at, at, text + nl + nl}
	}
	at := len(o.data)
	if at > 0 && o.data[at-1] != '\n' && o.data[at-1] != '\r' {
		return Edit{at, at, nl + nl + text}
	}
	return Edit{at, at, nl + text + nl}
}

// nextSection returns the key of the first section after a section in the usual order,
// or nil.
func (o insertion) nextSection(section string) *yaml.Node {
	later := sections[slices.Index(sections, section)+1:]
	for i := 0; i+1 < len(o.root.Content); i += 2 {
		if slices.Contains(later, o.root.Content[i].Value) {
			return o.root.Content[i]
		}
	}
	return nil
}

// aboveComments returns the start of the comment block directly above a line.
func (o insertion) aboveComments(at int) int {
	for at > o.lines[0] {
		above := o.lineStart(at - 1)
		if !strings.HasPrefix(strings.TrimSpace(string(o.data[above:at])), "#") {
			break
		}
		at = above
	}
	return at
}

// fillSection returns the edit that adds the first records to a null section, below
// its indented comments.
func (o insertion) fillSection(key, value *yaml.Node, section string, records [][]Field) Edit {
	if o.in[key].flow || o.root.Style&yaml.FlowStyle != 0 {
		return Edit{o.start(value), o.end(value), " " + inBrackets(records)}
	}
	if value.Value != "" { // written as ~ or null
		return Edit{o.start(value), o.end(value), inBrackets(records)}
	}
	indent := strings.Repeat(" ", key.Column+1)
	at := o.lineEnd(o.start(value))
	for next := at; ; { // comments that are indented deeper belong to the section
		next += breakAt(o.data[next:])
		end := o.lineEnd(next)
		line := string(o.data[next:end])
		if trimmed := strings.TrimLeft(line, " "); end <= next || !strings.HasPrefix(trimmed, "#") || len(line)-len(trimmed) < key.Column {
			break
		}
		at, next = end, end
	}
	return Edit{at, at, o.newline() + o.items(section, indent, records)}
}

// insertItem returns the edit that adds a record to a nonempty list, after an item or,
// if that is nil, at the end.
func (o insertion) insertItem(list, behind *yaml.Node, section string, fields []Field) (Edit, error) {
	if behind == nil {
		behind = list.Content[len(list.Content)-1]
	}
	if o.in[behind].parent != list {
		return Edit{}, message.Errorf("line %d: it is in another list", behind.Line)
	}
	if list.Style&yaml.FlowStyle != 0 {
		at := o.end(behind)
		return Edit{at, at, ", " + Record(fields...)}, nil
	}
	at := o.lineEnd(o.end(behind))
	return Edit{at, at, o.newline() + o.item(section, behind, strings.Repeat(" ", list.Column-1), fields)}, nil
}

// insertFirst returns the edit that adds a record at the start of a nonempty list.
func (o insertion) insertFirst(list *yaml.Node, section string, fields []Field) Edit {
	first := list.Content[0]
	at := o.start(first)
	if list.Style&yaml.FlowStyle != 0 {
		return Edit{at, at, Record(fields...) + ", "}
	}
	at = o.lineStart(at)
	indent := strings.Repeat(" ", list.Column-1)
	item := o.item(section, first, indent, fields)
	if key := o.in[list]; key.parent != nil && o.lineStart(o.start(list)) == at && strings.TrimSpace(string(o.data[at:o.start(list)])) != "" {
		at = o.start(list) // “- - a”: it is on its parent's line
		return Edit{at, at, strings.TrimLeft(item, " ") + o.newline() + indent}
	}
	return Edit{at, at, item + o.newline()}
}

// openList returns the edit that adds the first records to an empty flow list. It
// becomes a block list if it is alone on its line.
func (o insertion) openList(list *yaml.Node, section string, records [][]Field) Edit {
	from, to := o.start(list), o.end(list)
	w := o.in[list]
	rest := strings.TrimSpace(string(o.data[to:o.lineEnd(to)]))
	if w.flow || rest != "" || list.Anchor != "" || strings.TrimSpace(string(o.data[from+1:to-1])) != "" {
		return Edit{o.offset(list) + 1, o.offset(list) + 1, strings.TrimSuffix(inBrackets(records)[1:], "]")}
	}
	key := w.parent.Content[w.index-1]
	if before := string(o.data[o.lineStart(from):from]); strings.TrimSpace(before) == "" {
		return Edit{from - len(before), to, o.items(section, before, records)}
	}
	colon := o.end(key)
	for colon < from && o.data[colon] != ':' {
		colon++
	}
	return Edit{colon + 1, to, o.newline() + o.items(section, strings.Repeat(" ", key.Column+1), records)}
}

// item returns a record as an item of a block list, without a final line break, in
// the style of another item.
func (o insertion) item(section string, like *yaml.Node, indent string, fields []Field) string {
	inLine := slices.Contains(compact, section)
	if like != nil {
		inLine = like.Style&yaml.FlowStyle != 0
	}
	if inLine {
		return indent + "- " + Record(fields...)
	}
	lines := make([]string, len(fields))
	for i, f := range fields {
		lines[i] = indent + "  " + f.Name + ": " + f.Value
	}
	lines[0] = indent + "- " + fields[0].Name + ": " + fields[0].Value
	return strings.Join(lines, o.newline())
}

// items returns records as a block list, without a final line break.
func (o insertion) items(section, indent string, records [][]Field) string {
	out := make([]string, len(records))
	for i, fields := range records {
		out[i] = o.item(section, nil, indent, fields)
	}
	return strings.Join(out, o.newline())
}

// inBrackets returns records as a flow list.
func inBrackets(records [][]Field) string {
	out := make([]string, len(records))
	for i, fields := range records {
		out[i] = Record(fields...)
	}
	return "[" + strings.Join(out, ", ") + "]"
}
