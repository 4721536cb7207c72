package route

import "slices"

// In repairs, the greed of searches, the price of sharing a track, and the work after
// which a search for a part of a line is given up: most take a tenth of joinWork, and
// leastJoin is for those after the work of a move has been used up.
const (
	repairGreed = 6
	repairPres  = 150
	joinWork    = 400
	leastJoin   = 100
)

// repair routes nets again after boxes have moved. From the given work on, lines are found
// without a search: see [way.descend].
type repair struct {
	*Router
	end int
	was []Rect // by node: its cells before the move
}

// net routes net i. Each of the lines in old keeps the parts that no box blocks: only the
// rest is searched for, which is quick, but the line may be longer than need be.
func (r repair) net(i int, old []Path) {
	greed := r.greed
	r.greed = repairGreed
	r.replace(i, old)
	if n := &r.nets[i]; n.fan() && r.routes[i].Failed > 0 && r.reachable(i) { // the trunk is in the way
		r.replace(i, nil)
	}
	r.greed = greed
}

// replace finds a line for every leaf of net i, one like that in old if there is one.
func (r repair) replace(i int, old []Path) {
	rt, n, m := &r.routes[i], &r.nets[i], &r.memory
	rt.Paths, rt.Failed, rt.cost = rt.Paths[:0], 0, 0
	m.treeStamp++
	m.trunk = m.trunk[:0]
	for k := range old {
		r.addLine(i, old[k].Leaf, old[k].states)
	}
	for _, leaf := range nearest(n.Net, r.in.Boxes) {
		if !slices.ContainsFunc(old, func(p Path) bool { return p.Leaf == leaf }) {
			r.addLine(i, leaf, nil)
		}
	}
}

// addLine adds a line to a leaf of net i, one like the given line if there is one.
func (r repair) addLine(i, leaf int, line []int32) {
	rt, n, m := &r.routes[i], &r.nets[i], &r.memory
	w := r.newWay(i, n.Leaves[leaf])
	trunked := len(m.trunk) > 0
	var states []int32
	if line != nil && !trunked {
		states = slide{&w, r.was, r.work >= r.end}.line(line)
	}
	if states == nil && line != nil {
		states = lineRepair{&w, min(joinWork, max(r.end-r.work, leastJoin))}.line(line, trunked)
	}
	if states == nil {
		pres := r.pres
		r.pres = repairPres
		states = w.guided(trunked, r.end)
		r.pres = pres
	}
	if states == nil {
		rt.Failed++
		return
	}
	branch := trunked && m.tree[states[0]>>2] == m.treeStamp
	rt.Paths = append(rt.Paths, Path{Leaf: leaf, Branch: branch, states: states})
	if n.fan() {
		w.grow(states, len(rt.Paths) == 1)
	}
}

// reachable reports whether each leaf of net i can be reached from its hub.
func (r repair) reachable(i int) bool {
	r.memory.treeStamp++
	for _, l := range r.nets[i].Leaves {
		if w := r.newWay(i, l); !w.guide(false, 0) {
			return false
		}
	}
	return true
}
