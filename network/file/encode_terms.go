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

// vocabulary writes the declared terms of a network.
func (w *encoder) vocabulary(n *network.Network) {
	v := n.Vocabulary
	if v == nil {
		return
	}
	switch kinds := len(v.Nodes) + len(v.Relations) + len(v.Facts); {
	case kinds > 0:
		w.line("kinds:")
	case len(v.Families) == 0 && v.Chain == nil:
		w.line("kinds: {}")
	}
	writeRecords(w, "  ", "nodes", v.Nodes, func(f *fields, t *network.NodeTerm) {
		f.text("id", string(t.Kind))
		f.label("label", t.Label, n.Lang)
		f.text("like", string(t.Like))
		f.text("shape", string(t.Shape))
		f.text("colour", string(t.Colour))
	})
	writeRecords(w, "  ", "relations", v.Relations, func(f *fields, t *network.RelationTerm) {
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
	writeRecords(w, "  ", "facts", v.Facts, func(f *fields, t *network.FactTerm) {
		f.text("id", string(t.Kind))
		f.label("label", t.Label, n.Lang)
		f.text("type", string(t.Type))
	})
	writeRecords(w, "", "families", v.Families, func(f *fields, t *network.FamilyTerm) {
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

// writeRecords writes a list of records, each in braces on its own line.
func writeRecords[T any](w *encoder, indent, field string, list []T, write func(*fields, *T)) {
	if len(list) == 0 {
		return
	}
	w.line(indent + field + ":")
	for i := range list {
		var f fields
		write(&f, &list[i])
		w.line(indent + "  - " + f.String())
	}
}

func (w *encoder) against(list []network.Denial) {
	writeRecords(w, "", "against", list, func(f *fields, d *network.Denial) {
		f.text("speaker", d.Speaker)
		f.text("says", string(d.Says))
		f.date(d.Date)
		f.list("passages", d.Passages)
	})
}

func (w *encoder) legal(list []network.Stage) {
	writeRecords(w, "", "legal", list, func(f *fields, s *network.Stage) {
		f.text("stage", string(s.Stage))
		f.date(s.Date)
		f.list("passages", s.Passages)
	})
}

func (w *encoder) facts(list []network.Fact) {
	writeRecords(w, "", "facts", list, func(f *fields, fact *network.Fact) {
		f.text("kind", string(fact.Kind))
		f.text("value", fact.Value)
		f.text("currency", fact.Currency)
		f.list("passages", fact.Passages)
	})
}
