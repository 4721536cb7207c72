package graph

// Column is an attribute of some nodes, or of some edges.
type Column struct {
	Name string
	Kind Type
}

// Columns returns the attributes in the given lists, in the order of their first
// occurrence. An attribute of several types is text.
func Columns(lists func(yield func(Attributes) bool)) []Column {
	var all []Column
	place := make(map[string]int)
	for list := range lists {
		for _, a := range list {
			at, known := place[a.Name]
			if !known {
				place[a.Name] = len(all)
				all = append(all, Column{a.Name, a.Value.Type})
			} else if all[at].Kind != a.Value.Type {
				all[at].Kind = Text
			}
		}
	}
	return all
}

// NodeColumns returns the attributes of the nodes.
func (g *Graph) NodeColumns() []Column {
	return Columns(func(yield func(Attributes) bool) {
		for i := range g.Nodes {
			if !yield(g.Nodes[i].Attributes) {
				return
			}
		}
	})
}

// EdgeColumns returns the attributes of the edges.
func (g *Graph) EdgeColumns() []Column {
	return Columns(func(yield func(Attributes) bool) {
		for i := range g.Edges {
			if !yield(g.Edges[i].Attributes) {
				return
			}
		}
	})
}
