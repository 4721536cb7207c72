package lint

import (
	"cmp"
	"strings"

	"proxynet/network"
	"proxynet/network/message"
)

// impossiblePeriod finds dates that are certainly wrong. Package file refuses intervals
// that end before they begin.
func impossiblePeriod(s *search) {
	published := s.lastDay()
	for _, r := range s.n.Relations {
		if r.Period == nil {
			continue
		}
		bound := r.Meaning() == network.Within || r.Meaning() == network.Began // only the beginning is known
		goesOn := strings.HasSuffix(r.Period.EDTF, "/..") && !bound
		first := r.Period.Earliest
		if r.Meaning() == network.Known {
			first = cmp.Or(r.Period.Lasts, r.Period.Begun) // a day on which it held
		}
		later := published != "" && after(first, published)
		switch {
		case r.Past && goesOn:
			s.warn(r.ID, message.New("it is past, and its period %s goes on", r.Period.EDTF), message.New("give the period its end, or take “past” out"))
		case r.Past && later:
			s.warn(r.ID, message.New("it is past, and its period %s begins after every source", r.Period.EDTF), message.New("correct the period, or take “past” out"))
		case later:
			s.warn(r.ID, message.New("its period %s begins after every source", r.Period.EDTF), message.New("correct the period or the date of the source"))
		}
	}
	for _, e := range s.n.Events {
		if e.Date != nil && published != "" && after(e.Date.Earliest, published) && e.Status != network.Ambiguous {
			s.warn(e.ID, message.New("its date %s is after every source", e.Date.EDTF), message.New("correct it or the date of the source, or write “status: ambiguous” if it is only expected"))
		}
	}
}

// lastDay returns the last day on which any source can have been published, or "" if a
// source has no such day.
func (s *lookup) lastDay() string {
	last := ""
	for _, source := range s.n.Sources {
		if source.Date == nil || source.Date.Latest == "" {
			return ""
		}
		if last == "" || after(source.Date.Latest, last) {
			last = source.Date.Latest
		}
	}
	return last
}

// after reports whether day a is after day b, for years of four digits; it is false for
// others.
func after(a, b string) bool {
	const plain = len("2006-01-02")
	return len(a) == plain && len(b) == plain && a > b
}
