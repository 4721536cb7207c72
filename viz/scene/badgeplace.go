package scene

import "math"

// In world units: badgeStep is how far the badges of a line move along it in the search
// for a place where they cover nothing, and badgeSpace what they keep from a box.
const (
	badgeStep  = 4
	badgeSpace = 3
)

// freeSpot returns the middle of a row of badges along a straight run of a line: the
// place nearest to at, which is the run's middle, where the row covers no box, frame or
// title. The row has a length and a radius, and may move by reach either way. If it
// covers something everywhere, ok is false, and the place is the run's middle.
func (b *boxes) freeSpot(at, way Vec, length, radius, reach float64) (spot Vec, ok bool) {
	half := Vec{math.Abs(way.X), math.Abs(way.Y)}.mul(length/2 - radius).add(Vec{radius, radius})
	for by := 0.0; by <= reach; by += badgeStep {
		for _, side := range [2]float64{1, -1} {
			c := at.add(way.mul(side * by))
			if r := (Rect{c.X - half.X, c.Y - half.Y, 2 * half.X, 2 * half.Y}); !b.covers(r.grown(badgeSpace)) {
				return c, true
			}
		}
	}
	return at, false
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
func (b *boxes) covers(r Rect) bool {
	for v := range b.nodes {
		n := &b.nodes[v]
		if n.hidden || overlap(r, n.box()) == 0 {
			continue
		}
		box := n.box()
		inside := box.X < r.X && box.Y < r.Y && r.X+r.W < box.X+box.W && r.Y+r.H < box.Y+box.H
		if b.model.Nodes[v].Owns < 0 || !inside || overlap(r, b.titleBox(v).grown(titleGap)) > 0 {
			return true
		}
	}
	return false
}
