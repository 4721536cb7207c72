package web

import (
	"regexp"
	"strings"

	"proxynet/network"
	"proxynet/web/language"
)

// date is a date in plain words, and how firm it is.
type date struct {
	Text     string // such as "3 January 2020"
	Words    string // the source's own words, if any
	Resolved bool   // from outside the source
	Note     string // how
	NoteLang string // of the note, if it differs from the page's
}

// date returns a date of the record with an id.
func (w words) date(id string, d *network.Date) *date {
	if d == nil {
		return nil
	}
	return &date{w.dateWords(d.EDTF), d.Words, d.Resolved, d.Note, w.in(id, "dateNote")}
}

// dateWords returns an EDTF level 1 date or interval in plain words, and any other
// text unchanged. https://www.loc.gov/standards/datetime/
func (w words) dateWords(edtf string) string {
	start, end, interval := strings.Cut(edtf, "/")
	if !interval {
		return w.dayWords(edtf)
	}
	known := func(s string) bool { return s != "" && s != ".." }
	switch {
	case known(start) && known(end):
		return w.Say("date.span", "from", w.dayWords(start), "to", w.dayWords(end))
	case known(start) && end == "..":
		return w.Say("date.since", "date", w.dayWords(start))
	case known(start):
		return w.Say("date.from", "date", w.dayWords(start))
	case known(end):
		return w.Say("date.until", "date", w.dayWords(end))
	}
	return edtf
}

var edtfDay = regexp.MustCompile(`^(\d{4}|\d{3}X|\d{2}XX)(?:-(0[1-9]|1[0-2]|2[1-4]|XX))?(?:-(\d\d|XX))?([~?%]?)$`)

// doubts maps EDTF's qualifiers to the strings for them.
var doubts = map[string]string{"~": "date.about", "?": "date.perhaps", "%": "date.perhaps-about"}

func (w words) dayWords(edtf string) string {
	m := edtfDay.FindStringSubmatch(edtf)
	if m == nil {
		return edtf
	}
	plain := w.plainDay(m[1], m[2], m[3])
	if key := doubts[m[4]]; key != "" {
		return w.Say(key, "date", plain)
	}
	return plain
}

// plainDay returns a date in words without its qualifier. Months from 21 are EDTF's
// seasons.
func (w words) plainDay(year, month, day string) string {
	if strings.Contains(year, "X") {
		if key := "decade." + strings.ReplaceAll(year, "X", "0"); strings.Count(year, "X") == 1 && language.Has(key) {
			return w.Say(key)
		}
		return w.Say("date.decade", "year", w.Digits(strings.ReplaceAll(year, "X", "0")))
	}
	year = w.Digits(year)
	switch {
	case month == "":
		return year
	case month == "XX":
		return w.Say("date.some-time", "year", year)
	}
	name := w.Say("month." + month)
	switch day {
	case "":
		return w.Say("date.month", "month", name, "year", year)
	case "XX":
		return w.Say("date.some-day", "month", name, "year", year)
	}
	return w.Say("date.day", "day", w.Digits(strings.TrimPrefix(day, "0")), "month", name, "year", year)
}
