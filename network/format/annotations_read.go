package format

import (
	"cmp"
	"encoding/json"
	"strconv"
)

// annotationReader reads Web Annotations of the W3C: those that mark words, and
// those with the motivation "linking" that relate two of them, as RecogitoJS
// writes them.
type annotationReader struct {
	*mentions
	json  *jsonReader
	all   []*mention
	links []annotationLink
}

// annotationLink is an annotation that relates two others.
type annotationLink struct {
	id, from, to, verb string
	line               int
}

func readAnnotations(in *input, o *options, losses *Losses) (*Graph, error) {
	r := &annotationReader{mentions: newMentions(in, o, losses), json: newJSONReader(in, losses)}
	r.needArticle()
	token, err := r.json.next()
	if err != nil {
		return nil, err
	}
	switch token {
	case json.Delim('['):
		err = r.json.items(r.item)
	case json.Delim('{'):
		err = r.json.fields(r.page)
	default:
		err = r.fault(r.json.line, "", "the file is neither a list nor an object", "name the file’s format with --format")
	}
	if err == nil {
		err = r.json.end()
	}
	if err != nil {
		return nil, err
	}
	if len(r.links) == 0 {
		return nil, r.fault(0, "", "no annotation in it relates two others", "add annotations with the motivation “linking” whose targets are the ids of two others")
	}
	for _, l := range r.links {
		if err := r.relate(l.id, l.from, l.to, l.verb, nil, l.line); err != nil {
			return nil, err
		}
	}
	return r.finish(r.all)
}

// page reads a field of a collection or a page of annotations.
func (r *annotationReader) page(field string) error {
	switch field {
	case "items":
		return r.json.list(`"items"`, r.item)
	case "first":
		return r.json.object(`"first"`, r.page)
	case "@context", "type", "partOf", "startIndex", "total":
		_, err := r.json.value()
		return err
	case "label":
		v, err := r.json.value()
		if err != nil {
			return err
		}
		return r.attribute(r.json.line, attrTitle, v)
	}
	return nil
}

// things returns the fields of a thing, or of several in a list, each of which may
// be a text that stands for its id.
func things(v Value) []Attributes {
	var list []json.RawMessage
	if v.Type != JSON || json.Unmarshal([]byte(v.Text), &list) != nil {
		if v.Type != JSON && v.Text != "" {
			return []Attributes{{{"id", v}}}
		}
		return []Attributes{fieldsOf(v)}
	}
	var all []Attributes
	for _, one := range list {
		all = append(all, things(valueOf(one))...)
	}
	return all
}

// unknown reports the fields that are left of a part of an annotation.
func (r *annotationReader) unknown(path string, as Attributes) {
	for _, a := range as {
		r.losses.drop(lossField, path+"."+a.Name)
	}
}

// item reads an annotation.
func (r *annotationReader) item() error {
	as, err := r.json.attributes("an annotation")
	if err != nil {
		return err
	}
	line := r.json.line
	id, motivation := as.take("id"), as.take("motivation")
	bodies, targets := things(as.takeAny([]string{"body"})), things(as.takeAny([]string{"target"}))
	as.take("type")
	as.take("@context")
	for _, a := range as {
		r.losses.drop(lossField, a.Name)
	}
	tag := ""
	for _, b := range bodies {
		purpose, value := b.take("purpose"), b.take("value")
		b.take("type")
		switch {
		case value == "":
		case tag == "" && (purpose == "" || purpose == "tagging" || purpose == "classifying"):
			tag = value
		default:
			r.losses.drop("comments and further tags of annotations, left out", "body.value")
		}
		r.unknown("body", b)
	}
	if motivation == "linking" && len(targets) == 2 && targets[0].get("id") != "" && targets[1].get("id") != "" {
		if len(r.links) == r.limits.Edges {
			return r.tooManyEdges(line)
		}
		r.links = append(r.links, annotationLink{id, targets[0].take("id"), targets[1].take("id"), tag, line})
		r.unknown("target", targets[0])
		r.unknown("target", targets[1])
		return r.fits(line, id, nil, len(id)+len(tag))
	}
	one := &mention{id: id, sort: tag, line: line}
	for _, t := range targets {
		for _, s := range things(t.takeAny([]string{"selector"})) {
			one.words = cmp.Or(one.words, s.take("exact"))
			start, err := strconv.Atoi(s.get("start"))
			end, err2 := strconv.Atoi(s.get("end"))
			if err == nil && err2 == nil && start >= 0 && end > start {
				one.start, one.end = start, end
				s.take("start")
				s.take("end")
			}
			s.take("type")
			r.unknown("target.selector", s)
		}
		t.take("type")
		r.unknown("target", t)
	}
	if one.words == "" || one.id == "" {
		r.losses.add(1, "annotations that neither quote words nor relate two others, left out", clip(id))
		return nil
	}
	r.all = append(r.all, one)
	return r.add(one)
}
