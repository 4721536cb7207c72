package route

import "math"

// detour is the number of cells by which a line may exceed the shortest way around the
// boxes.
const detour = 24

// guide computes how far cells are from the leaf around the boxes, in cells, so that a
// search doesn't explore dead ends. It leaves out those that are farther than the start by
// more than the excess. It reports whether the line can reach the leaf.
func (w *way) guide(trunked bool, excess int32) bool {
	g, m := w.grid, &w.memory
	if m.far == nil {
		m.far, m.farStamp, m.toll = make([]int32, len(w.ends)), make([]int32, len(w.ends)), make([]int32, len(w.ends))
	}
	m.guideStamp++
	m.wave = m.wave[:0]
	f := flood{way: w, trunked: trunked, byHub: !trunked || !w.n.Joint, excess: excess, limit: math.MaxInt32}
	for _, p := range w.ports(w.leaf, false) {
		if w.ours(p.cell) {
			m.far[p.cell], m.farStamp[p.cell], m.toll[p.cell] = 0, m.guideStamp, 0
			y := p.cell / g.w
			x := p.cell - y*g.w + stepX[p.direction]
			if y += stepY[p.direction]; x >= 0 && y >= 0 && x < g.w && y < g.h {
				f.visit(g.cell(x, y), x, y, 1)
				m.toll[g.cell(x, y)] = w.tollOn(p.cell, p.direction)
			}
		}
	}
	next := [4]int32{1, g.w, -1, -g.w}
	tolled := excess == 0 // the line will be one of the shortest
	for k := 0; k < len(m.wave); k++ {
		c := m.wave[k]
		far := m.far[c] + 1
		if far > f.limit {
			if f.reached = f.reached || f.byHub && w.meetsHub(); f.reached {
				return true
			}
			f.limit = math.MaxInt32
		}
		y := c / g.w
		x := c - y*g.w
		tolls := [2]int32{}
		if tolled {
			tolls = [2]int32{w.tollOn(c, right), w.tollOn(c, down)}
		}
		for d := range int32(4) { // all on the lattice, since lines keep off its edge
			to := c + next[d]
			if m.farStamp[to] == m.guideStamp {
				if m.far[to] == far && tolls[d&1] < m.toll[to] {
					m.toll[to] = tolls[d&1]
				}
				continue
			}
			m.toll[to] = tolls[d&1]
			f.visit(to, x+stepX[d], y+stepY[d], far)
		}
	}
	return f.reached || f.byHub && w.meetsHub()
}

// flood is the state of a guide that is being computed.
type flood struct {
	*way
	trunked, byHub bool // the line may start on the trunk, at the hub
	excess         int32
	reached        bool
	limit          int32 // cells farther than that are left out
}

// visit marks cell c, at x, y, which has not been visited yet.
func (f *flood) visit(c, x, y, far int32) {
	m := &f.memory
	m.far[c], m.farStamp[c] = far, m.guideStamp
	trunk := f.trunked && m.tree[c] == m.treeStamp
	f.reached = f.reached || trunk
	if b := &f.hubBox; trunk || f.byHub && x >= b.X && x <= b.Right() && y >= b.Y && y <= b.Bottom() {
		f.limit = min(f.limit, far+f.excess)
	}
	if !trunk && f.open(c, x, y) {
		m.wave = append(m.wave, c)
	}
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

// guided is find with a guide. If the router’s work reaches end before a line is found, the result is
// a shortest line by the guide.
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
	return descent{w}.states(trunked)
}

// guess is the price of the way from x, y to the leaf around the boxes.
func (w *way) guess(x, y int32) int32 {
	c := w.grid.cell(x, y)
	if w.memory.farStamp[c] != w.memory.guideStamp {
		return forbidden
	}
	return w.price.Step * w.memory.far[c] * w.greed / 2
}
