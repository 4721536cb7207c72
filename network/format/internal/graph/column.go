package graph

// Column is an attribute that some of the things of one sort have.
type Column struct {
	Name string
	Kind Type
}

// Columns returns the attributes that the given lists have, in the order in
// which they are met. An attribute of several types is text.
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

// NodeColumns returns the attributes that the nodes have.
func (g *Graph) NodeColumns() []Column {
	return Columns(func(yield func(Attributes) bool) {
		for i := range g.Nodes {
			if !yield(g.Nodes[i].Attributes) {
				return
			}
		}
	})
}

// EdgeColumns returns the attributes that the edges have.
func (g *Graph) EdgeColumns() []Column {
	return Columns(func(yield func(Attributes) bool) {
		for i := range g.Edges {
			if !yield(g.Edges[i].Attributes) {
				return
			}
		}
	})
}
