package route

// Rearrange moves boxes and frames and routes the nets that this affects. It returns
// the cost of all lines, or a value above limit as soon as the cost must exceed it;
// then the caller must call [Router.Undo]. Undo reverts it, until the next call.
func (r *Router) Rearrange(boxes []Rect, frames []Frame, limit float64) float64 {
	b := &r.before
	b.boxes, b.frames = append(b.boxes[:0], r.in.Boxes...), append(b.frames[:0], r.in.Frames...)
	moved := make([]bool, len(boxes))
	for v := range boxes {
		moved[v] = boxes[v] != r.in.Boxes[v]
	}
	copy(r.in.Boxes, boxes)
	copy(r.in.Frames, frames)
	r.grid.fill(r.in)
	b.nets, b.routes = b.nets[:0], b.routes[:0]
	for _, i := range r.order() {
		if r.affected(i, moved) {
			b.nets = append(b.nets, i)
			b.routes = append(b.routes, r.routes[i])
			r.put(i, false)
			r.routes[i] = Route{}
		}
	}
	r.pres = mostPres
	sum := 0.0
	for i := range r.routes {
		if r.routes[i].Paths != nil {
			sum += r.netScore(i)
		}
	}
	for _, i := range b.nets {
		r.routeNet(i)
		r.put(i, true)
		if sum += r.netScore(i); sum > limit {
			return sum
		}
	}
	return r.Score()
}

// former is what the last Rearrange replaced.
type former struct {
	boxes  []Rect
	frames []Frame
	nets   []int
	routes []Route
}

// Undo reverts the last Rearrange.
func (r *Router) Undo() {
	b := &r.before
	copy(r.in.Boxes, b.boxes)
	copy(r.in.Frames, b.frames)
	for _, i := range b.nets {
		r.put(i, false)
	}
	for k, i := range b.nets {
		r.routes[i] = b.routes[k]
		r.put(i, true)
	}
	r.grid.fill(r.in)
}

// affected reports whether net i has to be routed again: an end of it moved, or
// a box is in its way.
func (r *Router) affected(i int, moved []bool) bool {
	n := &r.nets[i]
	if moved[n.Hub] || r.routes[i].Failed > 0 {
		return true
	}
	for _, l := range n.Leaves {
		if moved[l] {
			return true
		}
	}
	for k := range r.routes[i].Paths {
		p := &r.routes[i].Paths[k]
		w := r.newWay(i, n.Leaves[p.Leaf])
		for _, s := range p.states[1 : len(p.states)-1] {
			c := s >> 2
			y := c / r.grid.w
			if !w.open(c, c-y*r.grid.w, y) {
				return true
			}
		}
	}
	return false
}
