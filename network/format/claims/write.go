// Package claims writes tables of claims and their quotes. Package table reads them.
package claims

import (
	"slices"
	"strconv"

	"proxynet/network"
	"proxynet/network/format/internal/convert"
	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/table"
	"proxynet/network/format/internal/writer"
	"proxynet/network/format/xlsx"
)

// heads is the header of a table of claims: the columns that an author fills in, then
// those that only some claims need. [table.Reader] reads it, like any other table.
var heads = []string{"from", "verb", "to", "kind", "status", "quote", "speaker", "date", "paragraph", "direction", "id"}

// Write writes the claims of a network as a workbook with a sheet of claims, one row
// per quote, and a sheet of nodes.
func Write(n *network.Network, _ string, losses *graph.Losses) []writer.Output {
	nodes := convert.ToGraph(n, false)
	for i := range nodes.Nodes {
		if as := &nodes.Nodes[i].Attributes; as.Take(graph.AttrPassages) != "" {
			losses.Add(1, "passages of nodes, left out", nodes.Nodes[i].ID)
		}
	}
	unheldClaims(n, losses)
	claims := claimsOf(n)
	return []writer.Output{{Data: xlsx.WriteWorkbook([]table.Sheet{claims, {Name: "names", Rows: table.Sheets(nodes)[0].Rows}}, losses)}}
}

// WriteCSV writes the claims of a network as a table in CSV.
func WriteCSV(n *network.Network, _ string, losses *graph.Losses) []writer.Output {
	losses.Add(len(n.Nodes), "nodes, of which only the names are kept (--format claims keeps them)", "")
	unheldClaims(n, losses)
	claims := claimsOf(n)
	return []writer.Output{{Data: claims.CSV()}}
}

// unheldClaims counts records that a table of claims can't hold.
func unheldClaims(n *network.Network, losses *graph.Losses) {
	losses.Add(1, "the network’s id, title, summary and language, left out", "")
	losses.Add(len(n.Sources), "sources, of which only the quotes are kept", "")
	if n.Headline != "" || n.Caption != "" {
		losses.Add(1, graph.LossHeadline, "")
	}
	losses.Add(len(n.Events), "events, left out", "")
	losses.Add(len(n.Story), "steps of the story, left out", "")
	convert.UnsupportedVocabulary(n, losses)
	for _, s := range n.Speakers {
		if s.Kind != network.Article {
			losses.Add(1, "kinds, roles and introductions of speakers, left out", s.Label)
		}
	}
	for _, p := range n.Passages {
		if p.Via != "" {
			losses.Add(1, "speakers who pass on a quote, left out", p.ID)
		}
	}
}

// claimsOf returns the relations as a table: one row per passage, and one for a
// relation without passages.
func claimsOf(n *network.Network) table.Sheet {
	labels, named := map[string]int{}, map[string]string{}
	for _, o := range n.Nodes {
		labels[o.Label]++
	}
	for _, o := range n.Nodes {
		if named[o.ID] = o.Label; labels[o.Label] > 1 {
			named[o.ID] = o.ID // of several with the same name
		}
	}
	index := network.NewIndex(n)
	g := convert.ToGraph(n, false)
	convert.CarryVocabulary(g)
	columns := slices.DeleteFunc(g.EdgeColumns(), func(c graph.Column) bool {
		return slices.Contains([]string{graph.AttrKind, graph.AttrStatus, graph.AttrPeriod, graph.AttrPassages, graph.AttrAgainst}, c.Name)
	})
	head := append(slices.Clone(heads), graph.ClaimManner, graph.ClaimBefore, graph.ClaimAfter, graph.AttrAgainst)
	for _, c := range columns {
		head = append(head, c.Name)
	}
	out := table.Sheet{Name: "claims", Rows: [][]string{head}}
	for i := range g.Edges {
		e := &g.Edges[i]
		quoted := n.Relations[i].Passages
		if len(quoted) == 0 {
			quoted = []string{""}
		}
		ends := [3]string{named[e.From], e.Label, named[e.To]}
		for at, id := range quoted {
			q := quoteOf(index.Passages[id], index.Speakers)
			row := []string{
				ends[0], ends[1], ends[2], e.Attributes.Get(graph.AttrKind), e.Attributes.Get(graph.AttrStatus), q.words, q.speaker, e.Attributes.Get(graph.AttrPeriod),
				q.paragraph, graph.EdgeType(e.Directed), e.ID, q.manner, q.before, q.after, "",
			}
			for _, c := range columns {
				value := e.Attributes.Get(c.Name)
				if at > 0 {
					value = "" // same as in the row above
				}
				row = append(row, value)
			}
			out.Rows = append(out.Rows, row)
		}
		for _, d := range n.Relations[i].Against {
			for _, id := range d.Passages {
				q := quoteOf(index.Passages[id], index.Speakers)
				date := ""
				if d.Date != nil {
					date = d.Date.EDTF
				}
				row := []string{ends[0], ends[1], ends[2], "", "", q.words, q.speaker, date, q.paragraph, "", "", q.manner, q.before, q.after, string(d.Says)}
				out.Rows = append(out.Rows, append(row, make([]string, len(columns))...))
			}
		}
	}
	return dense(out)
}

// quotation is a passage in a row of claims.
type quotation struct{ words, speaker, paragraph, manner, before, after string }

func quoteOf(p *network.Passage, speakers map[string]*network.Speaker) quotation {
	if p == nil {
		return quotation{}
	}
	q := quotation{words: p.Selector.Exact, paragraph: strconv.Itoa(p.Paragraph), before: p.Selector.Prefix, after: p.Selector.Suffix}
	if s := speakers[p.Speaker]; s != nil && s.Kind != network.Article {
		q.speaker, q.manner = s.Label, string(p.Manner)
	}
	return q
}

// dense returns the table without the optional columns that are empty.
func dense(s table.Sheet) table.Sheet {
	out := table.Sheet{Name: s.Name, Rows: make([][]string, len(s.Rows))}
	for column, name := range s.Rows[0] {
		filled := slices.Contains(heads, name)
		for _, row := range s.Rows[1:] {
			filled = filled || row[column] != ""
		}
		if filled {
			for i, row := range s.Rows {
				out.Rows[i] = append(out.Rows[i], row[column])
			}
		}
	}
	return out
}
