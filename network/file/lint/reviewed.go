package lint

import (
	"proxynet/network/file"
	"proxynet/network/file/review"
)

// Reviewed adds the claims that lack a valid signature in a review. A
// network that could not be read has no claims.
func (r *Result) Reviewed(by *review.Review) {
	if r.Document == nil {
		return
	}
	diagnostics := map[string]file.Diagnostics{}
	for _, f := range by.Diagnostics(r.Document) {
		diagnostics[f.Rule] = append(diagnostics[f.Rule], f)
	}
	for _, rule := range Rules {
		if found := diagnostics[rule.Name]; found != nil {
			r.add(rule, found)
		}
	}
	r.sort()
}

// RunReviewed is [Run] and [Result.Reviewed] with the review beside the network's file.
func RunReviewed(path string, articles ...string) (*Result, error) {
	r, err := Run(path, articles...)
	if err != nil {
		return nil, err
	}
	name := review.Path(path)
	data, err := review.Load(name)
	if err == nil {
		var by *review.Review
		if by, err = review.Read(name, data); err == nil {
			r.Reviewed(by)
			return r, nil
		}
	}
	diagnostics := file.AsDiagnostics(err)
	if diagnostics == nil {
		return nil, err
	}
	for _, f := range diagnostics {
		r.Findings = append(r.Findings, Finding{f, Error})
	}
	return r, nil
}
