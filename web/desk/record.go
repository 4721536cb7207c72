package desk

import (
	"cmp"

	"proxynet/network"
)

// recordOf returns the record of a network with an id: a pointer to a node, relation,
// event, speaker, step, passage or source; nil if there is none.
func recordOf(n *network.Network, id string) any {
	for i := range n.Nodes {
		if r := &n.Nodes[i]; r.ID == id {
			return r
		}
	}
	for i := range n.Relations {
		if r := &n.Relations[i]; r.ID == id {
			return r
		}
	}
	for i := range n.Events {
		if r := &n.Events[i]; r.ID == id {
			return r
		}
	}
	for i := range n.Speakers {
		if r := &n.Speakers[i]; r.ID == id {
			return r
		}
	}
	for i := range n.Story {
		if r := &n.Story[i]; r.ID == id {
			return r
		}
	}
	for i := range n.Passages {
		if r := &n.Passages[i]; r.ID == id {
			return r
		}
	}
	for i := range n.Sources {
		if r := &n.Sources[i]; r.ID == id {
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
		return sentence(r, phrases(n))
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

// phrases returns what sentences call each node, by its id.
func phrases(n *network.Network) map[string]string {
	all := make(map[string]string, len(n.Nodes))
	for _, o := range n.Nodes {
		all[o.ID] = cmp.Or(o.Phrase, o.Label)
	}
	return all
}
