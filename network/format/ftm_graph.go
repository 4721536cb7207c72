package format

import (
	"slices"
	"strings"
)

// build makes nodes and edges of the entities.
func (r *ftmReader) build() (*Graph, error) {
	proofs := r.proofs()
	r.entities = slices.DeleteFunc(r.entities, func(e *ftmEntity) bool {
		if !proofs[e.id] {
			return false
		}
		r.losses.add(1, "documents that only serve as proof, kept as text", clip(e.name()))
		for _, name := range e.names {
			if name != "sourceUrl" && !slices.Contains(ftmNames, name) {
				r.losses.drop(lossField, "properties."+name)
			}
		}
		return true
	})
	for _, e := range r.entities {
		if _, isEdge := ftmEdges[e.schema]; !isEdge {
			if err := r.node(r.nodeOf(e)); err != nil {
				return nil, err
			}
		}
	}
	for _, e := range r.entities {
		if schema, isEdge := ftmEdges[e.schema]; isEdge {
			if err := r.edgesOf(e, schema); err != nil {
				return nil, err
			}
			continue
		}
		for _, name := range e.names {
			if words := ftmLinks[name]; words != "" {
				if err := r.links(e, name, words); err != nil {
					return nil, err
				}
			}
		}
	}
	return r.done()
}

// proofs returns the ids of documents that nothing but the property "proof" names.
func (r *ftmReader) proofs() map[string]bool {
	all := map[string]bool{}
	for _, e := range r.entities {
		for _, id := range e.values["proof"] {
			if d := r.byID[id]; d != nil && ftmDocuments[d.schema] {
				all[id] = true
			}
		}
	}
	for _, e := range r.entities {
		for name, values := range e.values {
			if edge := ftmEdges[e.schema]; name == edge.from || name == edge.to || ftmLinks[name] != "" {
				for _, id := range values {
					delete(all, id)
				}
			}
		}
	}
	return all
}

// name returns what an entity is called, its id if nothing is.
func (e *ftmEntity) name() string {
	if e.caption != "" {
		return e.caption
	}
	for _, name := range ftmNames {
		if values := e.values[name]; len(values) > 0 {
			return values[0]
		}
	}
	return e.id
}

// take returns the values of a property, and takes them away.
func (e *ftmEntity) take(name string) []string {
	values := e.values[name]
	delete(e.values, name)
	return values
}

// nodeOf returns an entity as a node.
func (r *ftmReader) nodeOf(e *ftmEntity) Node {
	n := Node{ID: e.id, Label: e.caption, Line: e.line}
	as := &n.Attributes
	if kind, known := ftmKinds[e.schema]; known {
		as.add(attrKind, text(string(kind)))
	}
	if !ftmExact[e.schema] {
		as.add("schema", text(e.schema))
	}
	var aliases []string
	for _, name := range ftmNames {
		if n.Label != "" && name != "name" {
			break
		}
		for _, v := range e.take(name) {
			if n.Label == "" {
				n.Label = v
			} else if v != n.Label {
				aliases = append(aliases, v)
			}
		}
	}
	if n.Label == "" {
		n.Label = e.schema
	}
	for _, name := range ftmAliases {
		aliases = append(aliases, e.take(name)...)
	}
	as.data(attrAliases, aliases, len(aliases))
	var same []string
	for _, id := range []struct{ property, scheme string }{{"wikidataId", "wikidata"}, {"leiCode", "lei"}} {
		var other []string
		for _, v := range e.values[id.property] {
			if address := addressOf(id.scheme, v); address != "" {
				same = append(same, address)
			} else {
				other = append(other, v)
			}
		}
		e.values[id.property] = other
	}
	if address := addressOf("opensanctions", e.id); address != "" {
		same = append(same, address)
	}
	as.data(attrSame, same, len(same))
	for _, name := range []string{"summary", "description"} {
		if as.find(attrSummary) < 0 {
			as.add(attrSummary, text(r.plain(strings.Join(e.take(name), " "))))
		}
	}
	r.others(e, as)
	return n
}

// others keeps the values that are left, but for those that name entities.
func (r *ftmReader) others(e *ftmEntity, as *Attributes) {
	for _, name := range e.names {
		values := e.values[name]
		if name == "proof" {
			values = slices.Clone(values)
			for i, id := range values {
				if d := r.byID[id]; d != nil {
					values[i] = strings.TrimSpace(d.name() + " " + strings.Join(d.values["sourceUrl"], " "))
				}
			}
		}
		if ftmLinks[name] != "" {
			values = slices.DeleteFunc(slices.Clone(values), func(v string) bool { return r.byID[v] != nil })
		}
		as.add(name, text(strings.Join(values, ", ")))
	}
	*as = append(*as, e.rest...)
}

// end takes in the node that an edge ends at, which the file may only name.
func (r *ftmReader) end(id string, line int) error {
	if e := r.byID[id]; e != nil && !r.known(id) {
		// A relation to a relation: it is shown as a node.
		return r.node(Node{ID: id, Label: e.schema, Line: line})
	}
	if !r.known(id) {
		r.losses.add(1, lossUnread, clip(id))
	}
	return r.meet(id, line)
}

// edgesOf takes in an entity that is a relation: an edge for each pair of its
// ends.
func (r *ftmReader) edgesOf(e *ftmEntity, schema ftmEdge) error {
	from, to := e.take(schema.from), e.take(schema.to)
	if len(from) == 0 || len(to) == 0 {
		r.losses.add(1, lossHalf, clip(e.id))
		return nil
	}
	base := Edge{ID: e.id, Label: schema.verb, Directed: schema.directed, Line: e.line}
	if roles := e.values["role"]; e.schema == "UnknownLink" && len(roles) == 1 {
		base.Label = roles[0]
		e.take("role")
	}
	as := &base.Attributes
	if schema.kind != "" {
		as.add(attrKind, text(string(schema.kind)))
	}
	as.add(attrPeriod, text(r.period(e)))
	as.add(attrNote, text(r.plain(strings.Join(append(e.take("summary"), e.take("description")...), " "))))
	r.others(e, as)
	for i, f := range from {
		for j, t := range to {
			for _, id := range []string{f, t} {
				if err := r.end(id, e.line); err != nil {
					return err
				}
			}
			edge := base
			if i+j > 0 {
				edge.ID = ""
			}
			edge.From, edge.To, edge.Attributes = f, t, slices.Clone(base.Attributes)
			if err := r.edge(edge); err != nil {
				return err
			}
		}
	}
	return nil
}

// links takes in the entities that a property names, as edges.
func (r *ftmReader) links(e *ftmEntity, name, words string) error {
	for _, id := range e.values[name] {
		if r.byID[id] == nil {
			continue // it names none of the file
		}
		if err := r.end(id, e.line); err != nil {
			return err
		}
		if err := r.edge(Edge{From: e.id, To: id, Label: words, Directed: true, Line: e.line}); err != nil {
			return err
		}
	}
	return nil
}

// period takes the dates of a relation and returns them as EDTF. Dates that cannot
// be read, and several for one property, stay in the entity.
func (r *ftmReader) period(e *ftmEntity) string {
	one := func(name string) string {
		if values := e.values[name]; len(values) == 1 {
			return values[0]
		}
		return ""
	}
	if i := readInterval(one("startDate"), one("endDate")); i.edtf != "" {
		if i.start {
			e.take("startDate")
		}
		if i.end {
			e.take("endDate")
		}
		if i.clock != "" {
			r.losses.add(1, lossTime, show(i.clock))
		}
		return i.edtf
	}
	day, clock, ok := readMoment(one("date"))
	if ok {
		e.take("date")
	}
	if clock {
		r.losses.add(1, lossTime, show(day))
	}
	return day
}
