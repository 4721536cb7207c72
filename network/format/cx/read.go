// Package cx reads CX2 and CX, the formats of NDEx and Cytoscape.
package cx

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
)

// decoder reads CX2, the exchange format of NDEx and Cytoscape, and the earlier
// CX: a list of objects, each with a fragment of one aspect of a network.
// https://cytoscape.org/cx/cx2/specification/cytoscape-exchange-format-specification-(version-2)/
type decoder struct {
	*reader.Collector
	json    *reader.JSON
	two     bool // CX2
	aspects int  // with nodes or edges

	declared map[string]map[string]column // of CX2: by aspect and name
	nodeData map[string]graph.Attributes  // of CX: by the ids of nodes
	edgeData map[string]graph.Attributes  // by the ids of edges
	failed   string                       // the error of the writer that the file reports
}

// column is an attribute that a CX2 file declares.
type column struct {
	alias string      // its name in nodes and edges
	usual graph.Value // default value
}

// technical are aspects with more than one field that describe only the file, not the
// network.
var technical = []string{"metaData", "numberVerification", "CXVersion", "hasFragments"}

// drawn are aspects about the drawing of a network.
var drawn = []string{"cartesianLayout", "cyVisualProperties", "visualProperties", "visualEditorProperties", "nodeBypasses", "edgeBypasses", "cyTableColumn", "cyHiddenAttributes", "cyViews"}

// Read reads CX2 or CX.
func Read(in *reader.Input, o *reader.Options, losses *graph.Losses) (*graph.Graph, error) {
	r := &decoder{
		Collector: reader.NewCollector(in, losses), json: reader.NewJSON(in, losses),
		declared: map[string]map[string]column{}, nodeData: map[string]graph.Attributes{}, edgeData: map[string]graph.Attributes{},
	}
	err := r.json.List("the file", func() error { return r.json.Object("a piece of CX", r.aspect) })
	if err == nil {
		err = r.json.End()
	}
	if err != nil {
		return nil, err
	}
	if r.failed != "" {
		return nil, r.Diagnostic(0, "", "the program that wrote it failed: "+graph.Show(r.failed), "export the network again")
	}
	if r.aspects == 0 {
		return nil, r.Diagnostic(0, "", `it has neither "nodes" nor "edges"`, "name the file’s format with --format")
	}
	return r.finish()
}

// aspect reads a fragment of an aspect.
func (r *decoder) aspect(name string) error {
	switch name {
	case "CXVersion":
		v, err := r.json.Value()
		r.two = strings.HasPrefix(v.Text, "2")
		return err
	case "status":
		return r.json.List(`"status"`, func() error {
			as, err := r.json.Attributes(`"status"`)
			if as.Get("success") == "false" || as.Get("error") != "" {
				r.failed = cmp.Or(as.Get("error"), "no reason given")
			}
			r.unknown("status", as, "success", "error")
			return err
		})
	case "attributeDeclarations":
		return r.json.List(`"`+name+`"`, func() error { return r.json.Object("a declaration", r.declare) })
	case "networkAttributes":
		return r.json.List(`"`+name+`"`, r.own)
	case "nodes":
		r.aspects++
		return r.json.List(`"`+name+`"`, r.readNode)
	case "edges":
		r.aspects++
		return r.json.List(`"`+name+`"`, r.readEdge)
	case "nodeAttributes":
		return r.json.List(`"`+name+`"`, func() error { return r.attributeOf(name, r.nodeData) })
	case "edgeAttributes":
		return r.json.List(`"`+name+`"`, func() error { return r.attributeOf(name, r.edgeData) })
	}
	switch {
	case slices.Contains(technical, name):
		_, err := r.json.Value()
		return err
	case slices.Contains(drawn, name):
		return r.json.DropAs(graph.LossDrawing)
	}
	return nil
}

// declare reads the declarations of one aspect's attributes.
func (r *decoder) declare(aspect string) error {
	columns := r.declared[aspect]
	if columns == nil {
		columns = map[string]column{}
		r.declared[aspect] = columns
	}
	return r.json.Object("the declarations of an aspect", func(name string) error {
		as, err := r.json.Attributes("a declaration")
		if err != nil {
			return err
		}
		if len(columns) >= r.Limits.Attributes {
			return r.Few(r.json.Line, len(columns)+1)
		}
		r.unknown("attributeDeclarations", as, "a", "d", "v")
		columns[name] = column{as.Get("a"), graph.Value{}}
		if at := as.Find("v"); at >= 0 {
			columns[name] = column{as.Get("a"), as[at].Value}
		}
		return nil
	})
}

// unknown reports the fields of an object that are not read.
func (r *decoder) unknown(aspect string, as graph.Attributes, read ...string) {
	for _, a := range as {
		if !slices.Contains(read, a.Name) {
			r.Losses.Drop(graph.LossField, aspect+"."+a.Name)
		}
	}
}

// own reads attributes of the network: all of them in CX2, one in CX.
func (r *decoder) own() error {
	as, err := r.json.Attributes("the attributes of the network")
	if err != nil {
		return err
	}
	if !r.two && as.Find("n") >= 0 {
		r.unknown("networkAttributes", as, "n", "v", "d")
		as = graph.Attributes{{Name: as.Get("n"), Value: r.valueOf(as)}}
	}
	for _, a := range as {
		if a.Name == "description" && a.Value.Type == graph.Text { // in HTML, as in NDEx
			a.Value.Text = r.Plain(a.Value.Text)
		}
		if err := r.Attribute(r.json.Line, a.Name, a.Value); err != nil {
			return err
		}
	}
	return nil
}

// valueOf returns the value of an attribute in CX, which may be written as text for any
// type.
func (r *decoder) valueOf(as graph.Attributes) graph.Value {
	at := as.Find("v")
	if at < 0 {
		return graph.Value{}
	}
	v := as[at].Value
	switch d := as.Get("d"); {
	case v.Type != graph.Text:
	case d == "boolean" && (v.Text == "true" || v.Text == "false"):
		v.Type = graph.Boolean
	case (d == "integer" || d == "long" || d == "double") && json.Valid([]byte(v.Text)):
		v.Type = graph.Number
	}
	return v
}

// attributeOf reads an attribute of nodes or edges in CX, which may precede them.
func (r *decoder) attributeOf(aspect string, all map[string]graph.Attributes) error {
	as, err := r.json.Attributes("an attribute")
	if err != nil {
		return err
	}
	var of []json.RawMessage
	if at := as.Find("po"); at >= 0 {
		if json.Unmarshal([]byte(as[at].Value.Text), &of) != nil {
			of = []json.RawMessage{json.RawMessage(as[at].Value.Text)}
		}
	}
	name, v := as.Get("n"), r.valueOf(as)
	r.unknown(aspect, as, "po", "n", "v", "d")
	for _, raw := range of {
		id := string(raw)
		own := all[id]
		own.Add(name, v)
		if err := r.Fits(r.json.Line, id, own[max(len(own)-1, 0):], len(name)); err != nil {
			return err
		}
		if err := r.Few(r.json.Line, len(own)); err != nil {
			return err
		}
		all[id] = own
	}
	return nil
}

// thing reads a node or an edge, with its attributes.
func (r *decoder) thing(what string) (graph.Attributes, error) {
	var as, values graph.Attributes
	err := r.json.Object(what, func(field string) error {
		if field == "v" && r.two {
			var err error
			values, err = r.json.Attributes(`"v"`)
			return err
		}
		v, err := r.json.Value()
		as.Add(field, v)
		if err == nil {
			err = r.Few(r.json.Line, len(as))
		}
		return err
	})
	return append(as, values...), err
}

func (r *decoder) readNode() error {
	as, err := r.thing("a node")
	if err != nil {
		return err
	}
	n := graph.Node{ID: as.Take("id"), Line: r.json.Line}
	if !r.two {
		n.ID = as.Take("@id")
		n.Label = as.Take("n")
		rename(as, "r", "represents")
	}
	n.Attributes = as
	return r.Node(n)
}

func (r *decoder) readEdge() error {
	as, err := r.thing("an edge")
	if err != nil {
		return err
	}
	e := graph.Edge{ID: as.Take("id"), From: as.Take("s"), To: as.Take("t"), Directed: true, Line: r.json.Line}
	if !r.two {
		e.ID = as.Take("@id")
		rename(as, "i", "interaction")
	}
	e.Attributes = as
	return r.Edge(e)
}

// rename gives an attribute another name.
func rename(as graph.Attributes, from, to string) {
	if at := as.Find(from); at >= 0 {
		as[at].Name = to
	}
}

// finish adds the names and values from other parts of the file to nodes and edges.
func (r *decoder) finish() (*graph.Graph, error) {
	for i := range r.Graph.Nodes {
		n := &r.Graph.Nodes[i]
		r.complete(&n.Attributes, "nodes", r.nodeData, n.ID)
		if n.Label == "" {
			n.Label = n.Attributes.Take("name")
		}
	}
	for i := range r.Graph.Edges {
		e := &r.Graph.Edges[i]
		r.complete(&e.Attributes, "edges", r.edgeData, e.ID)
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

// complete names the attributes of a thing, and adds the declared default values and
// the values from other parts of the file.
func (r *decoder) complete(as *graph.Attributes, aspect string, elsewhere map[string]graph.Attributes, id string) {
	columns := r.declared[aspect]
	names := make([]string, 0, len(columns))
	for name := range columns {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if alias := columns[name].alias; alias != "" {
			rename(*as, alias, name)
		}
	}
	for _, name := range names {
		if c := columns[name]; c.usual.Text != "" && as.Find(name) < 0 {
			as.Add(name, c.usual)
		}
	}
	*as = append(*as, elsewhere[id]...)
	delete(elsewhere, id)
}
