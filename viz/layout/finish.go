package layout

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// finish takes all overlaps out of p and moves every node to its best place,
// until none has a better one. It reports an error if the boxes don't fit.
func (p *picture) finish() error {
	p.strict = true
	p.improve()
	if p.parted() {
		return nil
	}
	if err := p.shelve(); err != nil {
		return err
	}
	p.improve()
	return nil
}

// improve moves one node after the other to the cheapest place of the lattice,
// until nothing changes or Rounds are over. Being strict, it never makes an
// overlap.
func (p *picture) improve() {
	for range p.Rounds {
		changed := false
		for i := range p.place {
			if p.settle(int32(i)) {
				changed = true
			}
		}
		if !changed {
			return
		}
	}
}

// settle moves node i to the cheapest place of the lattice, and reports whether
// that is another one.
func (p *picture) settle(i int32) bool {
	from := p.place[i]
	best, least := from, p.around(i, none, math.Inf(1))
	for row := 0.0; row <= p.rows; row++ {
		y := p.first + float64(p.row*row)
		for x := p.boxes[i].W / 2; x <= p.frame.W-p.boxes[i].W/2; x += p.column {
			p.place[i] = p.within(i, Point{x, y})
			if c := p.around(i, none, least); c < least {
				best, least = p.place[i], c
			}
		}
	}
	p.place[i] = best
	return best != from
}

// parted reports whether no two boxes are closer than the least gap.
func (p *picture) parted() bool {
	for i := range p.place {
		if p.overlaps(int32(i)) {
			return false
		}
	}
	return true
}

// shelve packs the boxes on shelves from the top, the tallest first ("first fit
// decreasing height", Coffman, Garey, Johnson, Tarjan 1980): the way out when
// the frame is almost full. It reports by how much the frame is too low.
func (p *picture) shelve() error {
	order := make([]int, len(p.boxes))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(p.boxes[b].H, p.boxes[a].H) })
	type shelf struct{ used, y, h float64 }
	var shelves []shelf
	bottom := 0.0
	for _, i := range order {
		b := p.boxes[i]
		k := slices.IndexFunc(shelves, func(s shelf) bool { return s.used+b.W <= p.frame.W })
		if k < 0 {
			k = len(shelves)
			y := bottom
			if k > 0 {
				y += p.Gap
			}
			shelves = append(shelves, shelf{y: y, h: b.H})
			bottom = y + b.H
		}
		s := &shelves[k]
		p.place[i] = Point{s.used + b.W/2, s.y + s.h/2}
		s.used += b.W + p.Gap
	}
	if over := bottom - p.frame.H; over > 0 {
		return fmt.Errorf("layout: %w of %g × %g: it is %g too low; enlarge it, or shorten labels", ErrFrame, p.frame.W, p.frame.H, over)
	}
	return nil
}
