package layout

// home pulls every body back to its home. Springs at rest there and the
// charge's rest force make home an equilibrium: a drag disturbs the neighbours,
// and after it all return.
func (m *Simulation) home(alpha float64) {
	k := m.settings.Home * alpha
	for i, h := range m.graph.Home {
		m.next[i].X += (h.X - m.place[i].X) * k
		m.next[i].Y += (h.Y - m.place[i].Y) * k
	}
}
