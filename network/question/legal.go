package question

// LegalAnswer holds the legal stages of relations at the state's date.
type LegalAnswer struct {
	// Reached is the number of legal stages that a relation had reached, by its id.
	Reached map[string]int `json:"reached"`
}

func (v *view) legal() LegalAnswer {
	a := LegalAnswer{map[string]int{}}
	for i := range v.Relations {
		r := &v.Relations[i]
		last := v.filter.Stage(r)
		for k := range r.Legal {
			if last == &r.Legal[k] {
				a.Reached[r.ID] = k + 1
			}
		}
	}
	return a
}
