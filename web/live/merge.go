package live

import (
	"cmp"
	"slices"

	"proxynet/network/file"
	"proxynet/network/file/edit"
)

// merge returns a text with the changes that two others make of their common ancestor.
// It reports false if both change the same lines, or if both can be read but the result
// can't.
func merge(base, mine, theirs []byte) ([]byte, bool) {
	edits := edit.LineEdits(base, mine)
	for _, e := range edit.LineEdits(base, theirs) {
		if slices.Contains(edits, e) {
			continue // both made it
		}
		if slices.ContainsFunc(edits, func(o edit.Edit) bool { return touch(o, e) }) {
			return nil, false
		}
		edits = append(edits, e)
	}
	slices.SortStableFunc(edits, func(a, b edit.Edit) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	merged, err := edit.Apply(base, edits)
	if err != nil {
		return nil, false
	}
	diagnostics := func(text []byte) int { return len(file.ReadOutline("", text).Diagnostics) }
	if n := diagnostics(merged); n > 0 && n > diagnostics(mine) && n > diagnostics(theirs) {
		return nil, false
	}
	return merged, true
}

// touch reports whether two edits of whole lines change the same lines, or insert at
// one place.
func touch(a, b edit.Edit) bool {
	if a.From == a.To || b.From == b.To {
		return a.From <= b.To && b.From <= a.To
	}
	return a.From < b.To && b.From < a.To
}
