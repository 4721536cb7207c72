package scene

import "proxynet/network"

// index finds the parts of a network by id.
type index struct {
	node     ids
	relation ids
	event    map[string]int
	step     map[string]int
	speaker  map[string]bool
	says     map[string]string // passage → speaker
}

func newIndex(n *network.Network, pause func()) index {
	x := index{
		node:     newIDs(len(n.Nodes), func(i int) string { return n.Nodes[i].ID }, pause),
		relation: newIDs(len(n.Relations), func(i int) string { return n.Relations[i].ID }, pause),
		event:    map[string]int{}, step: map[string]int{},
		speaker: map[string]bool{}, says: make(map[string]string, len(n.Passages)),
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
	for i := range n.Passages {
		x.says[n.Passages[i].ID] = n.Passages[i].Speaker
		pause()
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
