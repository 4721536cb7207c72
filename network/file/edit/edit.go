package edit

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"proxynet/network/file"
	"proxynet/network/message"
)

// Edit replaces the range [From, To) of a text, in bytes of the original text.
type Edit struct {
	From int    `json:"from"`
	To   int    `json:"to"`
	Text string `json:"text"`
}

// Change is the effect of an operation on a file.
type Change struct {
	Edits   []Edit            `json:"edits"`
	Remarks []message.Message `json:"remarks,omitempty"` // for the author, such as which fields are lost

	Removed []string `json:"-"` // ids of removed records

	After *File `json:"-"` // the text that the edits make; nil for a file of translations
}

// Apply returns the text with the edits applied. It fails if edits overlap or lie
// outside the text. Insertions at the same offset are applied in order.
func Apply(data []byte, edits []Edit) ([]byte, error) {
	sorted := Sorted(edits)
	var out bytes.Buffer
	at := 0
	for _, e := range sorted {
		if e.From < at || e.To < e.From || e.To > len(data) {
			return nil, message.Errorf("edits overlap or lie outside the text: bytes %d to %d", e.From, e.To)
		}
		out.Write(data[at:e.From])
		out.WriteString(e.Text)
		at = e.To
	}
	out.Write(data[at:])
	return out.Bytes(), nil
}

// Sorted returns edits in the order of their places.
func Sorted(edits []Edit) []Edit {
	sorted := slices.Clone(edits)
	slices.SortStableFunc(sorted, func(a, b Edit) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	return sorted
}

// try applies the edits and reads the result. It returns an error for diagnostics that
// the file didn't have before.
func try(data []byte, before *file.Outline, edits []Edit) (*File, error) {
	text, err := Apply(data, edits)
	if err != nil {
		return nil, err
	}
	after := Of(text)
	var broken message.Lines
	for _, f := range diagnosticsOf(after, before) {
		broken = append(broken, message.New("%s: %s", f.ID, f.Problem))
	}
	if broken != nil {
		return nil, message.Errorf("nothing was changed, because the result would have errors:\n  %s", broken)
	}
	return after, nil
}

// diagnosticsOf returns the diagnostics of a file that an earlier state of it didn't have.
func diagnosticsOf(after *File, before *file.Outline) file.Diagnostics {
	type diagnostic struct{ id, problem string }
	known := make(map[diagnostic]bool)
	for _, f := range before.Diagnostics {
		known[diagnostic{f.ID, f.Problem.String()}] = true
	}
	var out file.Diagnostics
	for _, f := range after.outline.Diagnostics {
		if !known[diagnostic{f.ID, f.Problem.String()}] {
			out = append(out, f)
		}
	}
	return out
}

// newDiagnostics returns the diagnostics that edits would make.
func newDiagnostics(data []byte, before *file.Outline, edits []Edit) file.Diagnostics {
	text, err := Apply(data, edits)
	if err != nil {
		return nil
	}
	return diagnosticsOf(Of(text), before)
}

// LineEdits returns edits of whole lines that turn before into after.
func LineEdits(before, after []byte) []Edit {
	a, b := strings.SplitAfter(string(before), "\n"), strings.SplitAfter(string(after), "\n")
	var edits []Edit
	at, open := 0, false
	for _, s := range compare(a, b) {
		if s.op == ' ' {
			at, open = at+len(s.text), false
			continue
		}
		if !open {
			edits, open = append(edits, Edit{From: at, To: at}), true
		}
		e := &edits[len(edits)-1]
		if s.op == '-' {
			at += len(s.text)
			e.To = at
		} else {
			e.Text += s.text
		}
	}
	return edits
}
