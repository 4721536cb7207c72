package format

import (
	"cmp"
	"fmt"
	"slices"

	"proxynet/network/file"
	"proxynet/network/message"
)

// table is where rows were read, for faults that name their places.
type table struct {
	file, sheet string // sheet is "" outside workbooks
	heads       []string
}

// fault returns a fault in the row of a table: in the cell of a column, or in
// the whole row if the table has no such column.
func (t *table) fault(line int, column, rule, problem, mend string) file.Fault {
	f := file.Fault{File: t.file, Line: line, Rule: rule, Problem: message.New("%s", problem), Mend: message.New("%s", mend)}
	at := slices.IndexFunc(t.heads, func(head string) bool { return foldWord(head) == foldWord(column) })
	switch {
	case t.sheet != "" && at >= 0:
		f.Line, f.ID = 0, sheetPlace(t.sheet, "cell "+cellName(at, line))
	case t.sheet != "":
		f.Line, f.ID = 0, sheetPlace(t.sheet, fmt.Sprintf("row %d", line))
	case at >= 0:
		f.ID = "column " + show(t.heads[at])
	}
	return f
}

// sheetPlace names a place in a sheet.
func sheetPlace(sheet, place string) string { return "sheet " + show(sheet) + ", " + place }

// cellName returns the name of a cell, such as B7: its column is counted from 0,
// its row from 1.
func cellName(column, row int) string {
	name := ""
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return fmt.Sprintf("%s%d", name, row)
}

// tables are the tables of one network.
type tables struct {
	shared *collector
	lang   string // of dates in words
	known  map[string]string
	causal bool // the nodes are factors of Causal Map
	tables []*tableReader
}

func newTables(in *input, lang string, losses *Losses) *tables {
	return &tables{shared: newCollector(in, losses), lang: lang, known: map[string]string{}}
}

// add begins to read a table; sheet is "" outside workbooks.
func (s *tables) add(in *input, sheet string, rows rows) (*tableReader, error) {
	c := *s.shared // each table has lines and a name of its own
	c.input = in
	t := &tableReader{collector: &c, rows: rows, lang: s.lang, place: &table{file: in.name, sheet: sheet}, known: s.known, named: map[int]bool{}, first: map[claim]int{}}
	if err := t.begin(); err != nil {
		return nil, err
	}
	s.tables = append(s.tables, t)
	return t, nil
}

// read reads the rows of all tables: first the nodes, so that edges can name
// them.
func (s *tables) read(edges, nodes []*tableReader) (*Graph, error) {
	for _, t := range nodes {
		if err := s.nodes(t); err != nil {
			return nil, err
		}
	}
	for _, t := range edges {
		if err := s.edges(t, len(nodes) == 0); err != nil {
			return nil, err
		}
	}
	return edges[len(edges)-1].done()
}

// nodes reads the rows of a table of nodes.
func (s *tables) nodes(t *tableReader) error {
	s.causal = s.causal || t.column(csvFactorID) >= 0
	return s.each(t, t.node)
}

// edges reads the rows of a table of edges. If meet is set, their ends are nodes
// that no table lists.
func (s *tables) edges(t *tableReader, meet bool) error {
	t.labelled = s.shared.graph.byLabel()
	t.causal = s.causal || t.column(csvCauses) >= 0
	if err := s.each(t, func() error { return t.edge(meet) }); err != nil {
		return err
	}
	if err := t.datesForEnds(); err != nil {
		return err
	}
	if err := t.orient(); err != nil {
		return err
	}
	t.typesAreVerbs()
	return nil
}

// each reads the rows of a table, whose text counts together with that of the
// others.
func (s *tables) each(t *tableReader, read func() error) error {
	t.text = s.shared.text
	err := t.each(read)
	s.shared.text = t.text
	return err
}

// byLabel returns the ids of nodes by their labels, of those that only one has.
func (g *Graph) byLabel() map[string]string {
	ids := make(map[string]string, len(g.Nodes))
	for i := range g.Nodes {
		n := &g.Nodes[i]
		if _, twice := ids[n.Label]; twice {
			ids[n.Label] = ""
		} else {
			ids[n.Label] = n.ID
		}
	}
	return ids
}

// own calls yield for each edge of the graph that is a row of the table.
func (r *tableReader) own(yield func(e *Edge) bool) {
	for i := range r.graph.Edges {
		if e := &r.graph.Edges[i]; e.Table == r.place && !yield(e) {
			return
		}
	}
}

// claim is what makes two rows of a table of claims the same claim, which the
// source makes in other words too. A row against a claim need not repeat more than
// its ends and its verb.
type claim struct{ id, from, to, verb, kind, status, period string }

// again reports whether a row that quotes words says the same as one above, or
// speaks against it, and adds it to that.
func (r *tableReader) again(e *Edge) (bool, error) {
	if !r.claims() {
		return false, nil
	}
	loose := claim{from: e.From, to: e.To, verb: e.Label}
	if opposes(e.Attributes) {
		at, met := r.first[loose]
		if !met {
			return false, r.place.fault(e.Line, attrAgainst, file.RuleFile, "it is against a claim that no row above it has", "write the row with the claim, with the same from, verb and to, above it")
		}
		base := &r.graph.Edges[at]
		base.More = append(base.More, More{e.Attributes, e.Line})
		return true, nil
	}
	if _, met := r.first[loose]; !met {
		r.first[loose] = len(r.graph.Edges)
	}
	key := claim{"id " + e.ID, e.From, e.To, e.Label, e.Attributes.get(attrKind), e.Attributes.get(attrStatus), e.Attributes.get(attrPeriod)}
	at, met := r.first[key]
	if !met {
		r.first[key] = len(r.graph.Edges)
		return false, nil
	}
	base := &r.graph.Edges[at]
	more := More{Line: e.Line}
	for _, a := range e.Attributes {
		if own := base.Attributes.find(a.Name); own < 0 || base.Attributes[own].Value != a.Value || slices.Contains(quotes, a.Name) || slices.Contains(speakers, a.Name) {
			more.Attributes = append(more.Attributes, a)
		}
	}
	if len(more.Attributes) > 0 {
		base.More = append(base.More, more)
	}
	return true, nil
}

// opposes reports whether the words of a row speak against its claim: whether it
// has anything but such as “no” for that.
func opposes(as Attributes) bool {
	against := as.get(attrAgainst)
	return against != "" && directionIn(against) != undirected
}

// claims reports whether the rows quote the words that they rest on.
func (r *tableReader) claims() bool { return r.column(quotes) >= 0 }

// place is where something was read.
type place struct {
	table *table // nil: in no table
	line  int
}

// relocate gives a fault of the network's own file the place at which what it is
// about was read.
func (im *importer) relocate(f file.Fault) file.Fault {
	p := im.places[f.ID]
	f.Line = p.line
	if p.table == nil || p.table.sheet == "" {
		return f
	}
	at := p.table.fault(p.line, "", f.Rule, f.Problem.String(), f.Mend.String())
	at.ID, at.Diff = at.ID+": "+cmp.Or(f.ID, "network"), f.Diff
	return at
}
