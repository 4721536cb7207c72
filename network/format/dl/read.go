// Package dl reads DL, the format of UCINET.
package dl

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
)

// decoder reads the DL format of UCINET, with one matrix or list of one mode.
// http://www.analytictech.com/networks/dataentry.htm
type decoder struct {
	*reader.Collector
	lines    *reader.Lines
	count    int    // n
	sort     string // of the data
	embedded bool   // labels are in the data
	labels   []string
	names    []string // column labels of a matrix that contains its labels
	row      int
	spelled  map[string]string // by label in lower case: its first spelling
}

// Read reads DL.
func Read(in *reader.Input, o *reader.Options, losses *graph.Losses) (*graph.Graph, error) {
	r := &decoder{Collector: reader.NewCollector(in, losses), lines: reader.NewLines(in), sort: "fullmatrix", spelled: map[string]string{}}
	data, err := r.head()
	if err != nil {
		return nil, err
	}
	if !data {
		return nil, r.wrong("it has no “data:”", "write the head that UCINET writes: dl n=3 format=edgelist1 labels: … data:")
	}
	if !r.embedded {
		for i := range max(r.count, len(r.labels)) {
			n := graph.Node{ID: strconv.Itoa(i + 1), Line: r.lines.Line}
			if i < len(r.labels) {
				n.Label = r.labels[i]
			}
			if err := r.Node(n); err != nil {
				return nil, err
			}
		}
	}
	for {
		line, err := r.lines.Next()
		if err == io.EOF {
			return r.Done()
		}
		if err == nil {
			err = r.data(splitWords(line))
		}
		if err != nil {
			return nil, err
		}
	}
}

func (r *decoder) wrong(problem, fix string) error {
	return r.Diagnostic(r.lines.Line, "", problem, fix)
}

// splitWords splits a line at white space and commas.
func splitWords(line string) []string {
	return reader.Words(strings.Map(func(c rune) rune {
		if c == ',' {
			return ' '
		}
		return c
	}, line))
}

// head reads up to the line that starts the data, and reports whether there is one.
func (r *decoder) head() (data bool, err error) {
	labels, first := false, true
	for {
		line, err := r.lines.Next()
		if err == io.EOF {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		parts := splitWords(strings.NewReplacer("=", " = ", ":", ": ").Replace(line))
		if first && len(parts) > 0 {
			if !strings.EqualFold(parts[0], "dl") {
				return false, r.wrong("it doesn't begin with “dl”", "name its format with --format")
			}
			parts, first = parts[1:], false
		}
		for i := 0; i < len(parts); i++ {
			word := strings.ToLower(parts[i])
			value := ""
			if i+2 < len(parts) && parts[i+1] == "=" {
				value = parts[i+2]
			}
			switch {
			case word == "data:":
				return true, nil
			case word == "labels" && i+1 < len(parts) && strings.HasPrefix(strings.ToLower(parts[i+1]), "embedded"):
				r.embedded, labels = true, false
				i++
			case word == "labels:":
				labels = true
			case word == "row" || word == "col" || word == "column" || word == "matrix" || word == "nr" || word == "nc":
				return false, r.wrong("it has two modes or several matrices, which cannot be imported", "export it from UCINET as a matrix or an edge list in .xlsx, or convert it with NetDraw to .net")
			case value != "":
				if err := r.setting(word, value); err != nil {
					return false, err
				}
				i += 2
			case labels:
				r.labels = append(r.labels, parts[i])
				if len(r.labels) > r.Limits.Nodes {
					return false, r.wrong(fmt.Sprintf("it has more than %d nodes", r.Limits.Nodes), "import a part of it")
				}
			default:
				r.Losses.Drop(graph.LossField, parts[i])
			}
		}
	}
}

func (r *decoder) setting(name, value string) error {
	number, err := strconv.Atoi(value)
	switch name {
	case "n":
		if err != nil || number < 0 || number > r.Limits.Nodes {
			return r.wrong(fmt.Sprintf("n is %s", graph.Show(value)), fmt.Sprintf("write how many nodes there are, at most %d", r.Limits.Nodes))
		}
		r.count = number
	case "nm":
		if value != "1" {
			return r.wrong("it has several matrices, which cannot be imported", "keep one of them")
		}
	case "format":
		switch r.sort = strings.ToLower(value); r.sort {
		case "fullmatrix", "fm", "edgelist1", "el1", "nodelist1", "nl1":
		default:
			return r.wrong("its format is "+graph.Show(value)+", which cannot be imported", "export it from UCINET as fullmatrix, edgelist1 or nodelist1")
		}
	default:
		r.Losses.Drop(graph.LossField, name)
	}
	return nil
}

// end returns the node that a word of the data names: by its label if labels are in the
// data, otherwise by its number.
func (r *decoder) end(word string) (string, error) {
	if r.embedded { // case-insensitive
		lower := strings.ToLower(word)
		if first := r.spelled[lower]; first != "" {
			return first, nil
		}
		r.spelled[lower] = word
		return word, r.Meet(word, r.lines.Line)
	}
	if !r.Known(word) {
		for i, label := range r.labels {
			if strings.EqualFold(label, word) {
				return strconv.Itoa(i + 1), nil
			}
		}
	}
	return word, nil
}

// data reads a line of the data.
func (r *decoder) data(parts []string) error {
	if len(parts) == 0 {
		return nil
	}
	switch r.sort {
	case "edgelist1", "el1":
		if len(parts) < 2 {
			return r.wrong("an edge needs two ends", "write both")
		}
		weight := ""
		if len(parts) > 2 {
			weight = parts[2]
		}
		return r.link(parts[0], parts[1], weight)
	case "nodelist1", "nl1":
		for _, to := range parts[1:] {
			if err := r.link(parts[0], to, ""); err != nil {
				return err
			}
		}
		return nil
	}
	if r.embedded && r.names == nil {
		r.names = parts
		return nil
	}
	r.row++
	from := strconv.Itoa(r.row)
	if r.embedded {
		from, parts = parts[0], parts[1:]
		if _, err := r.end(from); err != nil {
			return err
		}
	}
	for i, weight := range parts {
		if value, err := strconv.ParseFloat(weight, 64); err == nil && value == 0 {
			continue
		}
		to := strconv.Itoa(i + 1)
		if r.embedded {
			if i >= len(r.names) {
				return r.wrong(fmt.Sprintf("it has %d values, and there are %d labels", len(parts), len(r.names)), "write one value for each label")
			}
			to = r.names[i]
		}
		if err := r.link(from, to, weight); err != nil {
			return err
		}
	}
	return nil
}

func (r *decoder) link(from, to, weight string) error {
	a, err := r.end(from)
	if err != nil {
		return err
	}
	b, err := r.end(to)
	if err != nil {
		return err
	}
	e := graph.Edge{From: a, To: b, Directed: true, Line: r.lines.Line}
	e.Attributes.Add("weight", graph.TextOf(weight))
	return r.Edge(e)
}
