package file

import (
	"strconv"
	"strings"

	"proxynet/network"
)

// fields are the fields of a record in braces.
type fields []string

func (f *fields) text(field, value string) {
	if value != "" {
		*f = append(*f, field+": "+scalar(value))
	}
}

func (f *fields) label(field string, l network.Label, lang string) {
	if len(l) > 0 {
		*f = append(*f, field+": "+labelValue(l, lang))
	}
}

func (f *fields) date(d *network.Date) {
	if d != nil {
		*f = append(*f, "date: "+dateValue(d))
	}
}

func (f *fields) list(field string, items []string) {
	if len(items) > 0 {
		*f = append(*f, field+": "+flow(items))
	}
}

func (f fields) String() string { return "{" + strings.Join(f, ", ") + "}" }

// labelValue returns a label as the value of a field.
func labelValue(l network.Label, lang string) string {
	if len(l) == 1 && l[lang] != "" {
		return scalar(l[lang])
	}
	var f fields
	for _, tag := range sortedKeys(l) {
		f.text(scalar(tag), l[tag])
	}
	return f.String()
}

// vocabulary writes the terms that a network declares.
func (w *encoder) vocabulary(n *network.Network) {
	v := n.Vocabulary
	if v == nil {
		return
	}
	if len(v.Nodes)+len(v.Relations)+len(v.Facts) == 0 && len(v.Families) == 0 && v.Chain == nil {
		w.line("kinds: {}")
		return
	}
	if len(v.Nodes)+len(v.Relations)+len(v.Facts) > 0 {
		w.line("kinds:")
	}
	writeTerms(w, "  ", "nodes", v.Nodes, func(f *fields, t *network.NodeTerm) {
		f.text("id", string(t.Kind))
		f.label("label", t.Label, n.Lang)
		f.text("like", string(t.Like))
		f.text("shape", string(t.Shape))
		f.text("colour", string(t.Colour))
	})
	writeTerms(w, "  ", "relations", v.Relations, func(f *fields, t *network.RelationTerm) {
		f.text("id", string(t.Kind))
		f.label("label", t.Label, n.Lang)
		f.text("family", string(t.Family))
		if known := network.BuiltIn.RelationKind(t.Kind); t.Directed != (known == nil || known.Directed) {
			*f = append(*f, "directed: "+strconv.FormatBool(t.Directed))
		}
		if t.Chains {
			*f = append(*f, "chains: true")
		}
		f.text("line", string(t.Line))
		f.text("end", string(t.End))
	})
	writeTerms(w, "  ", "facts", v.Facts, func(f *fields, t *network.FactTerm) {
		f.text("id", string(t.Kind))
		f.label("label", t.Label, n.Lang)
		f.text("type", string(t.Type))
	})
	writeTerms(w, "", "families", v.Families, func(f *fields, t *network.FamilyTerm) {
		f.text("id", string(t.Family))
		f.label("label", t.Label, n.Lang)
		f.text("like", string(t.Like))
		f.text("colour", string(t.Colour))
		f.text("line", string(t.Line))
		f.text("end", string(t.End))
	})
	if c := v.Chain; c != nil {
		w.line("chains:")
		w.line("  one: " + labelValue(c.One, n.Lang))
		w.line("  other: " + labelValue(c.Other, n.Lang))
	}
}

func writeTerms[T any](w *encoder, indent, field string, terms []T, write func(*fields, *T)) {
	if len(terms) == 0 {
		return
	}
	w.line(indent + field + ":")
	for i := range terms {
		var f fields
		write(&f, &terms[i])
		w.line(indent + "  - " + f.String())
	}
}

// items writes a list of records, each in a line.
func (w *encoder) items(field string, lines []fields) {
	if len(lines) == 0 {
		return
	}
	w.line(field + ":")
	for _, f := range lines {
		w.line("  - " + f.String())
	}
}

func (w *encoder) against(list []network.Denial) {
	lines := make([]fields, len(list))
	for i, d := range list {
		lines[i].text("speaker", d.Speaker)
		lines[i].text("says", string(d.Says))
		lines[i].date(d.Date)
		lines[i].list("passages", d.Passages)
	}
	w.items("against", lines)
}

func (w *encoder) legal(list []network.Stage) {
	lines := make([]fields, len(list))
	for i, s := range list {
		lines[i].text("stage", string(s.Stage))
		lines[i].date(s.Date)
		lines[i].list("passages", s.Passages)
	}
	w.items("legal", lines)
}

func (w *encoder) facts(list []network.Fact) {
	lines := make([]fields, len(list))
	for i, fact := range list {
		lines[i].text("kind", string(fact.Kind))
		lines[i].text("value", fact.Value)
		lines[i].text("currency", fact.Currency)
		lines[i].list("passages", fact.Passages)
	}
	w.items("facts", lines)
}
