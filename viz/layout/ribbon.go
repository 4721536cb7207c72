package layout

import (
	"cmp"
	"slices"
)

// ribbon is all edges between two nodes.
type ribbon struct {
	from, to int32   // from < to
	weight   float64 // the greatest of the edges'
	strands  int     // number of edges

	// What costs need again and again.
	matter float64 // √weight
	many   float64 // √strands
	wide   float64 // width
}

// ribbons returns g's edges as ribbons, without loops, in the order of their
// ends.
func ribbons(g Graph) []ribbon {
	var all []ribbon
	for i, e := range g.Edges {
		if e.From == e.To {
			continue
		}
		weight := 1.0
		if g.Weight != nil {
			weight = g.Weight[i]
		}
		all = append(all, ribbon{from: min(e.From, e.To), to: max(e.From, e.To), weight: weight, strands: 1})
	}
	slices.SortFunc(all, func(a, b ribbon) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
	})
	merged := all[:0]
	for _, r := range all {
		if n := len(merged); n > 0 && merged[n-1].from == r.from && merged[n-1].to == r.to {
			last := &merged[n-1]
			last.weight = max(last.weight, r.weight)
			last.strands++
			continue
		}
		merged = append(merged, r)
	}
	return merged
}

func (r *ribbon) ends(i int32) bool { return r.from == i || r.to == i }

func (r *ribbon) other(i int32) int32 { return r.from + r.to - i }
