// Package dot reads and writes DOT, the language of Graphviz.
package dot

import (
	"fmt"
	"strings"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
)

// decoder reads the DOT language of Graphviz, https://graphviz.org/doc/info/lang.html.
type decoder struct {
	*reader.Collector
	*scanner
	strict bool
	depth  int
	pairs  map[[2]string]int // in a strict graph: the index of the edge between two nodes
	met    int               // edges, including those that a strict graph merges
}

// block is the state within a graph or a subgraph.
type block struct {
	node, edge graph.Attributes // default attributes
	cluster    string           // id of the cluster, or its label
	members    []string         // ids of the nodes in it, each once
	known      map[string]bool
	outer      *block
}

func (s *block) add(id string) {
	for ; s != nil && !s.known[id]; s = s.outer {
		s.known[id] = true
		s.members = append(s.members, id)
	}
}

// Read reads DOT.
func Read(in *reader.Input, o *reader.Options, losses *graph.Losses) (*graph.Graph, error) {
	r := &decoder{Collector: reader.NewCollector(in, losses), scanner: newScanner(in), pairs: map[[2]string]int{}}
	if err := r.file(); err != nil {
		return nil, err
	}
	r.finish()
	return r.Collector.Done()
}

// file reads the only graph in a file.
func (r *decoder) file() error {
	if err := r.next(); err != nil {
		return err
	}
	if r.scanner.token.kind == endToken {
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
	r.Graph.Directed = word == "digraph"
	if err := r.next(); err != nil {
		return err
	}
	if r.id() {
		if err := r.Attribute(r.line, "id", graph.TextOf(r.scanner.token.text)); err != nil {
			return err
		}
		if err := r.next(); err != nil {
			return err
		}
	}
	if _, err := r.body(&block{known: map[string]bool{}}); err != nil {
		return err
	}
	if r.scanner.token.kind != endToken {
		return r.wrong(r.line, "something follows after the end of the graph", "keep one graph in the file")
	}
	return nil
}

// wrong returns a diagnostic of the file.
func (r *decoder) wrong(line int, problem, fix string) error {
	return r.Collector.Diagnostic(line, "", problem, fix)
}

// unexpected returns the diagnostic of a token that is not allowed at its place.
func (r *decoder) unexpected(wanted string) error {
	if r.scanner.token.kind == endToken {
		return r.wrong(r.line, "it ends before it is complete", "it may be cut off, or a } is missing")
	}
	return r.wrong(r.line, fmt.Sprintf("%s where %s is expected", graph.Show(r.scanner.token.text), wanted), "correct it; names with other characters than letters, digits and _ need quotation marks")
}

// expect skips a required sign.
func (r *decoder) expect(sign string) error {
	if !r.is(sign) {
		return r.unexpected("“" + sign + "”")
	}
	return r.next()
}

// body reads statements in braces.
func (r *decoder) body(scope *block) ([]string, error) {
	if r.depth++; r.depth > r.Collector.Limits.Depth {
		return nil, r.wrong(r.line, fmt.Sprintf("more than %d subgraphs are nested in one another", r.Collector.Limits.Depth), "flatten it; the file may be damaged")
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

func (r *decoder) statement(scope *block) error {
	switch word := r.keyword(); word {
	case "node", "edge", "graph":
		return r.defaults(word, scope)
	case "", "subgraph":
	default:
		return r.unexpected("a statement")
	}
	line := r.line
	if r.id() && r.keyword() == "" {
		first := r.scanner.token.text
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
func (r *decoder) assign(line int, name string, scope *block) error {
	if err := r.next(); err != nil {
		return err
	}
	value, err := r.value(name)
	if err != nil {
		return err
	}
	return r.own(line, scope, name, value)
}

// own keeps an attribute of the graph; those of subgraphs are reported.
func (r *decoder) own(line int, scope *block, name string, v graph.Value) error {
	switch {
	case isGraphDrawing(name):
		r.Losses.Drop(graph.LossDrawing, name)
		return nil
	case scope.outer != nil && scope.cluster != "" && strings.EqualFold(name, "label"):
		scope.cluster = plainLabel(v.Text, nil)
		return nil
	case scope.outer != nil:
		r.Losses.Drop("attributes of subgraphs, left out", name)
		return nil
	case strings.EqualFold(name, "label"):
		name, v = "title", graph.TextOf(plainLabel(v.Text, map[byte]string{'G': r.Graph.Attributes.Get("id")}))
	}
	return r.Attribute(line, name, v)
}

// value reads an id as the value of an attribute.
func (r *decoder) value(name string) (graph.Value, error) {
	if !r.id() {
		return graph.Value{}, r.unexpected("a value")
	}
	kind := r.scanner.token.kind
	var b strings.Builder
	b.WriteString(r.scanner.token.text)
	if err := r.next(); err != nil {
		return graph.Value{}, err
	}
	for r.is("+") { // concatenated texts
		if err := r.next(); err != nil {
			return graph.Value{}, err
		}
		if r.scanner.token.kind != textToken {
			return graph.Value{}, r.unexpected("a text in quotation marks")
		}
		if b.WriteString(r.scanner.token.text); b.Len() > r.Collector.Limits.Token {
			return graph.Value{}, r.wrong(r.line, "a text or name in it is larger than "+reader.Size(int64(r.Collector.Limits.Token)), "shorten it; the file may be damaged")
		}
		if err := r.next(); err != nil {
			return graph.Value{}, err
		}
	}
	value := b.String()
	label := labelNames[strings.ToLower(name)]
	switch {
	case kind == htmlToken && label:
		r.Losses.Drop(graph.LossMarkup, "HTML in "+name)
		value = htmlLabel(value)
	case kind == htmlToken:
		value = graph.HTMLText(value)
	case !label:
		value = strings.ReplaceAll(value, `\\`, `\`)
	}
	return graph.TextOf(value), nil
}

// defaults reads the default attributes of nodes, edges or the graph from here on.
func (r *decoder) defaults(word string, scope *block) error {
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

// overlay returns the attributes of both lists; those of the second override the first.
func overlay(under, over graph.Attributes) graph.Attributes {
	out := append(graph.Attributes{}, under...)
	for _, a := range over {
		if at := out.Find(a.Name); at >= 0 {
			out[at].Value = a.Value
		} else {
			out = append(out, a)
		}
	}
	return out
}

// attributes reads lists of attributes in brackets.
func (r *decoder) attributes() (graph.Attributes, error) {
	var as graph.Attributes
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
			name, v := r.scanner.token.text, graph.TextOf("true")
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
			as = append(as, graph.Attribute{Name: name, Value: v})
			if err := r.Collector.Few(r.line, len(as)); err != nil {
				return nil, err
			}
		}
		if err := r.next(); err != nil {
			return nil, err
		}
	}
	return as, nil
}

// compass are the ports of every node.
const compass = " n ne e se s sw w nw c _ "

// port skips the port of an edge's end.
func (r *decoder) port() error {
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
		if port := r.scanner.token.text; strings.Contains(compass, " "+port+" ") {
			r.Losses.Drop(graph.LossDrawing, "ports")
		} else {
			r.Losses.Drop(graph.LossField, "port "+port)
		}
		if err := r.next(); err != nil {
			return err
		}
	}
	return nil
}

// subgraph reads a subgraph and returns the ids of its nodes. Nodes in a cluster get
// its id as an attribute.
func (r *decoder) subgraph(scope *block) ([]string, error) {
	cluster := ""
	if r.keyword() == "subgraph" {
		if err := r.next(); err != nil {
			return nil, err
		}
		if r.id() {
			if name := r.scanner.token.text; strings.HasPrefix(name, "cluster") {
				r.Losses.Add(1, "clusters, whose nodes are kept beside the others", graph.Clip(name))
				cluster = name
			} else {
				r.Losses.Drop(graph.LossField, "subgraph "+name)
			}
			if err := r.next(); err != nil {
				return nil, err
			}
		}
	}
	if !r.is("{") {
		return nil, r.unexpected("a node")
	}
	within := &block{node: scope.node, edge: scope.edge, cluster: cluster, known: map[string]bool{}, outer: scope}
	line := r.line
	ids, err := r.body(within)
	if err != nil || within.cluster == "" {
		return ids, err
	}
	for _, id := range ids {
		if r.Graph.Nodes[r.Nodes[id]].Attributes.Find("cluster") >= 0 {
			continue // in a nested cluster
		}
		if err := r.amend(id, line, graph.Attributes{{Name: "cluster", Value: graph.TextOf(within.cluster)}}); err != nil {
			return nil, err
		}
	}
	return ids, nil
}
