package graphml

import (
	"strings"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
)

// yedShape is the label and the arrows in yEd's drawing of a node or an edge.
type yedShape struct {
	labels    []string
	direction graph.Direction
}

// label sets the first label, and keeps the others as an attribute.
func (s yedShape) label(to *string, as *graph.Attributes) {
	for _, label := range s.labels {
		if *to == "" {
			*to = label
		} else {
			as.Add("further label", graph.TextOf(label))
		}
	}
}

// yed reads yEd's drawing of a node or an edge: its labels, and the arrows at its ends.
// https://yed.yworks.com/support/manual
func (r *decoder) yed(e *reader.Element) (yedShape, error) {
	var shape yedShape
	err := r.xml.Children(e, func(e *reader.Element) error { return r.yedPart(e, &shape) })
	return shape, err
}

func (r *decoder) yedPart(e *reader.Element, shape *yedShape) error {
	switch {
	case e.Local == "Arrows":
		shape.direction = arrows(e.Attr("source"), e.Attr("target"))
		return r.xml.Children(e, nil)
	case strings.HasSuffix(e.Local, "Label"):
		label, err := r.yedLabel(e)
		if label != "" {
			shape.labels = append(shape.labels, label)
		}
		return err
	case e.Local == "Realizers":
		// A group has a drawing for each of its states, one of which is visible.
		active, at := e.Attr("active"), 0
		return r.xml.Children(e, func(e *reader.Element) error {
			at++
			if active != "" && active != graph.NumberOf(at-1).Text {
				return nil
			}
			return r.yedPart(e, shape)
		})
	case strings.HasSuffix(e.Local, "Node") || strings.HasSuffix(e.Local, "Edge"):
		return r.xml.Children(e, func(e *reader.Element) error { return r.yedPart(e, shape) })
	}
	return nil
}

// yedLabel returns a label as plain text; yEd treats labels in <html> as HTML.
func (r *decoder) yedLabel(e *reader.Element) (string, error) {
	var b strings.Builder
	err := r.xml.Texts(e, &b)
	label := strings.TrimSpace(b.String())
	if strings.HasPrefix(strings.ToLower(label), "<html>") {
		r.Losses.Drop(graph.LossMarkup, "HTML in <"+e.Name+">")
		label = graph.HTMLText(label)
	}
	return label, err
}

// arrows returns the direction of yEd's arrows at the two ends. A crow's foot means a
// cardinality, not a direction.
func arrows(source, target string) graph.Direction {
	shown := func(arrow string) bool {
		return arrow != "" && !strings.EqualFold(arrow, "none") && !strings.HasPrefix(strings.ToLower(arrow), "crows_foot")
	}
	switch {
	case shown(source) && shown(target):
		return graph.Mutual
	case shown(source):
		return graph.Backward
	case shown(target):
		return graph.Forward
	}
	return graph.Undirected
}
