package scene

import (
	"cmp"
	"math"
	"slices"
)

// In world units: badgeStep is the step along a line in the search for a place where
// its badges cover nothing, badgeSpace their distance from a box, and badgeApart their
// distance from the badges of other lines.
const (
	badgeStep  = 4
	badgeSpace = 3
	badgeApart = 2
)

// badgeRow is the badges of a line, which are in the picture but not yet placed.
type badgeRow struct {
	cable        int
	first, count int // in the picture's badges
	at, way      Vec // middle and direction of the line's longest straight run
	run          float64
}

// placeBadges places the badges of all lines. Badges of later cables yield to those of
// earlier ones, so that a highlight moves none. A number without room is left out.
func (d *cableDrawer) placeBadges(p *Picture) {
	slices.SortFunc(d.rows, func(a, b badgeRow) int { return cmp.Compare(a.cable, b.cable) })
	d.taken = d.taken[:0]
	for _, row := range d.rows {
		marks := p.Badges[row.first : row.first+row.count]
		for {
			length, radius := rowOf(marks)
			spot, ok := d.freeSpot(row.at, row.way, length, radius, (row.run-length)/2-signEnd)
			if !ok && marks[0].Face == Count {
				marks[0].Cable = leftOut
				if marks = marks[1:]; len(marks) > 0 {
					continue
				}
				break
			}
			d.taken = append(d.taken, rowRect(spot, row.way, length, radius))
			at := spot.sub(row.way.mul(length / 2))
			for i := range marks {
				r := marks[i].Radius()
				marks[i].At = at.add(row.way.mul(r))
				at = at.add(row.way.mul(2*r + signGap))
			}
			break
		}
	}
	d.rows = d.rows[:0]
	p.Badges = slices.DeleteFunc(p.Badges, func(m BadgeMark) bool { return m.Cable == leftOut })
}

// leftOut is the cable of a badge for which there is no room.
const leftOut = -2

// freeSpot returns the middle of a row of badges along a straight run of a line: the
// place nearest to at, which is the run's middle, where the row covers no box, frame or
// title and is apart from the badges that are placed. The row has a length and a radius,
// and may move by reach either way. If there is no such place, ok is false, and the place
// is one that covers none of the boxes or else the run's middle.
func (d *cableDrawer) freeSpot(at, way Vec, length, radius, reach float64) (spot Vec, ok bool) {
	spot = at
	found := false
	for by := 0.0; by <= max(reach, 0); by += badgeStep {
		for _, side := range [2]float64{1, -1} {
			c := at.add(way.mul(side * by))
			r := rowRect(c, way, length, radius)
			if d.covers(r.grown(badgeSpace)) {
				continue
			}
			if !d.meets(r.grown(badgeApart)) {
				return c, reach >= 0
			}
			if !found {
				spot, found = c, true
			}
		}
	}
	return spot, false
}

// rowRect returns the area of a row of badges with its middle at a point of a line.
func rowRect(at, way Vec, length, radius float64) Rect {
	half := Vec{math.Abs(way.X), math.Abs(way.Y)}.mul(length/2 - radius).add(Vec{radius, radius})
	return Rect{at.X - half.X, at.Y - half.Y, 2 * half.X, 2 * half.Y}
}

// meets reports whether r covers a part of badges that are placed.
func (d *cableDrawer) meets(r Rect) bool {
	return slices.ContainsFunc(d.taken, func(t Rect) bool { return overlap(r, t) > 0 })
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
		if n.hidden || overlap(r, n.box()) == 0 {
			continue
		}
		box := n.box()
		inside := box.X < r.X && box.Y < r.Y && r.X+r.W < box.X+box.W && r.Y+r.H < box.Y+box.H
		if d.model.Nodes[v].Owns < 0 || !inside || overlap(r, d.titleBox(v).grown(titleGap)) > 0 {
			return true
		}
	}
	return false
}
