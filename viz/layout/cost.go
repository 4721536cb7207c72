package layout

import "math"

// The cost of a picture is a sum of terms, none below 0, each of one or two
// nodes or ribbons, after Davidson and Harel, "Drawing graphs nicely using
// simulated annealing" (1996). Settings weigh them.

const (
	none      = int32(-1) // no node
	forbidden = 1e9       // more than all other terms together
)

// total returns the cost of the whole picture.
func (p *picture) total() float64 {
	var sum float64
	for i := range p.place {
		sum += p.alone(int32(i))
		for j := range i {
			sum += p.pair(int32(j), int32(i))
		}
	}
	for e := range p.ribbons {
		sum += p.length(int32(e))
		for f := range e {
			sum += p.meet(int32(f), int32(e))
		}
		for i := range p.place {
			sum += p.intrude(int32(e), int32(i))
		}
	}
	return sum
}

// around returns the terms in which node i takes part, less those in which node
// skip takes part as well. It may stop adding when the sum has passed bound.
func (p *picture) around(i, skip int32, bound float64) float64 {
	sum := p.alone(i)
	for j := range p.place {
		if j := int32(j); j != i && j != skip {
			sum += p.pair(i, j)
		}
	}
	for k, e := range p.at[i] {
		if sum > bound {
			return sum
		}
		if p.ribbons[e].ends(skip) {
			continue
		}
		sum += p.length(e)
		for j := range p.place {
			if int32(j) != skip {
				sum += p.intrude(e, int32(j))
			}
		}
		for _, f := range p.at[i][:k] {
			if !p.ribbons[f].ends(skip) {
				sum += p.meet(f, e)
			}
		}
	}
	for f := range p.ribbons {
		r := &p.ribbons[f]
		if sum > bound {
			return sum
		}
		if r.ends(skip) || r.ends(i) {
			continue
		}
		sum += p.intrude(int32(f), i)
		for _, e := range p.at[i] {
			if !p.ribbons[e].ends(skip) {
				sum += p.meet(e, int32(f))
			}
		}
	}
	return sum
}

// alone is the cost of where node i is: off its rank, and, for the one that
// leads, off the middle.
func (p *picture) alone(i int32) float64 {
	if !ranked(p.rank[i]) {
		return 0
	}
	d := (p.place[i].Y - p.rank[i]) / p.unit
	sum := float64(p.Rank * d * d)
	if i == p.head {
		sum += float64(p.Axis * math.Abs(p.place[i].X-p.frame.W/2) / p.unit)
	}
	return sum
}

// pair is the cost of how nodes i and j stand to each other: too close, or
// against their ranks.
func (p *picture) pair(i, j int32) float64 {
	a, b := p.place[i], p.place[j]
	d := gap(a, p.boxes[i], b, p.boxes[j])
	var sum float64
	if d < p.Gap {
		if p.strict {
			return forbidden
		}
		sum = p.Overlap * (2 - d/p.Gap)
	}
	near := max(d, 0)/p.unit + 0.25 // bounds the cost of nodes that touch
	sum += p.Crowd / float64(near*near)
	low, high := p.rank[i], p.rank[j]
	if low == high {
		return sum + float64(p.Level*math.Abs(a.Y-b.Y)/p.row)/p.level[i]
	}
	if low > high {
		low, high = high, low
		a, b = b, a
	}
	switch {
	case low < high:
		room := min((p.boxes[i].H+p.boxes[j].H)/2+p.Gap, high-low)
		if short := room - (b.Y - a.Y); short > 0 {
			sum += float64(p.Order * (1 + short/p.unit))
		}
	case low == p.top && b.Y < a.Y, high == p.top && a.Y < b.Y:
		sum += p.Above // the other has no rank
	}
	return sum
}

// length is the cost of the length of ribbon e: of being long, of being too
// short to be seen, and, if it matters more than others, of leaning to a side.
func (p *picture) length(e int32) float64 {
	r := &p.ribbons[e]
	a, b := p.place[r.from], p.place[r.to]
	dx, dy := (a.X-b.X)/p.unit, (a.Y-b.Y)/p.unit
	across, down := float64(dx*dx), float64(dy*dy)
	sum := float64(p.Length * r.weight * (across + down))
	if seen := gap(a, p.boxes[r.from], b, p.boxes[r.to]); seen < p.Seen {
		sum += float64(p.Short * r.many * (1 - max(seen, 0)/p.Seen))
	}
	return sum + float64(p.Plumb*max(r.weight-1, 0)*across)
}

// intrude is the cost of ribbon e running through or close by the box of node i.
func (p *picture) intrude(e, i int32) float64 {
	r := &p.ribbons[e]
	a, b, c, box := p.place[r.from], p.place[r.to], p.place[i], p.boxes[i]
	w, h := box.W+r.wide, box.H+r.wide
	x, y := w/2+p.Clear, h/2+p.Clear
	if max(a.X, b.X) <= c.X-x || min(a.X, b.X) >= c.X+x || max(a.Y, b.Y) <= c.Y-y || min(a.Y, b.Y) >= c.Y+y || r.ends(i) {
		return 0
	}
	in := chord(a, b, c, Box{2 * x, 2 * y})
	if in == 0 {
		return 0
	}
	sum := float64(p.Near * r.many * (0.5 + in/p.unit))
	if in = chord(a, b, c, Box{w, h}); in > 0 {
		sum += float64(p.Intrusion * r.many * r.matter * (1 + in/p.unit))
	}
	return sum
}

// meet is the cost of two ribbons that cross, the more the flatter the angle, or
// that leave a node in nearly the same direction.
func (p *picture) meet(e, f int32) float64 {
	r, q := &p.ribbons[e], &p.ribbons[f]
	var joint int32
	switch {
	case q.ends(r.from):
		joint = r.from
	case q.ends(r.to):
		joint = r.to
	default:
		a, b, c, d := p.place[r.from], p.place[r.to], p.place[q.from], p.place[q.to]
		if max(a.Y, b.Y) <= min(c.Y, d.Y) || max(c.Y, d.Y) <= min(a.Y, b.Y) ||
			max(a.X, b.X) <= min(c.X, d.X) || max(c.X, d.X) <= min(a.X, b.X) || !crosses(a, b, c, d) {
			return 0
		}
		flat := cosine(Point{}, Point{b.X - a.X, b.Y - a.Y}, Point{d.X - c.X, d.Y - c.Y})
		return p.Crossing * (1 + float64(flat*flat)) * r.matter * q.matter
	}
	narrow := cosine(p.place[joint], p.place[r.other(joint)], p.place[q.other(joint)]) - p.Narrow
	return p.Angle * max(narrow, 0) / (1 - p.Narrow)
}
