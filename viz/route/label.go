package route

// reserve keeps a place beside the longest upright run of net i for its label,
// if there is one without a box or a line of the lead.
func (r *Router) reserve(i int) {
	size := r.nets[i].Label
	if size.X == 0 {
		return
	}
	g := r.grid
	best, score := Label{Net: i}, int32(1<<30)
	for _, p := range r.routes[i].Paths {
		for k, s := range p.states {
			if s&1 == 0 {
				continue
			}
			y := (s >> 2) / g.w
			x := s>>2 - y*g.w
			for _, side := range [2]bool{true, false} {
				area := Rect{x, y - size.Y/2, size.X, size.Y}
				if !side {
					area.X = x - size.X
				}
				if !r.vacant(area, x) {
					continue
				}
				beside := int32(0)
				for yy := area.Y; yy <= area.Bottom(); yy++ {
					if r.count[1][g.cell(x, yy)] > 0 {
						beside++
					}
				}
				if sc := (size.Y+1-beside)*60 + abs(int32(2*k-len(p.states))); sc < score {
					best.Area, best.Right, score = area, side, sc
				}
			}
		}
	}
	if score == 1<<30 {
		return
	}
	r.labels = append(r.labels, best)
	g.each(best.Area, func(x, y, c int32) { r.label[c] = int16(i + 1) })
}

// vacant reports whether an area is on the lattice and free of boxes, titles,
// borders and, but for column x, of the lead.
func (r *Router) vacant(area Rect, x int32) bool {
	g := r.grid
	if area.X < 1 || area.Y < 1 || area.Right() >= g.w-1 || area.Bottom() >= g.h-1 {
		return false
	}
	ok := true
	g.each(area, func(xx, yy, c int32) {
		if g.owners[0][c][0] != free || g.title[c] || g.border[c] != off || r.label[c] != 0 ||
			xx != x && (r.lead[0][c] > 0 || r.lead[1][c] > 0) {
			ok = false
		}
	})
	return ok
}
