package format

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// gexfReader reads GEXF 1.1 to 1.3, https://gexf.net.
type gexfReader struct {
	*collector
	xml    *xmlReader
	titles map[string]column // by class and id: the attribute declared so
	preset map[string]string // by class and id: what it is where it isn't said
	order  []string          // class and id of every preset
}

func readGEXF(in *input, o *options, losses *Losses) (*Graph, error) {
	r := &gexfReader{collector: newCollector(in, losses), xml: newXMLReader(in), titles: map[string]column{}, preset: map[string]string{}}
	graphs := 0
	err := r.xml.root("gexf", func(xml.StartElement) error {
		return r.xml.children(func(start xml.StartElement) error {
			switch start.Name.Local {
			case "meta":
				return r.meta()
			case "graph":
				if graphs++; graphs > 1 {
					return r.fault(r.xml.line, "", "it has a second <graph>", "keep one: GEXF has one graph in a file")
				}
				r.graph.Directed = attr(start, "defaultedgetype") == "directed"
				if err := r.attribute(r.xml.line, "name", text(attr(start, "name"))); err != nil { // networkx
					return err
				}
				return r.inGraph()
			}
			return r.xml.skip()
		})
	})
	if err != nil {
		return nil, err
	}
	return r.done()
}

// meta reads what the file says of itself. The first line of its description
// is the title, what follows the summary.
func (r *gexfReader) meta() error {
	return r.xml.children(func(start xml.StartElement) error {
		if name := strings.ToLower(start.Name.Local); name != "description" && name != "title" {
			return r.xml.skip()
		}
		line := r.xml.line
		content, err := r.xml.content()
		if err != nil {
			return err
		}
		title, summary, _ := strings.Cut(content, "\n")
		if err := r.attribute(line, "title", text(strings.TrimSpace(title))); err != nil {
			return err
		}
		return r.attribute(line, "summary", text(strings.TrimSpace(summary)))
	})
}

// inGraph reads a graph, or the lists that a node holds of what is in it.
func (r *gexfReader) inGraph() error {
	return r.xml.children(func(start xml.StartElement) error {
		switch start.Name.Local {
		case "attributes":
			return r.declare(attr(start, "class"))
		case "nodes":
			return r.xml.children(func(start xml.StartElement) error {
				if start.Name.Local != "node" {
					return r.xml.skip()
				}
				return r.readNode(start)
			})
		case "edges":
			return r.xml.children(func(start xml.StartElement) error {
				if start.Name.Local != "edge" {
					return r.xml.skip()
				}
				return r.readEdge(start)
			})
		}
		return r.xml.skip()
	})
}

// declare reads the attributes that nodes or edges can have.
func (r *gexfReader) declare(class string) error {
	return r.xml.children(func(start xml.StartElement) error {
		if start.Name.Local != "attribute" {
			return r.xml.skip()
		}
		id := class + " " + attr(start, "id")
		if len(r.titles) >= r.limits.Attributes {
			return r.fault(r.xml.line, "", fmt.Sprintf("it declares more than %d attributes", r.limits.Attributes), "take those out that say nothing of the network")
		}
		title := attr(start, "title")
		if title == "" {
			title = attr(start, "id")
		}
		r.titles[id] = column{title, gexfType(attr(start, "type"))}
		return r.xml.children(func(start xml.StartElement) error {
			if start.Name.Local != "default" {
				return r.xml.skip()
			}
			value, err := r.xml.content()
			if _, twice := r.preset[id]; !twice && value != "" {
				r.preset[id] = value
				r.order = append(r.order, id)
			}
			return err
		})
	})
}

func gexfType(name string) Type {
	switch strings.ToLower(name) {
	case "integer", "long", "double", "float", "short", "byte", "bigdecimal", "biginteger":
		return Number
	case "boolean":
		return Boolean
	}
	return Text
}

// readNode reads a node, and those in it.
func (r *gexfReader) readNode(start xml.StartElement) error {
	n := Node{ID: attr(start, "id"), Label: attr(start, "label"), Line: r.xml.line}
	r.span(&n.Attributes, start)
	within := false
	err := r.xml.children(func(start xml.StartElement) error {
		switch start.Name.Local {
		case "attvalues":
			return r.values("node", &n.Attributes)
		case "nodes", "edges":
			// What a node holds comes after it, so the node is taken in first.
			if !within {
				if err := r.finish("node", &n.Attributes, func() error { return r.node(n) }); err != nil {
					return err
				}
				r.losses.add(1, lossNested, n.ID)
			}
			within = true
			return r.held(start)
		}
		r.drawing(start)
		return r.xml.skip()
	})
	if err != nil || within {
		return err
	}
	return r.finish("node", &n.Attributes, func() error { return r.node(n) })
}

// held reads a list of nodes or edges in a node.
func (r *gexfReader) held(list xml.StartElement) error {
	return r.xml.children(func(start xml.StartElement) error {
		switch {
		case list.Name.Local == "nodes" && start.Name.Local == "node":
			return r.readNode(start)
		case list.Name.Local == "edges" && start.Name.Local == "edge":
			return r.readEdge(start)
		}
		return r.xml.skip()
	})
}

func (r *gexfReader) readEdge(start xml.StartElement) error {
	e := Edge{ID: attr(start, "id"), From: attr(start, "source"), To: attr(start, "target"), Label: attr(start, "label"), Line: r.xml.line}
	switch attr(start, "type") {
	case "directed":
		e.Directed = true
	case "":
		e.Directed = r.graph.Directed
	case "mutual":
		r.losses.add(1, lossMutual, e.ID)
	}
	e.Attributes.add("kind", text(attr(start, "kind")))
	e.Attributes.add("weight", Value{attr(start, "weight"), Number})
	r.span(&e.Attributes, start)
	err := r.xml.children(func(start xml.StartElement) error {
		if start.Name.Local == "attvalues" {
			return r.values("edge", &e.Attributes)
		}
		r.drawing(start)
		return r.xml.skip()
	})
	if err != nil {
		return err
	}
	return r.finish("edge", &e.Attributes, func() error { return r.edge(e) })
}

// span keeps the time for which a node or an edge is there.
func (r *gexfReader) span(as *Attributes, start xml.StartElement) {
	from, to := attr(start, "start"), attr(start, "end")
	if from == "" && to == "" {
		return
	}
	if from == "" {
		from = ".."
	}
	if to == "" {
		to = ".."
	}
	as.add("span", text(from+"/"+to))
}

// drawing counts what only says how a thing is drawn.
func (r *gexfReader) drawing(start xml.StartElement) {
	switch start.Name.Local {
	case "color", "position", "size", "shape", "thickness":
		r.losses.add(1, lossDrawing, "")
	case "spells":
		r.losses.add(1, "lists of times at which a thing is there", "")
	}
}

// values reads the attributes of a node or an edge. Of those that change in
// time the last value counts.
func (r *gexfReader) values(class string, as *Attributes) error {
	return r.xml.children(func(start xml.StartElement) error {
		id := attr(start, "for")
		if id == "" {
			id = attr(start, "id") // GEXF 1.0 and 1.1
		}
		declared, known := r.titles[class+" "+id]
		if !known {
			declared = column{id, Text}
		}
		value := attr(start, "value")
		if at := as.find(declared.name); at >= 0 {
			(*as)[at].Value.Text = value
			return r.xml.skip()
		}
		as.add(declared.name, Value{value, declared.kind})
		if err := r.few(r.xml.line, len(*as)); err != nil {
			return err
		}
		return r.xml.skip()
	})
}

// finish adds what a node or an edge leaves to the declarations, and takes it in.
func (r *gexfReader) finish(class string, as *Attributes, keep func() error) error {
	for _, id := range r.order {
		if declared := r.titles[id]; strings.HasPrefix(id, class+" ") && as.find(declared.name) < 0 {
			as.add(declared.name, Value{r.preset[id], declared.kind})
		}
	}
	return keep()
}
