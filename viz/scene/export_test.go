package scene

// Emphases returns the emphasis of every drawn node and relation, by id.
func (s *Scene) Emphases() map[string]float64 {
	m := map[string]float64{}
	for i := range s.nodes {
		if n := &s.nodes[i]; n.now > 0 {
			m[n.model.ID] = n.now
		}
	}
	for i := range s.edges {
		if st := &s.edges[i]; st.now > 0 {
			m[st.model.ID] = s.emphasis(st)
		}
	}
	return m
}
