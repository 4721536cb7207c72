package format

import (
	"encoding/csv"
	"io"
	"strings"
)

// gdfRows are the rows of one of the two tables of a GDF file, the format of
// GUESS, which Gephi reads and many collectors of social media write.
// https://docs.gephi.org/desktop/User_Manual/Import/GDF_Format
type gdfRows struct {
	lines *lineReader
	head  string // the line that begins the table, until it is read
	after string // the line that begins the next table
}

// gdfBegins are how the tables of nodes and edges begin.
var gdfBegins = []string{"nodedef>", "edgedef>"}

func gdfBegin(line string) string {
	for _, begin := range gdfBegins {
		if len(line) >= len(begin) && strings.EqualFold(line[:len(begin)], begin) {
			return begin
		}
	}
	return ""
}

// next implements [rows].
func (r *gdfRows) next() ([]string, int, error) {
	if r.head != "" {
		line := r.head
		r.head = ""
		names, err := r.split(line[len(gdfBegin(line)):])
		for i, name := range names {
			names[i], _, _ = strings.Cut(strings.TrimSpace(name), " ") // without its type
			if strings.EqualFold(names[i], "name") && gdfBegin(line) == gdfBegins[0] {
				names[i] = "Id" // which a label may stand beside
			}
		}
		return names, r.lines.line, err
	}
	for {
		line, err := r.lines.next()
		if err != nil {
			return nil, 0, err
		}
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		if gdfBegin(line) != "" {
			r.after = line
			return nil, 0, io.EOF
		}
		cells, err := r.split(line)
		return cells, r.lines.line, err
	}
}

// split returns the fields of a line, which may be quoted in either way.
func (r *gdfRows) split(line string) ([]string, error) {
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
		return nil, r.lines.fault(r.lines.line, "", "a quotation mark is not closed", "mend them")
	}
	return cells, nil
}

func readGDF(in *input, o *options, losses *Losses) (*Graph, error) {
	lines := newLineReader(in)
	set := newTables(in, o.Lang, losses)
	for head, begun := "", false; ; begun = true {
		for head == "" {
			line, err := lines.next()
			if err == io.EOF {
				break
			}
			if err != nil {
				return nil, err
			}
			if line = strings.TrimSpace(line); gdfBegin(line) != "" {
				head = line
			} else if line != "" && line[0] != '#' {
				return nil, in.fault(lines.line, "", "it begins with neither nodedef> nor edgedef>", "name its format with --format")
			}
		}
		if head == "" {
			if !begun {
				return nil, in.fault(0, "", "it is empty", "choose a file with a network")
			}
			break
		}
		rows := &gdfRows{lines: lines, head: head}
		t, err := set.add(in, "", rows)
		if err != nil {
			return nil, err
		}
		if gdfBegin(head) == gdfBegins[0] {
			err = set.nodes(t)
		} else if !t.links() {
			err = t.fault(t.line, "", "it has no columns for the ends of edges", "name two columns node1 and node2")
		} else {
			t.graph.Directed = false // as GUESS has it
			err = set.edges(t, len(set.shared.graph.Nodes) == 0)
		}
		if err != nil {
			return nil, err
		}
		if head = rows.after; head == "" {
			break
		}
	}
	return set.tables[len(set.tables)-1].done()
}
