package web

import (
	"regexp"
	"strings"

	"proxynet/network"
)

// date is a date in plain words, and how firm it is.
type date struct {
	Text     string // such as "3 January 2020"
	Words    string // as the source says it, where it does
	Resolved bool   // not in the source: worked out
	Note     string // how
}

func newDate(d *network.Date) *date {
	if d == nil {
		return nil
	}
	return &date{dateWords(d.EDTF), d.Words, d.Resolved, d.Note}
}

// dateWords says an EDTF level 1 date or interval in plain words. What it does
// not know it leaves as it is. https://www.loc.gov/standards/datetime/
func dateWords(edtf string) string {
	start, end, interval := strings.Cut(edtf, "/")
	if !interval {
		return dayWords(edtf)
	}
	known := func(s string) bool { return s != "" && s != ".." }
	switch {
	case known(start) && known(end):
		return dayWords(start) + " to " + dayWords(end)
	case known(start) && end == "..":
		return "since " + dayWords(start)
	case known(start):
		return "from " + dayWords(start)
	case known(end):
		return "until " + dayWords(end)
	}
	return edtf
}

var edtfDay = regexp.MustCompile(`^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?([~?%]?)$`)

// monthWords holds months, and EDTF's seasons from 21.
var monthWords = map[string]string{
	"01": "January", "02": "February", "03": "March", "04": "April",
	"05": "May", "06": "June", "07": "July", "08": "August",
	"09": "September", "10": "October", "11": "November", "12": "December",
	"21": "spring", "22": "summer", "23": "autumn", "24": "winter",
}

var doubtWords = map[string]string{"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}

func dayWords(edtf string) string {
	m := edtfDay.FindStringSubmatch(edtf)
	if m == nil {
		return edtf
	}
	year, month, day, doubt := m[1], m[2], m[3], doubtWords[m[4]]
	if strings.Contains(year, "X") {
		return doubt + "the " + strings.ReplaceAll(year, "X", "0") + "s"
	}
	name := monthWords[month]
	switch {
	case month == "":
		return doubt + year
	case name == "":
		return doubt + "some time in " + year
	case day == "":
		return doubt + name + " " + year
	case day == "XX":
		return doubt + "some day in " + name + " " + year
	}
	return doubt + strings.TrimPrefix(day, "0") + " " + name + " " + year
}
