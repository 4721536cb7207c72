package format

import (
	"bytes"

	"proxynet/network"
)

// writeCSV writes a table of nodes and one of edges, with the columns that
// Gephi gives them. It has no attributes of the graph itself.
func writeCSV(g *Graph, _ *Losses) []Output {
	var out []Output
	for _, s := range g.sheets() {
		out = append(out, Output{Part: s.name, Data: s.csv()})
	}
	return out
}

// sheetData is a table to write: its name, and its rows, the head first.
type sheetData struct {
	name string
	rows [][]string
}

// csv writes the table in CSV.
func (s *sheetData) csv() []byte {
	var b bytes.Buffer
	t := network.NewTable(&b, s.rows[0]...)
	for _, row := range s.rows[1:] {
		t.Row(row...)
	}
	if err := t.End(); err != nil {
		panic("format: " + err.Error()) // a buffer takes everything
	}
	return b.Bytes()
}

// sheets returns the nodes and the edges as tables.
func (g *Graph) sheets() []sheetData {
	row := func(row []string, columns []column, as Attributes) []string {
		for _, c := range columns {
			row = append(row, as.get(c.name))
		}
		return row
	}
	head := func(row []string, columns []column) []string {
		for _, c := range columns {
			row = append(row, c.name)
		}
		return row
	}
	nodeColumns, edgeColumns := g.nodeColumns(), g.edgeColumns()
	nodes := sheetData{"nodes", [][]string{head([]string{"Id", "Label"}, nodeColumns)}}
	for i := range g.Nodes {
		n := &g.Nodes[i]
		nodes.rows = append(nodes.rows, row([]string{n.ID, n.Label}, nodeColumns, n.Attributes))
	}
	edges := sheetData{"edges", [][]string{head([]string{"Source", "Target", "Type", "Id", "Label"}, edgeColumns)}}
	for i := range g.Edges {
		e := &g.Edges[i]
		direction := map[bool]string{true: "Directed", false: "Undirected"}[e.Directed]
		edges.rows = append(edges.rows, row([]string{e.From, e.To, direction, e.ID, e.Label}, edgeColumns, e.Attributes))
	}
	return []sheetData{nodes, edges}
}
