package dot

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"proxynet/network/format/internal/graph"
)

// chain reads the rest of an edge statement after its first end, or a node statement.
func (r *decoder) chain(first []string, line int, scope *block, node bool) error {
	for _, id := range first {
		if err := r.meetNode(id, line, scope); err != nil {
			return err
		}
	}
	ends, pending := [][]string{first}, 0
	for r.is("->") || r.is("--") {
		if r.is("->") != r.Graph.Directed {
			return r.wrong(r.line, fmt.Sprintf("%s in a %s", r.scanner.token.text, map[bool]string{true: "digraph", false: "graph"}[r.Graph.Directed]), "write -> in a digraph and -- in a graph")
		}
		if err := r.next(); err != nil {
			return err
		}
		end, err := r.end(scope)
		if err != nil {
			return err
		}
		if pending += len(ends[len(ends)-1]) * len(end); r.met+pending > r.Collector.Limits.Edges {
			return r.TooManyEdges(line)
		}
		ends = append(ends, end)
	}
	var as graph.Attributes
	if node || len(ends) > 1 {
		var err error
		if as, err = r.attributes(); err != nil {
			return err
		}
	}
	if len(ends) == 1 && node {
		return r.amend(first[0], line, as)
	}
	for i := 1; i < len(ends); i++ {
		for _, from := range ends[i-1] {
			for _, to := range ends[i] {
				if err := r.meetEdge(from, to, line, overlay(scope.edge, as)); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// end reads another end of an edge.
func (r *decoder) end(scope *block) ([]string, error) {
	if !r.id() || r.keyword() != "" {
		return r.subgraph(scope)
	}
	id, line := r.scanner.token.text, r.line
	if err := r.next(); err != nil {
		return nil, err
	}
	if err := r.meetNode(id, line, scope); err != nil {
		return nil, err
	}
	return []string{id}, r.port()
}

// meetNode adds a node when it is first named.
func (r *decoder) meetNode(id string, line int, scope *block) error {
	scope.add(id)
	if _, known := r.Nodes[id]; known {
		return nil
	}
	if err := r.Meet(id, line); err != nil {
		return err
	}
	return r.amend(id, line, scope.node)
}

// amend merges attributes into a node.
func (r *decoder) amend(id string, line int, as graph.Attributes) error {
	n := &r.Graph.Nodes[r.Nodes[id]]
	n.Attributes = overlay(n.Attributes, as)
	if len(n.Attributes) > r.Collector.Limits.Attributes {
		as = n.Attributes // too many, from several statements
	}
	return r.Fits(line, id, as, 0)
}

// meetEdge adds an edge. In a strict graph two nodes have at most one.
func (r *decoder) meetEdge(from, to string, line int, as graph.Attributes) error {
	if r.met++; r.met > r.Collector.Limits.Edges {
		return r.TooManyEdges(line)
	}
	if r.strict {
		pair := [2]string{from, to}
		if !r.Graph.Directed && to < from {
			pair = [2]string{to, from}
		}
		if at, known := r.pairs[pair]; known {
			r.Losses.Add(1, "statements on the same edge of a strict graph, merged", graph.Clip(from)+" – "+graph.Clip(to))
			e := &r.Graph.Edges[at]
			e.Attributes = overlay(e.Attributes, as)
			return r.Fits(line, "", as, 0)
		}
		r.pairs[pair] = len(r.Graph.Edges)
	}
	return r.Edge(graph.Edge{From: from, To: to, Directed: r.Graph.Directed, Attributes: as, Line: line})
}

// finish interprets the attributes of nodes and edges, which are complete only at the
// end of the file.
func (r *decoder) finish() {
	name := r.Graph.Attributes.Get("id")
	for i := range r.Graph.Nodes {
		n := &r.Graph.Nodes[i]
		shape := strings.ToLower(n.Attributes.Get("shape"))
		escapes := map[byte]string{'N': n.ID, 'G': name}
		n.Attributes = r.mean(n.Attributes, func(a graph.Attribute) bool {
			switch {
			case !strings.EqualFold(a.Name, "label"):
				return false
			case shape == "record" || shape == "mrecord":
				a.Value.Text = recordText(a.Value.Text)
			}
			n.Label = plainLabel(a.Value.Text, escapes)
			return true
		}, escapes)
		if n.Label == "" {
			n.Label = n.Attributes.Take("xlabel")
		}
	}
	ids := map[string]bool{}
	r.Graph.Edges = slices.DeleteFunc(r.Graph.Edges, func(e graph.Edge) bool {
		if !slices.Contains(strings.FieldsFunc(e.Attributes.Get("style"), func(c rune) bool { return c == ',' || c == ' ' }), "invis") {
			return false
		}
		r.Losses.Add(1, "invisible edges, which only place their nodes, left out", graph.Clip(e.From)+" – "+graph.Clip(e.To))
		return true
	})
	for i := range r.Graph.Edges {
		e := &r.Graph.Edges[i]
		said := directionOf(e.Attributes, r.Graph.Directed)
		e.Point(said, r.Losses)
		escapes := map[byte]string{'T': e.From, 'H': e.To, 'E': e.From + map[bool]string{true: "->", false: "--"}[r.Graph.Directed] + e.To, 'G': name}
		e.Attributes = r.mean(e.Attributes, func(a graph.Attribute) bool {
			switch strings.ToLower(a.Name) {
			case "label":
				e.Label = plainLabel(a.Value.Text, escapes)
			case "id":
				if ids[a.Value.Text] { // the id of several edges of a chain
					r.Losses.Add(1, graph.LossKey, graph.Clip(a.Value.Text))
				} else {
					ids[a.Value.Text] = true
					e.ID = a.Value.Text
				}
			case "dir":
				return said != graph.Unsaid
			default:
				return false
			}
			return true
		}, escapes)
		if e.Label == "" {
			e.Label = e.Attributes.Take("xlabel")
		}
	}
}

// mean returns the attributes that take doesn't consume, except those about the
// drawing.
func (r *decoder) mean(as graph.Attributes, take func(a graph.Attribute) bool, escapes map[byte]string) graph.Attributes {
	out := as[:0]
	for _, a := range as {
		switch {
		case take(a):
		case isDrawing(a.Name):
			r.Losses.Drop(graph.LossDrawing, a.Name)
		case labelNames[strings.ToLower(a.Name)]:
			a.Value.Text = plainLabel(a.Value.Text, escapes)
			out.Add(a.Name, a.Value)
		default:
			out.Add(a.Name, a.Value)
		}
	}
	return out
}

// directionOf returns which way the arrows of an edge point. An arrow is drawn
// at an end if dir asks for it and the end's arrow has a shape.
// https://graphviz.org/docs/attr-types/dirType/
func directionOf(as graph.Attributes, directed bool) graph.Direction {
	dir := strings.ToLower(as.Get("dir"))
	if dir == "" {
		dir = map[bool]string{true: "forward", false: "none"}[directed]
	}
	// “none” may be repeated; it and the size 0 draw nothing.
	size, err := strconv.ParseFloat(as.Get("arrowsize"), 64)
	shown := func(end string) bool {
		return (err != nil || size != 0) && (as.Get(end) == "" || strings.ReplaceAll(as.Get(end), "none", "") != "")
	}
	head := (dir == "forward" || dir == "both") && shown("arrowhead")
	tail := (dir == "back" || dir == "both") && shown("arrowtail")
	switch {
	case head && tail:
		return graph.Mutual
	case head:
		return graph.Forward
	case tail:
		return graph.Backward
	case dir == "forward" || dir == "back" || dir == "both" || dir == "none":
		return graph.Undirected
	}
	return graph.Unsaid // a word unknown to Graphviz too
}
