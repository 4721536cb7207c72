package network

import (
	"cmp"
	"slices"
)

// Status is how firmly a source makes a claim.
type Status string

const (
	Stated     Status = "stated"     // stated by the source in its own voice
	Attributed Status = "attributed" // stated by someone whom the source quotes
	Implied    Status = "implied"    // follows from passages that don't say it outright
	Resolved   Status = "resolved"   // from outside the source
	Ambiguous  Status = "ambiguous"  // the source leaves it open, or disputes it
	Unsourced  Status = "unsourced"  // without a passage; only in an unsourced network
)

// Statuses lists every status, firmest first. Claims of the source come before those it
// has from others, and explicit claims before implied ones. Claims from outside the
// source are at least asserted by somebody; those left open or unsourced are not.
var Statuses = []Status{Stated, Attributed, Implied, Resolved, Ambiguous, Unsourced}

// Indices in Statuses.
var (
	leastAsserted = slices.Index(Statuses, Resolved) // statuses after it assert nothing
	leftOpen      = slices.Index(Statuses, Ambiguous)
)

// weakness returns the weakness of claim r, as an index in [Statuses]; 0 is firmest. An
// open relation is at most as firm as an ambiguous one. An unknown status is the
// weakest.
func (r *Relation) weakness() int {
	at := slices.Index(Statuses, r.Status)
	if at < 0 {
		at = len(Statuses) - 1
	}
	if r.Open {
		return max(at, leftOpen)
	}
	return at
}

// Asserted reports whether a passage, or somebody outside the source, asserts r:
// it is neither left open nor unsourced.
func (r *Relation) Asserted() bool { return r.weakness() <= leastAsserted }

// compareFirmness orders relations firmest first, and among equally firm ones those that
// aren't past first.
func compareFirmness(a, b *Relation) int {
	return cmp.Or(cmp.Compare(a.weakness(), b.weakness()), compareFlags(a.Past, b.Past))
}

// compareFlags puts the unset flag before the set one.
func compareFlags(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	default:
		return 1
	}
}
