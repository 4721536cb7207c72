package format

import (
	"fmt"
	"slices"
	"strconv"
)

// What the ends of links can be, as --ends names it.
const (
	EndIDs     = "ids"     // ids of nodes: networkx from 2.0, D3 with an id function
	EndIndices = "indices" // positions in the list of nodes, from 0: networkx 1, D3 without one
)

const lossIndices = "edges whose ends were read as indices of the list of nodes, not as ids"

// resolve finds out what the ends of the links are, which no file says, and
// makes them ids. Ends that can be read in two ways, with different results,
// are indices if a networkx before 1.10 wrote the file, which its list of
// attributes shows, and ids if the list of links is not named "links", since the
// programs that name it otherwise write no indices. Any others are an error.
func (r *nodeLinkReader) resolve() error {
	if len(r.links) == 0 {
		return nil
	}
	byID, byIndex := r.all(func(end Value) bool { return r.known(end.Text) }), r.all(r.isIndex)
	switch {
	case r.options.Ends == EndIDs:
		return nil
	case r.options.Ends == EndIndices:
		if !byIndex {
			return r.fault(0, "", "the ends of its edges are not all indices of the list of nodes", "leave --ends out")
		}
		r.useIndices()
	case byID && !byIndex:
	case !byID && byIndex:
		r.useIndices()
	case !byID:
		r.useNames()
	case r.all(func(end Value) bool { return r.at(end).ID == end.Text }):
	case r.old:
		r.useIndices()
	case slices.Contains(r.lists, "links"):
		i := slices.IndexFunc(r.links, func(l [2]Value) bool { return r.at(l[0]).ID != l[0].Text || r.at(l[1]).ID != l[1].Text })
		end := r.links[i][0]
		if r.at(end).ID == end.Text {
			end = r.links[i][1]
		}
		return r.fault(r.graph.Edges[i].Line, fmt.Sprintf("edge %d", i+1),
			fmt.Sprintf("its end %s can be the node with that id (%s) or the one at that index of the list, counted from 0 (%s)", end.Text, nodeName(&r.graph.Nodes[r.nodes[end.Text]]), nodeName(r.at(end))),
			"say which with --ends ids (networkx 2 and later) or --ends indices (networkx 1, D3)")
	}
	return nil
}

// all reports whether it holds for both ends of all links.
func (r *nodeLinkReader) all(holds func(end Value) bool) bool {
	return !slices.ContainsFunc(r.links, func(l [2]Value) bool { return !holds(l[0]) || !holds(l[1]) })
}

// isIndex reports whether an end can be an index of the list of nodes.
func (r *nodeLinkReader) isIndex(end Value) bool {
	at, err := strconv.Atoi(end.Text)
	return end.Type == Number && err == nil && at >= 0 && at < len(r.graph.Nodes)
}

func (r *nodeLinkReader) at(end Value) *Node {
	at, _ := strconv.Atoi(end.Text) // isIndex made sure
	return &r.graph.Nodes[at]
}

func (r *nodeLinkReader) useIndices() {
	for i := range r.graph.Edges {
		e := &r.graph.Edges[i]
		from, to := r.at(r.links[i][0]), r.at(r.links[i][1])
		if !from.Counted || !to.Counted {
			r.losses.add(1, lossIndices, fmt.Sprintf("%s–%s, read as %s–%s", e.From, e.To, nodeName(from), nodeName(to)))
		}
		e.From, e.To = from.ID, to.ID
	}
}

// useNames makes ends ids that are what nodes have in another field, their names
// if possible. No two nodes may have the same there.
func (r *nodeLinkReader) useNames() {
	fields := labels
	if len(r.graph.Nodes) > 0 {
		fields = append(fields[:len(fields):len(fields)], r.graph.Nodes[0].Attributes.names()...)
	}
	for _, field := range fields {
		byName := map[string]string{}
		for i := range r.graph.Nodes {
			n := &r.graph.Nodes[i]
			name := n.Attributes.get(field)
			if field == "label" {
				name = n.Label
			}
			if _, twice := byName[name]; twice || name == "" {
				byName = nil
				break
			}
			byName[name] = n.ID
		}
		if byName == nil || !r.all(func(end Value) bool { return byName[end.Text] != "" }) {
			continue
		}
		for i := range r.graph.Edges {
			e := &r.graph.Edges[i]
			e.From, e.To = byName[e.From], byName[e.To]
		}
		for i := range r.graph.Nodes {
			if n := &r.graph.Nodes[i]; n.Counted && !n.named() {
				n.Label = n.Attributes.take(field)
			}
		}
		return
	}
}

// nodeName returns the name of a node, quoted for a message.
func nodeName(n *Node) string { return show(n.name()) }
