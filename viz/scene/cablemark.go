package scene

import (
	"slices"

	"proxynet/network"
	"proxynet/viz/diagram"
)

// Badges of relations that the source doesn't state in its own voice. That of an
// implied relation is an empty ring.
var badges = map[network.Status]string{
	network.Attributed: "“",
	network.Ambiguous:  "?",
	network.Resolved:   "*",
	network.Implied:    "",
}

// cableDrawer draws the cables of boxes.
type cableDrawer struct {
	*boxes
	rows  []badgeRow // of the picture, to be placed
	taken []Rect     // by labels, marks at ends, and badges that are placed

	// scratch
	cables    []cableNow
	states    []laneNow // of all cables of the picture
	ways      [2][]laneNow
	badges    []BadgeMark
	list      []lane
	runs      []straight
	stretches []stretch
}

// laneNow is a lane of a cable as it is drawn now.
type laneNow struct {
	model    *diagram.RelationGroup
	lane     lane
	trims    [2]float64 // lengths of the marks at its own ends, if the cable's lanes are apart
	id       string
	past     bool
	gone     bool
	focus    bool
	lead     bool
	alpha    float64
	goal     float64
	forward  bool
	backward bool
	shown    bool
}

// laneState returns a lane of cable c as its visible relations make it.
func (d *cableDrawer) laneState(c *diagram.Cable, l lane) laneNow {
	st := &c.Groups[l.group]
	now := laneNow{model: st, lane: l, past: true, gone: true, lead: st.Lead}
	if len(l.relations) < len(st.Relations) {
		now.lead = slices.Contains(d.drawing.Lead, d.edges[l.relations[0]].model.ID)
	}
	for _, i := range l.relations {
		r := &d.edges[i]
		if r.now <= 0 {
			continue
		}
		alpha := d.emphasis(r)
		if !now.shown || alpha > now.alpha {
			now.id = r.model.ID
		}
		now.shown = true
		now.alpha, now.goal = max(now.alpha, alpha), max(now.goal, r.goal)
		now.past = now.past && r.model.Past
		now.gone = now.gone && d.answers.without[i]
		id := r.model.ID
		now.focus = now.focus || id == d.state.Select || id == d.state.Hover || d.answers.steps[i]
		if r.model.Directed && !d.answers.without[i] {
			now.forward = now.forward || r.from == c.From
			now.backward = now.backward || r.from != c.From
		}
	}
	return now
}

// cableNow is a cable as it is drawn now.
type cableNow struct {
	index int
	model *diagram.Cable
	line  *cableLine
	lanes []laneNow
	total float64
	apart bool // each relation has a lane
	body  Path // between the marks at its ends
}

// netMarks appends the marks of a net: paper under all of its cables, then lanes, ends
// and badges. dim selects the dimmed cables or the others.
func (d *cableDrawer) netMarks(p *Picture, net int, dim bool) {
	cables := d.cables[:0]
	for _, c := range d.model.Nets[net].Cables {
		if now, ok := d.cableState(c); ok && now.dimmed(d.boxes) == dim {
			now.body = d.endMarks(p, &now)
			cables = append(cables, now)
		}
	}
	d.cables = cables
	for i := range cables {
		d.casing(p, net, &cables[i])
	}
	implied := d.allImplied(cables)
	for i := range cables {
		d.laneMarks(p, net, &cables[i])
		d.badgeMarks(p, &cables[i], implied)
	}
}

// cableState returns cable c as its visible relations make it; ok is false if none is
// drawn.
func (d *cableDrawer) cableState(index int) (now cableNow, ok bool) {
	c, w := &d.model.Cables[index], &d.lines.paths[index]
	if len(w.Points) < 2 {
		return now, false
	}
	now = cableNow{index: index, model: c, line: w, total: d.lines.format.Cable.Total(c), apart: d.apart(index)}
	d.list = d.lanes(d.list[:0], index)
	first := len(d.states)
	for _, l := range d.list {
		if st := d.laneState(c, l); st.shown {
			d.states = append(d.states, st)
		}
	}
	now.lanes = d.states[first:len(d.states):len(d.states)]
	return now, len(now.lanes) > 0
}

// dimmed reports whether the cable is dimmed because something else is in focus.
func (c *cableNow) dimmed(b *boxes) bool {
	most := 0.0
	for i := range c.lanes {
		most = max(most, c.lanes[i].goal)
	}
	return most < b.rest(c.model)
}

// The paper on both sides of a cable together, in world units.
const (
	leadCasing  = 5
	cableCasing = 2.4
)

// casing appends the paper that separates a cable from the lines that it crosses.
func (d *cableDrawer) casing(p *Picture, net int, c *cableNow) {
	extra := 0.0
	switch {
	case c.model.Class == diagram.Lead:
		extra = leadCasing
	case len(c.model.Relations) >= Labelled:
		extra = cableCasing
	default:
		return
	}
	p.Edges = append(p.Edges, EdgeMark{Net: net, Path: c.body.trim(&p.points, extra, extra), Line: Line{Width: c.total + extra}, Paint: Paper, Alpha: 1, Casing: true})
}

// laneMarks appends the lines of the lanes of a cable.
func (d *cableDrawer) laneMarks(p *Picture, net int, c *cableNow) {
	for i := range c.lanes {
		now := &c.lanes[i]
		m := d.laneMark(c, now, net)
		if m.Path = c.body.shift(&p.points, now.lane.offset); c.apart {
			m.Path = c.line.shift(&p.points, now.lane.offset).trim(&p.points, now.trims[0], now.trims[1])
		}
		p.Edges = append(p.Edges, m)
	}
}

// laneMark returns the line of a lane, without its path.
func (d *cableDrawer) laneMark(c *cableNow, now *laneNow, net int) EdgeMark {
	look := d.look(now)
	m := EdgeMark{
		ID: now.id, Relations: now.lane.relations, Net: net, From: d.nodes[c.model.From].model.ID, To: d.nodes[c.model.To].model.ID,
		Line: look.line, Paint: look.paint, Alpha: now.alpha, Lead: now.lead, Focus: now.focus, Gone: now.gone,
	}
	m.Line.Width = now.lane.width
	switch {
	case now.gone:
		m.Line, m.Paint, m.Lead = removedLine, Muted, false
	case d.unsourced(now):
		m.Line.Width, m.Line.Dash = min(m.Line.Width, 1), unsourcedDash
	case look.influence:
		m.Line.Width = max(m.Line.Width, min(1.5, apartInk*now.lane.pitch))
	}
	return m
}

// look is how a lane looks: as the first of its relations.
func (d *cableDrawer) look(st *laneNow) *lineLook { return &d.lineLooks[st.lane.relations[0]] }

// unsourced reports whether no relation of a lane has a passage.
func (d *cableDrawer) unsourced(st *laneNow) bool {
	for _, i := range st.lane.relations {
		if d.edges[i].model.Status != network.Unsourced {
			return false
		}
	}
	return true
}

// endMarks appends the marks at both ends of a cable, and returns the line
// between them.
func (d *cableDrawer) endMarks(p *Picture, c *cableNow) Path {
	w := c.line
	last := len(w.Points) - 1
	if c.apart {
		d.laneEnds(p, c)
		return w.trim(&p.points, 1, 1)
	}
	ways := &d.ways
	ways[0], ways[1] = ways[0][:0], ways[1][:0]
	for _, now := range c.lanes {
		if now.gone {
			continue
		}
		if now.forward {
			ways[1] = append(ways[1], now)
		}
		if now.backward {
			ways[0] = append(ways[0], now)
		}
	}
	trims := [2]float64{1, 1}
	if w.trunk > 0 {
		trims[0] = 0
	}
	for k, list := range ways {
		if len(list) == 0 {
			continue
		}
		tip, next := w.Points[last], w.Points[last-1]
		if k == 0 {
			tip, next = w.Points[0], w.Points[1]
		}
		trims[k] = d.endMark(p, c.model, list, tip, next.sub(tip).unit(), c.total)
	}
	return w.trim(&p.points, trims[0], trims[1])
}

// endMark appends the head of the first lane, and a bar if one is hostile, and
// returns how much of the line they take.
func (d *cableDrawer) endMark(p *Picture, c *diagram.Cable, list []laneNow, end, back Vec, total float64) float64 {
	style := &d.lines.format.Cable
	size := d.Settings.Arrow * style.Head
	gap := 1.5
	switch c.Class {
	case diagram.Lead:
		size, gap = 2.3*size, 0
	case diagram.Main:
		size = max(1.35*size, total*1.15+3)
	}
	side := back.left()
	wing := func(along, across float64) Vec { return end.add(back.mul(along)).add(side.mul(across)) }
	var main, hostile *laneNow
	for i := range list {
		if d.look(&list[i]).line.Head == Bar {
			hostile = &list[i]
		} else if main == nil {
			main = &list[i]
		}
	}
	taken := 1.0
	if main != nil {
		closed := main.lead || d.look(main).line.Head == Triangle || total > 3.2
		half := size * 0.42
		m := EndMark{ID: main.id, Relations: main.lane.relations, Paint: d.look(main).paint, Alpha: main.alpha}
		m.HeadMark = HeadMark{count: 3, Closed: closed, Width: max(1.2, min(total, 1.6))}
		if closed {
			m.corners = [3]Vec{wing(gap, 0), wing(gap+size, half), wing(gap+size, -half)}
			m.Fill = m.Paint
			if main.past {
				m.Fill = Paper
			}
			taken = gap + size - 0.5
		} else {
			m.corners = [3]Vec{wing(gap+size, half), wing(gap, 0), wing(gap+size, -half)}
			taken = gap + 0.5
		}
		p.Ends = append(p.Ends, m)
	}
	if hostile != nil {
		at, half, width := 2.4, size*0.72, 2.0
		if c.Class == diagram.Main {
			half, width = max(5.5*style.Head, total/2+2), 2.4
		}
		if main != nil {
			at = taken + 2.2
		}
		m := EndMark{ID: hostile.id, Relations: hostile.lane.relations, Paint: d.look(hostile).paint, Alpha: hostile.alpha}
		m.HeadMark = HeadMark{corners: [3]Vec{wing(at, half), wing(at, -half)}, count: 2, Width: width}
		p.Ends = append(p.Ends, m)
		taken = max(taken, 2.4)
	}
	return taken
}

// allImplied reports whether every relation of the cables is implied.
func (d *cableDrawer) allImplied(cables []cableNow) bool {
	for i := range cables {
		for _, now := range cables[i].lanes {
			for _, r := range now.lane.relations {
				if !slices.ContainsFunc(d.signs[r], func(m BadgeMark) bool { return m.Text == "" }) {
					return false
				}
			}
		}
	}
	return true
}

// badgeMarks appends the signs of the visible relations of a cable, each sign once;
// placeBadges places them. If all relations of the net are implied, lines of the lead
// that share a trunk leave that sign out.
func (d *cableDrawer) badgeMarks(p *Picture, c *cableNow, allImplied bool) {
	if c.apart {
		d.laneBadges(p, c)
		return
	}
	leaveOut := allImplied && c.line.trunk > 0 && c.model.Class == diagram.Lead
	marks := d.badges[:0]
	if m, ok := d.countMark(c); ok {
		marks = append(marks, m)
	}
	for _, now := range c.lanes {
		for _, i := range now.lane.relations {
			r := &d.edges[i]
			if r.now <= 0 || d.answers.without[i] {
				continue
			}
			for _, m := range d.signs[i] {
				if leaveOut && m.Text == "" {
					continue
				}
				m.Cable, m.Alpha, m.Paint = c.index, d.emphasis(r), d.look(&now).paint
				k := slices.IndexFunc(marks, func(o BadgeMark) bool { return o.Text == m.Text && o.Face == m.Face })
				if k < 0 {
					marks = append(marks, m)
				} else if m.Alpha > marks[k].Alpha {
					marks[k].Alpha, marks[k].Paint = m.Alpha, m.Paint
				}
			}
		}
	}
	sortShort(marks, func(a, b *BadgeMark) bool { return signPlace(a) < signPlace(b) })
	for i := range marks {
		m := &marks[i]
		m.Size = max(d.Settings.Verb, d.lines.format.Label)
		if m.Text == "" {
			m.Size *= 0.62
			if c.model.Class == diagram.Lead {
				m.Size = d.Settings.Verb * 0.9
			}
		}
	}
	if len(marks) == 0 {
		return
	}
	d.rows = append(d.rows, badgeRow{cable: c.index, first: len(p.Badges), count: len(marks)})
	p.Badges = append(p.Badges, marks...)
	d.badges = marks
}

// countMark returns the sign with the number of relations of a cable that has no label
// with it. While some of them are hidden, there is none.
func (d *cableDrawer) countMark(c *cableNow) (m BadgeMark, ok bool) {
	k := slices.IndexFunc(d.layout.Counts, func(n CableCount) bool { return n.Cable == c.index })
	if k < 0 || len(d.shown(c.index)) < len(c.model.Relations) {
		return m, false
	}
	m = BadgeMark{Cable: c.index, Text: d.layout.Counts[k].Text, Face: Count, Paint: Muted}
	for i := range c.lanes {
		m.Alpha = max(m.Alpha, c.lanes[i].alpha)
	}
	return m, true
}

// signGap is the space between the signs of a cable.
const signGap = 1.5

// signEnd is the space between a number and the end of a line's straight run.
const signEnd = 11
