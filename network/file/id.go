package file

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"proxynet/network/message"
	"proxynet/network/visible"
)

var idPattern = regexp.MustCompile(`^[a-z0-9-]+$`)

// readID returns the record's id if it is well formed, and uses it as the record's
// name.
func (r *record) readID() string {
	id := r.text(r.need("id"), "id")
	if id == "" {
		return ""
	}
	if len(id) > maxIDLength || !idPattern.MatchString(id) {
		fix := message.New("write it with a–z, 0–9 and -, at most %d characters", maxIDLength)
		if like := slug(id); like != "" && len(like) <= maxIDLength {
			fix = message.New("%s, such as %s", fix, like)
		}
		r.report(r.at("id"), r.name, message.New("bad id %s", visible.Show(id)), fix)
		return ""
	}
	r.name = id
	return id
}

// declare registers the record's id. Ids are unique across sections, since the address
// of a page names records by their ids alone.
func (r *record) declare(s section) {
	id := r.readID()
	if id == "" {
		return
	}
	r.id = id
	if first, twice := r.ids[id]; twice {
		r.report(r.at("id"), id, message.New("this id is already a %s's, in line %d", Noun(string(first.section)), first.line), message.New("give one of the two another id"))
		return
	}
	r.ids[id] = declared{s, r.at("id"), spotOf(r.fields["id"]), r}
}

// resolve returns the id that a node names if it is declared in one of the sections.
func (r *record) resolve(n *yaml.Node, field string, of ...section) string {
	id := r.text(n, field)
	if id == "" {
		return ""
	}
	r.use(n, field, id)
	known, ok := r.ids[id]
	if !ok {
		r.report(n.Line, r.name, message.New("unknown %s %s in %q", sectionNouns(of), visible.Show(id), field), r.fixForID(id, of))
		return ""
	}
	if !slices.Contains(of, known.section) {
		r.report(n.Line, r.name, message.New("%s in %q is a %s, and must be a %s", visible.Show(id), field, Noun(string(known.section)), sectionNouns(of)), message.New("name one of the %s", sectionFields(of)))
		return ""
	}
	if known.section == passages {
		r.used[id] = true
	}
	return id
}

// sectionNouns names sections, such as "node or relation".
func sectionNouns(of []section) message.Either {
	words := make(message.Either, len(of))
	for i, s := range of {
		words[i] = Noun(string(s))
	}
	return words
}

// sectionFields names the fields of sections, such as "nodes or relations".
func sectionFields(of []section) message.Either {
	words := make(message.Either, len(of))
	for i, s := range of {
		words[i] = s.field()
	}
	return words
}

// fixForID returns the fix for an unknown id.
func (r *reading) fixForID(id string, of []section) message.Message {
	if apart := strings.Fields(id); len(apart) > 1 && !slices.ContainsFunc(apart, func(word string) bool { return r.ids[word].line == 0 }) {
		return message.New("put a comma between them: %s", message.Strings(apart))
	}
	if fix := r.recordNames().fix(id, "", of...); !fix.IsNone() {
		return fix
	}
	if len(r.diagnostics) <= maxListedDiagnostics { // more would take long and not help
		var known []string
		for _, s := range of {
			known = append(known, r.idsOf(s)...)
		}
		if near := cmp.Or(nearest(id, known), longer(id, known)); near != "" {
			return didYouMean(near)
		}
	}
	return message.New("correct the id, or add it to the %s", sectionFields(of))
}

// longer returns the only id of which another is the first or last word, such as
// peter-reiss for peter; "" if there is none or several.
func longer(id string, known []string) string {
	found := ""
	for _, k := range known {
		if strings.HasPrefix(k, id+"-") || strings.HasSuffix(k, "-"+id) {
			if found != "" {
				return ""
			}
			found = k
		}
	}
	return found
}

// idsOf returns the ids of a section's records in order.
func (r *reading) idsOf(of section) []string {
	if r.sorted == nil {
		r.sorted = make(map[section][]string)
		for _, id := range sortedKeys(r.ids) {
			s := r.ids[id].section
			r.sorted[s] = append(r.sorted[s], id)
		}
	}
	return r.sorted[of]
}

// ref returns a field that names a record of the sections, "" if it is missing.
func (r *record) ref(field string, of ...section) string {
	return r.resolve(r.take(field), field, of...)
}

// needRef is ref for a required field.
func (r *record) needRef(field string, s section) string { return r.resolve(r.need(field), field, s) }

// refs returns a list that names records of the sections, each once.
func (r *record) refs(field string, of ...section) []string {
	var ids []string
	named := make(map[string]bool)
	for _, n := range r.list(field) {
		if r.full() {
			break
		}
		id := r.resolve(n, field, of...)
		if id == "" {
			continue
		}
		if named[id] {
			r.report(n.Line, r.name, message.New("it names the %s %s twice", Noun(string(r.ids[id].section)), id), message.New("take one out"))
			continue
		}
		named[id] = true
		ids = append(ids, id)
	}
	return ids
}

// evidence returns the passages that the record names.
func (r *record) evidence() []string { return r.refs("passages", passages) }

// needEvidence is evidence for a record that must have some: nothing is drawn without a
// supporting passage, unless the network is declared unsourced.
func (r *record) needEvidence() []string {
	diagnostics := len(r.diagnostics)
	out := r.evidence()
	if len(out) == 0 && len(r.diagnostics) == diagnostics && !r.unsourced {
		r.report(r.line, r.name, message.New("no passage supports it"), message.New("name one in “passages: [id]”, or take it out"))
	}
	return out
}
