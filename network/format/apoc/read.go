// Package apoc reads the JSON that Neo4j's library APOC exports.
package apoc

import (
	"encoding/json"
	"strings"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
)

// decoder reads the output of Neo4j's procedures apoc.export.json: nodes and
// relationships one after another (JSON lines), in a list, under "nodes" and "rels", or
// as the columns of a query. https://neo4j.com/docs/apoc/current/export/json/
type decoder struct {
	*reader.Collector
	json  *reader.JSON
	whole map[string]bool // ids of the nodes read with their properties
	met   map[string]bool // ids of relationships
	edges []graph.Edge    // their nodes may follow later
}

// Read reads an export of APOC.
func Read(in *reader.Input, o *reader.Options, losses *graph.Losses) (*graph.Graph, error) {
	r := &decoder{Collector: reader.NewCollector(in, losses), json: reader.NewJSON(in, losses), whole: map[string]bool{}, met: map[string]bool{}}
	if err := r.json.Each("a node or a relationship", r.object); err != nil {
		return nil, err
	}
	for _, e := range r.edges {
		if err := r.Edge(e); err != nil {
			return nil, err
		}
	}
	return r.Done()
}

// object reads the rest of an object: a node, a relationship, or a container of them.
func (r *decoder) object() error {
	var as graph.Attributes
	line := r.json.Line
	err := r.json.Fields(func(field string) error {
		if field == "nodes" || field == "rels" {
			return r.things(field)
		}
		v, err := r.json.Value()
		if err != nil {
			return err
		}
		as.Add(field, v)
		return r.Few(line, len(as))
	})
	if err != nil {
		return err
	}
	return r.thing(as, line)
}

// things reads a list of nodes or of relationships, or an object with them by id.
func (r *decoder) things(field string) error {
	token, err := r.json.Next()
	if err != nil {
		return err
	}
	one := func() error {
		as, err := r.json.Attributes("a node or a relationship")
		if err != nil {
			return err
		}
		return r.thing(as, r.json.Line)
	}
	switch token {
	case json.Delim('['):
		return r.json.Items(one)
	case json.Delim('{'):
		return r.json.Keyed(func(string) error { return one() })
	}
	return r.Diagnostic(r.json.Line, "", `"`+field+`" must be a list or an object`, "export the graph again with apoc.export.json.all")
}

// thing adds a node or a relationship. In any other object it adds those in its fields.
func (r *decoder) thing(as graph.Attributes, line int) error {
	switch sort := as.Take("type"); sort {
	case "node":
		return r.addNode(as, line, true)
	case "relationship":
		return r.relationship(as, line)
	default:
		as.Add("type", graph.TextOf(sort))
	}
	for _, a := range as {
		found := false
		for _, v := range append(graph.ItemsOf(a.Value), a.Value) {
			inner := graph.FieldsOf(v)
			if inner.Find("type") < 0 && inner.Find("nodes") < 0 {
				continue
			}
			found = true
			if err := r.thing(inner, line); err != nil {
				return err
			}
		}
		if !found {
			r.Losses.Drop(graph.LossField, a.Name)
		}
	}
	return nil
}

// addNode adds a node; whole is false for the end of a relationship, which may lack
// properties.
func (r *decoder) addNode(as graph.Attributes, line int, whole bool) error {
	n := graph.Node{ID: as.Take("id"), Line: line}
	var labels []string
	for _, v := range as.TakeAll("labels") {
		labels = append(labels, v.Text)
	}
	switch len(labels) {
	case 0:
	case 1:
		n.Attributes.Add("labels", graph.TextOf(labels[0]))
	default:
		n.Attributes.Add("labels", graph.TextOf(":"+strings.Join(labels, ":")))
	}
	n.Attributes = append(n.Attributes, r.rest(&as)...)
	if !r.Known(n.ID) {
		r.whole[n.ID] = whole
		return r.Node(n)
	}
	known := &r.Graph.Nodes[r.Nodes[n.ID]]
	if r.whole[n.ID] || len(n.Attributes) <= len(known.Attributes) {
		for _, a := range n.Attributes {
			if known.Attributes.Find(a.Name) < 0 {
				r.Losses.Drop(graph.LossField, a.Name)
			}
		}
		return nil
	}
	known.Attributes, r.whole[n.ID] = n.Attributes, whole
	return r.Fits(line, n.ID, n.Attributes, 0)
}

// rest returns the properties and the other fields of an object.
func (r *decoder) rest(as *graph.Attributes) graph.Attributes {
	var own graph.Attributes
	for _, v := range as.TakeAll("properties") {
		own = append(own, graph.FieldsOf(v)...)
	}
	return append(own, *as...).Flat()
}

func (r *decoder) relationship(as graph.Attributes, line int) error {
	e := graph.Edge{ID: as.Take("id"), Label: graph.Spaced(as.Take("label")), Directed: true, Line: line}
	for _, end := range []struct {
		name string
		id   *string
	}{{"start", &e.From}, {"end", &e.To}} {
		for _, v := range as.TakeAll(end.name) {
			inner := graph.FieldsOf(v)
			*end.id = inner.Get("id")
			if inner.Take("type"); *end.id == "" {
				continue // edge reports the error
			}
			if err := r.addNode(inner, line, false); err != nil {
				return err
			}
		}
	}
	if e.ID != "" && r.met[e.ID] {
		return nil // in another row of a query
	}
	r.met[e.ID] = true
	e.Attributes = r.rest(&as)
	if r.edges = append(r.edges, e); len(r.edges) > r.Limits.Edges {
		return r.TooManyEdges(line)
	}
	return r.Fits(line, e.ID, e.Attributes, 0)
}
