package place

import "math"

// pushRounds is the number of rounds in which all pairs of items are pushed apart.
const pushRounds = 40

// separate moves items that are closer than the gap, by pushing them apart or by moving
// the smaller of two to the nearest free place, whichever moves them less. It reports
// whether all are apart.
func (s settling) separate(o Settling) bool {
	before := s.state()
	pushed := s.pushApart(o)
	one, way := s.state(), s.moved(before)
	if pushed && way == 0 {
		return true
	}
	s.put(before)
	jumped := s.jumpApart(o)
	if pushed && (!jumped || way <= s.moved(before)) {
		s.put(one)
	}
	return pushed || jumped
}

// put moves items to their places in st; the insides of frames stay.
func (s settling) put(st State) {
	for i := range s.items {
		s.items[i].x, s.items[i].y = st.X[i], st.Y[i]
		s.lay(int32(i))
	}
}

// moved returns the total distance of all items from their places in st.
func (s settling) moved(st State) int {
	sum := 0
	for i := range s.items {
		sum += int(abs(s.items[i].x-st.X[i]) + abs(s.items[i].y-st.Y[i]))
	}
	return sum
}

// pushApart pushes items apart along the axis on which they have the shorter way, and
// reports whether all are apart.
func (s settling) pushApart(o Settling) bool {
	for range pushRounds {
		clean := true
		for i := range int32(len(s.items)) {
			for j := range i {
				clean = s.push(i, j, o) && clean
			}
		}
		if clean {
			return true
		}
	}
	return false
}

// jumpApart moves the smaller of two items that are too close to the nearest free
// place, and reports whether all are apart.
func (s settling) jumpApart(o Settling) bool {
	for i := range int32(len(s.items)) {
		for j := range i {
			if dx, dy := s.lack(i, j, o.Gap); dx <= 0 || dy <= 0 {
				continue
			}
			k, a, b := i, &s.items[i], &s.items[j]
			if (o.Fresh[i] == o.Fresh[j] && a.size.W*a.size.H > b.size.W*b.size.H) || o.Fresh[j] && !o.Fresh[i] {
				k = j
			}
			if !s.jump(k, o.Gap) {
				return false
			}
		}
	}
	return true
}

// jump moves item i to the nearest place that is free, and reports whether there is one.
func (s settling) jump(i, gap int32) bool {
	it := &s.items[i]
	x0, y0 := it.x, it.y
	bestX, bestY, least := x0, y0, int32(math.MaxInt32)
	for y := it.size.H/2 + s.Margin.H; y <= s.Area.H-it.size.H/2-s.Margin.H; y++ {
		for x := it.size.W/2 + s.Margin.W; x <= s.Area.W-it.size.W/2-s.Margin.W; x++ {
			if d := abs(x-x0) + abs(y-y0); d < least {
				if it.x, it.y = x, y; s.free(i, gap) {
					bestX, bestY, least = x, y, d
				}
			}
		}
	}
	it.x, it.y = bestX, bestY
	s.lay(i)
	return least < math.MaxInt32
}

// free reports whether item i keeps the gap to all others.
func (s settling) free(i, gap int32) bool {
	for j := range int32(len(s.items)) {
		if dx, dy := s.lack(i, j, gap); j != i && dx > 0 && dy > 0 {
			return false
		}
	}
	return true
}

// lack returns how much the distance of two items is short of the gap, along each axis.
// They are too close if it is on both.
func (s settling) lack(i, j, gap int32) (dx, dy int32) {
	a, b := &s.items[i], &s.items[j]
	if a.frame >= 0 || b.frame >= 0 {
		gap++
	}
	return gap + (a.size.W+b.size.W)/2 - abs(a.x-b.x), gap + (a.size.H+b.size.H)/2 - abs(a.y-b.y)
}

// push moves two items apart, and reports whether they were.
func (s settling) push(i, j int32, o Settling) bool {
	a, b := &s.items[i], &s.items[j]
	dx, dy := s.lack(i, j, o.Gap)
	if dx <= 0 || dy <= 0 {
		return true
	}
	ax, ay := dx, int32(0)
	if dy < dx {
		ax, ay = 0, dy
	}
	if a.x < b.x {
		ax = -ax
	}
	if a.y < b.y {
		ay = -ay
	}
	share := func(v int32) int32 { // of i
		switch {
		case o.Fresh[i] && !o.Fresh[j]:
			return v
		case o.Fresh[j] && !o.Fresh[i]:
			return 0
		}
		return v / 2
	}
	x, y := a.x, a.y
	a.x, a.y = s.within(i, a.x+share(ax), a.y+share(ay))
	b.x, b.y = s.within(j, b.x-(ax-(a.x-x)), b.y-(ay-(a.y-y)))
	s.lay(i)
	s.lay(j)
	return false
}
