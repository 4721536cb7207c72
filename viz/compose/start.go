package compose

import (
	"math"
	"sync"

	"proxynet/viz/place"
	"proxynet/viz/scene"
)

// start returns the state of the placement search in which every node is where an
// earlier layout has it, and a new node among its neighbours. It returns nil if before
// is nil or larger than the area, or most nodes are new. If before is smaller, its
// places are spread out.
func (p *picture) start(before *scene.Layout) *place.State {
	if before == nil || before.Width > p.format.Width || before.Height > p.format.Height {
		return nil
	}
	across, down := p.format.Cell*before.Width/p.format.Width, p.format.Cell*before.Height/p.format.Height
	at := p.earlierPlaces(before)
	if at == nil {
		return nil
	}
	st := &place.State{}
	for v := range p.n.Nodes {
		if p.model.Nodes[v].Frame < 0 {
			st.X = append(st.X, int32(math.Round(at[v].X/across)))
			st.Y = append(st.Y, int32(math.Round(at[v].Y/down)))
		}
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
// new nodes the mean of their neighbours' places; nil if most nodes are new.
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

// sortBy sorts a short list by insertion.
func sortBy(list []uint8, less func(a, b uint8) bool) {
	for i := range list {
		for k := i; k > 0 && less(list[k], list[k-1]); k-- {
			list[k], list[k-1] = list[k-1], list[k]
		}
	}
}

// parallel calls f for 0 to n-1, concurrently.
func parallel(n int, f func(i int)) {
	var wait sync.WaitGroup
	for i := range n {
		wait.Go(func() { f(i) })
	}
	wait.Wait()
}
