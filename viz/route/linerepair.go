package route

import "slices"

// lineRepair replaces the parts of a line that boxes block.
type lineRepair struct {
	*way
	budget int // of states in a search, which is then given up
}

// line returns the states of a line that follows the given one where possible, or nil
// if it finds none.
func (w lineRepair) line(line []int32, trunked bool) []int32 {
	for trunked && len(line) > 2 && w.onTrunk(line[1]) {
		line = line[1:]
	}
	n := len(line)
	starts, ends := w.startsAt(line[0], trunked), w.endsAt(line[n-1])
	from, to := 0, n // line[:from] and line[to:] are kept
	if starts {
		for from = 1; from < n-1 && w.passes(line[from]); from++ {
		}
	}
	if ends {
		for to = n - 1; to > 1 && w.passes(line[to-1]); to-- {
		}
	}
	switch {
	case starts && ends && from >= to:
		return line
	case starts || ends:
		return w.join(line[:from], line[to:], trunked)
	}
	middle := w.longestRun(line)
	if len(middle) < 3 {
		return nil
	}
	head := w.join(nil, middle, trunked)
	if head == nil {
		return nil
	}
	return w.join(head, nil, trunked)
}

// startsAt reports whether the line may start in state s: on the trunk, or at a port
// of the hub.
func (w lineRepair) startsAt(s int32, trunked bool) bool {
	c := s >> 2
	if trunked && slices.ContainsFunc(w.memory.trunk, func(t trunk) bool { return t.state>>2 == c }) {
		return true
	}
	if w.onTrunk(s) || !w.ours(c) || trunked && w.n.Joint {
		return false
	}
	for _, p := range w.ports(w.hub, true) {
		if p.cell*4+p.direction == s {
			return true
		}
	}
	return false
}

// onTrunk reports whether state s is on the trunk of the net.
func (w lineRepair) onTrunk(s int32) bool { return w.memory.tree[s>>2] == w.memory.treeStamp }

// endsAt reports whether the line may end in state s, at a port of the leaf.
func (w lineRepair) endsAt(s int32) bool {
	if !w.ours(s >> 2) {
		return false
	}
	for _, p := range w.ports(w.leaf, false) {
		if p.cell*4+(p.direction+2)&3 == s {
			return true
		}
	}
	return false
}

// passes reports whether the line may pass through state s, off the trunk.
func (w lineRepair) passes(s int32) bool {
	c := s >> 2
	y := c / w.grid.w
	return !w.onTrunk(s) && w.open(c, c-y*w.grid.w, y)
}

// longestRun returns the longest part of a line that may stay.
func (w lineRepair) longestRun(line []int32) []int32 {
	var best []int32
	first := 1
	for k := 1; k < len(line); k++ {
		if k < len(line)-1 && w.passes(line[k]) {
			continue
		}
		if k-first > len(best) {
			best = line[first:k]
		}
		first = k + 1
	}
	return best
}

// join returns the states of a line that leaves head anywhere and enters tail anywhere,
// or nil. Without a head it starts, and without a tail it ends, like any other line.
func (w lineRepair) join(head, tail []int32, trunked bool) []int32 {
	m, p := &w.memory, &w.price
	w.begin()
	price := int32(0)
	for k := len(tail) - 1; k >= 0; k-- {
		s := tail[k]
		if k < len(tail)-1 {
			price += p.Step
			if s&3 != tail[k+1]&3 {
				price += w.n.bend
			}
		}
		m.target[s], m.targetStamp[s] = ^price, m.stamp
		if k == len(tail)-1 && !w.passes(s) { // a port
			m.target[s] = 0
		}
	}
	if len(tail) == 0 {
		w.aim()
	}
	price = 0
	for k, s := range head {
		before := int32(-1)
		if k > 0 {
			before = head[k-1]
			price += p.Step
			if s&3 != before&3 {
				price += w.n.bend
			}
		}
		w.start(s, price, before)
	}
	if len(head) == 0 {
		w.leave(trunked)
	}
	w.limit = w.work + w.budget
	states, _ := w.run(trunked)
	w.limit = -1
	if states == nil {
		return nil
	}
	for k, s := range tail {
		if s == states[len(states)-1] {
			states = append(states, tail[k+1:]...)
			break
		}
	}
	return w.withoutLoops(states)
}

// withoutLoops removes the part of a line between two visits of a cell.
func (w lineRepair) withoutLoops(states []int32) []int32 {
	m := &w.memory
	m.stamp++
	out := states[:0]
	for _, s := range states {
		if c := s >> 2; m.marked[2*c] == m.stamp {
			for out[len(out)-1]>>2 != c {
				m.marked[2*(out[len(out)-1]>>2)] = 0
				out = out[:len(out)-1]
			}
			continue
		}
		m.marked[2*(s>>2)] = m.stamp
		out = append(out, s)
	}
	return out
}
