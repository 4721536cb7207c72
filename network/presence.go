package network

// Presence is how a claim stands to a date.
type Presence int

const (
	Absent  Presence = iota // it doesn't hold then
	Perhaps                 // the source says neither that it does nor that it doesn't
	Present                 // it holds then
)

// Presence returns how r stands to m. The source, of which the earliest day it
// can be from is given ("" if that isn't known), often says less than that, and
// so these are the rules:
//
//   - An interval holds within its bounds. Where a bound is unknown, or can be
//     meant as several days, it holds perhaps.
//   - A single date bounds what is past. Of what isn't past it says when that
//     began, such as the year in which somebody joined.
//   - Without a period, what isn't past holds when the source was written; of
//     the time before that the source says nothing.
//   - What is past by the time of the source, and has no end of its own, holds
//     only at dates that are over before the source, and of none is it said.
func (r *Relation) Presence(m Moment, source string) Presence {
	d := r.Period
	if d != nil && r.Past {
		if p := d.Presence(m); p == Absent || d.Latest != "" {
			return p
		}
	}
	written := source == "" || compareDays(m.Last, source) >= 0
	switch {
	case r.Past && written && source != "":
		return Absent
	case r.Past:
		return Perhaps
	case d != nil && !d.Interval():
		since := Date{EDTF: d.EDTF + "/..", Earliest: d.Earliest, Begun: d.Latest}
		return since.Presence(m)
	case d != nil:
		return d.Presence(m)
	case written:
		return Present
	}
	return Perhaps
}

// Presence returns how what happened at d, or lasted for d, stands to m.
func (d *Date) Presence(m Moment) Presence {
	before := func(a, b string) bool { return a != "" && b != "" && compareDays(a, b) < 0 }
	switch {
	case before(m.Last, d.Earliest), before(d.Latest, m.First):
		return Absent
	case !d.Interval(): // some day or other; it was for sure if all of them are in m
		if before(d.Earliest, m.First) || before(m.Last, d.Latest) {
			return Perhaps
		}
	case before(m.Last, d.Begun), before(d.Lasts, m.First), before(d.Lasts, d.Begun):
		return Perhaps
	}
	return Present
}

// Holds tells if r may hold on some day of m, as far as the source says; see
// [Relation.Presence].
func (r *Relation) Holds(m Moment, source string) bool { return r.Presence(m, source) != Absent }
