package place

import (
	"math"
	"slices"
)

// Settling are the parameters of [Settle].
type Settling struct {
	Fresh  []bool  // by item, in the order of [State.X]: it has no place yet
	At     []Point // by node: its earlier centre; nil for nodes without one
	Home   Rect    // new items are placed here if there is room
	Gap    int32   // least free space between items that have a place
	Room   int32   // free space around new items, if available
	Weight Weights
}

// Point is a place in cells, None for none.
type Point struct{ X, Y int32 }

// None is the place of an item without one.
var None = Point{math.MinInt32, math.MinInt32}

// Settle keeps items at their places in st, puts each fresh one beside its neighbours,
// and moves the others only as far as necessary to make room. It reports whether all
// boxes are apart. The same input gives the same placement on every machine.
func Settle(in *Input, st State, o Settling) (Placement, bool) {
	wide := *in
	wide.Gap = o.Room
	s := newSearch(&wide, o.Weight)
	s.begin(st)
	for i := range s.items {
		if s.items[i].frame >= 0 && !o.Fresh[i] {
			settling{s}.keepMembers(int32(i), o)
		}
	}
	placed := make([]bool, len(s.items))
	for i, fresh := range o.Fresh {
		placed[i] = !fresh
	}
	for {
		i := settling{s}.nextFresh(placed)
		if i < 0 {
			break
		}
		settling{s}.insert(i, placed, o.Home)
		placed[i] = true
	}
	apart := settling{s}.separate(o)
	s.costOf()
	return s.placement(), apart
}

// settling moves boxes as little as possible from their earlier places, until none is
// in the way of another.
type settling struct{ *search }

// keepMembers moves a frame and sets the number of its columns so that its members stay
// at their earlier places as far as possible.
func (s settling) keepMembers(i int32, o Settling) {
	it := &s.items[i]
	f := &s.Frames[it.frame]
	shift := func() (dx, dy int32, sum int) {
		s.lay(i)
		var xs, ys []int32
		for _, m := range f.Members {
			if at := o.At[m]; at != None {
				r := &s.rect[m]
				xs, ys = append(xs, at.X-r.X-r.W/2), append(ys, at.Y-r.Y-r.H/2)
			}
		}
		if xs == nil {
			return 0, 0, 0
		}
		dx, dy = median(xs), median(ys)
		for k := range xs {
			sum += int(abs(xs[k]-dx) + abs(ys[k]-dy))
		}
		return dx, dy, sum
	}
	set := func(columns int) bool {
		it.in.columns = columns
		it.in.arrange(f, s.Boxes)
		it.size = it.in.size
		return it.in.fits(s.Area, f)
	}
	best, least := it.in.columns, math.MaxInt
	for columns := 1; columns <= len(f.Members); columns++ {
		if !set(columns) {
			continue
		}
		if _, _, sum := shift(); sum < least {
			best, least = columns, sum
		}
	}
	set(best)
	dx, dy, _ := shift()
	it.x, it.y = s.within(i, it.x+dx, it.y+dy)
	s.lay(i)
}

// median returns the middle of some values.
func median(values []int32) int32 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}

// nextFresh returns the item without a place that has the most edges to items with
// one, or -1.
func (s settling) nextFresh(placed []bool) int32 {
	best, most := int32(-1), -1
	for i := range s.items {
		if placed[i] {
			continue
		}
		n := 0
		for _, k := range s.items[i].edges {
			if placed[s.other(int32(i), k)] {
				n++
			}
		}
		if n > most {
			best, most = int32(i), n
		}
	}
	return best
}

// other returns the item at the end of edge k that isn't item i, or i if both are.
func (s settling) other(i, k int32) int32 {
	if a := s.itemOf[s.edges[k].a]; a != i {
		return a
	}
	return s.itemOf[s.edges[k].b]
}

// insert puts item i at the place on the coarse lattice, or in line with a neighbour,
// that costs least among the items that are placed.
func (s settling) insert(i int32, placed []bool, home Rect) {
	it := &s.items[i]
	var xs, ys []int32
	for x := int32(0); x <= s.Area.W; x += s.Step {
		xs = append(xs, x)
	}
	for y := int32(0); y <= s.Area.H; y += s.Step {
		ys = append(ys, y)
	}
	for _, k := range it.edges {
		if j := s.other(i, k); j != i && placed[j] {
			xs, ys = append(xs, s.items[j].x), append(ys, s.items[j].y)
		}
	}
	bestX, bestY, least := it.x, it.y, math.MaxInt
	for _, y := range ys {
		for _, x := range xs {
			it.x, it.y = s.within(i, x, y)
			if it.x != x || it.y != y {
				continue
			}
			s.lay(i)
			if c := s.costAmong(i, placed, home, least); c < least {
				bestX, bestY, least = x, y, c
			}
		}
	}
	it.x, it.y = s.within(i, bestX, bestY)
	s.lay(i)
}

// Costs of the place of a new item.
const (
	abroad = 3 * unit       // for each cell outside home
	apart  = 2 * unit / 100 // for each cell from the middle of home
)

// costAmong returns the cost of item i among the items that are placed, or at least
// limit as soon as it must be.
func (s settling) costAmong(i int32, placed []bool, home Rect, limit int) int {
	it := &s.items[i]
	w, h := it.size.W/2, it.size.H/2
	out := max(home.X-it.x+w, it.x+w-home.Right(), 0) + max(home.Y-it.y+h, it.y+h-home.Bottom(), 0)
	sum := abroad*int(out) + apart*int(abs(it.x-home.X-home.W/2)+abs(it.y-home.Y-home.H/2))
	for j := range s.items {
		if placed[j] {
			sum += int(s.overlapCost(i, int32(j)))
		}
	}
	for _, k := range it.edges {
		if placed[s.other(i, k)] {
			sum += int(s.lengthCost(k))
		}
	}
	if sum += s.orderAmong(i, placed); sum >= limit+alignedMost*len(it.edges) {
		return sum
	}
	for _, k := range it.edges {
		if !placed[s.other(i, k)] {
			continue
		}
		for v := range s.Boxes {
			if placed[s.itemOf[v]] {
				sum += int(s.throughCost(k, int32(v)))
			}
		}
		for f := range s.edges {
			if e := &s.edges[f]; placed[s.itemOf[e.a]] && placed[s.itemOf[e.b]] {
				sum += int(s.crossingCost(k, int32(f)))
			}
		}
		if sum >= limit {
			return sum
		}
	}
	for _, v := range it.nodes {
		for f := range s.edges {
			if e := &s.edges[f]; placed[s.itemOf[e.a]] && placed[s.itemOf[e.b]] {
				sum += int(s.throughCost(int32(f), v))
			}
		}
	}
	return sum
}

// alignedMost is the largest bonus of an edge.
const alignedMost = 4 * unit

// orderAmong is the cost of nodes of item i above their superiors or below their
// inferiors.
func (s settling) orderAmong(i int32, placed []bool) int {
	sum := 0
	for k := range s.Above {
		a := &s.Above[k]
		upper, lower := s.itemOf[a.Upper], s.itemOf[a.Lower]
		if upper == lower || upper != i && lower != i || upper != i && !placed[upper] || lower != i && !placed[lower] {
			continue
		}
		w, need := s.w.order, int32(stepRoom)
		if a.Lead {
			w, need = s.w.first, leadRoom
		}
		if gap := s.rect[a.Lower].Y - s.rect[a.Upper].Bottom(); gap < need {
			sum += w * int(100+12*(need-gap)) / 100
		}
	}
	return sum
}
