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
	fields   []string // of the file
}

func readCytoscape(in *input, o *options, losses *Losses) (*Graph, error) {
	r := &cytoscapeReader{collector: newCollector(in, losses), json: newJSONReader(in, losses)}
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
		return nil, r.fault(0, "", `it has no "elements"`, otherFormat(r.fields))
	}
	return r.done()
}

// cytoscapeHead is what we write at the head of a file, in order.
var cytoscapeHead = Attributes{
	{"format_version", text("1.0")}, {"generated_by", text(creator)}, {"target_cytoscapejs_version", text("~3")}, {"directed", truth(true)}, {"multigraph", truth(true)},
}

// top reads a field of the outermost object.
func (r *cytoscapeReader) top(field string) error {
	r.fields = note(r.fields, field)
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
		r.graph.Directed = directionIn(v.Text) != undirected
		return err
	case "multigraph":
		_, err := r.json.value()
		return err
	case "format_version", "generated_by", "target_cytoscapejs_version":
		v, err := r.json.value()
		if err == nil && v.Text != cytoscapeHead.get(field) {
			err = r.attribute(r.json.line, field, v)
		}
		return err
	}
	return nil
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
			if err != nil {
				return err
			}
			var pair []json.RawMessage
			if json.Unmarshal([]byte(v.Text), &pair) != nil || len(pair) != 2 {
				r.losses.drop(lossField, "data")
				return nil
			}
			return r.attribute(r.json.line, valueOf(pair[0]).Text, valueOf(pair[1]))
		})
	case nil:
	default:
		r.losses.drop(lossField, "data")
	}
	return nil
}

// group reads a list of nodes or edges.
func (r *cytoscapeReader) group(field string) error {
	switch field {
	case "nodes", "edges":
		return r.json.list(`"`+field+`"`, func() error { return r.element(field) })
	}
	return nil
}

// element reads a node or an edge.
func (r *cytoscapeReader) element(group string) error {
	var as Attributes
	line, first, whole := r.json.line, true, false
	err := r.json.object("an element", func(field string) error {
		if first {
			line, first = r.json.line, false
		}
		switch field {
		case "data":
			whole = true
			data, err := r.json.attributes(`"data"`)
			as = append(as, data...)
			return err
		case "group":
			named, err := r.json.scalar(`"group"`)
			if group == "" {
				group = named
			} else if named != group && named != "" {
				as.add(field, text(named))
			}
			return err
		case "classes":
			v, err := r.json.value()
			as.add(field, v)
			return err
		}
		return nil
	})
	if err == nil && !whole {
		err = r.fault(line, "", `an element has no "data"`, "name the file’s format with --format; it may be cx")
	}
	if err != nil {
		return err
	}
	source, target := as.find("source"), as.find("target")
	if group == "edges" || group == "" && source >= 0 && target >= 0 {
		e := Edge{ID: as.take("id"), From: as.take("source"), To: as.take("target"), Label: as.take("label"), Directed: r.graph.Directed, Line: line}
		e.Attributes = as
		r.edgeKey(&e, e.Attributes.take("key"))
		return r.edge(e)
	}
	n := Node{ID: as.take("id"), Label: as.take("label"), Line: line}
	if as.get("value") == n.ID {
		as.take("value")
	}
	if as.find(attrParent) >= 0 {
		r.losses.add(1, lossNested, clip(n.ID))
	}
	n.Attributes = as
	if n.ID == "" { // Cytoscape.js gives it one
		return r.count(n)
	}
	return r.node(n)
}

// writeCytoscape writes the JSON of Cytoscape.js with its elements in two
// lists, which Cytoscape and networkx read too.
func writeCytoscape(g *Graph, _ *Losses) []Output {
	var b bytes.Buffer
	b.WriteString("{\n")
	for _, a := range cytoscapeHead {
		b.WriteString("  " + jsonText(a.Name) + ": " + jsonText(a.Value) + ",\n")
	}
	b.WriteString(`  "data": `)
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
		// By the key networkx tells edges between the same two nodes apart.
		data := Attributes{{"id", text(e.ID)}, {"key", text(e.ID)}, {"source", text(e.From)}, {"target", text(e.To)}, {"label", text(e.Label)}}
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
