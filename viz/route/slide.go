package route

// slide moves the ends of a line along with their boxes.
type slide struct {
	*way
	was    []Rect // by node: its cells before the move
	shares bool   // the line may share tracks
}

// line returns the states of a line with as many bends as the given one, whose first and
// last runs have moved with the boxes at its ends; or nil if it would meet a box, or share
// a track where it must not.
func (s slide) line(line []int32) []int32 {
	m := &s.memory
	m.points = s.grid.corners(line, m.points[:0])
	points, last := m.points, len(m.points)-1
	if last < 1 {
		return nil
	}
	first, end := s.moved(points[0], s.hub, line[0]&1), s.moved(points[last], s.leaf, line[len(line)-1]&1)
	if last == 1 { // one run
		if line[0]&1 == 0 && first.Y != end.Y || line[0]&1 == 1 && first.X != end.X {
			return nil
		}
	} else {
		points[1] = bendAt(points[1], first, line[0]&1)
		points[last-1] = bendAt(points[last-1], end, line[len(line)-1]&1)
	}
	points[0], points[last] = first, end
	return s.along(points, line)
}

// moved returns where a line's end at node v is after the move: on the same side of the
// box, and at the same place of the side if that still exists. axis is that of the line.
func (s slide) moved(end Point, v, axis int32) Point {
	was, is := s.was[v], s.in.Boxes[v]
	if was == is {
		return end
	}
	inset := int32(1)
	if s.byFrame[v] >= 0 {
		inset = 2
	}
	if axis == 1 {
		return Point{within(end.X, is.X+inset, is.Right()-inset), sideOf(end.Y, was.Y, was.Bottom(), is.Y, is.Bottom())}
	}
	return Point{sideOf(end.X, was.X, was.Right(), is.X, is.Right()), within(end.Y, is.Y+inset, is.Bottom()-inset)}
}

// sideOf returns the new place of the side of a box that was at the given place.
func sideOf(at, low, high, newLow, newHigh int32) int32 {
	switch at {
	case low:
		return newLow
	case high:
		return newHigh
	}
	return at
}

func within(v, low, high int32) int32 { return min(max(v, low), max(low, high)) }

// bendAt returns the bend next to an end of a line, whose run has the given axis.
func bendAt(bend, end Point, axis int32) Point {
	if axis == 0 {
		return Point{bend.X, end.Y}
	}
	return Point{end.X, bend.Y}
}

// along returns the states of the line through points, whose runs have the directions of
// the given line, or nil.
func (s slide) along(points []Point, line []int32) []int32 {
	n := 1
	for k := 1; k < len(points); k++ {
		n += int(abs(points[k].X-points[k-1].X) + abs(points[k].Y-points[k-1].Y))
	}
	states, d := make([]int32, 0, n), line[0]&3
	at := points[0]
	states = append(states, s.grid.cell(at.X, at.Y)*4+d)
	old := 1 // in the given line
	for k := 1; k < len(points); k++ {
		d = line[old] & 3
		for old < len(line) && line[old]&3 == d {
			old++
		}
		to := points[k]
		ahead := (to.X-at.X)*stepX[d] + (to.Y-at.Y)*stepY[d]
		if ahead < 1 || ahead != abs(to.X-at.X)+abs(to.Y-at.Y) {
			return nil
		}
		for range ahead {
			at = Point{at.X + stepX[d], at.Y + stepY[d]}
			if at.X < 0 || at.Y < 0 || at.X >= s.grid.w || at.Y >= s.grid.h {
				return nil
			}
			c := s.grid.cell(at.X, at.Y)
			if !s.shares && s.count[d&1][c] > 0 || len(states) < n-1 && !s.open(c, at.X, at.Y) {
				return nil
			}
			states = append(states, c*4+d)
		}
	}
	repair := lineRepair{way: s.way}
	if !repair.startsAt(states[0], false) || !repair.endsAt(states[n-1]) {
		return nil
	}
	return states
}
