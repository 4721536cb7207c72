package format

import (
	"encoding/json"
	"slices"
	"strconv"
)

// ftmReader reads entities of FollowTheMoney: one object after another (JSON
// lines), a list of them, or the diagrams of Aleph (.ftm, .vis), which hold them
// beside their layout. Properties may hold entities whole, as OpenSanctions and
// Aleph nest them.
type ftmReader struct {
	*collector
	json     *jsonReader
	entities []*ftmEntity
	byID     map[string]*ftmEntity
}

// ftmEntity is an entity, with the properties in the order in which they were
// read.
type ftmEntity struct {
	id, schema, caption string
	names               []string // of properties
	values              map[string][]string
	rest                Attributes
	line                int
}

// Losses that only FollowTheMoney has.
const (
	lossHalf   = "relations that name only one of their ends, left out"
	lossUnread = "entities that the file names but does not contain, kept as nodes without a name"
)

func readFTM(in *input, o *options, losses *Losses) (*Graph, error) {
	r := &ftmReader{collector: newCollector(in, losses), json: newJSONReader(in, losses), byID: map[string]*ftmEntity{}}
	err := r.json.each("an entity", func() error {
		_, err := r.entity()
		return err
	})
	if err != nil {
		return nil, err
	}
	return r.build()
}

// object reads an entity that has not begun yet.
func (r *ftmReader) object(what string) error {
	if err := r.json.must('{', what); err != nil {
		return err
	}
	_, err := r.entity()
	return err
}

// entity reads an object that has begun: an entity, or what holds entities. It
// returns the entity's id.
func (r *ftmReader) entity() (id string, err error) {
	e := &ftmEntity{values: map[string][]string{}, line: r.json.line}
	err = r.json.fields(func(field string) error {
		var err error
		switch field {
		case "id":
			e.id, err = r.json.scalar(`"id"`)
		case "schema":
			e.schema, err = r.json.scalar(`"schema"`)
		case "caption":
			e.caption, err = r.json.scalar(`"caption"`)
		case "properties":
			err = r.properties(e)
		case "datasets":
			var v Value
			v, err = r.json.value()
			e.rest.add(field, v)
		case "entities":
			err = r.json.list(`"entities"`, func() error { return r.object("an entity") })
		case "layout":
			err = r.json.object(`"layout"`, r.layout)
		case "viewport":
			err = r.json.dropAs(lossDrawing)
		}
		return err
	})
	if err != nil || e.schema == "" && e.id == "" {
		return "", err
	}
	return e.id, r.keep(e)
}

// layout reads what a diagram holds beside its entities, which are there in
// early ones.
func (r *ftmReader) layout(field string) error {
	switch field {
	case "entities":
		return r.json.list(`"entities"`, func() error { return r.object("an entity") })
	case "vertices", "edges", "selection", "settings":
		return r.json.dropAs(lossDrawing)
	}
	return nil
}

// properties reads the properties of an entity.
func (r *ftmReader) properties(e *ftmEntity) error {
	if err := r.json.must('{', `"properties"`); err != nil {
		return err
	}
	count := 0
	return r.json.members(func(name string) error {
		r.json.path = append(r.json.path, name)
		values, err := r.values()
		r.json.path = r.json.path[:len(r.json.path)-1]
		if err != nil {
			return err
		}
		if _, met := e.values[name]; !met && len(values) > 0 {
			e.names = append(e.names, name)
		}
		e.values[name] = append(e.values[name], values...)
		count++
		return r.few(r.json.line, count)
	})
}

// values reads the values of a property: texts, or entities, which are kept and
// whose ids are the values.
func (r *ftmReader) values() ([]string, error) {
	token, err := r.json.next()
	if err != nil {
		return nil, err
	}
	switch t := token.(type) {
	case string:
		return []string{t}, nil
	case json.Number:
		return []string{t.String()}, nil
	case bool:
		return []string{strconv.FormatBool(t)}, nil
	case json.Delim:
		if t == '{' {
			id, err := r.entity()
			return []string{id}, err
		}
		var all []string
		err := r.json.items(func() error {
			values, err := r.values()
			all = append(all, values...)
			return err
		})
		return all, err
	}
	return nil, nil
}

// keep takes in an entity. One whose id is known already adds to it: streams may
// hold an entity in pieces.
func (r *ftmReader) keep(e *ftmEntity) error {
	if e.id == "" || e.schema == "" {
		return r.fault(e.line, e.id, "an entity must have an id and a schema", "write such as {\"id\": \"a\", \"schema\": \"Person\", \"properties\": {\"name\": [\"Anna\"]}}")
	}
	size := len(e.id) + len(e.caption)
	for name, values := range e.values {
		size += len(name)
		for _, v := range values {
			size += len(v)
		}
	}
	if err := r.fits(e.line, e.id, nil, size); err != nil {
		return err
	}
	known := r.byID[e.id]
	if known == nil {
		if len(r.entities) >= r.limits.Nodes+r.limits.Edges {
			return r.tooManyEdges(e.line)
		}
		r.byID[e.id] = e
		r.entities = append(r.entities, e)
		return nil
	}
	for _, name := range e.names {
		if _, met := known.values[name]; !met {
			known.names = append(known.names, name)
		}
		for _, v := range e.values[name] {
			if !slices.Contains(known.values[name], v) {
				known.values[name] = append(known.values[name], v)
			}
		}
	}
	return r.few(e.line, len(known.names))
}
