// Package nodelink reads node-link JSON: that of D3, networkx, vis-network, graphology,
// sigma and Kumu.
package nodelink

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
)

// decoder reads JSON with a list of nodes and one of links: that of
// networkx and D3's force layout, and the dialects of force-graph, graphology,
// Gephi's sigma exporter, vis-network and Kumu, which name fields differently.
type decoder struct {
	*reader.Collector
	options *reader.Options
	json    *reader.JSON
	lists   []string         // names of the lists read
	fields  []string         // names of the other fields of the file
	links   [][2]graph.Value // the ends of each edge, as in the file
	old     bool             // networkx before 1.10 wrote it
}

// Names of fields in the dialects. The first one present counts.
var (
	NodeLists  = []string{"nodes", "vertices", "elements"}
	LinkLists  = []string{"links", "edges", "connections", "relationships"}
	nodeIDs    = []string{"id", "_id", "key"}
	LinkStarts = []string{"source", "from", "start", "src", "tail", "sourceId", "source_id", "fromId", "from_id", "startNode", "node1_id"}
	LinkEnds   = []string{"target", "to", "end", "dst", "dest", "head", "targetId", "target_id", "toId", "to_id", "endNode", "node2_id"}
	inner      = []string{"attributes", "data", "properties", "attr"} // objects whose fields are attributes
)

// Read reads node-link JSON.
func Read(in *reader.Input, o *reader.Options, losses *graph.Losses) (*graph.Graph, error) {
	r := &decoder{Collector: reader.NewCollector(in, losses), options: o, json: reader.NewJSON(in, losses)}
	r.Graph.Directed = false
	err := r.whole()
	if err == nil {
		err = r.json.End()
	}
	if err != nil {
		return nil, err
	}
	if len(r.lists) == 0 {
		fix := reader.OtherFormat(r.fields)
		if slices.Contains(r.fields, "multigraph") { // networkx, in which they can have other names
			fix = `give its lists these names, the ids of nodes the name "id", and the ends of links the names "source" and "target"`
		}
		return nil, r.Diagnostic(0, "", `it has neither "nodes" nor "links"`, fix)
	}
	if !slices.ContainsFunc(r.lists, func(list string) bool { return slices.Contains(NodeLists, list) }) {
		for i := range r.Graph.Edges {
			for _, id := range []string{r.Graph.Edges[i].From, r.Graph.Edges[i].To} {
				if err := r.Meet(id, r.Graph.Edges[i].Line); err != nil {
					return nil, err
				}
			}
		}
	} else if err := r.resolve(); err != nil {
		return nil, err
	}
	for i := range r.Graph.Edges {
		r.Graph.Edges[i].Directed = r.Graph.Directed
	}
	return r.Done()
}

// whole reads the outermost object, or a list of links as in older examples of D3.
func (r *decoder) whole() error {
	token, err := r.json.Next()
	switch {
	case err != nil:
		return err
	case token == json.Delim('{'):
		return r.json.Fields(r.field)
	case token == json.Delim('['):
		r.lists = reader.Note(r.lists, "links")
		return r.json.Items(r.readLink)
	}
	return r.Diagnostic(r.json.Line, "", "the file must be an object", "name the file’s format with --format")
}

// field reads a field of the file.
func (r *decoder) field(field string) error {
	switch {
	case slices.Contains(NodeLists, field):
		return r.list(field, func() error { return r.readNode("") })
	case slices.Contains(LinkLists, field):
		if field == "relationships" {
			r.Graph.Directed = true // like all in Neo4j
		}
		return r.list(field, r.readLink)
	case field == "adjacency" || field == "children" || field == "matrix":
		return r.Diagnostic(r.json.Line, "", fmt.Sprintf("it has %q instead of a list of links, which cannot be imported", field), `write it with a list of nodes and one of links, as networkx’ node_link_data does`)
	}
	r.fields = reader.Note(r.fields, field)
	switch field {
	case "directed":
		v, err := r.json.Value()
		if d := graph.DirectionIn(v.Text); d == graph.Unsaid && v.Text != "" {
			r.Losses.Drop(graph.LossField, field)
		} else {
			r.Graph.Directed = d == graph.Forward
		}
		return err
	case "multigraph":
		_, err := r.json.Value()
		return err
	case "options":
		return r.json.Object(`"options"`, r.setting)
	}
	v, err := r.json.Value()
	if err != nil {
		return err
	}
	var pairs [][]json.RawMessage
	switch {
	case field != "graph" && field != "attributes" && field != "data" && v.Type != graph.JSON:
		return r.Attribute(r.json.Line, field, v)
	case v.Type == graph.JSON && v.Text[0] == '{' && field != "maps" && field != "perspectives":
		return r.own(graph.FieldsOf(v))
	case field == "graph" && json.Unmarshal([]byte(v.Text), &pairs) == nil: // networkx before 1.10
		r.old = true
		var as graph.Attributes
		for _, pair := range pairs {
			if len(pair) != 2 {
				r.Losses.Drop(graph.LossField, field)
				continue
			}
			as.Add(graph.ValueOf(pair[0]).Text, graph.ValueOf(pair[1]))
		}
		return r.own(as)
	}
	if v.Text != "" && v.Text != "[]" {
		r.Losses.Drop(graph.LossField, field)
	}
	return nil
}

// setting reads a setting of the whole graph: graphology's type, and vis-network's
// arrows of edges.
func (r *decoder) setting(field string) error {
	switch field {
	case "type":
		kind, err := r.json.Scalar(`"type"`)
		r.Graph.Directed = graph.DirectionIn(kind) != graph.Undirected
		return err
	case "multi", "allowSelfLoops": // allowed in the graph
		_, err := r.json.Value()
		return err
	case "edges":
		return r.json.Object(`"edges"`, func(field string) error {
			if field != "arrows" {
				return nil
			}
			v, err := r.json.Value()
			if arrows := graph.DirectionIn(r.visArrows(v)); arrows == graph.Backward {
				r.Losses.Drop(graph.LossField, "options.edges.arrows")
			} else {
				r.Graph.Directed = arrows == graph.Forward
			}
			return err
		})
	}
	return nil
}

// own keeps attributes of the graph.
func (r *decoder) own(as graph.Attributes) error {
	for _, a := range as {
		if err := r.Attribute(r.json.Line, a.Name, a.Value); err != nil {
			return err
		}
	}
	return nil
}

func (r *decoder) list(field string, read func() error) error {
	token, err := r.json.Next()
	if err != nil {
		return err
	}
	keyed := token == json.Delim('{') && field != "elements"
	if keyed {
		saved := false // by vis-network, whose lists are objects
		err := r.json.Fields(func(inside string) error {
			switch {
			case inside == "_data":
				saved = true
				if err := r.json.Must('{', `"_data"`); err != nil {
					return err
				}
				return r.json.Keyed(func(string) error { return read() })
			case strings.HasPrefix(inside, "_") || inside == "length" || !slices.Contains(NodeLists, field):
				return nil
			}
			return r.readNode(inside)
		})
		if err != nil {
			return err
		}
		if saved || slices.Contains(NodeLists, field) {
			r.lists = reader.Note(r.lists, field)
			return nil
		}
	}
	if token != json.Delim('[') {
		fix := "write it as a list"
		if field == "elements" {
			fix = "import Cytoscape JSON with --format cytoscape"
		} else if keyed {
			fix = "import Oligrapher’s maps with --format oligrapher"
		}
		return r.Diagnostic(r.json.Line, "", fmt.Sprintf("%q must be a list", field), fix)
	}
	r.lists = reader.Note(r.lists, field)
	return r.json.Items(read)
}
