package layout

import "math"

// rank pulls ranked bodies towards their height: superiors are above inferiors.
func (m *Simulation) rank(alpha float64) {
	k := m.settings.Rank * alpha
	for i, y := range m.graph.Rank {
		if !math.IsNaN(y) {
			m.next[i].Y += (y - m.place[i].Y) * k
		}
	}
}
