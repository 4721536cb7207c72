package route

// Score returns the cost of all lines, weighted by their class.
func (r *Router) Score() float64 {
	sum := 0.0
	for i := range r.routes {
		sum += r.netScore(i)
	}
	return sum
}

// Costs of a net in tenths of a cell.
const (
	failure = 20000 // a leaf that no line reaches
	sharing = 600   // a cell of a track that another net uses
)

func (r *Router) netScore(i int) float64 {
	rt, n := &r.routes[i], &r.nets[i]
	cost := int32(failure * rt.Failed)
	for k := range rt.Paths {
		cost += r.trueCost(i, rt.Paths[k].states)
	}
	for _, m := range rt.marks {
		if r.count[m&1][m>>1] > 1 {
			cost += sharing
		}
	}
	if n.Run > 0 {
		if missing := n.Run - float64(rt.longest())*r.in.Cell; missing > 0 {
			cost += int32(20 * missing)
		}
	}
	w := 1.0
	switch n.Class {
	case Lead:
		w = 2.5
	case Main:
		w = 1.4
	}
	return w * float64(cost) / 10
}

// trueCost is the price of a line without that of sharing tracks.
func (r *Router) trueCost(i int, states []int32) int32 {
	n, p := &r.nets[i], &r.price
	sum := int32(0)
	for k := 1; k < len(states); k++ {
		a, c := states[k]&1, states[k]>>2
		sum += p.Step
		if states[k]&3 != states[k-1]&3 {
			sum += n.bend
		}
		if k < len(states)-1 && r.count[1-a][c] > 0 && states[k+1]&3 == states[k]&3 {
			sum += r.crossPrice(n, 1-a, c) / 2
		}
	}
	return sum
}

// longest returns the longest straight run of a route, in cells.
func (rt *Route) longest() int {
	best := 0
	for _, p := range rt.Paths {
		run := 0
		for k := 1; k < len(p.states); k++ {
			if p.states[k]&3 != p.states[k-1]&3 {
				run = 0
			}
			run++
			best = max(best, run)
		}
	}
	return best
}
