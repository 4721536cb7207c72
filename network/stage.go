package network

// Stage is how far the law had come with a claim at a date.
type Stage struct {
	Stage    LegalStage `json:"stage"`
	Date     *Date      `json:"date"` // when it came to this
	Passages []string   `json:"passages"`
}

// LegalStage is a stage of a legal matter.
type LegalStage string

const (
	Alleged      LegalStage = "alleged"      // somebody has accused, and no authority acts on it
	Investigated LegalStage = "investigated" // an authority looks into it
	Charged      LegalStage = "charged"
	Dropped      LegalStage = "dropped" // charges or an investigation ended without a judgment
	Acquitted    LegalStage = "acquitted"
	Convicted    LegalStage = "convicted"
	Settled      LegalStage = "settled"     // the parties agreed
	TimeBarred   LegalStage = "time-barred" // it is too late for a judgment
)

// LegalStages lists every stage, in the order in which they usually follow.
var LegalStages = []LegalStage{Alleged, Investigated, Charged, Dropped, Acquitted, Convicted, Settled, TimeBarred}

// StageAt returns the last of the stages of r that was reached by the end of
// moment at, or nil where none had been; without a moment it is the last of all.
// A stage is reached on the first day that its date can mean.
func (r *Relation) StageAt(at *Moment) *Stage {
	for i := len(r.Legal) - 1; i >= 0; i-- {
		s := &r.Legal[i]
		if at == nil || s.Date.Earliest == "" || CompareDays(s.Date.Earliest, at.Last) <= 0 {
			return s
		}
	}
	return nil
}
