package layout

import "math"

// spring is an edge as the simulation sees it. Strength and bias are
// d3-force's: a node with many links is pulled less by each.
type spring struct {
	from, to int32
	length   float64 // at rest
	strength float64 // 1 / the smaller degree of the two
	bias     float64 // the share of the pull that To takes, 0 to 1
}

// newSprings returns the springs of g; loops pull nothing. With homes, a spring
// is at rest when its ends are at home.
func newSprings(g Graph, length float64) []spring {
	degree := make([]float64, len(g.Boxes))
	for _, e := range g.Edges {
		if e.From != e.To {
			degree[e.From]++
			degree[e.To]++
		}
	}
	var springs []spring
	for _, e := range g.Edges {
		if e.From == e.To {
			continue
		}
		a, b := degree[e.From], degree[e.To]
		s := spring{from: e.From, to: e.To, length: length, strength: 1 / min(a, b), bias: a / (a + b)}
		if g.Home != nil {
			p, q := g.Home[e.From], g.Home[e.To]
			s.length = math.Hypot(q.X-p.X, q.Y-p.Y)
		}
		springs = append(springs, s)
	}
	return springs
}

// link pulls linked bodies to their spring's length, using their next positions as
// d3-force does.
func (m *Simulation) link(alpha float64) {
	for i := range m.springs {
		s := &m.springs[i]
		p, q := &m.next[s.from], &m.next[s.to]
		dx, dy := q.X-p.X, q.Y-p.Y
		l := math.Sqrt(dx*dx + dy*dy)
		for l == 0 {
			dx, dy = m.jiggle(), m.jiggle()
			l = math.Sqrt(dx*dx + dy*dy)
		}
		k := (l - s.length) / l * alpha * s.strength
		dx, dy = dx*k, dy*k
		q.X -= dx * s.bias
		q.Y -= dy * s.bias
		p.X += dx * (1 - s.bias)
		p.Y += dy * (1 - s.bias)
	}
}
