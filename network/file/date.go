package file

import (
	"errors"

	"go.yaml.in/yaml/v4"

	"proxynet/network"
	"proxynet/network/message"
)

// dateReader reads the dates of a record.
type dateReader struct{ *record }

// date returns a field that is a date: an EDTF expression, a date in words, or a record
// with either; nil if the field is missing. means lists the meanings that it may have.
func (r dateReader) date(field string, means ...network.Meaning) *network.Date {
	n := r.unfold(r.take(field))
	if n == nil {
		return nil
	}
	if n.Kind == yaml.ScalarNode {
		return r.dateOf(n, dateField{field: field, means: means})
	}
	rec := r.recordOf(n, r.name)
	if rec == nil {
		return nil
	}
	var claim network.Meaning
	if len(means) > 0 && rec.take("means") != nil {
		claim = choice(rec, "means", means, "")
	}
	d := r.dateOf(rec.need("edtf"), dateField{field: field, means: means, given: claim, inside: true})
	words, resolved, note := rec.words("words"), rec.flag("resolved", false), rec.words("note")
	rec.done()
	if resolved && note == "" {
		rec.report(rec.at("resolved"), r.name, message.New("the date is resolved from outside the source, but has no note"), message.New("add “note: …” to it"))
	}
	if d == nil {
		return nil
	}
	d.Words, d.Resolved, d.Note = words, resolved, note
	return d
}

// unfold returns the node that an alias refers to, and any other node unchanged.
// Several claims often share a date and the note on how it was resolved.
func (r dateReader) unfold(n *yaml.Node) *yaml.Node {
	if n == nil || n.Kind != yaml.AliasNode {
		return n
	}
	r.unfolded += 1 + len(n.Alias.Content)
	if r.unfolded > maxUnfolded {
		r.report(n.Line, r.name, message.New("the aliases up to here expand to too much"), message.New("write out the value of *%s", n.Value))
		return nil
	}
	return n.Alias
}

// dateField describes the field of a date.
type dateField struct {
	field  string
	means  []network.Meaning // allowed in this field
	given  network.Meaning   // in the file; "" for none
	inside bool              // it is the “edtf” of a record
}

// dateOf parses a value as a date. It reads the value as written, since YAML turns some
// dates into numbers or timestamps.
func (r dateReader) dateOf(n *yaml.Node, at dateField) *network.Date {
	if n == nil {
		return nil
	}
	if n.Kind != yaml.ScalarNode {
		r.wrongType(n, r.name, message.New("a date must be an EDTF expression"), message.New("write for example 1980, 2020-01-03 or 2020/.."))
		return nil
	}
	d, err := ParseDate(n.Value)
	if err == nil {
		setMeaning(&d, at.given)
		return &d
	}
	w, asWritten := r.writtenDate(n, at, err)
	var bad *ValueError
	if errors.As(asWritten, &bad) {
		r.report(n.Line, r.name, bad.Problem, bad.Fix)
		return nil
	}
	r.dates = append(r.dates, w)
	return &w.Date
}
