package compose

import (
	"cmp"
	"math"
	"slices"

	"proxynet/viz/place"
	"proxynet/viz/route"
)

// reserved is the place of a label: lines go around it as they go around boxes.
type reserved struct {
	label   int
	area    route.Rect // in cells; the words reach half a cell beyond it
	upright bool       // beside an upright run of the line, which is at x; otherwise above or below one at y
	at      int32
	after   bool // right of the line, or below it
}

const (
	apart        = 3 // cells between two of them
	detourWeight = 2 // by how much the cost of lines may rise for each relation that is counted
)

// reservation keeps room for labels beside lines.
type reservation struct{ *picture }

// room returns the size of the area that is kept free for s.
func (p reservation) room(s *lineLabel) place.Size {
	size := func(v float64) int32 { return max(int32(math.Ceil(v/p.format.Cell))-1, 1) }
	return place.Size{W: size(s.w), H: size(s.h)}
}

// reserve gives each label a place beside its line, the lead first, and routes the
// lines that were there around it.
func (p reservation) reserve(d *draft) {
	d.placed, d.missing = nil, 0
	for k := range p.labels {
		s := &p.labels[k]
		if p.budget.hasty && !s.lead {
			break // those of the lead come first
		}
		r, ok := p.clear(d, k)
		if ok {
			d.placed = append(d.placed, r)
			d.result = d.router.Refine(p.budget.refineRounds)
		} else if s.lead {
			d.missing++
		}
	}
}

// clear finds the place for label k at which the lines around it cost least.
func (p reservation) clear(d *draft, k int) (best reserved, ok bool) {
	before := d.router.Score()
	least := math.Inf(1)
	box := len(p.n.Nodes) + k
	put := func(r route.Rect) float64 {
		boxes := slices.Clone(d.in.Boxes)
		boxes[box] = r
		return d.router.Rearrange(boxes, slices.Clone(d.in.Frames), math.Inf(1))
	}
	for _, r := range p.places(d, k) {
		if score := put(r.area); score < least {
			best, least = r, score
		}
		d.router.Undo()
	}
	most := before + detourWeight*float64(p.relations(&p.labels[k]))
	if p.labels[k].lead {
		most = before + failWeight // no line is lost
	}
	if least > most {
		put(route.Rect{})
		return best, false
	}
	put(best.area)
	return best, true
}

// places lists the best places for label k beside its line as it runs now: off
// boxes, titles, borders and the lead, near the middle of long runs, with few
// lines on it.
func (p reservation) places(d *draft, k int) []reserved {
	type candidate struct {
		reserved
		price float64
	}
	var all []candidate
	s, net := &p.labels[k], &p.nets[p.labels[k].net]
	half := int32(math.Ceil((net.Width/2 + 3.5) / p.format.Cell)) // 1 or 2
	size := p.room(s)
	w, h := size.W, size.H
	for _, path := range d.result.Routes[s.net].Paths {
		for i := 1; i < len(path.Points); i++ {
			a, b := path.Points[i-1], path.Points[i]
			lo, hi := route.Point{X: min(a.X, b.X), Y: min(a.Y, b.Y)}, route.Point{X: max(a.X, b.X), Y: max(a.Y, b.Y)}
			upright := a.X == b.X
			length := hi.X - lo.X + hi.Y - lo.Y
			if upright && length < h+2 || !upright && length < w+2 {
				continue
			}
			for along := int32(1); along < length; along++ {
				for _, after := range [2]bool{true, false} {
					r := reserved{label: k, upright: upright, after: after, area: route.Rect{W: w, H: h}}
					if upright {
						r.at, r.area.X, r.area.Y = a.X, a.X+half+1, lo.Y+along-h/2
						if !after {
							r.area.X = a.X - half - 1 - w
						}
					} else {
						r.at, r.area.X, r.area.Y = a.Y, lo.X+along-w/2, a.Y+half+1
						if !after {
							r.area.Y = a.Y - half - 1 - h
						}
					}
					if upright && (r.area.Y < lo.Y+1 || r.area.Bottom() > hi.Y-1) || !upright && (r.area.X < lo.X+1 || r.area.Right() > hi.X-1) {
						continue
					}
					if lines, ok := p.vacant(d, s.net, len(p.n.Nodes)+k, r.area); ok {
						off := math.Abs(float64(2*along-length)) / float64(length)
						price := float64(lines) + off - 0.05*float64(min(length, 20))
						if !upright {
							price += 0.5
						}
						all = append(all, candidate{r, price})
					}
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(a.price, b.price) })
	var out []reserved
	for _, c := range all {
		near := slices.ContainsFunc(out, func(r reserved) bool {
			return r.after == c.after && r.upright == c.upright && max(r.area.X-c.area.X, c.area.X-r.area.X)+max(r.area.Y-c.area.Y, c.area.Y-r.area.Y) < apart
		})
		if !near {
			out = append(out, c.reserved)
		}
		if len(out) == p.budget.candidates {
			break
		}
	}
	return out
}

// vacant reports whether words of a net may be written in an area, and how many lines
// would have to move.
func (p reservation) vacant(d *draft, net, own int, area route.Rect) (lines int, ok bool) {
	in := d.in
	wide := route.Rect{X: area.X - 1, Y: area.Y - 1, W: area.W + 2, H: area.H + 2}
	if wide.X < 0 || wide.Y < 0 || wide.Right() > in.W || wide.Bottom() > in.H {
		return 0, false
	}
	frames := map[int32]bool{}
	for _, f := range in.Frames {
		frames[f.Node] = true
		if meet(f.Title, wide) {
			return 0, false
		}
	}
	for v, b := range in.Boxes {
		if v == own {
			continue
		}
		apart := !meet(b, wide)
		within := frames[int32(v)] && b.X < wide.X && b.Y < wide.Y && b.Right() > wide.Right() && b.Bottom() > wide.Bottom()
		if b.W > 0 && !apart && !within {
			return 0, false
		}
	}
	for i := range d.result.Routes {
		for _, path := range d.result.Routes[i].Paths {
			for k := 1; k < len(path.Points); k++ {
				a, b := path.Points[k-1], path.Points[k]
				r := route.Rect{X: min(a.X, b.X), Y: min(a.Y, b.Y), W: max(a.X-b.X, b.X-a.X), H: max(a.Y-b.Y, b.Y-a.Y)}
				if !meet(r, wide) {
					continue
				}
				if i == net || p.nets[i].Class == route.Lead {
					return 0, false
				}
				lines++
			}
		}
	}
	return lines, true
}

// meet reports whether two areas share a cell.
func meet(a, b route.Rect) bool {
	return a.X <= b.Right() && b.X <= a.Right() && a.Y <= b.Bottom() && b.Y <= a.Bottom()
}
