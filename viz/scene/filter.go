package scene

import (
	"proxynet/network"
)

// hide computes which nodes and edges are hidden. A change of date moves nothing: the
// focus keeps a node's neighbours at every date, and an edge that doesn't hold keeps
// its place beside the others.
func (c *content) hide() {
	filter, err := c.state.Filter(c.drawing.Network)
	if err != nil {
		panic("scene: a state that was not checked: " + err.Error())
	}
	timeless := network.NewFilter(c.drawing.Network, c.state.Hide, nil)
	center, focused := c.index.node.find(c.state.Focus)
	near := map[int]bool{center: true}
	for i := range c.edges {
		if st := &c.edges[i]; focused && (st.from == center || st.to == center) && !timeless.HidesRelation(st.model) {
			near[st.from], near[st.to] = true, true
		}
	}
	for i := range c.nodes {
		n := &c.nodes[i]
		n.hidden = filter.HidesNode(n.model) || focused && !near[i]
	}
	for i := range c.edges {
		st := &c.edges[i]
		laid := !c.nodes[st.from].hidden && !c.nodes[st.to].hidden && !timeless.HidesRelation(st.model)
		st.hidden = !laid || filter.HidesRelation(st.model)
		st.perhaps = filter.TemporalStatus(st.model) == network.Open
	}
	c.filter = filter
}

// dated lowers the emphasis of relations that are open at the date, and of nodes
// without a relation that is known to hold.
func (c *content) dated() {
	if c.state.AsOf == "" {
		return
	}
	most := make([]float64, len(c.nodes))
	for i := range c.edges {
		st := &c.edges[i]
		if st.hidden {
			continue
		}
		level := 1.0
		if st.perhaps {
			level = c.Settings.Perhaps
			st.goal = min(st.goal, level)
		}
		most[st.from], most[st.to] = max(most[st.from], level), max(most[st.to], level)
	}
	for i := range c.nodes {
		n := &c.nodes[i]
		n.goal = min(n.goal, max(most[i], c.Settings.Dimmed))
	}
}
