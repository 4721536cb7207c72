package file

import (
	"strings"

	"go.yaml.in/yaml/v4"

	"proxynet/network/message"
)

// An unfinished network can be read and drawn, but not published. It may lack
// summaries, its root, sections or their records, and have unused passages.

// unfinished adds a fault that only prevents publishing.
func (r *reading) unfinished(line int, id string, problem, mend message.Message) {
	if len(r.later) < maxFaults {
		r.later = append(r.later, Fault{File: r.file, Line: line, ID: id, Rule: RuleUnfinished, Problem: problem, Fix: mend})
	}
}

// lacks reports a field that needs a value before the network is published.
func (r *mapping) lacks(field string) {
	for _, name := range sortedKeys(r.fields) {
		if strings.HasPrefix(name, field+":") { // it is there, with a slip, which done reports
			return
		}
	}
	problem, mend := message.New("it has no %s yet", field), message.New("add “%s: …”", field)
	switch field {
	case "summary":
		mend = message.New("write “summary: …”, one or two sentences of your own")
	case "root":
		mend = message.New("name the node at which its chains begin, in “root: …”")
	case "sources", "speakers", "passages", "nodes", "relations", "events":
		mend = message.New("add one to “%s”", field)
	}
	before := len(r.later)
	r.unfinished(r.at(field), r.name, problem, mend)
	for i := before; i < len(r.later); i++ {
		r.later[i].Field = field
	}
}

// isEmpty reports whether a field is there and has no value.
func (r *mapping) isEmpty(field string) bool {
	n := r.fields[field]
	return n != nil && n.Kind == yaml.ScalarNode && n.Anchor == "" && (n.ShortTag() == "!!null" || n.ShortTag() == "!!str" && strings.TrimSpace(n.Value) == "")
}

// isLacking reports whether a field has no value yet, and adds a fault if so.
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
