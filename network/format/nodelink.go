package format

import (
	"encoding/json"
	"fmt"
	"slices"
)

// nodeLinkReader reads JSON with a list of nodes and one of links: that of
// networkx and D3's force layout, and the dialects of force-graph, graphology,
// Gephi's sigma exporter, vis-network and Kumu, which name fields differently.
type nodeLinkReader struct {
	*collector
	options *options
	json    *jsonReader
	lists   []string   // names of the lists that were read
	fields  []string   // names of the other fields of the file
	links   [][2]Value // the ends of each edge, as the file has them
	old     bool       // networkx before 1.10 wrote it
}

// Names of fields in the dialects. The first that a thing has counts.
var (
	nodeLists  = []string{"nodes", "vertices", "elements"}
	linkLists  = []string{"links", "edges", "connections", "relationships"}
	nodeIDs    = []string{"id", "_id", "key"}
	linkStarts = []string{"source", "from", "start", "src", "tail", "sourceId", "source_id", "fromId", "from_id", "startNode", "node1_id"}
	linkEnds   = []string{"target", "to", "end", "dst", "dest", "head", "targetId", "target_id", "toId", "to_id", "endNode", "node2_id"}
	inner      = []string{"attributes", "data", "properties", "attr"} // objects whose fields are attributes
)

func readNodeLink(in *input, o *options, losses *Losses) (*Graph, error) {
	r := &nodeLinkReader{collector: newCollector(in, losses), options: o, json: newJSONReader(in, losses)}
	r.graph.Directed = false
	err := r.json.object("the file", r.field)
	if err == nil {
		err = r.json.end()
	}
	if err != nil {
		return nil, err
	}
	if len(r.lists) == 0 {
		fix := otherFormat(r.fields)
		if slices.Contains(r.fields, "multigraph") { // networkx, which can give them other names
			fix = `give its lists these names, the ids of nodes the name "id", and the ends of links the names "source" and "target"`
		}
		return nil, r.fault(0, "", `it has neither "nodes" nor "links"`, fix)
	}
	if err := r.resolve(); err != nil {
		return nil, err
	}
	for i := range r.graph.Edges {
		r.graph.Edges[i].Directed = r.graph.Directed
	}
	return r.done()
}

// field reads a field of the file.
func (r *nodeLinkReader) field(field string) error {
	switch {
	case slices.Contains(nodeLists, field):
		return r.list(field, r.readNode)
	case slices.Contains(linkLists, field):
		if field == "relationships" {
			r.graph.Directed = true // as all are in Neo4j
		}
		return r.list(field, r.readLink)
	case field == "adjacency" || field == "children" || field == "matrix":
		return r.fault(r.json.line, "", fmt.Sprintf("it has %q in place of a list of links, which cannot be imported", field), `write it with a list of nodes and one of links, as networkx’ node_link_data does`)
	}
	r.fields = note(r.fields, field)
	switch field {
	case "directed":
		v, err := r.json.value()
		if d := directionIn(v.Text); d == unsaid && v.Text != "" {
			r.losses.drop(lossField, field)
		} else {
			r.graph.Directed = d == forward
		}
		return err
	case "multigraph":
		_, err := r.json.value()
		return err
	case "options":
		return r.json.object(`"options"`, r.setting)
	}
	v, err := r.json.value()
	if err != nil {
		return err
	}
	var pairs [][]json.RawMessage
	switch {
	case field != "graph" && field != "attributes" && field != "data" && v.Type != JSON:
		return r.attribute(r.json.line, field, v)
	case v.Type == JSON && v.Text[0] == '{' && field != "maps" && field != "perspectives":
		return r.own(fieldsOf(v))
	case field == "graph" && json.Unmarshal([]byte(v.Text), &pairs) == nil: // networkx before 1.10
		r.old = true
		var as Attributes
		for _, pair := range pairs {
			if len(pair) != 2 {
				r.losses.drop(lossField, field)
				continue
			}
			as.add(valueOf(pair[0]).Text, valueOf(pair[1]))
		}
		return r.own(as)
	}
	if v.Text != "" && v.Text != "[]" {
		r.losses.drop(lossField, field)
	}
	return nil
}

// setting reads a setting of the whole graph: graphology's type, and the arrows
// that edges of vis-network have.
func (r *nodeLinkReader) setting(field string) error {
	switch field {
	case "type":
		kind, err := r.json.scalar(`"type"`)
		r.graph.Directed = directionIn(kind) != undirected
		return err
	case "multi", "allowSelfLoops": // what the graph may have
		_, err := r.json.value()
		return err
	case "edges":
		return r.json.object(`"edges"`, func(field string) error {
			if field != "arrows" {
				return nil
			}
			v, err := r.json.value()
			if arrows := directionIn(r.visArrows(v)); arrows == backward {
				r.losses.drop(lossField, "options.edges.arrows")
			} else {
				r.graph.Directed = arrows == forward
			}
			return err
		})
	}
	return nil
}

// own keeps attributes of the graph.
func (r *nodeLinkReader) own(as Attributes) error {
	for _, a := range as {
		if err := r.attribute(r.json.line, a.Name, a.Value); err != nil {
			return err
		}
	}
	return nil
}

func (r *nodeLinkReader) list(field string, read func() error) error {
	token, err := r.json.next()
	if err != nil {
		return err
	}
	if token == json.Delim('{') {
		saved := false // by vis-network, which keeps its lists as objects
		err := r.json.fields(func(inside string) error {
			if inside != "_data" {
				return nil
			}
			saved = true
			if err := r.json.must('{', `"_data"`); err != nil {
				return err
			}
			return r.json.keyed(func(string) error { return read() })
		})
		if err != nil {
			return err
		}
		if saved {
			r.lists = note(r.lists, field)
			return nil
		}
	}
	if token != json.Delim('[') {
		fix := "write it as a list"
		if field == "elements" {
			fix = "import Cytoscape JSON with --format cytoscape"
		} else if token == json.Delim('{') {
			fix = "import Oligrapher’s maps with --format oligrapher, and the JSON Graph Format with --format jgf"
		}
		return r.fault(r.json.line, "", fmt.Sprintf("%q must be a list", field), fix)
	}
	r.lists = note(r.lists, field)
	return r.json.items(read)
}

// otherFormat is the fix for a file that lacks what its format must have: it
// names the format that files with such fields are in.
func otherFormat(fields []string) string {
	for _, f := range []struct{ field, format string }{
		{"elements", "cytoscape"}, {"links", "nodelink"}, {"edges", "nodelink"}, {"nodes", "nodelink"}, {"graphs", "jgf"}, {"graph_data", "oligrapher"}, {"graph", "jgf"},
	} {
		if slices.Contains(fields, f.field) {
			return "name the file’s format with --format; it may be " + f.format
		}
	}
	return "name the file’s format with --format"
}
