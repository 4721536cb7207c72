package format

import (
	"fmt"
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
	cluster    string     // id of the cluster that it is, or its label
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
	r.finish()
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
	return r.wrong(r.line, fmt.Sprintf("%s where %s is expected", show(r.dotScanner.token.text), wanted), "correct it; names with other characters than letters, digits and _ need quotation marks")
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
		return nil, r.wrong(r.line, fmt.Sprintf("more than %d subgraphs are nested in one another", r.collector.limits.Depth), "flatten it; the file may be damaged")
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

// own keeps an attribute of the graph; those of subgraphs are reported.
func (r *dotReader) own(line int, scope *dotScope, name string, v Value) error {
	switch {
	case dotGraphDrawing(name):
		r.losses.drop(lossDrawing, name)
		return nil
	case scope.outer != nil && scope.cluster != "" && strings.EqualFold(name, "label"):
		scope.cluster = dotLabel(v.Text, nil)
		return nil
	case scope.outer != nil:
		r.losses.drop("attributes of subgraphs, left out", name)
		return nil
	case strings.EqualFold(name, "label"):
		name, v = "title", text(dotLabel(v.Text, map[byte]string{'G': r.graph.Attributes.get("id")}))
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
			return Value{}, r.wrong(r.line, "a text or name in it is larger than "+sizeOf(int64(r.collector.limits.Token)), "shorten it; the file may be damaged")
		}
		if err := r.next(); err != nil {
			return Value{}, err
		}
	}
	value := b.String()
	label := dotLabels[strings.ToLower(name)]
	switch {
	case kind == dotHTML && label:
		r.losses.drop(lossMarkup, "HTML in "+name)
		value = htmlLabel(value)
	case kind == dotHTML:
		value = htmlText(value)
	case !label:
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

// compass are the ports that every node has.
const compass = " n ne e se s sw w nw c _ "

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
		if port := r.dotScanner.token.text; strings.Contains(compass, " "+port+" ") {
			r.losses.drop(lossDrawing, "ports")
		} else {
			r.losses.drop(lossField, "port "+port)
		}
		if err := r.next(); err != nil {
			return err
		}
	}
	return nil
}

// subgraph reads a subgraph and returns the ids of its nodes. Those of a cluster
// say in which they are.
func (r *dotReader) subgraph(scope *dotScope) ([]string, error) {
	cluster := ""
	if r.keyword() == "subgraph" {
		if err := r.next(); err != nil {
			return nil, err
		}
		if r.id() {
			if name := r.dotScanner.token.text; strings.HasPrefix(name, "cluster") {
				r.losses.add(1, "clusters, whose nodes are kept beside the others", clip(name))
				cluster = name
			} else {
				r.losses.drop(lossField, "subgraph "+name)
			}
			if err := r.next(); err != nil {
				return nil, err
			}
		}
	}
	if !r.is("{") {
		return nil, r.unexpected("a node")
	}
	within := &dotScope{node: scope.node, edge: scope.edge, cluster: cluster, known: map[string]bool{}, outer: scope}
	line := r.line
	ids, err := r.body(within)
	if err != nil || within.cluster == "" {
		return ids, err
	}
	for _, id := range ids {
		if r.graph.Nodes[r.nodes[id]].Attributes.find("cluster") >= 0 {
			continue // in a cluster in this one
		}
		if err := r.amend(id, line, Attributes{{"cluster", text(within.cluster)}}); err != nil {
			return nil, err
		}
	}
	return ids, nil
}
