package route

// Price is the cost of a line's parts, in tenths of a cell.
type Price struct {
	Step      int32 // a cell
	Bend      int32
	Cross     int32 // a crossing
	CrossMain int32 // of two main lines
	CrossLead int32 // with the lead
	Near      int32 // a cell beside another line
	Off       int32 // a cell by which a port is off the middle of its side
	Port      int32 // a crossing close to another line's end
	Edge      int32 // a cell at the edge of the lattice
	Border    int32 // a cell along the border of a frame
	Side      int32 // a lead line that leaves or enters by the wrong side
	Branch    int32 // leaving a trunk
	Habit     int32 // while boxes are dragged, a cell where the line was not before
}

// DefaultPrice returns the prices for ordinary use.
func DefaultPrice() Price {
	return Price{
		Step: 10, Bend: 40, Cross: 90, CrossMain: 120, CrossLead: 110, Near: 12, Off: 5, Port: 140,
		Edge: 30, Border: 400, Side: 250, Branch: 15, Habit: 8,
	}
}

// Router routes the nets of an input and keeps what it needs for the next time.
type Router struct {
	in    *Input
	price Price
	grid  *grid
	nets  []net

	tracks
	greed  int32 // cheapest or hasty
	memory memory
	work   int // states taken up by searches so far
	limit  int // work at which a search is given up, or -1

	habit      []int32 // by 2·cell + axis: habitStamp on the previous tracks of the net being routed; nil if they don't matter
	habitStamp int32

	frameOf []int32 // node of the frame that a node is a member of, or -1
	byFrame []int32 // index of a node's own frame, or -1

	routes []Route
	before former
}

// net is a net of the input with the router's data about it.
type net struct {
	*Net
	fat  int   // 1 for a line wider than a track
	keep int32 // cells to stay off the lattice's edge
	bend int32
}

// New returns a router for in.
func New(in *Input, p Price) *Router {
	r := &Router{in: in, price: p, grid: newGrid(in), greed: cheapest, limit: -1}
	n := len(r.grid.frame)
	r.tracks, r.memory = newTracks(n), newMemory(n)
	r.frameOf, r.byFrame = make([]int32, len(in.Boxes)), make([]int32, len(in.Boxes))
	for v := range in.Boxes {
		r.frameOf[v], r.byFrame[v] = -1, -1
	}
	for i, f := range in.Frames {
		r.byFrame[f.Node] = int32(i)
		for _, m := range f.Members {
			r.frameOf[m] = f.Node
		}
	}
	for i := range in.Nets {
		n := net{Net: &in.Nets[i], bend: p.Bend}
		if n.Width/2+3.5 > in.Cell {
			n.fat = 1
			n.bend = p.Bend * 5 / 2
		} else if n.Class == Lead && !n.fan() {
			n.bend = p.Bend * 3
		}
		n.keep = int32((n.Width/2 + 3 + in.Cell - 1e-9) / in.Cell)
		r.nets = append(r.nets, n)
	}
	r.routes = make([]Route, len(r.nets))
	return r
}

// How the search for a line weighs the distance left, in halves.
const (
	cheapest = 2 // finds the cheapest line
	hasty    = 3 // finds one that costs at most half as much again, in less time
)

// Hasten makes later searches return the first good line instead of the cheapest, or
// the cheapest again.
func (r *Router) Hasten(on bool) {
	if r.greed = cheapest; on {
		r.greed = hasty
	}
}

// Work returns the number of states that the searches of r have visited so far: the
// same on every machine, and proportional to the time taken.
func (r *Router) Work() int { return r.work }

// crossPrice is the price for net n to cross the lines on cell c along axis a.
func (r *Router) crossPrice(n *net, a, c int32) int32 {
	w := r.price.Cross
	switch {
	case n.Class == Lead || r.lead[a][c] > 0:
		w = r.price.CrossLead
	case n.Class == Main && r.main[a][c] > 0:
		w = r.price.CrossMain
	}
	if r.ends[c] > 0 {
		w += r.price.Port
	}
	return w
}

// put adds the route of net i to the lattice, or removes it.
func (r *Router) put(i int, on bool) {
	n, rt := &r.nets[i], &r.routes[i]
	if on {
		r.memory.mark(rt, n.fat > 0, r.grid.w, int32(len(r.ends)))
	}
	r.occupy(n.Class, rt, on)
}
