package compose

import (
	"math"
	"slices"

	"proxynet/viz/place"
	"proxynet/viz/route"
)

const (
	mostStuck    = 2    // failed enlargements before the search restarts
	rowsPerLine  = 2    // inserted for each line without a route
	leastRows    = 0.02 // inserted at a time, as a share of the area's height
	mostRows     = 0.15
	nearRows     = 3 // rows above and below a contested one in which room helps, too
	mostSideways = 2 // cells by which a box makes room for upright lines beside it
	narrow       = 8 // width in cells of a passage between two boxes that is opened
)

// loosening makes room for lines that could not be routed.
type loosening struct{ *picture }

// run makes room where the router could not route lines of d: boxes move sideways or
// down, the area grows by rows of cells, and all lines are routed again, until every
// line has a route or there is no more progress. It is faster than a search in a larger
// area, and the area grows less. It returns the last draft.
func (p loosening) run(d *draft) *draft {
	least, stuck := d.result.Failed, 0 // lines without a way, and enlargements without fewer of them
	for stuck < mostStuck {
		*d = p.hastyDraft(p.enlarged(d, stuck > 0))
		if d.result.Failed == 0 || d.result.Failed <= hopeless && d.result.Failed >= least {
			p.polish(d, p.format.Seed, p.budget.polishMoves, p.budget.polishWork)
		}
		if d.result.Failed == 0 {
			break
		}
		if stuck++; d.result.Failed < least {
			least, stuck = d.result.Failed, 0
		}
	}
	return d
}

// enlarged returns the placement of d with more room where nets were in conflict, in an
// area that is higher, and with the narrowest passage opened if open is true.
func (p loosening) enlarged(d *draft, open bool) place.Placement {
	st, contests := &d.placement.State, d.router.Contests()
	place.Shift(&p.in, p.weights(), st, p.sideways(d, contests))
	h := float64(p.in.Area.H)
	p.insert(st, contests, int32(math.Ceil(min(max(rowsPerLine*float64(d.result.Failed), leastRows*h), mostRows*h))))
	if open {
		p.open(st, contests)
	}
	p.format.Height = float64(p.in.Area.H) * p.format.Cell
	return p.placementOf(*st)
}

// placementOf returns the placement of a state.
func (p loosening) placementOf(st place.State) place.Placement {
	return place.NewPolish(&p.in, p.weights(), st, 0).Placement()
}

// items returns the boxes that move independently, in the order of [place.State.X]: all
// but the members of frames.
func (p loosening) items() []int {
	var items []int
	for v := range p.in.Boxes {
		if v >= len(p.n.Nodes) || p.model.Nodes[v].Frame < 0 {
			items = append(items, v)
		}
	}
	return items
}

// sideways returns by how many cells each item of d should move to the right, away from
// contested upright tracks beside it.
func (p loosening) sideways(d *draft, contests []route.Contest) []int32 {
	items := p.items()
	push := make([]int32, len(items))
	for i, v := range items {
		b, sum := &d.placement.Boxes[v], int32(0)
		for _, c := range contests {
			switch {
			case c.Y < b.Y-1 || c.Y > b.Bottom()+1:
			case c.X > b.X+b.W/2:
				sum -= c.Upright * c.Upright
			default:
				sum += c.Upright * c.Upright
			}
		}
		push[i] = min(max(sum, -mostSideways), mostSideways)
	}
	return push
}

// insert adds rows to the area, most of them where most tracks were contested, and
// moves boxes and contests below them down.
func (p loosening) insert(st *place.State, contests []route.Contest, rows int32) {
	const even = 1 // weight of a row without contests
	weight := make([]int, p.in.Area.H+1)
	for y := range weight {
		weight[y] = even
	}
	for _, c := range contests {
		for y := max(c.Y-nearRows, 0); y <= min(c.Y+nearRows, p.in.Area.H); y++ {
			weight[y] += 1000 * int(c.Level*c.Level+c.Upright*c.Upright)
		}
	}
	above := make([]int, len(weight)+1)
	for y, w := range weight {
		above[y+1] = above[y] + w
	}
	all := above[len(weight)]
	for i, y := range st.Y {
		st.Y[i] += int32((2*int(rows)*above[y] + all) / (2 * all))
	}
	for i, c := range contests {
		contests[i].Y += int32((2*int(rows)*above[c.Y] + all) / (2 * all))
	}
	p.in.Area.H += rows
}

// open opens the narrowest passage between two boxes with upright tracks that were
// contested for long: the smaller box leaves the rows of the other, for new rows above or
// below it.
func (p loosening) open(st *place.State, contests []route.Contest) {
	small, large := p.passage(st, contests)
	if small < 0 {
		return
	}
	boxes, items := p.placementOf(*st).Boxes, p.items()
	a, b := &boxes[items[small]], &boxes[items[large]]
	rows := a.H + 2*(p.in.Gap+1)
	edge := b.Bottom() + p.in.Gap
	if a.Y+a.H/2 < b.Y+b.H/2 {
		edge = b.Y - p.in.Gap
	}
	before := slices.Clone(st.Y)
	for i := range st.Y {
		if i != small && st.Y[i] >= edge {
			st.Y[i] += rows
		}
	}
	st.Y[small] = edge + rows/2
	p.in.Area.H += rows
	if pl := p.placementOf(*st); overlaps(&p.in, &pl) > 0 {
		p.in.Area.H -= rows
		st.Y = before
	}
}

// passage returns the items on both sides of the narrowest passage with upright tracks
// that were contested for long, the smaller one first; -1 if none is narrow.
func (p loosening) passage(st *place.State, contests []route.Contest) (small, large int) {
	boxes, items := p.placementOf(*st).Boxes, p.items()
	most := int32(2)
	for _, c := range contests {
		most = max(most, c.Upright)
	}
	small, large = -1, -1
	least := int32(narrow)
	for _, c := range contests {
		if 2*c.Upright < most {
			continue
		}
		left, right := -1, -1 // the next items
		for i, v := range items {
			b := &boxes[v]
			switch {
			case b.Y > c.Y || b.Bottom() < c.Y:
			case b.Right() <= c.X && (left < 0 || b.Right() > boxes[items[left]].Right()):
				left = i
			case b.X >= c.X && (right < 0 || b.X < boxes[items[right]].X):
				right = i
			}
		}
		if left < 0 || right < 0 {
			continue
		}
		a, b := &boxes[items[left]], &boxes[items[right]]
		if wide := b.X - a.Right(); wide < least {
			small, large, least = left, right, wide
			if a.W*a.H > b.W*b.H {
				small, large = right, left
			}
		}
	}
	return small, large
}
