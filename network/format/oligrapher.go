package format

import "encoding/json"

// oligrapherReader reads the maps of LittleSis' Oligrapher, of version 3, and
// of the earlier ones, in which a map's graph is a field, and what is shown of
// a thing is one of it. https://github.com/public-accountability/oligrapher
type oligrapherReader struct {
	*collector
	json  *jsonReader
	lists int
}

func readOligrapher(in *input, o *options, losses *Losses) (*Graph, error) {
	r := &oligrapherReader{collector: newCollector(in, losses), json: newJSONReader(in)}
	r.graph.Directed = false
	err := r.json.object("a map", r.field)
	if err == nil {
		err = r.json.end()
	}
	if err != nil {
		return nil, err
	}
	if r.lists == 0 {
		return nil, r.fault(0, "", `it has neither "nodes" nor "edges"`, "name the file’s format with --format")
	}
	return r.done()
}

// field reads a field of a map.
func (r *oligrapherReader) field(field string) error {
	switch field {
	case "nodes":
		r.lists++
		return r.each("nodes", r.readNode)
	case "edges":
		r.lists++
		return r.each("edges", r.readEdge)
	case "captions":
		return r.each("captions", func(string) error {
			r.losses.add(1, "captions on the map, left out", "")
			return r.json.skip()
		})
	case "graph", "graph_data", "attributes":
		return r.json.object(`"`+field+`"`, r.field)
	case "title":
		return r.say("title")
	case "subtitle", "description":
		return r.say("summary")
	}
	return r.json.skip()
}

// say reads what the map says of itself.
func (r *oligrapherReader) say(name string) error {
	v, err := r.json.value()
	if err != nil || v.Type == JSON || r.graph.Attributes.find(name) >= 0 {
		return err
	}
	return r.attribute(r.json.line, name, v)
}

// each reads things by their ids, or in a list.
func (r *oligrapherReader) each(what string, read func(id string) error) error {
	token, err := r.json.next()
	if err != nil {
		return err
	}
	switch token {
	case json.Delim('['):
		return r.json.items(func() error { return read("") })
	case json.Delim('{'):
		return r.json.fields(read)
	case nil:
		return nil
	}
	return r.fault(r.json.line, "", `"`+what+`" is neither an object nor a list`, "write it as {ID: {…}}")
}

// thing reads the attributes of a node or an edge, with what is shown of it.
func (r *oligrapherReader) thing(id string) (as Attributes, line int, err error) {
	line = r.json.line
	err = r.json.object("a node or an edge", func(field string) error {
		if id == "" && len(as) == 0 {
			line = r.json.line
		}
		if field == "display" {
			shown, err := r.json.attributes(`"display"`)
			as = append(as, shown...)
			return err
		}
		v, err := r.json.value()
		if err != nil {
			return err
		}
		as.add(field, v)
		return r.few(r.json.line, len(as))
	})
	if as.find("id") < 0 {
		as.add("id", text(id))
	}
	kept := as[:0]
	for _, a := range as {
		switch a.Name {
		case "scale", "status", "edgeIds", "x1", "y1", "x2", "y2", "cx", "cy", "s1", "s2", "dash", "image":
			r.losses.add(1, lossDrawing, "")
		default:
			kept = append(kept, a)
		}
	}
	return kept, line, err
}

func (r *oligrapherReader) readNode(id string) error {
	as, line, err := r.thing(id)
	if err != nil {
		return err
	}
	return r.node(Node{ID: as.take("id"), Label: as.take("name"), Attributes: as, Line: line})
}

func (r *oligrapherReader) readEdge(id string) error {
	as, line, err := r.thing(id)
	if err != nil {
		return err
	}
	e := Edge{ID: as.take("id"), From: as.take("node1_id"), To: as.take("node2_id"), Label: as.take("label"), Line: line}
	switch as.take("arrow") {
	case "1->2", "true", "left", "->":
		e.Directed = true
	case "2->1", "right", "<-":
		e.Directed = true
		e.From, e.To = e.To, e.From
	case "both", "<->":
		r.losses.add(1, lossMutual, e.ID)
	}
	e.Attributes = as
	return r.edge(e)
}
