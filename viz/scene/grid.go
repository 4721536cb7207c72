package scene

import "math"

// grid finds the dots near a point: cells of the world with the nodes in them.
type grid struct {
	stale bool
	cells
	reach float64 // radius of the largest dot, in units
}

// wires finds the edges near a point, likewise.
type wires struct {
	stale bool
	cells
}

// cells are squares of the world, in rows; cell c holds items[first[c]:first[c+1]].
type cells struct {
	x, y, side float64
	cols, rows int
	first      []int32
	items      []int32
}

// cover sizes the cells for so many items in the area of the nodes.
func (c *cells) cover(nodes []node, per float64) {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for i := range nodes {
		at := nodes[i].at
		x0, y0, x1, y1 = min(x0, at.X), min(y0, at.Y), max(x1, at.X), max(y1, at.Y)
	}
	w, h := x1-x0, y1-y0
	c.side = max(math.Sqrt(w*h*per/float64(len(nodes))), max(w, h)/2000, 1e-3)
	c.x, c.y, c.cols, c.rows = x0, y0, int(w/c.side)+1, int(h/c.side)+1
	c.first = make([]int32, c.cols*c.rows+1)
}

// at returns the column and row of a point, which may lie outside.
func (c *cells) at(p Vec) (col, row int) {
	return int(math.Floor((p.X - c.x) / c.side)), int(math.Floor((p.Y - c.y) / c.side))
}

// in returns the items of a cell, none outside.
func (c *cells) in(col, row int) []int32 {
	if col < 0 || row < 0 || col >= c.cols || row >= c.rows {
		return nil
	}
	k := row*c.cols + col
	return c.items[c.first[k]:c.first[k+1]]
}

// fill puts items into cells: each calls put for every cell that item i is in.
func (c *cells) fill(n int, each func(i int, put func(cell int))) {
	for i := range n {
		each(i, func(cell int) { c.first[cell+1]++ })
	}
	for k := 1; k < len(c.first); k++ {
		c.first[k] += c.first[k-1]
	}
	c.items = make([]int32, c.first[len(c.first)-1])
	next := append([]int32(nil), c.first...)
	for i := range n {
		each(i, func(cell int) {
			c.items[next[cell]] = int32(i)
			next[cell]++
		})
	}
}

// near returns the grid of dots as they stand now.
func (s *Scene) dotGrid() *grid {
	g := &s.field.grid
	if !g.stale {
		return g
	}
	g.stale = false
	g.cover(s.nodes, 2)
	g.fill(len(s.nodes), func(i int, put func(int)) {
		col, row := g.at(s.nodes[i].at)
		put(row*g.cols + col)
	})
	g.reach = 0
	sizes := s.dotSizes()
	for v := range s.nodes {
		g.reach = max(g.reach, sizes.of(v))
	}
	return g
}

// wireGrid returns the grid of edges as they stand now. Its cells are larger,
// since edges are long.
func (s *Scene) wireGrid() *wires {
	g := &s.field.wires
	if !g.stale {
		return g
	}
	g.stale = false
	const most = 64.0 * 64
	g.cover(s.nodes, max(2, float64(len(s.nodes))/most))
	g.fill(len(s.edges), func(i int, put func(int)) {
		g.along(s.nodes[s.edges[i].from].at, s.nodes[s.edges[i].to].at, put)
	})
	return g
}

// along calls put for the cells through which a line runs, row by row.
func (c *cells) along(a, b Vec, put func(cell int)) {
	if a.Y > b.Y {
		a, b = b, a
	}
	_, top := c.at(a)
	_, bottom := c.at(b)
	for row := top; row <= bottom; row++ {
		// The part of the line in this row's band.
		from, to := a, b
		if y := c.y + float64(row)*c.side; row > top {
			from = a.lerp(b, (y-a.Y)/(b.Y-a.Y))
		}
		if y := c.y + float64(row+1)*c.side; row < bottom {
			to = a.lerp(b, (y-a.Y)/(b.Y-a.Y))
		}
		left, _ := c.at(Vec{min(from.X, to.X), from.Y})
		right, _ := c.at(Vec{max(from.X, to.X), from.Y})
		for col := max(left, 0); col <= min(right, c.cols-1); col++ {
			put(row*c.cols + col)
		}
	}
}

// hitField returns what stands at a point of the world; slop is in world units.
func (s *Scene) hitField(p Vec, slop float64) string {
	if v, ok := s.dotAt(p, slop/2); ok {
		return s.nodes[v].model.ID
	}
	if i, ok := s.wireAt(p, slop); ok {
		return s.edges[i].model.ID
	}
	return ""
}

// dotAt finds the dot at p, or the nearest that it misses by no more than slop.
// Of dots that lie over each other it is the most important, which is on top.
func (s *Scene) dotAt(p Vec, slop float64) (int, bool) {
	g := s.dotGrid()
	zoom := s.view.Zoom
	reach := g.reach*s.unit()*s.grown(zoom)/zoom + slop
	c0, r0 := g.at(Vec{p.X - reach, p.Y - reach})
	c1, r1 := g.at(Vec{p.X + reach, p.Y + reach})
	best, found := math.Inf(1), -1
	for row := max(r0, 0); row <= min(r1, g.rows-1); row++ {
		for col := max(c0, 0); col <= min(c1, g.cols-1); col++ {
			for _, i := range g.in(col, row) {
				v := int(i)
				if s.nodes[v].hidden {
					continue
				}
				d := max(s.nodes[v].at.to(p)-s.radius(v, zoom)/zoom, 0)
				if d > slop {
					continue
				}
				if d < best || d == best && s.before(v, found) {
					best, found = d, v
				}
			}
		}
	}
	return found, found >= 0
}

// before reports whether node a is more important than node b.
func (s *Scene) before(a, b int) bool {
	f := s.field
	if f.degree[a] != f.degree[b] {
		return f.degree[a] > f.degree[b]
	}
	return s.nodes[a].model.ID < s.nodes[b].model.ID
}

// wireAt finds the edge nearest to p. Where edges lie so close together that
// none can be meant, only those of what is selected or pointed at are found.
func (s *Scene) wireAt(p Vec, slop float64) (int, bool) {
	best, found := math.Inf(1), -1
	try := func(i int32) {
		st := &s.edges[i]
		if st.hidden {
			return
		}
		a, b := s.wire(int(i), s.view.Zoom)
		if d := toSegment(p, a, b); d <= slop && (d < best || d == best && int(i) < found) {
			best, found = d, int(i)
		}
	}
	for _, i := range s.field.lit.edges {
		try(i)
	}
	if found >= 0 || s.spacing()*s.view.Zoom < s.Settings.WireSpacing {
		return found, found >= 0
	}
	g := s.wireGrid()
	margin := slop + s.Settings.Gap/s.view.Zoom
	c0, r0 := g.at(Vec{p.X - margin, p.Y - margin})
	c1, r1 := g.at(Vec{p.X + margin, p.Y + margin})
	for row := r0; row <= r1; row++ {
		for col := c0; col <= c1; col++ {
			for _, i := range g.in(col, row) {
				try(i)
			}
		}
	}
	return found, found >= 0
}

// wire returns the ends of edge i in the world: the middles of its nodes, or,
// where several lie side by side, beside them.
func (s *Scene) wire(i int, zoom float64) (a, b Vec) {
	st := &s.edges[i]
	a, b = s.nodes[st.from].at, s.nodes[st.to].at
	if slot := s.field.slot[i]; slot != 0 {
		off := b.sub(a).unit().left().mul(float64(slot) * s.Settings.Gap * min(1, s.spacing()*zoom/60) / zoom)
		a, b = a.add(off), b.add(off)
	}
	return a, b
}
