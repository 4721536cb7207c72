package file

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"proxynet/network/file/slip"
	"proxynet/network/message"
	"proxynet/network/visible"
)

// mapping is a mapping of the file being read. Its methods return the value of a
// field, or report a diagnostic and return the zero value.
type mapping struct {
	*reading
	name    string // in diagnostics: the id of its record or, without one, a name such as "node 3"
	line    int
	fields  map[string]*yaml.Node
	content *yaml.Node
	known   []string // the fields that were read
	needed  []string // those of them that are required
}

// record is a mapping that can have an id and name records by theirs. Types such as
// nodeReader read the records of one section.
type record struct {
	*mapping
	id string // "" if missing or malformed
}

// recordOf returns the record of a node. If the node is not a mapping, it reports a diagnostic
// and returns nil.
func (r *reading) recordOf(n *yaml.Node, name string) *record {
	if n.Kind != yaml.MappingNode {
		r.wrongType(n, name, message.New("it must be fields and values"), message.New("write it as “field: value” lines"))
		return nil
	}
	rec := &record{mapping: &mapping{reading: r, name: name, line: n.Line, content: n, fields: make(map[string]*yaml.Node)}}
	if len(n.Content) > 2*maxFields {
		r.report(n.Line, name, message.New("it has more than %d fields", maxFields), message.New("remove the fields that the format doesn’t have"))
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if key.Kind != yaml.ScalarNode {
			r.report(key.Line, name, message.New("a field's name must be a word"), message.New("write it as “field: value”"))
			continue
		}
		if first, twice := rec.fields[key.Value]; twice {
			r.report(key.Line, name, message.New("it has the field %s twice, first in line %d", visible.Show(key.Value), first.Line), message.New("keep one of the two"))
			continue
		}
		rec.fields[key.Value] = value
	}
	return rec
}

// wrongType reports a node of the wrong type.
func (r *reading) wrongType(n *yaml.Node, name string, problem, fix message.Message) {
	if n.Kind == yaml.AliasNode {
		problem, fix = message.New("only a date may be an alias"), message.New("write out the value of *%s", n.Value)
	}
	r.report(n.Line, name, problem, fix)
}

// at returns the line of a field, or of the record if it has no such field.
func (r *mapping) at(field string) int {
	if n := r.fields[field]; n != nil {
		return n.Line
	}
	return r.line
}

// has reports whether the record has the field.
func (r *mapping) has(field string) bool { return r.fields[field] != nil }

// missing reports that a required field is missing.
func (r *mapping) missing(field string) {
	for _, name := range sortedKeys(r.fields) {
		if strings.HasPrefix(name, field+":") { // misspelt, as done reports
			return
		}
	}
	value := "…"
	if n := r.fields["label"]; field == "id" && n != nil && slug(n.Value) != "" {
		value = slug(n.Value)
	}
	r.report(r.line, r.name, message.New("it has no %q", field), message.New("add “%s: %s”", field, value))
}

// take returns the value of a field, or nil if it has none.
func (r *mapping) take(field string) *yaml.Node {
	if !slices.Contains(r.known, field) {
		r.known = append(r.known, field)
	}
	return r.filled(field, message.New("give it a value, or leave the field out"))
}

// filled returns the value of a field. If it is empty, it reports a diagnostic and returns
// nil.
func (r *mapping) filled(field string, fix message.Message) *yaml.Node {
	n := r.fields[field]
	if n == nil || n.Kind != yaml.ScalarNode || n.ShortTag() != "!!null" {
		return n
	}
	if n.Anchor != "" {
		r.report(n.Line, r.name, message.New("%q begins with &, which names a value in YAML", field), message.New("put the text in quotation marks"))
		line := r.textLine(n.Line)
		if at := byteAt(line, n.Column); strings.HasPrefix(line[at:], "&"+n.Anchor) {
			r.correct(line[:at] + slip.Quote("&"+n.Anchor) + line[at+1+len(n.Anchor):])
		}
		return nil
	}
	r.report(n.Line, r.name, message.New("%q is empty", field), fix)
	return nil
}

// need is take for a required field.
func (r *mapping) need(field string) *yaml.Node {
	if !slices.Contains(r.known, field) {
		r.known = append(r.known, field)
	}
	r.needed = append(r.needed, field)
	if !r.has(field) {
		r.missing(field)
	}
	return r.filled(field, message.New("give it a value"))
}

// text returns the text of a node, the value of a field.
func (r *mapping) text(n *yaml.Node, field string) string {
	if n == nil {
		return ""
	}
	if n.Kind != yaml.ScalarNode || n.ShortTag() != "!!str" {
		r.wrongType(n, r.name, message.New("%q must be text", field), message.New("write text, in quotation marks if YAML reads it as something else"))
		return ""
	}
	if strings.TrimSpace(n.Value) == "" {
		fix := message.New("give it a value, or leave the field out")
		if slices.Contains(r.needed, field) {
			fix = message.New("give it a value")
		}
		r.report(n.Line, r.name, message.New("%q is empty", field), fix)
		return ""
	}
	if most := longest(field); len(n.Value) > most && utf8.RuneCountInString(n.Value) > most {
		r.report(n.Line, r.name, message.New("%q has more than %d characters", field, most), message.New("shorten it"))
		return ""
	}
	r.noteCut(n, field)
	// A block of YAML ends with a line break that is not part of the text.
	text := strings.TrimSuffix(n.Value, "\n")
	if problem, fix := badCharacter(text, field == "exact" || field == "prefix" || field == "suffix"); !problem.IsNone() {
		r.report(n.Line, r.name, message.New("%q contains %s", field, problem), fix)
		return ""
	}
	return text
}

// words returns a field of the author's own words, "" if it is missing.
func (r *mapping) words(field string) string {
	return strings.TrimSpace(r.text(r.take(field), field))
}

// short is words for a field of at most most code points.
func (r *mapping) short(field string, most int) string {
	text := r.words(field)
	if n := utf8.RuneCountInString(text); n > most {
		r.report(r.at(field), r.name, message.New("%q has %d characters, more than %d", field, n, most), message.New("shorten it"))
	}
	return text
}

// needWords is words for a required field.
func (r *mapping) needWords(field string) string {
	return strings.TrimSpace(r.text(r.need(field), field))
}

// verbatim returns a field with all its spaces.
func (r *mapping) verbatim(field string) string { return r.text(r.take(field), field) }

// flag returns a field that is true or false, or otherwise if it is missing.
func (r *mapping) flag(field string, otherwise bool) bool {
	n := r.take(field)
	if n == nil {
		return otherwise
	}
	if n.Kind != yaml.ScalarNode || n.ShortTag() != "!!bool" {
		r.wrongType(n, r.name, message.New("%q must be true or false", field), message.New("write “true” or “false”"))
		return otherwise
	}
	return strings.EqualFold(n.Value, "true")
}

// count returns a required field that is a whole number of at least 1.
func (r *mapping) count(field string) int { return r.whole(field, 1) }

// whole returns a required field that is a whole number of at least least.
func (r *mapping) whole(field string, least int) int {
	n := r.need(field)
	if n == nil {
		return 0
	}
	number, err := strconv.Atoi(n.Value)
	if n.Kind != yaml.ScalarNode || err != nil || number < least {
		r.wrongType(n, r.name, message.New("%q must be a whole number from %d", field, least), message.New("write for example “%d”", least))
		return 0
	}
	return number
}

// list returns the items of a list, nil if the field is missing.
func (r *mapping) list(field string) []*yaml.Node {
	n := r.take(field)
	if n == nil {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		r.wrongType(n, r.name, message.New("%q must be a list", field), message.New("write it as “[a, b]” or as lines that begin with “-”"))
		return nil
	}
	return n.Content
}

// choice returns a field that must be one of the allowed words, or otherwise if it is
// missing. If otherwise is "", the field is required.
func choice[T ~string](r *record, field string, allowed []T, otherwise T) T {
	return choiceOf(r, field, allowed, otherwise, nil)
}

// choiceOf is choice with a map from words that aren't allowed to the ones that are
// meant.
func choiceOf[T ~string](r *record, field string, allowed []T, otherwise T, meant map[string]string) T {
	n := r.take(field)
	if n == nil {
		if otherwise == "" && !r.has(field) {
			r.missing(field)
		}
		return otherwise
	}
	word := T(r.text(n, field))
	if word == "" || slices.Contains(allowed, word) {
		return word
	}
	names := make([]string, len(allowed))
	for i, a := range allowed {
		names[i] = string(a)
	}
	lower := strings.ToLower(string(word))
	fix := fixForWord(lower, names)
	if m := meant[lower]; m != "" && !slices.Contains(names, lower) {
		fix = didYouMean(m)
	}
	r.report(n.Line, r.name, message.New("unknown %s %s", field, visible.Show(string(word))), fix)
	return ""
}
