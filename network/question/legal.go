package question

// LegalAnswer is how far the law had come with claims at the state's date.
type LegalAnswer struct {
	// Reached is how many of its legal stages a relation had reached, by its id.
	Reached map[string]int `json:"reached"`
}

func (v *view) legal() LegalAnswer {
	a := LegalAnswer{map[string]int{}}
	for i := range v.Relations {
		r := &v.Relations[i]
		for k := range r.Legal {
			if v.lens.Stage(r) == &r.Legal[k] {
				a.Reached[r.ID] = k + 1
			}
		}
	}
	return a
}
