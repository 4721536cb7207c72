package format

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// pajekReader reads a network of Pajek (.net): vertices by their numbers, and lines
// in any of the ways in which Pajek lists them.
// http://mrvar.fdv.uni-lj.si/pajek/DrawEPS.htm
type pajekReader struct {
	*collector
	lines    *lineReader
	section  string // that the lines belong to
	relation string // the name of the relation that the section holds
	seen     bool   // a section
	row      int    // of a matrix
}

func readPajek(in *input, o *options, losses *Losses) (*Graph, error) {
	r := &pajekReader{collector: newCollector(in, losses), lines: newLineReader(in)}
	for {
		line, err := r.lines.next()
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
			err = r.read(words(line))
		}
		if err != nil {
			return nil, err
		}
	}
	if !r.seen {
		return nil, r.fault(0, "", "it has no *Vertices", "name its format with --format")
	}
	return r.done()
}

func (r *pajekReader) wrong(problem, mend string) error {
	return r.fault(r.lines.line, "", problem, mend)
}

// begin reads the line that begins a section, such as “*Arcs :1 "pays"”.
func (r *pajekReader) begin(line string) error {
	parts := words(line)
	r.section, r.relation, r.row = strings.ToLower(parts[0]), "", 0
	r.seen = true
	switch r.section {
	case "*network":
		return r.attribute(r.lines.line, attrTitle, text(strings.Join(parts[1:], " ")))
	case "*vertices":
		if len(parts) > 1 {
			return r.vertices(parts[1:])
		}
	case "*arcs", "*edges", "*arcslist", "*edgeslist", "*matrix":
		if len(parts) > 2 {
			r.relation = parts[2]
		}
	case "*partition", "*vector", "*permutation", "*cluster", "*hierarchy", "*events":
		r.losses.drop(lossField, parts[0])
	default:
		return r.wrong("unknown section "+show(parts[0]), "write one of *Vertices, *Arcs, *Edges, *Arcslist, *Edgeslist and *Matrix")
	}
	return nil
}

// vertices takes in as many vertices as a section says that there are.
func (r *pajekReader) vertices(counts []string) error {
	count, err := strconv.Atoi(counts[0])
	if err != nil || count < 0 {
		return r.wrong(show(counts[0])+" is not a number of vertices", "write, for example, *Vertices 12")
	}
	if len(r.graph.Nodes) > 0 {
		return r.wrong("*Vertices occurs twice", "keep one network in the file")
	}
	for i := range count {
		if err := r.node(Node{ID: strconv.Itoa(i + 1), Line: r.lines.line}); err != nil {
			return err
		}
	}
	if len(counts) > 1 {
		r.losses.add(1, "the border between the vertices of two modes, left out", "")
	}
	return nil
}

func (r *pajekReader) read(parts []string) error {
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
		r.losses.add(1, "text above the first section, left out", show(strings.Join(parts, " ")))
	}
	return nil // of a section that is reported
}

// vertex reads a vertex: its number, its label, and how it is drawn.
func (r *pajekReader) vertex(parts []string) error {
	at, known := r.nodes[parts[0]]
	if !known {
		return r.wrong(fmt.Sprintf("vertex %s: there are %d vertices", show(parts[0]), len(r.graph.Nodes)), "correct it, or the number after *Vertices")
	}
	n := &r.graph.Nodes[at]
	n.Line = r.lines.line
	if len(parts) < 2 {
		return nil
	}
	n.Label = parts[1]
	rest := parts[2:]
	for len(rest) > 0 && gmlNumeral.MatchString(rest[0]) {
		r.losses.drop(lossDrawing, "coordinates")
		rest = rest[1:]
	}
	_, err := r.others(rest, &n.Attributes)
	if err == nil {
		err = r.fits(n.Line, n.Label, n.Attributes, len(n.Label))
	}
	return err
}

// pajekShapes are words that stand alone behind a vertex.
var pajekShapes = []string{"ellipse", "box", "diamond", "triangle", "cross", "empty", "house", "man", "woman"}

// others reads what stands behind a vertex or a line: parameters of the drawing, a
// label, and the times at which it is there.
func (r *pajekReader) others(parts []string, as *Attributes) (label string, err error) {
	for len(parts) > 0 {
		switch key := parts[0]; {
		case strings.HasPrefix(key, "["):
			as.add(attrTimes, text(strings.Trim(key, "[]")))
		case slices.Contains(pajekShapes, strings.ToLower(key)):
			r.losses.drop(lossDrawing, "shape")
		case key == "l" && len(parts) > 1:
			label, parts = parts[1], parts[1:]
		case len(parts) > 1:
			r.losses.drop(lossDrawing, key)
			parts = parts[1:]
		default:
			r.losses.drop(lossField, key)
		}
		parts = parts[1:]
	}
	return label, nil
}

// link takes in a line between two vertices.
func (r *pajekReader) link(from, to string, rest []string) error {
	e := Edge{From: from, To: to, Directed: r.section != "*edges" && r.section != "*edgeslist", Line: r.lines.line}
	for _, end := range []*string{&e.From, &e.To} {
		if negative, ok := strings.CutPrefix(*end, "-"); ok { // a negative line in a list
			*end = negative
			e.Attributes.add("sign", text("negative"))
		}
	}
	if len(rest) > 0 && gmlNumeral.MatchString(rest[0]) {
		e.Attributes.add("weight", Value{jsonNumber(rest[0]), Number})
		rest = rest[1:]
	}
	var err error
	if e.Label, err = r.others(rest, &e.Attributes); err != nil {
		return err
	}
	if e.Label == "" {
		e.Label = r.relation
	} else if r.relation != "" {
		e.Attributes.add("relation", text(r.relation))
	}
	return r.edge(e)
}
