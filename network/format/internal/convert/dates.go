package convert

import (
	"slices"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/format/internal/graph"
)

// date returns the date of said, or nil if its expression is invalid or can't have its
// meaning.
func (t texts) date(said network.Date) *network.Date {
	if said.EDTF == "" || said.Means != "" && !slices.Contains(network.Meanings, said.Means) {
		return nil
	}
	d, err := file.ParsePeriod(said.EDTF, said.Means)
	if err != nil {
		return nil
	}
	d.Words, d.Note = t.tidy(said.Words, graph.MaxLabel), t.tidy(said.Note, graph.MaxSummary)
	d.Resolved = said.Resolved && d.Note != ""
	return &d
}

// redate computes a date again.
func (t texts) redate(d *network.Date) *network.Date {
	if d == nil {
		return nil
	}
	return t.date(*d)
}
