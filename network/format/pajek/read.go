// Package pajek reads networks of Pajek.
package pajek

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
)

// decoder reads a network of Pajek (.net): vertices by their numbers, and lines
// in any of the ways in which Pajek lists them.
// http://mrvar.fdv.uni-lj.si/pajek/DrawEPS.htm
type decoder struct {
	*reader.Collector
	lines    *reader.Lines
	section  string // that the lines belong to
	relation string // the name of the section's relation
	seen     bool   // a section
	row      int    // of a matrix
}

// Read reads a network of Pajek.
func Read(in *reader.Input, o *reader.Options, losses *graph.Losses) (*graph.Graph, error) {
	r := &decoder{Collector: reader.NewCollector(in, losses), lines: reader.NewLines(in)}
	for {
		line, err := r.lines.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		if line = strings.TrimSpace(line); line == "" || line[0] == '%' || strings.HasPrefix(line, "/*") {
			continue
		}
		if line[0] == '*' {
			err = r.begin(line)
		} else {
			err = r.read(reader.Words(line))
		}
		if err != nil {
			return nil, err
		}
	}
	if !r.seen {
		return nil, r.Diagnostic(0, "", "it has no *Vertices", "name its format with --format")
	}
	return r.Done()
}

func (r *decoder) wrong(problem, fix string) error {
	return r.Diagnostic(r.lines.Line, "", problem, fix)
}

// begin reads the first line of a section, such as “*Arcs :1 "pays"”.
func (r *decoder) begin(line string) error {
	parts := reader.Words(line)
	r.section, r.relation, r.row = strings.ToLower(parts[0]), "", 0
	r.seen = true
	switch r.section {
	case "*network":
		return r.Attribute(r.lines.Line, graph.AttrTitle, graph.TextOf(strings.Join(parts[1:], " ")))
	case "*vertices":
		if len(parts) > 1 {
			return r.vertices(parts[1:])
		}
	case "*arcs", "*edges", "*arcslist", "*edgeslist", "*matrix":
		if len(parts) > 2 {
			r.relation = parts[2]
		}
	case "*partition", "*vector", "*permutation", "*cluster", "*hierarchy", "*events":
		r.Losses.Drop(graph.LossField, parts[0])
	default:
		return r.wrong("unknown section "+graph.Show(parts[0]), "write one of *Vertices, *Arcs, *Edges, *Arcslist, *Edgeslist and *Matrix")
	}
	return nil
}

// vertices adds as many vertices as a section declares.
func (r *decoder) vertices(counts []string) error {
	count, err := strconv.Atoi(counts[0])
	if err != nil || count < 0 {
		return r.wrong(graph.Show(counts[0])+" is not a number of vertices", "write, for example, *Vertices 12")
	}
	if len(r.Graph.Nodes) > 0 {
		return r.wrong("*Vertices occurs twice", "keep one network in the file")
	}
	for i := range count {
		if err := r.Node(graph.Node{ID: strconv.Itoa(i + 1), Line: r.lines.Line}); err != nil {
			return err
		}
	}
	if len(counts) > 1 {
		r.Losses.Add(1, "the border between the vertices of two modes, left out", "")
	}
	return nil
}

func (r *decoder) read(parts []string) error {
	switch r.section {
	case "*vertices":
		return r.vertex(parts)
	case "*arcs", "*edges":
		if len(parts) < 2 {
			return r.wrong("a line needs two vertices", "write the numbers of both")
		}
		return r.link(parts[0], parts[1], parts[2:])
	case "*arcslist", "*edgeslist":
		for _, to := range parts[1:] {
			if err := r.link(parts[0], to, nil); err != nil {
				return err
			}
		}
		return nil
	case "*matrix":
		r.row++
		for i, weight := range parts {
			if value, err := strconv.ParseFloat(weight, 64); err == nil && value == 0 {
				continue
			}
			if err := r.link(strconv.Itoa(r.row), strconv.Itoa(i+1), []string{weight}); err != nil {
				return err
			}
		}
		return nil
	case "":
		r.Losses.Add(1, "text above the first section, left out", graph.Show(strings.Join(parts, " ")))
	}
	return nil // of a section that is reported
}

// vertex reads a vertex: its number, its label, and its drawing.
func (r *decoder) vertex(parts []string) error {
	at, known := r.Nodes[parts[0]]
	if !known {
		return r.wrong(fmt.Sprintf("vertex %s: there are %d vertices", graph.Show(parts[0]), len(r.Graph.Nodes)), "correct it, or the number after *Vertices")
	}
	n := &r.Graph.Nodes[at]
	n.Line = r.lines.Line
	if len(parts) < 2 {
		return nil
	}
	n.Label = parts[1]
	rest := parts[2:]
	for len(rest) > 0 && reader.Numeral.MatchString(rest[0]) {
		r.Losses.Drop(graph.LossDrawing, "coordinates")
		rest = rest[1:]
	}
	_, err := r.others(rest, &n.Attributes)
	if err == nil {
		err = r.Fits(n.Line, n.Label, n.Attributes, len(n.Label))
	}
	return err
}

// shapes are single words after a vertex.
var shapes = []string{"ellipse", "box", "diamond", "triangle", "cross", "empty", "house", "man", "woman"}

// drawing are parameters of the drawing with names of more than two letters.
var drawing = []string{"x_fact", "y_fact", "phi", "font", "fos", "lphi", "shape", "url", "size", "color", "width", "pattern"}

// others reads the rest of a vertex or a line: parameters of the drawing, a label, and
// its times.
func (r *decoder) others(parts []string, as *graph.Attributes) (label string, err error) {
	for len(parts) > 0 {
		switch key := parts[0]; {
		case strings.HasPrefix(key, "["):
			as.Add(graph.AttrTimes, graph.TextOf(strings.Trim(key, "[]")))
		case slices.Contains(shapes, strings.ToLower(key)):
			r.Losses.Drop(graph.LossDrawing, "shape")
		case len(parts) > 1 && (key == "l" || key == "label"):
			label, parts = parts[1], parts[1:]
		case len(parts) > 1 && (len(key) < 3 || slices.Contains(drawing, strings.ToLower(key))):
			r.Losses.Drop(graph.LossDrawing, key)
			parts = parts[1:]
		case len(parts) > 1: // as networkx writes them
			as.Add(key, graph.TextOf(parts[1]))
			parts = parts[1:]
		default:
			r.Losses.Drop(graph.LossField, key)
		}
		parts = parts[1:]
	}
	return label, nil
}

// link adds a line between two vertices.
func (r *decoder) link(from, to string, rest []string) error {
	e := graph.Edge{From: from, To: to, Directed: r.section != "*edges" && r.section != "*edgeslist", Line: r.lines.Line}
	for _, end := range []*string{&e.From, &e.To} {
		if negative, ok := strings.CutPrefix(*end, "-"); ok { // a negative line in a list
			*end = negative
			e.Attributes.Add("sign", graph.TextOf("negative"))
		}
	}
	if len(rest) > 0 && reader.Numeral.MatchString(rest[0]) {
		e.Attributes.Add("weight", graph.Value{Text: reader.JSONNumber(rest[0]), Type: graph.Number})
		rest = rest[1:]
	}
	var err error
	if e.Label, err = r.others(rest, &e.Attributes); err != nil {
		return err
	}
	if e.Label == "" {
		e.Label = r.relation
	} else if r.relation != "" {
		e.Attributes.Add("relation", graph.TextOf(r.relation))
	}
	return r.Edge(e)
}
