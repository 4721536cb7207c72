package format

import (
	"slices"

	"proxynet/network"
)

// lossVocabulary is what a network's own terms are.
const lossVocabulary = "definitions and styles of the network’s own terms, left out"

// carryVocabulary copies the network's own terms to the first edge, for formats
// without attributes of the graph itself.
func (g *Graph) carryVocabulary() {
	if at := g.Attributes.find(attrVocabulary); at >= 0 && len(g.Edges) > 0 {
		first := &g.Edges[0].Attributes
		*first = append(*first, g.Attributes[at])
	}
}

// unheldVocabulary counts a network's own terms if no edge can carry them.
func unheldVocabulary(n *network.Network, losses *Losses) {
	if n.Vocabulary != nil && len(n.Relations) == 0 {
		losses.add(1, lossVocabulary, "")
	}
}

// vocabulary takes a network's own terms from the attributes of a graph or of one
// of its edges. It returns nil if there are none.
func (g *Graph) vocabulary(own *Attributes) *network.Vocabulary {
	var v network.Vocabulary
	if own.decode(attrVocabulary, &v) {
		return &v
	}
	for i := range g.Edges {
		e := &g.Edges[i]
		lists := []*Attributes{&e.Attributes}
		for j := range e.More {
			lists = append(lists, &e.More[j].Attributes)
		}
		for _, as := range lists {
			if as.find(attrVocabulary) < 0 {
				continue
			}
			rest := slices.Clone(*as) // others may share the list
			if rest.decode(attrVocabulary, &v) {
				*as = rest
				return &v
			}
			v = network.Vocabulary{}
		}
	}
	return nil
}
