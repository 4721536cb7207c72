// Package gexf reads and writes GEXF 1.3.
package gexf

import (
	"fmt"
	"strings"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
)

// decoder reads GEXF 1.0 to 1.3, https://gexf.net/schema.html. Like Gephi, it ignores
// the case of names.
type decoder struct {
	*reader.Collector
	xml    *reader.XML
	titles map[string]graph.Column // by class and id: the declared attribute
	preset map[string]string       // by class and id: the default value
	order  []string                // class and id of every default
}

// Read reads GEXF.
func Read(in *reader.Input, o *reader.Options, losses *graph.Losses) (*graph.Graph, error) {
	r := &decoder{Collector: reader.NewCollector(in, losses), xml: reader.NewXML(in, losses), titles: map[string]graph.Column{}, preset: map[string]string{}}
	graphs := 0
	err := r.xml.Root("gexf", func(e *reader.Element) error {
		e.Attr("version")
		e.Attr("variant")
		return r.xml.Children(e, func(e *reader.Element) error {
			switch strings.ToLower(e.Name) {
			case "meta":
				return r.meta(e)
			case "graph":
				if graphs++; graphs > 1 {
					return r.Diagnostic(e.Line, "", "it has a second <graph>", "keep one: GEXF has one graph in a file")
				}
				return r.readGraph(e)
			}
			return nil
		})
	})
	if err != nil {
		return nil, err
	}
	return r.Done()
}

// meta reads the metadata of the file. The first line of its description is the title,
// the rest the summary.
func (r *decoder) meta(e *reader.Element) error {
	return r.xml.Children(e, func(e *reader.Element) error {
		name := strings.ToLower(e.Name)
		switch name {
		case "description", "title":
			content, err := r.xml.Content(e)
			if err != nil {
				return err
			}
			title, summary, _ := strings.Cut(content, "\n")
			if r.Graph.Attributes.Get("title") != "" {
				title, summary = "", content
			}
			if err := r.Attribute(e.Line, "title", graph.TextOf(strings.TrimSpace(title))); err != nil {
				return err
			}
			return r.Attribute(e.Line, "summary", graph.TextOf(strings.TrimSpace(summary)))
		case "creator":
			content, err := r.xml.Content(e)
			if content != graph.Creator && err == nil {
				err = r.Attribute(e.Line, name, graph.TextOf(content))
			}
			return err
		case "keywords":
			content, err := r.xml.Content(e)
			if err != nil {
				return err
			}
			return r.Attribute(e.Line, name, graph.TextOf(content))
		}
		return nil
	})
}

func (r *decoder) readGraph(e *reader.Element) error {
	e.Attr("mode")
	e.Attr("idtype")
	e.Attr("timeformat")
	e.Attr("timetype") // GEXF 1.1
	e.Attr("timerepresentation")
	kind := e.Attr("defaultedgetype")
	r.Graph.Directed = graph.DirectionIn(kind) == graph.Forward
	if kind != "" && graph.DirectionIn(kind) == graph.Unsaid {
		return r.Diagnostic(e.Line, "", fmt.Sprintf("defaultedgetype is %s", graph.Show(kind)), "write directed, undirected or mutual")
	}
	if err := r.Attribute(e.Line, "name", graph.TextOf(e.Attr("name"))); err != nil { // networkx
		return err
	}
	return r.inGraph(e)
}

// inGraph reads a graph.
func (r *decoder) inGraph(e *reader.Element) error {
	return r.xml.Children(e, func(e *reader.Element) error {
		switch strings.ToLower(e.Name) {
		case "attributes":
			return r.declare(e)
		case "nodes", "edges":
			return r.list(e, "")
		}
		return nil
	})
}

// list reads a list of nodes or edges, which may be in a node.
func (r *decoder) list(e *reader.Element, parent string) error {
	e.Attr("count")
	which := strings.ToLower(e.Name)
	return r.xml.Children(e, func(e *reader.Element) error {
		switch name := strings.ToLower(e.Name); {
		case which == "nodes" && name == "node":
			return r.readNode(e, parent)
		case which == "edges" && name == "edge":
			return r.readEdge(e)
		}
		return nil
	})
}

// declare reads the declarations of attributes of nodes or edges.
func (r *decoder) declare(e *reader.Element) error {
	class := strings.ToLower(e.Attr("class"))
	e.Attr("mode")
	e.Attr("type") // GEXF 1.0's name for the mode
	return r.xml.Children(e, func(e *reader.Element) error {
		if strings.ToLower(e.Name) != "attribute" {
			return nil
		}
		id := e.Attr("id")
		if len(r.titles) >= r.Limits.Attributes {
			return r.Diagnostic(e.Line, "", fmt.Sprintf("it declares more than %d attributes", r.Limits.Attributes), "remove those that don’t describe the network")
		}
		title := e.Attr("title")
		if title == "" {
			title = id
		}
		id = class + " " + id
		r.titles[id] = graph.Column{Name: title, Kind: typeNamed(e.Attr("type"))}
		return r.xml.Children(e, func(e *reader.Element) error {
			if _, twice := r.preset[id]; twice || strings.ToLower(e.Name) != "default" {
				return nil
			}
			value, err := r.xml.Content(e)
			if value != "" {
				r.preset[id] = value
				r.order = append(r.order, id)
			}
			return err
		})
	})
}

func typeNamed(name string) graph.Type {
	switch strings.ToLower(name) {
	case "integer", "long", "double", "float", "short", "byte", "bigdecimal", "biginteger":
		return graph.Number
	case "boolean":
		return graph.Boolean
	}
	return graph.Text
}

// readNode reads a node and the nodes in it.
func (r *decoder) readNode(e *reader.Element, parent string) error {
	n := graph.Node{ID: e.Attr("id"), Label: e.Attr("label"), Line: e.Line}
	if pid := e.Attr("pid"); pid != "" { // GEXF 1.2
		parent = pid
		r.Losses.Add(1, graph.LossNested, graph.Clip(n.ID))
	}
	n.Attributes.Add(graph.AttrParent, graph.TextOf(parent))
	when := r.times(e)
	taken := false
	take := func() error {
		if taken {
			return nil
		}
		taken = true
		when.report(r.Losses)
		n.Attributes.Add(graph.AttrTimes, graph.TextOf(when.words())) // a node has no period
		return r.finish("node", &n.Attributes, func() error { return r.Node(n) })
	}
	err := r.xml.Children(e, func(e *reader.Element) error {
		switch strings.ToLower(e.Name) {
		case "attvalues":
			return r.values(e, "node", &n.Attributes)
		case "spells", "slices":
			return r.spells(e, when)
		case "nodes", "edges":
			// A node precedes its child nodes.
			if !taken {
				r.Losses.Add(1, graph.LossNested, graph.Clip(n.ID))
			}
			if err := take(); err != nil {
				return err
			}
			return r.list(e, n.ID)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return take()
}

func (r *decoder) readEdge(e *reader.Element) error {
	edge := graph.Edge{ID: e.Attr("id"), From: e.Attr("source"), To: e.Attr("target"), Label: e.Attr("label"), Directed: r.Graph.Directed, Line: e.Line}
	kind := e.Attr("type")
	edge.Point(graph.DirectionIn(kind), r.Losses)
	if graph.DirectionIn(kind) == graph.Unsaid {
		edge.Attributes.Add("type", graph.TextOf(kind))
	}
	edge.Attributes.Add("kind", graph.TextOf(e.Attr("kind")))
	edge.Attributes.Add("weight", graph.Value{Text: e.Attr("weight"), Type: graph.Number})
	when := r.times(e)
	err := r.xml.Children(e, func(e *reader.Element) error {
		switch strings.ToLower(e.Name) {
		case "attvalues":
			return r.values(e, "edge", &edge.Attributes)
		case "spells", "slices":
			return r.spells(e, when)
		}
		return nil
	})
	if err != nil {
		return err
	}
	when.keep(&edge.Attributes, r.Losses)
	return r.finish("edge", &edge.Attributes, func() error { return r.Edge(edge) })
}

// values reads the attributes of a node or an edge. A dynamic attribute keeps all
// values, each with its time.
func (r *decoder) values(e *reader.Element, class string, as *graph.Attributes) error {
	changing := map[string]bool{} // by name
	return r.xml.Children(e, func(e *reader.Element) error {
		if strings.ToLower(e.Name) != "attvalue" {
			return nil
		}
		id := e.Attr("for")
		if id == "" {
			id = e.Attr("id") // GEXF 1.0 and 1.1
		}
		declared, known := r.titles[class+" "+id]
		if !known {
			declared = graph.Column{Name: id, Kind: graph.Text}
		}
		value := e.Attr("value")
		times := r.times(e)
		times.report(r.Losses)
		if when := times.words(); when != "" {
			value += " (" + when + ")"
			declared.Kind = graph.Text
			changing[declared.Name] = true
		}
		if at := as.Find(declared.Name); at >= 0 && (changing[declared.Name] || (*as)[at].Value.Text != value) {
			(*as)[at].Value = graph.TextOf((*as)[at].Value.Text + "; " + value)
			if err := r.Fits(e.Line, "", nil, len(value)); err != nil {
				return err
			}
			return r.xml.Children(e, nil)
		}
		as.Add(declared.Name, graph.Value{Text: value, Type: declared.Kind})
		if err := r.Few(e.Line, len(*as)); err != nil {
			return err
		}
		return r.xml.Children(e, nil)
	})
}

// finish adds the default values of a node's or an edge's attributes, and adds it to
// the graph.
func (r *decoder) finish(class string, as *graph.Attributes, keep func() error) error {
	for _, id := range r.order {
		if declared := r.titles[id]; strings.HasPrefix(id, class+" ") && as.Find(declared.Name) < 0 {
			as.Add(declared.Name, graph.Value{Text: r.preset[id], Type: declared.Kind})
		}
	}
	return keep()
}
