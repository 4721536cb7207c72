// Package graphml reads and writes GraphML, with the labels and arrows of yEd.
package graphml

import (
	"fmt"
	"strings"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
)

// decoder reads GraphML, http://graphml.graphdrawing.org, in the dialects
// of networkx, Gephi, igraph, yEd, Neo4j's APOC, TinkerPop and Mathematica.
type decoder struct {
	*reader.Collector
	options *reader.Options
	xml     *reader.XML
	keys    map[string]declaredKey
	order   []string // the keys that have a default
	direct  bool     // default direction of edges in the graph being read
	chosen  bool     // the graph to read was found
	names   []string // of the skipped graphs
}

// declaredKey declares an attribute.
type declaredKey struct {
	graph.Column
	of     string // "node", "edge", "graph" or "all"
	preset string // default value
	yed    bool   // it has yEd's drawing and label
}

// Read reads GraphML.
func Read(in *reader.Input, o *reader.Options, losses *graph.Losses) (*graph.Graph, error) {
	r := &decoder{Collector: reader.NewCollector(in, losses), options: o, xml: reader.NewXML(in, losses), keys: map[string]declaredKey{}}
	err := r.xml.Root("graphml", func(e *reader.Element) error {
		return r.xml.Children(e, func(e *reader.Element) error {
			switch e.Name {
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
		return nil, reader.NoSuchGraph(in, o, r.names)
	}
	return r.Done()
}

// key reads the declaration of an attribute.
func (r *decoder) key(e *reader.Element) error {
	if len(r.keys) >= r.Limits.Attributes {
		return r.Diagnostic(e.Line, "", fmt.Sprintf("it declares more than %d attributes", r.Limits.Attributes), "remove those that don’t describe the network")
	}
	id := e.Attr("id")
	k := declaredKey{of: e.Attr("for"), Column: graph.Column{Name: e.Attr("attr.name")}}
	if k.of == "" {
		k.of = "all"
	}
	if k.Name == "" {
		k.Name = id
	}
	switch strings.ToLower(e.Attr("attr.type")) {
	case "int", "integer", "long", "float", "double":
		k.Kind = graph.Number
	case "boolean":
		k.Kind = graph.Boolean
	}
	k.yed = e.Attr("yfiles.type") != ""
	err := r.xml.Children(e, func(e *reader.Element) error {
		if e.Name != "default" || k.yed {
			return nil
		}
		preset, err := r.xml.Content(e)
		k.preset = preset
		return err
	})
	if k.preset != "" {
		r.order = append(r.order, id)
	}
	r.keys[id] = k
	return err
}

// choose reads the selected graph, and skips others.
func (r *decoder) choose(e *reader.Element) error {
	id := e.Attr("id")
	if r.chosen || r.options.Graph != "" && r.options.Graph != id {
		r.Losses.Add(1, graph.LossGraphs, graph.Show(id))
		r.names = append(r.names, id)
		return r.xml.Pass(e)
	}
	r.chosen = true
	r.Graph.Directed = true
	return r.inGraph(e, "")
}

// inGraph reads a graph, or the graph inside a node.
func (r *decoder) inGraph(e *reader.Element, parent string) error {
	outer := r.direct
	defer func() { r.direct = outer }()
	said := e.Attr("edgedefault")
	if r.direct = graph.DirectionIn(said) != graph.Undirected; said == "" && parent != "" {
		r.direct = outer
	}
	return r.xml.Children(e, func(e *reader.Element) error {
		switch e.Name {
		case "node":
			return r.readNode(e, parent)
		case "edge":
			return r.readEdge(e)
		case "data", "desc":
			if parent == "" {
				return r.own(e)
			}
		case "hyperedge":
			r.Losses.Add(1, graph.LossHyper, graph.Clip(e.Attr("id")))
			return r.xml.Pass(e)
		}
		return nil
	})
}

// own reads the attributes of the graph.
func (r *decoder) own(e *reader.Element) error {
	line := e.Line
	var as graph.Attributes
	if _, err := r.data(e, &as); err != nil {
		return err
	}
	for _, a := range as {
		if err := r.Attribute(line, a.Name, a.Value); err != nil {
			return err
		}
	}
	return nil
}

func (r *decoder) readNode(e *reader.Element, parent string) error {
	n := graph.Node{ID: e.Attr("id"), Line: e.Line}
	n.Attributes.Add(graph.AttrParent, graph.TextOf(parent))
	labels := e.Attr("labels") // Neo4j's APOC
	taken := false
	take := func() error {
		if taken {
			return nil
		}
		taken = true
		n.Attributes.AddNew("labels", labels)
		r.presets("node", &n.Attributes)
		return r.Node(n)
	}
	err := r.xml.Children(e, func(e *reader.Element) error {
		switch e.Name {
		case "data", "desc":
			shown, err := r.data(e, &n.Attributes)
			shown.label(&n.Label, &n.Attributes)
			return err
		case "graph":
			// A node precedes its child nodes.
			r.Losses.Add(1, graph.LossNested, graph.Clip(n.ID))
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

func (r *decoder) readEdge(e *reader.Element) error {
	edge := graph.Edge{ID: e.Attr("id"), From: e.Attr("source"), To: e.Attr("target"), Directed: r.direct, Line: e.Line}
	said := e.Attr("directed")
	edge.Point(graph.DirectionIn(said), r.Losses)
	if graph.DirectionIn(said) == graph.Unsaid {
		edge.Attributes.Add("directed", graph.TextOf(said))
	}
	label := e.Attr("label") // Neo4j's APOC
	err := r.xml.Children(e, func(e *reader.Element) error {
		if e.Name != "data" && e.Name != "desc" {
			return nil
		}
		shown, err := r.data(e, &edge.Attributes)
		shown.label(&edge.Label, &edge.Attributes)
		edge.Point(shown.direction, r.Losses)
		return err
	})
	if err != nil {
		return err
	}
	edge.Attributes.AddNew("label", label)
	r.presets("edge", &edge.Attributes)
	if at, taken := r.Edges[edge.ID]; taken && (r.Graph.Edges[at].From != edge.From || r.Graph.Edges[at].To != edge.To) {
		key := edge.ID // networkx writes keys as ids
		edge.ID = ""
		r.EdgeKey(&edge, key)
	}
	return r.Edge(edge)
}

// presets adds the default values of a node's or an edge's attributes.
func (r *decoder) presets(class string, as *graph.Attributes) {
	for _, id := range r.order {
		if k := r.keys[id]; (k.of == class || k.of == "all") && as.Find(k.Name) < 0 {
			as.Add(k.Name, graph.Value{Text: k.preset, Type: k.Kind})
		}
	}
}

// data reads a value or a description into the attributes, and returns yEd's drawing.
func (r *decoder) data(e *reader.Element, as *graph.Attributes) (yedShape, error) {
	id, line := e.Attr("key"), e.Line
	k, known := r.keys[id]
	switch {
	case e.Name == "desc":
		k.Column = graph.Column{Name: "description", Kind: graph.Text}
	case !known:
		k.Name = id
	case k.yed:
		return r.yed(e)
	}
	value, err := r.xml.Content(e)
	if err != nil {
		return yedShape{}, err
	}
	as.Add(k.Name, graph.Value{Text: value, Type: k.Kind})
	return yedShape{}, r.Few(line, len(*as))
}
