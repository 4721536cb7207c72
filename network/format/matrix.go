package format

import (
	"slices"
	"strconv"
	"strings"
)

// Losses of tables that are matrices.
const (
	lossSymmetric = "pairs of edges of a symmetric matrix, each read as one edge without direction"
	lossModes     = "edges of a matrix whose rows and columns have different names, read without direction"
)

// isMatrix reports whether the table is a matrix, whose rows and columns are nodes
// and whose cells are edges: its first column has no name, and the columns are named
// as the rows are, or hold numbers. The first row after the head must have been
// read.
func (r *tableReader) isMatrix() bool {
	if len(r.head) < 2 || r.head[0].folded != "" || len(r.row) == 0 || strings.TrimSpace(r.row[0]) == "" {
		return false
	}
	numbers := true
	for i, h := range r.head[1:] {
		if h.folded == foldWord(strings.TrimSpace(r.row[0])) {
			return true
		}
		value := r.field(i + 1)
		_, err := strconv.ParseFloat(value, 64)
		numbers = numbers && (err == nil || value == "")
	}
	return numbers
}

// matrix reads the rows of a matrix; the first has been read.
func (r *tableReader) matrix() (*Graph, error) {
	columns := make([]string, len(r.head))
	for i := 1; i < len(r.head); i++ {
		columns[i] = r.head[i].name
	}
	rows, order := map[string]bool{}, columns[1:]
	for {
		from := r.field(0)
		if from == "" {
			return nil, r.fault(r.line, "", "a row of the matrix has no name", "write the name of its node")
		}
		if rows[from] {
			return nil, r.fault(r.line, "", "a second row for "+show(from), "rename one of the two")
		}
		rows[from], order = true, append(order, from)
		for i := 1; i < len(r.row); i++ {
			value := r.field(i)
			if number, err := strconv.ParseFloat(value, 64); value == "" || err == nil && number == 0 || directionIn(value) == undirected {
				continue
			}
			e := Edge{From: from, To: columns[i], Directed: true, Line: r.line, Table: r.place}
			if _, err := strconv.ParseFloat(value, 64); err == nil {
				e.Attributes.add("weight", text(value))
			} else if directionIn(value) == unsaid && !strings.EqualFold(value, "x") {
				e.Label = value
			}
			if err := r.collector.edge(e); err != nil {
				return nil, err
			}
		}
		more, err := r.next()
		if err != nil {
			return nil, err
		}
		if !more {
			break
		}
		if len(r.row) > len(r.head) {
			return nil, r.fault(r.line, "", "a row is longer than the head", "name every column")
		}
	}
	own := 0 // columns that are rows too
	for _, name := range columns[1:] {
		if rows[name] {
			own++
		}
	}
	for _, name := range order {
		if err := r.meet(name, 1); err != nil {
			return nil, err
		}
	}
	switch {
	case own == 0:
		for i := range r.graph.Edges {
			r.graph.Edges[i].Directed = false
		}
		r.losses.add(len(r.graph.Edges), lossModes, "")
	case own == len(rows) && own == len(columns)-1:
		r.halve()
	}
	return r.done()
}

// halve makes the edges of a symmetric matrix edges without direction, one for each
// pair.
func (r *tableReader) halve() {
	type cell struct{ from, to, value string }
	all := map[cell]bool{}
	value := func(e *Edge) string { return e.Label + "\n" + e.Attributes.get("weight") }
	for i := range r.graph.Edges {
		e := &r.graph.Edges[i]
		all[cell{e.From, e.To, value(e)}] = true
	}
	for c := range all {
		if !all[cell{c.to, c.from, c.value}] {
			return
		}
	}
	before := len(r.graph.Edges)
	met := map[cell]bool{}
	r.graph.Edges = slices.DeleteFunc(r.graph.Edges, func(e Edge) bool {
		if e.From != e.To && met[cell{e.To, e.From, value(&e)}] {
			return true
		}
		met[cell{e.From, e.To, value(&e)}] = true
		return false
	})
	for i := range r.graph.Edges {
		r.graph.Edges[i].Directed = false
	}
	r.losses.add(before-len(r.graph.Edges), lossSymmetric, "")
}
