package lint

// uncitedRelation finds the relations of an unsourced network that its author has
// not come to yet. Where there are no passages at all, that is told once.
func uncitedRelation(s *search) {
	if len(s.n.Passages) == 0 {
		return
	}
	for _, r := range s.n.Relations {
		if len(r.Passages) == 0 {
			s.warn(r.ID, "no passage supports it, so it can’t pass as evidence", "name one in “passages: [id]”")
		}
	}
}
