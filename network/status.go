package network

// Status is how firmly a source makes a claim.
type Status string

const (
	Stated     Status = "stated"     // the source says so in its own voice
	Implied    Status = "implied"    // it follows from passages that don't say it outright
	Attributed Status = "attributed" // somebody whom the source quotes says so
	Ambiguous  Status = "ambiguous"  // the source leaves it open, or disputes it
	Resolved   Status = "resolved"   // from outside the source
	Unsourced  Status = "unsourced"  // no passage says so; only in an unsourced network
)

// Statuses lists every status, firmest first.
var Statuses = []Status{Stated, Attributed, Implied, Ambiguous, Resolved, Unsourced}
