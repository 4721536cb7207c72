package convert

import (
	"slices"
	"strings"
	"unicode"

	"proxynet/network/format/internal/graph"
)

// edgeWords distinguishes words for directions from the verbs of edges.
type edgeWords struct {
	losses *graph.Losses
	fields map[string]edgeField // by name: see [edgeWords.field]
	verbs  map[string]bool      // names of fields that hold verbs, see [edgeWords.findVerbs]
}

func newEdgeWords(losses *graph.Losses) *edgeWords {
	return &edgeWords{losses, map[string]edgeField{}, map[string]bool{}}
}

// direct removes the attributes with the direction of an edge, and its label if it is
// only that. The first one counts; another one that differs stays an attribute.
func (w *edgeWords) direct(e *graph.Edge, as *graph.Attributes) {
	said := graph.Unsaid
	*as = slices.DeleteFunc(*as, func(a graph.Attribute) bool {
		f := w.field(a.Name)
		d := f.direction(a.Value)
		if d == graph.Unsaid || f.words && w.verbs[a.Name] || w.isVerb(a.Name, a.Value.Text) || said != graph.Unsaid && d != said {
			return false
		}
		said = d
		return true
	})
	if word := graph.DirectionOf(e.Label); word != graph.Unsaid && !w.isVerb("", e.Label) {
		if said == graph.Unsaid {
			said = word
		}
		w.losses.Drop(graph.LossWord, e.Label)
		e.Label = ""
	}
	e.Point(said, w.losses)
}

// edgeField is the role of an attribute of edges for their direction, by its name.
type edgeField struct {
	holds bool            // the attribute is a direction
	sort  bool            // a direction or a type of edge
	words bool            // a direction only if none of them is anything else
	verb  bool            // the verbs of edges
	named graph.Direction // the direction in its name, as in undirected: true
}

// field returns the role of a name; it is cached, since there are few names and many
// edges.
func (w *edgeWords) field(name string) edgeField {
	f, known := w.fields[name]
	if !known {
		isSort := slices.ContainsFunc(sorts, func(sort string) bool { return strings.EqualFold(sort, name) })
		isVerb := slices.ContainsFunc(verbFields, func(verb string) bool { return strings.EqualFold(verb, name) })
		f = edgeField{graph.IsDirectionField(name), isSort || graph.IsTypeField(name), isSort && !graph.IsTypeField(name), isVerb, graph.DirectionOf(name)}
		w.fields[name] = f
	}
	return f
}

// direction returns the direction for a value of the field.
func (f edgeField) direction(v graph.Value) graph.Direction {
	switch {
	case v.Type == graph.JSON || !f.holds && !f.sort:
		return graph.Unsaid
	case f.sort && strings.ContainsFunc(v.Text, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }):
		return graph.DirectionOf(v.Text) // a number or a letter is a category
	}
	said := graph.DirectionIn(v.Text)
	if f.named == graph.Unsaid || graph.DirectionOf(v.Text) != graph.Unsaid {
		return said
	}
	switch {
	case said == graph.Forward:
		return f.named
	case said == graph.Undirected && f.named == graph.Undirected:
		return graph.Forward
	case said == graph.Undirected && f.named == graph.Forward:
		return graph.Undirected
	}
	return graph.Unsaid
}

// findVerbs records which fields of edges have words other than directions; the label
// has the name "".
func (w *edgeWords) findVerbs(edges []graph.Edge) {
	for i := range edges {
		e := &edges[i]
		if e.Label != "" && graph.DirectionOf(e.Label) == graph.Unsaid {
			w.verbs[""] = true
		}
		for _, a := range e.Attributes {
			if f := w.field(a.Name); (f.sort || f.verb) && !w.verbs[a.Name] && a.Value.Type == graph.Text && graph.DirectionOf(a.Value.Text) == graph.Unsaid {
				w.verbs[a.Name] = true
			}
		}
	}
}

// isVerb reports whether a word for a direction is the verb of an edge, as in
// “directed” a film, in a file whose field has other verbs too.
func (w *edgeWords) isVerb(field, word string) bool {
	return w.verbs[field] && strings.EqualFold(word, "directed")
}
