package compose

import (
	"math"
	"slices"
	"sync"

	"proxynet/viz/place"
	"proxynet/viz/scene"
)

// start returns the state of the placement search that puts every node where an
// earlier layout has it, and a new one amid its neighbours; nil if there is
// none, or most nodes are new.
func (p *picture) start(before *scene.Layout) *place.State {
	if before == nil || before.Width != p.format.Width {
		return nil
	}
	at := p.earlierPlaces(before)
	if at == nil {
		return nil
	}
	st := &place.State{}
	for v := range p.n.Nodes {
		if p.model.Nodes[v].Frame < 0 {
			st.X = append(st.X, int32(math.Round(at[v].X/p.format.Cell)))
			st.Y = append(st.Y, int32(math.Round(at[v].Y/p.format.Cell)))
		}
	}
	for k := range p.in.Boxes[len(p.n.Nodes):] {
		x, y := p.formerly(before, at, &p.sayings[k])
		st.X = append(st.X, int32(math.Round(x/p.format.Cell)))
		st.Y = append(st.Y, int32(math.Round(y/p.format.Cell)))
	}
	for i, f := range p.model.Frames {
		order := make([]uint8, len(f.Members))
		for k := range order {
			order[k] = uint8(k)
		}
		sortBy(order, func(a, b uint8) bool {
			p, q := at[f.Members[a]], at[f.Members[b]]
			if math.Abs(p.Y-q.Y) > (p.H+q.H)/2 {
				return p.Y < q.Y
			}
			return p.X < q.X
		})
		columns := len(f.Members)
		if i < len(before.Frames) && len(p.model.Frames) == len(before.Frames) {
			columns = min(columns, before.Frames[i].Columns)
		}
		st.Order = append(st.Order, order)
		st.Columns = append(st.Columns, columns)
	}
	return st
}

// earlierPlaces returns the places of the nodes in an earlier layout, and for
// new ones the middle of their neighbours; nil if most nodes are new.
func (p *picture) earlierPlaces(before *scene.Layout) []scene.Place {
	old := make(map[string]*scene.Place, len(before.Places))
	for i := range before.Places {
		old[before.Places[i].ID] = &before.Places[i]
	}
	at := make([]scene.Place, len(p.n.Nodes))
	found := make([]bool, len(at))
	count := 0
	for v := range at {
		if q := old[p.n.Nodes[v].ID]; q != nil {
			at[v], found[v] = *q, true
			count++
		}
	}
	if 2*count < len(at) {
		return nil
	}
	for v := range at {
		if found[v] {
			continue
		}
		x, y, n := 0.0, 0.0, 0.0
		for i := range p.model.Cables {
			c := &p.model.Cables[i]
			for _, ends := range [2][2]int{{c.From, c.To}, {c.To, c.From}} {
				if ends[0] == v && found[ends[1]] {
					x, y, n = x+at[ends[1]].X, y+at[ends[1]].Y, n+1
				}
			}
		}
		if n == 0 {
			x, y, n = before.Width/2, before.Height/2, 1
		}
		at[v].X, at[v].Y = x/n, y/n
	}
	return at
}

// formerly returns the middle of where an earlier layout says s or, if it
// doesn't, of the line beside which it would be.
func (p *picture) formerly(before *scene.Layout, at []scene.Place, s *saying) (x, y float64) {
	net := &p.model.Nets[s.net]
	for _, l := range before.Labels {
		if len(before.Cables) == len(p.model.Cables) && slices.Contains(net.Cables, l.Cable) {
			return l.X + l.W/2, l.Y + l.H/2
		}
	}
	a, b := &at[net.Hub], &at[net.Leaves[0]]
	return (a.X + b.X) / 2, (a.Y + b.Y) / 2
}

// sortBy sorts a short list by insertion.
func sortBy(list []uint8, less func(a, b uint8) bool) {
	for i := range list {
		for k := i; k > 0 && less(list[k], list[k-1]); k-- {
			list[k], list[k-1] = list[k-1], list[k]
		}
	}
}

// parallel calls f for 0 to n-1, side by side.
func parallel(n int, f func(i int)) {
	var wait sync.WaitGroup
	for i := range n {
		wait.Go(func() { f(i) })
	}
	wait.Wait()
}
