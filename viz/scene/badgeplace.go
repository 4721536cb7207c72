package scene

import (
	"math"
	"slices"

	"proxynet/viz/diagram"
)

// In world units: badgeStep is the step along a line in the search for a place where
// its badges cover nothing, badgeSpace their distance from a box, badgeApart their
// distance from the badges of other lines, badgeClear from those lines themselves, and
// badgeBeside from their own line, if they are not on it.
const (
	badgeStep  = 4
	badgeSpace = 3
	badgeApart = 2
	badgeClear = 3

	badgeBeside = 1
	bridgeGap   = 1.5 // around the badges, in lines that cross theirs
)

// badgeRow is the badges of a line, which are in the picture but not yet placed.
type badgeRow struct {
	cable        int
	first, count int // in the picture's badges
}

// placeBadges places the badges of all lines. Badges of later cables yield to those of
// earlier ones, so that a highlight moves none. A number without room is left out.
func (d *cableDrawer) placeBadges(p *Picture) {
	sortShort(d.rows, func(a, b *badgeRow) bool { return a.cable < b.cable })
	d.taken = d.taken[:0]
	if len(d.rows) > 0 {
		d.stretches = d.lines.appendStretches(d.stretches[:0])
		for i := range d.layout.Labels {
			if l := &d.layout.Labels[i]; d.lines.live == nil { // otherwise they find another place
				d.taken = append(d.taken, Rect{l.X, l.Y, l.W, l.H})
			}
		}
		for i := range p.Ends {
			d.taken = append(d.taken, p.Ends[i].box().grown(-badgeApart-1)) // they may be near, but not over it
		}
	}
	for _, row := range d.rows {
		marks := p.Badges[row.first : row.first+row.count]
		d.runs = d.lines.paths[row.cable].appendRuns(d.runs[:0])
		for {
			length, radius := rowOf(marks)
			spot := d.freeSpot(row.cable, length, radius)
			if spot.overlapped {
				for i := range marks {
					marks[i].Tight = true
				}
				length, radius = rowOf(marks)
				spot = d.freeSpot(row.cable, length, radius)
			}
			if !spot.fits && marks[0].Face == Count {
				marks[0].Cable = leftOut
				if marks = marks[1:]; len(marks) > 0 {
					continue
				}
				break
			}
			d.taken = append(d.taken, rowRect(spot.at, spot.way, length, radius))
			if spot.crossed {
				d.bridge(p, row.cable, spot, length, radius)
			}
			at := spot.at.sub(spot.way.mul(length / 2))
			for i := range marks {
				r := marks[i].Radius()
				marks[i].At = at.add(spot.way.mul(r))
				at = at.add(spot.way.mul(2*r + signGap))
			}
			break
		}
	}
	d.rows = d.rows[:0]
	p.Badges = slices.DeleteFunc(p.Badges, func(m BadgeMark) bool { return m.Cable == leftOut })
}

// leftOut is the cable of a badge for which there is no room.
const leftOut = -2

// badgeSpot is a place for a row of badges: its middle and its direction along the line.
type badgeSpot struct {
	at, way    Vec
	crossed    bool // another line, but none of the lead, is nearer than badgeClear
	overlapped bool // it covers a line that runs beside it
	fits       bool // it covers no box, mark or label, and is on a run that is long enough
}

// Obstacles to a row of badges, from the least to the worst.
const (
	atLine  = 1 + iota // another line is nearer than badgeClear
	atLead             // a line of the lead is
	atBadge            // it covers a badge, a label or the mark at the end of a line
	atBox              // it covers a box, a frame's outline or a title
)

// freeSpot returns the place of a row of badges, with the given length and radius, on
// the straight runs of a line: the free place on the longest run that is nearest to its
// middle, otherwise one on another run, otherwise one right beside the line, otherwise the
// place with the least obstacles, the farthest from other lines.
func (d *cableDrawer) freeSpot(cable int, length, radius float64) badgeSpot {
	best, worst, bestGap := badgeSpot{way: Vec{1, 0}}, atBox+1, 0.0
	for i, run := range d.runs {
		reach := (run.length-length)/2 - signEnd
		if i > 0 && reach < 0 {
			break
		}
		for by := 0.0; ; by = min(by+badgeStep, reach) {
			for _, side := range [2]float64{1, -1} {
				c := run.middle.add(run.way.mul(side * by))
				bad, gap := d.inWay(cable, rowRect(c, run.way, length, radius))
				if bad < worst || bad == atLine && worst == atLine && gap > bestGap {
					best, worst, bestGap = badgeSpot{c, run.way, bad == atLine, bad == atLine && gap < 0, bad <= atLead && reach >= 0}, bad, gap
				}
				if bad == 0 {
					return best
				}
			}
			if by >= reach {
				break
			}
		}
	}
	if worst > atLead {
		if spot, ok := d.spotBeside(cable, length, radius); ok {
			return spot
		}
	}
	return best
}

// spotBeside returns the place of a row of badges right beside a line that is too short
// for it, at which nothing is in the way.
func (d *cableDrawer) spotBeside(cable int, length, radius float64) (spot badgeSpot, ok bool) {
	off := radius + d.lines.format.Cable.Total(&d.model.Cables[cable])/2 + badgeBeside
	for _, run := range d.runs {
		for by := 0.0; by <= run.length/2; by += badgeStep {
			for _, side := range [4]Vec{{1, 1}, {1, -1}, {-1, 1}, {-1, -1}} { // along the line, and beside it
				spot = badgeSpot{at: run.middle.add(run.way.mul(side.X * by)).add(run.way.left().mul(side.Y * off)), way: run.way, fits: true}
				if bad, _ := d.inWay(cable, rowRect(spot.at, run.way, length, radius)); bad == 0 {
					return spot, true
				}
			}
		}
	}
	return spot, false
}

// inWay returns the worst obstacle to badges with the area r on a line, or 0. If it is
// another line, gap is the space between the two.
func (d *cableDrawer) inWay(cable int, r Rect) (bad int, gap float64) {
	switch {
	case d.covers(r.grown(badgeSpace)):
		return atBox, 0
	case meetsAny(r.grown(badgeApart), d.taken):
		return atBadge, 0
	}
	gap = badgeClear
	right, bottom := r.X+r.W, r.Y+r.H
	for i := range d.stretches { // for each badge and each place that is tried: without max, which takes a call
		s := &d.stretches[i]
		x, y := s.area.X-right, s.area.Y-bottom
		if before := r.X - s.area.X - s.area.W; before > x {
			x = before
		}
		if before := r.Y - s.area.Y - s.area.H; before > y {
			y = before
		}
		if x >= badgeClear || y >= badgeClear || s.cable == cable {
			continue
		}
		if y > x {
			x = y
		}
		if x < gap {
			gap = x
		}
		if bad == 0 {
			bad = atLine
		}
		if d.model.Cables[s.cable].Class == diagram.Lead {
			bad = atLead
		}
	}
	return bad, gap
}

// bridge makes a gap in the lines that pass beneath a row of badges, and draws the
// badges' own line over it: otherwise they could be taken for those of another line.
func (d *cableDrawer) bridge(p *Picture, cable int, spot badgeSpot, length, radius float64) {
	now, ok := d.cableState(cable)
	if !ok || now.dimmed(d.boxes) {
		return
	}
	net := slices.IndexFunc(d.model.Nets, func(n diagram.Net) bool { return slices.Contains(n.Cables, cable) })
	piece := Path{Points: p.points.take(2)}
	reach := spot.way.mul(length/2 + bridgeGap)
	piece.Points[0], piece.Points[1] = spot.at.sub(reach), spot.at.add(reach)
	wide := radius + bridgeGap
	for i := range d.stretches { // a line that runs beside it has no gap
		if s := &d.stretches[i]; s.cable != cable && (s.area.W > s.area.H) == (math.Abs(spot.way.X) > math.Abs(spot.way.Y)) && meet(s.area, rowRect(spot.at, spot.way, length, radius).grown(bridgeGap)) {
			x, y := s.area.Center()
			away := math.Abs(Vec{x, y}.sub(spot.at).dot(spot.way.left()))
			wide = min(wide, away-min(s.area.W, s.area.H)/2)
		}
	}
	if wide <= now.total/2 {
		return
	}
	p.Edges = append(p.Edges, EdgeMark{Net: net, Path: piece, Line: Line{Width: 2 * wide}, Paint: Paper, Alpha: 1, Casing: true})
	if now.line.across(spot.at).dot(spot.way.left()) < 0 { // the line runs the other way
		slices.Reverse(piece.Points)
	}
	for i := range now.lanes {
		m := d.laneMark(&now, &now.lanes[i], net)
		m.Path, m.Again, m.Line.Dash = piece.shift(&p.points, now.lanes[i].lane.offset), true, [2]float64{}
		p.Edges = append(p.Edges, m)
	}
}

// rowRect returns the area of a row of badges with its middle at a point of a line.
func rowRect(at, way Vec, length, radius float64) Rect {
	half := Vec{math.Abs(way.X), math.Abs(way.Y)}.mul(length/2 - radius).add(Vec{radius, radius})
	return Rect{at.X - half.X, at.Y - half.Y, 2 * half.X, 2 * half.Y}
}

// rowOf returns the length of a row of badges and the radius of the largest.
func rowOf(marks []BadgeMark) (length, radius float64) {
	length = -signGap
	for i := range marks {
		r := marks[i].Radius()
		length, radius = length+2*r+signGap, max(radius, r)
	}
	return length, radius
}

// covers reports whether r covers a part of a box, of the outline of a frame or of its
// title.
func (d *cableDrawer) covers(r Rect) bool {
	for v := range d.nodes {
		n := &d.nodes[v]
		box := n.box()
		if n.hidden || !meet(r, box) {
			continue
		}
		inside := box.X < r.X && box.Y < r.Y && r.X+r.W < box.X+box.W && r.Y+r.H < box.Y+box.H
		if d.model.Nodes[v].Owns < 0 || !inside || meet(r, d.titleBox(v).grown(titleGap)) {
			return true
		}
	}
	return false
}
