package network

// Cited returns the ids of the passages of n and of its facts, without duplicates.
func (n *Node) Cited() []string { return allCited(n.Passages, nil, nil, n.Facts) }

// Cited returns the ids of the passages of r and of its denials, legal stages and
// facts, without duplicates.
func (r *Relation) Cited() []string { return allCited(r.Passages, r.Against, r.Legal, r.Facts) }

// allCited joins the passages of a record and of its parts.
func allCited(own []string, against []Denial, legal []Stage, facts []Fact) []string {
	if len(against)+len(legal)+len(facts) == 0 {
		return own
	}
	var all []string
	named := make(map[string]bool)
	add := func(ids []string) {
		for _, id := range ids {
			if !named[id] {
				named[id] = true
				all = append(all, id)
			}
		}
	}
	add(own)
	for _, d := range against {
		add(d.Passages)
	}
	for _, s := range legal {
		add(s.Passages)
	}
	for _, f := range facts {
		add(f.Passages)
	}
	return all
}
