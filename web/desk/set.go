package desk

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/file/edit"
	"proxynet/network/file/suggest"
	"proxynet/network/message"
)

// fieldAct changes fields of records and of the network.
type fieldAct struct{ *change }

// set changes a field.
func (c fieldAct) set() error {
	id := c.ID
	if id == c.n.ID {
		id = ""
	}
	if c.Field == "" || c.Field == "id" {
		return message.Errorf("name the field that is set; an id is changed by “rename”")
	}
	value, err := yamlOf(c.Value)
	if err != nil {
		return message.Errorf("%s: %w", c.Field, err)
	}
	if texts, ok := textsOf(c.Value); ok {
		c.SetList(id, c.Field, texts...)
	} else {
		c.Set(id, c.Field, value)
	}
	if c.Field == "status" && c.Value != string(network.Implied) && c.inferred(id) {
		c.Set(id, "inference", "")
	}
	if c.Field == "status" && c.Inference != "" {
		c.Set(id, "inference", file.Scalar(c.Inference))
	}
	if c.Field == "speaker" && c.Manner != "" {
		c.Set(id, "manner", file.Scalar(c.Manner))
	} else if c.Field == "speaker" && (c.Value == nil || c.Value == "" || c.Value == voiceOf(c.n)) {
		c.Set(id, "manner", "")
	}
	return nil
}

// textsOf returns a list of texts that aren't empty.
func textsOf(value any) (texts []string, ok bool) {
	items, ok := value.([]any)
	for _, item := range items {
		text, is := item.(string)
		if ok = ok && is && strings.TrimSpace(text) != ""; !ok {
			return nil, false
		}
		texts = append(texts, text)
	}
	return texts, ok
}

// inferred reports whether a relation has an inference.
func (c fieldAct) inferred(id string) bool {
	r, ok := recordOf(c.n, id).(*network.Relation)
	return ok && r.Inference != ""
}

// yamlOf returns a JSON value as one line of YAML, "" if it is empty.
func yamlOf(value any) (string, error) {
	switch v := value.(type) {
	case nil:
		return "", nil
	case string:
		if strings.TrimSpace(v) == "" {
			return "", nil
		}
		return file.Scalar(strings.Join(strings.FieldsFunc(v, func(c rune) bool { return c == '\n' || c == '\r' }), " ")), nil
	case bool:
		return fmt.Sprint(v), nil
	case float64:
		data, err := json.Marshal(v)
		return string(data), err
	case []any:
		if len(v) == 0 {
			return "", nil
		}
		items := make([]string, len(v))
		for i, o := range v {
			text, err := yamlOf(o)
			if err != nil {
				return "", err
			}
			items[i] = cmp.Or(text, `""`)
		}
		return "[" + strings.Join(items, ", ") + "]", nil
	case map[string]any:
		keys := make([]string, 0, len(v))
		for k := range v {
			keys = append(keys, k)
		}
		slices.SortFunc(keys, func(a, b string) int { return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(a, b)) })
		var fields []edit.Field
		for _, k := range keys {
			text, err := yamlOf(v[k])
			if err != nil {
				return "", err
			}
			if date, is := v[k].(string); is && k == "edtf" {
				if d, err := file.ParseDate(date); err == nil {
					text = d.EDTF
				}
			}
			if text != "" {
				fields = append(fields, edit.Field{Name: file.Scalar(k), Value: text})
			}
		}
		if fields == nil {
			return "", nil
		}
		return edit.Record(fields...), nil
	}
	return "", message.Errorf("a value can't be %T", value)
}

// place returns the usual position of a field in a record.
func place(field string) int {
	order := strings.Fields("edtf means words resolved note speaker says kind value currency stage date node role from to select focus hide asOf remove chain size light near passages")
	if at := slices.Index(order, field); at >= 0 {
		return at
	}
	return len(order)
}

func (c fieldAct) meta() error {
	for _, f := range []struct {
		name  string
		value *string
	}{{"title", c.Title}, {"summary", c.Summary}, {"headline", c.Headline}, {"lead-caption", c.Caption}, {"lang", c.Lang}, {"root", c.Root}} {
		if f.value == nil {
			continue
		}
		value, err := yamlOf(*f.value)
		if err != nil {
			return err
		}
		c.Set("", f.name, value)
	}
	if c.Lead != nil {
		c.SetList("", "lead", c.Lead...)
	}
	return nil
}

func (c fieldAct) reverse() error {
	id := cmp.Or(c.Relation, c.ID)
	c.Reverse(id)
	if c.Verb != "" {
		c.Set(id, "verb", file.Scalar(c.Verb))
	}
	return nil
}

func (c fieldAct) accept() error {
	if strings.TrimSpace(c.Why) == "" {
		return message.Errorf("write why it is kept as it is")
	}
	of := edit.Text("of", c.ID)
	if c.Words != "" {
		of = edit.Text("words", c.Words)
	}
	c.Insert("accept", "", edit.Text("rule", c.Rule), of, edit.Text("why", c.Why))
	return nil
}

func (c fieldAct) raise() error {
	for i, a := range c.e.document.Accepted {
		if c.Line > 0 && a.Line == c.Line || c.Line == 0 && a.Rule == c.Rule && (a.Of == c.ID || c.Words != "" && a.Words == c.Words) {
			c.DropTop("accept", i)
			return nil
		}
	}
	return message.Errorf("the network accepts no such warning")
}

// stepAct makes and moves the steps of the story.
type stepAct struct{ *change }

func (c stepAct) step() error {
	text := strings.TrimSpace(c.Text)
	if text == "" {
		return message.Errorf("write the text of the step")
	}
	title := text
	if c.Title != nil && strings.TrimSpace(*c.Title) != "" {
		title = *c.Title
	} else if words := strings.Fields(text); len(words) > 5 {
		title = strings.Join(words[:5], " ") + " …"
	}
	passages := c.Passages
	if len(passages) == 0 && c.Selection != nil {
		id, _, err := c.passage()
		if err != nil {
			return err
		}
		passages = []string{id}
	}
	if len(passages) == 0 {
		return message.Errorf("choose the passages that say so")
	}
	value, err := yamlOf(text)
	if err != nil {
		return err
	}
	id := c.NewID(cmp.Or(c.ID, suggest.ID(title, "step")))
	fields := []edit.Field{edit.Text("id", id), edit.Text("title", title), {Name: "text", Value: value}, edit.IDs("passages", passages...)}
	if state := c.state(); state != "" {
		fields = append(fields, edit.Field{Name: "state", Value: state})
	}
	c.Insert("story", c.After, fields...)
	c.made = append(c.made, id)
	return nil
}

// state returns the state of a step as YAML, "" for the default.
func (c stepAct) state() string {
	var fields []edit.Field
	text := func(name, value string) {
		if value != "" {
			fields = append(fields, edit.Text(name, value))
		}
	}
	list := func(name string, values []string) {
		if len(values) > 0 {
			fields = append(fields, texts(name, values))
		}
	}
	text("select", c.Select)
	text("focus", c.Focus)
	list("hide", c.Hide)
	text("asOf", c.AsOf)
	list("remove", c.Remove)
	if c.Chain != nil {
		fields = append(fields, edit.Field{Name: "chain", Value: edit.Record(edit.Text("from", c.Chain.From), edit.Text("to", c.Chain.To))})
	}
	text("size", c.Size)
	list("light", c.Show)
	list("near", c.Near)
	if fields == nil {
		return ""
	}
	return edit.Record(fields...)
}

// move moves a step of the story.
func (c stepAct) move() error {
	after := c.After
	if after == "" {
		after = edit.First
	}
	c.Move("story", c.ID, after)
	return nil
}

// splitAct makes two records of one.
type splitAct struct{ *change }

// split splits a relation or a node in two. The new record gets the act's passages
// and, for a node, the act's relations.
func (c splitAct) split() error {
	have := citedOf(c.n, c.ID)
	if len(c.Passages) == 0 {
		return message.Errorf("choose the passages of the new one")
	}
	switch r := recordOf(c.n, c.ID).(type) {
	case *network.Relation:
		return c.splitRelation(r, have)
	case *network.Node:
		return c.splitNode(r)
	}
	return message.Errorf("there is no name or relation %s", c.ID)
}

func (c splitAct) splitRelation(r *network.Relation, have []string) error {
	if err := c.leave(have); err != nil {
		return err
	}
	id := c.NewID(r.ID)
	fields := []edit.Field{
		edit.Text("id", id), edit.Text("from", r.From), edit.Text("to", r.To),
		edit.Text("kind", cmp.Or(c.Kind, string(r.Kind))), edit.Text("verb", cmp.Or(c.Verb, r.Verb)),
	}
	if r.Status != network.Stated {
		fields = append(fields, edit.Text("status", string(r.Status)))
	}
	if r.Inference != "" {
		fields = append(fields, edit.Text("inference", r.Inference))
	}
	c.Insert("relations", r.ID, append(fields, edit.IDs("passages", c.Passages...))...)
	c.made = append(c.made, id)
	return nil
}

// leave removes the act's passages from a record, and fails if none would be left.
func (c splitAct) leave(have []string) error {
	left := slices.DeleteFunc(slices.Clone(have), func(id string) bool { return slices.Contains(c.Passages, id) })
	if len(left) == 0 || len(left)+len(c.Passages) != len(have) {
		return message.Errorf("choose some of its passages, and leave some")
	}
	c.SetList(c.ID, "passages", left...)
	return nil
}

func (c splitAct) splitNode(o *network.Node) error {
	if c.Label == "" {
		return message.Errorf("write the name of the new one")
	}
	left := slices.DeleteFunc(slices.Clone(o.Passages), func(id string) bool { return slices.Contains(c.Passages, id) })
	if len(left) > 0 && len(left) < len(o.Passages) { // otherwise both keep them
		c.SetList(c.ID, "passages", left...)
	}
	id := c.NewID(suggest.ID(c.Label, "name"))
	c.Insert("nodes", o.ID, edit.Text("id", id), edit.Text("label", c.Label), edit.Text("kind", cmp.Or(c.Kind, string(o.Kind))), edit.IDs("passages", c.Passages...))
	c.made = append(c.made, id)
	for i := range c.n.Relations {
		r := &c.n.Relations[i]
		if !slices.Contains(c.Relations, r.ID) {
			continue
		}
		if r.From == o.ID {
			c.Set(r.ID, "from", id)
		}
		if r.To == o.ID {
			c.Set(r.ID, "to", id)
		}
	}
	return nil
}
