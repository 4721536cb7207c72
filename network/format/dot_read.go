package format

import (
	"fmt"
	"html"
	"regexp"
	"strings"
)

// dotReader reads the DOT language of Graphviz, as
// https://graphviz.org/doc/info/lang.html has it.
type dotReader struct {
	*collector
	*dotScanner
	strict bool
	depth  int
	pairs  map[[2]string]int // in a strict graph: the place of the edge between two nodes
	met    int               // edges, those that a strict graph merges included
}

// dotScope is what holds in a graph or a subgraph.
type dotScope struct {
	node, edge Attributes // what they are where they don't say
	members    []string   // ids of the nodes in it, each once
	known      map[string]bool
	outer      *dotScope
}

func (s *dotScope) add(id string) {
	for ; s != nil && !s.known[id]; s = s.outer {
		s.known[id] = true
		s.members = append(s.members, id)
	}
}

func readDOT(in *input, o *options, losses *Losses) (*Graph, error) {
	r := &dotReader{collector: newCollector(in, losses), dotScanner: newDOTScanner(in), pairs: map[[2]string]int{}}
	if err := r.file(); err != nil {
		return nil, err
	}
	return r.collector.done()
}

// file reads the one graph that a file holds.
func (r *dotReader) file() error {
	if err := r.next(); err != nil {
		return err
	}
	if r.dotScanner.token.kind == dotEnd {
		return r.wrong(0, "it is empty", "choose a file with a network")
	}
	if r.keyword() == "strict" {
		r.strict = true
		if err := r.next(); err != nil {
			return err
		}
	}
	word := r.keyword()
	if word != "graph" && word != "digraph" {
		return r.wrong(r.line, "it begins with neither “graph” nor “digraph”", "name its format with --format")
	}
	r.graph.Directed = word == "digraph"
	if err := r.next(); err != nil {
		return err
	}
	if r.id() {
		if err := r.attribute(r.line, "id", text(r.dotScanner.token.text)); err != nil {
			return err
		}
		if err := r.next(); err != nil {
			return err
		}
	}
	if _, err := r.body(&dotScope{known: map[string]bool{}}); err != nil {
		return err
	}
	if r.dotScanner.token.kind != dotEnd {
		return r.wrong(r.line, "something follows after the end of the graph", "keep one graph in the file")
	}
	return nil
}

// wrong is a fault of the file.
func (r *dotReader) wrong(line int, problem, mend string) error {
	return r.collector.fault(line, "", problem, mend)
}

// unexpected is the fault of a token that can't stand where it does.
func (r *dotReader) unexpected(wanted string) error {
	if r.dotScanner.token.kind == dotEnd {
		return r.wrong(r.line, "it ends before it is complete", "it may be cut off, or a } is missing")
	}
	return r.wrong(r.line, fmt.Sprintf("%s where %s should stand", show(r.dotScanner.token.text), wanted), "mend it there; names with other signs than letters, digits and _ need quotation marks")
}

// expect passes over a sign that must be there.
func (r *dotReader) expect(sign string) error {
	if !r.is(sign) {
		return r.unexpected("“" + sign + "”")
	}
	return r.next()
}

// body reads statements in braces.
func (r *dotReader) body(scope *dotScope) ([]string, error) {
	if r.depth++; r.depth > r.collector.limits.Depth {
		return nil, r.wrong(r.line, fmt.Sprintf("more than %d subgraphs stand in one another", r.collector.limits.Depth), "flatten it; it may be broken")
	}
	defer func() { r.depth-- }()
	if err := r.expect("{"); err != nil {
		return nil, err
	}
	for !r.is("}") {
		if r.is(";") {
			if err := r.next(); err != nil {
				return nil, err
			}
			continue
		}
		if err := r.statement(scope); err != nil {
			return nil, err
		}
	}
	return scope.members, r.next()
}

func (r *dotReader) statement(scope *dotScope) error {
	switch word := r.keyword(); word {
	case "node", "edge", "graph":
		return r.defaults(word, scope)
	case "", "subgraph":
	default:
		return r.unexpected("a statement")
	}
	line := r.line
	if r.id() && r.keyword() == "" {
		first := r.dotScanner.token.text
		if err := r.next(); err != nil {
			return err
		}
		if r.is("=") {
			return r.assign(line, first, scope)
		}
		if err := r.port(); err != nil {
			return err
		}
		return r.chain([]string{first}, line, scope, true)
	}
	ids, err := r.subgraph(scope)
	if err != nil {
		return err
	}
	return r.chain(ids, line, scope, false)
}

// assign reads the value of an attribute of the graph.
func (r *dotReader) assign(line int, name string, scope *dotScope) error {
	if err := r.next(); err != nil {
		return err
	}
	value, err := r.value(name)
	if err != nil {
		return err
	}
	return r.own(line, scope, name, value)
}

// own keeps an attribute of the graph; those of subgraphs are left out.
func (r *dotReader) own(line int, scope *dotScope, name string, v Value) error {
	switch {
	case scope.outer != nil:
		if !dotDrawing(name) {
			r.losses.add(1, "attributes of subgraphs, left out", name)
		}
		return nil
	case strings.EqualFold(name, "label"):
		name, v = "title", text(dotLabel(v.Text, ""))
	case dotDrawing(name):
		r.losses.add(1, lossDrawing, "")
		return nil
	}
	return r.attribute(line, name, v)
}

// value reads an id as the value of the attribute of that name.
func (r *dotReader) value(name string) (Value, error) {
	if !r.id() {
		return Value{}, r.unexpected("a value")
	}
	kind := r.dotScanner.token.kind
	var b strings.Builder
	b.WriteString(r.dotScanner.token.text)
	if err := r.next(); err != nil {
		return Value{}, err
	}
	for r.is("+") { // texts that are joined
		if err := r.next(); err != nil {
			return Value{}, err
		}
		if r.dotScanner.token.kind != dotText {
			return Value{}, r.unexpected("a text in quotation marks")
		}
		if b.WriteString(r.dotScanner.token.text); b.Len() > r.collector.limits.Token {
			return Value{}, r.wrong(r.line, "one piece of it is larger than "+sizeOf(int64(r.collector.limits.Token)), "shorten it; it may have been broken on the way")
		}
		if err := r.next(); err != nil {
			return Value{}, err
		}
	}
	value := b.String()
	if kind == dotHTML {
		value = htmlText(value)
	}
	if !strings.EqualFold(name, "label") {
		value = strings.ReplaceAll(value, `\\`, `\`)
	}
	return text(value), nil
}

// defaults reads what nodes, edges or the graph are from here on.
func (r *dotReader) defaults(word string, scope *dotScope) error {
	line := r.line
	if err := r.next(); err != nil {
		return err
	}
	as, err := r.attributes()
	if err != nil {
		return err
	}
	switch word {
	case "node":
		scope.node = overlay(scope.node, as)
	case "edge":
		scope.edge = overlay(scope.edge, as)
	default:
		for _, a := range as {
			if err := r.own(line, scope, a.Name, a.Value); err != nil {
				return err
			}
		}
	}
	return nil
}

// overlay returns the attributes of both lists; of two of one name the second's.
func overlay(under, over Attributes) Attributes {
	out := append(Attributes{}, under...)
	for _, a := range over {
		if at := out.find(a.Name); at >= 0 {
			out[at].Value = a.Value
		} else {
			out = append(out, a)
		}
	}
	return out
}

// attributes reads lists of attributes in brackets.
func (r *dotReader) attributes() (Attributes, error) {
	var as Attributes
	for r.is("[") {
		if err := r.next(); err != nil {
			return nil, err
		}
		for !r.is("]") {
			if r.is(";") || r.is(",") {
				if err := r.next(); err != nil {
					return nil, err
				}
				continue
			}
			if !r.id() {
				return nil, r.unexpected("an attribute or “]”")
			}
			name, v := r.dotScanner.token.text, text("true")
			if err := r.next(); err != nil {
				return nil, err
			}
			if r.is("=") {
				if err := r.next(); err != nil {
					return nil, err
				}
				var err error
				if v, err = r.value(name); err != nil {
					return nil, err
				}
			}
			as = append(as, Attribute{name, v})
			if err := r.collector.few(r.line, len(as)); err != nil {
				return nil, err
			}
		}
		if err := r.next(); err != nil {
			return nil, err
		}
	}
	return as, nil
}

// port passes over the place of a node at which an edge ends.
func (r *dotReader) port() error {
	for range 2 {
		if !r.is(":") {
			return nil
		}
		if err := r.next(); err != nil {
			return err
		}
		if !r.id() {
			return r.unexpected("a port")
		}
		if err := r.next(); err != nil {
			return err
		}
	}
	return nil
}

// subgraph reads a subgraph and returns the ids of its nodes.
func (r *dotReader) subgraph(scope *dotScope) ([]string, error) {
	if r.keyword() == "subgraph" {
		if err := r.next(); err != nil {
			return nil, err
		}
		if r.id() {
			if strings.HasPrefix(r.dotScanner.token.text, "cluster") {
				r.losses.add(1, "clusters, whose nodes stand beside the rest", r.dotScanner.token.text)
			}
			if err := r.next(); err != nil {
				return nil, err
			}
		}
	}
	if !r.is("{") {
		return nil, r.unexpected("a node")
	}
	return r.body(&dotScope{node: scope.node, edge: scope.edge, known: map[string]bool{}, outer: scope})
}

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
