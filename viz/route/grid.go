package route

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
	border []uint8       // how a cell lies to a frame's border
}

// How a cell lies to the border of a frame.
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
func (g *grid) fill(in *Input) {
	for c := range g.frame {
		g.frame[c], g.title[c], g.border[c] = free, false, off
	}
	for k := range g.owners {
		for c := range g.owners[k] {
			g.owners[k][c] = [2]int16{free, free}
		}
	}
	isFrame := make([]bool, len(in.Boxes))
	for _, f := range in.Frames {
		isFrame[f.Node] = true
		r := in.Boxes[f.Node]
		g.each(r, func(x, y, c int32) { g.frame[c] = int16(f.Node) })
		g.each(f.Title, func(x, y, c int32) { g.title[c] = true })
		g.each(around(r, 1), func(x, y, c int32) {
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
		if isFrame[v] || r.W == 0 {
			continue
		}
		for k := range g.owners {
			g.each(around(r, int32(k+1)), func(x, y, c int32) {
				o := &g.owners[k][c]
				switch {
				case o[0] == free:
					o[0] = int16(v)
				case o[1] == free:
					o[1] = int16(v)
				default:
					o[0], o[1] = many, many
				}
			})
		}
	}
}
