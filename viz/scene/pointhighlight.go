package scene

import (
	"maps"
	"slices"
)

// pointHighlight is the highlight of point mode: the selection and the element pointed
// at, with their neighbourhoods. It stays until the rest has its full opacity again.
type pointHighlight struct {
	*Points
	shownNodes []int32 // the most important first
	shownEdges []int32

	seen []bool // scratch: of each node, and of each edge behind them
}

// refresh computes the highlight from the state, and reports whether there is any.
func (h *pointHighlight) refresh() bool {
	if h.seen == nil {
		h.seen = make([]bool, len(h.nodes)+len(h.edges))
	}
	selected := h.names(h.state.Select)
	var nodes, edges map[int]bool
	if !selected { // the selection comes before the answers, and those before the story
		nodes, edges = h.answers.nodes, h.answers.edges
		if nodes == nil {
			nodes, edges = h.stepped()
		}
	}
	if !selected && nodes == nil && !h.names(h.state.Hover) {
		return false
	}
	for _, v := range h.shownNodes {
		h.seen[v] = false
	}
	for _, i := range h.shownEdges {
		h.seen[len(h.nodes)+int(i)] = false
	}
	h.shownNodes, h.shownEdges = h.shownNodes[:0], h.shownEdges[:0]
	h.around(h.state.Select)
	for _, v := range slices.Sorted(maps.Keys(nodes)) {
		h.addNode(v)
	}
	for _, i := range slices.Sorted(maps.Keys(edges)) {
		h.addEdge(i)
	}
	h.around(h.state.Hover)
	slices.SortFunc(h.shownNodes, func(a, b int32) int {
		switch {
		case a == b:
			return 0
		case h.graph.before(h.nodes, int(a), int(b)):
			return -1
		}
		return 1
	})
	return true
}

// has reports whether edge i is highlighted.
func (h *pointHighlight) has(i int) bool { return h.seen[len(h.nodes)+i] }

// around adds the element that id names, with its neighbourhood.
func (h *pointHighlight) around(id string) {
	if id == "" {
		return
	}
	if v, ok := h.index.node.find(id); ok {
		h.addNode(v)
		for _, i := range h.graph.edgesOf(v) {
			h.addEdge(int(i))
		}
		return
	}
	if i, ok := h.index.relation.find(id); ok {
		h.addEdge(i)
		return
	}
	if e, ok := h.index.event[id]; ok {
		event := h.drawing.Events[e]
		part := map[int]bool{}
		for _, p := range event.Participants {
			part[h.index.node.at(p.Node)] = true
		}
		for _, p := range event.Participants {
			v := h.index.node.at(p.Node)
			h.addNode(v)
			for _, i := range h.graph.edgesOf(v) {
				if st := &h.edges[i]; part[st.from] && part[st.to] && shares(st.model.Passages, event.Passages) {
					h.addEdge(int(i))
				}
			}
		}
		return
	}
	for v := range h.nodes {
		if h.index.cites(h.nodes[v].model.Cited(), id) {
			h.addNode(v)
		}
	}
	for i := range h.edges {
		if h.index.cites(h.edges[i].model.Cited(), id) {
			h.addEdge(i)
		}
	}
}

func (h *pointHighlight) addNode(v int) {
	if !h.nodes[v].hidden && !h.seen[v] {
		h.seen[v] = true
		h.shownNodes = append(h.shownNodes, int32(v))
	}
}

// addEdge adds an edge with its ends.
func (h *pointHighlight) addEdge(i int) {
	st := &h.edges[i]
	if k := len(h.nodes) + i; !st.hidden && !h.seen[k] {
		h.seen[k] = true
		h.shownEdges = append(h.shownEdges, int32(i))
		h.addNode(st.from)
		h.addNode(st.to)
	}
}
