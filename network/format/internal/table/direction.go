package table

import "proxynet/network/format/internal/graph"

// orient sets the direction of the edges from columns of the table. A column that may
// have directions counts if all of its values are directions, or if one of them can be
// nothing else; then any other word in it is a diagnostic. Columns that usually have a
// type of edge come last.
func (r *Reader) orient() error {
	said := make([]graph.Direction, len(r.Graph.Edges))
	for _, types := range []bool{false, true} {
		for _, h := range r.Head {
			if (graph.IsDirectionField(h.name) || graph.IsTypeField(h.name)) && graph.IsTypeField(h.name) == types {
				if err := r.orientBy(h, said); err != nil {
					return err
				}
			}
		}
	}
	for i, d := range said {
		r.Graph.Edges[i].Point(d, r.Losses)
	}
	return nil
}

// orientBy sets the direction of the edges from one column, if it has directions, and
// removes it from their attributes. A direction from an earlier column takes
// precedence.
func (r *Reader) orientBy(h header, said []graph.Direction) error {
	var strange *graph.Edge
	some, sure := false, false
	for e := range r.own {
		word := e.Attributes.Get(h.name)
		switch {
		case word == "":
		case graph.DirectionIn(word) != graph.Unsaid:
			some, sure = true, sure || graph.DirectionOf(word) != graph.Unsaid
		case strange == nil:
			strange = e
		}
	}
	if !some || strange != nil && !sure {
		return nil
	}
	if strange != nil {
		return r.Diagnostic(strange.Line, "", "unknown direction "+graph.Show(strange.Attributes.Get(h.name))+" in the column "+graph.Show(h.name),
			"write directed, undirected or mutual; if the column says something else, give it another name")
	}
	for i := range r.Graph.Edges {
		e := &r.Graph.Edges[i]
		if e.Table != r.place {
			continue
		}
		d := h.direction(e.Attributes.Take(h.name))
		switch {
		case said[i] == graph.Unsaid:
			said[i] = d
		case d != graph.Unsaid && d != said[i] && r.Head.Column([]string{graph.AttrDirected}) < 0: // our own column, which is more precise than Type
			r.Losses.Add(1, "directions that another column contradicts, left out", graph.Show(h.name))
		}
	}
	return nil
}

// direction returns the direction for a value of the column. The column's name may be
// one, such as "Undirected" above "true".
func (h header) direction(value string) graph.Direction {
	d := graph.DirectionIn(value)
	switch of := graph.DirectionOf(h.name); {
	case of > graph.Forward && d == graph.Forward:
		return of
	case of > graph.Forward && d == graph.Undirected:
		return graph.Forward
	}
	return d
}
