package scene

import (
	"cmp"
	"math"
	"slices"

	"proxynet/network"
	"proxynet/viz/layout"
)

// field is what a scene knows beyond its nodes and edges when the network is
// too large for boxes: every node is a dot, and names stand beside the most
// important ones, as many as there is room for.
//
// Importance is the number of relations; ties go by id. All lists of nodes are
// in that order, so that the same network looks the same to everyone.
type field struct {
	order []int32 // nodes, the most important first
	first []int32 // node v has the edges ties[first[v]:first[v+1]]
	ties  []int32
	lines []int32 // edges in the order in which they are drawn: by paint, the least important first
	slot  []int8  // of each edge: its place beside others between the same two nodes; 0 is the middle

	degree []int32
	share  []float32 // of each node: its importance, from 0 to 1
	name   []string  // beside each node's dot: its label, shortened if it is very long
	size   []float32 // of each node's name, in units
	width  []float32 // of each node's name, in units, and of what stands before it

	names names
	grid  grid
	wires wires

	lit   lit
	shown State // of which hidden elements were worked out
	aside emphasis

	version int // grows when what the whole field looks like has changed
}

// newField works out all that doesn't change with places or state.
func newField(s *Scene) *field {
	n := len(s.nodes)
	f := &field{
		order: make([]int32, n), first: make([]int32, n+1), ties: make([]int32, 2*len(s.edges)),
		lines: make([]int32, len(s.edges)), degree: make([]int32, n), share: make([]float32, n),
		name: make([]string, n), size: make([]float32, n), width: make([]float32, n),
		aside: emphasis{now: 1, goal: 1},
	}
	for i := range s.edges {
		f.degree[s.edges[i].from]++
		f.degree[s.edges[i].to]++
	}
	f.adjoin(s)
	for v := range f.order {
		f.order[v] = int32(v)
	}
	slices.SortFunc(f.order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(f.degree[b], f.degree[a]), cmp.Compare(s.nodes[a].model.ID, s.nodes[b].model.ID))
	})
	rank := familyRanks(s.looks.terms)
	keys := make([]keyed, len(s.edges))
	for i := range s.edges {
		st := &s.edges[i]
		last := uint64(len(rank) - rank[s.looks.terms.Family(st.model.Kind)])
		keys[i] = keyed{last<<40 | uint64(f.degree[st.from]+f.degree[st.to]), int32(i)}
	}
	slices.SortFunc(keys, keyed.compare)
	for k := range keys {
		f.lines[k] = keys[k].edge
	}
	f.slots(s)
	return f
}

// keyed is an edge with what it is sorted by: many are, and quickly.
type keyed struct {
	key  uint64
	edge int32
}

func (a keyed) compare(b keyed) int {
	switch {
	case a.key < b.key:
		return -1
	case a.key > b.key:
		return 1
	}
	return int(a.edge) - int(b.edge)
}

// familyRanks returns the places of families in legends.
func familyRanks(t *network.Terms) map[network.Family]int {
	rank := make(map[network.Family]int, len(t.Families()))
	for i, f := range t.Families() {
		rank[f] = i
	}
	return rank
}

// adjoin lists every node's edges.
func (f *field) adjoin(s *Scene) {
	for v, d := range f.degree {
		f.first[v+1] = f.first[v] + d
	}
	next := slices.Clone(f.first)
	for i := range s.edges {
		for _, v := range [2]int{s.edges[i].from, s.edges[i].to} {
			f.ties[next[v]] = int32(i)
			next[v]++
		}
	}
}

// edgesOf lists the edges of node v.
func (f *field) edgesOf(v int) []int32 { return f.ties[f.first[v]:f.first[v+1]] }

// measure gives every node its share of importance and the size of its label in
// the current layout.
func (f *field) measure(s *Scene) {
	format, most := formatOf(s.layout), float64(1)
	for _, d := range f.degree {
		most = max(most, float64(d))
	}
	for v, d := range f.degree {
		share := math.Sqrt(float64(d) / most)
		f.share[v] = float32(share)
		size := math.Round((format.PointLabel+format.PointGrow*share*share)*2) / 2
		f.size[v] = float32(size)
		f.name[v] = clip(s.nodes[v].model.Label, nameWidth*size, size, f.bold(v))
		f.width[v] = float32(TextWidth(f.name[v], size, f.bold(v)))
	}
}

// bold tells whether node v's name is set in bold: the few most important ones.
func (f *field) bold(v int) bool { return f.share[v] > 0.5 }

// slots puts the edges between the same two nodes side by side.
func (f *field) slots(s *Scene) {
	f.slot = make([]int8, len(s.edges))
	keys := make([]keyed, len(s.edges))
	for i := range s.edges {
		st := &s.edges[i]
		keys[i] = keyed{uint64(min(st.from, st.to))<<32 | uint64(max(st.from, st.to)), int32(i)}
	}
	slices.SortFunc(keys, keyed.compare)
	k := 0
	for at, e := range keys {
		if at > 0 && e.key != keys[at-1].key {
			k = 0
		}
		side := (k + 1) / 2
		if k%2 == 0 {
			side = -side
		}
		if st := &s.edges[e.edge]; st.from > st.to {
			side = -side // the left of to→from is the right of from→to
		}
		const most = 100
		f.slot[e.edge] = int8(max(-most, min(side, most)))
		k++
	}
}

// unit is how many CSS pixels what doesn't scale with the world has for each of
// its own: at the fitted view as in the poster, elsewhere about that.
func (s *Scene) unit() float64 {
	const least, most = 0.85, 1.5
	return min(max(fit(s.layout, s.area).Zoom, least), most)
}

// spacing is how far apart dots would be if they shared the layout evenly, in
// world units.
func (s *Scene) spacing() float64 {
	return math.Sqrt(s.layout.Width * s.layout.Height / float64(max(len(s.nodes), 1)))
}

// grown is by how much dots have grown at a zoom: less than what lies between them.
func (s *Scene) grown(zoom float64) float64 {
	const most = 4
	return min(max(math.Sqrt(zoom/fit(s.layout, s.area).Zoom), 0.5), most)
}

// radius is that of node v's dot in CSS pixels.
func (s *Scene) radius(v int, zoom float64) float64 {
	d := s.dotSizes()
	return d.of(v) * s.unit() * s.grown(zoom)
}

// dotSizes tells the radius of every dot in units, at the fitted view.
type dotSizes struct {
	least, most float64
	share       []float32
	measure     []float64 // what is asked for instead of share, or nil
}

func (s *Scene) dotSizes() dotSizes {
	space := s.spacing()
	d := dotSizes{least: min(max(0.1*space, 0.6), 3), most: min(max(0.7*space, 5), 11), share: s.field.share, measure: s.asked.sizes}
	if d.measure != nil {
		d.least = min(d.least, 1)
		d.most *= 1.5
	}
	return d
}

// of returns the radius of node v's dot.
func (d *dotSizes) of(v int) float64 {
	if d.measure != nil {
		return d.least + (d.most-d.least)*math.Sqrt(d.measure[v]) // areas are as the measure is
	}
	share := float64(d.share[v])
	return d.least + (d.most-d.least)*share*share
}

// placed is to be called when nodes have moved: what was worked out from their
// places is worked out anew when it is next needed.
func (s *Scene) placed() {
	s.field.names.reset()
	s.field.grid.stale, s.field.wires.stale = true, true
	s.field.version++
}

// scatter gives the nodes the places of the dots of layout l.
func (s *Scene) scatter(l *Layout) []Place {
	points, m := l.points(), mapping{sx: 1, sy: 1}
	if len(points) == 0 {
		points = s.drawing.Layouts[0].points()
		if s.drawing.turns() {
			points = turned(points, l.ratio())
		}
		const both = mostStretch * mostStretch // the points are stretched for the other frame already
		m = into(bounding(points), l, both)
	}
	places := make([]Place, len(s.drawing.Nodes))
	for i := range places {
		p := m.of(points[i])
		places[i] = Place{ID: s.drawing.Nodes[i].ID, X: p.X, Y: p.Y}
	}
	return places
}

// points returns the dots of l as points.
func (l *Layout) points() []layout.Point {
	points := make([]layout.Point, len(l.Dots)/2)
	for i := range points {
		points[i] = layout.Point{X: l.Dots[2*i], Y: l.Dots[2*i+1]}
	}
	return points
}
