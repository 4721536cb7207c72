package network

import (
	"cmp"
	"fmt"
	"slices"
)

// Bottleneck is a single point of failure: a node or a relation through which
// every chain from some node to others goes.
type Bottleneck struct {
	ID   string   `json:"id"`   // of a node or a relation
	Cuts []string `json:"cuts"` // ids of the nodes that have no chain without it
}

// Bottlenecks returns the bottlenecks of the chains from root along g: those
// that cut off most first, then nodes before relations, then in the network's
// order. Neither the root nor the node itself counts.
//
// These are the dominators of a flow graph in which every relation is a vertex
// too, found as in K. D. Cooper, T. J. Harvey and K. Kennedy, “A simple, fast
// dominance algorithm”, Rice University, 2001.
func (g *Graph) Bottlenecks(root string) ([]Bottleneck, error) {
	start, err := g.find(root)
	if err != nil {
		return nil, fmt.Errorf("bottlenecks from %w", err)
	}
	d := newDominance(g, start)
	cuts := make(map[int][]string)
	for v := range g.network.Nodes {
		if v == start || d.order[v] == unreached {
			continue
		}
		for u := d.above[v]; u != start; u = d.above[u] {
			cuts[u] = append(cuts[u], g.id(v))
		}
	}
	var vertices []int
	for v := range cuts {
		vertices = append(vertices, v)
	}
	slices.SortFunc(vertices, func(v, w int) int {
		return cmp.Or(cmp.Compare(len(cuts[w]), len(cuts[v])), cmp.Compare(v, w))
	})
	list := make([]Bottleneck, len(vertices))
	for i, v := range vertices {
		list[i] = Bottleneck{d.id(v), cuts[v]}
	}
	return list, nil
}

// dominance contains the dominators of a flow graph. Its vertices are the nodes followed
// by the relations that count, once for each direction.
type dominance struct {
	g     *Graph
	steps []step  // of the vertices that are relations
	next  [][]int // where each vertex leads
	back  [][]int // the vertices that lead to it
	order []int   // place in reverse postorder, or unreached
	above []int   // immediate dominator
}

// step is a relation taken in a direction.
type step struct{ from, to, place int }

func newDominance(g *Graph, start int) *dominance {
	d := &dominance{g: g}
	nodes := len(g.network.Nodes)
	for _, place := range g.counted {
		r := &g.network.Relations[place]
		v, w := g.vertex[r.From], g.vertex[r.To]
		d.steps = append(d.steps, step{v, w, place})
		if !r.Directed {
			d.steps = append(d.steps, step{w, v, place})
		}
	}
	total := nodes + len(d.steps)
	d.next, d.back = make([][]int, total), make([][]int, total)
	for i, s := range d.steps {
		v := nodes + i
		d.next[s.from], d.next[v] = append(d.next[s.from], v), []int{s.to}
		d.back[s.to], d.back[v] = append(d.back[s.to], v), []int{s.from}
	}
	d.run(start)
	return d
}

// run finds the immediate dominators of all that can be reached from start.
func (d *dominance) run(start int) {
	d.order, d.above = make([]int, len(d.next)), make([]int, len(d.next))
	for v := range d.order {
		d.order[v], d.above[v] = unreached, unreached
	}
	reverse := d.postorder(start)
	slices.Reverse(reverse)
	for i, v := range reverse {
		d.order[v] = i
	}
	d.above[start] = start
	for changed := true; changed; {
		changed = false
		for _, v := range reverse[1:] {
			above := unreached
			for _, u := range d.back[v] {
				switch {
				case d.above[u] == unreached: // not yet, or never
				case above == unreached:
					above = u
				default:
					above = d.common(u, above)
				}
			}
			if d.above[v] != above {
				d.above[v], changed = above, true
			}
		}
	}
}

// common returns the nearest vertex that dominates both v and w.
func (d *dominance) common(v, w int) int {
	for v != w {
		for d.order[v] > d.order[w] {
			v = d.above[v]
		}
		for d.order[w] > d.order[v] {
			w = d.above[w]
		}
	}
	return v
}

// postorder returns the vertices reachable from start in the postorder of a depth-first
// search.
func (d *dominance) postorder(start int) []int {
	var after []int
	seen := make([]bool, len(d.next))
	seen[start] = true
	stack := []visit{{vertex: start}}
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		if top.next == len(d.next[top.vertex]) {
			after = append(after, top.vertex)
			stack = stack[:len(stack)-1]
			continue
		}
		w := d.next[top.vertex][top.next]
		top.next++
		if !seen[w] {
			seen[w] = true
			stack = append(stack, visit{vertex: w})
		}
	}
	return after
}

// id returns the id of the node or relation at vertex v.
func (d *dominance) id(v int) string {
	if nodes := len(d.g.network.Nodes); v >= nodes {
		return d.g.network.Relations[d.steps[v-nodes].place].ID
	}
	return d.g.id(v)
}
