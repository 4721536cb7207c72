package question

import (
	"errors"

	"proxynet/network"
)

// ChainAnswer is the chains of command from one node to another.
type ChainAnswer struct {
	From   Name     `json:"from"`
	To     Name     `json:"to"`
	Chains [][]Step `json:"chains"` // shortest first; empty: no chain is documented
	More   bool     `json:"more"`   // there are more than were looked for
	// Otherwise is, where there is no chain of command, the shortest way along
	// relations of any kind, in their direction. It is no chain of command.
	Otherwise []Step `json:"otherwise"`
}

// Step is one step of a chain.
type Step struct {
	From      Name   `json:"from"`
	To        Name   `json:"to"`
	Relations []Told `json:"relations"` // firmest first
}

func (v *view) chain() (*ChainAnswer, error) {
	ends := v.state.Chain
	if ends == nil {
		return nil, errors.New("a chain needs the nodes at its ends")
	}
	chains, err := v.chains(network.Commanding, network.DefaultChainLimits())
	if err != nil {
		return nil, err
	}
	a := &ChainAnswer{From: v.name(ends.From), To: v.name(ends.To), Chains: [][]Step{}, More: chains.More}
	for _, c := range chains.List {
		a.Chains = append(a.Chains, v.steps(c))
	}
	if len(a.Chains) > 0 {
		return a, nil
	}
	ways, err := v.chains(network.EveryRelation, network.ChainLimits{Count: 1, Length: network.DefaultChainLimits().Length})
	if err != nil {
		return nil, err
	}
	for _, c := range ways.List {
		a.Otherwise = v.steps(c)
	}
	return a, nil
}

// chains returns the chains asked for, along what is left of a sort.
func (v *view) chains(sort func(*network.Relation) bool, limits network.ChainLimits) (network.Chains, error) {
	g, err := network.NewGraph(v.Network, v.left(sort))
	if err != nil {
		return network.Chains{}, err
	}
	return g.Chains(v.state.Chain.From, v.state.Chain.To, limits)
}

func (v *view) steps(c network.Chain) []Step {
	steps := make([]Step, len(c))
	for i, s := range c {
		steps[i] = Step{v.name(s.From), v.name(s.To), v.tellAll(s.Relations)}
	}
	return steps
}
