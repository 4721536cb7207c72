package format

import (
	"bytes"
	"encoding/csv"
	"strings"
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
	nodes := newTable(own([]string{"Id", "Label"}, nodeColumns))
	for i := range g.Nodes {
		n := &g.Nodes[i]
		nodes.row(fields([]string{n.ID, n.Label}, nodeColumns, n.Attributes))
	}
	edges := newTable(own([]string{"Source", "Target", "Type", "Id", "Label"}, edgeColumns))
	for i := range g.Edges {
		e := &g.Edges[i]
		direction := map[bool]string{true: "Directed", false: "Undirected"}[e.Directed]
		edges.row(fields([]string{e.From, e.To, direction, e.ID, e.Label}, edgeColumns, e.Attributes))
	}
	return []Output{{Part: "nodes", Data: nodes.bytes()}, {Part: "edges", Data: edges.bytes()}}
}

// table is a CSV file that is being written.
type table struct {
	b bytes.Buffer
	w *csv.Writer
}

func newTable(head []string) *table {
	t := &table{}
	t.w = csv.NewWriter(&t.b)
	t.row(head)
	return t
}

func (t *table) row(fields []string) {
	for i := range fields {
		fields[i] = guard(fields[i])
	}
	if err := t.w.Write(fields); err != nil {
		panic("format: " + err.Error()) // a buffer takes everything
	}
}

func (t *table) bytes() []byte {
	t.w.Flush()
	return t.b.Bytes()
}

// guard keeps spreadsheets from taking a text for a formula, which could do
// harm: they take what stands after an apostrophe for text.
// https://owasp.org/www-community/attacks/CSV_Injection
func guard(s string) string {
	if formula(strings.TrimLeft(s, "'")) {
		return "'" + s
	}
	return s
}

// unguard undoes guard.
func unguard(s string) string {
	if strings.HasPrefix(s, "'") && formula(strings.TrimLeft(s, "'")) {
		return s[1:]
	}
	return s
}

func formula(s string) bool { return s != "" && strings.IndexByte("=+-@\t\r", s[0]) >= 0 }
