package format

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
)

// graphMLReader reads GraphML, http://graphml.graphdrawing.org, in the dialects
// of networkx, Gephi, igraph and yEd.
type graphMLReader struct {
	*collector
	options *options
	xml     *xmlReader
	keys    map[string]graphMLKey
	order   []string // the keys that have a default
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
	r := &graphMLReader{collector: newCollector(in, losses), options: o, xml: newXMLReader(in), keys: map[string]graphMLKey{}}
	err := r.xml.root("graphml", func(xml.StartElement) error {
		return r.xml.children(func(start xml.StartElement) error {
			switch start.Name.Local {
			case "key":
				return r.key(start)
			case "graph":
				return r.choose(start)
			}
			return r.xml.skip()
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
func (r *graphMLReader) key(start xml.StartElement) error {
	if len(r.keys) >= r.limits.Attributes {
		return r.fault(r.xml.line, "", fmt.Sprintf("it declares more than %d attributes", r.limits.Attributes), "take those out that say nothing of the network")
	}
	id := attr(start, "id")
	k := graphMLKey{of: attr(start, "for"), column: column{name: attr(start, "attr.name")}}
	if k.name == "" {
		k.name = id
	}
	switch attr(start, "attr.type") {
	case "int", "long", "float", "double":
		k.kind = Number
	case "boolean":
		k.kind = Boolean
	}
	k.yed = attr(start, "yfiles.type") != ""
	err := r.xml.children(func(start xml.StartElement) error {
		if start.Name.Local != "default" {
			return r.xml.skip()
		}
		preset, err := r.xml.content()
		k.preset = preset
		return err
	})
	if k.preset != "" && !k.yed {
		r.order = append(r.order, id)
	}
	r.keys[id] = k
	return err
}

// choose reads the graph that was asked for, and passes over others.
func (r *graphMLReader) choose(start xml.StartElement) error {
	id := attr(start, "id")
	if r.chosen || r.options.Graph != "" && r.options.Graph != id {
		r.losses.add(1, lossGraphs, id)
		r.names = append(r.names, id)
		return r.xml.skip()
	}
	r.chosen = true
	r.graph.Directed = attr(start, "edgedefault") != "undirected"
	return r.inGraph()
}

// inGraph reads a graph, or one that a node holds.
func (r *graphMLReader) inGraph() error {
	return r.xml.children(func(start xml.StartElement) error {
		switch start.Name.Local {
		case "node":
			return r.readNode(start)
		case "edge":
			return r.readEdge(start)
		case "data":
			line := r.xml.line
			var as Attributes
			if _, err := r.data(start, &as); err != nil {
				return err
			}
			for _, a := range as {
				if err := r.attribute(line, a.Name, a.Value); err != nil {
					return err
				}
			}
			return nil
		case "hyperedge":
			r.losses.add(1, lossHyper, "")
		}
		return r.xml.skip()
	})
}

func (r *graphMLReader) readNode(start xml.StartElement) error {
	n := Node{ID: attr(start, "id"), Line: r.xml.line}
	taken := false
	take := func() error {
		if taken {
			return nil
		}
		taken = true
		r.presets("node", &n.Attributes)
		return r.node(n)
	}
	err := r.xml.children(func(start xml.StartElement) error {
		switch start.Name.Local {
		case "data":
			label, err := r.data(start, &n.Attributes)
			if n.Label == "" {
				n.Label = label
			}
			return err
		case "graph":
			// What a node holds comes after it, so the node is taken in first.
			r.losses.add(1, lossNested, n.ID)
			if err := take(); err != nil {
				return err
			}
			return r.inGraph()
		}
		return r.xml.skip()
	})
	if err != nil {
		return err
	}
	return take()
}

func (r *graphMLReader) readEdge(start xml.StartElement) error {
	e := Edge{ID: attr(start, "id"), From: attr(start, "source"), To: attr(start, "target"), Directed: r.graph.Directed, Line: r.xml.line}
	switch attr(start, "directed") {
	case "true":
		e.Directed = true
	case "false":
		e.Directed = false
	}
	err := r.xml.children(func(start xml.StartElement) error {
		if start.Name.Local != "data" {
			return r.xml.skip()
		}
		label, err := r.data(start, &e.Attributes)
		if e.Label == "" {
			e.Label = label
		}
		return err
	})
	if err != nil {
		return err
	}
	r.presets("edge", &e.Attributes)
	if at, taken := r.edges[e.ID]; taken && (r.graph.Edges[at].From != e.From || r.graph.Edges[at].To != e.To) {
		e.ID = "" // networkx counts the edges between two nodes
	}
	return r.edge(e)
}

// presets adds the values that a node or an edge leaves to the declarations.
func (r *graphMLReader) presets(class string, as *Attributes) {
	for _, id := range r.order {
		if k := r.keys[id]; (k.of == class || k.of == "all") && as.find(k.name) < 0 {
			as.add(k.name, Value{k.preset, k.kind})
		}
	}
}

// data reads a value into the attributes, or the label that yEd draws.
func (r *graphMLReader) data(start xml.StartElement, as *Attributes) (label string, err error) {
	id := attr(start, "key")
	k, known := r.keys[id]
	if !known {
		k.name = id
	}
	if k.yed {
		return r.drawing()
	}
	line := r.xml.line
	value, err := r.xml.content()
	if err != nil {
		return "", err
	}
	as.add(k.name, Value{value, k.kind})
	return "", r.few(line, len(*as))
}

// drawing reads how yEd draws a thing, and returns the label in it.
func (r *graphMLReader) drawing() (label string, err error) {
	r.losses.add(1, lossDrawing, "")
	err = r.xml.children(func(start xml.StartElement) error {
		if strings.HasSuffix(start.Name.Local, "Label") {
			words, err := r.xml.content()
			if label == "" {
				label = words
			}
			return err
		}
		inner, err := r.drawing()
		if label == "" {
			label = inner
		}
		return err
	})
	return label, err
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
