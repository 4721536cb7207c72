package scene

import (
	"math"
	"slices"
)

// verbPad is how far the ground of a verb reaches beyond its text on either
// side, and badgeGap the space between that ground and a badge.
const (
	verbPad  = 3
	badgeGap = 1
)

// badge returns the badge of the relation with the given id, nil if it has none.
func (p *Picture) badge(id string) *BadgeMark {
	// Those in focus were added last.
	for i := range slices.Backward(p.Badges) {
		if p.Badges[i].ID == id {
			return &p.Badges[i]
		}
	}
	return nil
}

// badgeRoom returns how much longer than its text a verb is with the badge of
// the relation with the given id, 0 if it has none.
func (p *Picture) badgeRoom(id string) float64 {
	if b := p.badge(id); b != nil {
		return 2*b.Radius() + badgeGap + verbPad
	}
	return 0
}

// addVerb adds m, the verb of the relation with the given id. A badge would lie
// under it: it moves to the verb's beginning, and the two are centred at m.At.
func (p *Picture) addVerb(id string, m VerbMark) {
	if b := p.badge(id); b != nil {
		along := Vec{math.Cos(m.Angle), math.Sin(m.Angle)}
		at, half := m.At, (m.Width+p.badgeRoom(id))/2
		b.At, b.Front = at.add(along.mul(b.Radius()-half)), true
		m.At = at.add(along.mul(half - m.Width/2))
	}
	p.Verbs = append(p.Verbs, m)
}
