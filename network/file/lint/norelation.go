package lint

// noRelation finds nodes that the picture shows apart from all others. One that
// takes part in an event is in the network by that.
func noRelation(s *search) {
	related := make(map[string]bool)
	for _, r := range s.n.Relations {
		related[r.From], related[r.To] = true, true
	}
	for _, e := range s.n.Events {
		for _, p := range e.Participants {
			related[p.Node] = true
		}
	}
	for _, o := range s.n.Nodes {
		if !related[o.ID] {
			s.warn(o.ID, "it stands in no relation and in no event", "add what the source says of it, or take it out")
		}
	}
}
