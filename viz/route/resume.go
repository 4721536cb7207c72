package route

// Resume restores the lines of an earlier router on the same lattice. same has, for
// each net, the index of the earlier net with the same ends, or -1. A line is restored
// if its ends have not moved and nothing is in its way; [Router.Complete] routes the
// others. It returns the number of nets whose lines are restored.
func (r *Router) Resume(old *Router, same []int) (resumed int) {
	if old.grid.w != r.grid.w || old.grid.h != r.grid.h {
		return 0
	}
	still := make([]bool, len(r.in.Boxes))
	for i := range r.nets {
		k := same[i]
		if k < 0 || old.routes[k].Failed > 0 || !sameEnds(r, i, old, k) {
			continue
		}
		rt := Route{cost: old.routes[k].cost}
		for _, p := range old.routes[k].Paths {
			rt.Paths = append(rt.Paths, Path{Leaf: p.Leaf, Branch: p.Branch, states: append([]int32(nil), p.states...)})
		}
		r.routes[i] = rt
		if r.affected(i, still) {
			r.routes[i] = Route{}
			continue
		}
		r.put(i, true)
		resumed++
	}
	return resumed
}

// sameEnds reports whether the ends of net i are where those of net k of an earlier
// router are.
func sameEnds(r *Router, i int, old *Router, k int) bool {
	n, o := &r.nets[i], &old.nets[k]
	if len(n.Leaves) != len(o.Leaves) || !sameBox(r, n.Hub, old, o.Hub) {
		return false
	}
	for l := range n.Leaves {
		if !sameBox(r, n.Leaves[l], old, o.Leaves[l]) {
			return false
		}
	}
	return true
}

// sameBox reports whether node v, and the frame that it is a member of, are where node w
// of an earlier router is.
func sameBox(r *Router, v int32, old *Router, w int32) bool {
	if r.in.Boxes[v] != old.in.Boxes[w] || r.byFrame[v] < 0 != (old.byFrame[w] < 0) || r.frameOf[v] < 0 != (old.frameOf[w] < 0) {
		return false
	}
	f, g := r.frameOf[v], old.frameOf[w]
	return f < 0 || r.in.Boxes[f] == old.in.Boxes[g]
}

// Complete routes the nets that have no line yet and, in the given number of rounds,
// those in conflict with them.
func (r *Router) Complete(rounds int) *Result {
	r.pres = mostPres
	order := r.order()
	for _, i := range order {
		if r.routes[i].Paths == nil || r.routes[i].Failed > 0 {
			r.put(i, false)
			r.routeNet(i)
			r.put(i, true)
		}
	}
	for range rounds {
		bad := r.conflicts()
		if len(bad) == 0 {
			break
		}
		for _, i := range bad {
			r.put(i, false)
			r.routeNet(i)
			r.put(i, true)
		}
	}
	r.separate(order)
	return r.result()
}
