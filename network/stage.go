package network

// Stage is a stage that legal proceedings about a claim reached at a date.
type Stage struct {
	Stage    LegalStage `json:"stage"`
	Date     *Date      `json:"date"`     // when the stage was reached
	Passages []string   `json:"passages"` // ids of those that report it
}

// LegalStage is a stage of legal proceedings.
type LegalStage string

const (
	Alleged      LegalStage = "alleged"      // an accusation on which no authority acts
	Investigated LegalStage = "investigated" // an authority is investigating
	Charged      LegalStage = "charged"      // a prosecutor has brought charges
	Dropped      LegalStage = "dropped"      // charges or an investigation ended without a judgment
	Acquitted    LegalStage = "acquitted"    // a court found for the accused
	Convicted    LegalStage = "convicted"    // a court found against the accused
	Settled      LegalStage = "settled"      // the parties agreed
	TimeBarred   LegalStage = "time-barred"  // a limitation period rules out a judgment
)

// LegalStages lists every stage, in the usual order.
var LegalStages = []LegalStage{Alleged, Investigated, Charged, Dropped, Acquitted, Convicted, Settled, TimeBarred}

// StageAt returns the last stage that r had reached by the end of moment at, or nil
// if it had reached none. If at is nil, it returns the last stage of all. A stage
// counts as reached on the earliest day of its date.
func (r *Relation) StageAt(at *DateRange) *Stage {
	for i := len(r.Legal) - 1; i >= 0; i-- {
		s := &r.Legal[i]
		if at == nil || s.Date.Earliest == "" || CompareDays(s.Date.Earliest, at.Last) <= 0 {
			return s
		}
	}
	return nil
}
