package format

import (
	"cmp"
	"fmt"
	"strconv"
	"unicode/utf16"
)

// labelStudioReader reads tasks as Label Studio exports them (JSON): their text, the
// regions that the first annotation of each marks in it, and the relations between
// these. https://labelstud.io/guide/task_format
type labelStudioReader struct {
	*mentions
	json      *jsonReader
	all       []*mention
	tasks     int
	relations int
}

func readLabelStudio(in *input, o *options, losses *Losses) (*Graph, error) {
	r := &labelStudioReader{mentions: newMentions(in, o, losses), json: newJSONReader(in, losses)}
	if err := r.json.each("a task", r.task); err != nil {
		return nil, err
	}
	if r.relations == 0 {
		return nil, r.fault(0, "", "none of its annotations relates two regions", "add relations in Label Studio, and export as JSON, not as JSON-MIN")
	}
	return r.finish(r.all)
}

// task reads a task that has begun.
func (r *labelStudioReader) task() error {
	r.tasks++
	name, line := "task "+strconv.Itoa(r.tasks), r.json.line
	var content string
	var annotations []Attributes
	err := r.json.fields(func(field string) error {
		switch field {
		case "data":
			as, err := r.json.attributes(`"data"`)
			if err != nil {
				return err
			}
			content = r.textOf(as)
		case "annotations", "completions":
			return r.json.list(`"`+field+`"`, func() error {
				as, err := r.json.attributes("an annotation")
				if err != nil {
					return err
				}
				if as.get("was_cancelled") == "true" || len(annotations) > 0 {
					r.losses.add(1, "cancelled and further annotations of the same task, left out", name)
					return nil
				}
				annotations = append(annotations, as)
				return r.fits(r.json.line, name, as, 0)
			})
		case "predictions":
			return r.json.dropAs("predictions, left out")
		case "id", "inner_id", "project", "created_at", "updated_at", "updated_by", "total_annotations", "cancelled_annotations", "total_predictions":
			return r.json.drop()
		}
		return nil
	})
	if err != nil {
		return err
	}
	d := r.newDocument(name, content)
	for _, a := range annotations {
		results := a.takeAll("result")
		for _, rest := range a {
			r.losses.drop(lossField, "annotations."+rest.Name)
		}
		if err := r.results(d, results, line); err != nil {
			return err
		}
	}
	return r.fits(line, name, nil, len(content))
}

// textOf returns the text among the data of a task: “text”, or else the longest.
func (r *labelStudioReader) textOf(as Attributes) string {
	at := as.find("text")
	for i, a := range as {
		if a.Value.Type == Text && (at < 0 || as.find("text") < 0 && len(a.Value.Text) > len(as[at].Value.Text)) {
			at = i
		}
	}
	for i, a := range as {
		if i != at {
			r.losses.drop(lossField, "data."+a.Name)
		}
	}
	if at < 0 {
		return ""
	}
	return as[at].Value.Text
}

// results reads the regions and the relations of an annotation.
func (r *labelStudioReader) results(d *document, results []Value, line int) error {
	id := func(id string) string { return fmt.Sprintf("%s, region %s", d.name, id) }
	var relations []Attributes
	for _, v := range results {
		as := fieldsOf(v)
		if as.get("type") == "relation" {
			relations = append(relations, as)
			continue
		}
		var value Attributes
		for _, v := range as.takeAll("value") {
			value = fieldsOf(v)
		}
		sort := as.take("type")
		one := &mention{id: id(as.take("id")), line: line, of: d, words: value.take("text")}
		for _, label := range value.takeAll(sort) {
			if one.sort == "" {
				one.sort = label.Text
			} else {
				one.attributes.add("label", label)
			}
		}
		start, err := strconv.Atoi(value.take("start"))
		end, err2 := strconv.Atoi(value.take("end"))
		if err != nil || err2 != nil {
			r.losses.add(1, "results that mark no words, left out", cmp.Or(sort, one.id))
			continue
		}
		one.start, one.end = start, end
		if err := r.check(one); err != nil {
			return err
		}
		for _, field := range []string{"from_name", "to_name", "origin"} {
			as.take(field)
		}
		one.attributes = append(one.attributes, append(value, as...).flat()...)
		r.all = append(r.all, one)
		if err := r.add(one); err != nil {
			return err
		}
	}
	for _, as := range relations {
		r.relations++
		from, to, sort := as.take("from_id"), as.take("to_id"), ""
		for _, label := range as.takeAll("labels") {
			if sort == "" {
				sort = label.Text
			} else {
				as.add("label", label)
			}
		}
		switch as.take("direction") {
		case "left":
			from, to = to, from
		case "bi":
			as.add(attrDirected, truth(false))
		}
		as.take("type")
		if err := r.relate(d.name, id(from), id(to), sort, as.flat(), line); err != nil {
			return err
		}
	}
	return nil
}

// check places a region in the text. Its place counts code points or, as browsers do,
// units of UTF-16; the words that it marks tell which.
func (r *labelStudioReader) check(one *mention) error {
	text := one.of.text
	if one.start >= 0 && one.start < one.end && one.end <= len(text) {
		if words := string(text[one.start:one.end]); one.words == "" || one.words == words {
			one.words = words
			return nil
		}
	}
	if units := utf16.Encode(text); one.start >= 0 && one.start < one.end && one.end <= len(units) && string(utf16.Decode(units[one.start:one.end])) == one.words {
		one.start = len(utf16.Decode(units[:one.start]))
		one.end = one.start + len([]rune(one.words))
		return nil
	}
	return r.fault(one.line, one.id, fmt.Sprintf("it marks %s, which is not there in the text", show(one.words)), "export the tasks again from Label Studio")
}
