package format

import (
	"regexp"
	"strings"
	"time"

	"proxynet/network/file"
)

// Names of columns that say when a relation holds, folded as [foldWord] does.
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

// period returns when the row's relation holds, as an EDTF expression, and the
// columns that say so. Columns that are taken say something else. An end
// without a value is unknown; only "since" says that something goes on.
func (r *tableReader) period(taken ...int) (edtf string, columns []int) {
	find := func(names []string) (column int, value string) {
		column = r.column(names)
		for _, t := range taken {
			if column == t {
				return -1, ""
			}
		}
		return column, r.field(column)
	}
	if at, value := find(csvPeriod); value != "" {
		if edtf, ok := tablePeriod(value); ok {
			return edtf, []int{at}
		}
		r.losses.add(1, lossDate, show(value))
		return "", nil
	}
	begun, first := find(csvStart)
	over, last := find(csvEnd)
	open := ""
	if first == "" {
		if begun, first = find(csvSince); first != "" {
			open = ".."
		}
	}
	from, fromOK := tableDate(first)
	to, toOK := tableDate(last)
	if to == "9999-12-31" || to == "9999" {
		to = ".." // what databases write for no end
	}
	switch {
	case fromOK && last == "":
		edtf, columns = from+"/"+open, []int{begun}
	case toOK && first == "":
		edtf, columns = "/"+to, []int{over}
	case fromOK && toOK:
		edtf, columns = from+"/"+to, []int{begun, over}
	case first != "" || last != "":
		r.losses.add(1, lossDate, show(strings.TrimSpace(first+" "+last)))
		return "", nil
	default:
		at, value := find(csvDay)
		if value == "" {
			return "", nil
		}
		var ok bool
		if edtf, ok = tablePeriod(value); !ok {
			r.losses.add(1, lossDate, show(value))
			return "", nil
		}
		return edtf, []int{at}
	}
	if _, err := file.ParseDate(edtf); err != nil { // such as an end before the beginning
		r.losses.add(1, lossDate, show(first+" "+last))
		return "", nil
	}
	return edtf, columns
}

var (
	timeset    = regexp.MustCompile(`^<\[(\d{4})(?:\.0)?, (\d{4})(?:\.0)?\]>$`) // Gephi's
	yearRange  = regexp.MustCompile(`^(\d{4})\s*[-–—]\s*(\d{4})$`)
	wholeYear  = regexp.MustCompile(`^(\d{4})\.0+$`) // as pandas writes a year beside empty cells
	timeAfter  = regexp.MustCompile(`^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d.*$`)
	yearFirst  = regexp.MustCompile(`^(\d{4})[/.](\d\d?)[/.](\d\d?)$`)
	slashes    = regexp.MustCompile(`^(\d\d?)/(\d\d?)/(\d{4})$`)
	dayLayouts = []string{"2-Jan-2006", "2 Jan 2006", "2 January 2006", "2. January 2006", "Jan 2, 2006", "January 2, 2006", "2.1.2006"}
)

// tablePeriod returns what a cell says of a time, which may be an interval.
func tablePeriod(cell string) (edtf string, ok bool) {
	for _, interval := range []*regexp.Regexp{yearRange, timeset} {
		if m := interval.FindStringSubmatch(cell); m != nil {
			cell = m[1] + "/" + m[2]
		}
	}
	if strings.Contains(cell, "/") {
		if _, err := file.ParseDate(cell); err == nil {
			return cell, true
		}
	}
	return tableDate(cell)
}

// tableDate returns the date in a cell as an EDTF expression: one that is
// EDTF already, or a date of which day, month and year can't be confused.
func tableDate(cell string) (edtf string, ok bool) {
	switch m := (func(p *regexp.Regexp) []string { return p.FindStringSubmatch(cell) }); {
	case cell == "" || strings.HasPrefix(cell, "0000"): // what databases write for none
		return "", false
	case m(wholeYear) != nil:
		cell = m(wholeYear)[1]
	case m(timeAfter) != nil:
		cell = m(timeAfter)[1]
	case m(yearFirst) != nil:
		d := m(yearFirst)
		cell = d[1] + "-" + twoDigits(d[2]) + "-" + twoDigits(d[3])
	case m(slashes) != nil:
		d := m(slashes)
		day, month := twoDigits(d[1]), twoDigits(d[2])
		if month > "12" {
			day, month = month, day
		} else if day <= "12" && day != month {
			return "", false // of the first or of the second month: who knows
		}
		cell = d[3] + "-" + month + "-" + day
	}
	for _, layout := range []string{"Jan 2006", "January 2006"} {
		if t, err := time.Parse(layout, cell); err == nil {
			return t.Format("2006-01"), true
		}
	}
	for _, layout := range dayLayouts {
		if t, err := time.Parse(layout, cell); err == nil {
			return t.Format(time.DateOnly), true
		}
	}
	if _, err := file.ParseDate(cell); err != nil || strings.Contains(cell, "/") {
		return "", false
	}
	return cell, true
}

func twoDigits(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}
