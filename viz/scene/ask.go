package scene

import (
	"slices"

	"proxynet/network"
)

// asked is what the reader's questions of the network bring out, by the places
// of nodes and relations.
type asked struct {
	nodes, edges map[int]bool // what stands out; nil unless something is asked
	steps        map[int]bool // the edges of the best chains
	gone         map[int]bool // nodes that are taken out
	without      map[int]bool // edges that are, or an end of which is
	lost         map[int]bool // nodes that have no chain without them
	sizes        []float64    // of nodes, by the measure asked for, 0 to 1; nil is none
}

// ask answers what the state asks. Questions are of the network as it is shown,
// less what is taken out: what is hidden doesn't count, and what doesn't hold
// at the date doesn't. A focus is a way of looking, and changes no answer.
func (s *Scene) ask() {
	st := &s.state
	s.asked = asked{}
	if st.Chain == nil && len(st.Remove) == 0 && st.Size == "" {
		return
	}
	n := s.drawing.Network
	lens, err := st.Lens(n)
	if err != nil {
		panic("scene: a state that was not checked: " + err.Error())
	}
	counts := lens.Counts(n, network.EveryRelation)
	command := lens.Counts(n, s.looks.terms.InChains)
	s.askWithout(command)
	s.askChain(network.Except(command, st.Remove))
	if st.Size == "" {
		return
	}
	// A measure that isn't known sizes nothing.
	if sizes, err := n.Measure(st.Size, network.Except(counts, st.Remove)); err == nil {
		s.asked.sizes = toLargest(sizes)
	}
}

// askWithout brings out whom the root still commands, and who falls away.
func (s *Scene) askWithout(command func(*network.Relation) bool) {
	a := &s.asked
	remove := s.known(s.state.Remove)
	if len(remove) == 0 {
		return
	}
	a.gone, a.without, a.lost = map[int]bool{}, map[int]bool{}, map[int]bool{}
	for _, id := range remove {
		if v, ok := s.index.node[id]; ok {
			a.gone[v] = true
		}
		if r, ok := s.index.relation[id]; ok {
			a.without[r] = true
		}
	}
	for i := range s.edges {
		if st := &s.edges[i]; a.gone[st.from] || a.gone[st.to] {
			a.without[i] = true
		}
	}
	root, ok := s.index.node[s.drawing.Root]
	if !ok {
		return // nobody commands from the top
	}
	w, err := network.NewWhatIf(s.drawing.Network, command, s.drawing.Root, remove)
	if err != nil {
		panic("scene: " + err.Error())
	}
	for _, id := range w.Lost {
		a.lost[s.index.node[id]] = true
	}
	a.nodes, a.edges = map[int]bool{root: true}, map[int]bool{}
	for v := range a.gone {
		a.nodes[v] = true
	}
	for _, id := range slices.Concat(w.Out, w.Lost, w.Kept) {
		a.nodes[s.index.node[id]] = true
	}
	for i := range s.edges {
		st := &s.edges[i]
		if a.without[i] || command(st.model) && a.nodes[st.from] && a.nodes[st.to] && (st.from == root || !a.lost[st.from]) {
			a.edges[i] = true
		}
	}
}

// askChain brings out the chains between the ends asked for.
func (s *Scene) askChain(command func(*network.Relation) bool) {
	ends := s.state.Chain
	if ends == nil {
		return
	}
	g, err := network.NewGraph(s.drawing.Network, command)
	if err != nil {
		panic("scene: " + err.Error())
	}
	chains, err := g.Chains(ends.From, ends.To, network.DefaultChainLimits())
	if err != nil {
		return // they are ends of another network
	}
	a := &s.asked
	a.nodes, a.edges, a.steps = map[int]bool{}, map[int]bool{}, map[int]bool{}
	a.nodes[s.index.node[ends.From]], a.nodes[s.index.node[ends.To]] = true, true
	for i, chain := range chains.List {
		for _, step := range chain {
			a.nodes[s.index.node[step.From]], a.nodes[s.index.node[step.To]] = true, true
			for _, id := range step.Relations {
				a.edges[s.index.relation[id]] = true
			}
			if i < chains.Best {
				a.steps[s.index.relation[step.Relations[0]]] = true
			}
		}
	}
}

// known returns those of the ids that are of nodes or relations.
func (s *Scene) known(ids []string) []string {
	var known []string
	for _, id := range ids {
		_, node := s.index.node[id]
		if _, relation := s.index.relation[id]; node || relation {
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
