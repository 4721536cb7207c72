package layout

import (
	"math"
	"slices"
)

// picture is an arrangement in the making. Nodes stand on a lattice of rows and
// columns, which aligns them.
type picture struct {
	Arrangement
	frame   Frame
	unit    float64 // distance of neighbours if the nodes shared the frame evenly
	first   float64 // y of the first row
	row     float64 // distance of rows
	rows    float64 // number of the last row, from 0
	column  float64 // distance of columns
	boxes   []Box
	place   []Point
	rank    []float64 // per node, NaN for none
	top     float64   // the least rank
	head    int32     // the node that leads: of those of the least rank, the one with the weightiest ribbons
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
	if p.rank == nil {
		p.rank = slices.Repeat([]float64{math.NaN()}, n)
	}
	p.rule()
	p.grade()
	return p
}

// finest is how many rows and columns a lattice has at most.
const finest = 200

// rule draws the lattice, so that every box fits the frame on each row.
func (p *picture) rule() {
	tallest := 1.0
	for _, b := range p.boxes {
		tallest = max(tallest, b.H)
	}
	p.column = max(p.Column, p.frame.W/finest)
	p.first, p.row = tallest/2, max(tallest*p.Row, p.frame.H/finest)
	if n := math.Floor((p.frame.H - tallest) / p.row); n > 0 {
		p.rows, p.row = n, (p.frame.H-tallest)/n
	}
}

// grade counts how many nodes share each rank, and finds the least and who leads.
func (p *picture) grade() {
	p.top, p.head = math.Inf(1), none
	most := 0.0
	for i, r := range p.rank {
		for _, q := range p.rank {
			if q == r {
				p.level[i]++
			}
		}
		weight := 0.0
		for _, e := range p.at[i] {
			weight += p.ribbons[e].weight
		}
		if r < p.top || r == p.top && weight > most {
			p.top, p.head, most = r, int32(i), weight
		}
	}
}

// ranked reports whether r is a rank; NaN is none.
func ranked(r float64) bool { return !math.IsNaN(r) }

// within returns the place on the lattice near to at which the box of node i
// lies in the frame.
func (p *picture) within(i int32, to Point) Point {
	row := min(max(math.Round((to.Y-p.first)/p.row), 0), p.rows)
	middle, half := p.frame.W/2, p.boxes[i].W/2
	x := middle + float64(p.column*math.Round((to.X-middle)/p.column))
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
