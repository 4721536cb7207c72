package place

// Polish proposes small changes of a placement, one by one, to a caller who
// judges them by other means than the cost of this package.
type Polish struct{ s *search }

// NewPolish returns a polish that begins at a state.
func NewPolish(in *Input, w Weights, st State, seed uint64) *Polish {
	s := newSearch(in, w)
	s.rng = random(seed)
	s.begin(st)
	return &Polish{s}
}

// Propose makes a random change that raises the cost by at most slack and makes
// no overlap, and reports whether it found one. [Polish.Keep] or [Polish.Undo]
// must follow.
func (p *Polish) Propose(slack float64) bool {
	s := p.s
	const tries = 200
	for range tries {
		if !s.propose(100) {
			continue
		}
		if s.trial.evaluate(s, int(parts(slack))) && !s.trial.overlaps(s) {
			return true
		}
		s.trial.undo(s)
	}
	return false
}

// Keep makes the proposed change for good.
func (p *Polish) Keep() { p.s.trial.commit(p.s) }

// Undo takes the proposed change back.
func (p *Polish) Undo() { p.s.trial.undo(p.s) }

// Order is the part of the cost that says how the lead runs, of the proposed
// change or, without one, of the placement.
func (p *Polish) Order() float64 {
	if p.s.trial.count > 0 {
		return float64(p.s.trial.global) / unit
	}
	return float64(p.s.global) / unit
}

// Placement returns where everything is, the proposed change included.
func (p *Polish) Placement() Placement { return p.s.placement() }

// overlaps reports whether a moved item is closer to another than the gap.
func (t *trial) overlaps(s *search) bool {
	ni := len(s.items)
	for k := range t.count {
		for j := range ni {
			if t.overlap[k*ni+j] > 0 {
				return true
			}
		}
	}
	return false
}
