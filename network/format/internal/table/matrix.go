package table

import (
	"slices"
	"strconv"
	"strings"

	"proxynet/network/format/internal/graph"
)

// Losses of tables that are matrices.
const (
	lossSymmetric = "pairs of edges of a symmetric matrix, each read as one edge without direction"
	lossModes     = "edges of a matrix whose rows and columns have different names, read without direction"
)

// IsMatrix reports whether the table is a matrix, whose rows and columns are nodes
// and whose cells are edges: its first column has no name, and the columns are named
// as the rows are, or hold numbers. The first row after the head must have been
// read.
func (r *Reader) IsMatrix() bool {
	if len(r.Head) < 2 || r.Head[0].Folded != "" || len(r.row) == 0 || strings.TrimSpace(r.row[0]) == "" {
		return false
	}
	numbers := true
	for i, h := range r.Head[1:] {
		if h.Folded == graph.FoldWord(strings.TrimSpace(r.row[0])) {
			return true
		}
		value := r.field(i + 1)
		_, err := strconv.ParseFloat(value, 64)
		numbers = numbers && (err == nil || value == "")
	}
	return numbers
}

// Matrix reads the rows of a matrix; the first has been read.
func (r *Reader) Matrix() (*graph.Graph, error) {
	columns := make([]string, len(r.Head))
	for i := 1; i < len(r.Head); i++ {
		columns[i] = r.Head[i].name
	}
	rows, order := map[string]bool{}, columns[1:]
	for {
		from := r.field(0)
		if from == "" {
			return nil, r.Diagnostic(r.Line, "", "a row of the matrix has no name", "write the name of its node")
		}
		if rows[from] {
			return nil, r.Diagnostic(r.Line, "", "a second row for "+graph.Show(from), "rename one of the two")
		}
		rows[from], order = true, append(order, from)
		for i := 1; i < len(r.row); i++ {
			value := r.field(i)
			if number, err := strconv.ParseFloat(value, 64); value == "" || err == nil && number == 0 || graph.DirectionIn(value) == graph.Undirected {
				continue
			}
			e := graph.Edge{From: from, To: columns[i], Directed: true, Line: r.Line, Table: r.place}
			if _, err := strconv.ParseFloat(value, 64); err == nil {
				e.Attributes.Add("weight", graph.TextOf(value))
			} else if graph.DirectionIn(value) == graph.Unsaid && !strings.EqualFold(value, "x") {
				e.Label = value
			}
			if err := r.Collector.Edge(e); err != nil {
				return nil, err
			}
		}
		more, err := r.Next()
		if err != nil {
			return nil, err
		}
		if !more {
			break
		}
		if len(r.row) > len(r.Head) {
			return nil, r.Diagnostic(r.Line, "", "a row is longer than the head", "name every column")
		}
	}
	own := 0 // columns that are rows too
	for _, name := range columns[1:] {
		if rows[name] {
			own++
		}
	}
	for _, name := range order {
		if err := r.Meet(name, 1); err != nil {
			return nil, err
		}
	}
	switch {
	case own == 0:
		for i := range r.Graph.Edges {
			r.Graph.Edges[i].Directed = false
		}
		r.Losses.Add(len(r.Graph.Edges), lossModes, "")
	case own == len(rows) && own == len(columns)-1:
		halve(r)
	}
	return r.Done()
}

// halve makes the edges of a symmetric matrix edges without direction, one for each
// pair.
func halve(r *Reader) {
	type cell struct{ from, to, value string }
	all := map[cell]bool{}
	value := func(e *graph.Edge) string { return e.Label + "\n" + e.Attributes.Get("weight") }
	for i := range r.Graph.Edges {
		e := &r.Graph.Edges[i]
		all[cell{e.From, e.To, value(e)}] = true
	}
	for c := range all {
		if !all[cell{c.to, c.from, c.value}] {
			return
		}
	}
	before := len(r.Graph.Edges)
	met := map[cell]bool{}
	r.Graph.Edges = slices.DeleteFunc(r.Graph.Edges, func(e graph.Edge) bool {
		if e.From != e.To && met[cell{e.To, e.From, value(&e)}] {
			return true
		}
		met[cell{e.From, e.To, value(&e)}] = true
		return false
	})
	for i := range r.Graph.Edges {
		r.Graph.Edges[i].Directed = false
	}
	r.Losses.Add(before-len(r.Graph.Edges), lossSymmetric, "")
}
