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
	index  *network.Index
	state  network.ViewState
	filter *network.Filter
	terms  *network.Terms
}

func newView(n *network.Network, s network.ViewState) (*view, error) {
	v := &view{
		Network: n, state: s, terms: n.Terms(), index: network.NewIndex(n),
	}
	var err error
	if v.filter, err = s.Filter(n); err != nil {
		return nil, err
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
