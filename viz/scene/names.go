package scene

import "math"

// names decides which nodes of a network in point mode have their label drawn at
// each zoom, and on which side of the dot.
//
// Zooms are divided into levels, a factor of √2 apart. A label that is drawn at one
// level is drawn at every higher one, and the choice depends on the zoom but not on
// the pan, so labels don't flicker while the view moves. The fitted level is solved
// first, and best: see labelSearch. Lower levels drop labels from it; higher levels
// add some, the most important first.
type names struct {
	level []uint8        // by node: the first level at which its label is drawn, or never
	sides [levels][]side // by level and node
	last  []side         // by node: its side when the fitted level was last solved, or noSide
	done  int            // number of levels solved
	tried []int32        // scratch space of prepare

	labels boxIndex // labels placed at the level being solved
	dots   boxIndex // dots that labels of that level must not cover
}

const (
	never       = math.MaxUint8
	levels      = 17 // zooms from 1/4 to 64
	firstLevel  = -4 // twice the binary logarithm of the first level's zoom
	fittedLevel = -firstLevel
)

// reset discards the choice because dots have moved or are hidden. In the next
// one, labels keep their sides where they can.
func (n *names) reset() { n.done = 0 }

// forget is reset for dots that have nothing in common with the last ones: the
// next choice is a new search.
func (n *names) forget() { n.done, n.last = 0, nil }

// levelZoom returns the zoom of a level, in units per world unit.
func levelZoom(level int) float64 { return math.Pow(2, float64(level+firstLevel)/2) }

// levelAt returns the level whose labels are drawn at a zoom, or -1 for none, and
// solves it if necessary.
func (s *Scene) levelAt(zoom float64) int {
	const tolerance = 1e-6
	k := int(math.Floor(2*math.Log2(zoom/s.unit())+tolerance)) - firstLevel
	k = max(-1, min(k, levels-1))
	s.solveNames(k)
	return k
}

// sideAt returns the side of node v's label at a level.
func (n *names) sideAt(v, level int) side {
	if level < 0 || level >= n.done || int(n.level[v]) > level {
		return east
	}
	return n.sides[level][v]
}

// solveNames chooses the labels of all levels up to the given one.
func (s *Scene) solveNames(level int) {
	n := &s.field.names
	if n.done > level {
		return
	}
	if n.level == nil {
		n.level = make([]uint8, len(s.nodes))
	}
	if n.done == 0 {
		for v := range n.level {
			n.level[v] = never
		}
		s.solveFitted()
		for k := range fittedLevel {
			s.thin(k)
		}
		n.done = fittedLevel + 1
	}
	for ; n.done <= level; n.done++ {
		s.enrich(n.done)
	}
}

// solveFitted chooses the labels of the fitted level. The first choice for given
// places is a search; later ones, while dots move or are hidden and shown, start
// from the last.
func (s *Scene) solveFitted() {
	f := s.field
	n := &f.names
	sides := n.sidesOf(fittedLevel, len(s.nodes))
	tried := s.prepare(fittedLevel)
	if n.last == nil {
		n.last = make([]side, len(s.nodes))
		for v := range n.last {
			n.last[v] = noSide
		}
		if len(tried) <= s.Settings.SearchLabels {
			for v, d := range newLabelSearch(s, tried).run() {
				n.last[v] = d
			}
		}
	}
	for pass := range 2 { // labels of the last choice, then others
		for _, v := range tried {
			if had := n.last[v] != noSide; had == (pass == 0) {
				if d, ok := s.freeSide(int(v), 1, n.last[v]); ok {
					s.putLabel(int(v), fittedLevel, d, sides)
				}
			}
		}
	}
	for _, v := range tried {
		n.last[v] = noSide
		if n.level[v] == fittedLevel {
			n.last[v] = sides[v]
		}
	}
}

// thin chooses, for a level below the fitted one, the most important of its labels
// that fit beside each other, each on the side that it has there.
func (s *Scene) thin(level int) {
	f := s.field
	n := &f.names
	sides := n.sidesOf(level, len(s.nodes))
	tried := s.prepare(level)
	zoom := levelZoom(level)
	for pass := range 2 { // labels of the level below, then others
		for _, v := range tried {
			if shown := int(n.level[v]) < level; n.level[v] == never || shown != (pass == 0) {
				continue
			}
			d := n.sides[fittedLevel][v]
			if pass == 0 || !n.labels.any(s.labelRect(int(v), zoom, d).grown(s.labelGap(zoom)), int32(v)) {
				s.putLabel(int(v), level, d, sides)
			}
		}
	}
}

// enrich chooses the labels of a level above the fitted one: those of the level
// below, on their sides if possible, then others.
func (s *Scene) enrich(level int) {
	n := &s.field.names
	sides, below := n.sidesOf(level, len(s.nodes)), n.sides[level-1]
	tried := s.prepare(level)
	zoom := levelZoom(level)
	for pass := range 2 {
		for _, v := range tried {
			shown := int(n.level[v]) < level
			if shown != (pass == 0) {
				continue
			}
			had := noSide
			if shown {
				had = below[v]
			}
			d, ok := s.freeSide(int(v), zoom, had)
			if shown && !ok {
				d, ok = had, true // a label that was drawn stays
			}
			if ok {
				s.putLabel(int(v), level, d, sides)
			}
		}
	}
}

// sidesOf returns the sides of a level, to be filled in.
func (n *names) sidesOf(level, nodes int) []side {
	if n.sides[level] == nil {
		n.sides[level] = make([]side, nodes)
	}
	return n.sides[level]
}

// prepare empties the index of labels for a level, and returns the nodes whose
// labels are candidates, the most important first: as many as there is room for.
// Their dots are kept free of labels.
func (s *Scene) prepare(level int) []int32 {
	f := s.field
	n := &f.names
	zoom := levelZoom(level)
	w, h := s.layout.Width*zoom, s.layout.Height*zoom
	n.labels.reset(w, h)
	n.dots.reset(w, h)
	n.tried = n.tried[:0]
	room := int(min(w*h/s.Settings.NameRoom, float64(len(f.order))))
	for _, v := range f.order {
		if s.nodes[v].hidden {
			continue
		}
		if len(n.tried) >= room && int(n.level[v]) >= level {
			break
		}
		n.tried = append(n.tried, v)
		at, r := s.nodes[v].at, s.levelRadius(int(v), zoom)+dotClearance
		n.dots.add(box{at.X*zoom - r, at.Y*zoom - r, at.X*zoom + r, at.Y*zoom + r}, v)
	}
	return n.tried
}

// freeSide returns a side on which node v's label overlaps no other label, and
// covers no dots but far less important ones. A label that had a side before keeps
// it unless a label is in the way.
func (s *Scene) freeSide(v int, zoom float64, had side) (side, bool) {
	n := &s.field.names
	frame := box{0, 0, s.layout.Width * zoom, s.layout.Height * zoom}
	gap := s.labelGap(zoom)
	if had != noSide && !n.labels.any(s.labelRect(v, zoom, had).grown(gap), int32(v)) {
		return had, true
	}
	best, least := noSide, math.Inf(1)
	for d := range side(sides) {
		r := s.labelRect(v, zoom, d)
		if !frame.contains(r) || n.labels.any(r.grown(gap), int32(v)) {
			continue
		}
		if cost := s.coverCost(v, r); cost < least {
			best, least = d, cost
		}
		if least == 0 {
			break
		}
	}
	return best, best != noSide
}

// coverCost returns the cost of covering the dots beneath node v's label: 0 for
// none, infinite if one of them is not far less important than v.
func (s *Scene) coverCost(v int, r box) float64 {
	f := s.field
	cost := 0.0
	f.names.dots.each(r, func(o int32) bool {
		if int(o) != v {
			if f.degree[o]*farLess > f.degree[v] {
				cost = math.Inf(1)
				return false
			}
			cost += float64(f.degree[o])
		}
		return true
	})
	return cost
}

// putLabel records that node v's label is drawn from a level on.
func (s *Scene) putLabel(v, level int, d side, sides []side) {
	n := &s.field.names
	n.level[v] = min(n.level[v], uint8(level))
	sides[v] = d
	n.labels.add(s.labelRect(v, levelZoom(level), d), int32(v))
}

// levelRadius returns the radius of node v's dot at a level's zoom, in units.
func (s *Scene) levelRadius(v int, zoom float64) float64 {
	d := s.dotSizes()
	return max(d.of(v)*min(max(math.Sqrt(zoom), 0.5), 4), namedDot)
}

// labelRect returns the box of node v's label on a side of its dot at a level's
// zoom, in units.
func (s *Scene) labelRect(v int, zoom float64, d side) box {
	at, w, h := s.nodes[v].at, float64(s.field.width[v]), float64(s.field.size[v])*labelHeight
	x, y := d.offset(s.levelRadius(v, zoom), w, h)
	x, y = at.X*zoom+x, at.Y*zoom+y
	return box{x, y, x + w, y + h}
}

// labelGap returns the free space around labels at a level's zoom, in units.
func (s *Scene) labelGap(zoom float64) float64 { return s.Settings.NameGap / max(1, zoom/2) }

const (
	dotClearance = 1.2 // units between a dot and another node's label
	labelHeight  = 1.05
	farLess      = 6 // a dot may be covered by a label of this many times its relations
)
