package scene

import "math"

// verbPad is the distance by which the ground of a verb extends beyond its text on
// either side, and badgeGap the space between that ground and a badge.
const (
	verbPad  = 3
	badgeGap = 1
)

// badgesOf returns the badges of the relation with the given id, in the order in
// which its line shows them.
func (p *Picture) badgesOf(id string) []BadgeMark {
	// Those in focus are added last, and together.
	end := len(p.Badges)
	for end > 0 && p.Badges[end-1].ID != id {
		end--
	}
	start := end
	for start > 0 && p.Badges[start-1].ID == id {
		start--
	}
	return p.Badges[start:end]
}

// badgeRoom returns the additional length of a verb for the badges of the relation with
// the given id, 0 if it has none.
func (p *Picture) badgeRoom(id string) float64 {
	room := 0.0
	for _, b := range p.badgesOf(id) {
		room += 2*b.Radius() + badgeGap
	}
	if room > 0 {
		room += verbPad
	}
	return room
}

// addVerb adds m, the verb of the relation with the given id. Badges would lie
// under it: they move to the verb's beginning, and all are centred at m.At.
func (p *Picture) addVerb(id string, m VerbMark) {
	if room := p.badgeRoom(id); room > 0 {
		along := Vec{math.Cos(m.Angle), math.Sin(m.Angle)}
		at, half := m.At, (m.Width+room)/2
		from := -half
		badges := p.badgesOf(id)
		for i := range badges {
			b := &badges[i]
			b.At, b.Front = at.add(along.mul(from+b.Radius())), true
			from += 2*b.Radius() + badgeGap
		}
		m.At = at.add(along.mul(half - m.Width/2))
	}
	p.Verbs = append(p.Verbs, m)
}
