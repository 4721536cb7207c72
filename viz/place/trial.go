package place

// trial is a change of one or two items whose cost is computed before it is accepted.
// It holds the values that the change replaces and never allocates.
type trial struct {
	nodeWeight []int32 // factor for the cost of a line through each node, in parts

	moved  [2]int32
	count  int
	x, y   [2]int32 // before
	size   [2]Size
	in     [2]inner
	edges  []int32 // that end in a moved item
	marked []bool  // of edges
	global int

	length  []int32 // new, parallel to edges
	overlap []int32 // moved × item
	cross   []int32 // edges × edge
	through []int32 // edges × node
	over    []int32 // node of a moved item × edge
	sum     int     // of the parts of all this that are not in rows above
}

func newTrial(s *search) trial {
	n, ne, ni := len(s.Boxes), len(s.Edges), len(s.items)
	members := 0
	for _, f := range s.Frames {
		members = max(members, len(f.Members))
	}
	return trial{
		nodeWeight: s.trial.nodeWeight,
		in:         [2]inner{newInner(members), newInner(members)},
		edges:      make([]int32, 0, ne), marked: make([]bool, ne), length: make([]int32, ne),
		overlap: make([]int32, 2*ni), cross: make([]int32, ne*ne), through: make([]int32, ne*n), over: make([]int32, n*ne),
	}
}

// hold starts a trial: it saves item i, which is about to change.
func (t *trial) hold(s *search, i int32) {
	it := &s.items[i]
	k := t.count
	t.moved[k], t.x[k], t.y[k], t.size[k] = i, it.x, it.y, it.size
	if it.frame >= 0 {
		t.in[k].order, t.in[k].at = t.in[k].order[:len(it.in.order)], t.in[k].at[:len(it.in.at)]
		t.in[k].set(&it.in)
	}
	t.count++
	for _, e := range it.edges {
		if !t.marked[e] {
			t.marked[e] = true
			t.edges = append(t.edges, e)
		}
	}
}

// evaluate reports whether the change raises the cost by at most limit, and
// keeps what commit needs. It stops as soon as the answer is no.
func (t *trial) evaluate(s *search, limit int) bool {
	n, ne, ni := len(s.Boxes), len(s.Edges), len(s.items)
	for k := range t.count {
		s.lay(t.moved[k])
	}
	// The costs that the change removes.
	t.sum = -s.global
	for k, e := range t.edges {
		t.sum -= int(s.length[e])
		for _, c := range s.through[int(e)*n : int(e+1)*n] {
			t.sum -= int(c)
		}
		row := s.cross[int(e)*ne : int(e+1)*ne]
		for _, c := range row {
			t.sum -= int(c)
		}
		for _, f := range t.edges[:k] { // counted twice
			t.sum += int(row[f])
		}
	}
	for k := range t.count {
		i := t.moved[k]
		for j := range ni {
			if k == 0 || int32(j) != t.moved[0] {
				t.sum -= int(s.overlap[int(i)*ni+j])
			}
		}
		for _, v := range s.items[i].nodes {
			for e := range ne {
				if !t.marked[e] {
					t.sum -= int(s.through[e*n+int(v)])
				}
			}
		}
	}
	// The costs that it adds; lengths first, which alone may be below zero.
	t.global = s.chain.cost(s)
	t.sum += t.global
	for k, e := range t.edges {
		t.length[k] = s.lengthCost(e)
		t.sum += int(t.length[k])
	}
	if t.sum > limit {
		return false
	}
	for k := range t.count {
		i := t.moved[k]
		for j := range int32(ni) {
			c := int32(0)
			if j != i {
				c = s.overlapCost(i, j)
				if k == 0 || j != t.moved[0] {
					t.sum += int(c)
				}
			}
			t.overlap[k*ni+int(j)] = c
		}
	}
	if t.sum > limit {
		return false
	}
	for k, e := range t.edges {
		row := t.through[k*n : (k+1)*n]
		for v := range int32(n) {
			row[v] = s.throughCost(e, v)
			t.sum += int(row[v])
		}
		if t.sum > limit {
			return false
		}
	}
	at := 0
	for k := range t.count {
		for _, v := range s.items[t.moved[k]].nodes {
			row := t.over[at : at+ne]
			at += ne
			for e := range int32(ne) {
				if !t.marked[e] {
					row[e] = s.throughCost(e, v)
					t.sum += int(row[e])
				}
			}
			if t.sum > limit {
				return false
			}
		}
	}
	for k, e := range t.edges {
		row := t.cross[k*ne : (k+1)*ne]
		for f := range int32(ne) {
			row[f] = 0
			if f != e {
				row[f] = s.crossingCost(e, f)
				t.sum += int(row[f])
			}
		}
		for _, f := range t.edges[:k] {
			t.sum -= int(row[f])
		}
		if t.sum > limit {
			return false
		}
	}
	return true
}

// commit accepts the change that was evaluated.
func (t *trial) commit(s *search) {
	n, ne, ni := len(s.Boxes), len(s.Edges), len(s.items)
	s.total += t.sum
	s.global = t.global
	for k := range t.count {
		i := int(t.moved[k])
		for j := range ni {
			c := t.overlap[k*ni+j]
			s.overlap[i*ni+j], s.overlap[j*ni+i] = c, c
		}
	}
	at := 0
	for k := range t.count {
		for _, v := range s.items[t.moved[k]].nodes {
			for e := range ne {
				if !t.marked[e] {
					s.through[e*n+int(v)] = t.over[at+e]
				}
			}
			at += ne
		}
	}
	for k, e := range t.edges {
		s.length[e] = t.length[k]
		copy(s.through[int(e)*n:int(e+1)*n], t.through[k*n:(k+1)*n])
		for f, c := range t.cross[k*ne : (k+1)*ne] {
			s.cross[int(e)*ne+f], s.cross[f*ne+int(e)] = c, c
		}
	}
	t.end()
}

// undo puts the moved items back.
func (t *trial) undo(s *search) {
	for k := range t.count {
		it := &s.items[t.moved[k]]
		it.x, it.y, it.size = t.x[k], t.y[k], t.size[k]
		if it.frame >= 0 {
			it.in.set(&t.in[k])
		}
		s.lay(t.moved[k])
	}
	t.end()
}

func (t *trial) end() {
	for _, e := range t.edges {
		t.marked[e] = false
	}
	t.edges, t.count = t.edges[:0], 0
}
