// Package gdf reads GDF, the format of GUESS.
package gdf

import (
	"encoding/csv"
	"io"
	"strings"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
	"proxynet/network/format/internal/table"
)

// rowReader are the rows of one of the two tables of a GDF file, the format of
// GUESS, which Gephi reads and many collectors of social media write.
// https://docs.gephi.org/desktop/User_Manual/Import/GDF_Format
type rowReader struct {
	lines *reader.Lines
	head  string // the line that begins the table, until it is read
	after string // the line that begins the next table
}

// beginnings are how the tables of nodes and edges begin.
var beginnings = []string{"nodedef>", "edgedef>"}

func beginning(line string) string {
	for _, begin := range beginnings {
		if len(line) >= len(begin) && strings.EqualFold(line[:len(begin)], begin) {
			return begin
		}
	}
	return ""
}

// Next implements [table.rows].
func (r *rowReader) Next() ([]string, int, error) {
	if r.head != "" {
		line := r.head
		r.head = ""
		names, err := r.split(line[len(beginning(line)):])
		for i, name := range names {
			names[i], _, _ = strings.Cut(strings.TrimSpace(name), " ") // without its type
			if strings.EqualFold(names[i], "name") && beginning(line) == beginnings[0] {
				names[i] = "Id" // which a label may stand beside
			}
		}
		return names, r.lines.Line, err
	}
	for {
		line, err := r.lines.Next()
		if err != nil {
			return nil, 0, err
		}
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		if beginning(line) != "" {
			r.after = line
			return nil, 0, io.EOF
		}
		cells, err := r.split(line)
		return cells, r.lines.Line, err
	}
}

// split returns the fields of a line, which may be quoted in either way.
func (r *rowReader) split(line string) ([]string, error) {
	if !strings.Contains(line, `"`) {
		var cells []string
		quoted, begin := false, 0
		for i, c := range line {
			switch {
			case c == '\'' && (quoted || strings.TrimSpace(line[begin:i]) == ""):
				quoted = !quoted
			case c == ',' && !quoted:
				cells, begin = append(cells, line[begin:i]), i+1
			}
		}
		cells = append(cells, line[begin:])
		for i, c := range cells {
			if c = strings.TrimSpace(c); len(c) > 1 && c[0] == '\'' && c[len(c)-1] == '\'' {
				c = c[1 : len(c)-1]
			}
			cells[i] = c
		}
		return cells, nil
	}
	d := csv.NewReader(strings.NewReader(line))
	d.TrimLeadingSpace, d.LazyQuotes = true, true
	cells, err := d.Read()
	if err != nil {
		return nil, r.lines.Diagnostic(r.lines.Line, "", "a quotation mark is not closed", "mend them")
	}
	return cells, nil
}

// Read reads GDF.
func Read(in *reader.Input, o *reader.Options, losses *graph.Losses) (*graph.Graph, error) {
	lines := reader.NewLines(in)
	set := table.NewSet(in, o.Lang, losses)
	for head, begun := "", false; ; begun = true {
		for head == "" {
			line, err := lines.Next()
			if err == io.EOF {
				break
			}
			if err != nil {
				return nil, err
			}
			if line = strings.TrimSpace(line); beginning(line) != "" {
				head = line
			} else if line != "" && line[0] != '#' {
				return nil, in.Diagnostic(lines.Line, "", "it begins with neither nodedef> nor edgedef>", "name its format with --format")
			}
		}
		if head == "" {
			if !begun {
				return nil, in.Diagnostic(0, "", "it is empty", "choose a file with a network")
			}
			break
		}
		rows := &rowReader{lines: lines, head: head}
		t, err := set.Add(in, "", rows)
		if err != nil {
			return nil, err
		}
		if beginning(head) == beginnings[0] {
			err = set.Nodes(t)
		} else if !t.Head.Links() {
			err = t.Diagnostic(t.Line, "", "it has no columns for the ends of edges", "name two columns node1 and node2")
		} else {
			t.Graph.Directed = false // as GUESS has it
			err = set.Edges(t, len(set.Shared.Graph.Nodes) == 0)
		}
		if err != nil {
			return nil, err
		}
		if head = rows.after; head == "" {
			break
		}
	}
	return set.Tables[len(set.Tables)-1].Done()
}
