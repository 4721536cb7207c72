package layout

import (
	"math"
	"math/bits"
	"sort"
)

const (
	// levels is how often the square around all bodies can be halved.
	levels = 22
	// radix is the number of key bits that one sorting pass looks at; an even
	// number of passes covers the 2·levels bits of a key.
	radix = 11
	// crowd is how many bodies a cell holds without being split.
	crowd = 8
	// pile is from how many bodies on a cell that cannot be split is taken as one.
	pile = 64
)

// tree is a quadtree over bodies sorted along Morton's curve. Its cells lie in
// preorder, each with the index at which the next subtree begins, so that a walk
// needs no stack.
type tree struct {
	key, keySpare     []uint64
	order, orderSpare []int32 // body indices along the curve
	body              []Point // places along the curve
	cell              []cell
	count             [2 * levels / radix][1 << radix]int32
}

// cell is a square that holds bodies lo to hi-1 of the curve.
type cell struct {
	x, y, mass float64 // centre and number of the bodies
	open       float64 // (width/theta)²: from a squared distance not above it the cell is opened
	lo, hi     int32
	skip       int32 // the first cell after this one's subtree
	leaf       bool
}

// newTree returns a tree with room for n bodies. A cell that is split has at
// least two parts, so there are fewer than 2n cells.
func newTree(n int) tree {
	return tree{
		key: make([]uint64, n), keySpare: make([]uint64, n),
		order: make([]int32, n), orderSpare: make([]int32, n),
		body: make([]Point, n),
		cell: make([]cell, 0, 2*n),
	}
}

// build makes t the tree of the places, of which there is at least one.
func (t *tree) build(places []Point, theta float64) {
	t.sort(places)
	for at, i := range t.order {
		t.body[at] = places[i]
	}
	t.cell = t.cell[:0]
	t.grow(0, int32(len(places)), 2*levels-2, 1/theta)
}

// sort puts the bodies in the order of Morton's curve over their square.
func (t *tree) sort(places []Point) {
	lo, hi := extent(places)
	scale := (1<<levels - 1) / max(hi.X-lo.X, hi.Y-lo.Y, math.SmallestNonzeroFloat64)
	if math.IsInf(scale, 1) {
		scale = 0 // all at one place
	}
	for pass := range t.count {
		clear(t.count[pass][:])
	}
	for i, p := range places {
		k := spread(uint32((p.X-lo.X)*scale)) | spread(uint32((p.Y-lo.Y)*scale))<<1
		t.key[i], t.order[i] = k, int32(i)
		for pass := range t.count {
			t.count[pass][k>>(radix*pass)&(1<<radix-1)]++
		}
	}
	for pass := range t.count {
		count := &t.count[pass]
		sum := int32(0)
		for d, c := range count {
			count[d] = sum
			sum += c
		}
		for at, k := range t.key {
			d := k >> (radix * pass) & (1<<radix - 1)
			t.keySpare[count[d]], t.orderSpare[count[d]] = k, t.order[at]
			count[d]++
		}
		t.key, t.keySpare = t.keySpare, t.key
		t.order, t.orderSpare = t.orderSpare, t.order
	}
}

// grow appends the cell of bodies lo to hi-1, whose keys agree above the two
// bits at shift, and its subtree; it returns the corners of what it holds.
func (t *tree) grow(lo, hi int32, shift int, inverseTheta float64) (low, high Point) {
	at := len(t.cell)
	t.cell = append(t.cell, cell{lo: lo, hi: hi})
	if differ := t.key[lo] ^ t.key[hi-1]; differ == 0 {
		shift = -1
	} else { // pass over the levels at which all lie in one quarter
		shift = min(shift, (bits.Len64(differ)-1)&^1)
	}
	var k cell
	if leaf := hi-lo <= crowd || shift < 0; leaf {
		low, high = extent(t.body[lo:hi])
		for _, p := range t.body[lo:hi] {
			k.x += p.X
			k.y += p.Y
		}
		k.mass, k.leaf = float64(hi-lo), true
	} else {
		low, high = Point{Limit, Limit}, Point{-Limit, -Limit}
		for from := lo; from < hi; {
			quarter := t.key[from] >> shift
			to := from + int32(sort.Search(int(hi-from), func(d int) bool { return t.key[from+int32(d)]>>shift > quarter }))
			child := len(t.cell)
			a, b := t.grow(from, to, shift-2, inverseTheta)
			low = Point{min(low.X, a.X), min(low.Y, a.Y)}
			high = Point{max(high.X, b.X), max(high.Y, b.Y)}
			c := t.cell[child]
			k.x += c.x * c.mass
			k.y += c.y * c.mass
			k.mass += c.mass
			from = to
		}
	}
	width := max(high.X-low.X, high.Y-low.Y) * inverseTheta
	k.x, k.y, k.open = k.x/k.mass, k.y/k.mass, width*width
	k.lo, k.hi, k.skip = lo, hi, int32(len(t.cell))
	t.cell[at] = k
	return low, high
}

// extent returns the corners of the smallest upright rectangle around places.
func extent(places []Point) (lo, hi Point) {
	lo, hi = places[0], places[0]
	for _, p := range places[1:] {
		lo = Point{min(lo.X, p.X), min(lo.Y, p.Y)}
		hi = Point{max(hi.X, p.X), max(hi.Y, p.Y)}
	}
	return lo, hi
}

// spread puts a 0 between any two bits of v.
func spread(v uint32) uint64 {
	k := uint64(v)
	k = (k | k<<16) & 0x0000ffff0000ffff
	k = (k | k<<8) & 0x00ff00ff00ff00ff
	k = (k | k<<4) & 0x0f0f0f0f0f0f0f0f
	k = (k | k<<2) & 0x3333333333333333
	return (k | k<<1) & 0x5555555555555555
}
