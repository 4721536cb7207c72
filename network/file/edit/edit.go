package edit

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"proxynet/network/file"
)

// Edit replaces a range of a text. Offsets are in bytes of the text before.
type Edit struct {
	From int    `json:"from"`
	To   int    `json:"to"`
	Text string `json:"text"`
}

// Change is what an operation does to a file.
type Change struct {
	Edits   []Edit   `json:"edits"`
	Remarks []string `json:"remarks,omitempty"` // what an author should know, such as what is lost

	Removed []string `json:"-"` // ids of records that are gone

	After *File `json:"-"` // the text that the edits make; nil for a file of translations
}

// Apply returns the text with the edits made. Edits must lie in the text and not
// overlap; of several at one place the first comes first.
func Apply(data []byte, edits []Edit) ([]byte, error) {
	sorted := Sorted(edits)
	var out bytes.Buffer
	at := 0
	for _, e := range sorted {
		if e.From < at || e.To < e.From || e.To > len(data) {
			return nil, fmt.Errorf("edits overlap or lie outside of the text: %d to %d", e.From, e.To)
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

// try makes the edits and reads the result. A fault that the file didn't have
// before is an error.
func try(data []byte, before *file.Outline, edits []Edit) (*File, error) {
	text, err := Apply(data, edits)
	if err != nil {
		return nil, err
	}
	after := Of(text)
	type fault struct{ id, problem string }
	known := make(map[fault]bool)
	for _, f := range before.Faults {
		known[fault{f.ID, f.Problem}] = true
	}
	var broken []string
	for _, f := range after.outline.Faults {
		if !known[fault{f.ID, f.Problem}] {
			broken = append(broken, fmt.Sprintf("%s: %s", f.ID, f.Problem))
		}
	}
	if broken != nil {
		return nil, fmt.Errorf("nothing is changed, because afterwards\n  %s", strings.Join(broken, "\n  "))
	}
	return after, nil
}

// LineEdits returns edits, of whole lines, that make one text of another.
func LineEdits(before, after []byte) []Edit {
	a, b := bytes.SplitAfter(before, []byte("\n")), bytes.SplitAfter(after, []byte("\n"))
	var edits []Edit
	at, open := 0, false
	for _, s := range compare(asStrings(a), asStrings(b)) {
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

func asStrings(lines [][]byte) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = string(l)
	}
	return out
}
