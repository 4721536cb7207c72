package place

// overlapCost is the cost of two items that are closer than the gap; it grows with the
// overlap.
func (s *search) overlapCost(i, j int32) int32 {
	a, b := &s.items[i], &s.items[j]
	gap := s.Gap
	if a.frame >= 0 || b.frame >= 0 {
		gap++
	}
	dx := abs(a.x-b.x) - (a.size.W+b.size.W)/2
	if dx >= gap {
		return 0
	}
	dy := abs(a.y-b.y) - (a.size.H+b.size.H)/2
	if dy >= gap {
		return 0
	}
	return int32(s.w.overlap) * (10 + 3*min(gap-dx, gap-dy)) / 10
}

// lengthCost is the cost of edge k's length, less the bonus for alignment, plus the
// cost of too short a visible part.
func (s *search) lengthCost(k int32) int32 {
	g, e := &s.segment[k], &s.edges[k]
	dx, dy := abs(g.ax-g.bx), abs(g.ay-g.by)
	c := e.length * (10*(dx+dy) + 3*min(dx, dy))
	if dx == 0 || dy == 0 {
		c -= e.aligned
	}
	ra, rb := &s.rect[e.a], &s.rect[e.b]
	gx := max(ra.X-rb.X-rb.W, rb.X-ra.X-ra.W)
	gy := max(ra.Y-rb.Y-rb.H, rb.Y-ra.Y-ra.H)
	if gap := max(gx, gy); gap < e.room && gap > -1 {
		c += e.tight * (e.room - gap) / e.room
	}
	return c
}

// throughCost is the cost of edge k passing through node v, or within a cell of it.
func (s *search) throughCost(k, v int32) int32 {
	g, r := &s.segment[k], &s.rect[v]
	l, t, right, b := r.X-1, r.Y-1, r.X+r.W+1, r.Y+r.H+1
	if g.right <= l || g.left >= right || g.bottom <= t || g.top >= b {
		return 0
	}
	e := &s.edges[k]
	if v == e.a || v == e.b || s.isFrame[v] && (s.ownerOf[e.a] == v || s.ownerOf[e.b] == v) {
		return 0
	}
	ux, uy := g.bx-g.ax, g.by-g.ay
	lx, rx, ty, by := uy*(l-g.ax), uy*(right-g.ax), ux*(t-g.ay), ux*(b-g.ay)
	if s1, s2, s3, s4 := ty-lx, ty-rx, by-lx, by-rx; s1 > 0 && s2 > 0 && s3 > 0 && s4 > 0 || s1 < 0 && s2 < 0 && s3 < 0 && s4 < 0 {
		return 0
	}
	return e.through * s.trial.nodeWeight[v] / unit
}

// crossingCost is the cost of two edges that cross. Edges that share an end don't
// cross.
func (s *search) crossingCost(i, j int32) int32 {
	a, b := &s.segment[i], &s.segment[j]
	if a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top {
		return 0
	}
	e, f := &s.edges[i], &s.edges[j]
	if e.a == f.a || e.a == f.b || e.b == f.a || e.b == f.b {
		return 0
	}
	ux, uy := a.bx-a.ax, a.by-a.ay
	if s1, s2 := ux*(b.ay-a.ay)-uy*(b.ax-a.ax), ux*(b.by-a.ay)-uy*(b.bx-a.ax); s1 >= 0 && s2 >= 0 || s1 <= 0 && s2 <= 0 {
		return 0
	}
	vx, vy := b.bx-b.ax, b.by-b.ay
	if s1, s2 := vx*(a.ay-b.ay)-vy*(a.ax-b.ax), vx*(a.by-b.ay)-vy*(a.bx-b.ax); s1 >= 0 && s2 >= 0 || s1 <= 0 && s2 <= 0 {
		return 0
	}
	return s.crossCost[int(i)*len(s.edges)+int(j)]
}

func abs(v int32) int32 {
	if v < 0 {
		return -v
	}
	return v
}
