package scene

import "math"

// names says from which zoom on each node's name is shown. A name that shows at
// one zoom shows at every larger one, and which names show doesn't depend on
// where the view is: nothing flickers, whatever the hand does.
//
// Levels are zooms √2 apart. At each, the names of the last stay, and the others
// are tried, the most important first: a name is shown if no name shown covers
// the cells of a grid of the world that it needs. How many are tried depends on
// the room that there is: names stay sparse, and none of little importance gets
// a place that a more important one will want at the next level.
type names struct {
	level  []uint8 // of each node: the first level at which its name shows, or never
	done   int     // levels worked out
	filled bitmap
}

const (
	never      = math.MaxUint8
	cell       = 8  // side of a cell, in units
	levels     = 17 // zooms from 1/4 to 64, a factor of √2 apart
	firstLevel = -4 // half the exponent of the first level's zoom
)

func (n *names) reset() { n.done = 0 }

// levelZoom is the zoom of a level, in units for each of the world.
func levelZoom(level int) float64 { return math.Pow(2, float64(level+firstLevel)/2) }

// levelAt returns the level whose names show at a zoom; -1 is none.
func (s *Scene) levelAt(zoom float64) int {
	const tolerance = 1e-6
	k := int(math.Floor(2*math.Log2(zoom/s.unit())+tolerance)) - firstLevel
	k = max(-1, min(k, levels-1))
	s.name(k)
	return k
}

// name works out which names show up to a level.
func (s *Scene) name(level int) {
	f := s.field
	n := &f.names
	if n.done > level {
		return
	}
	if n.level == nil {
		n.level = make([]uint8, len(s.nodes))
	}
	if n.done == 0 {
		for i := range n.level {
			n.level[i] = never
		}
	}
	for ; n.done <= level; n.done++ {
		zoom := levelZoom(n.done)
		n.filled.reset(int(s.layout.Width*zoom/cell)+2, int(s.layout.Height*zoom/cell)+2)
		tried := len(f.order)
		if room := s.layout.Width * s.layout.Height * zoom * zoom / s.Settings.NameRoom; room < float64(tried) {
			tried = int(room)
		}
		free := s.Settings.NameGap / math.Max(1, zoom/2)
		for pass := range 2 { // those that show already, then the others
			for _, v := range f.order[:tried] {
				shown := int(n.level[v]) < n.done
				if s.nodes[v].hidden || shown != (pass == 0) {
					continue
				}
				x0, y0, x1, y1 := s.nameCells(int(v), zoom, 0)
				if pass == 1 && n.filled.any(x0, y0, x1, y1) {
					n.filled.set(s.dotCells(int(v), zoom)) // no name of less importance covers it
					continue
				}
				if !shown {
					n.level[v] = uint8(n.done)
				}
				n.filled.set(s.nameCells(int(v), zoom, free))
			}
		}
	}
}

// dotCells returns the cells that node v's dot takes at a level's zoom.
func (s *Scene) dotCells(v int, zoom float64) (x0, y0, x1, y1 int) {
	at, r := s.nodes[v].at, s.levelRadius(v, zoom)
	return int(math.Floor((at.X*zoom - r) / cell)), int(math.Floor((at.Y*zoom - r) / cell)),
		int(math.Floor((at.X*zoom + r) / cell)), int(math.Floor((at.Y*zoom + r) / cell))
}

// levelRadius is the radius of node v's dot at a level's zoom, in units.
func (s *Scene) levelRadius(v int, zoom float64) float64 {
	d := s.dotSizes()
	return max(d.of(v)*min(max(math.Sqrt(zoom), 0.5), 4), namedDot)
}

// nameCells returns the cells that node v's dot and name take at a level's zoom,
// with so many units free around them.
func (s *Scene) nameCells(v int, zoom, free float64) (x0, y0, x1, y1 int) {
	f, at := s.field, s.nodes[v].at
	radius := s.levelRadius(v, zoom)
	x, y := at.X*zoom, at.Y*zoom
	half := max(float64(f.size[v])*lineHeight/2, radius)
	return int(math.Floor((x - radius - free) / cell)), int(math.Floor((y - half - free/2) / cell)),
		int(math.Floor((x + radius + NameOffset + float64(f.width[v]) + free) / cell)), int(math.Floor((y + half + free/2) / cell))
}

// NameOffset is the space between a dot and its name, in units.
const NameOffset = 3

// bitmap is a grid of bits.
type bitmap struct {
	w, h  int
	words int // in a row
	bits  []uint64
}

// reset makes the bitmap w by h, and empty.
func (b *bitmap) reset(w, h int) {
	b.w, b.h, b.words = w, h, (w+63)/64
	if need := b.words * h; cap(b.bits) < need {
		b.bits = make([]uint64, need)
	} else {
		b.bits = b.bits[:need]
		clear(b.bits)
	}
}

// each calls f with every word of the rectangle, bounds included, and its mask
// there, until f returns true; it returns whether f did.
func (b *bitmap) each(x0, y0, x1, y1 int, f func(word *uint64, mask uint64) bool) bool {
	x0, y0, x1, y1 = max(x0, 0), max(y0, 0), min(x1, b.w-1), min(y1, b.h-1)
	if x0 > x1 {
		return false
	}
	for y := y0; y <= y1; y++ {
		for w := x0 / 64; w <= x1/64; w++ {
			mask := ^uint64(0)
			if w == x0/64 {
				mask &= ^uint64(0) << (x0 % 64)
			}
			if w == x1/64 {
				mask &= ^uint64(0) >> (63 - x1%64)
			}
			if f(&b.bits[y*b.words+w], mask) {
				return true
			}
		}
	}
	return false
}

func (b *bitmap) any(x0, y0, x1, y1 int) bool {
	return b.each(x0, y0, x1, y1, func(word *uint64, mask uint64) bool { return *word&mask != 0 })
}

func (b *bitmap) set(x0, y0, x1, y1 int) {
	b.each(x0, y0, x1, y1, func(word *uint64, mask uint64) bool { *word |= mask; return false })
}
