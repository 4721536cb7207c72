package format

// orient gives the edges the direction that columns of the table say. A column
// that may say it does if all that it holds are directions, or if one of them
// is a word for nothing else; then any other word in it is a fault. Columns that
// say more often which type an edge is of come last.
func (r *tableReader) orient() error {
	said := make([]direction, len(r.graph.Edges))
	for _, types := range []bool{false, true} {
		for _, h := range r.head {
			if (directionField(h.name) || typeField(h.name)) && typeField(h.name) == types {
				if err := r.orientBy(h, said); err != nil {
					return err
				}
			}
		}
	}
	for i, d := range said {
		r.graph.Edges[i].point(d, r.losses)
	}
	return nil
}

// orientBy reads the direction of the edges from one column, if it says any, and
// takes it away from them. What another column has said already counts.
func (r *tableReader) orientBy(h header, said []direction) error {
	var strange *Edge
	some, sure := false, false
	for e := range r.own {
		word := e.Attributes.get(h.name)
		switch {
		case word == "":
		case directionIn(word) != unsaid:
			some, sure = true, sure || directionOf(word) != unsaid
		case strange == nil:
			strange = e
		}
	}
	if !some || strange != nil && !sure {
		return nil
	}
	if strange != nil {
		return r.fault(strange.Line, "", "unknown direction "+show(strange.Attributes.get(h.name))+" in the column "+show(h.name),
			"write directed, undirected or mutual; if the column says something else, give it another name")
	}
	for i := range r.graph.Edges {
		e := &r.graph.Edges[i]
		if e.Table != r.place {
			continue
		}
		d := h.direction(e.Attributes.take(h.name))
		switch {
		case said[i] == unsaid:
			said[i] = d
		case d != unsaid && d != said[i] && r.column([]string{attrDirected}) < 0: // our own column, which says more than Type
			r.losses.add(1, "directions that another column contradicts, left out", show(h.name))
		}
	}
	return nil
}

// direction returns the direction that a value of the column is. The column's
// own name may be one, such as "Undirected" above "true".
func (h header) direction(value string) direction {
	d := directionIn(value)
	switch of := directionOf(h.name); {
	case of > forward && d == forward:
		return of
	case of > forward && d == undirected:
		return forward
	}
	return d
}
