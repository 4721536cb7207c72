package file

import (
	"regexp"
	"strconv"
	"strings"

	"proxynet/network"
	"proxynet/network/message"
	"proxynet/network/visible"
)

// span is the range of days that an expression can mean, both ends included.
type span struct{ first, last day }

// ParseDate parses an EDTF expression of level 0 or 1, as specified by the Library of
// Congress (https://www.loc.gov/standards/datetime/), and computes the first and the
// last day that it can mean. A qualifier (?, ~ or %) doesn't change these days. The error
// is a [*ValueError].
func ParseDate(expression string) (network.Date, error) {
	const longest = 64 // characters; the longest of level 1 has fewer
	d := network.Date{EDTF: expression}
	if len(expression) > longest || strings.Count(expression, "/") > 1 {
		return d, notDate(expression)
	}
	start, end, interval := strings.Cut(expression, "/")
	if interval {
		return d, parseInterval(&d, start, end)
	}
	s, err := parseSingleDate(expression)
	if err == nil {
		d.Earliest, d.Latest = s.first.String(), s.last.String()
	}
	return d, err
}

// parseInterval sets the bounds of an interval. An end that is ".." (open) or empty
// (unknown) has no bound.
func parseInterval(d *network.Date, start, end string) error {
	bounded := func(s string) bool { return s != "" && s != ".." }
	if !bounded(start) && !bounded(end) {
		return &ValueError{message.New("the interval %s has no date at either end", visible.Show(d.EDTF)), message.New("give it a date at one end, such as 2020/.., or leave it out")}
	}
	var from, to span
	var err error
	if bounded(start) {
		if from, err = parseSingleDate(start); err != nil {
			return err
		}
		d.Earliest = from.first.String()
	}
	if bounded(end) {
		if to, err = parseSingleDate(end); err != nil {
			return err
		}
		d.Latest = to.last.String()
	}
	if bounded(start) && bounded(end) && to.last.before(from.first) {
		return &ValueError{message.New("the interval %s ends before it begins", visible.Show(d.EDTF)), message.New("write the earlier date first")}
	}
	// If one end is unknown, only the other gives a day that is certain.
	switch {
	case bounded(start):
		d.Begun = from.last.String()
	case start == "":
		d.Begun = to.first.String()
	}
	switch {
	case bounded(end):
		d.Lasts = to.first.String()
	case end == "":
		d.Lasts = from.last.String()
	}
	return nil
}

var (
	// calendarDate matches a date whose month and day may be left out or unspecified
	// (XX), or a year whose last one or two digits are unspecified.
	calendarDate = regexp.MustCompile(`^(-?)(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?$`)
	// longYear matches a year of more than four digits; 18 of them fit an int64.
	longYear = regexp.MustCompile(`^Y(-?[1-9]\d{4,17})$`)
	// timeOfDay matches the part of a date and time after the date.
	timeOfDay = regexp.MustCompile(`^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?$`)
	wholeDay  = regexp.MustCompile(`^-?\d{4}-\d\d-\d\d$`)
)

// parseSingleDate parses an expression that is not an interval.
func parseSingleDate(s string) (span, error) {
	if date, clock, ok := strings.Cut(s, "T"); ok {
		if !wholeDay.MatchString(date) || !timeOfDay.MatchString(clock) {
			return span{}, notDate(s)
		}
		return parseCalendar(s, date)
	}
	plain := s
	if s != "" && strings.ContainsRune("?~%", rune(s[len(s)-1])) {
		plain = s[:len(s)-1]
	}
	if m := longYear.FindStringSubmatch(plain); m != nil {
		year, err := strconv.ParseInt(m[1], 10, 64)
		if err != nil {
			return span{}, notDate(s)
		}
		return span{day{year, 1, 1}, day{year, 12, 31}}, nil
	}
	return parseCalendar(s, plain)
}

// parseCalendar parses the calendar date s.
func parseCalendar(s, date string) (span, error) {
	m := calendarDate.FindStringSubmatch(date)
	if m == nil || strings.HasPrefix(date, "-0000") {
		return span{}, notDate(s)
	}
	sign, digits, month, dayOf := m[1], m[2], m[3], m[4]
	first, last := year(sign, digits, "0"), year(sign, digits, "9")
	if last < first { // before year 0 the larger number is the earlier year
		first, last = last, first
	}
	switch {
	case month == "":
		return span{day{first, 1, 1}, day{last, 12, 31}}, nil
	case strings.Contains(digits, "X"), month == "XX" && dayOf != "" && dayOf != "XX":
		return span{}, &ValueError{message.New("%s is not of EDTF level 1: after an X, only X may follow", visible.Show(s)), message.New("write for example 199X, 2004-XX or 1985-XX-XX")}
	case month == "XX":
		return span{day{first, 1, 1}, day{first, 12, 31}}, nil
	}
	return parseMonth(s, first, number(month), dayOf)
}

// parseMonth returns the span of a month, a season, or a day of a month in s.
func parseMonth(s string, year int64, month int, dayOf string) (span, error) {
	if season, ok := seasons[month]; ok && dayOf == "" {
		end := season.last
		return span{day{year, season.first, 1}, day{year + season.later, end, daysIn(year+season.later, end)}}, nil
	}
	if month < 1 || month > 12 {
		return span{}, &ValueError{message.New("%s has no such month", visible.Show(s)), message.New("write a month from 01 to 12, or a season from 21 (spring) to 24 (winter)")}
	}
	most := daysIn(year, month)
	if dayOf == "" || dayOf == "XX" {
		return span{day{year, month, 1}, day{year, month, most}}, nil
	}
	date := number(dayOf)
	if date < 1 || date > most {
		return span{}, &ValueError{message.New("%s is a day that does not exist", visible.Show(s)), message.New("write a day from 01 to %d", most)}
	}
	return span{day{year, month, date}, day{year, month, date}}, nil
}

// seasons maps EDTF's seasons to months. The specification leaves open where and when
// they begin; these are the meteorological seasons of the northern hemisphere. A winter
// begins in December of its year.
var seasons = map[int]struct {
	first, last int
	later       int64 // years from the first month to the last
}{
	21: {3, 5, 0},
	22: {6, 8, 0},
	23: {9, 11, 0},
	24: {12, 2, 1},
}

// year returns the year of four digits, with a digit in place of every X.
func year(sign, digits, x string) int64 {
	y := int64(number(strings.ReplaceAll(digits, "X", x)))
	if sign == "-" {
		return -y
	}
	return y
}

// number returns the value of digits that a pattern has matched.
func number(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		panic("edtf: not a number: " + digits)
	}
	return n
}

// notDate returns the error for a text that is not an expression of level 0 or 1.
func notDate(s string) *ValueError {
	return &ValueError{message.New("bad date %s: it is not of EDTF level 1", visible.Show(s)), message.New("write for example 1980, 199X, 2020-01-03, 1980~, 1980/1988 or 2020/..")}
}
