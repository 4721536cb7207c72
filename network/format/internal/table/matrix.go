package table

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
)

// Losses of tables that are matrices.
const (
	lossSymmetric = "pairs of edges of a symmetric matrix, each read as one edge without direction"
	lossModes     = "edges of a matrix whose rows and columns have different names, read without direction"
	lossHalf      = "edges of a matrix of which only one half is filled in, read without direction"
	lossNameless  = "cells of a matrix whose row or column has no name, left out"
)

// IsMatrix reports whether the table is an adjacency matrix. Its first column has no
// name, and a column has the name of the first row or all cells are numbers; or both of
// the latter. The first row after the header must have been read.
func (r *Reader) IsMatrix() bool {
	if len(r.Head) < 2 || len(r.row) == 0 {
		return false
	}
	first := graph.FoldWord(strings.TrimSpace(r.row[0]))
	named, numbers := false, true
	for i, h := range r.Head[1:] {
		named = named || first != "" && h.Folded == first
		_, isNumber := number(r.field(i + 1))
		numbers = numbers && (isNumber || empty(r.field(i+1)))
	}
	if r.Head[0].unnamed {
		return named || numbers
	}
	return named && numbers && len(r.row) > 1
}

// matrix is the state while the rows of a matrix are read.
type matrix struct {
	*Reader
	columns      []string        // names of nodes, "" for a column without one
	rows         []string        // names of nodes, in the order of the file
	known        map[string]bool // the names in rows
	above, below int             // cells on either side of the diagonal that are not empty; a 0 counts
}

// Matrix reads the rows of a matrix; the first has been read.
func (r *Reader) Matrix() (*graph.Graph, error) {
	m := &matrix{Reader: r, columns: make([]string, len(r.Head)), known: map[string]bool{}}
	for i, h := range r.Head {
		if i > 0 && !h.unnamed {
			m.columns[i] = h.name
		}
	}
	for more := true; more; {
		err := m.row()
		if err == nil {
			more, err = r.Next()
		}
		if err != nil {
			return nil, err
		}
	}
	m.restoreNames()
	for _, name := range slices.Concat(m.columns, m.rows) {
		if name == "" {
			continue
		}
		if err := r.Meet(name, 1); err != nil {
			return nil, err
		}
	}
	m.orient()
	return r.Done()
}

// row adds the cells of the current row as edges.
func (m *matrix) row() error {
	if len(m.Reader.row) > len(m.columns) {
		return m.Diagnostic(m.Line, "", fmt.Sprintf("it has %d fields, and the head has %d", len(m.Reader.row), len(m.columns)), "name every column of the matrix")
	}
	from := m.field(0)
	if m.known[from] {
		return m.Diagnostic(m.Line, "", "a second row for "+graph.Show(from), "rename one of the two")
	}
	switch {
	case from != "":
		m.known[from] = true
		m.rows = append(m.rows, from)
	case !slices.Contains(m.columns[1:], ""): // a node without a name has both
		return m.Diagnostic(m.Line, "", "a row of the matrix has no name", "write the name of its node")
	}
	diagonal := slices.Index(m.columns, from)
	for i := 1; i < len(m.Reader.row); i++ {
		value := m.field(i)
		switch {
		case value == "" || diagonal < 0:
		case i > diagonal:
			m.above++
		case i < diagonal:
			m.below++
		}
		weight, isNumber := number(value)
		if isNumber && weight == "0" || empty(value) {
			continue
		}
		if from == "" || m.columns[i] == "" {
			m.Losses.Add(1, lossNameless, fmt.Sprintf("line %d, column %d", m.Line, i+1))
			continue
		}
		e := graph.Edge{From: from, To: m.columns[i], Directed: true, Line: m.Line, Table: m.place}
		switch {
		case isNumber:
			e.Attributes.Add("weight", graph.TextOf(weight))
		case !strings.ContainsFunc(value, unicode.IsLetter): // such as 50% or ++
			e.Attributes.Add("weight", graph.TextOf(value))
		case graph.DirectionIn(value) == graph.Unsaid && !strings.EqualFold(value, "x"):
			e.Label = value
		}
		if err := m.Collector.Edge(e); err != nil {
			return err
		}
	}
	return nil
}

// restoreNames restores the names of columns that R has renamed: without names R uses
// V1, V2 and so on, and it writes X before a name that starts with a digit.
func (m *matrix) restoreNames() {
	names := map[string]string{}
	for _, name := range m.columns[1:] {
		if len(name) < 2 || name[0] != 'V' && name[0] != 'X' || !m.known[name[1:]] || m.known[name] {
			return
		}
		names[name] = name[1:]
	}
	for i := range m.Graph.Edges {
		m.Graph.Edges[i].To = names[m.Graph.Edges[i].To]
	}
	for i, name := range m.columns {
		m.columns[i] = names[name]
	}
}

// orient makes the edges undirected if the matrix has no directions: it is symmetric,
// only half of it is filled in, or its rows and columns are different nodes.
func (m *matrix) orient() {
	own, named := 0, 0 // columns with a name that are rows too
	for _, name := range m.columns {
		if name != "" {
			named++
			if m.known[name] {
				own++
			}
		}
	}
	whole := len(m.rows) * (len(m.rows) - 1) / 2
	half := len(m.rows) > 2 && min(m.above, m.below) == 0 && max(m.above, m.below) == whole
	switch {
	case own == 0:
		m.Losses.Add(len(m.Graph.Edges), lossModes, "")
	case own == len(m.rows) && own == named && half:
		m.Losses.Add(len(m.Graph.Edges), lossHalf, "")
	case own == len(m.rows) && own == named:
		halve(m.Reader)
		return
	default:
		return
	}
	for i := range m.Graph.Edges {
		m.Graph.Edges[i].Directed = false
	}
}

// number returns the number in a cell with a decimal point, also if the file uses a
// comma, and "0" for any zero.
func number(cell string) (text string, ok bool) {
	if whole, part, comma := strings.Cut(cell, ","); comma && whole != "" && !strings.Contains(whole, ".") {
		cell = whole + "." + part
	}
	if !reader.Numeral.MatchString(cell) {
		return "", false
	}
	if value, err := strconv.ParseFloat(cell, 64); err == nil && value == 0 {
		return "0", true
	}
	return cell, true
}

// noValues are words for a missing value of a cell.
var noValues = []string{"na", "n/a", "nan", "null", "nil", "."}

// empty reports whether a cell of a matrix means that there is no edge.
func empty(cell string) bool {
	return cell == "" || slices.Contains(noValues, strings.ToLower(cell)) || graph.DirectionIn(cell) == graph.Undirected
}

// halve replaces the edges of a symmetric matrix by undirected ones, one for each pair.
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
