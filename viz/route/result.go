package route

// result lists the corners of every line and judges the whole.
func (r *Router) result() *Result {
	res := &Result{Routes: r.routes, Cost: r.Score()}
	for i := range r.routes {
		rt := &r.routes[i]
		res.Failed += rt.Failed
		for k := range rt.Paths {
			p := &rt.Paths[k]
			p.Points = r.grid.corners(p.states, p.Points[:0])
		}
		for _, m := range rt.marks {
			if m&1 == 0 && r.count[1][m>>1] > 0 && r.crosses(i, m>>1) {
				res.Crossings++
			}
			if r.count[m&1][m>>1] > 1 {
				res.Conflicts++
			}
		}
	}
	return res
}

// crosses reports whether a net other than i uses the vertical track of cell c.
func (r *Router) crosses(i int, c int32) bool {
	own := uint8(0)
	for _, m := range r.routes[i].marks {
		if m == c*2+1 {
			own = 1
		}
	}
	return r.count[1][c] > own
}

// corners appends the corners of a line to points.
func (g *grid) corners(states []int32, points []Point) []Point {
	for k, s := range states {
		if k > 0 && k < len(states)-1 && states[k+1]&3 == s&3 {
			continue
		}
		c := s >> 2
		y := c / g.w
		points = append(points, Point{c - y*g.w, y})
	}
	return points
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
