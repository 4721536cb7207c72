package format

import (
	"fmt"
	"slices"
	"strings"
)

// graphMLReader reads GraphML, http://graphml.graphdrawing.org, in the dialects
// of networkx, Gephi, igraph, yEd, Neo4j's APOC, TinkerPop and Mathematica.
type graphMLReader struct {
	*collector
	options *options
	xml     *xmlReader
	keys    map[string]graphMLKey
	order   []string // the keys that have a default
	direct  bool     // what an edge is that doesn't say, in the graph that is read
	chosen  bool     // the graph to read was met
	names   []string // of the graphs that were passed over
}

// graphMLKey declares an attribute.
type graphMLKey struct {
	column
	of     string // "node", "edge", "graph" or "all"
	preset string // its value where none is given
	yed    bool   // it holds how yEd draws a thing, and its label
}

func readGraphML(in *input, o *options, losses *Losses) (*Graph, error) {
	r := &graphMLReader{collector: newCollector(in, losses), options: o, xml: newXMLReader(in, losses), keys: map[string]graphMLKey{}}
	err := r.xml.root("graphml", func(e *element) error {
		return r.xml.children(e, func(e *element) error {
			switch e.name {
			case "key":
				return r.key(e)
			case "graph":
				return r.choose(e)
			case "data", "desc":
				return r.own(e)
			}
			return nil
		})
	})
	if err != nil {
		return nil, err
	}
	if !r.chosen {
		return nil, noSuchGraph(in, o, r.names)
	}
	return r.done()
}

// key reads what declares an attribute.
func (r *graphMLReader) key(e *element) error {
	if len(r.keys) >= r.limits.Attributes {
		return r.fault(e.line, "", fmt.Sprintf("it declares more than %d attributes", r.limits.Attributes), "remove those that don’t describe the network")
	}
	id := e.attr("id")
	k := graphMLKey{of: e.attr("for"), column: column{name: e.attr("attr.name")}}
	if k.of == "" {
		k.of = "all"
	}
	if k.name == "" {
		k.name = id
	}
	switch strings.ToLower(e.attr("attr.type")) {
	case "int", "integer", "long", "float", "double":
		k.kind = Number
	case "boolean":
		k.kind = Boolean
	}
	k.yed = e.attr("yfiles.type") != ""
	err := r.xml.children(e, func(e *element) error {
		if e.name != "default" || k.yed {
			return nil
		}
		preset, err := r.xml.content(e)
		k.preset = preset
		return err
	})
	if k.preset != "" {
		r.order = append(r.order, id)
	}
	r.keys[id] = k
	return err
}

// choose reads the graph that was asked for, and passes over others.
func (r *graphMLReader) choose(e *element) error {
	id := e.attr("id")
	if r.chosen || r.options.Graph != "" && r.options.Graph != id {
		r.losses.add(1, lossGraphs, show(id))
		r.names = append(r.names, id)
		return r.xml.pass(e)
	}
	r.chosen = true
	r.graph.Directed = true
	return r.inGraph(e, "")
}

// inGraph reads a graph, or one that a node holds.
func (r *graphMLReader) inGraph(e *element, parent string) error {
	outer := r.direct
	defer func() { r.direct = outer }()
	said := e.attr("edgedefault")
	if r.direct = directionIn(said) != undirected; said == "" && parent != "" {
		r.direct = outer
	}
	return r.xml.children(e, func(e *element) error {
		switch e.name {
		case "node":
			return r.readNode(e, parent)
		case "edge":
			return r.readEdge(e)
		case "data", "desc":
			if parent == "" {
				return r.own(e)
			}
		case "hyperedge":
			r.losses.add(1, lossHyper, clip(e.attr("id")))
			return r.xml.pass(e)
		}
		return nil
	})
}

// own reads what the file says of the graph.
func (r *graphMLReader) own(e *element) error {
	line := e.line
	var as Attributes
	if _, err := r.data(e, &as); err != nil {
		return err
	}
	for _, a := range as {
		if err := r.attribute(line, a.Name, a.Value); err != nil {
			return err
		}
	}
	return nil
}

func (r *graphMLReader) readNode(e *element, parent string) error {
	n := Node{ID: e.attr("id"), Line: e.line}
	n.Attributes.add(attrParent, text(parent))
	labels := e.attr("labels") // Neo4j's APOC
	taken := false
	take := func() error {
		if taken {
			return nil
		}
		taken = true
		n.Attributes.addNew("labels", labels)
		r.presets("node", &n.Attributes)
		return r.node(n)
	}
	err := r.xml.children(e, func(e *element) error {
		switch e.name {
		case "data", "desc":
			shown, err := r.data(e, &n.Attributes)
			shown.label(&n.Label, &n.Attributes)
			return err
		case "graph":
			// A node precedes those in it.
			r.losses.add(1, lossNested, clip(n.ID))
			if err := take(); err != nil {
				return err
			}
			return r.inGraph(e, n.ID)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return take()
}

func (r *graphMLReader) readEdge(e *element) error {
	edge := Edge{ID: e.attr("id"), From: e.attr("source"), To: e.attr("target"), Directed: r.direct, Line: e.line}
	said := e.attr("directed")
	edge.point(directionIn(said), r.losses)
	if directionIn(said) == unsaid {
		edge.Attributes.add("directed", text(said))
	}
	label := e.attr("label") // Neo4j's APOC
	err := r.xml.children(e, func(e *element) error {
		if e.name != "data" && e.name != "desc" {
			return nil
		}
		shown, err := r.data(e, &edge.Attributes)
		shown.label(&edge.Label, &edge.Attributes)
		edge.point(shown.direction, r.losses)
		return err
	})
	if err != nil {
		return err
	}
	edge.Attributes.addNew("label", label)
	r.presets("edge", &edge.Attributes)
	if at, taken := r.edges[edge.ID]; taken && (r.graph.Edges[at].From != edge.From || r.graph.Edges[at].To != edge.To) {
		key := edge.ID // networkx writes keys as ids
		edge.ID = ""
		r.edgeKey(&edge, key)
	}
	return r.edge(edge)
}

// presets adds the values that a node or an edge leaves to the declarations.
func (r *graphMLReader) presets(class string, as *Attributes) {
	for _, id := range r.order {
		if k := r.keys[id]; (k.of == class || k.of == "all") && as.find(k.name) < 0 {
			as.add(k.name, Value{k.preset, k.kind})
		}
	}
}

// data reads a value, or a description, into the attributes, and returns what
// yEd draws.
func (r *graphMLReader) data(e *element, as *Attributes) (yedShape, error) {
	id, line := e.attr("key"), e.line
	k, known := r.keys[id]
	switch {
	case e.name == "desc":
		k.column = column{"description", Text}
	case !known:
		k.name = id
	case k.yed:
		return r.yed(e)
	}
	value, err := r.xml.content(e)
	if err != nil {
		return yedShape{}, err
	}
	as.add(k.name, Value{value, k.kind})
	return yedShape{}, r.few(line, len(*as))
}

// noSuchGraph is the fault of a file without the graph that was asked for.
func noSuchGraph(in *input, o *options, names []string) error {
	if o.Graph == "" {
		return in.fault(0, "", "it has no graph", "choose a file with a network")
	}
	mend := "leave --graph out"
	if names = slices.DeleteFunc(names, func(name string) bool { return name == "" }); len(names) > 0 {
		shown := names[:min(len(names), 8)]
		mend = "name one of: " + clip(strings.Join(shown, ", "))
	}
	return in.fault(0, "", "it has no graph "+show(o.Graph), mend)
}
