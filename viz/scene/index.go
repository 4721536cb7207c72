package scene

import "proxynet/network"

// index finds the parts of a network by id.
type index struct {
	node     map[string]int
	relation map[string]int
	event    map[string]int
	step     map[string]int
	speaker  map[string]bool
	says     map[string]string // passage → speaker
}

func newIndex(n *network.Network) index {
	x := index{
		node: map[string]int{}, relation: map[string]int{}, event: map[string]int{}, step: map[string]int{},
		speaker: map[string]bool{}, says: map[string]string{},
	}
	for i, v := range n.Nodes {
		x.node[v.ID] = i
	}
	for i, r := range n.Relations {
		x.relation[r.ID] = i
	}
	for i, e := range n.Events {
		x.event[e.ID] = i
	}
	for i, s := range n.Story {
		x.step[s.ID] = i
	}
	for _, s := range n.Speakers {
		x.speaker[s.ID] = true
	}
	for _, p := range n.Passages {
		x.says[p.ID] = p.Speaker
	}
	return x
}

// cites reports whether any of the passages is id, or is said by id.
func (x index) cites(passages []string, id string) bool {
	for _, p := range passages {
		if p == id || x.says[p] == id {
			return true
		}
	}
	return false
}
