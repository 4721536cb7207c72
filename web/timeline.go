package web

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"

	"proxynet/network"
)

// timeline is the network's dates on an axis, and the dates at which it can be viewed.
// The axis is not to scale: every event gets room, so that empty decades take little of
// it and days with several events enough. Places on it are in hundredths of its length.
type timeline struct {
	Marks []timeMark
	Ticks []timeTick
	Stops []timeStop
	// First is the start of the slider. Stops before it are events before every dated
	// relation, in their order.
	First float64

	knots []knot
}

// timeMark is an event on the axis: a dot at X, and how long it lasted or the range of
// its possible dates, from Start to End.
type timeMark struct {
	Event         eventEntry
	X, Start, End float64
	Uncertain     bool // the source is vague about the date
}

// timeTick is a labelled point of the axis.
type timeTick struct {
	X     float64
	Label string
	Minor bool // left out if there is little room
}

// timeStop is a year or a month at which the network can be looked at.
type timeStop struct {
	AsOf string  `json:"asOf"`
	Text string  `json:"text"` // in words
	X    float64 `json:"x"`
	Mark bool    `json:"mark,omitempty"` // something begins, ends or happens in it
	What string  `json:"what,omitempty"` // the label of an event at that time, or ""
}

// knot is a day whose place on the axis is given. Between two of them time runs
// evenly.
type knot struct {
	day time.Time
	x   float64
}

// Tunables of the axis.
const (
	gapLeast  = 4.0  // of two neighbouring knots
	gapLog    = 0.25 // more, for every doubling of the months between
	gapBefore = 3.5  // of an event before the slider's beginning
	leastDays = 400  // a shorter time needs no axis
	tickWide  = 5    // hundredths between labels on a desk
	tickNear  = 11   // and on a phone
)

// timelineBuilder builds the timeline.
type timelineBuilder struct{ *index }

// timeline returns nil for a network without enough dates for an axis.
func (x timelineBuilder) timeline(events []eventEntry) *timeline {
	first, last := x.span(events)
	if first.IsZero() || last.Sub(first) < leastDays*24*time.Hour {
		return nil
	}
	t := &timeline{}
	var before int
	for _, e := range events {
		m := timeMark{Event: e}
		if d := e.Event.Date; d != nil {
			start, end := cmp.Or(day(d.Earliest), first), cmp.Or(day(d.Latest), last)
			if end.Before(start) {
				continue // an end that is before all others
			}
			m.Uncertain = strings.ContainsAny(d.EDTF, "X?~%") || d.Means == network.Within && d.Earliest != d.Latest
			if end.Before(first) {
				before++
			}
			t.Marks = append(t.Marks, m)
		}
	}
	t.measure(first, last, before)
	for i := range t.Marks {
		m := &t.Marks[i]
		d := m.Event.Event.Date
		if i < before {
			m.X = tenth(t.First * (float64(i) + 0.5) / float64(before))
			m.Start, m.End = m.X, m.X
			continue
		}
		m.X = t.knots[i-before+1].x
		m.Start = min(m.X, t.at(cmp.Or(day(d.Earliest), first)))
		m.End = max(m.X, t.at(cmp.Or(day(d.Latest), last)))
	}
	t.Ticks = t.ticks(x.words)
	t.Stops = t.stops(x.index, first, last)
	return t
}

// span returns the first day on which a dated relation can have begun, or an
// event have happened where no relation has a date, and the day after the last.
func (x timelineBuilder) span(events []eventEntry) (first, last time.Time) {
	widen := func(d *network.Date, start bool) {
		if d == nil {
			return
		}
		if at := day(d.Earliest); start && !at.IsZero() && (first.IsZero() || at.Before(first)) {
			first = at
		}
		for _, end := range []string{d.Earliest, d.Latest} {
			if at := day(end); at.After(last) {
				last = at
			}
		}
	}
	for _, r := range x.Relations {
		widen(r.Period, true)
		for _, s := range r.Legal {
			widen(s.Date, true)
		}
	}
	dated := !first.IsZero()
	for _, e := range events {
		widen(e.Event.Date, !dated)
	}
	for _, s := range x.Sources {
		widen(s.Date, false)
	}
	return first, last.AddDate(0, 0, 1)
}

// measure places the knots: the beginning, the middle of each event's date, and the
// end. It sorts the marks in the order of their knots.
func (t *timeline) measure(first, last time.Time, before int) {
	middle := func(m timeMark) time.Time {
		d := m.Event.Event.Date
		start, end := cmp.Or(day(d.Earliest), first), cmp.Or(day(d.Latest), last)
		return start.Add(end.Sub(start) / 2).Truncate(24 * time.Hour)
	}
	slices.SortStableFunc(t.Marks, func(a, b timeMark) int { return middle(a).Compare(middle(b)) })
	t.knots = []knot{{day: first}}
	for _, m := range t.Marks[before:] {
		at := middle(m)
		if previous := t.knots[len(t.knots)-1].day; !at.After(previous) {
			at = previous.AddDate(0, 0, 1)
		}
		t.knots = append(t.knots, knot{day: at})
	}
	if k := len(t.knots); !last.After(t.knots[k-1].day) {
		last = t.knots[k-1].day.AddDate(0, 0, 1)
	}
	t.knots = append(t.knots, knot{day: last})

	at := gapBefore * float64(before)
	t.First = at
	t.knots[0].x = at
	for i := 1; i < len(t.knots); i++ {
		months := t.knots[i].day.Sub(t.knots[i-1].day).Hours() / 24 / 30
		gap := gapLeast + gapLog*math.Log2(1+months)
		if i == 1 || i == len(t.knots)-1 {
			gap /= 2 // there is a dot at one end only
		}
		at += gap
		t.knots[i].x = at
	}
	t.First = tenth(t.First * 100 / at)
	for i := range t.knots {
		t.knots[i].x = tenth(t.knots[i].x * 100 / at)
	}
}

// at returns the place of a day on the axis.
func (t *timeline) at(d time.Time) float64 {
	i, found := slices.BinarySearchFunc(t.knots, d, func(k knot, d time.Time) int { return k.day.Compare(d) })
	switch {
	case found:
		return t.knots[i].x
	case i == 0:
		return t.knots[0].x
	case i == len(t.knots):
		return 100
	}
	a, b := t.knots[i-1], t.knots[i]
	return tenth(a.x + (b.x-a.x)*float64(d.Sub(a.day))/float64(b.day.Sub(a.day)))
}

// ticks labels the ends of the axis and the years with events, as far as there is room.
func (t *timeline) ticks(w words) []timeTick {
	var list []timeTick
	room := func(x, least float64, minor bool) bool {
		return !slices.ContainsFunc(list, func(o timeTick) bool { return (minor || !o.Minor) && math.Abs(o.X-x) < least })
	}
	add := func(d time.Time) {
		tick := timeTick{X: t.at(d), Label: w.Digits(d.Format("2006"))}
		if d.Before(t.knots[0].day) || !room(tick.X, tickWide, true) {
			return
		}
		tick.Minor = !room(tick.X, tickNear, false)
		list = append(list, tick)
	}
	add(t.knots[0].day)
	for _, m := range slices.Backward(t.Marks) { // later marks are closer to the article
		if at := day(m.Event.Event.Date.Earliest); !at.IsZero() {
			add(time.Date(at.Year(), 1, 1, 0, 0, 0, 0, time.UTC))
		}
	}
	slices.SortFunc(list, func(a, b timeTick) int { return cmp.Compare(a.X, b.X) })
	return list
}

// stops lists the years at which the network can be viewed; a year with dates to the
// month is listed by months.
func (t *timeline) stops(x *index, first, last time.Time) []timeStop {
	marked := map[string]bool{} // years and months in which something begins, ends or happens
	months := map[string]bool{} // years that are divided into months
	note := func(d *network.Date) {
		if d == nil {
			return
		}
		start, end, _ := strings.Cut(d.EDTF, "/")
		for _, of := range []struct{ edtf, day string }{{start, d.Earliest}, {end, d.Latest}} {
			if at := day(of.day); !at.IsZero() && of.edtf != "" {
				marked[at.Format("2006")] = true
				if strings.Contains(of.edtf, "-") {
					months[at.Format("2006")] = true
					marked[at.Format("2006-01")] = true
				}
			}
		}
	}
	for _, e := range x.Events {
		note(e.Date)
	}
	for _, r := range x.Relations {
		note(r.Period)
		for _, s := range r.Legal {
			note(s.Date)
		}
	}
	var list []timeStop
	for d := time.Date(first.Year(), 1, 1, 0, 0, 0, 0, time.UTC); d.Before(last); {
		next, asOf := d.AddDate(1, 0, 0), d.Format("2006")
		if months[asOf] {
			next, asOf = d.AddDate(0, 1, 0), d.Format("2006-01")
		}
		if next.After(first) {
			middle := d.Add(min(next.Sub(d), last.Sub(d)) / 2)
			list = append(list, timeStop{AsOf: asOf, Text: x.words.dateWords(asOf), X: t.at(middle), Mark: marked[asOf], What: t.within(d, next)})
		}
		d = next
	}
	return list
}

// within returns the label of the event that is most narrowly dated to a time,
// of several the first.
func (t *timeline) within(from, to time.Time) string {
	label, shortest := "", to.Sub(from)
	for _, m := range t.Marks {
		start, end := day(m.Event.Event.Date.Earliest), day(m.Event.Event.Date.Latest)
		if end.IsZero() || start.Before(from) || !end.Before(to) {
			continue
		}
		if length := end.Sub(start); length < shortest {
			label, shortest = m.Event.Label, length
		}
	}
	return label
}

// day reads a day of a [network.Date]. A year beyond four digits has no place
// on an axis and is no day.
func day(text string) time.Time {
	d, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return time.Time{}
	}
	return d
}

func tenth(v float64) float64 { return math.Round(v*10) / 10 }
