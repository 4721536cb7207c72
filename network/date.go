package network

import "strings"

// Date is an EDTF level 1 date or interval, what it claims, and the days that
// follow from both, so that no reader of it has to parse EDTF.
// https://www.loc.gov/standards/datetime/
//
// Earliest and Latest bound the days on which what is dated can have held.
// Begun and Lasts bound those on which it surely held: CIDOC CRM's P82 (at some
// time within) and P81 (ongoing throughout).
type Date struct {
	EDTF     string  `json:"edtf"`               // such as "1980", "199X", "2020-01-03", "1980~", "2020/.."
	Means    Meaning `json:"means,omitempty"`    // what it claims; "" for what the expression claims by itself
	Earliest string  `json:"earliest,omitempty"` // first possible day, "2006-01-02"; "" where open or unknown
	Latest   string  `json:"latest,omitempty"`   // last possible day; "" where open or unknown
	Begun    string  `json:"begun,omitempty"`    // first day by which it has surely begun; "" where it always had, and for a plain single date
	Lasts    string  `json:"lasts,omitempty"`    // last day on which it surely still lasts; "" where it goes on, and for a plain single date
	Words    string  `json:"words,omitempty"`    // as the source says it, such as "four years ago"
	Resolved bool    `json:"resolved,omitempty"` // worked out from outside the source
	Note     string  `json:"note,omitempty"`     // our own words: how it was resolved
}

// Meaning is what a date claims of what it dates.
//
// By itself, an interval means [Throughout]. A single date means [Began] for a
// relation that isn't past, and [Within] for one that is, for an event and for a
// source.
type Meaning string

const (
	Known      Meaning = "known"      // it held then; when it began and ended is open
	Began      Meaning = "began"      // it began on one of these days
	Within     Meaning = "within"     // it held at some time in these days, and at no other
	Throughout Meaning = "throughout" // it held from the first of these days to the last, and at no other time
)

// Meanings lists every meaning.
var Meanings = []Meaning{Known, Began, Within, Throughout}

// Interval reports whether d has a beginning and an end, either of which may be
// open or unknown.
func (d *Date) Interval() bool { return strings.Contains(d.EDTF, "/") }

// Meaning returns what the period of r claims, or "" if r has none.
func (r *Relation) Meaning() Meaning {
	switch d := r.Period; {
	case d == nil:
		return ""
	case d.Means == "" && !d.Interval() && !r.Past:
		return Began
	default:
		return d.meaning()
	}
}

// meaning returns what d claims of an event or of a past relation.
func (d *Date) meaning() Meaning {
	switch {
	case d.Means != "":
		return d.Means
	case d.Interval():
		return Throughout
	}
	return Within
}
