package format

import (
	"slices"
	"strings"
)

// gmlReader reads a graph in GML: that of networkx, igraph and Gephi, and of yEd,
// which keeps labels and arrows among the drawing.
type gmlReader struct {
	*collector
	scan  *gmlScanner
	own   bool // we wrote it
	yed   bool
	seen  int               // graphs
	names map[string]string // of nodes in a file of ours, by the numbers that GML gives them
	drawn map[int]bool      // edges of which the drawing says which way they point
}

func readGML(in *input, o *options, losses *Losses) (*Graph, error) {
	r := &gmlReader{collector: newCollector(in, losses), scan: newGMLScanner(in), names: map[string]string{}, drawn: map[int]bool{}}
	r.graph.Directed = false
	for {
		p, end, err := r.scan.pair()
		if err != nil {
			return nil, err
		}
		if end {
			break
		}
		switch key := strings.ToLower(p.key); {
		case key == "graph" && p.isSet:
			if err := r.whole(); err != nil {
				return nil, err
			}
		case p.isSet:
			count := 0
			if _, err := r.scan.pairs(&count); err != nil {
				return nil, err
			}
			r.losses.drop(lossField, p.key)
		case key == "creator":
			r.own = p.value.Text == creator
			r.yed = strings.HasPrefix(strings.ToLower(p.value.Text), "yfiles")
			if !r.own {
				r.losses.drop(lossGraph, p.key)
			}
		case key == "version":
			if !r.own {
				r.losses.drop(lossGraph, p.key)
			}
		default:
			if err := r.attribute(p.line, p.key, p.value); err != nil {
				return nil, err
			}
		}
	}
	if r.seen == 0 {
		return nil, r.fault(0, "", "it has no graph", "name its format with --format")
	}
	for i := range r.graph.Edges {
		if !r.drawn[i] {
			r.graph.Edges[i].Directed = r.graph.Directed && !r.yed // the graph may say it after its edges
		}
	}
	return r.done()
}

// whole reads a graph. Only the first is kept.
func (r *gmlReader) whole() error {
	r.seen++
	for {
		p, end, err := r.scan.pair()
		if err != nil || end {
			return err
		}
		if r.seen > 1 {
			if p.isSet {
				count := 0
				_, err = r.scan.pairs(&count)
			}
			if r.losses.drop(lossGraphs, p.key); err != nil {
				return err
			}
			continue
		}
		switch key := strings.ToLower(p.key); {
		case (key == "node" || key == "edge") && p.isSet:
			count := 0
			pairs, err := r.scan.pairs(&count)
			if err == nil && key == "node" {
				err = r.readNode(pairs, p.line)
			} else if err == nil {
				err = r.readEdge(pairs, p.line)
			}
			if err != nil {
				return err
			}
		case p.isSet:
			count := 0
			pairs, err := r.scan.pairs(&count)
			if err != nil {
				return err
			}
			if drawnGML(p.key) {
				r.drop(p.key, pairs)
			} else if err := r.attribute(p.line, p.key, object(listGML(pairs))); err != nil {
				return err
			}
		case key == "directed":
			r.graph.Directed = directionIn(p.value.Text) == forward
		case key == "multigraph":
		default:
			if r.own {
				p.key = strings.ReplaceAll(p.key, "_", "-")
			}
			if err := r.attribute(p.line, p.key, p.value); err != nil {
				return err
			}
		}
	}
}

// drawnGML reports whether a list only says how a thing is drawn.
func drawnGML(key string) bool { return strings.Contains(strings.ToLower(key), "graphics") }

// drop reports all that is in a list.
func (r *gmlReader) drop(path string, pairs []gmlPair) {
	for _, p := range pairs {
		if p.isSet {
			r.drop(path+"."+p.key, p.list)
		} else {
			r.losses.drop(lossDrawing, path+"."+p.key)
		}
	}
}

// listGML returns a list as an object in JSON.
func listGML(pairs []gmlPair) string {
	var as Attributes
	for _, p := range pairs {
		v := p.value
		if p.isSet {
			v = object(listGML(p.list))
		}
		as.add(p.key, v)
	}
	return jsonText(fields(as))
}

// things returns the attributes of a node or an edge. A key that comes several
// times, as networkx writes lists, holds a list.
func (r *gmlReader) things(pairs []gmlPair) Attributes {
	var as Attributes
	listed := map[string][]Value{}
	for _, p := range pairs {
		v := p.value
		switch {
		case p.isSet && drawnGML(p.key):
			continue
		case p.isSet:
			v = object(listGML(p.list))
		case r.own:
			p.key = strings.ReplaceAll(p.key, "_", "-")
		}
		if v.Text == "_networkx_list_start" {
			listed[p.key] = append(listed[p.key], []Value{}...)
			continue
		}
		at := slices.IndexFunc(as, func(a Attribute) bool { return a.Name == p.key })
		if at < 0 {
			as.add(p.key, v)
			continue
		}
		if listed[p.key] == nil {
			listed[p.key] = []Value{as[at].Value}
		}
		listed[p.key] = append(listed[p.key], v)
		as[at].Value = object(jsonText(listed[p.key]))
	}
	return as
}

// graphics returns a value from the drawing of a thing, and reports the rest of
// it.
func (r *gmlReader) graphics(pairs []gmlPair, keys ...string) map[string]string {
	found := map[string]string{}
	for _, p := range pairs {
		if !p.isSet || !drawnGML(p.key) {
			continue
		}
		rest := slices.DeleteFunc(slices.Clone(p.list), func(inner gmlPair) bool {
			if inner.isSet || !slices.Contains(keys, inner.key) {
				return false
			}
			found[inner.key] = inner.value.Text
			return true
		})
		r.drop(p.key, rest)
	}
	return found
}

func (r *gmlReader) readNode(pairs []gmlPair, line int) error {
	as := r.things(pairs)
	drawn := r.graphics(pairs, "text")
	n := Node{ID: as.take("id"), Label: as.take("label"), Line: line}
	if n.Label == "" {
		n.Label = drawn["text"]
	} else if drawn["text"] != "" && drawn["text"] != n.Label {
		as.add("text", text(drawn["text"]))
	}
	if r.own {
		number := n.ID
		n.ID = as.take("name")
		r.names[number] = n.ID
	}
	if as.find("gid") >= 0 { // yEd's group that the node is in
		r.losses.add(1, lossNested, clip(n.ID))
		as.add(attrParent, text(as.take("gid")))
	}
	n.Attributes = as
	return r.node(n)
}

func (r *gmlReader) readEdge(pairs []gmlPair, line int) error {
	as := r.things(pairs)
	drawn := r.graphics(pairs, "text", "arrow", "sourceArrow", "targetArrow")
	e := Edge{ID: as.take("id"), From: as.take("source"), To: as.take("target"), Label: as.take("label"), Line: line}
	if r.own {
		e.From, e.To = r.names[e.From], r.names[e.To]
	}
	if e.Label == "" {
		e.Label = drawn["text"]
	}
	source, target := arrowGML(drawn["sourceArrow"]), arrowGML(drawn["targetArrow"])
	switch arrow := strings.ToLower(drawn["arrow"]); {
	case source && target, arrow == "both":
		e.point(mutual, r.losses)
	case source, arrow == "first":
		e.point(backward, r.losses)
	case target, arrow == "last":
		e.point(forward, r.losses)
	}
	if source || target || slices.Contains([]string{"first", "last", "both", "none"}, drawn["arrow"]) {
		r.drawn[len(r.graph.Edges)] = true
	}
	e.Attributes = as
	r.edgeKey(&e, e.Attributes.take("key"))
	return r.edge(e)
}

// arrowGML reports whether yEd draws an arrow of that name.
func arrowGML(name string) bool { return name != "" && name != "none" }
