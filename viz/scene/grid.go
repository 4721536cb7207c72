package scene

import (
	"math"
)

// dotGrid finds the dots near a point: cells of the world with the nodes in them.
type dotGrid struct {
	stale bool
	cells
	reach float64 // radius of the largest dot, in units
}

// edgeGrid finds the edges near a point, likewise.
type edgeGrid struct {
	stale bool
	cells
}

// cells are squares of the world, in rows; cell c holds items[first[c]:first[c+1]].
type cells struct {
	x, y, side float64
	cols, rows int
	first      []int32
	items      []int32
	next       []int32 // scratch of fill
}

// cover sets the size of the cells for a number of items in the area of the nodes.
func (c *cells) cover(nodes []node, per float64) {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for i := range nodes {
		at := nodes[i].at
		x0, y0, x1, y1 = min(x0, at.X), min(y0, at.Y), max(x1, at.X), max(y1, at.Y)
	}
	w, h := x1-x0, y1-y0
	c.side = max(math.Sqrt(w*h*per/float64(len(nodes))), max(w, h)/2000, 1e-3)
	c.x, c.y, c.cols, c.rows = x0, y0, int(w/c.side)+1, int(h/c.side)+1
	c.first = cleared(c.first, c.cols*c.rows+1)
}

// cleared returns a list of n zeros, in the memory of the given one if it is long enough.
func cleared(list []int32, n int) []int32 {
	if cap(list) < n {
		return make([]int32, n)
	}
	list = list[:n]
	clear(list)
	return list
}

// at returns the column and row of a point, which may lie outside.
func (c *cells) at(p Vec) (col, row int) {
	return int(math.Floor((p.X - c.x) / c.side)), int(math.Floor((p.Y - c.y) / c.side))
}

// in returns the items of a cell, none outside.
func (c *cells) in(col, row int) []int32 {
	if col < 0 || row < 0 || col >= c.cols || row >= c.rows {
		return nil
	}
	k := row*c.cols + col
	return c.items[c.first[k]:c.first[k+1]]
}

// fill puts items into cells: each calls put for every cell that item i is in.
func (c *cells) fill(n int, pause func(), each func(i int, put func(cell int))) {
	for i := range n {
		each(i, func(cell int) { c.first[cell+1]++ })
		pause()
	}
	for k := 1; k < len(c.first); k++ {
		c.first[k] += c.first[k-1]
	}
	c.items = cleared(c.items, int(c.first[len(c.first)-1]))
	c.next = append(c.next[:0], c.first...)
	for i := range n {
		each(i, func(cell int) {
			c.items[c.next[cell]] = int32(i)
			c.next[cell]++
		})
		pause()
	}
}

// along calls put for the cells through which a line runs, row by row.
func (c *cells) along(a, b Vec, put func(cell int)) {
	if a.Y > b.Y {
		a, b = b, a
	}
	_, top := c.at(a)
	_, bottom := c.at(b)
	for row := top; row <= bottom; row++ {
		// The part of the line in this row's band.
		from, to := a, b
		if y := c.y + float64(row)*c.side; row > top {
			from = a.lerp(b, (y-a.Y)/(b.Y-a.Y))
		}
		if y := c.y + float64(row+1)*c.side; row < bottom {
			to = a.lerp(b, (y-a.Y)/(b.Y-a.Y))
		}
		left, _ := c.at(Vec{min(from.X, to.X), from.Y})
		right, _ := c.at(Vec{max(from.X, to.X), from.Y})
		for col := max(left, 0); col <= min(right, c.cols-1); col++ {
			put(row*c.cols + col)
		}
	}
}
