package convert

import (
	"slices"

	"proxynet/network"
	"proxynet/network/format/internal/graph"
)

// CarryVocabulary copies the network's own terms to the first edge, for formats
// without attributes of the graph itself.
func CarryVocabulary(g *graph.Graph) {
	if at := g.Attributes.Find(graph.AttrVocabulary); at >= 0 && len(g.Edges) > 0 {
		first := &g.Edges[0].Attributes
		*first = append(*first, g.Attributes[at])
	}
}

// UnsupportedVocabulary counts a network's own terms if no edge can carry them.
func UnsupportedVocabulary(n *network.Network, losses *graph.Losses) {
	if n.Vocabulary != nil && len(n.Relations) == 0 {
		losses.Add(1, graph.LossVocabulary, "")
	}
}

// vocabulary takes a network's own terms from the attributes of a graph or of one
// of its edges. It returns nil if there are none.
func vocabulary(g *graph.Graph, own *graph.Attributes) *network.Vocabulary {
	var v network.Vocabulary
	if own.Decode(graph.AttrVocabulary, &v) {
		return &v
	}
	for i := range g.Edges {
		e := &g.Edges[i]
		lists := []*graph.Attributes{&e.Attributes}
		for j := range e.More {
			lists = append(lists, &e.More[j].Attributes)
		}
		for _, as := range lists {
			if as.Find(graph.AttrVocabulary) < 0 {
				continue
			}
			rest := slices.Clone(*as) // others may share the list
			if rest.Decode(graph.AttrVocabulary, &v) {
				*as = rest
				return &v
			}
			v = network.Vocabulary{}
		}
	}
	return nil
}
