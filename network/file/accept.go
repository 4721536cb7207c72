package file

import (
	"strings"

	"proxynet/network/message"
)

// Accepted is a warning of check that an author has reviewed and accepts, with the
// reason. Diagnostics can't be accepted.
type Accepted struct {
	Rule  string // the warning's
	Of    string // id of what it is about; "" if Words is set
	Words string // part of the article's text that it is about
	Why   string
	Line  int
	Spot  Spot // of the value of “of”
}

// ByNumber reports whether a names a paragraph by its number, such as “paragraph-3”,
// which names another paragraph once the numbers change.
func (a *Accepted) ByNumber() bool {
	return strings.HasPrefix(a.Of, "paragraph-") || strings.Contains(a.Of, "-paragraph-")
}

// accept returns the warnings that the file accepts.
func (r *record) accept() []Accepted {
	var out []Accepted
	for _, n := range r.list("accept") {
		rec := r.recordOf(n, "accept")
		if rec == nil {
			continue
		}
		a := Accepted{Rule: rec.needWords("rule"), Line: rec.line, Words: rec.words("words")}
		if of := rec.fields["of"]; of != nil {
			a.Spot = spotOf(of)
			rec.use(of, "of", of.Value)
		}
		if a.Words == "" {
			a.Of = rec.needWords("of")
		} else if rec.take("of") != nil {
			rec.report(rec.at("of"), rec.name, message.New("it says both “of” and “words”"), message.New("keep “words” for a paragraph or sentence of the article, “of” for an id"))
		}
		a.Why = rec.needWords("why")
		out = append(out, a)
		rec.done()
	}
	return out
}
