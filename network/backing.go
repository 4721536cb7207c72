package network

import "slices"

// Backing lists the sources that support a claim and those that contradict it in
// their own voice: ids, in the network's order. A source that only reports a
// denial does not contradict the claim.
type Backing struct {
	For, Against []string
}

// Backings returns a function that returns the backing of a relation of n.
func (n *Network) Backings() func(*Relation) Backing {
	from := make(map[string]string, len(n.Passages)) // passage → source
	for _, p := range n.Passages {
		from[p.ID] = p.Source
	}
	own := make(map[string]bool, len(n.Speakers))
	for _, s := range n.Speakers {
		own[s.ID] = s.Kind == Article
	}
	place := make(map[string]int, len(n.Sources))
	for i, s := range n.Sources {
		place[s.ID] = i
	}
	sources := func(passages []string) []string {
		var ids []string
		for _, p := range passages {
			id := from[p]
			if _, known := place[id]; known && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
		slices.SortFunc(ids, func(a, b string) int { return place[a] - place[b] })
		return ids
	}
	return func(r *Relation) Backing {
		var against []string
		for _, d := range r.Against {
			if own[d.Speaker] {
				against = append(against, d.Passages...)
			}
		}
		return Backing{For: sources(r.Passages), Against: sources(against)}
	}
}

// SingleSource is the token that hides relations that only one source supports.
// Only networks with several sources have it.
const SingleSource = "sources.single"
