package lint

import "proxynet/network/message"

// uncitedRelation finds relations without passages in an unsourced network that has
// passages. If it has none, unsourced reports that once.
func uncitedRelation(s *search) {
	if len(s.n.Passages) == 0 {
		return
	}
	for _, r := range s.n.Relations {
		if len(r.Passages) == 0 {
			s.warn(r.ID, message.New("no passage supports it, so it can’t pass as evidence"), message.New("name one in “passages: [id]”"))
		}
	}
}
