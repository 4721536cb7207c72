package place

// unit is the number of parts of a cost of 1: costs are whole numbers.
const unit = 256

func parts(v float64) int32 { return int32(v*unit + 0.5) }

// item moves as one: a box, or a frame with its members.
type item struct {
	x, y  int32 // centre
	size  Size
	node  int32
	frame int32 // index, or -1
	nodes []int32
	edges []int32 // that end in it
	in    inner   // of a frame
}

// search is a placement with all its costs, kept up to date move by move.
type search struct {
	*Input
	w         weights
	items     []item
	itemOf    []int32 // by node
	frameOf   []int32 // by node: the frame that it is a member of, or -1
	ownerOf   []int32 // by node: the node of that frame, or -1
	isFrame   []bool
	rect      []Rect    // by node
	segment   []segment // by edge
	crossCost []int32   // of two edges
	edges     []edge
	chain     chain

	cross   []int32 // edge × edge
	through []int32 // edge × node
	length  []int32 // by edge
	overlap []int32 // item × item
	global  int
	total   int

	trial trial
	rng   random
}

// segment is an edge as a straight line, with the rectangle around it.
type segment struct {
	ax, ay, bx, by           int32
	left, top, right, bottom int32
}

// edge is the costs of an edge in parts.
type edge struct {
	a, b    int32
	length  int32 // per tenth of a cell
	through int32
	aligned int32
	room    int32
	tight   int32
}

// weights are those of the input in parts.
type weights struct {
	overlap, order, first, axis, level, top, middle, over, spread int
}

func newSearch(in *Input, w Weights) *search {
	n, ne := len(in.Boxes), len(in.Edges)
	s := &search{
		Input: in, itemOf: make([]int32, n), frameOf: make([]int32, n), ownerOf: make([]int32, n), isFrame: make([]bool, n),
		rect: make([]Rect, n), segment: make([]segment, ne), crossCost: make([]int32, ne*ne), edges: make([]edge, ne),
		cross: make([]int32, ne*ne), through: make([]int32, ne*n), length: make([]int32, ne),
		w: weights{
			int(parts(w.Overlap)), int(parts(w.Order)), int(parts(w.First)), int(parts(w.Axis)), int(parts(w.Level)),
			int(parts(w.Top)), int(parts(w.Middle)), int(parts(w.Over)), int(parts(w.Spread)),
		},
	}
	for v := range n {
		s.frameOf[v], s.ownerOf[v], s.itemOf[v] = -1, -1, -1
	}
	frame := make([]int32, n)
	for v := range frame {
		frame[v] = -1
	}
	for f, fr := range in.Frames {
		frame[fr.Node], s.isFrame[fr.Node] = int32(f), true
		for _, m := range fr.Members {
			s.frameOf[m], s.ownerOf[m] = int32(f), fr.Node
		}
	}
	for v := range n {
		if s.frameOf[v] >= 0 {
			continue
		}
		it := item{node: int32(v), frame: frame[v], size: in.Boxes[v], nodes: []int32{int32(v)}}
		s.itemOf[v] = int32(len(s.items))
		if f := it.frame; f >= 0 {
			it.nodes = append(it.nodes, in.Frames[f].Members...)
			for _, m := range in.Frames[f].Members {
				s.itemOf[m] = int32(len(s.items))
			}
			it.in = newInner(len(in.Frames[f].Members))
			it.in.arrange(&in.Frames[f], in.Boxes)
			for !it.in.fits(in.Area, &in.Frames[f]) && it.in.columns > 1 {
				it.in.columns = fewer(it.in.columns, len(it.in.order))
				it.in.arrange(&in.Frames[f], in.Boxes)
			}
			it.size = it.in.size
		}
		s.items = append(s.items, it)
	}
	s.overlap = make([]int32, len(s.items)*len(s.items))
	for k, e := range in.Edges {
		a, b := &s.items[s.itemOf[e.A]], &s.items[s.itemOf[e.B]]
		a.edges = append(a.edges, int32(k))
		if s.itemOf[e.A] != s.itemOf[e.B] {
			b.edges = append(b.edges, int32(k))
		}
		lead := e.Cross
		if e.Lead {
			lead = w.Lead
		}
		s.edges[k] = edge{
			a: e.A, b: e.B, length: parts(e.Length*in.Cell) / 10, through: parts(w.Through * lead),
			aligned: parts(w.Aligned * min(1.5, e.Length)), room: e.Room, tight: parts(e.Tight),
		}
		for j, f := range in.Edges {
			s.crossCost[k*ne+j] = parts(w.Cross * (e.Cross + f.Cross) / 2)
		}
	}
	s.weighNodes(w)
	s.chain = newChain(s)
	s.trial = newTrial(s)
	return s
}

// weighNodes adjusts the cost of a line through a node.
func (s *search) weighNodes(w Weights) {
	s.trial.nodeWeight = make([]int32, len(s.Boxes))
	for v := range s.Boxes {
		f := 1.0
		if s.frameOf[v] >= 0 {
			f = w.Member
		}
		if s.isFrame[v] {
			f = w.Frame
		}
		s.trial.nodeWeight[v] = parts(f)
	}
}

// fewer returns the next smaller number of columns worth trying.
func fewer(columns, members int) int {
	if columns == members {
		return (members + 1) / 2
	}
	return columns - 1
}

// within keeps the centre of item i inside the area.
func (s *search) within(i int32, x, y int32) (int32, int32) {
	it := &s.items[i]
	x = max(it.size.W/2+s.Margin.W, min(s.Area.W-it.size.W/2-s.Margin.W, x))
	y = max(it.size.H/2+s.Margin.H, min(s.Area.H-it.size.H/2-s.Margin.H, y))
	return x, y
}

// lay computes the rectangles of item i and the segments of its edges.
func (s *search) lay(i int32) {
	it := &s.items[i]
	x, y := it.x-it.size.W/2, it.y-it.size.H/2
	s.rect[it.node] = Rect{x, y, it.size.W, it.size.H}
	if it.frame >= 0 {
		for k, m := range s.Frames[it.frame].Members {
			r := it.in.at[k]
			s.rect[m] = Rect{x + r.X, y + r.Y, r.W, r.H}
		}
	}
	for _, k := range it.edges {
		s.draw(k)
	}
}

// draw computes the segment of edge k: between centres, or to the nearest point of a
// frame.
func (s *search) draw(k int32) {
	a, b := s.edges[k].a, s.edges[k].b
	ra, rb := &s.rect[a], &s.rect[b]
	g := segment{ax: ra.X + ra.W/2, ay: ra.Y + ra.H/2, bx: rb.X + rb.W/2, by: rb.Y + rb.H/2}
	if s.isFrame[a] && s.ownerOf[b] != a {
		g.ax = max(ra.X+2, min(ra.X+ra.W-2, g.bx))
		g.ay = max(ra.Y, min(ra.Y+ra.H, g.by))
	}
	if s.isFrame[b] && s.ownerOf[a] != b {
		g.bx = max(rb.X+2, min(rb.X+rb.W-2, g.ax))
		g.by = max(rb.Y, min(rb.Y+rb.H, g.ay))
	}
	g.left, g.right = min(g.ax, g.bx), max(g.ax, g.bx)
	g.top, g.bottom = min(g.ay, g.by), max(g.ay, g.by)
	s.segment[k] = g
}

// costOf recomputes every cost.
func (s *search) costOf() {
	for i := range s.items {
		s.lay(int32(i))
	}
	n, ne, ni := len(s.Boxes), len(s.Edges), len(s.items)
	s.global = s.chain.cost(s)
	s.total = s.global
	for i := range ni {
		for j := range i {
			c := s.overlapCost(int32(i), int32(j))
			s.overlap[i*ni+j], s.overlap[j*ni+i] = c, c
			s.total += int(c)
		}
	}
	for k := range ne {
		s.length[k] = s.lengthCost(int32(k))
		s.total += int(s.length[k])
		for v := range n {
			c := s.throughCost(int32(k), int32(v))
			s.through[k*n+v] = c
			s.total += int(c)
		}
		for j := range k {
			c := s.crossingCost(int32(k), int32(j))
			s.cross[k*ne+j], s.cross[j*ne+k] = c, c
			s.total += int(c)
		}
	}
}

// state returns the current state.
func (s *search) state() State {
	st := State{}
	for i := range s.items {
		it := &s.items[i]
		st.X, st.Y = append(st.X, it.x), append(st.Y, it.y)
		if it.frame >= 0 {
			st.Order = append(st.Order, append([]uint8(nil), it.in.order...))
			st.Columns = append(st.Columns, it.in.columns)
		}
	}
	return st
}

// begin moves everything to its place in st.
func (s *search) begin(st State) {
	f := 0
	for i := range s.items {
		it := &s.items[i]
		if it.frame >= 0 {
			copy(it.in.order, st.Order[f])
			it.in.columns = st.Columns[f]
			it.in.arrange(&s.Frames[it.frame], s.Boxes)
			it.size = it.in.size
			f++
		}
		it.x, it.y = s.within(int32(i), st.X[i], st.Y[i])
	}
	s.costOf()
}

// placement returns the result.
func (s *search) placement() Placement {
	p := Placement{Boxes: append([]Rect(nil), s.rect...), Cost: float64(s.total) / unit, State: s.state()}
	p.Frames = make([]FramePlan, len(s.Frames))
	for i := range s.items {
		it := &s.items[i]
		if it.frame < 0 {
			continue
		}
		r := s.rect[it.node]
		p.Frames[it.frame] = FramePlan{
			Title: Rect{r.X + it.in.title.X, r.Y + it.in.title.Y, it.in.title.W, it.in.title.H},
			Lines: it.in.lines, Columns: it.in.columns, Entry: r.X + it.in.entry,
			Rows: (len(it.in.order) + it.in.columns - 1) / it.in.columns,
		}
	}
	return p
}
