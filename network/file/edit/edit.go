package edit

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"proxynet/network/file"
)

// Edit replaces the range [From, To) of a text, in bytes of the original text.
type Edit struct {
	From int    `json:"from"`
	To   int    `json:"to"`
	Text string `json:"text"`
}

// Change is what an operation does to a file.
type Change struct {
	Edits   []Edit   `json:"edits"`
	Remarks []string `json:"remarks,omitempty"` // for the author, such as which fields are lost
}

// Apply returns the text with the edits applied. It fails if edits overlap or lie
// outside the text. Insertions at the same offset are applied in order.
func Apply(data []byte, edits []Edit) ([]byte, error) {
	sorted := slices.Clone(edits)
	slices.SortStableFunc(sorted, func(a, b Edit) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	var out bytes.Buffer
	at := 0
	for _, e := range sorted {
		if e.From < at || e.To < e.From || e.To > len(data) {
			return nil, fmt.Errorf("edits overlap or lie outside the text: bytes %d to %d", e.From, e.To)
		}
		out.Write(data[at:e.From])
		out.WriteString(e.Text)
		at = e.To
	}
	out.Write(data[at:])
	return out.Bytes(), nil
}

// try applies the edits and reads the result. It returns an error for faults that
// the file didn't have before, unless allowed reports true for them; nil allows none.
func try(data []byte, edits []Edit, allowed func(file.Fault) bool) error {
	after, err := Apply(data, edits)
	if err != nil {
		return err
	}
	type fault struct{ id, problem string }
	known := make(map[fault]bool)
	for _, f := range file.ReadOutline("", data).Faults {
		known[fault{f.ID, f.Problem}] = true
	}
	var broken []string
	for _, f := range file.ReadOutline("", after).Faults {
		if !known[fault{f.ID, f.Problem}] && (allowed == nil || !allowed(f)) {
			broken = append(broken, fmt.Sprintf("%s: %s", f.ID, f.Problem))
		}
	}
	if broken != nil {
		return fmt.Errorf("nothing was changed, because the result would have errors:\n  %s", strings.Join(broken, "\n  "))
	}
	return nil
}

// lineEdits returns edits of whole lines that turn before into after.
func lineEdits(before, after []byte) []Edit {
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
