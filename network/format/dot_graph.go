package format

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// chain reads what follows the first end of an edge, or a node by itself.
func (r *dotReader) chain(first []string, line int, scope *dotScope, node bool) error {
	for _, id := range first {
		if err := r.meetNode(id, line, scope); err != nil {
			return err
		}
	}
	ends, pending := [][]string{first}, 0
	for r.is("->") || r.is("--") {
		if r.is("->") != r.graph.Directed {
			return r.wrong(r.line, fmt.Sprintf("%s in a %s", r.dotScanner.token.text, map[bool]string{true: "digraph", false: "graph"}[r.graph.Directed]), "write -> in a digraph and -- in a graph")
		}
		if err := r.next(); err != nil {
			return err
		}
		end, err := r.end(scope)
		if err != nil {
			return err
		}
		if pending += len(ends[len(ends)-1]) * len(end); r.met+pending > r.collector.limits.Edges {
			return r.tooManyEdges(line)
		}
		ends = append(ends, end)
	}
	var as Attributes
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

// end reads a further end of an edge.
func (r *dotReader) end(scope *dotScope) ([]string, error) {
	if !r.id() || r.keyword() != "" {
		return r.subgraph(scope)
	}
	id, line := r.dotScanner.token.text, r.line
	if err := r.next(); err != nil {
		return nil, err
	}
	if err := r.meetNode(id, line, scope); err != nil {
		return nil, err
	}
	return []string{id}, r.port()
}

// meetNode takes a node in where it is first named.
func (r *dotReader) meetNode(id string, line int, scope *dotScope) error {
	scope.add(id)
	if _, known := r.nodes[id]; known {
		return nil
	}
	if err := r.meet(id, line); err != nil {
		return err
	}
	return r.amend(id, line, scope.node)
}

// amend adds to a node what is said of it.
func (r *dotReader) amend(id string, line int, as Attributes) error {
	n := &r.graph.Nodes[r.nodes[id]]
	n.Attributes = overlay(n.Attributes, as)
	if len(n.Attributes) > r.collector.limits.Attributes {
		as = n.Attributes // too many, in several statements
	}
	return r.fits(line, id, as, 0)
}

// meetEdge takes an edge in. In a strict graph two nodes have but one.
func (r *dotReader) meetEdge(from, to string, line int, as Attributes) error {
	if r.met++; r.met > r.collector.limits.Edges {
		return r.tooManyEdges(line)
	}
	if r.strict {
		pair := [2]string{from, to}
		if !r.graph.Directed && to < from {
			pair = [2]string{to, from}
		}
		if at, known := r.pairs[pair]; known {
			r.losses.add(1, "statements on the same edge of a strict graph, merged", clip(from)+" – "+clip(to))
			e := &r.graph.Edges[at]
			e.Attributes = overlay(e.Attributes, as)
			return r.fits(line, "", as, 0)
		}
		r.pairs[pair] = len(r.graph.Edges)
	}
	return r.edge(Edge{From: from, To: to, Directed: r.graph.Directed, Attributes: as, Line: line})
}

// finish reads from the attributes of nodes and edges, which are complete only
// at the end of the file, what they mean.
func (r *dotReader) finish() {
	name := r.graph.Attributes.get("id")
	for i := range r.graph.Nodes {
		n := &r.graph.Nodes[i]
		shape := strings.ToLower(n.Attributes.get("shape"))
		escapes := map[byte]string{'N': n.ID, 'G': name}
		n.Attributes = r.mean(n.Attributes, func(a Attribute) bool {
			switch {
			case !strings.EqualFold(a.Name, "label"):
				return false
			case shape == "record" || shape == "mrecord":
				a.Value.Text = recordText(a.Value.Text)
			}
			n.Label = dotLabel(a.Value.Text, escapes)
			return true
		}, escapes)
		if n.Label == "" {
			n.Label = n.Attributes.take("xlabel")
		}
	}
	ids := map[string]bool{}
	r.graph.Edges = slices.DeleteFunc(r.graph.Edges, func(e Edge) bool {
		if !slices.Contains(strings.FieldsFunc(e.Attributes.get("style"), func(c rune) bool { return c == ',' || c == ' ' }), "invis") {
			return false
		}
		r.losses.add(1, "invisible edges, which only place their nodes, left out", clip(e.From)+" – "+clip(e.To))
		return true
	})
	for i := range r.graph.Edges {
		e := &r.graph.Edges[i]
		said := dotDirection(e.Attributes, r.graph.Directed)
		e.point(said, r.losses)
		escapes := map[byte]string{'T': e.From, 'H': e.To, 'E': e.From + map[bool]string{true: "->", false: "--"}[r.graph.Directed] + e.To, 'G': name}
		e.Attributes = r.mean(e.Attributes, func(a Attribute) bool {
			switch strings.ToLower(a.Name) {
			case "label":
				e.Label = dotLabel(a.Value.Text, escapes)
			case "id":
				if ids[a.Value.Text] { // that of several edges of a chain
					r.losses.add(1, lossKey, clip(a.Value.Text))
				} else {
					ids[a.Value.Text] = true
					e.ID = a.Value.Text
				}
			case "dir":
				return said != unsaid
			default:
				return false
			}
			return true
		}, escapes)
		if e.Label == "" {
			e.Label = e.Attributes.take("xlabel")
		}
	}
}

// mean returns the attributes that take doesn't take and that say more than how
// a thing is drawn.
func (r *dotReader) mean(as Attributes, take func(a Attribute) bool, escapes map[byte]string) Attributes {
	out := as[:0]
	for _, a := range as {
		switch {
		case take(a):
		case dotDrawing(a.Name):
			r.losses.drop(lossDrawing, a.Name)
		case dotLabels[strings.ToLower(a.Name)]:
			a.Value.Text = dotLabel(a.Value.Text, escapes)
			out.add(a.Name, a.Value)
		default:
			out.add(a.Name, a.Value)
		}
	}
	return out
}

// dotDirection returns which way the arrows of an edge point. An arrow is drawn
// at an end if dir asks for it and the end's arrow has a shape.
// https://graphviz.org/docs/attr-types/dirType/
func dotDirection(as Attributes, directed bool) direction {
	dir := strings.ToLower(as.get("dir"))
	if dir == "" {
		dir = map[bool]string{true: "forward", false: "none"}[directed]
	}
	// none may be repeated, and then draws nothing either, nor does the size 0.
	size, err := strconv.ParseFloat(as.get("arrowsize"), 64)
	shown := func(end string) bool {
		return (err != nil || size != 0) && (as.get(end) == "" || strings.ReplaceAll(as.get(end), "none", "") != "")
	}
	head := (dir == "forward" || dir == "both") && shown("arrowhead")
	tail := (dir == "back" || dir == "both") && shown("arrowtail")
	switch {
	case head && tail:
		return mutual
	case head:
		return forward
	case tail:
		return backward
	case dir == "forward" || dir == "back" || dir == "both" || dir == "none":
		return undirected
	}
	return unsaid // a word that Graphviz doesn't know either
}
