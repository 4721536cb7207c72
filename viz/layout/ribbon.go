package layout

import (
	"cmp"
	"slices"
)

// ribbon is all edges between two nodes.
type ribbon struct {
	from, to int32 // from < to
}

// ribbons returns g's edges as ribbons, without loops, in the order of their
// ends.
func ribbons(g Graph) []ribbon {
	var all []ribbon
	for _, e := range g.Edges {
		if e.From == e.To {
			continue
		}
		all = append(all, ribbon{from: min(e.From, e.To), to: max(e.From, e.To)})
	}
	slices.SortFunc(all, func(a, b ribbon) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
	})
	merged := all[:0]
	for _, r := range all {
		if n := len(merged); n > 0 && merged[n-1].from == r.from && merged[n-1].to == r.to {
			continue
		}
		merged = append(merged, r)
	}
	return merged
}

func (r *ribbon) ends(i int32) bool { return r.from == i || r.to == i }
