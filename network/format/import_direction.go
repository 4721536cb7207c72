package format

import (
	"slices"
	"strings"
	"unicode"
)

// direct takes the attributes that say which way an edge points, and its label
// if that says nothing else. The first that says it counts; another that says
// something else stays an attribute.
func (im *importer) direct(e *Edge, as *Attributes) {
	said := unsaid
	*as = slices.DeleteFunc(*as, func(a Attribute) bool {
		f := im.field(a.Name)
		d := f.direction(a.Value)
		if d == unsaid || f.words && im.wordy[a.Name] || im.isVerb(a.Name, a.Value.Text) || said != unsaid && d != said {
			return false
		}
		said = d
		return true
	})
	if word := directionOf(e.Label); word != unsaid && !im.isVerb("", e.Label) {
		if said == unsaid {
			said = word
		}
		im.losses.drop(lossWord, e.Label)
		e.Label = ""
	}
	e.point(said, im.losses)
}

// edgeField is what the name of an attribute of edges says of their direction.
type edgeField struct {
	holds bool      // the attribute holds a direction
	sort  bool      // it holds one, or a sort of edge
	words bool      // it holds one only if none of them holds anything else
	verb  bool      // it holds the words of edges
	named direction // the one that its name is, as in undirected: true
}

// field returns what a name says; there are few names, and many edges.
func (im *importer) field(name string) edgeField {
	f, known := im.fields[name]
	if !known {
		isSort := slices.ContainsFunc(sorts, func(sort string) bool { return strings.EqualFold(sort, name) })
		isVerb := slices.ContainsFunc(verbFields, func(verb string) bool { return strings.EqualFold(verb, name) })
		f = edgeField{directionField(name), isSort || typeField(name), isSort && !typeField(name), isVerb, directionOf(name)}
		im.fields[name] = f
	}
	return f
}

// direction returns the direction that a value of the field says.
func (f edgeField) direction(v Value) direction {
	switch {
	case v.Type == JSON || !f.holds && !f.sort:
		return unsaid
	case f.sort && strings.ContainsFunc(v.Text, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }):
		return directionOf(v.Text) // a number or a letter is a category
	}
	said := directionIn(v.Text)
	if f.named == unsaid || directionOf(v.Text) != unsaid {
		return said
	}
	switch {
	case said == forward:
		return f.named
	case said == undirected && f.named == undirected:
		return forward
	case said == undirected && f.named == forward:
		return undirected
	}
	return unsaid
}

// findVerbs notes which fields of edges hold words other than directions, the
// label under the name "".
func (im *importer) findVerbs(edges []Edge) {
	for i := range edges {
		e := &edges[i]
		if e.Label != "" && directionOf(e.Label) == unsaid {
			im.wordy[""] = true
		}
		for _, a := range e.Attributes {
			if f := im.field(a.Name); (f.sort || f.verb) && !im.wordy[a.Name] && a.Value.Type == Text && directionOf(a.Value.Text) == unsaid {
				im.wordy[a.Name] = true
			}
		}
	}
}

// isVerb reports whether a word for a direction is the verb of an edge: people
// directed films, in a file whose field holds other verbs too.
func (im *importer) isVerb(field, word string) bool {
	return im.wordy[field] && strings.EqualFold(word, "directed")
}
