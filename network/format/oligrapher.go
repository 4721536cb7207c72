package format

import (
	"encoding/json"
	"slices"
	"strings"
)

// oligrapherReader reads the maps of LittleSis' Oligrapher, of version 3, and
// of the earlier ones, in which a map's graph is a field, and what is shown of
// a thing is one of it. https://github.com/public-accountability/oligrapher
type oligrapherReader struct {
	*collector
	json   *jsonReader
	lists  int
	fields []string // of the map
}

func readOligrapher(in *input, o *options, losses *Losses) (*Graph, error) {
	r := &oligrapherReader{collector: newCollector(in, losses), json: newJSONReader(in, losses)}
	r.graph.Directed = false
	err := r.json.object("a map", r.field)
	if err == nil {
		err = r.json.end()
	}
	if err != nil {
		return nil, err
	}
	if r.lists == 0 {
		return nil, r.fault(0, "", `it has neither "nodes" nor "edges"`, otherFormat(r.fields))
	}
	return r.done()
}

// Kinds of loss that only Oligrapher's maps have.
const (
	lossCaptions    = "captions on the map, left out"
	lossAnnotations = "annotations, the slides of the map’s story, left out"
)

// field reads a field of a map.
func (r *oligrapherReader) field(field string) error {
	r.fields = note(r.fields, field)
	switch field {
	case "nodes":
		r.lists++
		return r.each("nodes", r.readNode)
	case "edges":
		r.lists++
		return r.each("edges", r.readEdge)
	case "captions":
		return r.each("captions", func(string) error { return r.json.dropAs(lossCaptions) })
	case "annotations", "annotations_data":
		return r.annotations()
	case "graph", "graph_data", "attributes":
		return r.json.object(`"`+field+`"`, r.field)
	case "title":
		return r.say("title")
	case "subtitle", "description":
		return r.say("summary")
	case "date", "version", "url", "shareUrl":
		return r.say(field)
	}
	return nil
}

// annotations passes over the slides: a list, or an object that holds it beside
// the state of the editor.
func (r *oligrapherReader) annotations() error {
	token, err := r.json.next()
	slide := func() error { return r.json.dropAs(lossAnnotations) }
	switch {
	case err != nil:
		return err
	case token == json.Delim('['):
		return r.json.items(slide)
	case token == json.Delim('{'):
		return r.json.fields(func(field string) error {
			if field == "list" {
				return r.json.list(`"list"`, slide)
			}
			return nil
		})
	case token != nil && token != "":
		r.losses.drop(lossAnnotations, "annotations")
	}
	return nil
}

// say reads what the map says of itself.
func (r *oligrapherReader) say(name string) error {
	v, err := r.json.value()
	if err != nil {
		return err
	}
	if v.Type == JSON || r.graph.Attributes.find(name) >= 0 {
		if v.Text != "" {
			r.losses.drop(lossField, strings.Join(r.json.path, "."))
		}
		return nil
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
		return r.json.keyed(read)
	case nil:
		return nil
	}
	return r.fault(r.json.line, "", `"`+what+`" is neither an object nor a list`, "write it as {ID: {…}}")
}

// thing reads the attributes of a node or an edge, with what is shown of it.
func (r *oligrapherReader) thing(id string) (as Attributes, line int, err error) {
	line = r.json.line
	first := true
	err = r.json.object("a node or an edge", func(field string) error {
		if id == "" && first {
			line = r.json.line
		}
		first = false
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
	return slices.DeleteFunc(as, func(a Attribute) bool {
		if !slices.Contains(oligrapherDrawing, a.Name) {
			return false
		}
		r.losses.drop(lossDrawing, a.Name)
		return true
	}), line, err
}

// oligrapherDrawing are fields of nodes and edges that say how they are drawn.
var oligrapherDrawing = []string{
	"scale", "status", "edgeIds", "image", "dash", "x1", "y1", "x2", "y2", "cx", "cy", "cx1", "cy1", "s1", "s2", "xa", "ya", "xb", "yb", "is_reverse",
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
	// Version 1 says only that there is an arrow, version 2 at which side, and
	// version 3 from which node to which.
	arrow := "is_directional"
	if as.get("arrow") != "" {
		arrow = "arrow"
	}
	if d := directionIn(as.get(arrow)); d != unsaid {
		as.take(arrow)
		e.point(d, r.losses)
	}
	e.Attributes = as
	return r.edge(e)
}
