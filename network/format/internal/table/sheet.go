package table

import (
	"bytes"

	"proxynet/network"
	"proxynet/network/format/internal/convert"
	"proxynet/network/format/internal/graph"
)

// Sheet is a table to write: its name, and its rows, the header first.
type Sheet struct {
	Name string
	Rows [][]string
}

// CSV writes the table in CSV.
func (s *Sheet) CSV() []byte {
	var b bytes.Buffer
	t := network.NewTable(&b, s.Rows[0]...)
	for _, row := range s.Rows[1:] {
		t.Row(row...)
	}
	if err := t.End(); err != nil {
		panic("format: " + err.Error()) // writes to a buffer never fail
	}
	return b.Bytes()
}

// Sheets returns the nodes and the edges as tables.
func Sheets(g *graph.Graph) []Sheet {
	row := func(row []string, columns []graph.Column, as graph.Attributes) []string {
		for _, c := range columns {
			row = append(row, as.Get(c.Name))
		}
		return row
	}
	head := func(row []string, columns []graph.Column) []string {
		for _, c := range columns {
			row = append(row, c.Name)
		}
		return row
	}
	nodeColumns, edgeColumns := g.NodeColumns(), g.EdgeColumns()
	nodes := Sheet{"nodes", [][]string{head([]string{"Id", "Label"}, nodeColumns)}}
	for i := range g.Nodes {
		n := &g.Nodes[i]
		nodes.Rows = append(nodes.Rows, row([]string{n.ID, n.Label}, nodeColumns, n.Attributes))
	}
	edges := Sheet{"edges", [][]string{head([]string{"Source", "Target", "Type", "Id", "Label"}, edgeColumns)}}
	for i := range g.Edges {
		e := &g.Edges[i]
		direction := map[bool]string{true: "Directed", false: "Undirected"}[e.Directed]
		edges.Rows = append(edges.Rows, row([]string{e.From, e.To, direction, e.ID, e.Label}, edgeColumns, e.Attributes))
	}
	return []Sheet{nodes, edges}
}

// Unsupported counts the losses of an export to tables of nodes and edges.
func Unsupported(n *network.Network, losses *graph.Losses) {
	losses.Add(1, "the network’s id, title, summary and language, left out", "")
	convert.Unsupported(n, losses)
}
