package desk

import (
	"cmp"

	"proxynet/network"
)

// recordOf returns the record of a network with an id: a pointer to a node, relation,
// event, speaker, step, passage or source; nil if there is none.
func recordOf(n *network.Network, id string) any {
	return cmp.Or(
		find(n.Nodes, func(r *network.Node) bool { return r.ID == id }),
		find(n.Relations, func(r *network.Relation) bool { return r.ID == id }),
		find(n.Events, func(r *network.Event) bool { return r.ID == id }),
		find(n.Speakers, func(r *network.Speaker) bool { return r.ID == id }),
		find(n.Story, func(r *network.StoryStep) bool { return r.ID == id }),
		find(n.Passages, func(r *network.Passage) bool { return r.ID == id }),
		find(n.Sources, func(r *network.Source) bool { return r.ID == id }),
	)
}

// find returns a pointer to the first element of list that matches, or nil.
func find[T any](list []T, matches func(*T) bool) any {
	for i := range list {
		if r := &list[i]; matches(r) {
			return r
		}
	}
	return nil
}

// citedOf returns the passages of a record, nil if it has none.
func citedOf(n *network.Network, id string) []string {
	switch r := recordOf(n, id).(type) {
	case *network.Node:
		return r.Passages
	case *network.Relation:
		return r.Passages
	case *network.Event:
		return r.Passages
	case *network.Speaker:
		return r.Passages
	case *network.StoryStep:
		return r.Passages
	}
	return nil
}

// titleOf returns what a record is called for display, or its id.
func titleOf(n *network.Network, id string) string {
	switch r := recordOf(n, id).(type) {
	case *network.Node:
		return r.Label
	case *network.Relation:
		return sentence(r, network.NewIndex(n))
	case *network.Event:
		return r.Label
	case *network.Speaker:
		return r.Label
	case *network.StoryStep:
		return r.Title
	case *network.Passage:
		return "“" + r.Selector.Exact + "”"
	}
	return id
}
