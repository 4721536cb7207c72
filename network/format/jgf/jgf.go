// Package jgf reads and writes the JSON Graph Format.
package jgf

import (
	"bytes"
	"encoding/json"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
	"proxynet/network/format/internal/writer"
)

// decoder reads the JSON Graph Format, versions 1 and 2,
// https://jsongraphformat.info.
type decoder struct {
	*reader.Collector
	options *reader.Options
	json    *reader.JSON
	chosen  bool
	names   []string // of skipped graphs
}

// Read reads the JSON Graph Format.
func Read(in *reader.Input, o *reader.Options, losses *graph.Losses) (*graph.Graph, error) {
	r := &decoder{Collector: reader.NewCollector(in, losses), options: o, json: reader.NewJSON(in, losses)}
	found := false
	var fields []string
	err := r.json.Object("a JSON graph", func(field string) error {
		fields = reader.Note(fields, field)
		switch field {
		case "graph":
			found = true
			return r.readGraph()
		case "graphs":
			found = true
			return r.json.List(`"graphs"`, r.readGraph)
		}
		return nil
	})
	if err == nil {
		err = r.json.End()
	}
	switch {
	case err != nil:
		return nil, err
	case !found:
		return nil, r.Diagnostic(0, "", `it has neither "graph" nor "graphs"`, reader.OtherFormat(fields))
	case !r.chosen:
		return nil, reader.NoSuchGraph(in, o, r.names)
	}
	return r.Done()
}

// readGraph reads one graph. Only its end shows whether it is the requested one, since
// its fields may be in any order.
func (r *decoder) readGraph() error {
	if r.chosen {
		return r.json.DropAs(graph.LossGraphs)
	}
	var id, label string
	before := r.Collector
	r.Collector = reader.NewCollector(before.Input, &graph.Losses{})
	r.json.Losses = r.Losses
	defer func() { r.json.Losses = before.Losses }()
	direction := []int{} // indices of edges with the graph's default direction
	err := r.json.Object("a graph", func(field string) (err error) {
		switch field {
		case "id":
			id, err = r.json.Scalar(`"id"`)
		case "label":
			label, err = r.json.Scalar(`"label"`)
		case "directed":
			var v graph.Value
			v, err = r.json.Value()
			r.Graph.Directed = graph.DirectionIn(v.Text) != graph.Undirected
		case "type":
			var v graph.Value
			if v, err = r.json.Value(); err == nil {
				err = r.Attribute(r.json.Line, "type", v)
			}
		case "metadata":
			err = r.metadata()
		case "nodes":
			err = r.nodeList()
		case "edges":
			err = r.json.List(`"edges"`, func() error { return r.readEdge(&direction) })
		case "hyperedges":
			err = r.json.List(`"hyperedges"`, func() error {
				return r.json.DropAs(graph.LossHyper)
			})
		}
		return err
	})
	if err != nil {
		return err
	}
	if r.options.Graph != "" && r.options.Graph != id && r.options.Graph != label {
		r.Collector = before
		if id == "" {
			id = label
		}
		r.Losses.Drop(graph.LossGraphs, id)
		r.names = append(r.names, id)
		return nil
	}
	r.chosen = true
	before.Losses.Merge(r.Losses)
	r.Losses = before.Losses
	for _, i := range direction {
		r.Graph.Edges[i].Directed = r.Graph.Directed
	}
	if id != "" {
		r.Graph.Attributes.Add("id", graph.TextOf(id))
	}
	r.Graph.Attributes.Add("title", graph.TextOf(label))
	return nil
}

func (r *decoder) metadata() error {
	as, err := r.json.Attributes(`"metadata"`)
	for _, a := range as {
		if err == nil {
			err = r.Attribute(r.json.Line, a.Name, a.Value)
		}
	}
	return err
}

// nodeList reads nodes: a list in version 1, an object in version 2.
func (r *decoder) nodeList() error {
	token, err := r.json.Next()
	if err != nil {
		return err
	}
	switch token {
	case json.Delim('['):
		return r.json.Items(func() error { return r.readNode("") })
	case json.Delim('{'):
		return r.json.Keyed(r.readNode)
	}
	return r.Diagnostic(r.json.Line, "", `"nodes" is neither an object nor a list`, "write it as {ID: {label: …}}")
}

func (r *decoder) readNode(id string) error {
	n := graph.Node{ID: id, Line: r.json.Line}
	err := r.json.Object("a node", func(field string) (err error) {
		if n.Line == 0 || id == "" && n.ID == "" {
			n.Line = r.json.Line
		}
		switch field {
		case "id":
			var own string
			if own, err = r.json.Scalar(`"id"`); id == "" {
				n.ID = own
			} else if own != id {
				n.Attributes.Add("id", graph.TextOf(own))
			}
		case "label":
			n.Label, err = r.json.Scalar(`"label"`)
		case "metadata":
			var as graph.Attributes
			as, err = r.json.Attributes(`"metadata"`)
			n.Attributes = append(n.Attributes, as...)
		case "type":
			var v graph.Value
			v, err = r.json.Value()
			n.Attributes.Add("type", v)
		}
		return err
	})
	if err != nil {
		return err
	}
	return r.Node(n)
}

func (r *decoder) readEdge(direction *[]int) error {
	var e graph.Edge
	said := false
	err := r.json.Object("an edge", func(field string) (err error) {
		if e.Line == 0 {
			e.Line = r.json.Line
		}
		switch field {
		case "id":
			e.ID, err = r.json.Scalar(`"id"`)
		case "source":
			e.From, err = r.json.Scalar(`"source"`)
		case "target":
			e.To, err = r.json.Scalar(`"target"`)
		case "label":
			e.Label, err = r.json.Scalar(`"label"`)
		case "directed":
			var v graph.Value
			v, err = r.json.Value()
			d := graph.DirectionIn(v.Text)
			e.Point(d, r.Losses)
			said = d != graph.Unsaid
			if d == graph.Unsaid {
				e.Attributes.Add("directed", v)
			}
		case "relation":
			var v graph.Value
			v, err = r.json.Value()
			e.Attributes.Add("relation", v)
		case "metadata":
			var as graph.Attributes
			as, err = r.json.Attributes(`"metadata"`)
			e.Attributes = append(e.Attributes, as...)
		}
		return err
	})
	if err != nil {
		return err
	}
	if !said {
		*direction = append(*direction, len(r.Graph.Edges))
	}
	return r.Edge(e)
}

// Write writes version 2 of the JSON Graph Format.
func Write(g *graph.Graph, _ *graph.Losses) []writer.Output {
	var b bytes.Buffer
	own := graph.Attributes{}
	b.WriteString("{\n  \"graph\": {\n")
	for _, a := range g.Attributes {
		switch a.Name {
		case "id":
			b.WriteString(`    "id": ` + graph.JSONText(a.Value) + ",\n")
		case "title":
			b.WriteString(`    "label": ` + graph.JSONText(a.Value) + ",\n")
		default:
			own = append(own, a)
		}
	}
	b.WriteString("    \"directed\": " + graph.BooleanOf(g.Directed).Text + ",\n    \"metadata\": " + graph.JSONText(graph.Object(own)) + ",\n    \"nodes\": {")
	for i := range g.Nodes {
		n := &g.Nodes[i]
		graph.Separate(&b, i, "\n      ")
		b.WriteString(graph.JSONText(n.ID) + `: {"label": ` + graph.JSONText(n.Label) + `, "metadata": ` + graph.JSONText(graph.Object(n.Attributes)) + "}")
	}
	b.WriteString("\n    },\n    \"edges\": [")
	for i := range g.Edges {
		e := &g.Edges[i]
		graph.Separate(&b, i, "\n      ")
		b.WriteString(`{"id": ` + graph.JSONText(e.ID) + `, "source": ` + graph.JSONText(e.From) + `, "target": ` + graph.JSONText(e.To))
		if kind := e.Attributes.Get("kind"); kind != "" {
			b.WriteString(`, "relation": ` + graph.JSONText(kind))
		}
		b.WriteString(`, "directed": ` + graph.BooleanOf(e.Directed).Text + `, "label": ` + graph.JSONText(e.Label) + `, "metadata": ` + graph.JSONText(graph.Object(e.Attributes)) + "}")
	}
	b.WriteString("\n    ]\n  }\n}\n")
	return []writer.Output{{Data: b.Bytes()}}
}
