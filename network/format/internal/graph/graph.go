// Package graph has the intermediate form of every import and export: nodes, edges and
// free attributes, the words for directions, and the losses of a conversion.
package graph

import (
	"proxynet/network/file"
)

// Graph is the intermediate form of every import and export.
type Graph struct {
	Directed   bool // default direction of edges
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
	Counted    bool   // the file has no id for it except its position
}

// Edge is an edge of a graph. Without a direction, the graph's default applies.
type Edge struct {
	ID         string // "" if it has none
	From, To   string // ids of nodes
	Directed   bool
	Label      string
	Attributes Attributes
	Line       int             // where it was read; 0: it wasn't
	Table      *Table          // of which it is a row; nil: of none
	More       []More          // further rows of a table of claims with quotes for it
	Said       *file.Selection // its quotes in the article; nil if unknown
}

// More is a further row for the same claim as an edge, with another quote.
type More struct {
	Attributes Attributes
	Line       int
	Column     string // of its quote; "" if it is named like the attribute
}

// Point sets the direction of the edge. An edge in both directions is undirected in the
// model, which is reported.
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

// Name returns the name of a node, or its id if it has none.
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

// Named reports whether a node has a name other than its id.
func (n *Node) Named() bool { return n.Name() != n.ID }

// EdgeType returns the word for the direction of an edge in XML formats.
func EdgeType(directed bool) string {
	if directed {
		return "directed"
	}
	return "undirected"
}
