package format

import (
	"fmt"
	"html"
	"regexp"
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
	for _, a := range as {
		switch {
		case strings.EqualFold(a.Name, "label"):
			n.Label = dotLabel(a.Value.Text, id)
		case dotDrawing(a.Name):
			r.losses.add(1, lossDrawing, "")
		default:
			n.Attributes = overlay(n.Attributes, Attributes{a})
		}
	}
	if len(n.Attributes) > r.collector.limits.Attributes {
		as = n.Attributes // too many, in several statements
	}
	return r.fits(line, id, as, 0)
}

// meetEdge takes an edge in. In a strict graph two nodes have but one.
func (r *dotReader) meetEdge(from, to string, line int, as Attributes) error {
	e := Edge{From: from, To: to, Directed: r.graph.Directed, Line: line}
	for _, a := range as {
		switch {
		case strings.EqualFold(a.Name, "label"):
			e.Label = dotLabel(a.Value.Text, "")
		case strings.EqualFold(a.Name, "id"):
			e.ID = a.Value.Text
		case strings.EqualFold(a.Name, "dir"):
			switch strings.ToLower(a.Value.Text) {
			case "none":
				e.Directed = false
			case "both":
				e.Directed = false
				r.losses.add(1, lossMutual, "")
			case "back":
				e.From, e.To, e.Directed = to, from, true
			case "forward":
				e.Directed = true
			}
		case dotDrawing(a.Name):
			r.losses.add(1, lossDrawing, "")
		default:
			e.Attributes = append(e.Attributes, a)
		}
	}
	if r.met++; r.met > r.collector.limits.Edges {
		return r.tooManyEdges(line)
	}
	if r.strict {
		pair := [2]string{from, to}
		if !r.graph.Directed && to < from {
			pair = [2]string{to, from}
		}
		if at, known := r.pairs[pair]; known {
			r.graph.Edges[at].Attributes = overlay(r.graph.Edges[at].Attributes, e.Attributes)
			return r.fits(line, "", e.Attributes, 0)
		}
		r.pairs[pair] = len(r.graph.Edges)
	}
	if _, taken := r.edges[e.ID]; taken {
		e.ID = "" // an id that several edges of a chain share
	}
	return r.edge(e)
}

// dotLabel undoes the escapes of a label; id is what \N stands for.
func dotLabel(label, id string) string {
	var b strings.Builder
	for i := 0; i < len(label); i++ {
		if label[i] != '\\' || i+1 == len(label) {
			b.WriteByte(label[i])
			continue
		}
		switch i++; label[i] {
		case 'n', 'l', 'r':
			b.WriteByte('\n')
		case 'N':
			b.WriteString(id)
		case 'G', 'E', 'T', 'H', 'L': // names of other things, which no reader misses
		default:
			b.WriteByte(label[i])
		}
	}
	return strings.TrimSpace(b.String())
}

var htmlTag = regexp.MustCompile(`<[^>]*>`)

// htmlText returns an HTML label as plain text.
func htmlText(s string) string {
	return strings.TrimSpace(html.UnescapeString(htmlTag.ReplaceAllString(s, " ")))
}

// dotDrawing tells whether an attribute of Graphviz only says how a thing is
// drawn. https://graphviz.org/doc/info/attrs.html
func dotDrawing(name string) bool {
	switch strings.ToLower(name) {
	case "arrowhead", "arrowtail", "arrowsize", "bb", "bgcolor", "clusterrank", "colorscheme", "compound", "concentrate", "constraint",
		"decorate", "distortion", "dpi", "fixedsize", "fontnames", "fontpath", "forcelabels", "gradientangle", "headclip",
		"headport", "image", "imagescale", "k", "labelangle", "labeldistance", "labelfloat", "labelfontcolor", "labelfontname",
		"labelfontsize", "labeljust", "labelloc", "landscape", "layout", "len", "lhead", "lp", "ltail", "margin", "maxiter", "mclimit",
		"mindist", "minlen", "mode", "model", "newrank", "nodesep", "nojustify", "normalize", "nslimit", "ordering", "orientation",
		"outputorder", "overlap", "overlap_scaling", "pack", "packmode", "pad", "page", "pencolor", "peripheries", "pin", "quadtree", "quantum",
		"rank", "rankdir", "ranksep", "ratio", "rects", "regular", "remincross", "resolution", "rotate", "samehead", "sametail", "sep",
		"sides", "skew", "smoothing", "sortv", "splines", "start", "stylesheet", "tailclip", "tailport", "truecolor", "vertices", "viewport",
		"voro_margin", "xdotversion", "xlp", "_background", "_draw_", "_ldraw_", "_hdraw_", "_tdraw_", "_hldraw_", "_tldraw_", "charset", "esep", "levels":
		return true
	}
	return drawn(name)
}
