package format

import (
	"bytes"
	"errors"

	"proxynet/network"
)

// writeCSV writes a table of nodes and one of edges, with the columns that
// Gephi gives them. It has no attributes of the graph itself.
func writeCSV(g *Graph) []Output {
	own := func(names []string, columns []column) []string {
		for _, c := range columns {
			names = append(names, c.name)
		}
		return names
	}
	fields := func(row []string, columns []column, as Attributes) []string {
		for _, c := range columns {
			row = append(row, as.get(c.name))
		}
		return row
	}
	nodeColumns, edgeColumns := g.nodeColumns(), g.edgeColumns()
	var nodeData, edgeData bytes.Buffer
	nodes := network.NewTable(&nodeData, own([]string{"Id", "Label"}, nodeColumns)...)
	for i := range g.Nodes {
		n := &g.Nodes[i]
		nodes.Row(fields([]string{n.ID, n.Label}, nodeColumns, n.Attributes)...)
	}
	edges := network.NewTable(&edgeData, own([]string{"Source", "Target", "Type", "Id", "Label"}, edgeColumns)...)
	for i := range g.Edges {
		e := &g.Edges[i]
		direction := map[bool]string{true: "Directed", false: "Undirected"}[e.Directed]
		edges.Row(fields([]string{e.From, e.To, direction, e.ID, e.Label}, edgeColumns, e.Attributes)...)
	}
	if err := errors.Join(nodes.End(), edges.End()); err != nil {
		panic("format: " + err.Error()) // a buffer takes everything
	}
	return []Output{{Part: "nodes", Data: nodeData.Bytes()}, {Part: "edges", Data: edgeData.Bytes()}}
}
