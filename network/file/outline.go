package file

import (
	"cmp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Outline lists the declarations of ids in a file and the references to them, for text
// edits. The file may have other errors.
type Outline struct {
	Declared    map[string]Declaration // by id
	Uses        []Use                  // in the order of the file
	Diagnostics Diagnostics            // of the file
	Lacks       Diagnostics            // of the network, until it can be published

	// Root is the YAML of the text, nil if it doesn't parse.
	Root *yaml.Node

	// Document is the part that could be read, even if there are diagnostics; nil if
	// nothing could.
	Document *Document

	names func() names // of all records
}

// Declaration is the place where a record is declared.
type Declaration struct {
	Section string // the sort of record in the singular, such as “node”
	Spot    Spot   // of its id
}

// Use is a place at which a record names another by its id.
type Use struct {
	By    string // the record's id or, if it has none, a name such as "node 3"
	Field string
	ID    string // the one that is named, declared or not
	Spot  Spot   // of the value that holds it
	At    int    // where the id begins in that value, in bytes: speaker.ID names a speaker
}

// ReadOutline reads the outline of the content of a file. A file that does
// not parse as YAML has diagnostics and no network; name is for them.
func ReadOutline(name string, data []byte) *Outline {
	r := newReading(name)
	n := r.network(data)
	o := &Outline{Declared: make(map[string]Declaration, len(r.ids)), names: r.recordNames}
	if n != nil {
		o.Document = r.document(n)
	}
	for id, d := range r.ids {
		o.Declared[id] = Declaration{string(d.section), d.spot}
	}
	slices.SortStableFunc(r.uses, func(a, b Use) int {
		return cmp.Or(cmp.Compare(a.Spot.Line, b.Spot.Line), cmp.Compare(a.Spot.Column, b.Spot.Column))
	})
	o.Uses = slices.Compact(r.uses)
	o.Root = r.root
	o.Diagnostics, o.Lacks = r.diagnostics.inOrder(), r.later.inOrder()
	return o
}

// Nearest returns the id of the only record whose label, alias or the like is
// given, or else the declared id most like it; "" if there is none.
func (o *Outline) Nearest(id string) string {
	if found := o.names().find(id, sortedKeys(nameFields)); len(found) == 1 {
		return found[0].id
	}
	return nearest(id, sortedKeys(o.Declared))
}

// use records that the record names an id.
func (r *record) use(n *yaml.Node, field, id string) {
	r.uses = append(r.uses, Use{By: r.name, Field: field, ID: id, Spot: spotOf(n)})
}

// useIn records the id in a token that hides parts of the network, such as
// speaker.ID.
func (r *record) useIn(n *yaml.Node, field, token string) {
	for _, s := range []section{speakers, sources} {
		if id, ok := strings.CutPrefix(token, string(s)+"."); ok {
			r.uses = append(r.uses, Use{By: r.name, Field: field, ID: id, Spot: spotOf(n), At: len(token) - len(id)})
		}
	}
}

// ValidID reports whether a text can be an id.
func ValidID(id string) bool { return len(id) <= maxIDLength && idPattern.MatchString(id) }
