// Package labelstudio reads texts annotated with Label Studio.
package labelstudio

import (
	"cmp"
	"fmt"
	"strconv"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/mention"
	"proxynet/network/format/internal/reader"
)

// Read reads tasks as Label Studio exports them (JSON): their text, the regions in the
// first annotation of each, and the relations between these.
// https://labelstud.io/guide/task_format
func Read(in *reader.Input, o *reader.Options, losses *graph.Losses) (*graph.Graph, error) {
	return mention.ReadDocuments(in, o, losses, "task", "none of its annotations relates two regions", "add relations in Label Studio, and export as JSON, not as JSON-MIN", task)
}

// task reads the rest of a task.
func task(r *mention.Documents, name string) error {
	line := r.JSON.Line
	var content string
	var annotations []graph.Attributes
	err := r.JSON.Fields(func(field string) error {
		switch field {
		case "data":
			as, err := r.JSON.Attributes(`"data"`)
			if err != nil {
				return err
			}
			content = textOf(r, as)
		case "annotations", "completions":
			return r.JSON.List(`"`+field+`"`, func() error {
				as, err := r.JSON.Attributes("an annotation")
				if err != nil {
					return err
				}
				if as.Get("was_cancelled") == "true" || len(annotations) > 0 {
					r.Losses.Add(1, "cancelled and further annotations of the same task, left out", name)
					return nil
				}
				annotations = append(annotations, as)
				return r.Fits(r.JSON.Line, name, as, 0)
			})
		case "predictions":
			return r.JSON.DropAs("predictions, left out")
		case "id", "inner_id", "project", "created_at", "updated_at", "updated_by", "total_annotations", "cancelled_annotations", "total_predictions":
			return r.JSON.Drop()
		}
		return nil
	})
	if err != nil {
		return err
	}
	d := r.NewDocument(name, content)
	for _, a := range annotations {
		results := a.TakeAll("result")
		for _, rest := range a {
			r.Losses.Drop(graph.LossField, "annotations."+rest.Name)
		}
		if err := readResults(r, d, results, line); err != nil {
			return err
		}
	}
	return r.Fits(line, name, nil, len(content))
}

// textOf returns the text in the data of a task: “text”, otherwise the longest one.
func textOf(r *mention.Documents, as graph.Attributes) string {
	at := as.Find("text")
	for i, a := range as {
		if a.Value.Type == graph.Text && (at < 0 || as.Find("text") < 0 && len(a.Value.Text) > len(as[at].Value.Text)) {
			at = i
		}
	}
	for i, a := range as {
		if i != at {
			r.Losses.Drop(graph.LossField, "data."+a.Name)
		}
	}
	if at < 0 {
		return ""
	}
	return as[at].Value.Text
}

// readResults reads the regions and the relations of an annotation.
func readResults(r *mention.Documents, d *mention.Document, results []graph.Value, line int) error {
	id := func(id string) string { return fmt.Sprintf("%s, region %s", d.Name, id) }
	var regions []*mention.Mention
	var relations []graph.Attributes
	for _, v := range results {
		as := graph.FieldsOf(v)
		if as.Get("type") == "relation" {
			relations = append(relations, as)
			continue
		}
		var value graph.Attributes
		for _, v := range as.TakeAll("value") {
			value = graph.FieldsOf(v)
		}
		sort := as.Take("type")
		one := &mention.Mention{ID: id(as.Take("id")), Line: line, Of: d, Words: value.Take("text")}
		for _, label := range value.TakeAll(sort) {
			if one.Sort == "" {
				one.Sort = label.Text
			} else {
				one.Attributes.Add("label", label)
			}
		}
		start, err := strconv.Atoi(value.Take("start"))
		end, err2 := strconv.Atoi(value.Take("end"))
		switch {
		case one.Words != "" && value.Get("startOffset") != "": // in HTML or a dialogue, whose start and end are parts
			for _, field := range []string{"startOffset", "endOffset", "globalOffsets"} {
				value.TakeAny([]string{field})
			}
			r.Losses.Add(1, "places of regions in HTML and in dialogues, left out", "")
		case err != nil || err2 != nil:
			r.Losses.Add(1, "results that mark no words, left out", cmp.Or(sort, one.ID))
			continue
		default:
			one.Start, one.End = start, end
		}
		for _, field := range []string{"from_name", "to_name", "origin"} {
			as.Take(field)
		}
		one.Attributes = append(one.Attributes, append(value, as...).Flat()...)
		regions = append(regions, one)
	}
	if err := r.InDocument(d, regions, "Label Studio"); err != nil {
		return err
	}
	for _, one := range regions {
		if err := r.Add(one); err != nil {
			return err
		}
	}
	for _, as := range relations {
		from, to, sort := as.Take("from_id"), as.Take("to_id"), ""
		for _, label := range as.TakeAll("labels") {
			if sort == "" {
				sort = label.Text
			} else {
				as.Add("label", label)
			}
		}
		switch as.Take("direction") {
		case "left":
			from, to = to, from
		case "bi":
			as.Add(graph.AttrDirected, graph.BooleanOf(false))
		}
		as.Take("type")
		if err := r.Relate(d.Name, id(from), id(to), sort, as.Flat(), line); err != nil {
			return err
		}
	}
	return nil
}
