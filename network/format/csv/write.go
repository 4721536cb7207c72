package csv

import (
	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/table"
	"proxynet/network/format/internal/writer"
)

// Write writes a table of nodes and one of edges, with Gephi's column names. They have
// no attributes of the graph itself.
func Write(g *graph.Graph, _ *graph.Losses) []writer.Output {
	var out []writer.Output
	for _, s := range table.Sheets(g) {
		out = append(out, writer.Output{Part: s.Name, Data: s.CSV()})
	}
	return out
}
