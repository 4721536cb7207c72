package route

import "slices"

// free is the owner of a cell that no box is near.
const free = -1

// many is the owner of a cell that too many boxes are near for any net.
const many = -2

// grid is the obstacles of the lattice.
type grid struct {
	w, h   int32         // number of cells
	owners [2][][2]int16 // of the cells within 1 and 2 cells of a box
	frame  []int16       // node of the frame around a cell, or free
	title  []bool        // reserved for a frame's title
	border []uint8       // relation of a cell to a frame's border
}

// Relations of a cell to the border of a frame.
const (
	off     uint8 = iota
	upright       // on a vertical side
	level         // on a horizontal side
	beside        // next to a side
)

func newGrid(in *Input) *grid {
	n := int((in.W + 1) * (in.H + 1))
	g := &grid{w: in.W + 1, h: in.H + 1, frame: make([]int16, n), title: make([]bool, n), border: make([]uint8, n)}
	for k := range g.owners {
		g.owners[k] = make([][2]int16, n)
	}
	g.fill(in)
	return g
}

func (g *grid) cell(x, y int32) int32 { return y*g.w + x }

// each calls f for the cells of r that are on the lattice.
func (g *grid) each(r Rect, f func(x, y, c int32)) {
	for y := max(r.Y, 0); y <= min(r.Bottom(), g.h-1); y++ {
		for x := max(r.X, 0); x <= min(r.Right(), g.w-1); x++ {
			f(x, y, g.cell(x, y))
		}
	}
}

// around returns r enlarged by d on all sides.
func around(r Rect, d int32) Rect { return Rect{r.X - d, r.Y - d, r.W + 2*d, r.H + 2*d} }

// fill computes the obstacles.
func (g *grid) fill(in *Input) { g.refill(in, Rect{0, 0, g.w - 1, g.h - 1}) }

// refill computes the obstacles of the cells in area again.
func (g *grid) refill(in *Input, area Rect) {
	area = common(area, Rect{0, 0, g.w - 1, g.h - 1})
	for y := area.Y; y <= area.Bottom(); y++ {
		for c := g.cell(area.X, y); c <= g.cell(area.Right(), y); c++ {
			g.frame[c], g.title[c], g.border[c] = free, false, off
			g.owners[0][c], g.owners[1][c] = [2]int16{free, free}, [2]int16{free, free}
		}
	}
	for _, f := range in.Frames {
		r := in.Boxes[f.Node]
		g.each(common(r, area), func(x, y, c int32) { g.frame[c] = int16(f.Node) })
		g.each(common(f.Title, area), func(x, y, c int32) { g.title[c] = true })
		g.each(common(around(r, 1), area), func(x, y, c int32) {
			switch {
			case x == r.X || x == r.Right():
				g.border[c] = upright
			case y == r.Y || y == r.Bottom():
				g.border[c] = level
			case x <= r.X+1 || x >= r.Right()-1 || y <= r.Y+1 || y >= r.Bottom()-1:
				g.border[c] = beside
			}
		})
	}
	for v, r := range in.Boxes {
		if r.W == 0 || in.frames(int32(v)) {
			continue
		}
		for k := range g.owners {
			near := common(around(r, int32(k+1)), area)
			for y := near.Y; near.W >= 0 && y <= near.Bottom(); y++ {
				g.own(g.owners[k][g.cell(near.X, y):][:near.W+1], int16(v))
			}
		}
	}
}

// own adds an owner to cells.
func (g *grid) own(cells [][2]int16, v int16) {
	for i := range cells {
		switch o := &cells[i]; {
		case o[0] == free:
			o[0] = v
		case o[1] == free:
			o[1] = v
		default:
			o[0], o[1] = many, many
		}
	}
}

// frames reports whether node v is a frame.
func (in *Input) frames(v int32) bool {
	return slices.ContainsFunc(in.Frames, func(f Frame) bool { return f.Node == v })
}

// common returns the cells of both a and b; if there are none, its size is negative.
func common(a, b Rect) Rect {
	x, y := max(a.X, b.X), max(a.Y, b.Y)
	return Rect{x, y, min(a.Right(), b.Right()) - x, min(a.Bottom(), b.Bottom()) - y}
}

// joint returns the smallest area with the cells of both a and b.
func joint(a, b Rect) Rect {
	x, y := min(a.X, b.X), min(a.Y, b.Y)
	return Rect{x, y, max(a.Right(), b.Right()) - x, max(a.Bottom(), b.Bottom()) - y}
}
