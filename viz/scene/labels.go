package scene

import (
	"math"
)

// labels decides which nodes of a network in point mode have their label drawn at
// each zoom, and on which side of the dot.
//
// Zooms are divided into levels, a factor of √2 apart. A label that is drawn at one
// level is drawn at every higher one, and the choice depends on the zoom but not on
// the pan, so labels don't flicker while the view moves. The fitted level is solved
// first, and best: see labelSearch. Lower levels drop labels from it; higher levels
// add some, the most important first.
type labels struct {
	*Points
	share []float32 // by node: its importance, from 0 to 1
	name  []string  // by node: see nameOf; "" until that is called
	size  []float32 // by node: size of its label, in units
	width []float32 // by node: see widthOf

	level []uint8        // by node: the first level at which its label is drawn, or never
	sides [levels][]side // by level and node
	last  []side         // by node: its side when the fitted level was last solved, or noSide
	done  int            // number of levels solved
	tried []int32        // scratch space of prepare

	taken     boxIndex // labels placed at the level being solved
	obstacles boxIndex // dots that labels of that level must not cover
}

const (
	never       = math.MaxUint8
	levels      = 17 // zooms from 1/4 to 64
	firstLevel  = -4 // twice the binary logarithm of the first level's zoom
	fittedLevel = -firstLevel
)

func newLabels(pt *Points) labels {
	n := len(pt.drawing.Nodes)
	return labels{Points: pt, share: make([]float32, n), name: make([]string, n), size: make([]float32, n), width: make([]float32, n)}
}

// reset discards the choice because dots have moved or are hidden. In the next
// one, labels keep their sides where they can.
func (l *labels) reset() { l.done = 0 }

// forget is like reset, but for unrelated dots: the next choice is a new search.
func (l *labels) forget() { l.done, l.last = 0, nil }

// levelZoom returns the zoom of a level, in units per world unit.
func levelZoom(level int) float64 { return math.Pow(2, float64(level+firstLevel)/2) }

// levelAt returns the level whose labels are drawn at a zoom, or -1 for none, and
// solves it if necessary.
func (l *labels) levelAt(zoom float64) int {
	const tolerance = 1e-6
	k := int(math.Floor(2*math.Log2(zoom/l.unit())+tolerance)) - firstLevel
	k = max(-1, min(k, levels-1))
	l.solve(k)
	return k
}

// sideAt returns the side of node v's label at a level.
func (l *labels) sideAt(v, level int) side {
	if level < 0 || level >= l.done || int(l.level[v]) > level {
		return east
	}
	return l.sides[level][v]
}

// solve chooses the labels of all levels up to the given one.
func (l *labels) solve(level int) {
	if l.done > level {
		return
	}
	if l.level == nil {
		l.level = make([]uint8, len(l.nodes))
	}
	if l.done == 0 {
		for v := range l.level {
			l.level[v] = never
		}
		l.solveFitted()
		for k := range fittedLevel {
			l.thin(k)
		}
		l.done = fittedLevel + 1
	}
	for ; l.done <= level; l.done++ {
		l.enrich(l.done)
	}
}

// solveFitted chooses the labels of the fitted level. The first choice for given
// places is a search; later ones, while dots move or are hidden and shown, start
// from the last.
func (l *labels) solveFitted() {
	sides := l.sidesOf(fittedLevel, len(l.nodes))
	tried := l.prepare(fittedLevel)
	if l.last == nil {
		l.last = make([]side, len(l.nodes))
		for v := range l.last {
			l.last[v] = noSide
		}
		if len(tried) <= l.Settings.SearchLabels {
			for v, d := range newLabelSearch(l, tried).run() {
				l.last[v] = d
			}
		}
	}
	for pass := range 2 { // labels of the last choice, then others
		for _, v := range tried {
			if had := l.last[v] != noSide; had == (pass == 0) {
				if d, ok := l.freeSide(int(v), 1, l.last[v]); ok {
					l.putLabel(int(v), fittedLevel, d, sides)
				}
			}
		}
	}
	for _, v := range tried {
		l.last[v] = noSide
		if l.level[v] == fittedLevel {
			l.last[v] = sides[v]
		}
	}
}

// thin chooses, for a level below the fitted one, the most important of its labels
// that fit beside each other, each on the side that it has there.
func (l *labels) thin(level int) {
	sides := l.sidesOf(level, len(l.nodes))
	tried := l.prepare(level)
	zoom := levelZoom(level)
	for pass := range 2 { // labels of the level below, then others
		for _, v := range tried {
			if shown := int(l.level[v]) < level; l.level[v] == never || shown != (pass == 0) {
				continue
			}
			d := l.sides[fittedLevel][v]
			if pass == 0 || !l.taken.any(l.labelRect(int(v), zoom, d).grown(l.labelGap(zoom)), int32(v)) {
				l.putLabel(int(v), level, d, sides)
			}
		}
	}
}

// enrich chooses the labels of a level above the fitted one: those of the level
// below, on their sides if possible, then others.
func (l *labels) enrich(level int) {
	sides, below := l.sidesOf(level, len(l.nodes)), l.sides[level-1]
	tried := l.prepare(level)
	zoom := levelZoom(level)
	for pass := range 2 {
		for _, v := range tried {
			shown := int(l.level[v]) < level
			if shown != (pass == 0) {
				continue
			}
			had := noSide
			if shown {
				had = below[v]
			}
			d, ok := l.freeSide(int(v), zoom, had)
			if shown && !ok {
				d, ok = had, true // a label that was drawn stays
			}
			if ok {
				l.putLabel(int(v), level, d, sides)
			}
		}
	}
}

// sidesOf returns the sides of a level, to be filled in.
func (l *labels) sidesOf(level, nodes int) []side {
	if l.sides[level] == nil {
		l.sides[level] = make([]side, nodes)
	}
	return l.sides[level]
}

// prepare empties the index of labels for a level, and returns the nodes whose
// labels are candidates, the most important first: as many as there is room for.
// Their dots are kept free of labels.
func (l *labels) prepare(level int) []int32 {
	zoom := levelZoom(level)
	w, h := l.layout.Width*zoom, l.layout.Height*zoom
	l.taken.reset(w, h)
	l.obstacles.reset(w, h)
	l.tried = l.tried[:0]
	room := int(min(w*h/l.Settings.NameRoom, float64(len(l.graph.order))))
	for _, v := range l.graph.order {
		if l.nodes[v].hidden {
			continue
		}
		if len(l.tried) >= room && int(l.level[v]) >= level {
			break
		}
		l.tried = append(l.tried, v)
		at, r := l.nodes[v].at, l.levelRadius(int(v), zoom)+dotClearance
		l.obstacles.add(box{at.X*zoom - r, at.Y*zoom - r, at.X*zoom + r, at.Y*zoom + r}, v)
	}
	return l.tried
}

// freeSide returns a side on which node v's label overlaps no other label, and
// covers no dots but far less important ones. A label that had a side before keeps
// it unless a label is in the way.
func (l *labels) freeSide(v int, zoom float64, had side) (side, bool) {
	frame := box{0, 0, l.layout.Width * zoom, l.layout.Height * zoom}
	gap := l.labelGap(zoom)
	if had != noSide && !l.taken.any(l.labelRect(v, zoom, had).grown(gap), int32(v)) {
		return had, true
	}
	best, least := noSide, math.Inf(1)
	for d := range side(sides) {
		r := l.labelRect(v, zoom, d)
		if !frame.contains(r) || l.taken.any(r.grown(gap), int32(v)) {
			continue
		}
		if cost := l.coverCost(v, r); cost < least {
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
func (l *labels) coverCost(v int, r box) float64 {
	cost := 0.0
	l.obstacles.each(r, func(o int32) bool {
		if int(o) != v {
			if l.graph.degree[o]*farLess > l.graph.degree[v] {
				cost = math.Inf(1)
				return false
			}
			cost += float64(l.graph.degree[o])
		}
		return true
	})
	return cost
}

// putLabel records that node v's label is drawn from a level on.
func (l *labels) putLabel(v, level int, d side, sides []side) {
	l.level[v] = min(l.level[v], uint8(level))
	sides[v] = d
	l.taken.add(l.labelRect(v, levelZoom(level), d), int32(v))
}

// levelRadius returns the radius of node v's dot at a level's zoom, in units.
func (l *labels) levelRadius(v int, zoom float64) float64 {
	d := l.dotSizes()
	return max(d.of(v)*min(max(math.Sqrt(zoom), 0.5), 4), namedDot)
}

// labelRect returns the box of node v's label on a side of its dot at a level's
// zoom, in units.
func (l *labels) labelRect(v int, zoom float64, d side) box {
	at, w, h := l.nodes[v].at, l.widthOf(v), float64(l.size[v])*labelHeight
	x, y := d.offset(l.levelRadius(v, zoom), w, h)
	x, y = at.X*zoom+x, at.Y*zoom+y
	return box{x, y, x + w, y + h}
}

// labelGap returns the free space around labels at a level's zoom, in units.
func (l *labels) labelGap(zoom float64) float64 { return l.Settings.NameGap / max(1, zoom/2) }

const (
	dotClearance = 1 // units between a dot and another node's label
	labelHeight  = 1.05
	farLess      = 6 // a dot may be covered by a label of this many times its relations
)

// measure gives every node its share of importance and the size of its label in
// the current layout.
func (l *labels) measure() {
	format, most := formatOf(l.layout), max(float64(l.graph.most), 1)
	for v, d := range l.graph.degree {
		share := math.Sqrt(float64(d) / most)
		l.share[v] = float32(share)
		size := math.Round((format.PointLabel+format.PointGrow*share*share)*2) / 2
		l.size[v] = float32(size)
		l.name[v], l.width[v] = "", 0
	}
}

// nameOf returns node v's label, shortened if it is very long. Most labels of a large
// network are never drawn, so each is measured when it is first considered.
func (l *labels) nameOf(v int) string {
	l.widthOf(v)
	return l.name[v]
}

// widthOf returns the width of node v's label, in units.
func (l *labels) widthOf(v int) float64 {
	if l.name[v] == "" {
		size := float64(l.size[v])
		l.name[v] = clip(l.nodes[v].model.Label, nameWidth*size, size, l.bold(v))
		l.width[v] = float32(TextWidth(l.name[v], size, l.bold(v)))
	}
	return float64(l.width[v])
}

// bold reports whether node v's label is set in bold: the few most important ones.
func (l *labels) bold(v int) bool { return l.share[v] > 0.5 }
