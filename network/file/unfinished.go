package file

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"
)

// What a network lacks while its author is at work hides nothing: it can be read
// and drawn, and not published. These are its summaries, its root, sections
// without a record, and passages on which nothing rests.

// unfinished notes what the network still lacks.
func (r *reading) unfinished(line int, id, problem, mend string) {
	if len(r.later) < maxFaults {
		r.later = append(r.later, Fault{File: r.file, Line: line, ID: id, Rule: RuleUnfinished, Problem: problem, Mend: mend})
	}
}

// lacks notes a field that must be there, and have a value, before the network is
// published.
func (r *record) lacks(field string) {
	for _, name := range sortedKeys(r.fields) {
		if strings.HasPrefix(name, field+":") { // it is there, with a slip, which done reports
			return
		}
	}
	problem, mend := fmt.Sprintf("it has no %s yet", field), fmt.Sprintf("add “%s: …”", field)
	switch field {
	case "summary":
		mend = "write “summary: …”, one or two sentences of your own"
	case "root":
		mend = "name the node at which its chains begin, in “root: …”"
	case "sources", "speakers", "passages", "nodes", "relations", "events":
		mend = fmt.Sprintf("add one to “%s”", field)
	}
	r.unfinished(r.at(field), r.name, problem, mend)
}

// isEmpty reports whether a field is there and has no value.
func (r *record) isEmpty(field string) bool {
	n := r.fields[field]
	return n != nil && n.Kind == yaml.ScalarNode && n.Anchor == "" && (n.ShortTag() == "!!null" || n.ShortTag() == "!!str" && strings.TrimSpace(n.Value) == "")
}

// isLacking reports whether a field has no value yet, and notes it if so.
func (r *record) isLacking(field string) bool {
	if r.has(field) && !r.isEmpty(field) {
		return false
	}
	r.known = append(r.known, field)
	r.lacks(field)
	return true
}

// wordsLater is words for a field that must be there before the network is published.
func (r *record) wordsLater(field string) string {
	if r.isLacking(field) {
		return ""
	}
	return r.words(field)
}

// refLater is ref for a field that must be there before the network is published.
func (r *record) refLater(field string, s section) string {
	if r.isLacking(field) {
		return ""
	}
	return r.ref(field, s)
}
