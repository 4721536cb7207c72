// Package gdf reads GDF, the format of GUESS.
package gdf

import (
	"io"
	"regexp"
	"strings"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
	"proxynet/network/format/internal/table"
)

// rowReader are the rows of one of the two tables of a GDF file, the format of
// GUESS, which Gephi reads and many collectors of social media write.
// https://docs.gephi.org/desktop/User_Manual/Import/GDF_Format
type rowReader struct {
	lines    *reader.Lines
	head     string   // the first line of the table, until it is read
	after    string   // the first line of the next table
	defaults []string // by column: the value of an empty cell
}

// columnDefault matches the default value of a column.
var columnDefault = regexp.MustCompile(`(?i)\sdefault\s+(.+)$`)

// beginnings are the first words of the tables of nodes and edges.
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
		names := split(line[len(beginning(line)):])
		r.defaults = make([]string, len(names))
		for i, name := range names {
			if m := columnDefault.FindStringSubmatch(name); m != nil {
				r.defaults[i] = strings.Join(split(m[1]), ",")
			}
			names[i], _, _ = strings.Cut(strings.TrimSpace(name), " ") // without its type
			if strings.EqualFold(names[i], "name") && beginning(line) == beginnings[0] {
				names[i] = "Id" // it may be followed by a label
			}
		}
		return names, r.lines.Line, nil
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
		cells := split(line)
		for i, value := range r.defaults {
			if i == len(cells) {
				cells = append(cells, "")
			}
			if cells[i] == "" {
				cells[i] = value
			}
		}
		return cells, r.lines.Line, nil
	}
}

// split returns the fields of a line. A field in single or double quotation marks ends
// at one followed by a comma or the end of the line, so it may contain others.
func split(line string) []string {
	var cells []string
	for {
		cell, rest, more := cut(strings.TrimSpace(line))
		if cells = append(cells, cell); !more {
			return cells
		}
		line = rest
	}
}

// cut returns the first field of a line, and the text after its comma, if any.
func cut(line string) (cell, rest string, more bool) {
	if line != "" && (line[0] == '\'' || line[0] == '"') {
		quote := line[:1]
		for i := 1; i < len(line); i++ {
			after := strings.TrimLeft(line[i+1:], " \t")
			switch {
			case line[i] != quote[0] || line[i-1] == '\\':
			case strings.HasPrefix(line[i+1:], quote):
				i++ // doubled quotation marks are one
			case after == "" || after[0] == ',':
				cell = strings.NewReplacer(quote+quote, quote, `\`+quote, quote).Replace(line[1:i])
				return cell, strings.TrimPrefix(after, ","), after != ""
			}
		}
	}
	cell, rest, more = strings.Cut(line, ",")
	return strings.TrimSpace(cell), rest, more
}

// Read reads GDF.
func Read(in *reader.Input, o *reader.Options, losses *graph.Losses) (*graph.Graph, error) {
	lines := reader.NewLines(in)
	set := table.NewSet(in, o.Lang, losses)
	met := false // the nodes are those that the edges name
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
		if beginning(head) == beginnings[0] && met {
			err = t.Diagnostic(t.Line, "", "the nodes come after the edges", "move the lines from nodedef> on above edgedef>")
		} else if beginning(head) == beginnings[0] {
			err = set.Nodes(t)
		} else if !t.Head.Links() {
			err = t.Diagnostic(t.Line, "", "it has no columns for the ends of edges", "name two columns node1 and node2")
		} else {
			t.Graph.Directed = false // as in GUESS
			met = met || len(set.Shared.Graph.Nodes) == 0
			err = set.Edges(t, met)
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
