package format

import (
	"encoding/json"
	"strings"
)

// apocReader reads what the procedures apoc.export.json of Neo4j write: nodes and
// relationships one after another (JSON lines), in a list, under "nodes" and "rels",
// or as the columns of a query.
// https://neo4j.com/docs/apoc/current/export/json/
type apocReader struct {
	*collector
	json  *jsonReader
	whole map[string]bool // ids of the nodes that the file has with their properties
	met   map[string]bool // ids of relationships
	edges []Edge          // whose nodes may come later
}

func readAPOC(in *input, o *options, losses *Losses) (*Graph, error) {
	r := &apocReader{collector: newCollector(in, losses), json: newJSONReader(in, losses), whole: map[string]bool{}, met: map[string]bool{}}
	if err := r.json.each("a node or a relationship", r.object); err != nil {
		return nil, err
	}
	for _, e := range r.edges {
		if err := r.edge(e); err != nil {
			return nil, err
		}
	}
	return r.done()
}

// object reads an object that has begun: a node, a relationship, or what holds them.
func (r *apocReader) object() error {
	var as Attributes
	line := r.json.line
	err := r.json.fields(func(field string) error {
		if field == "nodes" || field == "rels" {
			return r.things(field)
		}
		v, err := r.json.value()
		if err != nil {
			return err
		}
		as.add(field, v)
		return r.few(line, len(as))
	})
	if err != nil {
		return err
	}
	return r.thing(as, line)
}

// things reads a list of nodes or of relationships, or an object that has them by
// their ids.
func (r *apocReader) things(field string) error {
	token, err := r.json.next()
	if err != nil {
		return err
	}
	one := func() error {
		as, err := r.json.attributes("a node or a relationship")
		if err != nil {
			return err
		}
		return r.thing(as, r.json.line)
	}
	switch token {
	case json.Delim('['):
		return r.json.items(one)
	case json.Delim('{'):
		return r.json.keyed(func(string) error { return one() })
	}
	return r.fault(r.json.line, "", `"`+field+`" must be a list or an object`, "export the graph again with apoc.export.json.all")
}

// thing takes in a node or a relationship. Of any other object it takes in those in
// its fields.
func (r *apocReader) thing(as Attributes, line int) error {
	switch sort := as.take("type"); sort {
	case "node":
		return r.apocNode(as, line, true)
	case "relationship":
		return r.relationship(as, line)
	default:
		as.add("type", text(sort))
	}
	for _, a := range as {
		found := false
		for _, v := range append(itemsOf(a.Value), a.Value) {
			inner := fieldsOf(v)
			if inner.find("type") < 0 && inner.find("nodes") < 0 {
				continue
			}
			found = true
			if err := r.thing(inner, line); err != nil {
				return err
			}
		}
		if !found {
			r.losses.drop(lossField, a.Name)
		}
	}
	return nil
}

// apocNode takes in a node; whole says whether it is more than the end of a
// relationship, which may have no properties.
func (r *apocReader) apocNode(as Attributes, line int, whole bool) error {
	n := Node{ID: as.take("id"), Line: line}
	var labels []string
	for _, v := range as.takeAll("labels") {
		labels = append(labels, v.Text)
	}
	switch len(labels) {
	case 0:
	case 1:
		n.Attributes.add("labels", text(labels[0]))
	default:
		n.Attributes.add("labels", text(":"+strings.Join(labels, ":")))
	}
	n.Attributes = append(n.Attributes, r.rest(&as)...)
	if !r.known(n.ID) {
		r.whole[n.ID] = whole
		return r.node(n)
	}
	known := &r.graph.Nodes[r.nodes[n.ID]]
	if r.whole[n.ID] || len(n.Attributes) <= len(known.Attributes) {
		for _, a := range n.Attributes {
			if known.Attributes.find(a.Name) < 0 {
				r.losses.drop(lossField, a.Name)
			}
		}
		return nil
	}
	known.Attributes, r.whole[n.ID] = n.Attributes, whole
	return r.fits(line, n.ID, n.Attributes, 0)
}

// rest returns the properties of a thing, and its other fields.
func (r *apocReader) rest(as *Attributes) Attributes {
	var own Attributes
	for _, v := range as.takeAll("properties") {
		own = append(own, fieldsOf(v)...)
	}
	return append(own, *as...).flat()
}

func (r *apocReader) relationship(as Attributes, line int) error {
	e := Edge{ID: as.take("id"), Label: spaced(as.take("label")), Directed: true, Line: line}
	for _, end := range []struct {
		name string
		id   *string
	}{{"start", &e.From}, {"end", &e.To}} {
		for _, v := range as.takeAll(end.name) {
			inner := fieldsOf(v)
			*end.id = inner.get("id")
			if inner.take("type"); *end.id == "" {
				continue // edge says what is wrong
			}
			if err := r.apocNode(inner, line, false); err != nil {
				return err
			}
		}
	}
	if e.ID != "" && r.met[e.ID] {
		return nil // in another row of a query
	}
	r.met[e.ID] = true
	e.Attributes = r.rest(&as)
	if r.edges = append(r.edges, e); len(r.edges) > r.limits.Edges {
		return r.tooManyEdges(line)
	}
	return r.fits(line, e.ID, e.Attributes, 0)
}
