package layout

// center shifts the whole picture so that the mean of all places comes to the
// origin. With homes there is nothing to centre: they say where the picture is.
func (m *Simulation) center() {
	if m.graph.Home != nil || m.settings.Center == 0 {
		return
	}
	var sum Point
	for _, p := range m.place {
		sum.X += p.X
		sum.Y += p.Y
	}
	k := m.settings.Center / float64(len(m.place))
	shift := Point{sum.X * k, sum.Y * k}
	for i := range m.place {
		if !m.pinned[i] {
			p, q := m.place[i], m.next[i]
			m.place[i] = bounded(Point{p.X - shift.X, p.Y - shift.Y})
			m.next[i] = Point{q.X - shift.X, q.Y - shift.Y}
		}
	}
}
