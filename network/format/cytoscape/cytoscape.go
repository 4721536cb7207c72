// Package cytoscape reads and writes the JSON of Cytoscape.js and Cytoscape.
package cytoscape

import (
	"bytes"
	"encoding/json"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
	"proxynet/network/format/internal/writer"
)

// decoder reads the JSON of Cytoscape.js and Cytoscape, whose elements
// are a list, or a list of nodes and one of edges.
// https://js.cytoscape.org/#notation/elements-json
type decoder struct {
	*reader.Collector
	json     *reader.JSON
	elements bool
	fields   []string // of the file
}

// Read reads the JSON of Cytoscape.
func Read(in *reader.Input, o *reader.Options, losses *graph.Losses) (*graph.Graph, error) {
	r := &decoder{Collector: reader.NewCollector(in, losses), json: reader.NewJSON(in, losses)}
	token, err := r.json.Next()
	if err != nil {
		return nil, err
	}
	switch token {
	case json.Delim('['):
		r.elements = true
		err = r.json.Items(func() error { return r.element("") })
	case json.Delim('{'):
		err = r.json.Fields(r.top)
	default:
		err = r.Diagnostic(r.json.Line, "", "it is neither an object nor a list", "name the file’s format with --format")
	}
	if err == nil {
		err = r.json.End()
	}
	if err != nil {
		return nil, err
	}
	if !r.elements {
		return nil, r.Diagnostic(0, "", `it has no "elements"`, reader.OtherFormat(r.fields))
	}
	return r.Done()
}

// head has the first fields that we write, in order.
var head = graph.Attributes{
	{Name: "format_version", Value: graph.TextOf("1.0")}, {Name: "generated_by", Value: graph.TextOf(graph.Creator)}, {Name: "target_cytoscapejs_version", Value: graph.TextOf("~3")}, {Name: "directed", Value: graph.BooleanOf(true)}, {Name: "multigraph", Value: graph.BooleanOf(true)},
}

// top reads a field of the outermost object.
func (r *decoder) top(field string) error {
	r.fields = reader.Note(r.fields, field)
	switch field {
	case "elements":
		r.elements = true
		token, err := r.json.Next()
		if err != nil {
			return err
		}
		switch token {
		case json.Delim('['):
			return r.json.Items(func() error { return r.element("") })
		case json.Delim('{'):
			return r.json.Fields(r.group)
		}
		return r.Diagnostic(r.json.Line, "", `"elements" is neither an object nor a list`, "write it as {nodes: […], edges: […]}")
	case "data":
		return r.own()
	case "directed": // networkx
		v, err := r.json.Value()
		r.Graph.Directed = graph.DirectionIn(v.Text) != graph.Undirected
		return err
	case "multigraph":
		_, err := r.json.Value()
		return err
	case "format_version", "generated_by", "target_cytoscapejs_version":
		v, err := r.json.Value()
		if err == nil && v.Text != head.Get(field) {
			err = r.Attribute(r.json.Line, field, v)
		}
		return err
	}
	return nil
}

// own reads the attributes of the graph, an object, or pairs as networkx writes
// them.
func (r *decoder) own() error {
	token, err := r.json.Next()
	if err != nil {
		return err
	}
	switch token {
	case json.Delim('{'):
		return r.json.Fields(func(field string) error {
			v, err := r.json.Value()
			if err != nil {
				return err
			}
			return r.Attribute(r.json.Line, field, v)
		})
	case json.Delim('['):
		return r.json.Items(func() error {
			v, err := r.json.Value()
			if err != nil {
				return err
			}
			var pair []json.RawMessage
			if json.Unmarshal([]byte(v.Text), &pair) != nil || len(pair) != 2 {
				r.Losses.Drop(graph.LossField, "data")
				return nil
			}
			return r.Attribute(r.json.Line, graph.ValueOf(pair[0]).Text, graph.ValueOf(pair[1]))
		})
	case nil:
	default:
		r.Losses.Drop(graph.LossField, "data")
	}
	return nil
}

// group reads a list of nodes or edges.
func (r *decoder) group(field string) error {
	switch field {
	case "nodes", "edges":
		return r.json.List(`"`+field+`"`, func() error { return r.element(field) })
	}
	return nil
}

// element reads a node or an edge.
func (r *decoder) element(group string) error {
	var as graph.Attributes
	line, first, whole := r.json.Line, true, false
	err := r.json.Object("an element", func(field string) error {
		if first {
			line, first = r.json.Line, false
		}
		switch field {
		case "data":
			whole = true
			data, err := r.json.Attributes(`"data"`)
			as = append(as, data...)
			return err
		case "group":
			named, err := r.json.Scalar(`"group"`)
			if group == "" {
				group = named
			} else if named != group && named != "" {
				as.Add(field, graph.TextOf(named))
			}
			return err
		case "classes":
			v, err := r.json.Value()
			as.Add(field, v)
			return err
		}
		return nil
	})
	if err == nil && !whole {
		err = r.Diagnostic(line, "", `an element has no "data"`, "name the file’s format with --format; it may be cx")
	}
	if err != nil {
		return err
	}
	source, target := as.Find("source"), as.Find("target")
	if group == "edges" || group == "" && source >= 0 && target >= 0 {
		e := graph.Edge{ID: as.Take("id"), From: as.Take("source"), To: as.Take("target"), Label: as.Take("label"), Directed: r.Graph.Directed, Line: line}
		e.Attributes = as
		r.EdgeKey(&e, e.Attributes.Take("key"))
		return r.Edge(e)
	}
	n := graph.Node{ID: as.Take("id"), Label: as.Take("label"), Line: line}
	if as.Get("value") == n.ID {
		as.Take("value")
	}
	if as.Find(graph.AttrParent) >= 0 {
		r.Losses.Add(1, graph.LossNested, graph.Clip(n.ID))
	}
	n.Attributes = as
	if n.ID == "" { // Cytoscape.js generates one
		return r.Count(n)
	}
	return r.Node(n)
}

// Write writes the JSON of Cytoscape.js with the elements in two lists, which Cytoscape
// and networkx can read too.
func Write(g *graph.Graph, _ *graph.Losses) []writer.Output {
	var b bytes.Buffer
	b.WriteString("{\n")
	for _, a := range head {
		b.WriteString("  " + graph.JSONText(a.Name) + ": " + graph.JSONText(a.Value) + ",\n")
	}
	b.WriteString(`  "data": `)
	b.WriteString(graph.JSONText(graph.Object(g.Attributes)))
	b.WriteString(",\n  \"elements\": {\n    \"nodes\": [")
	for i := range g.Nodes {
		n := &g.Nodes[i]
		// Cytoscape shows the name, and networkx uses the value as the id.
		data := graph.Object(append(graph.Attributes{{Name: "id", Value: graph.TextOf(n.ID)}, {Name: "value", Value: graph.TextOf(n.ID)}, {Name: "name", Value: graph.TextOf(n.Label)}, {Name: "label", Value: graph.TextOf(n.Label)}}, n.Attributes...))
		graph.Separate(&b, i, "\n      ")
		b.WriteString(`{"data": ` + graph.JSONText(data) + `}`)
	}
	b.WriteString("\n    ],\n    \"edges\": [")
	for i := range g.Edges {
		e := &g.Edges[i]
		// networkx distinguishes parallel edges by the key.
		data := graph.Attributes{{Name: "id", Value: graph.TextOf(e.ID)}, {Name: "key", Value: graph.TextOf(e.ID)}, {Name: "source", Value: graph.TextOf(e.From)}, {Name: "target", Value: graph.TextOf(e.To)}, {Name: "label", Value: graph.TextOf(e.Label)}}
		if e.Attributes.Find(graph.AttrDirected) < 0 {
			data = append(data, graph.Attribute{Name: graph.AttrDirected, Value: graph.BooleanOf(e.Directed)})
		}
		graph.Separate(&b, i, "\n      ")
		b.WriteString(`{"data": ` + graph.JSONText(graph.Object(append(data, e.Attributes...))) + `}`)
	}
	b.WriteString("\n    ]\n  }\n}\n")
	return []writer.Output{{Data: b.Bytes()}}
}
