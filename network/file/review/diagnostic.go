package review

import (
	"path/filepath"

	"proxynet/network/file"
	"proxynet/network/message"
)

// The rules for a reviewed network.
const (
	RuleUnsigned = "unsigned-claim"
	RuleStale    = "stale-signature"
)

// Diagnostics returns a diagnostic for each claim of a document without a current
// signature, and for each signature and note of a claim that no longer exists. Open notes
// are not reported.
func (r *Review) Diagnostics(d *file.Document) file.Diagnostics {
	n := d.Network
	var diagnostics file.Diagnostics
	if r.Network != "" && r.Network != n.ID {
		return file.Diagnostics{{File: r.Name, Rule: RuleUnsigned, Problem: message.New("it reviews %s, and the network is %s", r.Network, n.ID), Fix: message.New("write “reviews: %s” if it is about this network", n.ID)}}
	}
	for _, c := range r.Claims(n) {
		f := file.Diagnostic{File: d.Name, Line: d.Line(c.Record), ID: c.ID}
		switch c.State {
		case Unsigned:
			f.Rule, f.Problem, f.Fix = RuleUnsigned, message.New("nobody has signed this %s", file.Noun(string(c.Sort))), message.New("sign it in %s", filepath.Base(r.Name))
		case Stale:
			f.Rule, f.Problem, f.Fix = RuleStale, message.New("this %s has changed since %s signed it", file.Noun(string(c.Sort)), message.Strings(c.By)), message.New("have it signed again")
		default:
			continue
		}
		diagnostics = append(diagnostics, f)
	}
	for _, what := range r.Lost(n) {
		diagnostics = append(diagnostics, file.Diagnostic{File: r.Name, Rule: RuleStale, Problem: message.New("the network has no such claim any more: %s", what), Fix: message.New("take it out of the file")})
	}
	return diagnostics
}
