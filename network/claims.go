package network

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
)

// claimFields are the columns of [WriteClaims].
var claimFields = []string{
	"id", "from", "verb", "to", "kind", "status", "past", "period", "period worked out",
	"speakers", "passages", "paragraphs", "sources", "our reading", "our note",
}

// WriteClaims writes the relations of n as a table in CSV, one row a claim, for
// spreadsheets: in UTF-8 with a byte order mark, without which some take it for
// another encoding. Where a claim rests on several passages, their texts,
// paragraphs and sources stand in one order, parted by " | ".
//
// Spreadsheets take some texts for formulas, and run them. These have an
// apostrophe put before them here; see
// https://owasp.org/www-community/attacks/CSV_Injection
func WriteClaims(w io.Writer, n *Network) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	table := csv.NewWriter(w)
	table.UseCRLF = true // RFC 4180
	if err := table.Write(claimFields); err != nil {
		return err
	}
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
		period, resolved := "", ""
		if r.Period != nil {
			period, resolved = r.Period.EDTF, yes(r.Period.Resolved)
		}
		const part = " | "
		row := []string{
			r.ID, label[r.From], r.Verb, label[r.To], string(r.Kind), string(r.Status), yes(r.Past), period, resolved,
			strings.Join(speakers, part), strings.Join(texts, part), strings.Join(paragraphs, part), strings.Join(sources, part),
			r.Inference, r.Note,
		}
		for i := range row {
			row[i] = plainCell(row[i])
		}
		if err := table.Write(row); err != nil {
			return err
		}
	}
	table.Flush()
	return table.Error()
}

// plainCell returns text as a cell that no spreadsheet takes for a formula.
func plainCell(text string) string {
	const formula = "=+-@\t\r\n＝＋－＠"
	if text != "" && strings.ContainsAny(string([]rune(text)[:1]), formula) {
		return "'" + text
	}
	return text
}

func yes(is bool) string {
	if is {
		return "yes"
	}
	return ""
}
