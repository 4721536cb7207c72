package scene

import (
	"slices"

	"proxynet/network"
)

// answers holds what the reader's questions highlight, by the indices of nodes and
// relations.
type answers struct {
	nodes, edges map[int]bool // highlighted; nil without a question
	steps        map[int]bool // the edges of the best chains
	gone         map[int]bool // nodes that are removed
	without      map[int]bool // edges that are removed, or an end of which is
	lost         map[int]bool // nodes without a chain after the removal
	sizes        []float64    // of nodes, by the requested measure, 0 to 1; nil if none
}

// take shows answers.
func (c *content) take(a answers) {
	if c.answers.change() || a.change() {
		c.answered++
	}
	c.answers = a
}

// change reports whether any node looks other than without the answers, besides highlights.
func (a *answers) change() bool { return a.sizes != nil || a.gone != nil }

// asksNothing reports whether a state has no question.
func asksNothing(st *State) bool {
	return st.Chain == nil && len(st.Remove) == 0 && st.Size == ""
}

// answer answers the questions in a state. They concern the network as it is shown,
// without the removed parts: hidden claims and claims that don't hold at the date don't
// count. A focus changes no answer. It reads only what is the same in every state, and
// calls pause repeatedly.
func (c *content) answer(st *State, pause func()) answers {
	var a answers
	if asksNothing(st) {
		return a
	}
	n := c.drawing.Network
	filter, err := st.Filter(n)
	if err != nil {
		panic("scene: a state that was not checked: " + err.Error())
	}
	shown := func(sort func(*network.Relation) bool) func(*network.Relation) bool {
		counts := filter.Shown(n, sort)
		return func(r *network.Relation) bool {
			pause()
			return counts(r)
		}
	}
	command := shown(c.looks.terms.InChains)
	a.removal(c, st.Remove, command)
	a.chain(c, st.Chain, network.Except(command, st.Remove))
	if st.Size == "" {
		return a
	}
	// An unknown measure sizes no nodes.
	if sizes, err := n.Measure(st.Size, network.Except(shown(network.EveryRelation), st.Remove), pause); err == nil {
		a.sizes = toLargest(sizes.Values)
	}
	return a
}

// removal highlights the nodes that the root still commands, and those it doesn't.
func (a *answers) removal(c *content, remove []string, command func(*network.Relation) bool) {
	remove = c.known(remove)
	if len(remove) == 0 {
		return
	}
	a.gone, a.without, a.lost = map[int]bool{}, map[int]bool{}, map[int]bool{}
	for _, id := range remove {
		if v, ok := c.index.node.find(id); ok {
			a.gone[v] = true
		}
		if r, ok := c.index.relation.find(id); ok {
			a.without[r] = true
		}
	}
	for i := range c.edges {
		if st := &c.edges[i]; a.gone[st.from] || a.gone[st.to] {
			a.without[i] = true
		}
	}
	root, ok := c.index.node.find(c.drawing.Root)
	if !ok {
		return // there is no root
	}
	w, err := network.NewWhatIf(c.drawing.Network, command, c.drawing.Root, remove)
	if err != nil {
		panic("scene: " + err.Error())
	}
	for _, id := range w.Lost {
		a.lost[c.index.node.at(id)] = true
	}
	a.nodes, a.edges = map[int]bool{root: true}, map[int]bool{}
	for v := range a.gone {
		a.nodes[v] = true
	}
	for _, id := range slices.Concat(w.Out, w.Lost, w.Kept) {
		a.nodes[c.index.node.at(id)] = true
	}
	for i := range c.edges {
		st := &c.edges[i]
		if a.without[i] || command(st.model) && a.nodes[st.from] && a.nodes[st.to] && (st.from == root || !a.lost[st.from]) {
			a.edges[i] = true
		}
	}
}

// chain highlights the chains between two ends; nil: none.
func (a *answers) chain(c *content, ends *Ends, command func(*network.Relation) bool) {
	if ends == nil {
		return
	}
	g, err := network.NewGraph(c.drawing.Network, command)
	if err != nil {
		panic("scene: " + err.Error())
	}
	chains, err := g.Chains(ends.From, ends.To, network.DefaultChainLimits())
	if err != nil {
		return // the ends belong to another network
	}
	a.nodes, a.edges, a.steps = map[int]bool{}, map[int]bool{}, map[int]bool{}
	a.nodes[c.index.node.at(ends.From)], a.nodes[c.index.node.at(ends.To)] = true, true
	for i, chain := range chains.List {
		for _, step := range chain {
			a.nodes[c.index.node.at(step.From)], a.nodes[c.index.node.at(step.To)] = true, true
			for _, id := range step.Relations {
				a.edges[c.index.relation.at(id)] = true
			}
			if i < chains.Best {
				a.steps[c.index.relation.at(step.Relations[0])] = true
			}
		}
	}
}

// known returns the ids that are of nodes or relations.
func (c *content) known(ids []string) []string {
	var known []string
	for _, id := range ids {
		_, node := c.index.node.find(id)
		if _, relation := c.index.relation.find(id); node || relation {
			known = append(known, id)
		}
	}
	return known
}

// toLargest divides values by the largest.
func toLargest(values []float64) []float64 {
	if most := slices.Max(append(values, 0)); most > 0 {
		for i := range values {
			values[i] /= most
		}
	}
	return values
}
