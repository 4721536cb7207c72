package route

import (
	"math"
	"slices"
)

// Box is a place in pixels.
type Box struct{ X, Y, W, H float64 }

// Live keeps lines routed while boxes move. Lines that a move doesn't affect
// stay as they are.
type Live struct {
	router *Router
	in     *Input
	rest   Input // as it was at first
	lines  []Line
	boxes  []Box
	set    Nudging
	moved  []bool    // by node
	was    []Rect    // by node: its cells before the last move
	redo   []bool    // by net
	rough  []bool    // by net: its lines are only repaired
	turn   int       // net to be improved next
	before [][]int32 // by net: the marks of its lines before the last move
	width  func(net, leaf int) float64

	// scratch
	nudger nudger
	spare  [][]Path // by net
	last   []Line   // those before the last move
	free   [][]Vec  // memory for points
	points []Point
	routed []int // by net: leaves with a line
}

// While boxes move, lines are found sooner and less well.
const (
	liveRounds = 2    // of nudging
	livePres   = 400  // price of sharing a track
	liveWork   = 1000 // states that searches may visit in a move, first those of repairs
	spareWork  = 600  // the same in a move that affects no line
	restWork   = 6000 // the same in a call of Improve
)

// NewLive returns a Live for the lines of in. The lines are those of a finished
// picture; width is that of the line to each leaf of a net.
func NewLive(in *Input, lines []Line, boxes []Box, width func(net, leaf int) float64) *Live {
	l := &Live{
		in: in, rest: *in, lines: append([]Line(nil), lines...), boxes: append([]Box(nil), boxes...),
		set: DefaultNudging(in.Cell), moved: make([]bool, len(in.Boxes)), was: make([]Rect, len(in.Boxes)), redo: make([]bool, len(in.Nets)), width: width,
		routed: make([]int, len(in.Nets)),
	}
	for i := range l.lines {
		l.lines[i].Points = slices.Clone(l.lines[i].Points)
	}
	l.rest.Boxes = append([]Rect(nil), in.Boxes...)
	l.rest.Frames = append([]Frame(nil), in.Frames...)
	l.set.Rounds, l.set.Slack = liveRounds, in.Cell
	l.router = New(in, DefaultPrice())
	l.router.pres, l.router.greed = livePres, hasty
	l.router.habit = make([]int32, 2*len(l.router.ends))
	l.before, l.spare = make([][]int32, len(in.Nets)), make([][]Path, len(in.Nets))
	l.rough = make([]bool, len(in.Nets))
	for i := range l.lines {
		l.router.adopt(&l.lines[i])
	}
	return l
}

// Lines returns the current lines. A cable without a line could not be routed.
func (l *Live) Lines() []Line { return l.lines }

// Move moves the boxes, and routes the nets that this affects.
func (l *Live) Move(boxes []Box) {
	if slices.Equal(boxes, l.boxes) {
		return
	}
	copy(l.boxes, boxes)
	if !l.setInput() { // within their cells
		for i := range l.lines {
			l.snap(&l.lines[i])
		}
		clear(l.redo)
		if l.improve(l.router.work + spareWork) {
			l.relay()
		}
		return
	}
	end := l.router.work + liveWork
	for v, moved := range l.moved {
		if moved {
			l.router.grid.refill(l.in, around(joint(l.was[v], l.in.Boxes[v]), 2))
		}
	}
	l.affected()
	r := l.router
	for i, redo := range l.redo {
		if redo {
			l.before[i] = append(l.before[i][:0], r.routes[i].marks...)
			r.put(i, false)
		}
	}
	rep := repair{r, end, l.was}
	for _, i := range r.order() {
		if l.redo[i] {
			l.recall(i)
			rep.net(i, l.paths(i))
			r.put(i, true)
			l.rough[i] = true
		}
	}
	l.improve(end)
	l.relay()
}

// paths returns the lines of net i, and leaves the route with room for others.
func (l *Live) paths(i int) []Path {
	rt := &l.router.routes[i]
	old := rt.Paths
	rt.Paths = l.spare[i][:0]
	l.spare[i] = old
	return old
}

// recall makes the router prefer the tracks on which net i was before the last move.
func (l *Live) recall(i int) {
	r := l.router
	r.habitStamp++
	for _, mark := range l.before[i] {
		r.habit[mark] = r.habitStamp
	}
}

// Rough reports whether moves have only repaired some of the lines.
func (l *Live) Rough() bool { return slices.Contains(l.rough, true) }

// Improve routes some of the rough lines again. Call it while the boxes are at rest,
// until none is rough.
func (l *Live) Improve() {
	clear(l.redo)
	first := l.turn
	if l.improve(l.router.work + restWork) {
		l.relay()
	} else if i := l.next(first); i >= 0 {
		l.rough[i] = false // it alone exceeds the budget
	}
}

// improve is Improve until the router's work reaches end. It reports whether any line
// changed.
func (l *Live) improve(end int) (changed bool) {
	r := l.router
	for r.work < end {
		i := l.next(l.turn)
		if i < 0 {
			break
		}
		l.turn = (i + 1) % len(l.rough)
		l.before[i] = append(l.before[i][:0], r.routes[i].marks...)
		l.recall(i)
		r.put(i, false)
		failed, old := r.routes[i].Failed, l.paths(i)
		r.limit = end
		r.routeNet(i)
		r.limit = -1
		if rt := &r.routes[i]; rt.Failed > failed {
			rt.Paths, l.spare[i], rt.Failed = old, rt.Paths, failed
		} else {
			l.rough[i], l.redo[i], changed = false, true, true
		}
		r.put(i, true)
	}
	return changed
}

// next returns the first net from the given one on, and then from 0, that is rough,
// or -1.
func (l *Live) next(from int) int {
	for k := range l.rough {
		if i := (from + k) % len(l.rough); l.rough[i] {
			return i
		}
	}
	return -1
}

// setInput rounds the boxes outward to the lattice, and reports whether any has
// left its cells.
func (l *Live) setInput() bool {
	c, any := l.in.Cell, false
	for v, b := range l.boxes {
		if l.in.Boxes[v].W == 0 {
			continue
		}
		x, y := int32(math.Floor(b.X/c+1e-6)), int32(math.Floor(b.Y/c+1e-6))
		r := Rect{x, y, int32(math.Ceil((b.X+b.W)/c-1e-6)) - x, int32(math.Ceil((b.Y+b.H)/c-1e-6)) - y}
		l.was[v] = l.in.Boxes[v]
		l.moved[v] = r != l.was[v]
		any = any || l.moved[v]
		l.in.Boxes[v] = r
	}
	for i := range l.in.Frames {
		f, r := &l.in.Frames[i], &l.rest.Frames[i]
		dx, dy := l.in.Boxes[f.Node].X-l.rest.Boxes[f.Node].X, l.in.Boxes[f.Node].Y-l.rest.Boxes[f.Node].Y
		f.Title.X, f.Title.Y, f.Entry = r.Title.X+dx, r.Title.Y+dy, r.Entry+dx
	}
	return any
}

// affected marks the nets that have to be routed again: those with an end that moved,
// those too close to a moved box, and those without a route so far.
func (l *Live) affected() {
	clear(l.routed)
	clear(l.redo)
	for i := range l.lines {
		n := &l.lines[i]
		l.routed[n.Net]++
		if l.redo[n.Net] {
			continue
		}
		redo := l.moved[n.From] || l.moved[n.To]
		for v := range l.boxes {
			if redo {
				break
			}
			redo = l.moved[v] && int32(v) != n.From && int32(v) != n.To && l.router.byFrame[v] < 0 && l.near(n, l.cells(v))
			if f := l.router.byFrame[v]; f >= 0 && l.moved[v] && l.router.frameOf[n.From] != int32(v) && l.router.frameOf[n.To] != int32(v) &&
				int32(v) != n.From && int32(v) != n.To {
				redo = redo || l.near(n, l.cells(v))
			}
		}
		l.redo[n.Net] = redo
	}
	for i := range l.in.Nets {
		if l.routed[i] < len(l.in.Nets[i].Leaves) {
			l.redo[i] = true
		}
	}
}

// cells is the area of the cells that box v is in. It may move within them
// without a line being routed.
func (l *Live) cells(v int) Box {
	r, c := l.in.Boxes[v], l.in.Cell
	return Box{float64(r.X) * c, float64(r.Y) * c, float64(r.W) * c, float64(r.H) * c}
}

// near reports whether a line passes a box, or within 4 pixels of it.
func (l *Live) near(n *Line, b Box) bool {
	d := 4 + n.Width/2
	for k := 1; k < len(n.Points); k++ {
		p, q := n.Points[k-1], n.Points[k]
		if min(p.X, q.X) < b.X+b.W+d && max(p.X, q.X) > b.X-d && min(p.Y, q.Y) < b.Y+b.H+d && max(p.Y, q.Y) > b.Y-d {
			return true
		}
	}
	return false
}
