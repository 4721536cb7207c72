package dates

import (
	"regexp"

	"proxynet/network"
)

// Days returns the first and the last day that a date can mean, between
// which Gephi's timeline shows an edge; "" where it is open. exact reports
// whether they say all that the date says.
func Days(d *network.Date) (start, end string, exact bool) {
	exact = (d.Interval() || d.Means == network.Began) && (d.Earliest == d.Begun || d.Earliest == "") && (d.Latest == d.Lasts || d.Latest == "") && !uncertain.MatchString(d.EDTF) ||
		d.Earliest == d.Latest && !uncertain.MatchString(d.EDTF)
	if d.Means == network.Known {
		exact = false // neither its beginning nor its end is known
	}
	start, end = d.Earliest, d.Latest
	if start != "" && !calendarDay.MatchString(start) || end != "" && !calendarDay.MatchString(end) {
		return "", "", false
	}
	return start, end, exact
}

// calendarDay is a day that Gephi can read.
var calendarDay = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)

// uncertain is what in EDTF makes a date uncertain, or its end unknown.
var uncertain = regexp.MustCompile(`[?~%]|^/|/$`)

// Span returns two days as an interval in EDTF, "" if there are none.
func Span(start, end string) string {
	if start == "" && end == "" {
		return ""
	}
	if start == "" {
		start = ".."
	}
	if end == "" {
		end = ".."
	}
	return start + "/" + end
}
