package edit

// separate moves insertions out of lines that other edits remove, to the end of the line
// before these: a draft may add a field behind one that it removes.
func (s *source) separate(edits []Edit) {
	for i := range edits {
		for s.moveOut(&edits[i], edits) {
		}
	}
}

// moveOut moves an insertion out of the first removed lines that it is in; it reports
// whether there are any.
func (s *source) moveOut(e *Edit, edits []Edit) bool {
	for _, gone := range edits {
		if e.From == e.To && gone.Text == "" && gone.From < e.From && e.From < gone.To && gone.From > s.lines[0] && s.lineStart(gone.From) == gone.From {
			e.From = s.lineEnd(s.lineStart(gone.From - 1))
			e.To = e.From
			return true
		}
	}
	return false
}
