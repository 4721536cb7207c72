package lint

import (
	"encoding/json"
	"io"

	"proxynet/network"
	"proxynet/network/file"
)

// writeJSON writes the result as one JSON object. Its fields never change; others may
// be added.
func (r *Result) writeJSON(w io.Writer) error {
	type finding struct {
		Level     Level       `json:"level"` // "error" or "warning"
		Rule      string      `json:"rule"`
		File      string      `json:"file"`
		Line      int         `json:"line,omitempty"` // from 1; left out: the file as a whole
		ID        string      `json:"id,omitempty"`   // of the record, or a name such as "node 3"
		Problem   string      `json:"problem"`
		Fix       string      `json:"fix"`
		Diff      []file.Edit `json:"diff,omitempty"`      // of a misquote
		Corrected string      `json:"corrected,omitempty"` // the whole line as it should be
	}
	type date struct {
		ID      string          `json:"id"`
		Line    int             `json:"line"`
		Field   string          `json:"field"`
		Text    string          `json:"text"` // as the file has it
		EDTF    string          `json:"edtf"`
		Means   network.Meaning `json:"means,omitempty"`
		Explain string          `json:"explain"`
		Left    string          `json:"left,omitempty"` // words that EDTF can't express
	}
	out := struct {
		File     string          `json:"file"` // the network's
		Errors   int             `json:"errors"`
		Warnings int             `json:"warnings"`
		Accepted int             `json:"accepted"` // warnings that the author accepts
		Findings []finding       `json:"findings"`
		Coverage []file.Coverage `json:"coverage"` // of each source whose text was found
		Dates    []date          `json:"dates"`    // dates that are not EDTF, as they were understood
	}{r.Name, r.Count(Error), r.Count(Warning), r.Accepted, []finding{}, r.Coverage, []date{}}
	for _, f := range r.Findings {
		out.Findings = append(out.Findings, finding{f.Level, f.Rule, f.File, f.Line, f.ID, f.Problem.String(), f.WholeFix().String(), f.Diff, f.Corrected})
	}
	if r.Document != nil {
		for _, d := range r.Document.Dates {
			out.Dates = append(out.Dates, date{d.ID, d.Spot.Line, d.Field, d.Text, d.Date.EDTF, d.Date.Means, file.Explain(&d.Date), d.Left})
		}
	}
	if out.Coverage == nil {
		out.Coverage = []file.Coverage{}
	}
	return writeIndented(w, out)
}

func writeIndented(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(v)
}
