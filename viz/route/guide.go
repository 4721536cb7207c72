package route

import "math"

// detour is the number of cells by which a line may exceed the shortest way around the
// boxes.
const detour = 24

// guide computes how far cells are from the leaf around the boxes, in cells, so that a
// search doesn't explore dead ends. It leaves out those that are farther than the start by
// more than a detour. It reports whether the line can reach the leaf.
func (w *way) guide(trunked bool, detour int32) bool {
	g, m := w.grid, &w.memory
	if m.far == nil {
		m.far, m.farStamp, m.toll = make([]int32, len(w.ends)), make([]int32, len(w.ends)), make([]int32, len(w.ends))
	}
	m.guideStamp++
	m.wave = m.wave[:0]
	byHub := !trunked || !w.n.Joint // the line may start at the hub
	reached, limit := false, int32(math.MaxInt32)
	visit := func(x, y, far, from, d int32) {
		if x < 0 || y < 0 || x >= g.w || y >= g.h {
			return
		}
		c := g.cell(x, y)
		if m.farStamp[c] == m.guideStamp {
			if m.far[c] == far {
				m.toll[c] = min(m.toll[c], w.tollOn(from, d))
			}
			return
		}
		m.far[c], m.farStamp[c], m.toll[c] = far, m.guideStamp, w.tollOn(from, d)
		trunk := trunked && m.tree[c] == m.treeStamp
		reached = reached || trunk
		if trunk || byHub && x >= w.hubBox.X && x <= w.hubBox.Right() && y >= w.hubBox.Y && y <= w.hubBox.Bottom() {
			limit = min(limit, far+detour)
		}
		if !trunk && w.open(c, x, y) {
			m.wave = append(m.wave, c)
		}
	}
	for _, p := range w.ports(w.leaf, false) {
		if w.ours(p.cell) {
			m.far[p.cell], m.farStamp[p.cell], m.toll[p.cell] = 0, m.guideStamp, 0
			y := p.cell / g.w
			visit(p.cell-y*g.w+stepX[p.direction], y+stepY[p.direction], 1, p.cell, p.direction)
		}
	}
	for k := 0; k < len(m.wave); k++ {
		c := m.wave[k]
		far := m.far[c] + 1
		if far > limit {
			if reached = reached || byHub && w.meetsHub(); reached {
				return true
			}
			limit = math.MaxInt32
		}
		y := c / g.w
		x := c - y*g.w
		for d := range int32(4) {
			visit(x+stepX[d], y+stepY[d], far, c, d)
		}
	}
	return reached || byHub && w.meetsHub()
}

// tollOn returns the toll of a way that begins with a step onto cell c, in direction d or
// against it: that of c, and the price of the lines there.
func (w *way) tollOn(c, d int32) int32 {
	k := w.memory.toll[c] + w.share(d&1, c)
	if w.count[1-d&1][c] > 0 {
		k += w.price.Cross
	}
	return k
}

// meetsHub reports whether the guide has come to a port of the hub.
func (w *way) meetsHub() bool {
	m := &w.memory
	for _, p := range w.ports(w.hub, true) {
		if m.farStamp[p.cell] == m.guideStamp && w.ours(p.cell) {
			return true
		}
	}
	return false
}

// guided is find with a guide. If the work of r reaches end first, the line goes straight
// down the guide.
func (w *way) guided(trunked bool, end int) []int32 {
	searches, most := w.work < end, int32(0)
	if searches {
		most = detour
	}
	if !w.guide(trunked, most) {
		return nil
	}
	if searches {
		w.byGuide, w.limit = true, end
		states, _ := w.find(trunked)
		w.byGuide, w.limit = false, -1
		if states != nil {
			return states
		}
	}
	return w.descend(trunked)
}

// guess is the price of the way from x, y to the leaf around the boxes.
func (w *way) guess(x, y int32) int32 {
	c := w.grid.cell(x, y)
	if w.memory.farStamp[c] != w.memory.guideStamp {
		return forbidden
	}
	return w.price.Step * w.memory.far[c] * w.greed / 2
}
