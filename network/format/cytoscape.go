package format

import (
	"bytes"
	"encoding/json"
)

// cytoscapeReader reads the JSON of Cytoscape.js and Cytoscape, whose elements
// are a list, or a list of nodes and one of edges.
// https://js.cytoscape.org/#notation/elements-json
type cytoscapeReader struct {
	*collector
	json     *jsonReader
	elements bool
}

func readCytoscape(in *input, o *options, losses *Losses) (*Graph, error) {
	r := &cytoscapeReader{collector: newCollector(in, losses), json: newJSONReader(in)}
	token, err := r.json.next()
	if err != nil {
		return nil, err
	}
	switch token {
	case json.Delim('['):
		r.elements = true
		err = r.json.items(func() error { return r.element("") })
	case json.Delim('{'):
		err = r.json.fields(r.top)
	default:
		err = r.fault(r.json.line, "", "it is neither an object nor a list", "name the file’s format with --format")
	}
	if err == nil {
		err = r.json.end()
	}
	if err != nil {
		return nil, err
	}
	if !r.elements {
		return nil, r.fault(0, "", `it has no "elements"`, "name the file’s format with --format")
	}
	return r.done()
}

// top reads a field of the outermost object.
func (r *cytoscapeReader) top(field string) error {
	switch field {
	case "elements":
		r.elements = true
		token, err := r.json.next()
		if err != nil {
			return err
		}
		switch token {
		case json.Delim('['):
			return r.json.items(func() error { return r.element("") })
		case json.Delim('{'):
			return r.json.fields(r.group)
		}
		return r.fault(r.json.line, "", `"elements" is neither an object nor a list`, "write it as {nodes: […], edges: […]}")
	case "data":
		return r.own()
	case "directed": // networkx
		v, err := r.json.value()
		r.graph.Directed = v.Text != "false"
		return err
	}
	return r.json.skip()
}

// own reads the attributes of the graph, an object, or pairs as networkx writes
// them.
func (r *cytoscapeReader) own() error {
	token, err := r.json.next()
	if err != nil {
		return err
	}
	switch token {
	case json.Delim('{'):
		return r.json.fields(func(field string) error {
			v, err := r.json.value()
			if err != nil {
				return err
			}
			return r.attribute(r.json.line, field, v)
		})
	case json.Delim('['):
		return r.json.items(func() error {
			v, err := r.json.value()
			var pair []json.RawMessage
			if err != nil || json.Unmarshal([]byte(v.Text), &pair) != nil || len(pair) != 2 {
				return err
			}
			return r.attribute(r.json.line, valueOf(pair[0]).Text, valueOf(pair[1]))
		})
	}
	return nil
}

// group reads a list of nodes or edges.
func (r *cytoscapeReader) group(field string) error {
	switch field {
	case "nodes", "edges":
		return r.json.list(`"`+field+`"`, func() error { return r.element(field) })
	}
	return r.json.skip()
}

// element reads a node or an edge.
func (r *cytoscapeReader) element(group string) error {
	var as Attributes
	line := 0
	err := r.json.object("an element", func(field string) error {
		if line == 0 {
			line = r.json.line
		}
		switch field {
		case "data":
			data, err := r.json.attributes(`"data"`)
			as = append(as, data...)
			return err
		case "group":
			named, err := r.json.scalar(`"group"`)
			if group == "" {
				group = named
			}
			return err
		case "classes":
			v, err := r.json.value()
			as.add("classes", v)
			return err
		case "position":
			r.losses.add(1, lossDrawing, "")
		}
		return r.json.skip()
	})
	if err != nil {
		return err
	}
	source, target := as.find("source"), as.find("target")
	if group == "edges" || group == "" && source >= 0 && target >= 0 {
		e := Edge{ID: as.take("id"), From: as.take("source"), To: as.take("target"), Label: as.take("label"), Directed: r.graph.Directed, Attributes: as, Line: line}
		return r.edge(e)
	}
	n := Node{ID: as.take("id"), Label: as.take("label"), Line: line}
	if as.get("value") == n.ID {
		as.take("value")
	}
	n.Attributes = as
	if as.find("parent") >= 0 {
		r.losses.add(1, "nodes in a group of nodes, which stand beside it", n.ID)
	}
	return r.node(n)
}

// attributes reads an object as attributes.
func (j *jsonReader) attributes(what string) (Attributes, error) {
	var as Attributes
	err := j.object(what, func(field string) error {
		v, err := j.value()
		if err != nil {
			return err
		}
		as.add(field, v)
		return j.few(j.line, len(as))
	})
	return as, err
}

// writeCytoscape writes the JSON of Cytoscape.js with its elements in two
// lists, which Cytoscape and networkx read too.
func writeCytoscape(g *Graph) []Output {
	var b bytes.Buffer
	b.WriteString("{\n  \"format_version\": \"1.0\",\n  \"generated_by\": \"proxynet\",\n  \"target_cytoscapejs_version\": \"~3\",\n  \"directed\": true,\n  \"multigraph\": true,\n  \"data\": ")
	b.WriteString(jsonText(fields(g.Attributes)))
	b.WriteString(",\n  \"elements\": {\n    \"nodes\": [")
	for i := range g.Nodes {
		n := &g.Nodes[i]
		// Cytoscape shows the name, and networkx takes the value for the id.
		data := fields(append(Attributes{{"id", text(n.ID)}, {"value", text(n.ID)}, {"name", text(n.Label)}, {"label", text(n.Label)}}, n.Attributes...))
		separate(&b, i, "\n      ")
		b.WriteString(`{"data": ` + jsonText(data) + `}`)
	}
	b.WriteString("\n    ],\n    \"edges\": [")
	for i := range g.Edges {
		e := &g.Edges[i]
		data := Attributes{{"id", text(e.ID)}, {"source", text(e.From)}, {"target", text(e.To)}, {"label", text(e.Label)}}
		if e.Attributes.find(attrDirected) < 0 {
			data = append(data, Attribute{attrDirected, truth(e.Directed)})
		}
		separate(&b, i, "\n      ")
		b.WriteString(`{"data": ` + jsonText(fields(append(data, e.Attributes...))) + `}`)
	}
	b.WriteString("\n    ]\n  }\n}\n")
	return []Output{{Data: b.Bytes()}}
}

// separate writes what comes before the item of a list.
func separate(b *bytes.Buffer, i int, indent string) {
	if i > 0 {
		b.WriteByte(',')
	}
	b.WriteString(indent)
}

// fields is an object in JSON whose fields stand in order.
type fields Attributes

// MarshalJSON implements [json.Marshaler].
func (fs fields) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, f := range fs {
		separate(&b, i, "")
		b.WriteString(jsonText(f.Name) + ":" + jsonText(f.Value))
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}
