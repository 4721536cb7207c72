package question

import (
	"errors"

	"proxynet/network"
)

// ChainAnswer has the chains from one node to another, such as chains of command.
type ChainAnswer struct {
	From Name `json:"from"`
	To   Name `json:"to"`
	// Chains are the chains of which every step is asserted, in the order of
	// [network.Chains].
	Chains [][]Step `json:"chains"`
	// Open are the chains with a step that is left open or unsourced, in the
	// same order.
	Open [][]Step `json:"open"`
	More bool     `json:"more"` // there are more than were searched for
	// Otherwise holds, if there is no chain, the shortest paths along relations of
	// any kind, in their direction. They are not chains.
	Otherwise Ways `json:"otherwise"`
}

// Ways are the shortest paths from one node to another, firmest first.
type Ways struct {
	Asserted [][]Step `json:"asserted"` // every step is asserted
	// Open has paths with a step that is left open or unsourced, unless an asserted
	// one is shorter.
	Open [][]Step `json:"open"`
}

// Step is one step of a chain.
type Step struct {
	From      Name       `json:"from"`
	To        Name       `json:"to"`
	Relations []Relation `json:"relations"` // firmest first
}

var errNoChains = errors.New("no kind of relation of the network forms chains")

func (v *view) chain() (*ChainAnswer, error) {
	if !v.terms.Chains() {
		return nil, errNoChains
	}
	ends := v.state.Chain
	if ends == nil {
		return nil, errors.New("a chain needs the nodes at its ends")
	}
	chains, err := v.chains(v.terms.InChains, network.DefaultChainLimits())
	if err != nil {
		return nil, err
	}
	a := &ChainAnswer{
		From: v.name(ends.From), To: v.name(ends.To),
		Chains: v.tellChains(chains.List[:chains.Asserted]), Open: v.tellChains(chains.List[chains.Asserted:]), More: chains.More,
	}
	if len(chains.List) > 0 {
		return a, nil
	}
	ways, err := v.chains(network.EveryRelation, network.DefaultChainLimits())
	if err != nil {
		return nil, err
	}
	asserted, open := ways.List[:ways.Asserted], ways.List[ways.Asserted:]
	asserted = shortest(asserted, nil)
	a.Otherwise = Ways{v.tellChains(asserted), v.tellChains(shortest(open, asserted))}
	return a, nil
}

// shortest returns the chains at the head of list that are as long as its first,
// or none if one in others is shorter.
func shortest(list, others []network.Chain) []network.Chain {
	if len(list) > 0 && len(others) > 0 && len(others[0]) < len(list[0]) {
		return nil
	}
	for i, chain := range list {
		if len(chain) > len(list[0]) {
			return list[:i]
		}
	}
	return list
}

// chains returns the chains of the question, along the remaining relations of a sort.
func (v *view) chains(sort func(*network.Relation) bool, limits network.ChainLimits) (network.Chains, error) {
	g, err := network.NewGraph(v.Network, v.left(sort))
	if err != nil {
		return network.Chains{}, err
	}
	return g.Chains(v.state.Chain.From, v.state.Chain.To, limits)
}

func (v *view) tellChains(chains []network.Chain) [][]Step {
	all := make([][]Step, len(chains))
	for i, c := range chains {
		all[i] = v.steps(c)
	}
	return all
}

func (v *view) steps(c network.Chain) []Step {
	steps := make([]Step, len(c))
	for i, s := range c {
		steps[i] = Step{v.name(s.From), v.name(s.To), v.answerRelations(s.Relations)}
	}
	return steps
}
