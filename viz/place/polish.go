package place

// Polish proposes small changes of a placement, one by one, to a caller that evaluates
// them by its own cost.
type Polish struct{ s *search }

// NewPolish returns a polish that starts at a state.
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

// Keep accepts the proposed change.
func (p *Polish) Keep() { p.s.trial.commit(p.s) }

// Undo reverts the proposed change.
func (p *Polish) Undo() { p.s.trial.undo(p.s) }

// Order returns the part of the cost for the arrangement of the lead, with the proposed
// change if there is one.
func (p *Polish) Order() float64 {
	if p.s.trial.count > 0 {
		return float64(p.s.trial.global) / unit
	}
	return float64(p.s.global) / unit
}

// Placement returns the placement with the proposed change.
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
