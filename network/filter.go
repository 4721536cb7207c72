package network

// Filter hides parts of a network: those that a reader has switched off, and claims
// that, according to their source, did not hold at the reader's date. Claims that are
// [Open] at that date are not hidden.
type Filter struct {
	hide   map[string]bool
	at     *DateRange
	says   map[string]string // passage → speaker
	source map[string]string // passage → source
	day    map[string]string // source → earliest day on which it can have been written, if known
}

// NewFilter returns a filter that hides what the tokens in hide name (node.KIND,
// relation.KIND, status.STATUS, speaker.ID, source.ID, [SingleSource]) and, unless at is
// nil, claims that didn't hold on any day of at.
func NewFilter(n *Network, hide []string, at *DateRange) *Filter {
	f := &Filter{hide: make(map[string]bool, len(hide)), at: at}
	for _, token := range hide {
		f.hide[token] = true
	}
	if len(hide) == 0 && at == nil {
		return f
	}
	f.says, f.source, f.day = map[string]string{}, map[string]string{}, map[string]string{}
	for _, s := range n.Sources {
		if s.Date != nil {
			f.day[s.ID] = s.Date.Earliest
		}
	}
	for _, p := range n.Passages {
		f.says[p.ID], f.source[p.ID] = p.Speaker, p.Source
	}
	return f
}

// HidesNode reports whether node n is hidden. No node is hidden because of its date.
func (f *Filter) HidesNode(n *Node) bool { return f.hide["node."+string(n.Kind)] }

// HidesRelation reports whether relation r itself is hidden, whether or not its ends are:
// because of its kind, its status or its date, because each of its passages is by a hidden
// speaker or from a hidden source, or because only one source supports it and
// [SingleSource] is hidden.
func (f *Filter) HidesRelation(r *Relation) bool {
	if f.hide["relation."+string(r.Kind)] || f.hide["status."+string(r.Status)] {
		return true
	}
	if f.TemporalStatus(r).Absent() {
		return true
	}
	if f.hide[SingleSource] && !f.several(r) {
		return true
	}
	for _, p := range r.Passages {
		if !f.hide["speaker."+f.says[p]] && !f.hide["source."+f.source[p]] {
			return false
		}
	}
	return len(f.hide) > 0 && len(r.Passages) > 0
}

// several reports whether more than one source supports r.
func (f *Filter) several(r *Relation) bool {
	for _, p := range r.Passages {
		if f.source[p] != f.source[r.Passages[0]] {
			return true
		}
	}
	return false
}

// TemporalStatus returns the temporal status of r at the filter's date, or [Present] if the
// filter has no date.
func (f *Filter) TemporalStatus(r *Relation) TemporalStatus {
	if f.at == nil {
		return Present
	}
	return r.TemporalStatus(*f.at, f.writtenBy(r))
}

// Stage returns the legal stage of r at the filter's date, or its last one if the filter
// has no date. It returns nil if r had reached none.
func (f *Filter) Stage(r *Relation) *Stage { return r.StageAt(f.at) }

// Happens reports whether event e may have happened at the filter's date, or has no date.
func (f *Filter) Happens(e *Event) bool {
	return f.at == nil || e.Date == nil || !e.Date.TemporalStatus(*f.at).Absent()
}

// writtenBy returns the earliest day on which the latest source of r can have been written,
// or "" if it is unknown.
func (f *Filter) writtenBy(r *Relation) string {
	day := ""
	for _, p := range r.Passages {
		if d := f.day[f.source[p]]; d != "" && (day == "" || CompareDays(d, day) > 0) {
			day = d
		}
	}
	return day
}

// Shown returns a predicate for the relations that are shown: those for which sort
// returns true, if f hides neither the relation nor an end.
func (f *Filter) Shown(n *Network, sort func(*Relation) bool) func(*Relation) bool {
	hidden := map[string]bool{}
	for i := range n.Nodes {
		if f.HidesNode(&n.Nodes[i]) {
			hidden[n.Nodes[i].ID] = true
		}
	}
	return func(r *Relation) bool {
		return sort(r) && !hidden[r.From] && !hidden[r.To] && !f.HidesRelation(r)
	}
}
