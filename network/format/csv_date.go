package format

import (
	"slices"
	"strings"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/file/datetext"
)

// Names of columns with the time of a relation, folded by [foldWord].
var (
	csvPeriod = []string{"period", "dates", "years", "date range", "year range", "zeitraum", "periode", "periodo", "timeset", "interval"}
	csvStart  = []string{
		"start", "start date", "startdate", "start year", "startyear", "start time", "from date", "from year", "date from", "year from", "date start", "year start",
		"valid from", "begin", "begin date", "begin year", "beginning", "began", "started", "started at", "from", "beginn", "von", "debut", "inicio", "inizio",
	}
	csvEnd = []string{
		"end", "end date", "enddate", "end year", "endyear", "end time", "to date", "to year", "date to", "year to", "date end", "year end",
		"valid to", "valid until", "finish", "ended", "ended at", "until", "till", "to", "ende", "bis", "fin", "fine", "hasta",
	}
	csvSince = []string{"since", "since year", "since date", "seit", "depuis", "desde"}
	csvDay   = []string{"date", "year", "day", "datum", "jahr", "annee", "fecha", "ano", "data", "anno", "when"}
)

// period returns the period of the row's relation, and the columns that it was
// read from. Columns that are taken for something else are ignored. A missing end
// is unknown; only “since” makes it open. A date that cannot be read is counted as
// a loss, and its columns are not returned.
func (r *tableReader) period(taken ...int) (p network.Date, columns []int) {
	find := func(names []string) (column int, value string) {
		if column = r.column(names); slices.Contains(taken, column) {
			return column, ""
		}
		return column, r.field(column)
	}
	if at, value := find(csvPeriod); value != "" {
		return r.wholePeriod(at, value)
	}
	begun, first := find(csvStart)
	over, last := find(csvEnd)
	open := ""
	if first == "" {
		if begun, first = find(csvSince); first != "" {
			open = ".."
		}
	}
	if first == "" && last == "" {
		return r.wholePeriod(find(csvDay))
	}
	from, fromWhole, fromOK := r.bound(first)
	to, toWhole, toOK := r.bound(last)
	switch {
	case last == "":
		to = open
	case to == "9999-12-31", to == "9999": // what databases write for no end
		to = ".."
	case !toOK && from != "" && r.isPresent(from, last):
		to, toWhole, toOK = "..", true, true
	}
	p.EDTF = from + "/" + to
	if _, err := file.ParseDate(p.EDTF); err != nil || !fromOK || !toOK { // such as an end before the beginning
		r.losses.add(1, lossDate, show(strings.TrimSpace(first+" "+last)))
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

// wholePeriod is [tableReader.period] for one cell.
func (r *tableReader) wholePeriod(column int, cell string) (p network.Date, columns []int) {
	if cell == "" {
		return p, nil
	}
	d, ok := r.date(cell)
	if !ok {
		r.losses.add(1, lossDate, show(cell))
		return p, nil
	}
	p.EDTF, p.Means = d.EDTF, d.Means
	if d.Left != "" {
		p.Words = cell
	}
	if d.Plain != "" { // a moment, not the interval in which it lies
		p.Means = network.Began
		if strings.EqualFold(r.field(r.column([]string{attrPast})), "true") {
			p.Means = network.Within
		}
	}
	return p, []int{column}
}

// bound reads a cell as one bound of a period. whole reports whether the
// expression says all that the cell does.
func (r *tableReader) bound(cell string) (edtf string, whole, ok bool) {
	if cell == "" {
		return "", true, true
	}
	d, ok := r.date(cell)
	edtf, single := d.moment()
	return edtf, d.whole(), ok && single
}

// isPresent reports whether a cell with the end of a period says that it lasts, as
// “present” does. In an author's file only a span can say so.
func (r *tableReader) isPresent(from, cell string) bool {
	d, err := datetext.Read(from+" – "+cell, r.lang)
	return err == nil && strings.HasSuffix(d.EDTF, "/..")
}

// date reads a cell with [readDate].
func (r *tableReader) date(cell string) (foreignDate, bool) {
	d, ok := readDate(cell, r.lang)
	if ok && d.clock {
		r.losses.add(1, lossTime, show(cell))
	}
	return d, ok
}
