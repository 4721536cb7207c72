package web

import (
	"strings"

	"proxynet/network"
)

// chainLimits bound the chains in a node's entry.
var chainLimits = network.ChainLimits{Count: 4, Length: 8}

// chainStep is one step of a chain: the relation that makes it, and
// the node to which it leads.
type chainStep struct {
	Relation link  // its verb, or the part of it before To
	Rest     *link // the part of the verb after To, or nil
	To       link
	Places   []network.Passage // that support it, the first of each paragraph
	Marks    []string
}

// findChains returns the chains from the network's root to each node: none if the
// network has no root, or is so large that there would be too many.
func findChains(n *network.Network) (map[string][]network.Chain, error) {
	if Entries(n) > MostEntries {
		return nil, nil
	}
	g, err := network.NewGraph(n, n.Terms().InChains)
	if err != nil {
		return nil, err
	}
	chains := map[string][]network.Chain{}
	if n.Root == "" {
		return chains, nil
	}
	for _, node := range n.Nodes {
		found, err := g.Chains(n.Root, node.ID, chainLimits)
		if err != nil {
			return nil, err
		}
		if node.ID != n.Root {
			chains[node.ID] = found.List
		}
	}
	return chains, nil
}

// chainSteps returns the steps of a chain, as sentences.
func (x entryBuilder) chainSteps(c network.Chain) []chainStep {
	var steps []chainStep
	for i, id := range c.Relations() {
		r := x.relation(id)
		s := x.sentenceOf(r)
		var rests []network.Passage
		for _, p := range r.Passages {
			rests = append(rests, x.passage(p))
		}
		step := chainStep{
			Relation: link{id, strings.TrimSpace(s.Before), s.Lang},
			To:       x.nodeLink(c[i].To), Places: network.FirstOfParagraphs(rests), Marks: x.marks(r),
		}
		if after := strings.TrimSpace(s.After); after != "" {
			step.Rest = &link{id, after, s.Lang}
		}
		steps = append(steps, step)
	}
	return steps
}
