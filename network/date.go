package network

import "strings"

// Date is an EDTF level 1 date or interval, with the days it can mean worked
// out, so that no reader of it has to parse EDTF.
// https://www.loc.gov/standards/datetime/
type Date struct {
	EDTF     string `json:"edtf"`               // such as "1980", "199X", "2020-01-03", "1980~", "2020/.."
	Earliest string `json:"earliest,omitempty"` // first day it can mean, "2006-01-02"; "" where open or unknown
	Latest   string `json:"latest,omitempty"`   // last day it can mean; "" where open or unknown
	Begun    string `json:"begun,omitempty"`    // of an interval: the first day on which it has surely begun; "" where it always was
	Lasts    string `json:"lasts,omitempty"`    // of an interval: the last day on which it surely lasts; "" where it goes on
	Words    string `json:"words,omitempty"`    // as the source says it, such as "four years ago"
	Resolved bool   `json:"resolved,omitempty"` // worked out from outside the source
	Note     string `json:"note,omitempty"`     // our own words: how it was resolved
}

// Interval tells whether d lasts, and is not just some day or other.
func (d *Date) Interval() bool { return strings.Contains(d.EDTF, "/") }
