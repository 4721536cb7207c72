package format

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"
)

// cxReader reads CX2, the exchange format of NDEx and Cytoscape, and the earlier
// CX: a list of objects, each of which holds a piece of one aspect of a network.
// https://cytoscape.org/cx/cx2/specification/cytoscape-exchange-format-specification-(version-2)/
type cxReader struct {
	*collector
	json    *jsonReader
	two     bool // CX2
	aspects int  // with nodes or edges

	declared map[string]map[string]cxColumn // of CX2: by aspect and name
	nodeData map[string]Attributes          // of CX: by the ids of nodes
	edgeData map[string]Attributes          // by the ids of edges
	failed   string                         // what the file says went wrong as it was written
}

// cxColumn is an attribute that a CX2 file declares.
type cxColumn struct {
	alias string // what it is called in nodes and edges
	usual Value  // of those that don't have it
}

// cxHolds are aspects with more than one field, whose content tells nothing of
// the network but how it is written.
var cxHolds = []string{"metaData", "numberVerification", "CXVersion", "hasFragments"}

// cxDrawn are aspects that say how a network is drawn.
var cxDrawn = []string{"cartesianLayout", "cyVisualProperties", "visualProperties", "visualEditorProperties", "nodeBypasses", "edgeBypasses", "cyTableColumn", "cyHiddenAttributes", "cyViews"}

func readCX(in *input, o *options, losses *Losses) (*Graph, error) {
	r := &cxReader{
		collector: newCollector(in, losses), json: newJSONReader(in, losses),
		declared: map[string]map[string]cxColumn{}, nodeData: map[string]Attributes{}, edgeData: map[string]Attributes{},
	}
	err := r.json.list("the file", func() error { return r.json.object("a piece of CX", r.aspect) })
	if err == nil {
		err = r.json.end()
	}
	if err != nil {
		return nil, err
	}
	if r.failed != "" {
		return nil, r.fault(0, "", "the program that wrote it failed: "+show(r.failed), "export the network again")
	}
	if r.aspects == 0 {
		return nil, r.fault(0, "", `it has neither "nodes" nor "edges"`, "name the file’s format with --format")
	}
	return r.finish()
}

// aspect reads a piece of an aspect.
func (r *cxReader) aspect(name string) error {
	switch name {
	case "CXVersion":
		v, err := r.json.value()
		r.two = strings.HasPrefix(v.Text, "2")
		return err
	case "status":
		return r.json.list(`"status"`, func() error {
			as, err := r.json.attributes(`"status"`)
			if as.get("success") == "false" || as.get("error") != "" {
				r.failed = cmp.Or(as.get("error"), "no reason given")
			}
			r.unknown("status", as, "success", "error")
			return err
		})
	case "attributeDeclarations":
		return r.json.list(`"`+name+`"`, func() error { return r.json.object("a declaration", r.declare) })
	case "networkAttributes":
		return r.json.list(`"`+name+`"`, r.own)
	case "nodes":
		r.aspects++
		return r.json.list(`"`+name+`"`, r.readNode)
	case "edges":
		r.aspects++
		return r.json.list(`"`+name+`"`, r.readEdge)
	case "nodeAttributes":
		return r.json.list(`"`+name+`"`, func() error { return r.attributeOf(name, r.nodeData) })
	case "edgeAttributes":
		return r.json.list(`"`+name+`"`, func() error { return r.attributeOf(name, r.edgeData) })
	}
	switch {
	case slices.Contains(cxHolds, name):
		_, err := r.json.value()
		return err
	case slices.Contains(cxDrawn, name):
		return r.json.dropAs(lossDrawing)
	}
	return nil
}

// declare reads the declarations of one aspect's attributes.
func (r *cxReader) declare(aspect string) error {
	columns := r.declared[aspect]
	if columns == nil {
		columns = map[string]cxColumn{}
		r.declared[aspect] = columns
	}
	return r.json.object("the declarations of an aspect", func(name string) error {
		as, err := r.json.attributes("a declaration")
		if err != nil {
			return err
		}
		if len(columns) >= r.limits.Attributes {
			return r.few(r.json.line, len(columns)+1)
		}
		r.unknown("attributeDeclarations", as, "a", "d", "v")
		columns[name] = cxColumn{as.get("a"), Value{}}
		if at := as.find("v"); at >= 0 {
			columns[name] = cxColumn{as.get("a"), as[at].Value}
		}
		return nil
	})
}

// unknown reports the fields of an object but those that are read.
func (r *cxReader) unknown(aspect string, as Attributes, read ...string) {
	for _, a := range as {
		if !slices.Contains(read, a.Name) {
			r.losses.drop(lossField, aspect+"."+a.Name)
		}
	}
}

// own reads attributes of the network: all of them in CX2, one in CX.
func (r *cxReader) own() error {
	as, err := r.json.attributes("the attributes of the network")
	if err != nil {
		return err
	}
	if !r.two && as.find("n") >= 0 {
		r.unknown("networkAttributes", as, "n", "v", "d")
		as = Attributes{{as.get("n"), r.valueOf(as)}}
	}
	for _, a := range as {
		if a.Name == "description" && a.Value.Type == Text { // in HTML, as NDEx has it
			a.Value.Text = r.plain(a.Value.Text)
		}
		if err := r.attribute(r.json.line, a.Name, a.Value); err != nil {
			return err
		}
	}
	return nil
}

// valueOf returns the value of an attribute in CX, which may be written as text
// whatever its type.
func (r *cxReader) valueOf(as Attributes) Value {
	at := as.find("v")
	if at < 0 {
		return Value{}
	}
	v := as[at].Value
	switch d := as.get("d"); {
	case v.Type != Text:
	case d == "boolean" && (v.Text == "true" || v.Text == "false"):
		v.Type = Boolean
	case (d == "integer" || d == "long" || d == "double") && json.Valid([]byte(v.Text)):
		v.Type = Number
	}
	return v
}

// attributeOf reads an attribute of nodes or edges in CX, which may come before
// them.
func (r *cxReader) attributeOf(aspect string, all map[string]Attributes) error {
	as, err := r.json.attributes("an attribute")
	if err != nil {
		return err
	}
	var of []json.RawMessage
	if at := as.find("po"); at >= 0 {
		if json.Unmarshal([]byte(as[at].Value.Text), &of) != nil {
			of = []json.RawMessage{json.RawMessage(as[at].Value.Text)}
		}
	}
	name, v := as.get("n"), r.valueOf(as)
	r.unknown(aspect, as, "po", "n", "v", "d")
	for _, raw := range of {
		id := string(raw)
		own := all[id]
		own.add(name, v)
		if err := r.fits(r.json.line, id, own[max(len(own)-1, 0):], len(name)); err != nil {
			return err
		}
		if err := r.few(r.json.line, len(own)); err != nil {
			return err
		}
		all[id] = own
	}
	return nil
}

// thing reads a node or an edge, with its attributes.
func (r *cxReader) thing(what string) (Attributes, error) {
	var as, values Attributes
	err := r.json.object(what, func(field string) error {
		if field == "v" && r.two {
			var err error
			values, err = r.json.attributes(`"v"`)
			return err
		}
		v, err := r.json.value()
		as.add(field, v)
		if err == nil {
			err = r.few(r.json.line, len(as))
		}
		return err
	})
	return append(as, values...), err
}

func (r *cxReader) readNode() error {
	as, err := r.thing("a node")
	if err != nil {
		return err
	}
	n := Node{ID: as.take("id"), Line: r.json.line}
	if !r.two {
		n.ID = as.take("@id")
		n.Label = as.take("n")
		as.rename("r", "represents")
	}
	n.Attributes = as
	return r.node(n)
}

func (r *cxReader) readEdge() error {
	as, err := r.thing("an edge")
	if err != nil {
		return err
	}
	e := Edge{ID: as.take("id"), From: as.take("s"), To: as.take("t"), Directed: true, Line: r.json.line}
	if !r.two {
		e.ID = as.take("@id")
		as.rename("i", "interaction")
	}
	e.Attributes = as
	return r.edge(e)
}

// rename gives an attribute another name.
func (as Attributes) rename(from, to string) {
	if at := as.find(from); at >= 0 {
		as[at].Name = to
	}
}

// finish gives nodes and edges the names and values that stand elsewhere in the
// file.
func (r *cxReader) finish() (*Graph, error) {
	for i := range r.graph.Nodes {
		n := &r.graph.Nodes[i]
		r.complete(&n.Attributes, "nodes", r.nodeData, n.ID)
		if n.Label == "" {
			n.Label = n.Attributes.take("name")
		}
	}
	for i := range r.graph.Edges {
		e := &r.graph.Edges[i]
		r.complete(&e.Attributes, "edges", r.edgeData, e.ID)
	}
	for _, all := range []map[string]Attributes{r.nodeData, r.edgeData} {
		for _, as := range all {
			for _, a := range as {
				r.losses.drop("attributes of nodes and edges that the file lacks, left out", a.Name)
			}
		}
	}
	return r.done()
}

// complete gives a thing its attributes by their names, with the values that the
// declarations have for those that it lacks, and those that stand elsewhere.
func (r *cxReader) complete(as *Attributes, aspect string, elsewhere map[string]Attributes, id string) {
	columns := r.declared[aspect]
	names := make([]string, 0, len(columns))
	for name := range columns {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if alias := columns[name].alias; alias != "" {
			as.rename(alias, name)
		}
	}
	for _, name := range names {
		if c := columns[name]; c.usual.Text != "" && as.find(name) < 0 {
			as.add(name, c.usual)
		}
	}
	*as = append(*as, elsewhere[id]...)
	delete(elsewhere, id)
}
