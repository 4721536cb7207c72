package format

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"proxynet/network"
)

// tableReader reads a table of edges, or one of nodes.
type tableReader struct {
	*collector
	rows  rows
	place *table
	head  []header
	line  int    // of the row that was read last
	lang  string // of dates in words
	row   []string
	known map[string]string // by group and id, as Neo4j has them: the id of the node
	named map[int]bool      // columns of which the losses say already that they are left out
	first map[claim]int     // of a table of claims: the edge that the first row of a claim became

	causal   bool              // its edges lead from causes to effects
	labelled map[string]string // ids of nodes by the labels that only one has
}

// rows are the rows of a table, the head first.
type rows interface {
	// next returns the cells of a row, which are good until the next call, and
	// its line. After the last row it returns io.EOF.
	next() (cells []string, line int, err error)
}

// csvRows are the rows of a table in CSV.
type csvRows struct {
	*input
	csv *csv.Reader
}

func newCSVRows(in *input) (*csvRows, error) {
	text, comma, err := newLines(in)
	if err != nil {
		return nil, in.failed(err)
	}
	r := &csvRows{in, csv.NewReader(text)}
	r.csv.Comma = comma
	r.csv.FieldsPerRecord = -1
	r.csv.ReuseRecord = true
	return r, nil
}

func (r *csvRows) next() (cells []string, line int, err error) {
	cells, err = r.csv.Read()
	var parse *csv.ParseError
	switch {
	case err == io.EOF:
		return nil, 0, err
	case errors.As(err, &parse):
		return nil, 0, r.fault(parse.StartLine, "", "it does not parse as CSV: "+parse.Err.Error(), "correct the quotation marks; write one inside a field twice")
	case err != nil:
		return nil, 0, r.failed(err)
	}
	line, _ = r.csv.FieldPos(0)
	r.token(r.csv.InputOffset())
	return cells, line, nil
}

// mostTables is how many tables one network may have: one of edges, and one for
// each kind of node.
const mostTables = 64

// readCSV reads a table of edges and any number of tables of nodes. The first
// is that of edges, unless only the second can be.
func readCSV(ins []*input, o *options, losses *Losses) (*Graph, error) {
	set := newTables(ins[0], o.Lang, losses)
	for _, in := range ins {
		rows, err := newCSVRows(in)
		if err != nil {
			return nil, err
		}
		if _, err := set.add(in, "", rows); err != nil {
			return nil, err
		}
	}
	all := set.tables
	if len(all) == 2 && !all[0].links() && all[1].links() {
		all[0], all[1] = all[1], all[0]
	}
	edges, nodes := all[0], all[1:]
	if !edges.links() {
		more, err := edges.next()
		switch {
		case err != nil:
			return nil, err
		case more && len(nodes) == 0 && edges.isMatrix():
			return edges.matrix()
		}
		return nil, edges.fault(1, "", "it has no columns for the ends of edges", "name two columns Source and Target; if they are in another file, name that file too")
	}
	for _, table := range nodes {
		if !table.lists() {
			return nil, table.fault(1, "", "it has edges, and so has "+edges.name, "give one table of edges and one of nodes")
		}
	}
	return set.read([]*tableReader{edges}, nodes)
}

// typesAreVerbs gives edges without words those of a column “Edge Type”, as Graph
// Commons has it, once it is known to hold no directions.
func (r *tableReader) typesAreVerbs() {
	at := r.column([]string{"edge type", "edgetype"})
	if at < 0 {
		return
	}
	for e := range r.own {
		if e.Label == "" {
			e.Label = spaced(e.Attributes.take(r.head[at].name))
		}
	}
}

// datesForEnds returns a fault if the columns for the ends of edges hold dates,
// as they do in a table of nodes that begin and end.
func (r *tableReader) datesForEnds() error {
	from, to := r.linkColumns()
	if sure, _ := r.ends(csvEnds); sure >= 0 || r.column(csvEdgeID) < 0 || r.column(csvLabel) < 0 || len(r.graph.Edges) == 0 {
		return nil
	}
	for e := range r.own {
		for _, end := range []string{e.From, e.To} {
			if _, isDate := readDate(end, r.lang); !isDate {
				return nil
			}
		}
	}
	return r.fault(1, "", fmt.Sprintf("the columns %s and %s hold dates, not the ends of edges", show(r.head[from].name), show(r.head[to].name)),
		"name the file with the edges, and this one with --nodes")
}

// begin reads the head of a table.
func (r *tableReader) begin() error {
	more, err := r.next()
	if err != nil {
		return err
	}
	if !more {
		return r.fault(0, "", "it is empty", "choose a file with a network")
	}
	return r.readHead()
}

// readHead takes the row that was read as the head.
func (r *tableReader) readHead() error {
	if len(r.row) > r.limits.Attributes {
		return r.fault(r.line, "", fmt.Sprintf("it has more than %d columns", r.limits.Attributes), "remove those that don’t describe the network")
	}
	seen := map[string]bool{}
	r.head, r.place.heads = nil, nil
	for i, name := range r.row {
		h := newHeader(strings.Clone(name))
		if h.name == "" {
			h.name = fmt.Sprintf("column %d", i+1)
		}
		if lower := strings.ToLower(h.name); seen[lower] {
			return r.fault(r.line, "", "two columns have the name "+show(h.name), "rename one of the two")
		} else {
			seen[lower] = true
		}
		r.head = append(r.head, h)
		r.place.heads = append(r.place.heads, h.name)
	}
	return nil
}

// links reports whether the table can be one of edges: it has columns for
// their ends.
func (r *tableReader) links() bool {
	from, _ := r.linkColumns()
	return from >= 0
}

func (r *tableReader) linkColumns() (from, to int) {
	if from, to = r.ends(csvEnds); from < 0 {
		from, to = r.ends(csvSpans)
	}
	return from, to
}

// lists reports whether the table can be one of nodes: it names them, and has
// no columns that can only be the ends of edges.
func (r *tableReader) lists() bool {
	from, _ := r.ends(csvEnds)
	return from < 0 && (!r.links() || r.column(csvNodeID) >= 0 || r.column(csvLabel) >= 0)
}

// next reads a row that has anything in it, without the empty fields that
// spreadsheets add at its end, and reports whether there was one.
func (r *tableReader) next() (bool, error) {
	for {
		row, line, err := r.rows.next()
		if err == io.EOF {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		r.line = line
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
func (r *tableReader) each(read func() error) error {
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
func (r *tableReader) field(column int) string {
	if column < 0 || column >= len(r.row) {
		return ""
	}
	return strings.Clone(network.CellText(strings.TrimSpace(r.row[column])))
}

// rest returns the fields of the other columns.
func (r *tableReader) rest(taken ...int) Attributes {
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
func (r *tableReader) node() error {
	id, label := r.column(csvNodeID), r.column(csvLabel)
	if label < 0 && id >= 0 && r.head[id].folded == "node id" {
		label = r.column([]string{"address"}) // the table of addresses of Offshore Leaks
	}
	n := Node{ID: r.field(id), Label: r.field(label), Line: r.line, Table: r.place, Attributes: r.rest(id, label)}
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
func (r *tableReader) edge(meet bool) error {
	from, to := r.linkColumns()
	id, verb := r.column(csvEdgeID), r.column(csvVerb)
	e := Edge{ID: r.field(id), From: r.end(from), To: r.end(to), Label: r.field(verb), Directed: r.graph.Directed, Line: r.line, Table: r.place}
	if isAddress(e.Label) { // a link to somewhere, and no verb
		e.Label, verb = "", -1
	}
	period, dates := r.period(from, to, id, verb)
	e.Attributes = r.rest(append(dates, from, to, id, verb)...)
	e.Attributes.add(attrPeriod, text(period.EDTF))
	for _, a := range []Attribute{{attrPeriodMeans, text(string(period.Means))}, {attrPeriodWords, text(period.Words)}} {
		if e.Attributes.find(a.Name) < 0 {
			e.Attributes.add(a.Name, a.Value)
		}
	}
	if e.Label == "" && r.causal {
		e.Label = "influences"
	}
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
	switch again, err := r.again(&e); {
	case err != nil:
		return err
	case again:
		return r.fits(e.Line, e.ID, e.Attributes, 0)
	}
	return r.collector.edge(e)
}

// end returns the id of a node at an end of the row's edge.
func (r *tableReader) end(column int) string {
	id := r.field(column)
	if known, ok := r.known[r.head[column].group+"\n"+id]; ok {
		return known
	}
	if _, known := r.nodes[id]; !known && r.labelled[id] != "" {
		return r.labelled[id]
	}
	return id
}

func isAddress(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}
