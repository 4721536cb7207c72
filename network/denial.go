package network

// Denial is a speaker's denial or contradiction of a claim.
type Denial struct {
	Speaker  string    `json:"speaker"` // id of the speaker who denies or contradicts it
	Says     Objection `json:"says"`
	Date     *Date     `json:"date,omitempty"` // of the statement
	Passages []string  `json:"passages"`
}

// Objection is the way in which a speaker opposes a claim.
type Objection string

const (
	Denies      Objection = "denies"      // the claim concerns the speaker, who rejects it
	Contradicts Objection = "contradicts" // the speaker makes a different claim
)

// Objections lists every objection.
var Objections = []Objection{Denies, Contradicts}
