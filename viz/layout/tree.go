package layout

import (
	"math"
	"math/bits"
)

const (
	// levels is the number of times that the square around all bodies can be halved:
	// bodies closer than a 65,536th of it stay together.
	levels = 16
	// radix is the number of key bits that one sorting pass looks at.
	radix = 11
	// passes is the number of passes for the 2·levels bits of a key.
	passes = (2*levels + radix - 1) / radix
	// capacity is the number of bodies up to which a cell is not split.
	capacity = 12
	// root is the parent of the first cell.
	root = -1
)

// tree is a quadtree over bodies sorted along Morton's curve. Its cells lie in
// preorder, each with the index at which the next subtree begins: a loop from
// the front meets parents before children, one from the back the reverse.
type tree struct {
	stop, spare []stop  // where the bodies are on the curve
	body        []Point // places along the curve
	cell        []cell
	count       [passes][1 << radix]int32
}

// stop is the position of a body on the curve.
type stop struct {
	key  uint32 // bits of x and y in turn, the highest first
	body int32
}

// cell is a square that holds bodies lo to hi-1 of the curve.
type cell struct {
	expansion
	lo, hi int32
	parent int32
	skip   int32 // the first cell after this one's subtree
	leaf   bool
}

// newTree returns a tree with room for n bodies. A cell that is split has at
// least two parts, so there are fewer than 2n cells.
func newTree(n int) tree {
	return tree{
		stop: make([]stop, n), spare: make([]stop, n),
		body: make([]Point, n),
		cell: make([]cell, 0, 2*n),
	}
}

// build builds the tree of the places, of which there must be at least one.
func (t *tree) build(places []Point) {
	t.sort(places)
	for at, s := range t.stop {
		t.body[at] = places[s.body]
	}
	t.split()
}

// sort puts the bodies in the order of Morton's curve over their square.
func (t *tree) sort(places []Point) {
	lo, hi := extent(places)
	scale := (1<<levels - 1) / max(hi.X-lo.X, hi.Y-lo.Y, math.SmallestNonzeroFloat64)
	if math.IsInf(scale, 1) {
		scale = 0 // all at one place
	}
	const mask = 1<<radix - 1
	c0, c1, c2 := &t.count[0], &t.count[1], &t.count[2]
	for pass := range t.count {
		clear(t.count[pass][:])
	}
	stops := t.stop[:len(places)]
	for i, p := range places {
		k := spread(uint32((p.X-lo.X)*scale)) | spread(uint32((p.Y-lo.Y)*scale))<<1
		stops[i] = stop{k, int32(i)}
		c0[k&mask]++
		c1[k>>radix&mask]++
		c2[k>>(2*radix)]++
	}
	for pass := range t.count {
		count := &t.count[pass]
		sum := int32(0)
		for d, c := range count {
			count[d] = sum
			sum += c
		}
		from, to := t.stop, t.spare
		for _, s := range from {
			d := s.key >> (radix * uint(pass)) & mask
			at := count[d]
			count[d] = at + 1
			to[at] = s
		}
		t.stop, t.spare = to, from
	}
}

// split cuts the square into quarters, and these again, until a cell is small
// enough or its bodies share one key.
func (t *tree) split() {
	t.cell = append(t.cell[:0], cell{hi: int32(len(t.body)), parent: root})
	for c := int32(0); ; {
		k := &t.cell[c]
		differ := t.stop[k.lo].key ^ t.stop[k.hi-1].key
		if k.hi-k.lo > capacity && differ != 0 {
			// Levels at which all lie in one quarter are passed over.
			shift := (bits.Len32(differ) - 1) &^ 1
			t.cell = append(t.cell, cell{lo: k.lo, hi: t.quarter(k.lo, k.hi, shift), parent: c})
			c++
			continue
		}
		k.leaf = true
		// Close every subtree that ends here, and start the next quarter.
		for {
			k = &t.cell[c]
			k.skip = int32(len(t.cell))
			if k.parent == root {
				return
			}
			p := &t.cell[k.parent]
			if k.hi < p.hi {
				shift := (bits.Len32(t.stop[p.lo].key^t.stop[p.hi-1].key) - 1) &^ 1
				next := cell{lo: k.hi, hi: t.quarter(k.hi, p.hi, shift), parent: k.parent}
				c = k.skip
				t.cell = append(t.cell, next)
				break
			}
			c = k.parent
		}
	}
}

// quarter returns the end of the bodies, from lo to at most hi, whose keys equal that
// of body lo from bit shift on.
func (t *tree) quarter(lo, hi int32, shift int) int32 {
	same := t.stop[lo].key >> shift
	for lo < hi {
		if at := int32(uint32(lo+hi) / 2); t.stop[at].key>>shift > same {
			hi = at
		} else {
			lo = at + 1
		}
	}
	return lo
}

// extent returns the corners of the smallest upright rectangle around places.
func extent(places []Point) (lo, hi Point) {
	lo, hi = places[0], places[0]
	for _, p := range places {
		if p.X < lo.X {
			lo.X = p.X
		} else if p.X > hi.X {
			hi.X = p.X
		}
		if p.Y < lo.Y {
			lo.Y = p.Y
		} else if p.Y > hi.Y {
			hi.Y = p.Y
		}
	}
	return lo, hi
}

// spread puts a 0 between any two of the low 16 bits of v.
func spread(v uint32) uint32 {
	v = (v | v<<8) & 0x00ff00ff
	v = (v | v<<4) & 0x0f0f0f0f
	v = (v | v<<2) & 0x33333333
	return (v | v<<1) & 0x55555555
}
