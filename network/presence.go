package network

// Presence says whether a claim held at a date, as far as its source says.
type Presence int

const (
	Present Presence = iota // it held then
	NotYet                  // it had not begun
	Past                    // it was over
	Open                    // the source says neither that it held nor that it didn't
)

// Absent reports whether the source rules out that the claim held. A claim that
// is [Open] isn't absent: it is shown, marked as open, and counts as documented.
func (p Presence) Absent() bool { return p == NotYet || p == Past }

// Presence reports whether r held on some day of m. source is the earliest day
// on which the source of r can have been written, or "" if that isn't known.
//
//   - A period is read by its [Meaning]. On days that are possible but not certain, r is
//     open.
//   - A relation without a period that isn't past held when the source was written.
//     Before that it is open.
//   - A past relation without an end was over when the source was written. Before that
//     it is open, except on days that its period makes certain.
func (r *Relation) Presence(m Moment, source string) Presence {
	d := r.Period
	written := source == "" || CompareDays(m.Last, source) >= 0
	if d == nil && !r.Past && written {
		return Present
	}
	p, endless := Open, d == nil || d.Latest == ""
	if d != nil {
		p = d.presence(m, r.Meaning())
	}
	switch {
	case !r.Past || !endless || p.Absent():
		return p
	case p == Present && d.Lasts != "":
		return Present
	case written && source != "":
		return Past
	}
	return Open
}

// Presence reports whether something with the date d, such as an event, happened or
// lasted on some day of m.
func (d *Date) Presence(m Moment) Presence { return d.presence(m, d.meaning()) }

// presence is Presence for a date that claims means.
func (d *Date) presence(m Moment, means Meaning) Presence {
	first, last, begun, lasts := d.Earliest, d.Latest, d.Begun, d.Lasts
	if d.Means == "" && !d.Interval() {
		begun, lasts = d.Latest, d.Earliest
		if means == Began {
			last, lasts = "", ""
		}
	}
	before := func(a, b string) bool { return a != "" && b != "" && CompareDays(a, b) < 0 }
	switch {
	case before(m.Last, first):
		return NotYet
	case before(last, m.First):
		return Past
	case means == Within && (first == "" || last == ""), means == Began && begun == "":
		return Open // a bound alone makes no day certain
	case before(m.Last, begun), before(lasts, m.First):
		return Open
	}
	return Present
}

// Holds reports whether r may have held on some day of m; see
// [Relation.Presence].
func (r *Relation) Holds(m Moment, source string) bool { return !r.Presence(m, source).Absent() }
