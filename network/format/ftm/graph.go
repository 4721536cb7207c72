package ftm

import (
	"slices"
	"strings"

	"proxynet/network/format/internal/dates"
	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/register"
)

// build makes nodes and edges of the entities.
func (r *decoder) build() (*graph.Graph, error) {
	proofs := r.proofs()
	r.entities = slices.DeleteFunc(r.entities, func(e *entity) bool {
		if !proofs[e.id] {
			return false
		}
		r.Losses.Add(1, "documents that only serve as proof, kept as text", graph.Clip(e.name()))
		for _, name := range e.names {
			if name != "sourceUrl" && !slices.Contains(nameProperties, name) {
				r.Losses.Drop(graph.LossField, "properties."+name)
			}
		}
		return true
	})
	for _, e := range r.entities {
		if _, isEdge := edgeSchemas[e.schema]; !isEdge {
			if err := r.Node(r.nodeOf(e)); err != nil {
				return nil, err
			}
		}
	}
	for _, e := range r.entities {
		if schema, isEdge := edgeSchemas[e.schema]; isEdge {
			if err := r.edgesOf(e, schema); err != nil {
				return nil, err
			}
			continue
		}
		for _, name := range e.names {
			if words := linkProperties[name]; words != "" {
				if err := r.links(e, name, words); err != nil {
					return nil, err
				}
			}
		}
	}
	return r.Done()
}

// proofs returns the ids of documents to which only the property "proof" refers.
func (r *decoder) proofs() map[string]bool {
	all := map[string]bool{}
	for _, e := range r.entities {
		for _, id := range e.values["proof"] {
			if d := r.byID[id]; d != nil && documentSchemas[d.schema] {
				all[id] = true
			}
		}
	}
	for _, e := range r.entities {
		for name, values := range e.values {
			if edge := edgeSchemas[e.schema]; name == edge.from || name == edge.to || linkProperties[name] != "" {
				for _, id := range values {
					delete(all, id)
				}
			}
		}
	}
	return all
}

// name returns the name of an entity, or its id if it has none.
func (e *entity) name() string {
	if e.caption != "" {
		return e.caption
	}
	for _, name := range nameProperties {
		if values := e.values[name]; len(values) > 0 {
			return values[0]
		}
	}
	return e.id
}

// take removes a property and returns its values.
func (e *entity) take(name string) []string {
	values := e.values[name]
	delete(e.values, name)
	return values
}

// nodeOf returns an entity as a node.
func (r *decoder) nodeOf(e *entity) graph.Node {
	n := graph.Node{ID: e.id, Label: e.caption, Line: e.line}
	as := &n.Attributes
	if kind, known := nodeKinds[e.schema]; known {
		as.Add(graph.AttrKind, graph.TextOf(string(kind)))
	}
	if !exactSchemas[e.schema] {
		as.Add("schema", graph.TextOf(e.schema))
	}
	var aliases []string
	for _, name := range nameProperties {
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
	for _, name := range aliasProperties {
		aliases = append(aliases, e.take(name)...)
	}
	as.Data(graph.AttrAliases, aliases, len(aliases))
	var same []string
	for _, id := range []struct{ property, scheme string }{{"wikidataId", "wikidata"}, {"leiCode", "lei"}} {
		var other []string
		for _, v := range e.values[id.property] {
			if address := register.Address(id.scheme, v); address != "" {
				same = append(same, address)
			} else {
				other = append(other, v)
			}
		}
		e.values[id.property] = other
	}
	if address := register.Address("opensanctions", e.id); address != "" {
		same = append(same, address)
	}
	as.Data(graph.AttrSame, same, len(same))
	for _, name := range []string{"summary", "description"} {
		if as.Find(graph.AttrSummary) < 0 {
			as.Add(graph.AttrSummary, graph.TextOf(r.Plain(strings.Join(e.take(name), " "))))
		}
	}
	r.others(e, as)
	return n
}

// others keeps the remaining values, except references to entities.
func (r *decoder) others(e *entity, as *graph.Attributes) {
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
		if linkProperties[name] != "" {
			values = slices.DeleteFunc(slices.Clone(values), func(v string) bool { return r.byID[v] != nil })
		}
		as.Add(name, graph.TextOf(strings.Join(values, ", ")))
	}
	*as = append(*as, e.rest...)
}

// end adds the node at an end of an edge if the file only refers to it.
func (r *decoder) end(id string, line int) error {
	if e := r.byID[id]; e != nil && !r.Known(id) {
		// A relation to a relation: the relation becomes a node.
		return r.Node(graph.Node{ID: id, Label: e.schema, Line: line})
	}
	if !r.Known(id) {
		r.Losses.Add(1, graph.LossUnread, graph.Clip(id))
	}
	return r.Meet(id, line)
}

// edgesOf adds the edges of an entity that is a relation: one for each pair of ends.
func (r *decoder) edgesOf(e *entity, schema edgeSchema) error {
	from, to := e.take(schema.from), e.take(schema.to)
	if len(from) == 0 || len(to) == 0 {
		r.Losses.Add(1, graph.LossHalf, graph.Clip(e.id))
		return nil
	}
	base := graph.Edge{ID: e.id, Label: schema.verb, Directed: schema.directed, Line: e.line}
	if roles := e.values["role"]; e.schema == "UnknownLink" && len(roles) == 1 {
		base.Label = roles[0]
		e.take("role")
	}
	as := &base.Attributes
	if schema.kind != "" {
		as.Add(graph.AttrKind, graph.TextOf(string(schema.kind)))
	}
	as.Add(graph.AttrPeriod, graph.TextOf(r.period(e)))
	as.Add(graph.AttrNote, graph.TextOf(r.Plain(strings.Join(append(e.take("summary"), e.take("description")...), " "))))
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
			if err := r.Edge(edge); err != nil {
				return err
			}
		}
	}
	return nil
}

// links adds an edge to each entity to which a property refers.
func (r *decoder) links(e *entity, name, words string) error {
	for _, id := range e.values[name] {
		if r.byID[id] == nil {
			continue // it refers to no entity in the file
		}
		if err := r.end(id, e.line); err != nil {
			return err
		}
		if err := r.Edge(graph.Edge{From: e.id, To: id, Label: words, Directed: true, Line: e.line}); err != nil {
			return err
		}
	}
	return nil
}

// period removes the dates of a relation and returns them as EDTF. Unreadable dates,
// and several for one property, stay in the entity.
func (r *decoder) period(e *entity) string {
	one := func(name string) string {
		if values := e.values[name]; len(values) == 1 {
			return values[0]
		}
		return ""
	}
	if i := dates.ReadInterval(one("startDate"), one("endDate")); i.Edtf != "" {
		if i.Start {
			e.take("startDate")
		}
		if i.End {
			e.take("endDate")
		}
		if i.Clock != "" {
			r.Losses.Add(1, graph.LossTime, graph.Show(i.Clock))
		}
		return i.Edtf
	}
	day, clock, ok := dates.ReadMoment(one("date"))
	if ok {
		e.take("date")
	}
	if clock {
		r.Losses.Add(1, graph.LossTime, graph.Show(day))
	}
	return day
}
