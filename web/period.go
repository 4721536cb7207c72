package web

import (
	"strings"

	"proxynet/network"
)

// period returns when r held, in words that claim no more than its date; nil if it has
// none.
func (w words) period(r *network.Relation) *date {
	d := w.date(r.ID, r.Period)
	if d != nil {
		d.Text = w.claim(r.Period, r.Meaning(), r.Past)
	}
	return d
}

// happened returns the date of an event.
func (w words) happened(e *network.Event) *date {
	d := w.date(e.ID, e.Date)
	if d != nil {
		d.Text = w.claim(e.Date, e.Date.Means, true)
	}
	return d
}

// published returns the date of a source, which was published on one day.
func (w words) published(s *network.Source) *date {
	d := w.date(s.ID, s.Date)
	if d != nil && s.Date.Interval() {
		d.Text = w.claim(s.Date, network.Within, true)
	}
	return d
}

// claim returns what a date claims, in words. over means that the dated claim is past.
func (w words) claim(d *network.Date, means network.Meaning, over bool) string {
	plain := w.dateWords(d.EDTF)
	switch means {
	case network.Known:
		switch start, end, _ := strings.Cut(d.EDTF, "/"); {
		case end == "..":
			return w.Say("date.known-since", "date", plain)
		case start == "..":
			return w.Say("date.known-until", "date", plain)
		}
		return w.Say("date.known", "date", plain)
	case network.Began:
		since := "date.since"
		if over {
			since = "date.from"
		}
		return w.Say(since, "date", w.someTime(d, "date.at-latest", "date.at-earliest"))
	case network.Within:
		if !d.Interval() && (d.Earliest == d.Latest || strings.Contains(d.EDTF, "XX")) {
			return plain // one day, or equally exact words
		}
		if !d.Interval() {
			return w.Say("date.some-time-in", "date", plain)
		}
		return w.someTime(d, "date.not-after", "date.not-before")
	case network.Throughout:
		if !d.Interval() && d.Earliest != d.Latest {
			return w.Say("date.throughout", "date", plain)
		}
	}
	return plain
}

// someTime returns words for a time between the ends of an interval, or before or after
// the known end; the keys name the strings. A single date stays as it is.
func (w words) someTime(d *network.Date, before, after string) string {
	start, end, _ := strings.Cut(d.EDTF, "/")
	known := func(s string) bool { return s != "" && s != ".." }
	switch {
	case !d.Interval():
		return w.dayWords(d.EDTF)
	case known(start) && known(end):
		return w.Say("date.between", "from", w.dayWords(start), "to", w.dayWords(end))
	case known(end):
		return w.Say(before, "date", w.dayWords(end))
	}
	return w.Say(after, "date", w.dayWords(start))
}
