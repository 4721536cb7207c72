package network

import (
	"io"
	"slices"
	"strconv"
	"strings"
)

// claimFields are the columns of [WriteClaims].
var claimFields = []string{
	"id", "from", "verb", "to", "kind", "status", "past", "period", "period means", "period worked out",
	"speakers", "passages", "paragraphs", "sources", "our reading", "our note",
}

// disputeFields are further columns, for networks in which claims are disputed or
// have legal stages or facts.
var disputeFields = []string{"against", "passages against", "legal stages", "facts"}

// WriteClaims writes the relations of n as a [Table], one row a claim. If a claim
// has several passages, their texts, paragraphs and sources are in the same order,
// separated by " | ". Denials, legal stages and facts have columns if any relation
// has one of them.
func WriteClaims(w io.Writer, n *Network) error {
	fields, terms := claimFields, n.Terms()
	disputed := slices.ContainsFunc(n.Relations, func(r Relation) bool { return len(r.Against)+len(r.Legal)+len(r.Facts) > 0 })
	if disputed {
		fields = append(slices.Clone(claimFields), disputeFields...)
	}
	table := NewTable(w, fields...)
	index := NewIndex(n)
	for _, r := range n.Relations {
		var speakers, texts, paragraphs, sources []string
		for _, id := range r.Passages {
			p := index.Passages[id]
			speaker := index.Speakers[p.Speaker].Label
			if p.Via != "" {
				speaker += " (through " + index.Speakers[p.Via].Label + ")"
			}
			speakers = append(speakers, speaker)
			texts = append(texts, p.Selector.Exact)
			paragraphs = append(paragraphs, strconv.Itoa(p.Paragraph))
			sources = append(sources, titleOf(index.Sources[p.Source]))
		}
		period, means, resolved := "", "", ""
		if r.Period != nil {
			period, means, resolved = r.Period.EDTF, string(r.Meaning()), yes(r.Period.Resolved)
		}
		const part = " | "
		row := []string{
			r.ID, index.Nodes[r.From].Label, r.Verb, index.Nodes[r.To].Label, string(r.Kind), string(r.Status), yes(r.Past), period, means, resolved,
			strings.Join(speakers, part), strings.Join(texts, part), strings.Join(paragraphs, part), strings.Join(sources, part),
			r.Inference, r.Note,
		}
		if disputed {
			var against, words, legal, facts []string
			for _, d := range r.Against {
				against = append(against, strings.TrimSpace(index.Speakers[d.Speaker].Label+" "+string(d.Says)+" "+d.Date.edtf()))
				for _, id := range d.Passages {
					words = append(words, index.Passages[id].Selector.Exact)
				}
			}
			for _, s := range r.Legal {
				legal = append(legal, string(s.Stage)+" "+s.Date.edtf())
			}
			for _, f := range r.Facts {
				facts = append(facts, terms.FactText(f))
			}
			row = append(row, strings.Join(against, part), strings.Join(words, part), strings.Join(legal, part), strings.Join(facts, part))
		}
		table.Row(row...)
	}
	return table.End()
}

// titleOf returns the title of a source with its publisher, if there is one.
func titleOf(s *Source) string {
	if s.Publisher == "" {
		return s.Title
	}
	return s.Title + " (" + s.Publisher + ")"
}

func yes(is bool) string {
	if is {
		return "yes"
	}
	return ""
}

// edtf returns the EDTF expression of d, or "" if d is nil.
func (d *Date) edtf() string {
	if d == nil {
		return ""
	}
	return d.EDTF
}
