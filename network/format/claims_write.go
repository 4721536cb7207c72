package format

import (
	"slices"
	"strconv"

	"proxynet/network"
)

// claimHead is the head of a table of claims: what an author fills in, then what
// only some claims have. Reading it is the work of [tableReader], as with any
// other table.
var claimHead = []string{"from", "verb", "to", "kind", "status", "quote", "speaker", "date", "paragraph", "direction", "id"}

// Columns of a table of claims that only some tables have.
const (
	claimManner = "manner" // how the article gives a speaker's words
	claimBefore = "before" // the words before a quote that the article has more than once, or after it
	claimAfter  = "after"
)

// writeClaims writes the claims of a network as a workbook: a sheet of claims,
// with a row for every quote, and one of the nodes.
func writeClaims(n *network.Network, _ string, losses *Losses) []Output {
	nodes := toGraph(n, ExportOptions{})
	for i := range nodes.Nodes {
		if as := &nodes.Nodes[i].Attributes; as.take(attrPassages) != "" {
			losses.add(1, "passages that nodes rest on, left out", nodes.Nodes[i].ID)
		}
	}
	unheldClaims(n, losses)
	claims := claimsOf(n)
	return []Output{{Data: writeWorkbook([]sheetData{claims, {"names", nodes.sheets()[0].rows}}, losses)}}
}

// writeClaimsCSV writes the claims of a network as a table in CSV.
func writeClaimsCSV(n *network.Network, _ string, losses *Losses) []Output {
	losses.add(len(n.Nodes), "nodes, of which only the names are kept (--format claims keeps them)", "")
	unheldClaims(n, losses)
	claims := claimsOf(n)
	return []Output{{Data: claims.csv()}}
}

// unheldClaims counts what a table of claims has no place for.
func unheldClaims(n *network.Network, losses *Losses) {
	losses.add(1, "the network’s id, title, summary and language, left out", "")
	losses.add(len(n.Sources), "sources, of which only the quotes are kept", "")
	if n.Headline != "" || n.Caption != "" {
		losses.add(1, lossHeadline, "")
	}
	losses.add(len(n.Events), "events, left out", "")
	losses.add(len(n.Story), "steps of the story, left out", "")
	unheldVocabulary(n, losses)
	for _, s := range n.Speakers {
		if s.Kind != network.Article {
			losses.add(1, "kinds, roles and introductions of speakers, left out", s.Label)
		}
	}
	for _, p := range n.Passages {
		if p.Via != "" {
			losses.add(1, "speakers who pass on a quote, left out", p.ID)
		}
	}
}

// claimsOf returns the relations as a table: one row for each passage, and one
// for a relation without any.
func claimsOf(n *network.Network) sheetData {
	labels, named := map[string]int{}, map[string]string{}
	for _, o := range n.Nodes {
		labels[o.Label]++
	}
	for _, o := range n.Nodes {
		if named[o.ID] = o.Label; labels[o.Label] > 1 {
			named[o.ID] = o.ID // of several with the same name
		}
	}
	passages, speakers := map[string]*network.Passage{}, map[string]*network.Speaker{}
	for i := range n.Passages {
		passages[n.Passages[i].ID] = &n.Passages[i]
	}
	for i := range n.Speakers {
		speakers[n.Speakers[i].ID] = &n.Speakers[i]
	}
	g := toGraph(n, ExportOptions{})
	g.carryVocabulary()
	columns := slices.DeleteFunc(g.edgeColumns(), func(c column) bool {
		return slices.Contains([]string{attrKind, attrStatus, attrPeriod, attrPassages, attrAgainst}, c.name)
	})
	head := append(slices.Clone(claimHead), claimManner, claimBefore, claimAfter, attrAgainst)
	for _, c := range columns {
		head = append(head, c.name)
	}
	out := sheetData{"claims", [][]string{head}}
	for i := range g.Edges {
		e := &g.Edges[i]
		quoted := n.Relations[i].Passages
		if len(quoted) == 0 {
			quoted = []string{""}
		}
		ends := [3]string{named[e.From], e.Label, named[e.To]}
		for at, id := range quoted {
			q := quoteOf(passages[id], speakers)
			row := []string{
				ends[0], ends[1], ends[2], e.Attributes.get(attrKind), e.Attributes.get(attrStatus), q.words, q.speaker, e.Attributes.get(attrPeriod),
				q.paragraph, edgeType(e.Directed), e.ID, q.manner, q.before, q.after, "",
			}
			for _, c := range columns {
				value := e.Attributes.get(c.name)
				if at > 0 {
					value = "" // as the row above says
				}
				row = append(row, value)
			}
			out.rows = append(out.rows, row)
		}
		for _, d := range n.Relations[i].Against {
			for _, id := range d.Passages {
				q := quoteOf(passages[id], speakers)
				date := ""
				if d.Date != nil {
					date = d.Date.EDTF
				}
				row := []string{ends[0], ends[1], ends[2], "", "", q.words, q.speaker, date, q.paragraph, "", "", q.manner, q.before, q.after, string(d.Says)}
				out.rows = append(out.rows, append(row, make([]string, len(columns))...))
			}
		}
	}
	return out.dense()
}

// claimQuote is a passage as a row of claims has it.
type claimQuote struct{ words, speaker, paragraph, manner, before, after string }

func quoteOf(p *network.Passage, speakers map[string]*network.Speaker) claimQuote {
	if p == nil {
		return claimQuote{}
	}
	q := claimQuote{words: p.Selector.Exact, paragraph: strconv.Itoa(p.Paragraph), before: p.Selector.Prefix, after: p.Selector.Suffix}
	if s := speakers[p.Speaker]; s != nil && s.Kind != network.Article {
		q.speaker, q.manner = s.Label, string(p.Manner)
	}
	return q
}

// dense returns the table without the optional columns that are empty.
func (s sheetData) dense() sheetData {
	out := sheetData{s.name, make([][]string, len(s.rows))}
	for column, name := range s.rows[0] {
		filled := slices.Contains(claimHead, name)
		for _, row := range s.rows[1:] {
			filled = filled || row[column] != ""
		}
		if filled {
			for i, row := range s.rows {
				out.rows[i] = append(out.rows[i], row[column])
			}
		}
	}
	return out
}
