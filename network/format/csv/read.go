// Package csv reads tables of edges and of nodes in CSV, and writes them.
package csv

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
	"proxynet/network/format/internal/table"
)

// rowReader are the rows of a table in CSV.
type rowReader struct {
	*reader.Input
	csv   *csv.Reader
	above int // lines above the header
}

func newRowReader(in *reader.Input, losses *graph.Losses) (*rowReader, error) {
	text, err := newLines(in)
	if err != nil {
		return nil, in.Failed(err)
	}
	losses.Add(text.titles, table.LossAbove, "")
	r := &rowReader{in, csv.NewReader(text), text.skipped}
	r.csv.Comma = text.comma
	r.csv.FieldsPerRecord = -1
	r.csv.ReuseRecord = true
	return r, nil
}

// Next implements [table.Rows].
func (r *rowReader) Next() (cells []string, line int, err error) {
	cells, err = r.csv.Read()
	var parse *csv.ParseError
	switch {
	case err == io.EOF:
		return nil, 0, err
	case errors.As(err, &parse):
		return nil, 0, r.Diagnostic(r.above+parse.StartLine, "", "it does not parse as CSV: "+parse.Err.Error(), "correct the quotation marks; write one inside a field twice")
	case err != nil:
		return nil, 0, r.Failed(err)
	}
	line, _ = r.csv.FieldPos(0)
	line += r.above
	r.Token(r.csv.InputOffset())
	return cells, line, nil
}

// Read reads a table of edges and any number of tables of nodes. The first file is the
// table of edges, unless only the second can be.
func Read(ins []*reader.Input, o *reader.Options, losses *graph.Losses) (*graph.Graph, error) {
	set := table.NewSet(ins[0], o.Lang, losses)
	for _, in := range ins {
		rows, err := newRowReader(in, losses)
		if err != nil {
			return nil, err
		}
		if _, err := set.Add(in, "", rows); err != nil {
			return nil, err
		}
	}
	all := set.Tables
	if len(all) == 2 && !all[0].Head.Links() && all[1].Head.Links() {
		all[0], all[1] = all[1], all[0]
	}
	edges, nodes := all[0], all[1:]
	if !edges.Head.Links() {
		more, err := edges.Next()
		switch {
		case err != nil:
			return nil, err
		case more && len(nodes) == 0 && edges.IsMatrix():
			return edges.Matrix()
		}
		return nil, edges.Diagnostic(1, "", "it has no columns for the ends of edges", "name two columns Source and Target; if they are in another file, name that file too")
	}
	for _, t := range nodes {
		if !t.Head.Lists() {
			return nil, t.Diagnostic(1, "", "it has edges, and so has "+edges.Name, "give one table of edges and one of nodes")
		}
	}
	return set.Read([]*table.Reader{edges}, nodes)
}

// IsTable reports whether a text starts like a table of edges.
func IsTable(text []byte) bool {
	l, err := newLines(bytes.NewReader(text))
	if err != nil {
		return false
	}
	rows := csv.NewReader(l)
	rows.Comma = l.comma
	names, err := rows.Read()
	return err == nil && table.NewHead(names).Links()
}
