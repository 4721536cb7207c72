package network

import (
	"io"
	"strconv"
	"strings"
)

// claimFields are the columns of [WriteClaims].
var claimFields = []string{
	"id", "from", "verb", "to", "kind", "status", "past", "period", "period means", "period worked out",
	"speakers", "passages", "paragraphs", "sources", "our reading", "our note",
}

// WriteClaims writes the relations of n as a [Table], one row a claim. If a claim
// rests on several passages, their texts, paragraphs and sources are in one
// order, separated by " | ".
func WriteClaims(w io.Writer, n *Network) error {
	table := NewTable(w, claimFields...)
	label, speaker, source, passage := map[string]string{}, map[string]string{}, map[string]string{}, map[string]*Passage{}
	for _, v := range n.Nodes {
		label[v.ID] = v.Label
	}
	for _, s := range n.Speakers {
		speaker[s.ID] = s.Label
	}
	for _, s := range n.Sources {
		source[s.ID] = s.Title
		if s.Publisher != "" {
			source[s.ID] += " (" + s.Publisher + ")"
		}
	}
	for i := range n.Passages {
		passage[n.Passages[i].ID] = &n.Passages[i]
	}
	for _, r := range n.Relations {
		var speakers, texts, paragraphs, sources []string
		for _, id := range r.Passages {
			p := passage[id]
			said := speaker[p.Speaker]
			if p.Via != "" {
				said += " (through " + speaker[p.Via] + ")"
			}
			speakers = append(speakers, said)
			texts = append(texts, p.Selector.Exact)
			paragraphs = append(paragraphs, strconv.Itoa(p.Paragraph))
			sources = append(sources, source[p.Source])
		}
		period, means, resolved := "", "", ""
		if r.Period != nil {
			period, means, resolved = r.Period.EDTF, string(r.Meaning()), yes(r.Period.Resolved)
		}
		const part = " | "
		table.Row(
			r.ID, label[r.From], r.Verb, label[r.To], string(r.Kind), string(r.Status), yes(r.Past), period, means, resolved,
			strings.Join(speakers, part), strings.Join(texts, part), strings.Join(paragraphs, part), strings.Join(sources, part),
			r.Inference, r.Note,
		)
	}
	return table.End()
}

func yes(is bool) string {
	if is {
		return "yes"
	}
	return ""
}
