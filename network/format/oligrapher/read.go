// Package oligrapher reads the maps of LittleSis's Oligrapher.
package oligrapher

import (
	"encoding/json"
	"slices"
	"strings"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
)

// decoder reads the maps of LittleSis' Oligrapher, version 3 and earlier ones, in which
// the graph of a map and the displayed values of a node or an edge are nested in
// fields. https://github.com/public-accountability/oligrapher
type decoder struct {
	*reader.Collector
	json   *reader.JSON
	lists  int
	fields []string // of the map
}

// Read reads a map of Oligrapher.
func Read(in *reader.Input, o *reader.Options, losses *graph.Losses) (*graph.Graph, error) {
	r := &decoder{Collector: reader.NewCollector(in, losses), json: reader.NewJSON(in, losses)}
	r.Graph.Directed = false
	err := r.json.Object("a map", r.field)
	if err == nil {
		err = r.json.End()
	}
	if err != nil {
		return nil, err
	}
	if r.lists == 0 {
		return nil, r.Diagnostic(0, "", `it has neither "nodes" nor "edges"`, reader.OtherFormat(r.fields))
	}
	return r.Done()
}

// Kinds of loss that only Oligrapher's maps have.
const (
	lossCaptions    = "captions on the map, left out"
	lossAnnotations = "annotations, the slides of the map’s story, left out"
)

// field reads a field of a map.
func (r *decoder) field(field string) error {
	r.fields = reader.Note(r.fields, field)
	switch field {
	case "nodes":
		r.lists++
		return r.each("nodes", r.readNode)
	case "edges":
		r.lists++
		return r.each("edges", r.readEdge)
	case "captions":
		return r.each("captions", func(string) error { return r.json.DropAs(lossCaptions) })
	case "annotations", "annotations_data":
		return r.annotations()
	case "graph", "graph_data", "attributes":
		return r.json.Object(`"`+field+`"`, r.field)
	case "title":
		return r.say("title")
	case "subtitle", "description":
		return r.say("summary")
	case "date", "version", "url", "shareUrl":
		return r.say(field)
	}
	return nil
}

// annotations skips the slides: a list, or an object with the list and the editor's
// state.
func (r *decoder) annotations() error {
	token, err := r.json.Next()
	slide := func() error { return r.json.DropAs(lossAnnotations) }
	switch {
	case err != nil:
		return err
	case token == json.Delim('['):
		return r.json.Items(slide)
	case token == json.Delim('{'):
		return r.json.Fields(func(field string) error {
			if field == "list" {
				return r.json.List(`"list"`, slide)
			}
			return nil
		})
	case token != nil && token != "":
		r.Losses.Drop(lossAnnotations, "annotations")
	}
	return nil
}

// say reads the metadata of the map.
func (r *decoder) say(name string) error {
	v, err := r.json.Value()
	if err != nil {
		return err
	}
	if v.Type == graph.JSON || r.Graph.Attributes.Find(name) >= 0 {
		if v.Text != "" {
			r.Losses.Drop(graph.LossField, strings.Join(r.json.Path, "."))
		}
		return nil
	}
	return r.Attribute(r.json.Line, name, v)
}

// each reads objects by id, or in a list.
func (r *decoder) each(what string, read func(id string) error) error {
	token, err := r.json.Next()
	if err != nil {
		return err
	}
	switch token {
	case json.Delim('['):
		return r.json.Items(func() error { return read("") })
	case json.Delim('{'):
		return r.json.Keyed(read)
	case nil:
		return nil
	}
	return r.Diagnostic(r.json.Line, "", `"`+what+`" is neither an object nor a list`, "write it as {ID: {…}}")
}

// thing reads the attributes of a node or an edge, including the displayed ones.
func (r *decoder) thing(id string) (as graph.Attributes, line int, err error) {
	line = r.json.Line
	first := true
	err = r.json.Object("a node or an edge", func(field string) error {
		if id == "" && first {
			line = r.json.Line
		}
		first = false
		if field == "display" {
			shown, err := r.json.Attributes(`"display"`)
			as = append(as, shown...)
			return err
		}
		v, err := r.json.Value()
		if err != nil {
			return err
		}
		as.Add(field, v)
		return r.Few(r.json.Line, len(as))
	})
	if as.Find("id") < 0 {
		as.Add("id", graph.TextOf(id))
	}
	return slices.DeleteFunc(as, func(a graph.Attribute) bool {
		if !slices.Contains(drawingNames, a.Name) {
			return false
		}
		r.Losses.Drop(graph.LossDrawing, a.Name)
		return true
	}), line, err
}

// drawingNames are fields about the drawing of nodes and edges.
var drawingNames = []string{
	"scale", "status", "edgeIds", "image", "dash", "x1", "y1", "x2", "y2", "cx", "cy", "cx1", "cy1", "s1", "s2", "xa", "ya", "xb", "yb", "is_reverse",
}

func (r *decoder) readNode(id string) error {
	as, line, err := r.thing(id)
	if err != nil {
		return err
	}
	return r.Node(graph.Node{ID: as.Take("id"), Label: as.Take("name"), Attributes: as, Line: line})
}

func (r *decoder) readEdge(id string) error {
	as, line, err := r.thing(id)
	if err != nil {
		return err
	}
	e := graph.Edge{ID: as.Take("id"), From: as.Take("node1_id"), To: as.Take("node2_id"), Label: as.Take("label"), Line: line}
	// Version 1 has only the presence of an arrow, version 2 its side, and version 3
	// its nodes.
	arrow := "is_directional"
	if as.Get("arrow") != "" {
		arrow = "arrow"
	}
	if d := graph.DirectionIn(as.Get(arrow)); d != graph.Unsaid {
		as.Take(arrow)
		e.Point(d, r.Losses)
	}
	e.Attributes = as
	return r.Edge(e)
}
