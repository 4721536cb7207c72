package ftm

import (
	"encoding/json"
	"slices"
	"strconv"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
)

// decoder reads entities of FollowTheMoney: one object after another (JSON
// lines), a list of them, or diagrams of Aleph (.ftm, .vis), which also have a layout.
// Properties may contain nested entities, as in OpenSanctions and Aleph.
type decoder struct {
	*reader.Collector
	json     *reader.JSON
	entities []*entity
	byID     map[string]*entity
}

// entity is an entity with its properties in the order of the file.
type entity struct {
	id, schema, caption string
	names               []string // of properties
	values              map[string][]string
	rest                graph.Attributes
	line                int
}

// Read reads entities of FollowTheMoney.
func Read(in *reader.Input, o *reader.Options, losses *graph.Losses) (*graph.Graph, error) {
	r := &decoder{Collector: reader.NewCollector(in, losses), json: reader.NewJSON(in, losses), byID: map[string]*entity{}}
	err := r.json.Each("an entity", func() error {
		_, err := r.entity()
		return err
	})
	if err != nil {
		return nil, err
	}
	return r.build()
}

// object reads a whole entity.
func (r *decoder) object(what string) error {
	if err := r.json.Must('{', what); err != nil {
		return err
	}
	_, err := r.entity()
	return err
}

// entity reads the rest of an object: an entity, or a container of entities. It returns
// the entity's id.
func (r *decoder) entity() (id string, err error) {
	e := &entity{values: map[string][]string{}, line: r.json.Line}
	err = r.json.Fields(func(field string) error {
		var err error
		switch field {
		case "id":
			e.id, err = r.json.Scalar(`"id"`)
		case "schema":
			e.schema, err = r.json.Scalar(`"schema"`)
		case "caption":
			e.caption, err = r.json.Scalar(`"caption"`)
		case "properties":
			err = r.properties(e)
		case "datasets":
			var v graph.Value
			v, err = r.json.Value()
			e.rest.Add(field, v)
		case "entities":
			err = r.json.List(`"entities"`, func() error { return r.object("an entity") })
		case "layout":
			err = r.json.Object(`"layout"`, r.layout)
		case "viewport":
			err = r.json.DropAs(graph.LossDrawing)
		}
		return err
	})
	if err != nil || e.schema == "" && e.id == "" {
		return "", err
	}
	return e.id, r.keep(e)
}

// layout reads the other fields of a diagram; in early versions they include its
// entities.
func (r *decoder) layout(field string) error {
	switch field {
	case "entities":
		return r.json.List(`"entities"`, func() error { return r.object("an entity") })
	case "vertices", "edges", "selection", "settings":
		return r.json.DropAs(graph.LossDrawing)
	}
	return nil
}

// properties reads the properties of an entity.
func (r *decoder) properties(e *entity) error {
	if err := r.json.Must('{', `"properties"`); err != nil {
		return err
	}
	count := 0
	return r.json.Members(func(name string) error {
		r.json.Path = append(r.json.Path, name)
		values, err := r.values()
		r.json.Path = r.json.Path[:len(r.json.Path)-1]
		if err != nil {
			return err
		}
		if _, met := e.values[name]; !met && len(values) > 0 {
			e.names = append(e.names, name)
		}
		e.values[name] = append(e.values[name], values...)
		count++
		return r.Few(r.json.Line, count)
	})
}

// values reads the values of a property: texts, or nested entities, which are added and
// whose ids are the values.
func (r *decoder) values() ([]string, error) {
	token, err := r.json.Next()
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
		err := r.json.Items(func() error {
			values, err := r.values()
			all = append(all, values...)
			return err
		})
		return all, err
	}
	return nil, nil
}

// keep adds an entity, or merges it into one with the same id: streams may contain
// fragments of an entity.
func (r *decoder) keep(e *entity) error {
	if e.id == "" || e.schema == "" {
		return r.Diagnostic(e.line, e.id, "an entity must have an id and a schema", "write for example {\"id\": \"a\", \"schema\": \"Person\", \"properties\": {\"name\": [\"Anna\"]}}")
	}
	size := len(e.id) + len(e.caption)
	for name, values := range e.values {
		size += len(name)
		for _, v := range values {
			size += len(v)
		}
	}
	if err := r.Fits(e.line, e.id, nil, size); err != nil {
		return err
	}
	known := r.byID[e.id]
	if known == nil {
		if len(r.entities) >= r.Limits.Nodes+r.Limits.Edges {
			return r.TooManyEdges(e.line)
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
	return r.Few(e.line, len(known.names))
}
