package format

import (
	"fmt"
	"strings"
)

// gexfReader reads GEXF 1.0 to 1.3, https://gexf.net/schema.html. Like Gephi it
// takes no notice of the case of names.
type gexfReader struct {
	*collector
	xml    *xmlReader
	titles map[string]column // by class and id: the attribute declared so
	preset map[string]string // by class and id: what it is where it isn't said
	order  []string          // class and id of every preset
}

func readGEXF(in *input, o *options, losses *Losses) (*Graph, error) {
	r := &gexfReader{collector: newCollector(in, losses), xml: newXMLReader(in, losses), titles: map[string]column{}, preset: map[string]string{}}
	graphs := 0
	err := r.xml.root("gexf", func(e *element) error {
		e.attr("version")
		e.attr("variant")
		return r.xml.children(e, func(e *element) error {
			switch strings.ToLower(e.name) {
			case "meta":
				return r.meta(e)
			case "graph":
				if graphs++; graphs > 1 {
					return r.fault(e.line, "", "it has a second <graph>", "keep one: GEXF has one graph in a file")
				}
				return r.readGraph(e)
			}
			return nil
		})
	})
	if err != nil {
		return nil, err
	}
	return r.done()
}

// meta reads what the file says of itself. The first line of its description
// is the title, what follows the summary.
func (r *gexfReader) meta(e *element) error {
	return r.xml.children(e, func(e *element) error {
		name := strings.ToLower(e.name)
		switch name {
		case "description", "title":
			content, err := r.xml.content(e)
			if err != nil {
				return err
			}
			title, summary, _ := strings.Cut(content, "\n")
			if r.graph.Attributes.get("title") != "" {
				title, summary = "", content
			}
			if err := r.attribute(e.line, "title", text(strings.TrimSpace(title))); err != nil {
				return err
			}
			return r.attribute(e.line, "summary", text(strings.TrimSpace(summary)))
		case "creator":
			content, err := r.xml.content(e)
			if content != creator && err == nil {
				err = r.attribute(e.line, name, text(content))
			}
			return err
		case "keywords":
			content, err := r.xml.content(e)
			if err != nil {
				return err
			}
			return r.attribute(e.line, name, text(content))
		}
		return nil
	})
}

func (r *gexfReader) readGraph(e *element) error {
	e.attr("mode")
	e.attr("idtype")
	e.attr("timeformat")
	e.attr("timetype") // GEXF 1.1
	e.attr("timerepresentation")
	kind := e.attr("defaultedgetype")
	r.graph.Directed = directionIn(kind) == forward
	if kind != "" && directionIn(kind) == unsaid {
		return r.fault(e.line, "", fmt.Sprintf("defaultedgetype is %s", show(kind)), "write directed, undirected or mutual")
	}
	if err := r.attribute(e.line, "name", text(e.attr("name"))); err != nil { // networkx
		return err
	}
	return r.inGraph(e)
}

// inGraph reads a graph.
func (r *gexfReader) inGraph(e *element) error {
	return r.xml.children(e, func(e *element) error {
		switch strings.ToLower(e.name) {
		case "attributes":
			return r.declare(e)
		case "nodes", "edges":
			return r.list(e, "")
		}
		return nil
	})
}

// list reads a list of nodes or edges, which may be in a node.
func (r *gexfReader) list(e *element, parent string) error {
	e.attr("count")
	which := strings.ToLower(e.name)
	return r.xml.children(e, func(e *element) error {
		switch name := strings.ToLower(e.name); {
		case which == "nodes" && name == "node":
			return r.readNode(e, parent)
		case which == "edges" && name == "edge":
			return r.readEdge(e)
		}
		return nil
	})
}

// declare reads the attributes that nodes or edges can have.
func (r *gexfReader) declare(e *element) error {
	class := strings.ToLower(e.attr("class"))
	e.attr("mode")
	e.attr("type") // GEXF 1.0's name for the mode
	return r.xml.children(e, func(e *element) error {
		if strings.ToLower(e.name) != "attribute" {
			return nil
		}
		id := e.attr("id")
		if len(r.titles) >= r.limits.Attributes {
			return r.fault(e.line, "", fmt.Sprintf("it declares more than %d attributes", r.limits.Attributes), "remove those that don’t describe the network")
		}
		title := e.attr("title")
		if title == "" {
			title = id
		}
		id = class + " " + id
		r.titles[id] = column{title, gexfType(e.attr("type"))}
		return r.xml.children(e, func(e *element) error {
			if _, twice := r.preset[id]; twice || strings.ToLower(e.name) != "default" {
				return nil
			}
			value, err := r.xml.content(e)
			if value != "" {
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
func (r *gexfReader) readNode(e *element, parent string) error {
	n := Node{ID: e.attr("id"), Label: e.attr("label"), Line: e.line}
	if pid := e.attr("pid"); pid != "" { // GEXF 1.2
		parent = pid
		r.losses.add(1, lossNested, clip(n.ID))
	}
	n.Attributes.add(attrParent, text(parent))
	when := r.times(e)
	taken := false
	take := func() error {
		if taken {
			return nil
		}
		taken = true
		when.report(r.losses)
		n.Attributes.add(attrTimes, text(when.words())) // a node has no period
		return r.finish("node", &n.Attributes, func() error { return r.node(n) })
	}
	err := r.xml.children(e, func(e *element) error {
		switch strings.ToLower(e.name) {
		case "attvalues":
			return r.values(e, "node", &n.Attributes)
		case "spells", "slices":
			return r.spells(e, when)
		case "nodes", "edges":
			// A node precedes those in it.
			if !taken {
				r.losses.add(1, lossNested, clip(n.ID))
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

func (r *gexfReader) readEdge(e *element) error {
	edge := Edge{ID: e.attr("id"), From: e.attr("source"), To: e.attr("target"), Label: e.attr("label"), Directed: r.graph.Directed, Line: e.line}
	kind := e.attr("type")
	edge.point(directionIn(kind), r.losses)
	if directionIn(kind) == unsaid {
		edge.Attributes.add("type", text(kind))
	}
	edge.Attributes.add("kind", text(e.attr("kind")))
	edge.Attributes.add("weight", Value{e.attr("weight"), Number})
	when := r.times(e)
	err := r.xml.children(e, func(e *element) error {
		switch strings.ToLower(e.name) {
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
	when.keep(&edge.Attributes, r.losses)
	return r.finish("edge", &edge.Attributes, func() error { return r.edge(edge) })
}

// values reads the attributes of a node or an edge. One that changes in time
// keeps all its values, each with its time.
func (r *gexfReader) values(e *element, class string, as *Attributes) error {
	changing := map[string]bool{} // by name
	return r.xml.children(e, func(e *element) error {
		if strings.ToLower(e.name) != "attvalue" {
			return nil
		}
		id := e.attr("for")
		if id == "" {
			id = e.attr("id") // GEXF 1.0 and 1.1
		}
		declared, known := r.titles[class+" "+id]
		if !known {
			declared = column{id, Text}
		}
		value := e.attr("value")
		times := r.times(e)
		times.report(r.losses)
		if when := times.words(); when != "" {
			value += " (" + when + ")"
			declared.kind = Text
			changing[declared.name] = true
		}
		if at := as.find(declared.name); at >= 0 && (changing[declared.name] || (*as)[at].Value.Text != value) {
			(*as)[at].Value = text((*as)[at].Value.Text + "; " + value)
			if err := r.fits(e.line, "", nil, len(value)); err != nil {
				return err
			}
			return r.xml.children(e, nil)
		}
		as.add(declared.name, Value{value, declared.kind})
		if err := r.few(e.line, len(*as)); err != nil {
			return err
		}
		return r.xml.children(e, nil)
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
