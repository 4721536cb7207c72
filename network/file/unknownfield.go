package file

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"proxynet/network/file/slip"
	"proxynet/network/message"
	"proxynet/network/visible"
)

// done reports the fields that were not read.
func (r *mapping) done() {
	for _, field := range sortedKeys(r.fields) {
		if slices.Contains(r.known, field) {
			continue
		}
		n := r.fields[field]
		if n.Kind == yaml.ScalarNode && n.Value == "" && r.misread(field) {
			continue
		}
		fix := fixForWord(field, r.known)
		if field == "url" || field == "link" || field == "source" {
			fix = message.New("add the page to “sources”, and quote it in a passage that says “source: ID”")
		}
		if kind, ok := factFields[field]; ok && slices.Contains(r.known, "facts") {
			fix = message.New("write it as a fact: “facts: [{%s, passages: [ID]}]”", kind)
		}
		r.report(n.Line, r.name, message.New("unknown field %s", visible.Show(field)), fix)
	}
}

// factFields holds the start of a fact for the fields that authors write instead of it.
var factFields = map[string]string{
	"amount": "kind: amount, value: 40000, currency: EUR", "sum": "kind: amount, value: 40000, currency: EUR", "price": "kind: amount, value: 40000, currency: EUR",
	"share": "kind: share, value: 60%", "percent": "kind: share, value: 60%", "stake": "kind: share, value: 60%",
	"place": "kind: place, value: …", "country": "kind: place, value: …", "city": "kind: place, value: …",
	"role": "kind: role, value: …", "office": "kind: role, value: …", "position": "kind: role, value: …",
}

// misread reports a name without a value that is no field, but a text misread because
// of a slip in YAML. It returns false for anything else.
func (r *mapping) misread(field string) bool {
	i := slices.IndexFunc(r.content.Content, func(n *yaml.Node) bool { return n.Value == field })
	if i < 0 || nearest(field, r.known) != "" {
		return false
	}
	key := r.content.Content[i]
	line := r.textLine(key.Line)
	from := byteAt(line, key.Column)
	if name, value, ok := strings.Cut(field, ":"); ok && slices.Contains(r.known, name) {
		c, size := utf8.DecodeRuneInString(value)
		if c != ' ' && unicode.IsSpace(c) {
			r.report(key.Line, r.name, message.New("there is a no-break space after the colon of %s, which is not a space to YAML", visible.Show(name)), message.New("use an ordinary space"))
			value = value[size:]
		} else {
			r.report(key.Line, r.name, message.New("there is no space after the colon of %s", visible.Show(name)), message.New("add one"))
		}
		if strings.HasPrefix(line[from:], field) {
			r.correct(line[:from] + name + ": " + value + line[from+len(field):])
		}
		return true
	}
	if i < 2 {
		return false
	}
	r.report(key.Line, r.name, message.New("unknown field %s", visible.Show(field)), message.New("put the text before it in quotation marks: inside { } a comma ends a value"))
	before := r.content.Content[i-1]
	if start := byteAt(line, before.Column); before.Line == key.Line && before.Style == 0 && start < from && strings.HasPrefix(line[from:], field) {
		r.correct(line[:start] + slip.Quote(line[start:from+len(field)]) + line[from+len(field):])
	}
	return true
}

// byteAt returns the byte offset of a column in a line.
func byteAt(line string, column int) int {
	at := 0
	for range column - 1 {
		if at >= len(line) {
			break
		}
		_, size := utf8.DecodeRuneInString(line[at:])
		at += size
	}
	return at
}
