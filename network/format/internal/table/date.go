package table

import (
	"slices"
	"strings"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/file/datetext"
	"proxynet/network/format/internal/dates"
	"proxynet/network/format/internal/graph"
)

// Names of columns with the time of a relation, folded by [graph.FoldWord].
var (
	periods = []string{"period", "dates", "years", "date range", "year range", "zeitraum", "periode", "periodo", "timeset", "interval"}
	starts  = []string{
		"start", "start date", "startdate", "start year", "startyear", "start time", "from date", "from year", "date from", "year from", "date start", "year start",
		"valid from", "begin", "begin date", "begin year", "beginning", "began", "started", "started at", "from", "beginn", "von", "debut", "inicio", "inizio",
	}
	ends = []string{
		"end", "end date", "enddate", "end year", "endyear", "end time", "to date", "to year", "date to", "year to", "date end", "year end",
		"valid to", "valid until", "finish", "ended", "ended at", "until", "till", "to", "ende", "bis", "fin", "fine", "hasta",
	}
	sinces = []string{"since", "since year", "since date", "seit", "depuis", "desde"}
	days   = []string{"date", "year", "day", "datum", "jahr", "annee", "fecha", "ano", "data", "anno", "when"}
)

// period returns the period of the row's relation, and its columns. Columns with
// another role are ignored. A missing end is unknown; only “since” makes it open. A
// date that cannot be read is counted as a loss, and its columns are not returned.
func (r *Reader) period(taken ...int) (p network.Date, columns []int) {
	find := func(names []string) (column int, value string) {
		if column = r.Head.Column(names); slices.Contains(taken, column) {
			return column, ""
		}
		return column, r.field(column)
	}
	if at, value := find(periods); value != "" {
		return r.wholePeriod(at, value)
	}
	begun, first := find(starts)
	over, last := find(ends)
	open := ""
	if first == "" {
		if begun, first = find(sinces); first != "" {
			open = ".."
		}
	}
	if first == "" && last == "" {
		return r.wholePeriod(find(days))
	}
	from, fromWhole, fromOK := r.bound(first)
	to, toWhole, toOK := r.bound(last)
	switch {
	case last == "":
		to = open
	case to == "9999-12-31", to == "9999": // written by databases for no end
		to = ".."
	case !toOK && from != "" && r.isPresent(from, last):
		to, toWhole, toOK = "..", true, true
	}
	p.EDTF = from + "/" + to
	if _, err := file.ParseDate(p.EDTF); err != nil || !fromOK || !toOK { // such as an end before the beginning
		r.Losses.Add(1, graph.LossDate, graph.Show(strings.TrimSpace(first+" "+last)))
		return network.Date{}, nil
	}
	if !fromWhole || !toWhole {
		p.Words = strings.Trim(first+" – "+last, " –")
	}
	if first != "" {
		columns = append(columns, begun)
	}
	if last != "" {
		columns = append(columns, over)
	}
	return p, columns
}

// wholePeriod is [Reader.period] for one cell.
func (r *Reader) wholePeriod(column int, cell string) (p network.Date, columns []int) {
	if cell == "" {
		return p, nil
	}
	d, ok := r.date(cell)
	if !ok {
		r.Losses.Add(1, graph.LossDate, graph.Show(cell))
		return p, nil
	}
	p.EDTF, p.Means = d.EDTF, d.Means
	if d.Left != "" {
		p.Words = cell
	}
	if d.Plain != "" { // a moment, not the interval in which it lies
		p.Means = network.Began
		if strings.EqualFold(r.field(r.Head.Column([]string{graph.AttrPast})), "true") {
			p.Means = network.Within
		}
	}
	return p, []int{column}
}

// bound reads a cell as one bound of a period. whole reports whether the expression
// expresses the whole cell.
func (r *Reader) bound(cell string) (edtf string, whole, ok bool) {
	if cell == "" {
		return "", true, true
	}
	d, ok := r.date(cell)
	edtf, single := d.Moment()
	return edtf, d.Whole(), ok && single
}

// isPresent reports whether a cell with the end of a period means that it is ongoing,
// such as “present”. In an author's file only a span can mean that.
func (r *Reader) isPresent(from, cell string) bool {
	d, err := datetext.Read(from+" – "+cell, r.lang)
	return err == nil && strings.HasSuffix(d.EDTF, "/..")
}

// date reads a cell with [dates.Read].
func (r *Reader) date(cell string) (dates.Date, bool) {
	d, ok := dates.Read(cell, r.lang)
	if ok && d.Clock {
		r.Losses.Add(1, graph.LossTime, graph.Show(cell))
	}
	return d, ok
}
