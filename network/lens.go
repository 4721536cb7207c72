package network

// Lens is a filter for a network: it drops what a reader has hidden, and claims that the
// source rules out at the reader's date. Claims that are open at that date stay.
type Lens struct {
	hide   map[string]bool
	at     *Moment
	says   map[string]string // passage → speaker
	source map[string]string // passage → source
	day    map[string]string // source → earliest day on which it can have been written, if known
}

// NewLens returns a lens that hides what the tokens in hide name (node.KIND,
// relation.KIND, status.STATUS, speaker.ID, source.ID, [SingleSource]) and, unless at is
// nil, claims that don't hold at that moment.
func NewLens(n *Network, hide []string, at *Moment) *Lens {
	l := &Lens{hide: make(map[string]bool, len(hide)), at: at}
	for _, token := range hide {
		l.hide[token] = true
	}
	if len(hide) == 0 && at == nil {
		return l
	}
	l.says, l.source, l.day = map[string]string{}, map[string]string{}, map[string]string{}
	for _, s := range n.Sources {
		if s.Date != nil {
			l.day[s.ID] = s.Date.Earliest
		}
	}
	for _, p := range n.Passages {
		l.says[p.ID], l.source[p.ID] = p.Speaker, p.Source
	}
	return l
}

// Hides reports whether node n is hidden. No node is hidden because of its date.
func (l *Lens) Hides(n *Node) bool { return l.hide["node."+string(n.Kind)] }

// Drops reports whether relation r itself is hidden, whatever its ends:
// by its kind, its status, its date, because each of its passages is by a
// hidden speaker or from a hidden source, or because only one source supports it
// and [SingleSource] is hidden.
func (l *Lens) Drops(r *Relation) bool {
	if l.hide["relation."+string(r.Kind)] || l.hide["status."+string(r.Status)] {
		return true
	}
	if l.Presence(r).Absent() {
		return true
	}
	if l.hide[SingleSource] && !l.several(r) {
		return true
	}
	for _, p := range r.Passages {
		if !l.hide["speaker."+l.says[p]] && !l.hide["source."+l.source[p]] {
			return false
		}
	}
	return len(l.hide) > 0 && len(r.Passages) > 0
}

// several reports whether more than one source supports r.
func (l *Lens) several(r *Relation) bool {
	for _, p := range r.Passages {
		if l.source[p] != l.source[r.Passages[0]] {
			return true
		}
	}
	return false
}

// Presence reports whether r held at the lens' date; without a date, it is
// Present.
func (l *Lens) Presence(r *Relation) Presence {
	if l.at == nil {
		return Present
	}
	return r.Presence(*l.at, l.told(r))
}

// Stage returns the legal stage of r at the lens' date, or its last one if the lens
// has no date. It returns nil if r had reached none.
func (l *Lens) Stage(r *Relation) *Stage { return r.StageAt(l.at) }

// Happens reports whether event e may have happened at the lens' date, or has no date.
func (l *Lens) Happens(e *Event) bool {
	return l.at == nil || e.Date == nil || !e.Date.Presence(*l.at).Absent()
}

// told returns the earliest day on which the latest source of r can have been written,
// or "" if it is unknown.
func (l *Lens) told(r *Relation) string {
	day := ""
	for _, p := range r.Passages {
		if d := l.day[l.source[p]]; d != "" && (day == "" || CompareDays(d, day) > 0) {
			day = d
		}
	}
	return day
}

// Counts returns a predicate for the relations of a graph of what the lens shows: those
// for which sort is true, which the lens doesn't drop and whose ends it doesn't hide.
func (l *Lens) Counts(n *Network, sort func(*Relation) bool) func(*Relation) bool {
	hidden := map[string]bool{}
	for i := range n.Nodes {
		if l.Hides(&n.Nodes[i]) {
			hidden[n.Nodes[i].ID] = true
		}
	}
	return func(r *Relation) bool {
		return sort(r) && !hidden[r.From] && !hidden[r.To] && !l.Drops(r)
	}
}
