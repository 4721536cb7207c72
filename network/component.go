package network

import (
	"cmp"
	"slices"

	"github.com/yourbasic/graph"
)

// Components returns the components of g: the sets of nodes that hang together
// by relations, whatever their direction. The largest comes first, then the
// one whose first node comes first; within each, ids are in the network's
// order. A node without relations is a component of its own.
func (g *Graph) Components() [][]string {
	parts := graph.Components(g.both)
	slices.SortFunc(parts, func(a, b []int) int {
		// Two parts share no vertex, so their smallest ones differ.
		return cmp.Or(
			cmp.Compare(len(b), len(a)),
			cmp.Compare(slices.Min(a), slices.Min(b)),
		)
	})
	components := make([][]string, len(parts))
	for i, part := range parts {
		slices.Sort(part) // graph.Components doesn't promise an order
		components[i] = g.ids(part)
	}
	return components
}
