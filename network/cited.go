package network

// Cited returns the ids of all passages that n rests on, those of its facts
// included, each once.
func (n *Node) Cited() []string { return citedWith(n.Passages, nil, nil, n.Facts) }

// Cited returns the ids of all passages that r names, each once: those that
// support it, and those of what is said against it, of its legal stages and its
// facts.
func (r *Relation) Cited() []string { return citedWith(r.Passages, r.Against, r.Legal, r.Facts) }

func citedWith(own []string, against []Denial, legal []Stage, facts []Fact) []string {
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
