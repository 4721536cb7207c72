package network

import "strings"

// Date is an EDTF level 1 date or interval, with its meaning and the days that follow
// from both, so that programs need not parse EDTF.
// https://www.loc.gov/standards/datetime/
//
// Earliest and Latest bound the days on which the claim can have held; Begun and Lasts
// those on which it certainly held. They are CIDOC CRM's P82 (at some time within) and
// P81 (ongoing throughout).
type Date struct {
	EDTF     string  `json:"edtf"`               // such as "1980", "199X", "2020-01-03", "1980~", "2020/.."
	Means    Meaning `json:"means,omitempty"`    // "" for the default
	Earliest string  `json:"earliest,omitempty"` // first possible day, "2006-01-02"; "" if open or unknown
	Latest   string  `json:"latest,omitempty"`   // last possible day; "" if open or unknown
	Begun    string  `json:"begun,omitempty"`    // first day by which it has certainly begun; "" if it always had, and for a plain single date
	Lasts    string  `json:"lasts,omitempty"`    // last day on which it certainly still holds; "" if it continues, and for a plain single date
	Words    string  `json:"words,omitempty"`    // of the source, such as "four years ago"
	Resolved bool    `json:"resolved,omitempty"` // from outside the source
	Note     string  `json:"note,omitempty"`     // our own words: how it was resolved
}

// Meaning is what a date claims.
//
// The default of an interval is [Throughout]. That of a single date is [Began] for a
// relation that isn't past, and [Within] for past relations, events and sources.
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

// Meaning returns the meaning of the period of r, or "" if r has none.
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

// meaning returns the meaning of d for an event or a past relation.
func (d *Date) meaning() Meaning {
	switch {
	case d.Means != "":
		return d.Means
	case d.Interval():
		return Throughout
	}
	return Within
}
