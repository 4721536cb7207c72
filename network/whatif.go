package network

import "fmt"

// WhatIf describes how the chains from a node change when nodes and relations are
// removed. It is arithmetic on documented relations, not a prediction. Lists contain
// ids in the network's order.
type WhatIf struct {
	Out  []string `json:"out"`  // removed, and had a chain
	Lost []string `json:"lost"` // had a chain, and have none left
	Kept []string `json:"kept"` // still have one
}

// NewWhatIf compares the nodes to which chains lead from root, along the relations that
// count, with and without remove: ids of relations, and of nodes, which are removed with
// their relations. Without the root there are no chains.
func NewWhatIf(n *Network, counts func(*Relation) bool, root string, remove []string) (*WhatIf, error) {
	if err := n.checkParts(remove); err != nil {
		return nil, fmt.Errorf("what if without %w", err)
	}
	had, err := reached(n, counts, root)
	if err != nil {
		return nil, err
	}
	has, err := reached(n, Except(counts, remove), root)
	if err != nil {
		return nil, err
	}
	w, gone := new(WhatIf), setOf(remove)
	for i := range n.Nodes {
		id := n.Nodes[i].ID
		switch {
		case !had[id]:
		case gone[id]:
			w.Out = append(w.Out, id)
		case has[id]:
			w.Kept = append(w.Kept, id)
		default:
			w.Lost = append(w.Lost, id)
		}
	}
	return w, nil
}

// Except returns a predicate for the relations for which counts is true, except those
// in remove and those of nodes in remove.
func Except(counts func(*Relation) bool, remove []string) func(*Relation) bool {
	gone := setOf(remove)
	return func(r *Relation) bool {
		return !gone[r.ID] && !gone[r.From] && !gone[r.To] && counts(r)
	}
}

func setOf(ids []string) map[string]bool {
	set := make(map[string]bool, len(ids))
	for _, id := range ids {
		set[id] = true
	}
	return set
}

// reached returns which nodes can be reached from root, itself left out.
func reached(n *Network, counts func(*Relation) bool, root string) (map[string]bool, error) {
	g, err := NewGraph(n, counts)
	if err != nil {
		return nil, err
	}
	reach, err := g.Reach(root)
	if err != nil {
		return nil, err
	}
	ids := make(map[string]bool, len(reach))
	for _, r := range reach {
		ids[r.Node] = true
	}
	return ids, nil
}

// checkParts returns an error that names the first id that is of neither a node
// nor a relation.
func (n *Network) checkParts(ids []string) error {
	missing := setOf(ids)
	for i := range n.Nodes {
		delete(missing, n.Nodes[i].ID)
	}
	for i := range n.Relations {
		delete(missing, n.Relations[i].ID)
	}
	for _, id := range ids {
		if missing[id] {
			return fmt.Errorf("%q, which is neither a node nor a relation of the network", id)
		}
	}
	return nil
}
