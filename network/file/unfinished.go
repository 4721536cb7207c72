package file

import (
	"strings"

	"go.yaml.in/yaml/v4"

	"proxynet/network/message"
)

// An unfinished network can be read and drawn, but not published. It may lack
// summaries, its root, sections or their records, and have unused passages.

// unfinished adds a diagnostic that only prevents publishing.
func (r *reading) unfinished(line int, id string, problem, fix message.Message) {
	if len(r.later) < maxDiagnostics {
		r.later = append(r.later, Diagnostic{File: r.file, Line: line, ID: id, Rule: RuleUnfinished, Problem: problem, Fix: fix})
	}
}

// lacks reports a field that needs a value before the network is published.
func (r *mapping) lacks(field string) {
	for _, name := range sortedKeys(r.fields) {
		if strings.HasPrefix(name, field+":") { // it is present, with a slip, which done reports
			return
		}
	}
	problem, fix := message.New("it has no %s yet", field), message.New("add “%s: …”", field)
	switch field {
	case "summary":
		fix = message.New("write “summary: …”, one or two sentences of your own")
	case "root":
		fix = message.New("name the node at which its chains begin, in “root: …”")
	case "sources", "speakers", "passages", "nodes", "relations", "events":
		fix = message.New("add one to “%s”", field)
	}
	before := len(r.later)
	r.unfinished(r.at(field), r.name, problem, fix)
	for i := before; i < len(r.later); i++ {
		r.later[i].Field = field
	}
}

// isEmpty reports whether a field is present and has no value.
func (r *mapping) isEmpty(field string) bool {
	n := r.fields[field]
	return n != nil && n.Kind == yaml.ScalarNode && n.Anchor == "" && (n.ShortTag() == "!!null" || n.ShortTag() == "!!str" && strings.TrimSpace(n.Value) == "")
}

// isLacking reports whether a field has no value yet, and adds a diagnostic if so.
func (r *mapping) isLacking(field string) bool {
	if r.has(field) && !r.isEmpty(field) {
		return false
	}
	r.known = append(r.known, field)
	r.lacks(field)
	return true
}

// wordsLater is words for a field that is required for publishing.
func (r *mapping) wordsLater(field string) string {
	if r.isLacking(field) {
		return ""
	}
	return r.words(field)
}

// refLater is ref for a field that is required for publishing.
func (r *record) refLater(field string, s section) string {
	if r.isLacking(field) {
		return ""
	}
	return r.ref(field, s)
}
