package layout

import "math"

// picture is an arrangement in the making. Nodes stand on a lattice of rows and
// columns, which aligns them.
type picture struct {
	Arrangement
	frame   Frame
	unit    float64 // distance of neighbours if the nodes shared the frame evenly
	first   float64 // y of the first row
	row     float64 // distance of rows
	rows    float64 // number of the last row, from 0
	boxes   []Box
	place   []Point
	rank    []float64 // nil, or per node
	top     float64   // the least rank
	height  []float64 // per node: the y that its rank means, NaN for none
	level   []float64 // per node: the number of nodes of its rank
	ribbons []ribbon
	at      [][]int32 // per node: the indices of its ribbons
	strict  bool      // an overlap costs more than all else
}

func newPicture(g Graph, f Frame, s Settings) *picture {
	n := len(g.Boxes)
	p := &picture{
		Arrangement: s.Arrange,
		frame:       f,
		unit:        math.Sqrt(f.W * f.H / float64(n)),
		boxes:       g.Boxes,
		place:       make([]Point, n),
		rank:        g.Rank,
		height:      make([]float64, n),
		level:       make([]float64, n),
		ribbons:     ribbons(g),
		at:          make([][]int32, n),
	}
	for k := range p.ribbons {
		r := &p.ribbons[k]
		r.matter, r.many = math.Sqrt(r.weight), math.Sqrt(float64(r.strands))
		r.wide = min(float64(r.strands)*p.Strand, p.Ribbon)
		p.at[r.from] = append(p.at[r.from], int32(k))
		p.at[r.to] = append(p.at[r.to], int32(k))
	}
	p.rule()
	p.grade()
	return p
}

// rule draws the lattice's rows, so that every box fits the frame on each.
func (p *picture) rule() {
	tallest := 1.0
	for _, b := range p.boxes {
		tallest = max(tallest, b.H)
	}
	p.first, p.row = tallest/2, tallest*p.Row
	if n := math.Floor((p.frame.H - tallest) / p.row); n > 0 {
		p.rows, p.row = n, (p.frame.H-tallest)/n
	}
}

// grade turns ranks into heights: the least rank is the first row, the greatest
// the last.
func (p *picture) grade() {
	p.top = math.Inf(1)
	bottom := math.Inf(-1)
	for _, r := range p.rank {
		if r == r {
			p.top, bottom = min(p.top, r), max(bottom, r)
		}
	}
	for i := range p.height {
		p.height[i] = math.NaN()
		if p.rank == nil || p.rank[i] != p.rank[i] {
			continue
		}
		p.height[i] = p.first
		if bottom > p.top {
			p.height[i] += float64(p.row * p.rows * ((p.rank[i] - p.top) / (bottom - p.top)))
		}
		for _, r := range p.rank {
			if r == p.rank[i] {
				p.level[i]++
			}
		}
	}
}

// within returns the place on the lattice near to at which the box of node i
// lies in the frame.
func (p *picture) within(i int32, to Point) Point {
	row := min(max(math.Round((to.Y-p.first)/p.row), 0), p.rows)
	middle, half := p.frame.W/2, p.boxes[i].W/2
	x := middle + float64(p.Column*math.Round((to.X-middle)/p.Column))
	return Point{
		min(max(x, half), p.frame.W-half),
		math.Round(p.first + float64(p.row*row)),
	}
}

// overlaps reports whether the box of node i comes closer to another than the
// least gap.
func (p *picture) overlaps(i int32) bool {
	for j := range p.place {
		if int32(j) != i && gap(p.place[i], p.boxes[i], p.place[j], p.boxes[j]) < p.Gap {
			return true
		}
	}
	return false
}
