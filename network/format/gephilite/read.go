// Package gephilite reads workspaces of Gephi Lite.
package gephilite

import (
	"encoding/json"
	"strings"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
)

// decoder reads a workspace of Gephi Lite, which stores the attributes of nodes and
// edges separately from the graph. https://github.com/gephi/gephi-lite
type decoder struct {
	*reader.Collector
	json     *reader.JSON
	nodeData map[string]graph.Attributes
	edgeData map[string]graph.Attributes
	found    bool
}

// Read reads a workspace of Gephi Lite.
func Read(in *reader.Input, o *reader.Options, losses *graph.Losses) (*graph.Graph, error) {
	r := &decoder{Collector: reader.NewCollector(in, losses), json: reader.NewJSON(in, losses), nodeData: map[string]graph.Attributes{}, edgeData: map[string]graph.Attributes{}}
	err := r.json.Object("a workspace", func(field string) error {
		switch field {
		case "type", "version":
			_, err := r.json.Value()
			return err
		case "graphDataset":
			return r.json.Object(`"graphDataset"`, r.dataset)
		case "appearance":
			return r.json.DropAs(graph.LossDrawing)
		}
		return nil
	})
	if err == nil {
		err = r.json.End()
	}
	if err != nil {
		return nil, err
	}
	if !r.found {
		return nil, r.Diagnostic(0, "", `it has no "fullGraph"`, "save the workspace again in Gephi Lite, or export the graph as GEXF")
	}
	for i := range r.Graph.Nodes {
		n := &r.Graph.Nodes[i]
		n.Attributes = append(n.Attributes, r.nodeData[n.ID]...)
		n.Label = n.Attributes.Take("label")
		delete(r.nodeData, n.ID)
	}
	for i := range r.Graph.Edges {
		e := &r.Graph.Edges[i]
		e.Attributes = append(e.Attributes, r.edgeData[e.ID]...)
		e.Label = e.Attributes.Take("label")
		delete(r.edgeData, e.ID)
	}
	for _, all := range []map[string]graph.Attributes{r.nodeData, r.edgeData} {
		for _, as := range all {
			for _, a := range as {
				r.Losses.Drop("attributes of nodes and edges that the file lacks, left out", a.Name)
			}
		}
	}
	return r.Done()
}

// dataset reads a field of the graph with its data.
func (r *decoder) dataset(field string) error {
	switch field {
	case "nodeData", "nodeRenderingData":
		return r.data(field, r.nodeData)
	case "edgeData", "edgeRenderingData":
		return r.data(field, r.edgeData)
	case "layout":
		return r.json.DropAs(graph.LossDrawing)
	case "nodeFields", "edgeFields": // the types of the data, which the values show
		return r.json.List(`"`+field+`"`, func() error {
			_, err := r.json.Value()
			return err
		})
	case "metadata":
		as, err := r.json.Attributes(`"metadata"`)
		return r.own(as, err)
	case "fullGraph":
		r.found = true
		return r.json.Object(`"fullGraph"`, r.whole)
	}
	return nil
}

func (r *decoder) own(as graph.Attributes, err error) error {
	for _, a := range as {
		if err == nil && a.Name != "type" {
			err = r.Attribute(r.json.Line, a.Name, a.Value)
		}
	}
	return err
}

// data reads attributes by the keys of nodes or edges.
func (r *decoder) data(field string, all map[string]graph.Attributes) error {
	if err := r.json.Must('{', `"`+field+`"`); err != nil {
		return err
	}
	return r.json.Keyed(func(key string) error {
		as, err := r.json.Attributes("a node or an edge")
		if err != nil {
			return err
		}
		if len(all) >= r.Limits.Nodes+r.Limits.Edges {
			return r.TooManyEdges(r.json.Line)
		}
		for i := range as {
			as[i].Value = setOf(as[i].Value)
		}
		all[key] = append(all[key], as...)
		return r.Fits(r.json.Line, key, as, len(key))
	})
}

// setOf returns a set, which Gephi Lite writes as ["<<SET", JSON, "SET>>"],
// as a list.
func setOf(v graph.Value) graph.Value {
	var set []string
	if v.Type == graph.JSON && json.Unmarshal([]byte(v.Text), &set) == nil && len(set) == 3 && set[0] == "<<SET" && set[2] == "SET>>" {
		return graph.ValueOf(json.RawMessage(strings.TrimSpace(set[1])))
	}
	return v
}

// whole reads a field of the graph, in graphology's format.
func (r *decoder) whole(field string) error {
	switch field {
	case "options":
		return r.json.Object(`"options"`, func(field string) error {
			v, err := r.json.Scalar(`"` + field + `"`)
			if field == "type" {
				r.Graph.Directed = graph.DirectionIn(v) != graph.Undirected
			}
			return err
		})
	case "attributes":
		as, err := r.json.Attributes(`"attributes"`)
		return r.own(as, err)
	case "nodes":
		return r.json.List(`"nodes"`, func() error {
			as, err := r.json.Attributes("a node")
			if err != nil {
				return err
			}
			return r.Node(graph.Node{ID: as.Take("key"), Attributes: r.inner(as), Line: r.json.Line})
		})
	case "edges":
		return r.json.List(`"edges"`, func() error {
			as, err := r.json.Attributes("an edge")
			if err != nil {
				return err
			}
			e := graph.Edge{ID: as.Take("key"), From: as.Take("source"), To: as.Take("target"), Directed: r.Graph.Directed, Line: r.json.Line}
			if as.Take("undirected") == "true" {
				e.Directed = false
			}
			e.Attributes = r.inner(as)
			return r.Edge(e)
		})
	}
	return nil
}

// inner returns attributes together with those in the field "attributes".
func (r *decoder) inner(as graph.Attributes) graph.Attributes {
	at := as.Find("attributes")
	if at < 0 || as[at].Value.Type != graph.JSON {
		return as
	}
	own := graph.FieldsOf(as[at].Value)
	as.Take("attributes")
	return append(as, own...)
}
