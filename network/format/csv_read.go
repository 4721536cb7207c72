package format

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"proxynet/network"
)

// csvReader reads a table of edges, or one of nodes.
type csvReader struct {
	*collector
	table *csv.Reader
	head  []header
	line  int // of the row that was read last
	row   []string
	known map[string]string // by group and id, as Neo4j has them: the id of the node
	named map[int]bool      // columns of which the losses say already that they are left out
}

// mostTables is how many tables one network may have: one of edges, and one for
// each kind of node.
const mostTables = 64

// readCSV reads a table of edges and any number of tables of nodes. The first
// is that of edges, unless only the second can be.
func readCSV(ins []*input, o *options, losses *Losses) (*Graph, error) {
	shared := newCollector(ins[0], losses)
	known := map[string]string{}
	tables := make([]*csvReader, len(ins))
	for i, in := range ins {
		c := *shared // each table has lines and a name of its own
		c.input = in
		tables[i] = &csvReader{collector: &c, known: known, named: map[int]bool{}}
		if err := tables[i].begin(); err != nil {
			return nil, err
		}
	}
	if len(tables) == 2 && !tables[0].links() && tables[1].links() {
		tables[0], tables[1] = tables[1], tables[0]
	}
	edges, nodes := tables[0], tables[1:]
	if !edges.links() {
		return nil, edges.unlinked()
	}
	for i, table := range nodes {
		if !table.lists() {
			return nil, table.fault(1, "", "it has edges, and so has "+edges.name, "give one table of edges and one of nodes")
		}
		if i > 0 {
			table.text = nodes[i-1].text
		}
		if err := table.each(table.node); err != nil {
			return nil, err
		}
		edges.text = table.text
	}
	if err := edges.each(func() error { return edges.edge(len(nodes) == 0) }); err != nil {
		return nil, err
	}
	if err := edges.datesForEnds(); err != nil {
		return nil, err
	}
	if err := edges.orient(); err != nil {
		return nil, err
	}
	edges.typesAreVerbs()
	return edges.done()
}

// typesAreVerbs gives edges without words those of a column “Edge Type”, as Graph
// Commons has it, once it is known to hold no directions.
func (r *csvReader) typesAreVerbs() {
	at := r.column([]string{"edge type", "edgetype"})
	if at < 0 {
		return
	}
	for i := range r.graph.Edges {
		if e := &r.graph.Edges[i]; e.Label == "" {
			e.Label = spaced(e.Attributes.take(r.head[at].name))
		}
	}
}

// datesForEnds returns a fault if the columns for the ends of edges hold dates,
// as they do in a table of nodes that begin and end.
func (r *csvReader) datesForEnds() error {
	from, to := r.linkColumns()
	if sure, _ := r.ends(csvEnds); sure >= 0 || r.column(csvEdgeID) < 0 || r.column(csvLabel) < 0 || len(r.graph.Edges) == 0 {
		return nil
	}
	for i := range r.graph.Edges {
		for _, end := range []string{r.graph.Edges[i].From, r.graph.Edges[i].To} {
			if _, isDate := tableDate(end); !isDate {
				return nil
			}
		}
	}
	return r.fault(1, "", fmt.Sprintf("the columns %s and %s hold dates, not the ends of edges", show(r.head[from].name), show(r.head[to].name)),
		"name the file with the edges, and this one with --nodes")
}

// begin reads the head of a table.
func (r *csvReader) begin() error {
	text, comma, err := newLines(r.input)
	if err != nil {
		return r.failed(err)
	}
	r.table = csv.NewReader(text)
	r.table.Comma = comma
	r.table.FieldsPerRecord = -1
	r.table.ReuseRecord = true
	more, err := r.next()
	if err != nil {
		return err
	}
	if !more {
		return r.fault(0, "", "it is empty", "choose a file with a network")
	}
	if len(r.row) > r.limits.Attributes {
		return r.fault(1, "", fmt.Sprintf("it has more than %d columns", r.limits.Attributes), "take those out that say nothing of the network")
	}
	seen := map[string]bool{}
	for i, name := range r.row {
		h := newHeader(strings.Clone(name))
		if h.name == "" {
			h.name = fmt.Sprintf("column %d", i+1)
		}
		if lower := strings.ToLower(h.name); seen[lower] {
			return r.fault(1, "", "two columns have the name "+show(h.name), "give one of the two another name")
		} else {
			seen[lower] = true
		}
		r.head = append(r.head, h)
	}
	return nil
}

// links reports whether the table can be one of edges: it has columns for
// their ends.
func (r *csvReader) links() bool {
	from, _ := r.linkColumns()
	return from >= 0
}

func (r *csvReader) linkColumns() (from, to int) {
	if from, to = r.ends(csvEnds); from < 0 {
		from, to = r.ends(csvSpans)
	}
	return from, to
}

// lists reports whether the table can be one of nodes: it names them, and has
// no columns that can only be the ends of edges.
func (r *csvReader) lists() bool {
	from, _ := r.ends(csvEnds)
	return from < 0 && (!r.links() || r.column(csvNodeID) >= 0 || r.column(csvLabel) >= 0)
}

// unlinked returns the fault of a table that should have edges and has none.
func (r *csvReader) unlinked() error {
	const matrix = "it is a matrix, with a column for each node"
	more, err := r.next()
	if err != nil {
		return err
	}
	if more && r.head[0].folded == "" {
		for _, h := range r.head[1:] {
			if h.folded != "" && h.folded == foldWord(strings.TrimSpace(r.row[0])) {
				return r.fault(1, "", matrix, "write a row for each edge, with the columns Source and Target")
			}
		}
	}
	return r.fault(1, "", "it has no columns for the ends of edges", "name two columns Source and Target; where they stand in another file, name that too")
}

// next reads a row that has anything in it, without the empty fields that
// spreadsheets add at its end, and reports whether there was one.
func (r *csvReader) next() (bool, error) {
	for {
		row, err := r.table.Read()
		var parse *csv.ParseError
		switch {
		case err == io.EOF:
			return false, nil
		case errors.As(err, &parse):
			return false, r.fault(parse.StartLine, "", "it does not parse as CSV: "+parse.Err.Error(), "mend the quotation marks there; one within a text is written twice")
		case err != nil:
			return false, r.failed(err)
		}
		r.line, _ = r.table.FieldPos(0)
		r.token(r.table.InputOffset())
		for len(row) > len(r.head) && strings.TrimSpace(row[len(row)-1]) == "" {
			row = row[:len(row)-1]
		}
		for _, field := range row {
			if strings.TrimSpace(field) != "" {
				r.row = row
				return true, nil
			}
		}
	}
}

// each calls read for every row.
func (r *csvReader) each(read func() error) error {
	for {
		more, err := r.next()
		if err != nil || !more {
			return err
		}
		if len(r.row) > len(r.head) {
			return r.fault(r.line, "", fmt.Sprintf("it has %d fields, and the head has %d", len(r.row), len(r.head)), "put texts with a separator in them into quotation marks")
		}
		if err := read(); err != nil {
			return err
		}
	}
}

// field returns a field of the row, "" where it has none.
func (r *csvReader) field(column int) string {
	if column < 0 || column >= len(r.row) {
		return ""
	}
	return strings.Clone(network.CellText(strings.TrimSpace(r.row[column])))
}

// rest returns the fields of the other columns.
func (r *csvReader) rest(taken ...int) Attributes {
	as := make(Attributes, 0, len(r.row))
columns:
	for i := range r.row {
		for _, t := range taken {
			if i == t {
				continue columns
			}
		}
		if value := r.field(i); !r.head[i].ignored {
			as.add(r.head[i].name, text(value))
		} else if value != "" && !r.named[i] {
			r.named[i] = true
			r.losses.add(1, "columns marked “:IGNORE”, left out", show(r.head[i].name))
		}
	}
	return as
}

// node takes a row in as a node. Without a column for ids, names are the ids.
func (r *csvReader) node() error {
	id, label := r.column(csvNodeID), r.column(csvLabel)
	n := Node{ID: r.field(id), Label: r.field(label), Line: r.line, Attributes: r.rest(id, label)}
	if id < 0 {
		n.ID = n.Label
	} else if group := r.head[id].group; group != "" && n.ID != "" {
		own := n.ID
		if _, taken := r.nodes[own]; taken { // by a node of another group
			n.ID = group + " " + own
		}
		r.known[group+"\n"+own] = n.ID
	}
	return r.collector.node(n)
}

// edge takes a row in as an edge, and its ends as nodes where no table has them.
func (r *csvReader) edge(meet bool) error {
	from, to := r.linkColumns()
	id, verb := r.column(csvEdgeID), r.column(csvVerb)
	e := Edge{ID: r.field(id), From: r.end(from), To: r.end(to), Label: r.field(verb), Directed: r.graph.Directed, Line: r.line}
	if isAddress(e.Label) { // a link to somewhere, and no verb
		e.Label, verb = "", -1
	}
	period, dates := r.period(from, to, id, verb)
	e.Attributes = r.rest(append(dates, from, to, id, verb)...)
	e.Attributes.add(attrPeriod, text(period))
	if meet {
		for _, end := range []string{e.From, e.To} {
			if end == "" {
				break // edge says what is wrong
			}
			if err := r.meet(end, r.line); err != nil {
				return err
			}
		}
	}
	return r.collector.edge(e)
}

// end returns the id of a node at an end of the row's edge.
func (r *csvReader) end(column int) string {
	id := r.field(column)
	if known, ok := r.known[r.head[column].group+"\n"+id]; ok {
		return known
	}
	return id
}

func isAddress(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}
