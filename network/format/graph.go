package format

import (
	"slices"
	"strconv"
	"strings"

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
	Table      *table // of which it is a row; nil: of none
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
	Table      *table          // of which it is a row; nil: of none
	More       []More          // further rows of a table of claims that quote words for it
	Said       *file.Selection // the words of the article that it rests on; nil: none are known
}

// More is a further row that says the same as an edge, in other words of the
// source.
type More struct {
	Attributes Attributes
	Line       int
}

// point gives the edge a direction. An edge that points both ways has none in
// the model, and is reported.
func (e *Edge) point(d direction, losses *Losses) {
	switch d {
	case unsaid:
		return
	case backward:
		e.From, e.To = e.To, e.From
	case mutual:
		name := e.ID
		if name == "" {
			name = clip(e.From) + " – " + clip(e.To)
		}
		losses.add(1, lossMutual, name)
	}
	e.Directed = d == forward || d == backward
}

// Attribute is a named value.
type Attribute struct {
	Name  string
	Value Value
}

// Value is a text, or another thing written as one.
type Value struct {
	Text string
	Type Type
}

// Type is what a value's text stands for.
type Type uint8

// Types of values.
const (
	Text    Type = iota
	Number       // as JSON writes it
	Boolean      // "true" or "false"
	JSON         // an object or a list, in one line
)

// text, number, truth and object make values.
func text(s string) Value   { return Value{s, Text} }
func number(n int) Value    { return Value{strconv.Itoa(n), Number} }
func truth(b bool) Value    { return Value{strconv.FormatBool(b), Boolean} }
func object(s string) Value { return Value{s, JSON} }

// Attributes are attributes in the order in which they were read or are
// written.
type Attributes []Attribute

// find returns the place of the first attribute of that name, whatever its
// case, or -1.
func (as Attributes) find(name string) int {
	return slices.IndexFunc(as, func(a Attribute) bool { return strings.EqualFold(a.Name, name) })
}

// get returns the text of the attribute of that name, or "".
func (as Attributes) get(name string) string {
	if i := as.find(name); i >= 0 {
		return as[i].Value.Text
	}
	return ""
}

// take is get, and takes the attribute away.
func (as *Attributes) take(name string) string {
	i := as.find(name)
	if i < 0 {
		return ""
	}
	value := (*as)[i].Value.Text
	*as = slices.Delete(*as, i, i+1)
	return value
}

// add adds an attribute that isn't empty.
func (as *Attributes) add(name string, v Value) {
	if v.Text != "" {
		*as = append(*as, Attribute{name, v})
	}
}

// names returns the names of the attributes.
func (as Attributes) names() []string {
	out := make([]string, len(as))
	for i, a := range as {
		out[i] = a.Name
	}
	return out
}

// addNew adds a text, unless it is the value of an attribute already.
func (as *Attributes) addNew(name, value string) {
	if !slices.ContainsFunc(*as, func(a Attribute) bool { return a.Value.Text == value }) {
		as.add(name, text(value))
	}
}

// column is an attribute that some of the things of one sort have.
type column struct {
	name string
	kind Type
}

// columns returns the attributes that the given lists have, in the order in
// which they are met. An attribute of several types is text.
func columns(lists func(yield func(Attributes) bool)) []column {
	var all []column
	place := make(map[string]int)
	for list := range lists {
		for _, a := range list {
			at, known := place[a.Name]
			if !known {
				place[a.Name] = len(all)
				all = append(all, column{a.Name, a.Value.Type})
			} else if all[at].kind != a.Value.Type {
				all[at].kind = Text
			}
		}
	}
	return all
}

// nodeColumns returns the attributes that the nodes have.
func (g *Graph) nodeColumns() []column {
	return columns(func(yield func(Attributes) bool) {
		for i := range g.Nodes {
			if !yield(g.Nodes[i].Attributes) {
				return
			}
		}
	})
}

// edgeColumns returns the attributes that the edges have.
func (g *Graph) edgeColumns() []column {
	return columns(func(yield func(Attributes) bool) {
		for i := range g.Edges {
			if !yield(g.Edges[i].Attributes) {
				return
			}
		}
	})
}
