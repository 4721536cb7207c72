package network

import (
	"fmt"

	"github.com/yourbasic/graph"
)

// Independence is the number of independent chains from one node to another, with the
// smallest cuts that leave none (K. Menger, “Zur allgemeinen Kurventheorie”, Fundamenta
// Mathematicae 10, 1927). Of equally small cuts it has those nearest to the start.
type Independence struct {
	// Chains is the largest number of chains of which no two share a node except
	// their ends. Parallel relations are one step, and so one chain.
	Chains int `json:"chains"`
	// Nodes has the ids of a smallest set of nodes between the ends without which no
	// chain is left. It is empty if there is no chain, or if Direct.
	Nodes []string `json:"nodes"`
	// Direct reports that a relation leads from one end to the other, so that no nodes
	// between them cut every chain.
	Direct bool `json:"direct"`
	// Relations has the ids of a smallest set of relations without which no chain is
	// left. As many chains share no relation.
	Relations []string `json:"relations"`
}

// Independence returns the independence of the chains along g from one node to another.
// There is no chain from a node to itself.
func (g *Graph) Independence(from, to string) (Independence, error) {
	v, err := g.find(from)
	if err != nil {
		return Independence{}, fmt.Errorf("independence from %w", err)
	}
	w, err := g.find(to)
	if err != nil {
		return Independence{}, fmt.Errorf("independence to %w", err)
	}
	if v == w {
		return Independence{}, nil
	}
	var answer Independence
	answer.Direct = len(g.relations(v, w)) > 0
	apart := g.flow(v, w, 1, func(e edge) int64 {
		if e == (edge{v, w}) {
			return 0
		}
		return g.most()
	})
	for _, u := range apart.cutNodes() {
		answer.Nodes = append(answer.Nodes, g.id(u))
	}
	answer.Chains = len(answer.Nodes)
	if answer.Direct {
		answer.Chains, answer.Nodes = answer.Chains+1, nil
	}
	steps := g.flow(v, w, g.most(), func(e edge) int64 { return int64(len(g.relations(e.from, e.to))) })
	cut := map[int]bool{}
	for _, e := range steps.cutEdges() {
		for _, a := range g.relations(e.from, e.to) {
			cut[int(a.place)] = true
		}
	}
	for _, place := range g.counted {
		if cut[place] {
			answer.Relations = append(answer.Relations, g.network.Relations[place].ID)
		}
	}
	return answer, nil
}

// most is more than all relations together can carry.
func (g *Graph) most() int64 { return int64(len(g.counted)) + 1 }

// flow is a maximum flow through a graph in which every vertex v is two: 2v,
// at which its edges arrive, and 2v+1, from which they leave. So vertices have
// capacities as edges do, and no two edges lead opposite ways.
type flow struct {
	capacity  *graph.Mutable
	reachable []bool // from the start, by what capacity is left
}

// flow returns the maximum flow from vertex s to vertex t with the capacities
// of the other vertices and of edges.
func (g *Graph) flow(s, t int, vertex int64, capacity func(edge) int64) flow {
	f := flow{capacity: graph.New(2 * g.along.Order())}
	for v := range g.along.Order() {
		f.capacity.AddCost(2*v, 2*v+1, vertex)
		g.along.Visit(v, func(w int, _ int64) bool {
			if c := capacity(edge{v, w}); v != w && c > 0 {
				f.capacity.AddCost(2*v+1, 2*w, c)
			}
			return false
		})
	}
	_, through := graph.MaxFlow(f.capacity, 2*s+1, 2*t)
	left := graph.Copy(f.capacity)
	for v := range through.Order() {
		through.Visit(v, func(w int, c int64) bool {
			left.AddCost(v, w, left.Cost(v, w)-c)
			left.AddCost(w, v, c)
			return false
		})
	}
	f.reachable = make([]bool, left.Order())
	f.reachable[2*s+1] = true
	for queue := []int{2*s + 1}; len(queue) > 0; queue = queue[1:] {
		left.Visit(queue[0], func(w int, c int64) bool {
			if c > 0 && !f.reachable[w] {
				f.reachable[w] = true
				queue = append(queue, w)
			}
			return false
		})
	}
	return f
}

// cutNodes returns the vertices in the cut.
func (f flow) cutNodes() []int {
	var cut []int
	for v := 0; v < len(f.reachable); v += 2 {
		if f.reachable[v] && !f.reachable[v+1] {
			cut = append(cut, v/2)
		}
	}
	return cut
}

// cutEdges returns the edges in the cut.
func (f flow) cutEdges() []edge {
	var cut []edge
	for v := 1; v < len(f.reachable); v += 2 {
		f.capacity.Visit(v, func(w int, _ int64) bool {
			if f.reachable[v] && !f.reachable[w] {
				cut = append(cut, edge{v / 2, w / 2})
			}
			return false
		})
	}
	return cut
}
