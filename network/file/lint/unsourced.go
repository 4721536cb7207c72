package lint

import "proxynet/network/message"

// unsourced reports how much of an unsourced network no passage supports.
func unsourced(s *search) {
	if !s.n.Unsourced {
		return
	}
	nodes, relations := 0, 0
	for _, o := range s.n.Nodes {
		if len(o.Passages) == 0 {
			nodes++
		}
	}
	for _, r := range s.n.Relations {
		if len(r.Passages) == 0 {
			relations++
		}
	}
	s.warnAt(s.Name, s.UnsourcedLine(), s.n.ID,
		message.New("it is unsourced, and can't pass as evidence: no passage supports %d of its %d nodes and %d of its %d relations",
			nodes, len(s.n.Nodes), relations, len(s.n.Relations)),
		message.New("give each a passage, then take “unsourced: true” out; build and serve show it as it is, labelled as unsourced"))
}
