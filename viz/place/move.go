package place

// move tries one random change at a temperature. left, from 1000 down to 0, is the
// remaining part of the search: moves become shorter.
func (s *search) move(temperature int, left int32) {
	limit := s.rng.rise(temperature)
	if len(s.chain.spine) > 0 && s.rng.chance(1) {
		s.moveSpine(limit)
		return
	}
	if !s.propose(left) {
		return
	}
	if s.trial.evaluate(s, limit) {
		s.trial.commit(s)
	} else {
		s.trial.undo(s)
	}
}

// propose makes one random change, or reports that it drew none.
func (s *search) propose(left int32) bool {
	kind := s.rng.below(100)
	i := int32(s.rng.below(len(s.items)))
	it := &s.items[i]
	t := &s.trial
	switch {
	case it.frame >= 0 && len(it.in.order) > 1 && s.rng.chance(40):
		t.hold(s, i)
		s.reorder(it)
		it.x, it.y = s.within(i, it.x, it.y)
	case kind < 14:
		j := int32(s.rng.below(len(s.items)))
		if i == j || it.frame >= 0 || s.items[j].frame >= 0 {
			return false
		}
		t.hold(s, i)
		t.hold(s, j)
		jt := &s.items[j]
		x, y := it.x, it.y
		it.x, it.y = s.within(i, jt.x, jt.y)
		jt.x, jt.y = s.within(j, x, y)
	case kind < 50:
		t.hold(s, i)
		reach := 40 + left/2 // thousandths of the area
		it.x, it.y = s.snap(i, it.x+s.rng.within(s.Area.W*reach/1000), it.y+s.rng.within(s.Area.H*reach/1000))
	case kind < 58:
		t.hold(s, i)
		it.x, it.y = s.snap(i, int32(s.rng.below(int(s.Area.W))), int32(s.rng.below(int(s.Area.H))))
	case kind < 80:
		if len(it.edges) == 0 {
			return false
		}
		t.hold(s, i)
		s.align(i, it.edges[s.rng.below(len(it.edges))])
	default:
		t.hold(s, i)
		it.x, it.y = s.within(i, it.x+s.rng.within(s.Step), it.y+s.rng.within(s.Step))
	}
	return true
}

// reorder swaps two members of a frame, or changes the number of its columns.
func (s *search) reorder(it *item) {
	f := &s.Frames[it.frame]
	n := len(it.in.order)
	columns := it.in.columns
	if n > 3 && s.rng.chance(15) {
		switch s.rng.below(3) {
		case 0:
			it.in.columns = n
		case 1:
			it.in.columns = (n + 1) / 2
		default:
			it.in.columns = min(1+s.rng.below(4), n)
		}
	} else {
		a, b := s.rng.below(n), s.rng.below(n)
		it.in.order[a], it.in.order[b] = it.in.order[b], it.in.order[a]
	}
	it.in.arrange(f, s.Boxes)
	if it.in.columns != columns && !it.in.fits(s.Area, f) {
		it.in.columns = columns
		it.in.arrange(f, s.Boxes)
	}
	it.size = it.in.size
}

// align brings item i into line with the other end of edge k.
func (s *search) align(i, k int32) {
	me, other := s.edges[k].a, s.edges[k].b
	if s.itemOf[me] != i {
		me, other = other, me
	}
	if s.itemOf[other] == i {
		return
	}
	it, r, o := &s.items[i], &s.rect[me], &s.rect[other]
	if s.rng.chance(50) {
		it.x, it.y = s.within(i, it.x+o.X+o.W/2-r.X-r.W/2, it.y)
	} else {
		it.x, it.y = s.within(i, it.x, it.y+o.Y+o.H/2-r.Y-r.H/2)
	}
}

// moveSpine moves all of the lead at once, or lines it up.
func (s *search) moveSpine(limit int) {
	before, total := s.chain.spine, s.total
	var xs, ys [64]int32
	if len(before) > len(xs) {
		return
	}
	dx, dy := s.rng.within(s.Area.W/4), int32(0)
	if s.rng.chance(50) {
		dy = s.rng.within(6)
	}
	for k, i := range before {
		it := &s.items[i]
		xs[k], ys[k] = it.x, it.y
		it.x, it.y = s.within(i, it.x+dx, it.y+dy)
	}
	if s.rng.chance(50) {
		for _, i := range before {
			s.lay(i)
		}
		for k := len(s.chain.children) - 1; k >= 0; k-- {
			f := &s.chain.children[k]
			if i := s.itemOf[f.node]; f.alone && s.frameOf[f.node] < 0 {
				s.items[i].x, s.items[i].y = s.within(i, f.axis(s), s.items[i].y)
				s.lay(i)
			}
		}
	}
	s.costOf()
	if s.total > total+limit {
		for k, i := range before {
			s.items[i].x, s.items[i].y = xs[k], ys[k]
		}
		s.costOf()
	}
}
