package network

// Denial is somebody's word against a claim.
type Denial struct {
	Speaker  string    `json:"speaker"` // id of who denies or contradicts it
	Says     Objection `json:"says"`
	Date     *Date     `json:"date,omitempty"` // when it was said
	Passages []string  `json:"passages"`
}

// Objection is what somebody says against a claim.
type Objection string

const (
	Denies      Objection = "denies"      // it concerns the speaker, who says that it isn't so
	Contradicts Objection = "contradicts" // the speaker says otherwise
)

// Objections lists every objection.
var Objections = []Objection{Denies, Contradicts}
