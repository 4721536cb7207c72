package layout

import (
	"cmp"
	"slices"
)

// simpleEdge is an edge of the simple graph: it represents all edges between two nodes.
type simpleEdge struct {
	from, to int32 // from < to
}

// simpleEdges returns the edges of the simple graph of g, sorted by their ends.
func simpleEdges(g Graph) []simpleEdge {
	var all []simpleEdge
	for _, e := range g.Edges {
		if e.From == e.To {
			continue
		}
		all = append(all, simpleEdge{from: min(e.From, e.To), to: max(e.From, e.To)})
	}
	slices.SortFunc(all, func(a, b simpleEdge) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
	})
	merged := all[:0]
	for _, e := range all {
		if n := len(merged); n > 0 && merged[n-1].from == e.from && merged[n-1].to == e.to {
			continue
		}
		merged = append(merged, e)
	}
	return merged
}

func (e *simpleEdge) ends(i int32) bool { return e.from == i || e.to == i }
