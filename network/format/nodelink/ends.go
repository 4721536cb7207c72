package nodelink

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
)

const lossIndices = "edges whose ends were read as indices of the list of nodes, not as ids"

// resolve detects the type of the links' ends, which no file states, and converts them
// to ids. If two types are possible, with different results, they are indices if
// networkx before 1.10 wrote the file, as its list of attributes shows, and ids if the
// list of links is not named "links", since programs that use other names write no
// indices. Otherwise resolve returns an error.
func (r *decoder) resolve() error {
	if len(r.links) == 0 {
		return nil
	}
	byID, byIndex := r.all(func(end graph.Value) bool { return r.Known(end.Text) }), r.all(r.isIndex)
	switch {
	case r.options.Ends == reader.EndIDs:
		return nil
	case r.options.Ends == reader.EndIndices:
		if !byIndex {
			return r.Diagnostic(0, "", "the ends of its edges are not all indices of the list of nodes", "leave --ends out")
		}
		r.useIndices()
	case byID && !byIndex:
	case !byID && byIndex:
		r.useIndices()
	case !byID && !r.useNames():
		return r.unknownEnd()
	case !byID:
	case r.all(func(end graph.Value) bool { return r.at(end).ID == end.Text }):
	case r.old:
		r.useIndices()
	case slices.Contains(r.lists, "links"):
		i := slices.IndexFunc(r.links, func(l [2]graph.Value) bool { return r.at(l[0]).ID != l[0].Text || r.at(l[1]).ID != l[1].Text })
		end := r.links[i][0]
		if r.at(end).ID == end.Text {
			end = r.links[i][1]
		}
		return r.Diagnostic(r.Graph.Edges[i].Line, fmt.Sprintf("edge %d", i+1),
			fmt.Sprintf("its end %s can be the node with that id (%s) or the one at that index of the list, counted from 0 (%s)", end.Text, nodeName(&r.Graph.Nodes[r.Nodes[end.Text]]), nodeName(r.at(end))),
			"say which with --ends ids (networkx 2 and later) or --ends indices (networkx 1, D3)")
	}
	return nil
}

// all reports whether a condition holds for both ends of all links.
func (r *decoder) all(holds func(end graph.Value) bool) bool {
	return !slices.ContainsFunc(r.links, func(l [2]graph.Value) bool { return !holds(l[0]) || !holds(l[1]) })
}

// isIndex reports whether an end can be an index of the list of nodes.
func (r *decoder) isIndex(end graph.Value) bool {
	at, err := strconv.Atoi(end.Text)
	return end.Type == graph.Number && err == nil && at >= 0 && at < len(r.Graph.Nodes)
}

func (r *decoder) at(end graph.Value) *graph.Node {
	at, _ := strconv.Atoi(end.Text) // checked by isIndex
	return &r.Graph.Nodes[at]
}

func (r *decoder) useIndices() {
	for i := range r.Graph.Edges {
		e := &r.Graph.Edges[i]
		from, to := r.at(r.links[i][0]), r.at(r.links[i][1])
		if !from.Counted || !to.Counted {
			r.Losses.Add(1, lossIndices, fmt.Sprintf("%s–%s, read as %s–%s", e.From, e.To, nodeName(from), nodeName(to)))
		}
		e.From, e.To = from.ID, to.ID
	}
}

// useNames converts ends that are the values of another field of nodes, their names if
// possible, to ids, and reports whether it succeeded. The values must be unique.
func (r *decoder) useNames() bool {
	fields := graph.LabelNames
	if len(r.Graph.Nodes) > 0 {
		fields = append(fields[:len(fields):len(fields)], r.Graph.Nodes[0].Attributes.Names()...)
	}
	for _, field := range fields {
		byName := map[string]string{}
		for i := range r.Graph.Nodes {
			n := &r.Graph.Nodes[i]
			name := n.Attributes.Get(field)
			if field == "label" {
				name = n.Label
			}
			if _, twice := byName[name]; twice || name == "" {
				byName = nil
				break
			}
			byName[name] = n.ID
		}
		if byName == nil || !r.all(func(end graph.Value) bool { return byName[end.Text] != "" }) {
			continue
		}
		for i := range r.Graph.Edges {
			e := &r.Graph.Edges[i]
			e.From, e.To = byName[e.From], byName[e.To]
		}
		for i := range r.Graph.Nodes {
			if n := &r.Graph.Nodes[i]; n.Counted && !n.Named() {
				n.Label = n.Attributes.Take(field)
			}
		}
		return true
	}
	return false
}

// unknownEnd returns a diagnostic of the first end that is neither an id nor the name
// of a single node.
func (r *decoder) unknownEnd() error {
	named := map[string]int{}
	for i := range r.Graph.Nodes {
		named[r.Graph.Nodes[i].Name()]++
	}
	for i, ends := range r.links {
		for _, end := range ends {
			if r.Known(end.Text) || named[end.Text] == 1 {
				continue
			}
			e := &r.Graph.Edges[i]
			problem, fix := fmt.Sprintf("it names the node %s, which the file does not have", graph.Show(end.Text)), "correct the id, or add the node"
			if named[end.Text] > 1 {
				problem, fix = fmt.Sprintf("it names the node %s, and several have that name", graph.Show(end.Text)), "give the nodes ids, and name them by these"
			}
			return r.Diagnostic(e.Line, cmp.Or(e.ID, fmt.Sprintf("edge %d", i+1)), problem, fix)
		}
	}
	return nil
}

// nodeName returns the name of a node, quoted for a message.
func nodeName(n *graph.Node) string { return graph.Show(n.Name()) }
