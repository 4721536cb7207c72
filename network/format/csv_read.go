package format

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
)

// csvReader reads a table of edges, and one of nodes if there is one, with the
// columns that Gephi, Flourish and Kumu give them.
type csvReader struct {
	*collector
	table *csv.Reader
	head  []string
	line  int // of the row that was read last
	row   []string
}

// Names that columns have, in small letters. The first is what we write.
var (
	csvSource = []string{"source", "from", "source id", "source_id", "node1_id", "start"}
	csvTarget = []string{"target", "to", "target id", "target_id", "node2_id", "dest", "destination", "end"}
	csvID     = []string{"id", "node id", "node_id", "key"}
	csvLabel  = []string{"label", "name", "title"}
	csvType   = []string{"type", "direction", "directed"}
)

// readCSV reads one or two tables. Which is that of the edges, its columns tell.
func readCSV(ins []*input, o *options, losses *Losses) (*Graph, error) {
	var nodes, edges *csvReader
	shared := newCollector(ins[0], losses)
	for _, in := range ins {
		c := *shared // each table has lines and a name of its own
		c.input = in
		r := &csvReader{collector: &c}
		if err := r.begin(); err != nil {
			return nil, err
		}
		switch linked := r.column(csvSource) >= 0 && r.column(csvTarget) >= 0; {
		case linked && edges == nil:
			edges = r
		case linked:
			return nil, r.fault(1, "", "it has edges, and so has "+edges.name, "give one table of edges and one of nodes")
		case nodes == nil:
			nodes = r
		default:
			return nil, r.fault(1, "", "it has no columns for the ends of edges, and neither has "+nodes.name, "name two columns of one table Source and Target")
		}
	}
	if nodes != nil && len(ins) == 1 {
		return nil, nodes.fault(1, "", "it has no columns for the ends of edges", "name two columns Source and Target; where they stand in another file, name that too")
	}
	last := edges
	if nodes != nil {
		if err := nodes.each(nodes.node); err != nil {
			return nil, err
		}
		edges.text = nodes.text
	}
	if err := edges.each(func() error { return edges.edge(nodes == nil) }); err != nil {
		return nil, err
	}
	return last.done()
}

// begin reads the head of a table.
func (r *csvReader) begin() error {
	buffered := bufio.NewReaderSize(r.input, chunk)
	head, _ := buffered.Peek(chunk) // a file may be shorter
	first, _, _ := strings.Cut(string(head), "\n")
	r.table = csv.NewReader(buffered)
	r.table.Comma = separator(first)
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
		name = strings.Clone(strings.TrimSpace(name))
		if name == "" {
			name = fmt.Sprintf("column %d", i+1)
		}
		if lower := strings.ToLower(name); seen[lower] {
			return r.fault(1, "", "two columns have the name "+show(name), "give one of the two another name")
		} else {
			seen[lower] = true
		}
		r.head = append(r.head, name)
	}
	return nil
}

// separator returns what stands between the fields of a head.
func separator(head string) rune {
	best, most := ',', strings.Count(head, ",")
	for _, c := range []rune{';', '\t', '|'} {
		if n := strings.Count(head, string(c)); n > most {
			best, most = c, n
		}
	}
	return best
}

// next reads a row, and tells whether there was one.
func (r *csvReader) next() (bool, error) {
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
	r.row = row
	return true, nil
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

// column returns the place of the column that has one of the names, or -1.
func (r *csvReader) column(names []string) int {
	for _, name := range names {
		for i, h := range r.head {
			if strings.EqualFold(h, name) {
				return i
			}
		}
	}
	return -1
}

// field returns a field of the row, "" where it has none.
func (r *csvReader) field(column int) string {
	if column < 0 || column >= len(r.row) {
		return ""
	}
	return strings.Clone(unguard(strings.TrimSpace(r.row[column])))
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
		as.add(r.head[i], text(r.field(i)))
	}
	return as
}

// node takes a row in as a node. Without a column for ids, names are the ids.
func (r *csvReader) node() error {
	id, label := r.column(csvID), r.column(csvLabel)
	n := Node{ID: r.field(id), Label: r.field(label), Line: r.line, Attributes: r.rest(id, label)}
	if id < 0 {
		n.ID = n.Label
	}
	return r.collector.node(n)
}

// edge takes a row in as an edge, and its ends as nodes where no table has them.
func (r *csvReader) edge(meet bool) error {
	from, to := r.column(csvSource), r.column(csvTarget)
	id, label, kind := r.column(csvID), r.column(csvLabel), r.column(csvType)
	e := Edge{ID: r.field(id), From: r.field(from), To: r.field(to), Label: r.field(label), Line: r.line}
	switch strings.ToLower(r.field(kind)) {
	case "directed", "true", "->", "1":
		e.Directed = true
	case "undirected", "false", "mutual", "--", "0":
	case "":
		e.Directed = r.graph.Directed
	default: // some other sort of type
		e.Directed = r.graph.Directed
		kind = -1
	}
	e.Attributes = r.rest(from, to, id, label, kind)
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
