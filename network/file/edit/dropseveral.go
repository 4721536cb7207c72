package edit

import "go.yaml.in/yaml/v4"

// dropItems returns the edits that remove several items from a list.
func (s *source) dropItems(list *yaml.Node, places []int) ([]Edit, error) {
	if list.Style&yaml.FlowStyle != 0 {
		starts, ends := make([]int, len(list.Content)), make([]int, len(list.Content))
		for i, n := range list.Content {
			starts[i], ends[i] = s.start(n), s.end(n)
		}
		return dropRuns(starts, ends, places, s.inner(list)), nil
	}
	if len(places) == len(list.Content) {
		first := list.Content[0]
		e, err := s.dropItem(first)
		if err != nil {
			return nil, err
		}
		return []Edit{{e.From, s.end(list), s.indentOfEmpty(list) + "[]"}}, nil
	}
	var edits []Edit
	for _, i := range places {
		e, err := s.dropItem(list.Content[i])
		if err != nil {
			return nil, err
		}
		if last := len(edits) - 1; last >= 0 && e.From < edits[last].To {
			e.From = edits[last].To
		}
		edits = append(edits, e)
	}
	return edits, nil
}

// dropFields returns the edits that remove several fields from a mapping, by the
// indices of their keys in its content.
func (s *source) dropFields(mapping *yaml.Node, places []int) ([]Edit, error) {
	n := len(mapping.Content) / 2
	if mapping.Style&yaml.FlowStyle == 0 {
		if len(places) == n {
			key := mapping.Content[0]
			from := s.start(key)
			return []Edit{{from, s.end(mapping), "{}"}}, nil
		}
		var edits []Edit
		for _, i := range places {
			e, err := s.dropField(mapping.Content[i])
			if err != nil {
				return nil, err
			}
			edits = append(edits, e)
		}
		return edits, nil
	}
	starts, ends, pairs := make([]int, n), make([]int, n), make([]int, len(places))
	for i := range n {
		starts[i], ends[i] = s.start(mapping.Content[2*i]), s.end(mapping.Content[2*i+1])
	}
	for i, k := range places {
		pairs[i] = k / 2
	}
	return dropRuns(starts, ends, pairs, s.inner(mapping)), nil
}

// dropRuns returns the edits that remove items from a comma-separated list, which ends at
// inner.
func dropRuns(starts, ends, places []int, inner int) []Edit {
	var edits []Edit
	for i := 0; i < len(places); {
		first, last := places[i], places[i]
		for i++; i < len(places) && places[i] == last+1; i++ {
			last = places[i]
		}
		switch {
		case first > 0:
			edits = append(edits, Edit{ends[first-1], ends[last], ""})
		case last+1 < len(starts):
			edits = append(edits, Edit{starts[0], starts[last+1], ""})
		default:
			edits = append(edits, Edit{starts[0], inner, ""})
		}
	}
	return edits
}
