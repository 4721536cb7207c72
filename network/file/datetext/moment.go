package datetext

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"proxynet/network/message"
)

// moment is one day, month, season, year, decade or century.
type moment struct {
	edtf    string // without ?, ~ or %
	year    int    // the first one of a decade or century
	size    size
	part    role   // early, mid, late, or noRole
	partAs  string // the words for it
	about   bool
	perhaps bool
}

// size is the length of a moment.
type size int

const (
	aDay size = iota
	aMonth
	aSeason
	aYear
	aDecade
	aCentury
)

// String returns the moment as EDTF.
func (m moment) String() string { return m.edtf + m.sign() }

func (m moment) sign() string {
	switch {
	case m.about && m.perhaps:
		return "%"
	case m.about:
		return "~"
	case m.perhaps:
		return "?"
	}
	return ""
}

// interval returns part of a decade as an interval. Bounds that the words leave vague
// are approximate: “late 1950s” is 1955~/1959.
func (m moment) interval() (edtf string, ok bool) {
	if m.size != aDecade || m.part == noRole || m.year < 0 {
		return "", false
	}
	bound := func(year int, vague bool) string {
		b := moment{edtf: fmt.Sprintf("%04d", m.year+year), about: m.about || vague, perhaps: m.perhaps}
		return b.String()
	}
	switch m.part {
	case early:
		return bound(0, false) + "/" + bound(4, true), true
	case mid:
		return bound(3, true) + "/" + bound(7, true), true
	}
	return bound(5, true) + "/" + bound(9, false), true
}

// moment parses the tokens of one moment.
func (r *reader) moment(tokens []token) (moment, error) {
	var m moment
	var core []token
	for _, t := range tokens {
		switch {
		case t.kind == doubt:
			m.about = m.about || strings.ContainsAny(t.text, "~%")
			m.perhaps = m.perhaps || strings.ContainsAny(t.text, "?%")
		case t.role == about:
			m.about = true
		case t.role == perhaps:
			m.perhaps = true
		case t.role == early || t.role == mid || t.role == late:
			if m.part != noRole {
				return m, r.unread()
			}
			m.part, m.partAs = t.role, t.text
		case t.role == filler, t.kind == dash && len(core) == 0:
		default:
			core = append(core, t)
		}
	}
	err := r.core(&m, core)
	if err == nil && m.year == 0 && m.edtf == "" {
		err = r.unread()
	}
	return m, err
}

// core parses the tokens that name the moment itself.
func (r *reader) core(m *moment, core []token) error {
	kinds := make([]kind, len(core))
	for i, t := range core {
		kinds[i] = t.kind
	}
	is := func(want ...kind) bool { return slices.Equal(kinds, want) }
	at := func(i int) int { return core[i].n }
	switch {
	case is(number):
		return r.years(m, core[0])
	case is(tens):
		return r.decade(m, core[0])
	case is(hundreds):
		m.edtf, m.size = core[0].text, aCentury
		m.year, _ = strconv.Atoi(core[0].text[:2] + "00")
		return nil
	case is(iso):
		m.edtf, m.size = core[0].text, aDay
		m.year, _ = strconv.Atoi(core[0].text[:4])
		if len(m.edtf) == len("2006-01") {
			m.size = aMonth
		}
		return nil
	case is(slashed):
		return r.slashed(m, core[0])
	case is(nth, word) && core[1].role == century:
		return r.century(m, at(0))
	case is(word, nth) && core[0].role == century:
		return r.century(m, at(1))
	case is(word, number) && core[0].role == decadeOf && at(1)%10 == 0:
		return r.decade(m, core[1])
	case is(word, word, nth) && core[0].role == decadeName && core[1].role == century && at(2) > 1:
		year := 100*(at(2)-1) + at(0)
		return r.decade(m, token{kind: tens, n: year, text: isoYear(year)})
	case is(number, word) && core[1].role == bc && at(0) > 0 && at(0) < 10000:
		m.year, m.size = 1-at(0), aYear // year 0 is 1 BC
		m.edtf = isoYear(m.year)
		return nil
	case is(number, word) && core[1].role == ad, is(word, number) && core[0].role == ad:
		n := at(0) + at(1)
		m.edtf, m.year, m.size = isoYear(n), n, aYear
		return nil
	case is(month, number):
		return r.dated(m, core[1], at(0), 0)
	case is(number, month):
		return r.dated(m, core[0], at(1), 0)
	case is(number, month, number), is(nth, month, number):
		return r.dated(m, core[2], at(1), at(0))
	case is(month, number, number), is(month, nth, number):
		return r.dated(m, core[2], at(0), at(1))
	case is(season, number):
		return r.dated(m, core[1], at(0), 0)
	case is(season, number, dash, number) && at(0) == 24 && follows(at(1), core[3]):
		return r.dated(m, core[1], at(0), 0) // a winter has the year in which it begins
	case slices.ContainsFunc(core, func(t token) bool { return t.role == decadeName }):
		return r.whichCentury(core[0].text)
	}
	return r.unread()
}

// follows reports whether a token, in two or four digits, is the year after another.
func follows(year int, t token) bool {
	return t.n == year+1 || len(t.text) == 2 && t.n == (year+1)%100
}

// isoYear returns a year in ISO 8601: at least four digits.
func isoYear(year int) string {
	if year < 0 {
		return fmt.Sprintf("-%04d", -year)
	}
	return fmt.Sprintf("%04d", year)
}

// century sets the n-th century.
func (r *reader) century(m *moment, n int) error {
	if n < 1 || n > 99 {
		return r.unread()
	}
	m.edtf, m.year, m.size = fmt.Sprintf("%02dXX", n-1), 100*(n-1), aCentury
	return nil
}

// years parses a year of four digits.
func (r *reader) years(m *moment, t token) error {
	if r.mayBeForeign(t.n) {
		return r.otherCalendar()
	}
	if len(t.text) != 4 {
		return r.notYear(t)
	}
	m.edtf, m.year, m.size = t.text, t.n, aYear
	return nil
}

// mayBeForeign reports whether a year may be of the other calendar of the language.
func (r *reader) mayBeForeign(year int) bool {
	return !r.vocabulary.calendar.IsNone() && 1200 <= year && year < 1500 &&
		!slices.ContainsFunc(r.tokens, func(t token) bool { return t.role == gregorian })
}

func (r *reader) decade(m *moment, t token) error {
	switch {
	case r.mayBeForeign(t.n):
		return r.otherCalendar()
	case t.n < 1000:
		return r.whichCentury(t.text)
	case t.n%100 == 0 && t.n != 2000 && !strings.HasSuffix(t.text, "X"):
		return r.unclear(message.New("%s may be ten years or a hundred", quote(t.text)), message.New("write %s or %s", fmt.Sprintf("%d/%d", t.n, t.n+9), fmt.Sprintf("%dXX", t.n/100)))
	}
	m.edtf, m.year, m.size = fmt.Sprintf("%03dX", t.n/10), t.n, aDecade
	return nil
}

// dated sets a month, season or day.
func (r *reader) dated(m *moment, year token, month, day int) error {
	if err := r.years(m, year); err != nil {
		return err
	}
	m.edtf, m.size = fmt.Sprintf("%s-%02d", m.edtf, month), aMonth
	if month > 12 {
		m.size = aSeason
	}
	if day > 0 {
		m.edtf, m.size = fmt.Sprintf("%s-%02d", m.edtf, day), aDay
	}
	return nil
}

var numbersOf = regexp.MustCompile(`\d+`)

// slashed parses 13/05/2019, 13.5.2019 and 2019/05/13. It fails if day and month are
// ambiguous.
func (r *reader) slashed(m *moment, t token) error {
	parts := numbersOf.FindAllString(t.text, -1)
	first, second, third := atoi(parts[0]), atoi(parts[1]), atoi(parts[2])
	set := func(year string, month, day int) error {
		return r.dated(m, token{kind: number, n: atoi(year), text: year}, month, day)
	}
	switch {
	case len(parts[0]) == 4:
		return set(parts[0], second, third)
	case len(parts[2]) != 4:
		return r.unclear(message.New("%s has no year of four digits", quote(t.text)), message.New("write the year in full, such as 2019-05-03"))
	case strings.Contains(t.text, "."), first > 12, first == second: // with full stops, the day comes first
		return set(parts[2], second, first)
	case second > 12:
		return set(parts[2], first, second)
	}
	return r.unclear(message.New("%s may be %s or %s", quote(t.text),
		spoken(third, first, second), spoken(third, second, first)),
		message.New("write %s or %s", fmt.Sprintf("%04d-%02d-%02d", third, first, second), fmt.Sprintf("%04d-%02d-%02d", third, second, first)))
}

func spoken(year, month, day int) string {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Format("2 January 2006")
}

// atoi returns the value of at most four digits.
func atoi(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		panic("datetext: not a number: " + digits)
	}
	return n
}

// beside returns the moment of the same size just before (direction -1) or after (1)
// another; for decades and centuries, the year.
func beside(m moment, direction int) (string, bool) {
	years := map[size]int{aDecade: 10, aCentury: 100}[m.size]
	switch {
	case years > 0 && direction > 0:
		return fmt.Sprintf("%04d", m.year+years), true
	case years > 0:
		return fmt.Sprintf("%04d", m.year-1), m.year > 0
	}
	layout := map[size]string{aDay: time.DateOnly, aMonth: "2006-01", aYear: "2006"}[m.size]
	t, err := time.Parse(layout, m.edtf)
	if layout == "" || err != nil || m.year < 1 || m.year > 9998 {
		return "", false
	}
	switch m.size {
	case aDay:
		t = t.AddDate(0, 0, direction)
	case aMonth:
		t = t.AddDate(0, direction, 0)
	default:
		t = t.AddDate(direction, 0, 0)
	}
	return t.Format(layout), true
}
