package dates

import (
	"regexp"

	"proxynet/network"
)

// Days returns the first and the last possible day of a date, between which Gephi's
// timeline shows an edge; "" for an open end. exact reports whether they express the
// whole date.
func Days(d *network.Date) (start, end string, exact bool) {
	exact = (d.Interval() || d.Means == network.Began) && (d.Earliest == d.Begun || d.Earliest == "") && (d.Latest == d.Lasts || d.Latest == "") && !uncertain.MatchString(d.EDTF) ||
		d.Earliest == d.Latest && !uncertain.MatchString(d.EDTF)
	if d.Means == network.Known {
		exact = false // neither its start nor its end is known
	}
	start, end = d.Earliest, d.Latest
	if start != "" && !calendarDay.MatchString(start) || end != "" && !calendarDay.MatchString(end) {
		return "", "", false
	}
	return start, end, exact
}

// calendarDay is a day that Gephi can read.
var calendarDay = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)

// uncertain has the characters that make an EDTF date uncertain, or its end unknown.
var uncertain = regexp.MustCompile(`[?~%]|^/|/$`)

// Span returns two days as an EDTF interval, "" if both are missing.
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
