package route

import "math"

// descent follows the guide of a way from the hub to the leaf.
type descent struct{ *way }

// states returns the states of a shortest line around the boxes, by the guide: the one
// that shares the fewest tracks and crosses the fewest lines. It returns nil if there is
// none.
func (w descent) states(trunked bool) []int32 {
	s, ok := w.nearestStart(trunked)
	if !ok {
		return nil
	}
	states := []int32{s}
	for {
		c, d := s>>2, s&3
		y := c / w.grid.w
		x := c - y*w.grid.w
		best, least := int32(-1), int32(math.MaxInt32)
		for _, nd := range [3]int32{d, (d + 3) & 3, (d + 1) & 3} {
			if nd != d && len(states) == 1 {
				break // it leaves its start straight
			}
			if price, ok := w.downhill(c, x+stepX[nd], y+stepY[nd], nd); ok {
				if nd != d {
					price += w.n.bend
				}
				if price < least {
					best, least = w.grid.cell(x+stepX[nd], y+stepY[nd])*4+nd, price
				}
			}
		}
		if best < 0 {
			return nil
		}
		s = best
		if states = append(states, s); w.memory.far[s>>2] == 0 {
			return states
		}
	}
}

// nearestStart returns the state nearest to the leaf, by the guide, in which the line may
// start.
func (w descent) nearestStart(trunked bool) (start int32, ok bool) {
	m := &w.memory
	least := int32(math.MaxInt32)
	consider := func(state, price int32) {
		c, d := state>>2, state&3
		y := c / w.grid.w
		x := c - y*w.grid.w
		k, down := w.downhill(c, x+stepX[d], y+stepY[d], d)
		if price += k + w.price.Step*m.far[c]; down && price < least {
			start, least, ok = state, price, true
		}
	}
	if trunked {
		for _, t := range m.trunk {
			if m.farStamp[t.state>>2] == m.guideStamp {
				consider(t.state, t.price)
			}
		}
	}
	if !trunked || !w.n.Joint {
		for _, p := range w.ports(w.hub, true) {
			if m.farStamp[p.cell] == m.guideStamp && m.tree[p.cell] != m.treeStamp && w.ours(p.cell) {
				consider(p.cell*4+p.direction, p.price)
			}
		}
	}
	return start, ok
}

// downhill returns the price of the step from cell c to x, y in direction d, if that is
// nearer to the leaf.
func (w descent) downhill(c, x, y, d int32) (price int32, ok bool) {
	m := &w.memory
	if x < 0 || y < 0 || x >= w.grid.w || y >= w.grid.h {
		return 0, false
	}
	to := w.grid.cell(x, y)
	if m.farStamp[to] != m.guideStamp || m.far[to] != m.far[c]-1 || m.tree[to] == m.treeStamp {
		return 0, false
	}
	if m.far[to] == 0 && !w.arrives(to, d) {
		return 0, false
	}
	return w.tollOn(to, d), true
}

// arrives reports whether the line may end at cell c in direction d.
func (w descent) arrives(c, d int32) bool {
	for _, p := range w.ports(w.leaf, false) {
		if p.cell == c && (p.direction+2)&3 == d {
			return true
		}
	}
	return false
}
