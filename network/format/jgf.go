package format

import (
	"bytes"
	"encoding/json"
)

// jgfReader reads the JSON Graph Format, versions 1 and 2,
// https://jsongraphformat.info.
type jgfReader struct {
	*collector
	options *options
	json    *jsonReader
	chosen  bool
	names   []string // of graphs that were passed over
}

func readJGF(in *input, o *options, losses *Losses) (*Graph, error) {
	r := &jgfReader{collector: newCollector(in, losses), options: o, json: newJSONReader(in, losses)}
	found := false
	var fields []string
	err := r.json.object("a JSON graph", func(field string) error {
		fields = note(fields, field)
		switch field {
		case "graph":
			found = true
			return r.readGraph()
		case "graphs":
			found = true
			return r.json.list(`"graphs"`, r.readGraph)
		}
		return nil
	})
	if err == nil {
		err = r.json.end()
	}
	switch {
	case err != nil:
		return nil, err
	case !found:
		return nil, r.fault(0, "", `it has neither "graph" nor "graphs"`, otherFormat(fields))
	case !r.chosen:
		return nil, noSuchGraph(in, o, r.names)
	}
	return r.done()
}

// readGraph reads one graph. Whether it is the one that was asked for is known
// only at its end, since its fields may come in any order.
func (r *jgfReader) readGraph() error {
	if r.chosen {
		return r.json.dropAs(lossGraphs)
	}
	var id, label string
	before := r.collector
	r.collector = newCollector(before.input, &Losses{})
	r.json.losses = r.losses
	defer func() { r.json.losses = before.losses }()
	direction := []int{} // places of edges that leave their direction to the graph
	err := r.json.object("a graph", func(field string) (err error) {
		switch field {
		case "id":
			id, err = r.json.scalar(`"id"`)
		case "label":
			label, err = r.json.scalar(`"label"`)
		case "directed":
			var v Value
			v, err = r.json.value()
			r.graph.Directed = directionIn(v.Text) != undirected
		case "type":
			var v Value
			if v, err = r.json.value(); err == nil {
				err = r.attribute(r.json.line, "type", v)
			}
		case "metadata":
			err = r.metadata()
		case "nodes":
			err = r.nodeList()
		case "edges":
			err = r.json.list(`"edges"`, func() error { return r.readEdge(&direction) })
		case "hyperedges":
			err = r.json.list(`"hyperedges"`, func() error {
				return r.json.dropAs(lossHyper)
			})
		}
		return err
	})
	if err != nil {
		return err
	}
	if r.options.Graph != "" && r.options.Graph != id && r.options.Graph != label {
		r.collector = before
		if id == "" {
			id = label
		}
		r.losses.drop(lossGraphs, id)
		r.names = append(r.names, id)
		return nil
	}
	r.chosen = true
	before.losses.merge(r.losses)
	r.losses = before.losses
	for _, i := range direction {
		r.graph.Edges[i].Directed = r.graph.Directed
	}
	if id != "" {
		r.graph.Attributes.add("id", text(id))
	}
	r.graph.Attributes.add("title", text(label))
	return nil
}

func (r *jgfReader) metadata() error {
	as, err := r.json.attributes(`"metadata"`)
	for _, a := range as {
		if err == nil {
			err = r.attribute(r.json.line, a.Name, a.Value)
		}
	}
	return err
}

// nodeList reads nodes: a list in version 1, an object in version 2.
func (r *jgfReader) nodeList() error {
	token, err := r.json.next()
	if err != nil {
		return err
	}
	switch token {
	case json.Delim('['):
		return r.json.items(func() error { return r.readNode("") })
	case json.Delim('{'):
		return r.json.keyed(r.readNode)
	}
	return r.fault(r.json.line, "", `"nodes" is neither an object nor a list`, "write it as {ID: {label: …}}")
}

func (r *jgfReader) readNode(id string) error {
	n := Node{ID: id, Line: r.json.line}
	err := r.json.object("a node", func(field string) (err error) {
		if n.Line == 0 || id == "" && n.ID == "" {
			n.Line = r.json.line
		}
		switch field {
		case "id":
			var own string
			if own, err = r.json.scalar(`"id"`); id == "" {
				n.ID = own
			} else if own != id {
				n.Attributes.add("id", text(own))
			}
		case "label":
			n.Label, err = r.json.scalar(`"label"`)
		case "metadata":
			var as Attributes
			as, err = r.json.attributes(`"metadata"`)
			n.Attributes = append(n.Attributes, as...)
		case "type":
			var v Value
			v, err = r.json.value()
			n.Attributes.add("type", v)
		}
		return err
	})
	if err != nil {
		return err
	}
	return r.node(n)
}

func (r *jgfReader) readEdge(direction *[]int) error {
	var e Edge
	said := false
	err := r.json.object("an edge", func(field string) (err error) {
		if e.Line == 0 {
			e.Line = r.json.line
		}
		switch field {
		case "id":
			e.ID, err = r.json.scalar(`"id"`)
		case "source":
			e.From, err = r.json.scalar(`"source"`)
		case "target":
			e.To, err = r.json.scalar(`"target"`)
		case "label":
			e.Label, err = r.json.scalar(`"label"`)
		case "directed":
			var v Value
			v, err = r.json.value()
			d := directionIn(v.Text)
			e.point(d, r.losses)
			said = d != unsaid
			if d == unsaid {
				e.Attributes.add("directed", v)
			}
		case "relation":
			var v Value
			v, err = r.json.value()
			e.Attributes.add("relation", v)
		case "metadata":
			var as Attributes
			as, err = r.json.attributes(`"metadata"`)
			e.Attributes = append(e.Attributes, as...)
		}
		return err
	})
	if err != nil {
		return err
	}
	if !said {
		*direction = append(*direction, len(r.graph.Edges))
	}
	return r.edge(e)
}

// writeJGF writes version 2 of the JSON Graph Format.
func writeJGF(g *Graph, _ *Losses) []Output {
	var b bytes.Buffer
	own := Attributes{}
	b.WriteString("{\n  \"graph\": {\n")
	for _, a := range g.Attributes {
		switch a.Name {
		case "id":
			b.WriteString(`    "id": ` + jsonText(a.Value) + ",\n")
		case "title":
			b.WriteString(`    "label": ` + jsonText(a.Value) + ",\n")
		default:
			own = append(own, a)
		}
	}
	b.WriteString("    \"directed\": " + truth(g.Directed).Text + ",\n    \"metadata\": " + jsonText(fields(own)) + ",\n    \"nodes\": {")
	for i := range g.Nodes {
		n := &g.Nodes[i]
		separate(&b, i, "\n      ")
		b.WriteString(jsonText(n.ID) + `: {"label": ` + jsonText(n.Label) + `, "metadata": ` + jsonText(fields(n.Attributes)) + "}")
	}
	b.WriteString("\n    },\n    \"edges\": [")
	for i := range g.Edges {
		e := &g.Edges[i]
		separate(&b, i, "\n      ")
		b.WriteString(`{"id": ` + jsonText(e.ID) + `, "source": ` + jsonText(e.From) + `, "target": ` + jsonText(e.To))
		if kind := e.Attributes.get("kind"); kind != "" {
			b.WriteString(`, "relation": ` + jsonText(kind))
		}
		b.WriteString(`, "directed": ` + truth(e.Directed).Text + `, "label": ` + jsonText(e.Label) + `, "metadata": ` + jsonText(fields(e.Attributes)) + "}")
	}
	b.WriteString("\n    ]\n  }\n}\n")
	return []Output{{Data: b.Bytes()}}
}
