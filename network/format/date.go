package format

import (
	"regexp"
	"strings"
	"time"

	"proxynet/network/file"
	"proxynet/network/file/datetext"
)

// foreignDate is a date or an interval in another program's file.
type foreignDate struct {
	datetext.Date
	clock bool // the file gives a time of day or a time zone, which EDTF leaves out
}

// Forms in which programs, but not people, write dates.
var (
	gephiInterval = regexp.MustCompile(`^<\[(\d{4})(?:\.0)?, (\d{4})(?:\.0)?\]>$`)
	wholeYear     = regexp.MustCompile(`^(\d{4})\.0+$`) // as pandas writes a year in a column with empty cells
	dayAndTime    = regexp.MustCompile(`^(-?\d{4}-\d\d-\d\d)[T ](\d\d:[\d:.,]*)\s?([A-Z]{1,5}|[+-]\d\d(?::?\d\d)?)?$`)
	dayLayouts    = []string{"2-Jan-2006", "2. January 2006"}
)

// yearAndNumber is a year with a month or with the last digits of another year.
var yearAndNumber = regexp.MustCompile(`^\d{4}/\d\d?$`)

// readDate reads a date or an interval: an EDTF expression, a date as programs
// write it, or a date in the words of a language (a BCP 47 tag), such as “spring
// 2019” or “since 2010”. ok is false if the text is none of these, is ambiguous or
// names a day that does not exist.
func readDate(s, lang string) (d foreignDate, ok bool) {
	s = strings.TrimSpace(s)
	if strings.HasPrefix(s, "0000") || yearAndNumber.MatchString(s) { // databases write 0000 for no date
		return d, false
	}
	if m := dayAndTime.FindStringSubmatch(s); m != nil {
		s, d.clock = m[1], strings.Trim(m[2], "0:.,") != "" || m[3] != ""
	} else if m := wholeYear.FindStringSubmatch(s); m != nil {
		s = m[1]
	} else if m := gephiInterval.FindStringSubmatch(s); m != nil {
		s = m[1] + "/" + m[2]
	}
	for _, layout := range dayLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			s = t.Format(time.DateOnly)
		}
	}
	if _, err := file.ParseDate(s); err == nil {
		d.EDTF = s
		return d, true
	}
	var err error
	if d.Date, err = datetext.Read(s, lang); err == nil {
		_, err = file.ParsePeriod(d.EDTF, d.Means)
	}
	return d, err == nil
}

// moment returns d as one bound of an interval. ok is false if d is itself an
// interval, or claims more than one moment does, as “before 2010” does.
func (d *foreignDate) moment() (edtf string, ok bool) {
	if d.Plain != "" {
		return d.Plain, true
	}
	return d.EDTF, d.EDTF != "" && d.Means == "" && !strings.Contains(d.EDTF, "/")
}

// whole reports whether [foreignDate.moment] says all that the text does.
func (d *foreignDate) whole() bool { return d.Left == "" && d.Plain == "" }

// readMoment reads one day, month, season, year, decade or century, in English
// if it is in words, and returns it as EDTF. ok is false if EDTF cannot express all of it.
func readMoment(s string) (edtf string, clock, ok bool) {
	d, ok := readDate(s, "en")
	edtf, single := d.moment()
	if !ok || !single || !d.whole() {
		return "", false, false
	}
	return edtf, d.clock, true
}

// foreignInterval is an interval of which the bounds are apart in a file.
type foreignInterval struct {
	edtf       string // "" if neither bound was read, or the end precedes the beginning
	start, end bool   // the bound was read
	clock      string // the first bound with a time of day or a time zone; "" for none
}

// readInterval reads two bounds with [readMoment]. Either may be "".
func readInterval(start, end string) (i foreignInterval) {
	from, fromClock, fromOK := readMoment(start)
	to, toClock, toOK := readMoment(end)
	if _, err := file.ParseDate(from + "/" + to); err != nil {
		return i
	}
	i = foreignInterval{edtf: from + "/" + to, start: fromOK, end: toOK}
	if fromClock {
		i.clock = start
	} else if toClock {
		i.clock = end
	}
	return i
}
