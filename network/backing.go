package network

import "slices"

// Backing is which sources speak for a claim, and which contradict it in their own
// voice: ids, in the network's order. A source that only reports a denial says
// nothing against the claim itself.
type Backing struct {
	For, Against []string
}

// Backing returns which sources speak for r, and which contradict it.
func (n *Network) Backing(r *Relation) Backing {
	from := make(map[string]string, len(n.Passages))
	for _, p := range n.Passages {
		from[p.ID] = p.Source
	}
	own := make(map[string]bool, len(n.Speakers))
	for _, s := range n.Speakers {
		own[s.ID] = s.Kind == Article
	}
	var b Backing
	for _, source := range n.Sources {
		of := func(id string) bool { return from[id] == source.ID }
		if slices.ContainsFunc(r.Passages, of) {
			b.For = append(b.For, source.ID)
		}
		if slices.ContainsFunc(r.Against, func(d Denial) bool { return own[d.Speaker] && slices.ContainsFunc(d.Passages, of) }) {
			b.Against = append(b.Against, source.ID)
		}
	}
	return b
}

// SingleSource is the token that hides relations for which no second source
// speaks. Only networks with several sources have it.
const SingleSource = "sources.single"
