// Package annotations reads and writes the Web Annotations of the W3C in JSON-LD.
package annotations

import (
	"cmp"
	"encoding/json"
	"strconv"
	"strings"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/mention"
	"proxynet/network/format/internal/reader"
)

// decoder reads Web Annotations of the W3C: annotations of words, and annotations with
// the motivation "linking" that relate two others, as RecogitoJS writes them.
type decoder struct {
	*mention.Mentions
	json  *reader.JSON
	all   []*mention.Mention
	links []annotationLink
	tags  map[string]string // links by id
}

// annotationLink is an annotation that relates two others.
type annotationLink struct {
	id, from, to, verb string
	line               int
}

// Read reads Web Annotations, as RecogitoJS and others write them.
func Read(in *reader.Input, o *reader.Options, losses *graph.Losses) (*graph.Graph, error) {
	r := &decoder{Mentions: mention.New(in, o, losses), json: reader.NewJSON(in, losses), tags: map[string]string{}}
	r.NeedArticle()
	token, err := r.json.Next()
	if err != nil {
		return nil, err
	}
	switch token {
	case json.Delim('['):
		err = r.json.Items(r.item)
	case json.Delim('{'):
		err = r.json.Fields(r.page)
	default:
		err = r.Diagnostic(r.json.Line, "", "the file is neither a list nor an object", "name the file’s format with --format")
	}
	if err == nil {
		err = r.json.End()
	}
	if err != nil {
		return nil, err
	}
	if len(r.links) == 0 {
		return nil, r.Diagnostic(0, "", "no annotation in it relates two others", "add annotations with the motivation “linking” whose targets are the ids of two others")
	}
	if err := r.InArticle(r.all, true); err != nil {
		return nil, err
	}
	for _, l := range r.links {
		if err := r.Relate(l.id, l.from, l.to, cmp.Or(l.verb, r.tags[l.id]), nil, l.line); err != nil {
			return nil, err
		}
	}
	return r.Finish(r.all)
}

// idOf takes the id of a thing, which JSON-LD may write as @id.
func idOf(as *graph.Attributes) string { return as.TakeAny([]string{"id", "@id"}).Text }

// word returns a text without its prefix, as in oa:linking, or the first of a list.
func word(v graph.Value) string {
	var list []string
	if v.Type == graph.JSON && json.Unmarshal([]byte(v.Text), &list) == nil && len(list) > 0 {
		v.Text = list[0]
	}
	return strings.TrimPrefix(v.Text, "oa:")
}

// page reads a field of a collection or page of annotations.
func (r *decoder) page(field string) error {
	switch field {
	case "items":
		return r.json.List(`"items"`, r.item)
	case "first":
		return r.json.Object(`"first"`, r.page)
	case "@context", "type", "partOf", "startIndex", "total":
		_, err := r.json.Value()
		return err
	case "label":
		v, err := r.json.Value()
		if err != nil {
			return err
		}
		return r.Attribute(r.json.Line, graph.AttrTitle, v)
	}
	return nil
}

// things returns the fields of an object, or of each object in a list. An object may
// also be a string, its id.
func things(v graph.Value) []graph.Attributes {
	var list []json.RawMessage
	if v.Type != graph.JSON || json.Unmarshal([]byte(v.Text), &list) != nil {
		if v.Type != graph.JSON && v.Text != "" {
			return []graph.Attributes{{{Name: "id", Value: v}}}
		}
		return []graph.Attributes{graph.FieldsOf(v)}
	}
	var all []graph.Attributes
	for _, one := range list {
		all = append(all, things(graph.ValueOf(one))...)
	}
	return all
}

// unknown reports the unread fields of a part of an annotation.
func (r *decoder) unknown(path string, as graph.Attributes) {
	for _, a := range as {
		r.Losses.Drop(graph.LossField, path+"."+a.Name)
	}
}

// item reads an annotation.
func (r *decoder) item() error {
	as, err := r.json.Attributes("an annotation")
	if err != nil {
		return err
	}
	line := r.json.Line
	id, motivation := idOf(&as), word(as.TakeAny([]string{"motivation"}))
	bodies, targets := things(as.TakeAny([]string{"body"})), things(as.TakeAny([]string{"target"}))
	for _, name := range []string{"type", "@type", "@context"} {
		as.Take(name)
	}
	for _, a := range as {
		r.Losses.Drop(graph.LossField, a.Name)
	}
	tag := ""
	for _, b := range bodies {
		purpose, value := b.Take("purpose"), b.Take("value")
		b.Take("type")
		switch {
		case value == "":
		case tag == "" && (purpose == "" || purpose == "tagging" || purpose == "classifying"):
			tag = value
		default:
			r.Losses.Drop("comments and further tags of annotations, left out", "body.value")
		}
		r.unknown("body", b)
	}
	// Two targets, or a body and a target, as in Annotorious; the words are in an
	// annotation of the link.
	if motivation == "linking" && len(targets) == 1 && len(bodies) == 1 && bodies[0].Get("id") != "" {
		targets = append(targets, bodies[0])
		bodies = nil
	}
	if motivation == "linking" && len(targets) == 2 && targets[0].Get("id") != "" && targets[1].Get("id") != "" {
		if len(r.links) == r.Limits.Edges {
			return r.TooManyEdges(line)
		}
		r.links = append(r.links, annotationLink{id, targets[0].Take("id"), targets[1].Take("id"), tag, line})
		r.unknown("target", targets[0])
		r.unknown("target", targets[1])
		return r.Fits(line, id, nil, len(id)+len(tag))
	}
	one := &mention.Mention{ID: id, Sort: tag, Line: line}
	for _, t := range targets {
		if of := t.Get("id"); of != "" && tag != "" && len(t) == 1 {
			r.tags[of] = tag
			return r.Fits(line, id, nil, len(of)+len(tag))
		}
		for _, s := range things(t.TakeAny([]string{"selector"})) {
			if one.Words == "" {
				one.Words, one.Before, one.After = s.Take("exact"), s.Take("prefix"), s.Take("suffix")
			}
			start, err := strconv.Atoi(s.Get("start"))
			end, err2 := strconv.Atoi(s.Get("end"))
			if err == nil && err2 == nil && start >= 0 && end > start {
				one.Start, one.End = start, end
				s.Take("start")
				s.Take("end")
			}
			s.Take("type")
			r.unknown("target.selector", s)
		}
		t.Take("type")
		r.unknown("target", t)
	}
	if one.Words == "" || one.ID == "" {
		r.Losses.Add(1, "annotations that neither quote words nor relate two others, left out", graph.Clip(id))
		return nil
	}
	r.all = append(r.all, one)
	return r.Add(one)
}
