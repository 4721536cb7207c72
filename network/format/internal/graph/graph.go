// Package graph is what every format is read into and written from: nodes, edges and
// free attributes, the words for directions, and the losses of a conversion.
package graph

import (
	"proxynet/network/file"
)

// Graph is what every format is read into and written from.
type Graph struct {
	Directed   bool // what an edge is that doesn't say
	Attributes Attributes
	Nodes      []Node
	Edges      []Edge
}

// Node is a node of a graph.
type Node struct {
	ID         string
	Label      string
	Attributes Attributes
	Line       int    // where it was read; 0: it wasn't
	Table      *Table // of which it is a row; nil: of none
	Counted    bool   // the file gives it no id but its place
}

// Edge is an edge of a graph. Direction may be left to the graph.
type Edge struct {
	ID         string // "" where it has none
	From, To   string // ids of nodes
	Directed   bool
	Label      string
	Attributes Attributes
	Line       int             // where it was read; 0: it wasn't
	Table      *Table          // of which it is a row; nil: of none
	More       []More          // further rows of a table of claims that quote words for it
	Said       *file.Selection // the words of the article that it rests on; nil: none are known
}

// More is a further row that says the same as an edge, in other words of the
// source.
type More struct {
	Attributes Attributes
	Line       int
	Column     string // of its quote; "" if its name is that of the attribute
}

// Point gives the edge a direction. An edge that points both ways has none in
// the model, and is reported.
func (e *Edge) Point(d Direction, losses *Losses) {
	switch d {
	case Unsaid:
		return
	case Backward:
		e.From, e.To = e.To, e.From
	case Mutual:
		name := e.ID
		if name == "" {
			name = Clip(e.From) + " – " + Clip(e.To)
		}
		losses.Add(1, lossMutual, name)
	}
	e.Directed = d == Forward || d == Backward
}

// Name returns the text that names a node, its id if nothing else does.
func (n *Node) Name() string {
	if n.Label != "" {
		return n.Label
	}
	for _, field := range LabelNames {
		if name := n.Attributes.Get(field); name != "" {
			return name
		}
	}
	return n.ID
}

// Named reports whether a node has another name than its id.
func (n *Node) Named() bool { return n.Name() != n.ID }

// EdgeType returns the word by which XML formats say whether an edge is directed.
func EdgeType(directed bool) string {
	if directed {
		return "directed"
	}
	return "undirected"
}
