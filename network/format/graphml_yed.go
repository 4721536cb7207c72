package format

import "strings"

// yedShape is what yEd's drawing of a node or an edge says of it.
type yedShape struct {
	labels    []string
	direction direction
}

// label gives a thing its first label, and keeps the others as an attribute.
func (s yedShape) label(to *string, as *Attributes) {
	for _, label := range s.labels {
		if *to == "" {
			*to = label
		} else {
			as.add("further label", text(label))
		}
	}
}

// yed reads how yEd draws a node or an edge: its labels, and the arrows at its
// ends. https://yed.yworks.com/support/manual
func (r *graphMLReader) yed(e *element) (yedShape, error) {
	var shape yedShape
	err := r.xml.children(e, func(e *element) error { return r.yedPart(e, &shape) })
	return shape, err
}

func (r *graphMLReader) yedPart(e *element, shape *yedShape) error {
	switch {
	case e.local == "Arrows":
		shape.direction = arrows(e.attr("source"), e.attr("target"))
		return r.xml.children(e, nil)
	case strings.HasSuffix(e.local, "Label"):
		label, err := r.yedLabel(e)
		if label != "" {
			shape.labels = append(shape.labels, label)
		}
		return err
	case e.local == "Realizers":
		// A group has a drawing of each of its states, one of which shows.
		active, at := e.attr("active"), 0
		return r.xml.children(e, func(e *element) error {
			at++
			if active != "" && active != number(at-1).Text {
				return nil
			}
			return r.yedPart(e, shape)
		})
	case strings.HasSuffix(e.local, "Node") || strings.HasSuffix(e.local, "Edge"):
		return r.xml.children(e, func(e *element) error { return r.yedPart(e, shape) })
	}
	return nil
}

// yedLabel returns a label as plain text; yEd takes those in <html> as HTML.
func (r *graphMLReader) yedLabel(e *element) (string, error) {
	var b strings.Builder
	err := r.xml.texts(e, &b)
	label := strings.TrimSpace(b.String())
	if strings.HasPrefix(strings.ToLower(label), "<html>") {
		r.losses.drop(lossMarkup, "HTML in <"+e.name+">")
		label = htmlText(label)
	}
	return label, err
}

// arrows returns the direction that yEd's arrows at the two ends show. A crow's
// foot says how many there are, and not which way.
func arrows(source, target string) direction {
	shown := func(arrow string) bool {
		return arrow != "" && !strings.EqualFold(arrow, "none") && !strings.HasPrefix(strings.ToLower(arrow), "crows_foot")
	}
	switch {
	case shown(source) && shown(target):
		return mutual
	case shown(source):
		return backward
	case shown(target):
		return forward
	}
	return undirected
}
