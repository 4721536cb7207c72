package table

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"proxynet/network"
	"proxynet/network/format/internal/dates"
	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
)

// Reader reads a table of edges, or one of nodes.
type Reader struct {
	*reader.Collector
	rows  rows
	place *graph.Table
	Head  Head
	Line  int    // of the current row
	lang  string // of dates in words
	row   []string
	known map[string]string // by group and id, as in Neo4j: the id of the node
	named map[int]bool      // columns already reported as lost
	first map[claim]int     // in a table of claims: the edge from the first row of a claim

	causal   bool              // its edges point from causes to effects
	labelled map[string]string // ids of nodes by unique label
}

// rows are the rows of a table, the header first.
type rows interface {
	// Next returns the cells of a row, which are valid until the next call, and its
	// line. After the last row it returns io.EOF.
	Next() (cells []string, line int, err error)
}

// LossAbove is the kind of loss of rows above the header of a table, such as a title.
const LossAbove = "rows above the head of a table, left out"

// nullWords are words for a missing value in databases, pandas and spreadsheets. NA is
// not included, since it may be a name.
var nullWords = []string{"NULL", `\N`, "NaN", "#N/A", "<NA>", "#N/V", "#NV"}

// MaxTables is the maximum number of tables of a network: one of edges, and one for
// each kind of node.
const MaxTables = 64

// typesAreVerbs uses a column “Edge Type”, as in Graph Commons, as the verb of edges
// without one, if it has no directions.
func (r *Reader) typesAreVerbs() {
	at := r.Head.Column([]string{"edge type", "edgetype"})
	if at < 0 {
		return
	}
	for e := range r.own {
		if e.Label == "" {
			e.Label = graph.Spaced(e.Attributes.Take(r.Head[at].name))
		}
	}
}

// datesForEnds returns a diagnostic if the columns for the ends of edges have dates, as
// in a table of nodes with start and end dates.
func (r *Reader) datesForEnds() error {
	from, to := r.Head.linkColumns()
	if sure, _ := r.Head.Ends(Ends); sure >= 0 || r.Head.Column(edgeIDs) < 0 || r.Head.Column(Labels) < 0 || len(r.Graph.Edges) == 0 {
		return nil
	}
	for e := range r.own {
		for _, end := range []string{e.From, e.To} {
			if _, isDate := dates.Read(end, r.lang); !isDate {
				return nil
			}
		}
	}
	return r.Diagnostic(1, "", fmt.Sprintf("the columns %s and %s hold dates, not the ends of edges", graph.Show(r.Head[from].name), graph.Show(r.Head[to].name)),
		"name the file with the edges, and this one with --nodes")
}

// begin reads the header of a table.
func (r *Reader) begin() error {
	more, err := r.Next()
	if err != nil {
		return err
	}
	if !more {
		return r.Diagnostic(0, "", "it is empty", "choose a file with a network")
	}
	return r.readHead()
}

// readHead uses the current row as the header.
func (r *Reader) readHead() error {
	if len(r.row) > r.Limits.Attributes {
		return r.Diagnostic(r.Line, "", fmt.Sprintf("it has more than %d columns", r.Limits.Attributes), "remove those that don’t describe the network")
	}
	seen := map[string]bool{}
	r.Head, r.place.Heads = nil, nil
	for i, name := range r.row {
		h := newHeader(strings.Clone(name))
		if h.name == "" {
			h.name, h.unnamed = fmt.Sprintf("column %d", i+1), true
		}
		if lower := strings.ToLower(h.name); seen[lower] {
			return r.Diagnostic(r.Line, "", "two columns have the name "+graph.Show(h.name), "rename one of the two")
		} else {
			seen[lower] = true
		}
		r.Head = append(r.Head, h)
		r.place.Heads = append(r.place.Heads, h.name)
	}
	if r.Head.Both() {
		for i, h := range r.Head {
			if h.name == "_labels" || h.name == "_type" { // and not about the drawing
				r.Head[i].name = h.name[1:]
			}
		}
	}
	return nil
}

// Next reads the next row that is not empty, without the empty fields that spreadsheets
// add at its end, and reports whether there was one.
func (r *Reader) Next() (bool, error) {
	for {
		row, line, err := r.rows.Next()
		if err == io.EOF {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		r.Line = line
		for len(row) > len(r.Head) && strings.TrimSpace(row[len(row)-1]) == "" {
			row = row[:len(row)-1]
		}
		filled := false
		for i, field := range row {
			if slices.Contains(nullWords, strings.TrimSpace(field)) {
				r.Losses.Add(1, "cells that only say that they are empty, read as empty", graph.Show(strings.TrimSpace(field)))
				row[i], field = "", ""
			}
			filled = filled || strings.TrimSpace(field) != ""
		}
		if filled {
			r.row = row
			return true, nil
		}
	}
}

// each calls read for every row.
func (r *Reader) each(read func() error) error {
	for {
		more, err := r.Next()
		if err != nil || !more {
			return err
		}
		if len(r.row) > len(r.Head) {
			return r.Diagnostic(r.Line, "", fmt.Sprintf("it has %d fields, and the head has %d", len(r.row), len(r.Head)), "put texts with a separator in them into quotation marks")
		}
		if err := read(); err != nil {
			return err
		}
	}
}

// field returns a field of the row, "" if it is missing.
func (r *Reader) field(column int) string {
	if column < 0 || column >= len(r.row) {
		return ""
	}
	return strings.Clone(network.CellText(strings.TrimSpace(r.row[column])))
}

// rest returns the fields of the other columns.
func (r *Reader) rest(taken ...int) graph.Attributes {
	as := make(graph.Attributes, 0, len(r.row))
columns:
	for i := range r.row {
		for _, t := range taken {
			if i == t {
				continue columns
			}
		}
		if value := r.field(i); !r.Head[i].ignored {
			as.Add(r.Head[i].name, graph.TextOf(value))
		} else if value != "" && !r.named[i] {
			r.named[i] = true
			r.Losses.Add(1, "columns marked “:IGNORE”, left out", graph.Show(r.Head[i].name))
		}
	}
	return as
}
