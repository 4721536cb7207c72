package table

import "proxynet/network/format/internal/graph"

// orient gives the edges the direction that columns of the table say. A column
// that may say it does if all that it holds are directions, or if one of them
// is a word for nothing else; then any other word in it is a diagnostic. Columns that
// say more often which type an edge is of come last.
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

// orientBy reads the direction of the edges from one column, if it says any, and
// takes it away from them. What another column has said already counts.
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
		case d != graph.Unsaid && d != said[i] && r.Head.Column([]string{graph.AttrDirected}) < 0: // our own column, which says more than Type
			r.Losses.Add(1, "directions that another column contradicts, left out", graph.Show(h.name))
		}
	}
	return nil
}

// direction returns the direction that a value of the column is. The column's
// own name may be one, such as "Undirected" above "true".
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
