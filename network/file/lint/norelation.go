package lint

import "proxynet/network/message"

// noRelation finds nodes that have no relation and take part in no event.
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
			s.warn(o.ID, message.New("it is in no relation and in no event"), message.New("add what the source says about it, or remove it"))
		}
	}
}
