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
			if m&1 == 0 && r.count[1][m>>1] > 0 && r.crosses(rt, m>>1) {
				res.Crossings++
			}
			if r.count[m&1][m>>1] > 1 {
				res.Conflicts++
			}
		}
	}
	return res
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
