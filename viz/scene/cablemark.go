package scene

import (
	"cmp"
	"slices"

	"proxynet/network"
	"proxynet/viz/diagram"
)

// Badges of relations that the source doesn't state in its own voice; an
// implied one has an empty ring.
var badges = map[network.Status]string{
	network.Attributed: "“",
	network.Ambiguous:  "?",
	network.Resolved:   "*",
	network.Implied:    "",
}

// strandNow is a strand of a cable as it is drawn now.
type strandNow struct {
	model    *diagram.Strand
	width    float64
	offset   float64 // to the left of the path
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

// emphasis returns how strongly a relation is drawn now, 0 to 1: one that is open
// at the date stays marked as such when it is in focus.
func (s *Scene) emphasis(r *edge) float64 {
	if r.perhaps {
		return min(r.now, s.Settings.Open)
	}
	return r.now
}

// strandState returns strand k of cable c as the relations in view make it.
func (s *Scene) strandState(c *diagram.Cable, k int) strandNow {
	st := &c.Strands[k]
	now := strandNow{model: st, past: true, gone: true, lead: st.Lead}
	for _, i := range st.Relations {
		r := &s.edges[i]
		if r.now <= 0 {
			continue
		}
		alpha := s.emphasis(r)
		if !now.shown || alpha > now.alpha {
			now.id = r.model.ID
		}
		now.shown = true
		now.alpha, now.goal = max(now.alpha, alpha), max(now.goal, r.goal)
		now.past = now.past && r.model.Past
		now.gone = now.gone && s.asked.without[i]
		id := r.model.ID
		now.focus = now.focus || id == s.state.Select || id == s.state.Hover || s.asked.steps[i]
		if r.model.Directed && !s.asked.without[i] {
			now.forward = now.forward || r.from == c.From
			now.backward = now.backward || r.from != c.From
		}
	}
	return now
}

// cableNow is a cable as it is drawn now.
type cableNow struct {
	index   int
	model   *diagram.Cable
	wire    *wire
	strands []strandNow
	total   float64
	body    Path // between the marks at its ends
}

// netMarks appends the marks of a net: paper under all of its cables, then
// strands, ends and badges. dim says whether those of what is dimmed or of the
// rest.
func (s *Scene) netMarks(p *Picture, net int, dim bool) {
	cables := s.cablesScratch[:0]
	for _, c := range s.model.Nets[net].Cables {
		if now, ok := s.cableState(c); ok && now.dimmed(s) == dim {
			now.body = s.endMarks(p, &now)
			cables = append(cables, now)
		}
	}
	s.cablesScratch = cables
	for i := range cables {
		s.casing(p, net, &cables[i])
	}
	implied := s.allImplied(cables)
	for i := range cables {
		s.strandMarks(p, net, &cables[i])
		s.badgeMarks(p, &cables[i], implied)
	}
}

// cableState returns cable c as the relations in view make it; ok is false if
// none of it is drawn.
func (s *Scene) cableState(index int) (now cableNow, ok bool) {
	c, w := &s.model.Cables[index], &s.wiring.paths[index]
	if len(w.Points) < 2 {
		return now, false
	}
	style := &s.wiring.format.Cable
	now = cableNow{index: index, model: c, wire: w, total: style.Total(c)}
	at := now.total / 2
	for k := range c.Strands {
		st := s.strandState(c, k)
		st.width = style.Width(c, st.model)
		st.offset = at - st.width/2
		at -= st.width + style.Gap
		if st.shown {
			now.strands = append(now.strands, st)
		}
	}
	return now, now.strands != nil
}

// dimmed reports whether nothing of the cable is in focus while something else
// is.
func (c *cableNow) dimmed(s *Scene) bool {
	most := 0.0
	for i := range c.strands {
		most = max(most, c.strands[i].goal)
	}
	return most < s.rest(c.model)
}

// The paper on both sides of a cable together, in world units.
const (
	leadCasing  = 5
	cableCasing = 2.4
)

// casing appends the paper that sets a cable apart from what it crosses.
func (s *Scene) casing(p *Picture, net int, c *cableNow) {
	extra := 0.0
	switch {
	case c.model.Class == diagram.Lead:
		extra = leadCasing
	case len(c.model.Relations) >= Labelled:
		extra = cableCasing
	default:
		return
	}
	p.Edges = append(p.Edges, EdgeMark{Net: net, Path: c.body.Trim(extra, extra), Line: Line{Width: c.total + extra}, Paint: Paper, Alpha: 1, Casing: true})
}

// strandMarks appends the lines of the strands of a cable.
func (s *Scene) strandMarks(p *Picture, net int, c *cableNow) {
	from, to := s.nodes[c.model.From].model.ID, s.nodes[c.model.To].model.ID
	for _, now := range c.strands {
		m := EdgeMark{
			ID: now.id, Net: net, From: from, To: to, Path: c.body.Shift(now.offset), Line: s.looks.Line(s.kindOf(now.model)),
			Paint: s.looks.Stroke(now.model.Family), Alpha: now.alpha, Lead: now.lead, Focus: now.focus, Gone: now.gone,
		}
		m.Line.Width = now.width
		switch {
		case now.gone:
			m.Line, m.Paint, m.Lead = ghost, Muted, false
		case s.unsourced(now.model):
			m.Line.Width, m.Line.Dash = min(m.Line.Width, 1), unsourcedDash
		case s.looks.terms.Like(now.model.Family) == network.Influence:
			m.Line.Width = max(m.Line.Width, 1.5)
		}
		p.Edges = append(p.Edges, m)
	}
}

// rest is the emphasis of cable c when nothing is in focus.
func (s *Scene) rest(c *diagram.Cable) float64 {
	if c.Past {
		return s.Settings.Past
	}
	if c.Class == diagram.Minor {
		return s.Settings.Minor
	}
	return 1
}

func (s *Scene) kindOf(st *diagram.Strand) network.RelationKind {
	return s.edges[st.Relations[0]].model.Kind
}

// unsourced reports whether no passage says any of a strand.
func (s *Scene) unsourced(st *diagram.Strand) bool {
	for _, i := range st.Relations {
		if s.edges[i].model.Status != network.Unsourced {
			return false
		}
	}
	return true
}

// endMarks appends the marks at both ends of a cable, and returns the line
// between them.
func (s *Scene) endMarks(p *Picture, c *cableNow) Path {
	w := c.wire
	last := len(w.Points) - 1
	var ways [2][]strandNow
	for _, now := range c.strands {
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
		trims[k] = s.endMark(p, c.model, list, tip, next.sub(tip).unit(), c.total)
	}
	return w.Trim(trims[0], trims[1])
}

// endMark appends the head of the first strand, and a bar if one is hostile, and
// returns how much of the line they take.
func (s *Scene) endMark(p *Picture, c *diagram.Cable, list []strandNow, end, back Vec, total float64) float64 {
	style := &s.wiring.format.Cable
	size := s.Settings.Arrow * style.Head
	gap := 1.5
	switch c.Class {
	case diagram.Lead:
		size, gap = 2.3*size, 0
	case diagram.Main:
		size = max(1.35*size, total*1.15+3)
	}
	side := back.left()
	wing := func(along, across float64) Vec { return end.add(back.mul(along)).add(side.mul(across)) }
	var main, hostile *strandNow
	for i := range list {
		if s.looks.Line(s.kindOf(list[i].model)).Head == Bar {
			hostile = &list[i]
		} else if main == nil {
			main = &list[i]
		}
	}
	taken := 1.0
	if main != nil {
		closed := main.lead || s.looks.Line(s.kindOf(main.model)).Head == Triangle || total > 3.2
		half := size * 0.42
		m := EndMark{ID: main.id, Paint: s.looks.Stroke(main.model.Family), Alpha: main.alpha}
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
		m := EndMark{ID: hostile.id, Paint: s.looks.Stroke(hostile.model.Family), Alpha: hostile.alpha}
		m.HeadMark = HeadMark{corners: [3]Vec{wing(at, half), wing(at, -half)}, count: 2, Width: width}
		p.Ends = append(p.Ends, m)
		taken = max(taken, 2.4)
	}
	return taken
}

// allImplied reports whether every relation of the cables is implied.
func (s *Scene) allImplied(cables []cableNow) bool {
	for i := range cables {
		for _, now := range cables[i].strands {
			for _, r := range now.model.Relations {
				if !slices.ContainsFunc(s.edges[r].signs, func(m BadgeMark) bool { return m.Text == "" }) {
					return false
				}
			}
		}
	}
	return true
}

// badgeMarks appends the signs of the relations of a cable in view, one for each
// that any of them has, about the middle of the line's own part. If all relations of
// the net are implied, lines of the lead that share a trunk leave that sign out.
func (s *Scene) badgeMarks(p *Picture, c *cableNow, allImplied bool) {
	leaveOut := allImplied && c.wire.trunk > 0 && c.model.Class == diagram.Lead
	marks := s.badgesScratch[:0]
	for _, now := range c.strands {
		for _, i := range now.model.Relations {
			r := &s.edges[i]
			if r.now <= 0 || s.asked.without[i] {
				continue
			}
			for _, m := range r.signs {
				if leaveOut && m.Text == "" {
					continue
				}
				m.Alpha, m.Paint = s.emphasis(r), s.looks.Stroke(now.model.Family)
				k := slices.IndexFunc(marks, func(o BadgeMark) bool { return o.Text == m.Text && o.Face == m.Face })
				if k < 0 {
					marks = append(marks, m)
				} else if m.Alpha > marks[k].Alpha {
					marks[k].Alpha, marks[k].Paint = m.Alpha, m.Paint
				}
			}
		}
	}
	slices.SortStableFunc(marks, func(a, b BadgeMark) int { return cmp.Compare(signPlace(a), signPlace(b)) })
	for i := range marks {
		m := &marks[i]
		m.Size = max(s.Settings.Verb, s.wiring.format.Label)
		if m.Text == "" {
			m.Size *= 0.62
			if c.model.Class == diagram.Lead {
				m.Size = s.Settings.Verb * 0.9
			}
		}
	}
	if len(marks) == 0 {
		return
	}
	length := -signGap
	for i := range marks {
		length += 2*marks[i].Radius() + signGap
	}
	at, way := c.wire.calm()
	at = at.sub(way.mul(length / 2))
	for i := range marks {
		r := marks[i].Radius()
		marks[i].At = at.add(way.mul(r))
		at = at.add(way.mul(2*r + signGap))
	}
	p.Badges = append(p.Badges, marks...)
	s.badgesScratch = marks
}

// signGap is the space between the signs of a cable.
const signGap = 1.5
