// Package gml reads and writes GML.
package gml

import (
	"slices"
	"strings"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
)

// decoder reads a graph in GML as written by networkx, igraph, Gephi and yEd, which has
// labels and arrows in the drawing.
type decoder struct {
	*reader.Collector
	scan  *scanner
	own   bool // we wrote it
	yed   bool
	seen  int               // graphs
	names map[string]string // of nodes in a file of ours, by the numbers that GML gives them
	drawn map[int]bool      // edges with a direction from the drawing
}

// Read reads GML.
func Read(in *reader.Input, o *reader.Options, losses *graph.Losses) (*graph.Graph, error) {
	r := &decoder{Collector: reader.NewCollector(in, losses), scan: newScanner(in), names: map[string]string{}, drawn: map[int]bool{}}
	r.Graph.Directed = false
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
			r.Losses.Drop(graph.LossField, p.key)
		case key == "creator":
			r.own = p.value.Text == graph.Creator
			r.yed = strings.HasPrefix(strings.ToLower(p.value.Text), "yfiles")
			if !r.own {
				r.Losses.Drop(graph.LossGraph, p.key)
			}
		case key == "version":
			if !r.own {
				r.Losses.Drop(graph.LossGraph, p.key)
			}
		default:
			if err := r.Attribute(p.line, p.key, p.value); err != nil {
				return nil, err
			}
		}
	}
	if r.seen == 0 {
		return nil, r.Diagnostic(0, "", "it has no graph", "name its format with --format")
	}
	for i := range r.Graph.Edges {
		if !r.drawn[i] {
			r.Graph.Edges[i].Directed = r.Graph.Directed && !r.yed // the graph may declare it after its edges
		}
	}
	return r.Done()
}

// whole reads a graph. Only the first is kept.
func (r *decoder) whole() error {
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
			if r.Losses.Drop(graph.LossGraphs, p.key); err != nil {
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
			if isDrawn(p.key) {
				r.drop(p.key, pairs)
			} else if err := r.Attribute(p.line, p.key, graph.JSONOf(listText(pairs))); err != nil {
				return err
			}
		case key == "directed":
			r.Graph.Directed = graph.DirectionIn(p.value.Text) == graph.Forward
		case key == "multigraph":
		default:
			if r.own {
				p.key = strings.ReplaceAll(p.key, "_", "-")
			}
			if err := r.Attribute(p.line, p.key, p.value); err != nil {
				return err
			}
		}
	}
}

// isDrawn reports whether a list is only about the drawing of a node or an edge.
func isDrawn(key string) bool { return strings.Contains(strings.ToLower(key), "graphics") }

// drop reports everything in a list as lost.
func (r *decoder) drop(path string, pairs []keyValue) {
	for _, p := range pairs {
		if p.isSet {
			r.drop(path+"."+p.key, p.list)
		} else {
			r.Losses.Drop(graph.LossDrawing, path+"."+p.key)
		}
	}
}

// listText returns a list as a JSON object.
func listText(pairs []keyValue) string {
	var as graph.Attributes
	for _, p := range pairs {
		v := p.value
		if p.isSet {
			v = graph.JSONOf(listText(p.list))
		}
		as.Add(p.key, v)
	}
	return graph.JSONText(graph.Object(as))
}

// things returns the attributes of a node or an edge. A repeated key is a list, as
// networkx writes lists.
func (r *decoder) things(pairs []keyValue) graph.Attributes {
	var as graph.Attributes
	listed := map[string][]graph.Value{}
	for _, p := range pairs {
		v := p.value
		switch {
		case p.isSet && isDrawn(p.key):
			continue
		case p.isSet:
			v = graph.JSONOf(listText(p.list))
		case r.own:
			p.key = strings.ReplaceAll(p.key, "_", "-")
		}
		if v.Text == "_networkx_list_start" {
			listed[p.key] = append(listed[p.key], []graph.Value{}...)
			continue
		}
		at := slices.IndexFunc(as, func(a graph.Attribute) bool { return a.Name == p.key })
		if at < 0 {
			as.Add(p.key, v)
			continue
		}
		if listed[p.key] == nil {
			listed[p.key] = []graph.Value{as[at].Value}
		}
		listed[p.key] = append(listed[p.key], v)
		as[at].Value = graph.JSONOf(graph.JSONText(listed[p.key]))
	}
	return as
}

// graphics returns a value from the drawing of a node or an edge, and reports the rest.
func (r *decoder) graphics(pairs []keyValue, keys ...string) map[string]string {
	found := map[string]string{}
	for _, p := range pairs {
		if !p.isSet || !isDrawn(p.key) {
			continue
		}
		rest := slices.DeleteFunc(slices.Clone(p.list), func(inner keyValue) bool {
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

func (r *decoder) readNode(pairs []keyValue, line int) error {
	as := r.things(pairs)
	drawn := r.graphics(pairs, "text")
	n := graph.Node{ID: as.Take("id"), Label: as.Take("label"), Line: line}
	if n.Label == "" {
		n.Label = drawn["text"]
	} else if drawn["text"] != "" && drawn["text"] != n.Label {
		as.Add("text", graph.TextOf(drawn["text"]))
	}
	if r.own {
		number := n.ID
		n.ID = as.Take("name")
		r.names[number] = n.ID
	}
	if as.Find("gid") >= 0 { // yEd's group that the node is in
		r.Losses.Add(1, graph.LossNested, graph.Clip(n.ID))
		as.Add(graph.AttrParent, graph.TextOf(as.Take("gid")))
	}
	n.Attributes = as
	return r.Node(n)
}

func (r *decoder) readEdge(pairs []keyValue, line int) error {
	as := r.things(pairs)
	drawn := r.graphics(pairs, "text", "arrow", "sourceArrow", "targetArrow")
	e := graph.Edge{ID: as.Take("id"), From: as.Take("source"), To: as.Take("target"), Label: as.Take("label"), Line: line}
	if r.own {
		e.From, e.To = r.names[e.From], r.names[e.To]
	}
	if e.Label == "" {
		e.Label = drawn["text"]
	}
	source, target := isArrow(drawn["sourceArrow"]), isArrow(drawn["targetArrow"])
	switch arrow := strings.ToLower(drawn["arrow"]); {
	case source && target, arrow == "both":
		e.Point(graph.Mutual, r.Losses)
	case source, arrow == "first":
		e.Point(graph.Backward, r.Losses)
	case target, arrow == "last":
		e.Point(graph.Forward, r.Losses)
	}
	if source || target || slices.Contains([]string{"first", "last", "both", "none"}, drawn["arrow"]) {
		r.drawn[len(r.Graph.Edges)] = true
	}
	e.Attributes = as
	r.EdgeKey(&e, e.Attributes.Take("key"))
	return r.Edge(e)
}

// isArrow reports whether yEd draws an arrow of that name.
func isArrow(name string) bool { return name != "" && name != "none" }
