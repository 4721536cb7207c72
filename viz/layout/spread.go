package layout

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// Spread lays out a network of any size, part by part: each connected part by the force
// layout, the largest on top, the small ones in rows under it. It is stepped by its
// caller. Make one with [NewSpread].
type Spread struct {
	parts []part
	at    []Point
	work  int // work for all parts, in ticks of a body
	done  int
	now   int     // the current part
	link  float64 // length of a link
}

// part is a connected component of a graph.
type part struct {
	nodes []int32
	edges []Edge
	m     *Simulation // nil for a single node
	ticks int         // remaining ticks
}

// Lengths of a spread, in links.
const (
	spreadGap  = 0.8  // between parts
	spreadCell = 0.5  // side of the square that a node without links takes
	spreadWide = 1.2  // width of the whole, relative to that of a square of all parts
	spreadDot  = 0.3  // side of the square around a node that stays free of others,
	roomyUpTo  = 2000 // up to this many nodes
	spreadRank = 0.02 // pull to a node's rank
)

// NewSpread returns the spread of a graph, of which only the edges, the ranks and the
// number of boxes count. Each part starts from [Unfold] or, if start is not nil, from
// its positions there. A rank is from 0 at the top to 1, or NaN for none.
func NewSpread(g Graph, start []Point) (*Spread, error) {
	if err := g.Validate(); err != nil {
		return nil, err
	}
	if start != nil && len(start) != len(g.Boxes) {
		return nil, fmt.Errorf("layout: %d places to start from for %d nodes; give one each, or none", len(start), len(g.Boxes))
	}
	s := Defaults()
	s.AlphaDecay = 1 - math.Pow(1-s.AlphaDecay, quick) // as after unfolding
	s.Rank = spreadRank
	sp := &Spread{link: s.LinkDistance, parts: partsOf(g), at: make([]Point, len(g.Boxes))}
	local := make([]int32, len(g.Boxes)) // index of a node within its part
	for k := range sp.parts {
		p := &sp.parts[k]
		for i, v := range p.nodes {
			local[v] = int32(i)
		}
		if len(p.nodes) == 1 {
			continue
		}
		if err := p.begin(g, start, s, local); err != nil {
			return nil, err
		}
		p.ticks = s.ticks()
		sp.work += p.ticks * len(p.nodes)
	}
	return sp, nil
}

// ticks returns after how many ticks a simulation settles.
func (s Settings) ticks() int {
	return int(math.Ceil(math.Log(s.AlphaMin)/math.Log(1-s.AlphaDecay))) + 1
}

// begin makes the part's simulation.
func (p *part) begin(g Graph, start []Point, s Settings, local []int32) error {
	own := Graph{Boxes: make([]Box, len(p.nodes)), Edges: make([]Edge, len(p.edges))}
	for i, e := range p.edges {
		own.Edges[i] = Edge{From: local[e.From], To: local[e.To]}
	}
	if g.Rank != nil {
		own.Rank = make([]float64, len(p.nodes))
	}
	// Ranks span a picture about as high as a square of its nodes.
	height := s.LinkDistance * math.Sqrt(float64(len(p.nodes)))
	for i, v := range p.nodes {
		if len(g.Boxes) <= roomyUpTo {
			own.Boxes[i] = Box{W: spreadDot * s.LinkDistance, H: spreadDot * s.LinkDistance}
		}
		if g.Rank != nil {
			own.Rank[i] = (g.Rank[v] - 0.5) * height
		}
	}
	var places []Point
	var err error
	if start == nil {
		if places, err = Unfold(own, s.LinkDistance); err != nil {
			return err
		}
	} else {
		places = make([]Point, len(p.nodes))
		for i, v := range p.nodes {
			places[i] = start[v]
		}
		fit(places, own.Edges, s.LinkDistance) // a start has been scaled into a frame
		centre(places)
	}
	if p.m, err = New(own, s); err != nil {
		return err
	}
	for i, q := range places {
		p.m.Move(i, q)
	}
	return nil
}

// centre brings the mean of places to the origin.
func centre(places []Point) {
	var sum Point
	for _, p := range places {
		sum.X += p.X / float64(len(places))
		sum.Y += p.Y / float64(len(places))
	}
	for i := range places {
		places[i].X -= sum.X
		places[i].Y -= sum.Y
	}
}

// Step runs about n body-ticks, and at least one tick of a part.
func (s *Spread) Step(work int) {
	for work > 0 && s.now < len(s.parts) {
		p := &s.parts[s.now]
		if p.ticks == 0 {
			s.now++
			continue
		}
		p.m.Tick()
		p.ticks--
		s.done += len(p.nodes)
		work -= len(p.nodes)
	}
}

// Done returns how much of the work is done, from 0 to 1.
func (s *Spread) Done() float64 {
	if s.done == s.work {
		return 1
	}
	return float64(s.done) / float64(s.work)
}

// Places returns where every node is now. The slice is the spread's own.
func (s *Spread) Places() []Point {
	s.shelve()
	return s.at
}

// partsOf returns the parts of a graph, the largest first.
func partsOf(g Graph) []part {
	root := make([]int32, len(g.Boxes))
	for i := range root {
		root[i] = int32(i)
	}
	find := func(v int32) int32 {
		for root[v] != v {
			root[v] = root[root[v]]
			v = root[v]
		}
		return v
	}
	for _, e := range g.Edges {
		a, b := find(e.From), find(e.To)
		root[max(a, b)] = min(a, b)
	}
	var parts []part
	of := make(map[int32]int)
	for v := range root {
		r := find(int32(v))
		k, known := of[r]
		if !known {
			k = len(parts)
			of[r], parts = k, append(parts, part{})
		}
		parts[k].nodes = append(parts[k].nodes, int32(v))
	}
	for _, e := range g.Edges {
		p := &parts[of[find(e.From)]]
		p.edges = append(p.edges, e)
	}
	slices.SortStableFunc(parts, func(a, b part) int { return cmp.Compare(len(b.nodes), len(a.nodes)) })
	return parts
}

// shelve arranges the parts in rows, each at most as wide as the largest part or a
// square of all of them.
func (s *Spread) shelve() {
	cell, gap := spreadCell*s.link, spreadGap*s.link
	boxes := make([][2]Point, len(s.parts)) // corner, and width and height
	var area, width float64
	for k, p := range s.parts {
		w, h := cell, cell
		if p.m != nil {
			lo, hi := extent(p.m.place)
			boxes[k][0] = lo
			w, h = hi.X-lo.X+cell, hi.Y-lo.Y+cell
		}
		boxes[k][1] = Point{w, h}
		area += w * h
		width = max(width, w)
	}
	width = max(width, spreadWide*math.Sqrt(area))
	var x, y, high float64
	for k, p := range s.parts {
		lo, size := boxes[k][0], boxes[k][1]
		space := gap
		if p.m == nil {
			space = 0
		}
		if x > 0 && x+size.X > width {
			x, y, high = 0, y+high+space, 0
		}
		for i, v := range p.nodes {
			at := Point{x + cell/2, y + cell/2}
			if p.m != nil {
				q := p.m.place[i]
				at = Point{at.X + q.X - lo.X, at.Y + q.Y - lo.Y}
			}
			s.at[v] = at
		}
		x, high = x+size.X+space, max(high, size.Y)
	}
}
