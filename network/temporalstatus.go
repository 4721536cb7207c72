package network

// TemporalStatus is whether a claim held at a date, according to its source.
type TemporalStatus int

const (
	Present TemporalStatus = iota // it held
	NotYet                        // it had not started
	Past                          // it was over
	Open                          // the source doesn't say whether it held
)

// Absent reports whether the source rules out that the claim held. A claim that
// is [Open] isn't absent: it is shown, marked as open, and counts as documented.
func (p TemporalStatus) Absent() bool { return p == NotYet || p == Past }

// TemporalStatus returns whether r held on some day of m. source is the earliest day on
// which the source of r can have been written, or "" if that isn't known.
//
//   - A period is read according to its [Meaning]. On days that are possible but not
//     certain, r is open.
//   - A relation without a period that isn't past held when the source was written.
//     Before that it is open.
//   - A past relation without an end was over when the source was written. Before that
//     it is open, except on days that its period makes certain.
func (r *Relation) TemporalStatus(m DateRange, source string) TemporalStatus {
	d := r.Period
	written := source == "" || CompareDays(m.Last, source) >= 0
	if d == nil && !r.Past && written {
		return Present
	}
	p, endless := Open, d == nil || d.Latest == ""
	if d != nil {
		p = d.temporalStatus(m, r.Meaning())
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

// TemporalStatus returns whether something with the date d, such as an event, happened or
// lasted on some day of m.
func (d *Date) TemporalStatus(m DateRange) TemporalStatus { return d.temporalStatus(m, d.meaning()) }

// temporalStatus is TemporalStatus for a date with the given meaning.
func (d *Date) temporalStatus(m DateRange, means Meaning) TemporalStatus {
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
// [Relation.TemporalStatus].
func (r *Relation) Holds(m DateRange, source string) bool {
	return !r.TemporalStatus(m, source).Absent()
}
