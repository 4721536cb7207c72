package scene

// around returns the nodes and edges that are highlighted with id: a node with its
// relations and neighbours, a relation with its ends, an event with its participants, a
// speaker or passage with the claims that cite it. Both are nil if there is no id.
func (c *content) around(id string) (nodes, edges map[int]bool) {
	if id == "" {
		return nil, nil
	}
	nodes, edges = map[int]bool{}, map[int]bool{}
	with := func(i int) {
		edges[i] = true
		nodes[c.edges[i].from], nodes[c.edges[i].to] = true, true
	}
	if v, ok := c.index.node.find(id); ok {
		nodes[v] = true
		for i, st := range c.edges {
			if !st.hidden && (st.from == v || st.to == v) {
				with(i)
			}
		}
		return nodes, edges
	}
	if r, ok := c.index.relation.find(id); ok {
		with(r)
		return nodes, edges
	}
	if e, ok := c.index.event[id]; ok {
		event := c.drawing.Events[e]
		for _, p := range event.Participants {
			nodes[c.index.node.at(p.Node)] = true
		}
		for i, st := range c.edges {
			if nodes[st.from] && nodes[st.to] && shares(st.model.Passages, event.Passages) {
				edges[i] = true
			}
		}
		return nodes, edges
	}
	for i, n := range c.nodes {
		if c.index.cites(n.model.Cited(), id) {
			nodes[i] = true
		}
	}
	for i, st := range c.edges {
		if c.index.cites(st.model.Cited(), id) {
			with(i)
		}
	}
	return nodes, edges
}

// names reports whether id is that of something that can be highlighted.
func (c *content) names(id string) bool {
	if id == "" {
		return false
	}
	_, node := c.index.node.find(id)
	_, relation := c.index.relation.find(id)
	_, event := c.index.event[id]
	_, passage := c.index.says[id]
	return node || relation || event || passage || c.index.speaker[id]
}

func shares(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}

// stepped returns the nodes and edges that are highlighted at the story's step: those
// that it names, and the ends of its relations. Both are nil if there are none.
func (c *content) stepped() (nodes, edges map[int]bool) {
	step := c.step()
	if step == nil || len(step.State.Light) == 0 {
		return nil, nil
	}
	nodes, edges = map[int]bool{}, map[int]bool{}
	for _, id := range step.State.Light {
		if v, ok := c.index.node.find(id); ok {
			nodes[v] = true
		} else if r, ok := c.index.relation.find(id); ok {
			edges[r] = true
			nodes[c.edges[r].from], nodes[c.edges[r].to] = true, true
		}
	}
	return nodes, edges
}

// steppedAlone returns the edges that the story's step highlights without the others
// between the same ends.
func (c *content) steppedAlone() map[int]bool {
	if c.state.Select != "" || c.answers.nodes != nil {
		return nil
	}
	_, edges := c.stepped()
	count := map[[2]int]int{}
	pair := func(i int) [2]int {
		a, b := c.edges[i].from, c.edges[i].to
		return [2]int{min(a, b), max(a, b)}
	}
	for i := range edges {
		count[pair(i)]++
	}
	alone := map[int]bool{}
	for i := range edges {
		alone[i] = count[pair(i)] == 1
	}
	return alone
}
