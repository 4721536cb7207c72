package question

import (
	"encoding/json"
	"fmt"

	"proxynet/network"
)

// question is a question and the page's state.
type question struct {
	Ask   string            `json:"ask"`
	State network.ViewState `json:"state"`
}

// Failure is the answer to a question that can't be answered.
type Failure struct {
	Error string `json:"error"`
}

// Answer returns the answer to a question about n, both as JSON.
func Answer(n *network.Network, asked []byte) []byte {
	answer, err := reply(n, asked)
	if err != nil {
		answer = Failure{err.Error()}
	}
	data, err := json.Marshal(answer)
	if err != nil {
		panic("question: " + err.Error()) // a bug: answers are plain data
	}
	return data
}

func reply(n *network.Network, asked []byte) (any, error) {
	var q question
	if err := json.Unmarshal(asked, &q); err != nil {
		return nil, fmt.Errorf("decode question: %w", err)
	}
	v, err := newView(n, q.State)
	if err != nil {
		return nil, err
	}
	switch q.Ask {
	case "chain":
		return v.chain()
	case "without":
		return v.without()
	case "measure":
		return v.measure()
	case "legal":
		return v.legal(), nil
	case "claims":
		return v.claims()
	case "network":
		return v.network()
	case "shown":
		return v.ids()
	}
	return nil, fmt.Errorf("question %q is none of chain, without, measure, legal, claims, network and shown", q.Ask)
}

// view is a network as a reader sees it.
type view struct {
	*network.Network
	state    network.ViewState
	filter   *network.Filter
	terms    *network.Terms
	node     map[string]*network.Node
	relation map[string]*network.Relation
	passage  map[string]*network.Passage
	speaker  map[string]string // label
}

func newView(n *network.Network, s network.ViewState) (*view, error) {
	v := &view{
		Network: n, state: s, terms: n.Terms(), node: make(map[string]*network.Node, len(n.Nodes)), relation: make(map[string]*network.Relation, len(n.Relations)),
		passage: make(map[string]*network.Passage, len(n.Passages)), speaker: map[string]string{},
	}
	var err error
	if v.filter, err = s.Filter(n); err != nil {
		return nil, err
	}
	for i := range n.Nodes {
		v.node[n.Nodes[i].ID] = &n.Nodes[i]
	}
	for i := range n.Relations {
		v.relation[n.Relations[i].ID] = &n.Relations[i]
	}
	for i := range n.Passages {
		v.passage[n.Passages[i].ID] = &n.Passages[i]
	}
	for _, s := range n.Speakers {
		v.speaker[s.ID] = s.Label
	}
	return v, nil
}

// shown returns a predicate for the relations of a sort that are shown.
func (v *view) shown(sort func(*network.Relation) bool) func(*network.Relation) bool {
	return v.filter.Shown(v.Network, sort)
}

// left is shown without the removed relations.
func (v *view) left(sort func(*network.Relation) bool) func(*network.Relation) bool {
	return network.Except(v.shown(sort), v.state.Remove)
}
