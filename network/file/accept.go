package file

// Accepted is a warning of check that an author has looked at and keeps, with
// the reason. Faults can't be accepted.
type Accepted struct {
	Rule string // the warning's
	Of   string // what it is about: an id, or such as “paragraph-3”
	Why  string
	Line int
}

// accept returns the warnings that the file accepts.
func (r *record) accept() []Accepted {
	var out []Accepted
	for _, n := range r.list("accept") {
		rec := r.record(n, "accept")
		if rec == nil {
			continue
		}
		if of := rec.fields["of"]; of != nil {
			rec.use(of, "of", of.Value)
		}
		out = append(out, Accepted{Rule: rec.needWords("rule"), Of: rec.needWords("of"), Why: rec.needWords("why"), Line: rec.line})
		rec.done()
	}
	return out
}
