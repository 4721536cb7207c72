// Package doccano reads texts annotated with doccano.
package doccano

import (
	"fmt"
	"strconv"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/mention"
	"proxynet/network/format/internal/reader"
)

// Read reads documents as doccano exports them (JSONL): their text, the entities
// marked in it, and the relations between these.
// https://doccano.github.io/doccano/tutorial/
func Read(in *reader.Input, o *reader.Options, losses *graph.Losses) (*graph.Graph, error) {
	return mention.ReadDocuments(in, o, losses, "document", "none of its documents has relations", "allow relations in the project’s settings in doccano, and add some", document)
}

// document reads the rest of a document.
func document(r *mention.Documents, name string) error {
	var content string
	var entities, relations []graph.Attributes
	line := r.JSON.Line
	list := func(field string, into *[]graph.Attributes) error {
		return r.JSON.List(`"`+field+`"`, func() error {
			as, err := r.JSON.Attributes("an item of “" + field + "”")
			if err != nil {
				return err
			}
			*into = append(*into, as)
			return r.Fits(r.JSON.Line, name, as, 0)
		})
	}
	err := r.JSON.Fields(func(field string) (err error) {
		switch field {
		case "text", "data":
			content, err = r.JSON.Scalar(`"` + field + `"`)
		case "entities":
			err = list(field, &entities)
		case "relations":
			err = list(field, &relations)
		}
		return err
	})
	if err != nil {
		return err
	}
	if err := r.Fits(line, name, nil, len(content)); err != nil {
		return err
	}
	d := r.NewDocument(name, content)
	id := func(id string) string { return fmt.Sprintf("%s, entity %s", name, id) }
	for _, as := range entities {
		one := &mention.Mention{ID: id(as.Take("id")), Sort: as.Take("label"), Line: line, Of: d}
		start, err := strconv.Atoi(as.Take("start_offset"))
		end, err2 := strconv.Atoi(as.Take("end_offset"))
		if err != nil || err2 != nil || start < 0 || end <= start || end > len(d.Text) {
			return r.Diagnostic(line, one.ID, "its offsets are not places in the text", "export the documents again from doccano")
		}
		one.Start, one.End, one.Words = start, end, string(d.Text[start:end])
		one.Attributes = as.Flat()
		if err := r.Add(one); err != nil {
			return err
		}
	}
	for _, as := range relations {
		as.Take("id")
		from, to, sort := as.Take("from_id"), as.Take("to_id"), as.Take("type")
		if err := r.Relate(name, id(from), id(to), sort, as.Flat(), line); err != nil {
			return err
		}
	}
	return nil
}
