package format

import (
	"fmt"
	"strconv"
)

// doccanoReader reads documents as doccano exports them (JSONL): their text, the
// entities marked in it, and the relations between these.
// https://doccano.github.io/doccano/tutorial/
type doccanoReader struct {
	*mentions
	json      *jsonReader
	all       []*mention
	documents int
	relations int
}

func readDoccano(in *input, o *options, losses *Losses) (*Graph, error) {
	r := &doccanoReader{mentions: newMentions(in, o, losses), json: newJSONReader(in, losses)}
	if err := r.json.each("a document", r.document); err != nil {
		return nil, err
	}
	if r.relations == 0 {
		return nil, r.fault(0, "", "none of its documents has relations", "allow relations in the project’s settings in doccano, and add some")
	}
	return r.finish(r.all)
}

// document reads a document that has begun.
func (r *doccanoReader) document() error {
	r.documents++
	name := "document " + strconv.Itoa(r.documents)
	var content string
	var entities, relations []Attributes
	line := r.json.line
	list := func(field string, into *[]Attributes) error {
		return r.json.list(`"`+field+`"`, func() error {
			as, err := r.json.attributes("an item of “" + field + "”")
			if err != nil {
				return err
			}
			*into = append(*into, as)
			return r.fits(r.json.line, name, as, 0)
		})
	}
	err := r.json.fields(func(field string) (err error) {
		switch field {
		case "text", "data":
			content, err = r.json.scalar(`"` + field + `"`)
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
	if err := r.fits(line, name, nil, len(content)); err != nil {
		return err
	}
	d := r.newDocument(name, content)
	id := func(id string) string { return fmt.Sprintf("%s, entity %s", name, id) }
	for _, as := range entities {
		one := &mention{id: id(as.take("id")), sort: as.take("label"), line: line, of: d}
		start, err := strconv.Atoi(as.take("start_offset"))
		end, err2 := strconv.Atoi(as.take("end_offset"))
		if err != nil || err2 != nil || start < 0 || end <= start || end > len(d.text) {
			return r.fault(line, one.id, "its offsets are not places in the text", "export the documents again from doccano")
		}
		one.start, one.end, one.words = start, end, string(d.text[start:end])
		one.attributes = as.flat()
		r.all = append(r.all, one)
		if err := r.add(one); err != nil {
			return err
		}
	}
	for _, as := range relations {
		r.relations++
		as.take("id")
		from, to, sort := as.take("from_id"), as.take("to_id"), as.take("type")
		if err := r.relate(name, id(from), id(to), sort, as.flat(), line); err != nil {
			return err
		}
	}
	return nil
}
