package file

import (
	"errors"

	"go.yaml.in/yaml/v4"

	"proxynet/network"
)

// date returns a field that is a date: an EDTF expression, or a record with one;
// nil if the field is missing. means lists what the date may claim.
func (r *record) date(field string, means ...network.Meaning) *network.Date {
	n := r.unfold(r.take(field))
	if n == nil {
		return nil
	}
	if n.Kind == yaml.ScalarNode {
		return r.edtf(n)
	}
	rec := r.record(n, r.name)
	if rec == nil {
		return nil
	}
	d := rec.edtf(rec.need("edtf"))
	var claim network.Meaning
	if len(means) > 0 && rec.take("means") != nil {
		claim = choice(rec, "means", means, "")
	}
	words, resolved, note := rec.words("words"), rec.flag("resolved", false), rec.words("note")
	rec.done()
	if resolved && note == "" {
		rec.fault(rec.at("resolved"), r.name, "the date is resolved from outside the source, and no note says how", "add “note: …” to it")
	}
	if d == nil {
		return nil
	}
	setMeaning(d, claim)
	d.Words, d.Resolved, d.Note = words, resolved, note
	return d
}

// unfold returns what an alias stands for, and any other node as it is. Several
// claims often share a date and the note on how it was resolved.
func (r *record) unfold(n *yaml.Node) *yaml.Node {
	if n == nil || n.Kind != yaml.AliasNode {
		return n
	}
	r.unfolded += 1 + len(n.Alias.Content)
	if r.unfolded > maxUnfolded {
		r.fault(n.Line, r.name, "the aliases up to here unfold into too much", "write out what *"+n.Value+" stands for")
		return nil
	}
	return n.Alias
}

// edtf returns the date that a value stands for. YAML takes some dates for
// numbers or timestamps, so the value is read as it was written.
func (r *record) edtf(n *yaml.Node) *network.Date {
	if n == nil {
		return nil
	}
	if n.Kind != yaml.ScalarNode {
		r.wrongType(n, r.name, "a date must be an EDTF expression", "write such as 1980, 2020-01-03 or 2020/..")
		return nil
	}
	d, err := ParseDate(n.Value)
	if err != nil {
		var bad *DateError
		if errors.As(err, &bad) {
			r.fault(n.Line, r.name, bad.Problem, bad.Mend)
		}
		return nil
	}
	return &d
}
