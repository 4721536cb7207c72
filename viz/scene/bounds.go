package scene

import "math"

// boundsOf returns the area of the world that a mode gives the node of an id, or the ends
// of the relation of that id.
func (c *content) boundsOf(m mode, id string) (Rect, bool) {
	if v, ok := c.index.node.find(id); ok {
		return m.bounds(v), true
	}
	if r, ok := c.index.relation.find(id); ok {
		return m.bounds(c.edges[r].from).union(m.bounds(c.edges[r].to)), true
	}
	return Rect{}, false
}

// boundsOfAll returns the area of the world that a mode gives those of the nodes that are
// shown.
func (c *content) boundsOfAll(m mode, nodes map[int]bool) (Rect, bool) {
	low, high := Vec{math.Inf(1), math.Inf(1)}, Vec{math.Inf(-1), math.Inf(-1)}
	for v := range nodes {
		if !c.nodes[v].hidden {
			b := m.bounds(v)
			low = Vec{min(low.X, b.X), min(low.Y, b.Y)}
			high = Vec{max(high.X, b.X+b.W), max(high.Y, b.Y+b.H)}
		}
	}
	return Rect{low.X, low.Y, high.X - low.X, high.Y - low.Y}, low.X <= high.X
}
