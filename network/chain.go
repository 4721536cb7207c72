package network

import "fmt"

// Chain is a path of relations without repeated nodes.
type Chain []Step

// Step is one step of a chain.
type Step struct {
	From string `json:"from"` // id of a node
	To   string `json:"to"`   // id of a node
	// Relations holds the ids of all relations that make the step, firmest
	// first, then those that aren't past, then in the network's order.
	Relations []string `json:"relations"`
}

// Relations returns the id of the firmest relation of each step.
func (c Chain) Relations() []string {
	ids := make([]string, len(c))
	for i, step := range c {
		ids[i] = step.Relations[0]
	}
	return ids
}

// Chains is an answer to a search for chains.
type Chains struct {
	// List starts with the chains of which every step is asserted; see
	// [Relation.Asserted]. So a short chain with an open step never displaces an
	// asserted one. Within both groups the order is: shortest first; then firmest
	// first, where a chain is as firm as its weakest step, and firmer the fewer of
	// these it has; then the network's order of the first nodes that differ.
	List []Chain `json:"list"`
	// Asserted is the number of asserted chains, at the start of List.
	Asserted int `json:"asserted"`
	// Best is the number of chains at the start of List that are as short and as
	// firm as the first.
	Best int `json:"best"`
	// More reports that more chains exist than the limits allow.
	More bool `json:"more"`
}

// ChainLimits bounds a search for chains, whose number can grow exponentially
// with that of relations.
type ChainLimits struct {
	Count  int // most chains in the answer, at least 1
	Length int // most steps in a chain, at least 1
}

// DefaultChainLimits returns limits that are ample for the network of one article: more
// chains, or longer ones, than a reader can follow.
func DefaultChainLimits() ChainLimits { return ChainLimits{Count: 100, Length: 12} }

// Validate returns an error if a limit is out of range.
func (l ChainLimits) Validate() error {
	switch {
	case l.Count < 1:
		return fmt.Errorf("at most %d chains: it must be at least 1", l.Count)
	case l.Length < 1:
		return fmt.Errorf("at most %d steps in a chain: it must be at least 1", l.Length)
	}
	return nil
}

// Chains returns the chains from one node, such as the network's root, to another,
// along the relations of g; build g with [Terms.InChains] for chains such as those of
// command. The list is empty if there is no chain, and from a node to itself.
func (g *Graph) Chains(from, to string, limits ChainLimits) (Chains, error) {
	if err := limits.Validate(); err != nil {
		return Chains{}, err
	}
	v, err := g.find(from)
	if err != nil {
		return Chains{}, fmt.Errorf("chains from %w", err)
	}
	w, err := g.find(to)
	if err != nil {
		return Chains{}, fmt.Errorf("chains to %w", err)
	}
	paths, more := simplePaths(g.along, v, w, int64(leastAsserted), limits)
	asserted := len(paths)
	if asserted < limits.Count || !more {
		every, others := simplePaths(g.along, v, w, statusCount, limits)
		for _, p := range every {
			if p.cost.weakest() > leastAsserted {
				paths = append(paths, p)
			}
		}
		more = others || len(paths) > limits.Count
		paths = paths[:min(len(paths), limits.Count)]
	}
	answer := Chains{List: make([]Chain, len(paths)), Asserted: asserted, More: more}
	for i, p := range paths {
		answer.List[i] = g.chain(p.vertices)
		if p.cost == paths[0].cost {
			answer.Best = i + 1
		}
	}
	return answer, nil
}

// chain returns the chain along a path of vertices.
func (g *Graph) chain(path []int) Chain {
	chain := make(Chain, len(path)-1)
	for i := range chain {
		v, w := path[i], path[i+1]
		chain[i] = Step{From: g.id(v), To: g.id(w)}
		for _, a := range g.relations(v, w) {
			chain[i].Relations = append(chain[i].Relations, g.network.Relations[a.place].ID)
		}
	}
	return chain
}
