package route

import (
	"cmp"
	"slices"
)

// The price of sharing a track, in tenths of a cell: initially, and its growth per
// round.
const (
	firstPres = 60
	mostPres  = 1600
	contested = 60 // added to the history of a contested cell; hundredths
)

// After usualRounds rounds, routing stops if the number of nets in conflict has not
// fallen for this many rounds.
const (
	usualRounds = 6
	patience    = 3
)

// Route routes all nets again, in at most the given number of rounds, and then improves
// them in a few more. Afterwards no two nets share a track; a line without a free path
// is left out and counted as failed.
func (r *Router) Route(rounds, polish int) *Result {
	r.tracks.clear()
	clear(r.routes)
	order := r.order()
	r.pres = firstPres
	for _, i := range order {
		r.routeNet(i)
		r.put(i, true)
	}
	least, stuck := len(r.nets), 0
	for round := 0; round < rounds; round++ {
		bad := r.conflicts()
		if stuck++; len(bad) < least {
			least, stuck = len(bad), 0
		}
		if len(bad) == 0 {
			if polish--; polish < 0 {
				break
			}
		} else if round >= usualRounds && stuck > patience {
			break
		}
		r.pres = min(mostPres, r.pres*19/10+30)
		if len(bad) == 0 {
			r.pres = mostPres
		}
		changed := false
		for _, i := range order {
			if len(bad) > 0 && round > 1 && !slices.Contains(bad, i) {
				continue
			}
			before := r.routes[i].cost
			r.put(i, false)
			r.routeNet(i)
			r.put(i, true)
			changed = changed || r.routes[i].cost != before
		}
		if len(bad) == 0 && !changed {
			break
		}
	}
	r.separate(order)
	return r.result()
}

// Refine improves the lines as they are: in each round it routes every net once
// more, until none changes.
func (r *Router) Refine(rounds int) *Result {
	order := r.order()
	r.pres = mostPres
	for range rounds {
		before := r.Score()
		for _, i := range order {
			r.put(i, false)
			r.routeNet(i)
			r.put(i, true)
		}
		if r.Score() >= before {
			break
		}
	}
	r.separate(order)
	return r.result()
}

// order is the lead first, then main and minor nets, the short before the long.
func (r *Router) order() []int {
	order := make([]int, len(r.nets))
	reach := make([]int32, len(r.nets))
	for i := range order {
		order[i] = i
		n := &r.nets[i]
		h := r.in.Boxes[n.Hub]
		for _, l := range n.Leaves {
			b := r.in.Boxes[l]
			reach[i] = max(reach[i], abs(2*h.X+h.W-2*b.X-b.W)+abs(2*h.Y+h.H-2*b.Y-b.H))
		}
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Or(cmp.Compare(r.nets[j].Class, r.nets[i].Class), cmp.Compare(reach[i], reach[j]))
	})
	return order
}

// conflicts returns the nets that share a track, and raises the price of the tracks.
func (r *Router) conflicts() []int {
	var bad []int
	for i := range r.routes {
		shared := false
		for _, m := range r.routes[i].marks {
			if a, c := m&1, m>>1; r.count[a][c] > 1 {
				shared = true
				r.history[a][c] += contested
			}
		}
		if shared {
			bad = append(bad, i)
		}
	}
	return bad
}

// separate routes nets that still share a track once more, now that sharing is
// forbidden. The least important give way.
func (r *Router) separate(order []int) {
	bad := r.conflicts()
	r.pres = 0
	for _, class := range [2]bool{false, true} {
		for k := len(order) - 1; k >= 0; k-- {
			i := order[k]
			if !slices.Contains(bad, i) || (r.nets[i].Class == Lead) != class || !r.shared(&r.routes[i]) {
				continue
			}
			r.put(i, false)
			r.routeNet(i)
			r.put(i, true)
		}
	}
	for i := range r.routes { // once more, since some yielded
		if r.routes[i].Failed > 0 {
			r.put(i, false)
			r.routeNet(i)
			r.put(i, true)
		}
	}
	r.pres = mostPres
}

// routeNet routes net i, the nearest leaf first.
func (r *Router) routeNet(i int) {
	n, rt := &r.nets[i], &r.routes[i]
	rt.Paths, rt.Failed, rt.cost = rt.Paths[:0], 0, 0
	m := &r.memory
	m.treeStamp++
	m.trunk = m.trunk[:0]
	for _, k := range nearest(n.Net, r.in.Boxes) {
		w := r.newWay(i, n.Leaves[k])
		trunked := len(m.trunk) > 0
		states, price := w.find(trunked)
		if states == nil {
			rt.Failed++
			rt.cost += 5000
			continue
		}
		branch := trunked && m.tree[states[0]>>2] == m.treeStamp
		rt.Paths = append(rt.Paths, Path{Leaf: k, Branch: branch, states: states})
		rt.cost += price
		if n.fan() {
			w.grow(states, len(rt.Paths) == 1)
		}
	}
}

// grow adds a line to the trunk from which further lines may branch off.
func (w *way) grow(states []int32, first bool) {
	m, price := &w.memory, w.price.Branch
	if !first {
		for k := range m.trunk {
			if m.trunk[k].state>>2 == states[0]>>2 {
				m.trunk[k].price = 0
			}
		}
		price = price * 5 / 3
	}
	if !w.n.Joint {
		price = w.price.Branch * 2
	}
	begin := 1
	if first {
		begin = 2
	}
	for k := range states {
		m.tree[states[k]>>2] = m.treeStamp
	}
	end := len(states) - 3
	if w.habit != nil { // boxes may overlap
		end = min(end, w.clear(states))
	}
	for k := begin; k < end; k++ {
		d := states[k+1] & 3
		for _, nd := range [3]int32{d, (d + 1) & 3, (d + 3) & 3} {
			m.trunk = append(m.trunk, trunk{states[k]&^3 | nd, price})
		}
	}
}

// clear returns the number of states before the first that is near the leaf. From there
// on, the line passes a box that is foreign to the other lines of its net.
func (w *way) clear(states []int32) int {
	for k, s := range states {
		if o := w.owners[s>>2]; int32(o[0]) == w.leaf || int32(o[1]) == w.leaf {
			return k
		}
	}
	return len(states)
}

// nearest returns the indices of n's leaves by their distance from the hub.
func nearest(n *Net, boxes []Rect) []int {
	h := boxes[n.Hub]
	order := make([]int, len(n.Leaves))
	away := make([]int64, len(n.Leaves))
	for k, l := range n.Leaves {
		b := boxes[l]
		dx, dy := int64(2*b.X+b.W-2*h.X-h.W), int64(2*b.Y-2*h.Y)
		order[k], away[k] = k, dx*dx+dy*dy
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(away[i], away[j]) })
	return order
}

func abs(v int32) int32 {
	if v < 0 {
		return -v
	}
	return v
}
