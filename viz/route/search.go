package route

// The directions in which a line leaves a cell. The axis of a direction is its
// last bit: 0 is horizontal.
const (
	right = iota
	down
	left
	up
)

var stepX = [4]int32{1, 0, -1, 0}
var stepY = [4]int32{0, 1, 0, -1}

// way is one search: from the hub of a net, or its trunk, to a leaf.
type way struct {
	*Router
	n               *net
	hub, leaf       int32
	hubBox          Rect
	leafBox         Rect
	hubIn, leafIn   int32 // the frames that they are members of, or -1
	hubOwn, leafOwn bool  // they are frames
	owners          [][2]int16
	byGuide         bool // see guide
}

func (r *Router) newWay(i int, leaf int32) way {
	n := &r.nets[i]
	return way{
		Router: r, n: n, hub: n.Hub, leaf: leaf, hubBox: r.in.Boxes[n.Hub], leafBox: r.in.Boxes[leaf],
		hubIn: r.frameOf[n.Hub], leafIn: r.frameOf[leaf], hubOwn: r.byFrame[n.Hub] >= 0, leafOwn: r.byFrame[leaf] >= 0,
		owners: r.grid.owners[n.fat],
	}
}

// ours reports whether cell c is not near a foreign box.
func (w *way) ours(c int32) bool {
	o := w.owners[c]
	return (o[0] == free || int32(o[0]) == w.hub || int32(o[0]) == w.leaf) && (o[1] == free || int32(o[1]) == w.hub || int32(o[1]) == w.leaf)
}

// opened is [way.open], computed once for each cell of a search: up to four directions
// lead to a cell, each from several states.
func (w *way) opened(c, x, y int32) bool {
	m := &w.memory
	if known := m.opened[c]; known>>1 == m.stamp {
		return known&1 == 1
	}
	known := m.stamp << 1
	if w.open(c, x, y) {
		known |= 1
	}
	m.opened[c] = known
	return known&1 == 1
}

// open reports whether the line may pass cell c.
func (w *way) open(c, x, y int32) bool {
	g := w.grid
	if x < w.n.keep || y < w.n.keep || x > g.w-1-w.n.keep || y > g.h-1-w.n.keep || !w.ours(c) || g.title[c] {
		return false
	}
	if f := int32(g.frame[c]); f != free && f != w.hubIn && f != w.leafIn && f != w.hub && f != w.leaf {
		return false
	}
	return !inside(w.hubBox, x, y, w.hubOwn, w.hub == w.leafIn) && !inside(w.leafBox, x, y, w.leafOwn, w.leaf == w.hubIn)
}

// inside reports whether a line must not be at x, y because of its own end: inside the
// box or, for a frame, inside the border, unless the line comes from there.
func inside(b Rect, x, y int32, frame, within bool) bool {
	if frame {
		return !within && x > b.X && x < b.Right() && y > b.Y && y < b.Bottom()
	}
	return x >= b.X && x <= b.Right() && y >= b.Y && y <= b.Bottom()
}

// rest is the least price of the way from x, y in direction d to the leaf: its
// length, and a bend if the leaf isn't straight ahead or behind.
func (w *way) rest(x, y, d int32) int32 {
	if w.byGuide {
		return w.guess(x, y)
	}
	b := &w.leafBox
	dx, dy := max(b.X-x, 0, x-b.Right()), max(b.Y-y, 0, y-b.Bottom())
	k := w.price.Step * (dx + dy)
	if d&1 == 0 && dy > 0 || d&1 == 1 && dx > 0 {
		k += w.n.bend
	}
	return k * w.greed / 2
}

// find returns the states of the cheapest line, or nil.
func (w *way) find(trunked bool) (states []int32, price int32) {
	w.begin()
	w.aim()
	w.leave(trunked)
	return w.run(trunked)
}

// begin starts a search.
func (w *way) begin() {
	w.memory.stamp++
	w.memory.queue = w.memory.queue[:0]
}

// aim makes the ports of the leaf the targets of the search.
func (w *way) aim() {
	m := &w.memory
	for _, p := range w.ports(w.leaf, false) {
		s := p.cell*4 + (p.direction+2)&3
		m.target[s], m.targetStamp[s] = p.price, m.stamp
	}
}

// leave makes the trunk, or the ports of the hub, the start of the search.
func (w *way) leave(trunked bool) {
	m := &w.memory
	if trunked {
		for _, t := range m.trunk {
			w.start(t.state, t.price, -1)
		}
	}
	if !trunked || !w.n.Joint {
		for _, p := range w.ports(w.hub, true) {
			if m.tree[p.cell] == m.treeStamp || !w.ours(p.cell) {
				continue
			}
			a := p.direction & 1
			k := p.price + w.share(a, p.cell)
			if w.count[1-a][p.cell] > 0 {
				k += 2 * max(w.pres, 50)
			}
			if k < forbidden {
				w.start(p.cell*4+p.direction, k, -1)
			}
		}
	}
}

// run searches from the start to a target. It returns the states of the cheapest line,
// or nil if there is none or the search visited the maximum number of states.
func (w *way) run(trunked bool) (states []int32, price int32) {
	m := &w.memory
	for len(m.queue) > 0 && w.work != w.limit {
		key, s := m.queue.pop()
		w.work++
		c, d, g0 := s>>2, s&3, m.dist[s]
		y := c / w.grid.w
		x := c - y*w.grid.w
		if key > g0+w.rest(x, y, d) {
			continue
		}
		if m.targetStamp[s] == m.stamp && m.from[s] >= 0 {
			n := 0
			for t := s; t >= 0; t = m.from[t] {
				n++
			}
			states = make([]int32, n)
			for ; s >= 0; s = m.from[s] {
				n--
				states[n] = s
			}
			return states, g0
		}
		atPort := m.from[s] == -1 && !(trunked && m.tree[c] == m.treeStamp)
		for _, nd := range [3]int32{d, (d + 3) & 3, (d + 1) & 3} {
			if nd != d && atPort {
				break
			}
			w.step(s, c, d, nd, x+stepX[nd], y+stepY[nd], g0)
		}
	}
	return nil, 0
}

// start makes s a state from which the search starts. from is the state before it, or -1.
func (w *way) start(s, price, from int32) {
	c := s >> 2
	y := c / w.grid.w
	w.reach(s, price, from, c-y*w.grid.w, y)
}

// reach records a path to a state, whose cell is x, y.
func (w *way) reach(s, price, from, x, y int32) {
	m := &w.memory
	if m.seen[s] == m.stamp && m.dist[s] <= price {
		return
	}
	m.seen[s], m.dist[s], m.from[s] = m.stamp, price, from
	if m.targetStamp[s] != m.stamp {
		price += w.rest(x, y, s&3)
	}
	m.queue.push(price, s)
}

// step continues from state s, in cell c with direction d, to the cell x, y in
// direction nd.
func (w *way) step(s, c, d, nd, x, y, g0 int32) {
	g, m, p := w.grid, &w.memory, &w.price
	if x < 0 || y < 0 || x >= g.w || y >= g.h {
		return
	}
	nc := g.cell(x, y)
	ns := nc*4 + nd
	if m.seen[ns] == m.stamp && m.dist[ns] <= g0+p.Step || m.tree[nc] == m.treeStamp {
		return
	}
	aimed := m.targetStamp[ns] == m.stamp
	arrives := aimed && m.target[ns] >= 0
	if arrives && !w.ours(nc) || !arrives && !w.opened(nc, x, y) {
		return
	}
	a := nd & 1
	k := p.Step + w.share(a, nc)
	if nd != d {
		k += w.n.bend + w.share(a, c)
	}
	fat := int32(w.n.fat)
	if x < 2+fat || y < 2 || x > g.w-3-fat || y > g.h-3 {
		k += p.Edge * (1 + 2*fat)
	}
	if w.count[1-a][nc] > 0 {
		k += w.crossPrice(w.n, 1-a, nc)
		if arrives {
			k += 2 * max(w.pres, 50)
		}
	}
	side := int32(1)
	if a == 0 {
		side = g.w
	}
	k += w.beside(a, nc-side) + w.beside(a, nc+side)
	if b := g.border[nc]; b != off && !arrives {
		switch {
		case b == beside:
			k += p.Step * 4 / 5
		case b == upright && a == 1, b == level && a == 0:
			k += p.Border
		}
	}
	if w.n.Down && nd == up {
		k += p.Step * 4 / 5
	}
	if w.habit != nil && w.habit[2*nc+a] != w.habitStamp {
		k += p.Habit
	}
	if f := g.frame[nc]; f != free && a == 1 {
		k += w.spine(int32(f), x, y)
	}
	switch {
	case arrives:
		k += m.target[ns]
	case aimed:
		k += ^m.target[ns]
	}
	if k < forbidden {
		w.reach(ns, g0+k, s, x, y)
	}
}

// beside is the price of another line on the same axis of cell c.
func (w *way) beside(a, c int32) int32 {
	if c < 0 || int(c) >= len(w.ends) || w.count[a][c] == 0 {
		return 0
	}
	switch {
	case w.lead[a][c] == 0:
		return w.price.Near
	case w.n.Class == Lead:
		return 9 * w.price.Near
	}
	return 2 * w.price.Near
}

// spine is the price of a vertical step in frame f: its entry is reserved for the lead.
func (w *way) spine(f, x, y int32) int32 {
	fr := &w.in.Frames[w.byFrame[f]]
	if fr.Rows < 2 {
		return 0
	}
	if w.n.Class != Lead {
		if d := x - fr.Entry; d >= -3 && d <= 3 && y > w.in.Boxes[f].Y+3 {
			return 3 * w.price.Step
		}
	} else if w.n.fan() && w.leafIn == f && x != fr.Entry {
		return w.price.Step * 5 / 2
	}
	return 0
}
