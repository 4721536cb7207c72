// Package dates reads dates in files of other programs, and returns the first and the
// last day of a date.
package dates

import (
	"regexp"
	"strings"
	"time"

	"proxynet/network/file"
	"proxynet/network/file/datetext"
)

// Date is a date or an interval in another program's file.
type Date struct {
	datetext.Date
	Clock bool // the file has a time of day or a time zone, which EDTF omits
}

// Forms in which programs, but not people, write dates.
var (
	gephiInterval = regexp.MustCompile(`^<?[\[(]\s*(\d{4}(?:-\d\d-\d\d)?|-Infinity)(?:\.0)?\s*,\s*(\d{4}(?:-\d\d-\d\d)?|Infinity)(?:\.0)?\s*[\])]>?$`)
	wholeYear     = regexp.MustCompile(`^(\d{4})\.0+$`) // a year in a column with empty cells, as written by pandas
	dayAndTime    = regexp.MustCompile(`^(-?\d{4}-\d\d-\d\d)[T ](\d\d:[\d:.,]*)\s?([A-Z]{1,5}|[+-]\d\d(?::?\d\d)?)?$`)
	dayLayouts    = []string{"2-Jan-2006", "2. January 2006"}
)

// yearAndNumber is a year with a month or with the last digits of another year.
var yearAndNumber = regexp.MustCompile(`^\d{4}/\d\d?$`)

// Read reads a date or an interval: an EDTF expression, a date as programs
// write it, or a date in the words of a language (a BCP 47 tag), such as “spring
// 2019” or “since 2010”. ok is false if the text is none of these, is ambiguous or
// names a day that does not exist.
func Read(s, lang string) (d Date, ok bool) {
	s = strings.TrimSpace(s)
	if strings.HasPrefix(s, "0000") || yearAndNumber.MatchString(s) { // databases write 0000 for no date
		return d, false
	}
	if m := dayAndTime.FindStringSubmatch(s); m != nil {
		s, d.Clock = m[1], strings.Trim(m[2], "0:.,") != "" || m[3] != ""
	} else if m := wholeYear.FindStringSubmatch(s); m != nil {
		s = m[1]
	} else if m := gephiInterval.FindStringSubmatch(s); m != nil {
		s = strings.Replace(m[1], "-Infinity", "..", 1) + "/" + strings.Replace(m[2], "Infinity", "..", 1)
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

// Moment returns d as one bound of an interval. ok is false if d is an interval, or
// claims more than a moment, as in “before 2010”.
func (d *Date) Moment() (edtf string, ok bool) {
	if d.Plain != "" {
		return d.Plain, true
	}
	return d.EDTF, d.EDTF != "" && d.Means == "" && !strings.Contains(d.EDTF, "/")
}

// Whole reports whether [Date.Moment] expresses the whole text.
func (d *Date) Whole() bool { return d.Left == "" && d.Plain == "" }

// ReadMoment reads one day, month, season, year, decade or century, in English
// if it is in words, and returns it as EDTF. ok is false if EDTF cannot express all of it.
func ReadMoment(s string) (edtf string, clock, ok bool) {
	d, ok := Read(s, "en")
	edtf, single := d.Moment()
	if !ok || !single || !d.Whole() {
		return "", false, false
	}
	return edtf, d.Clock, true
}

// Interval is an interval whose bounds are separate in a file.
type Interval struct {
	Edtf       string // "" if neither bound was read, or the end precedes the beginning
	Start, End bool   // the bound was read
	Clock      string // the first bound with a time of day or a time zone; "" for none
}

// ReadInterval reads two bounds with [ReadMoment]. Either may be "".
func ReadInterval(start, end string) (i Interval) {
	from, fromClock, fromOK := ReadMoment(start)
	to, toClock, toOK := ReadMoment(end)
	if _, err := file.ParseDate(from + "/" + to); err != nil {
		return i
	}
	i = Interval{Edtf: from + "/" + to, Start: fromOK, End: toOK}
	if fromClock {
		i.Clock = start
	} else if toClock {
		i.Clock = end
	}
	return i
}
