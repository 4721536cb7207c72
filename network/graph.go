package network

import "fmt"

// Graph is a network seen as vertices and edges, for questions about its
// shape. Its vertices are all the network's nodes, numbered in the network's
// order, so every answer comes in that order too; its edges are the relations
// that were admitted, parallel ones as one edge.
//
// A Graph does not follow later changes of its network.
type Graph struct {
	network *Network
	vertex  map[string]int

	// along has an edge from each relation's From to its To, and back if the relation
	// is undirected. The cost of an edge is the weakness of its firmest relation, as
	// an index in Statuses.
	along *adjacency
	// both has edges in both directions of every relation.
	both *adjacency
	// arcs has the relations of the edges of along, firmest first: those of edge e are
	// starts[e] to starts[e+1].
	arcs   []arc
	starts []int32
	// counted has the indices of all relations that count, in order.
	counted []int
}

// edge is a step from one vertex to another.
type edge struct{ from, to int }

// NewGraph returns the graph of n with the relations that count, such as
// [EveryRelation] or [Terms.InChains].
func NewGraph(n *Network, counts func(*Relation) bool) (*Graph, error) {
	g := &Graph{network: n, vertex: make(map[string]int, len(n.Nodes))}
	for v := range n.Nodes {
		id := n.Nodes[v].ID
		if _, twice := g.vertex[id]; twice {
			return nil, fmt.Errorf("node %q is there twice", id)
		}
		g.vertex[id] = v
	}
	var both []arc
	for i := range n.Relations {
		r := &n.Relations[i]
		v, err := g.find(r.From)
		if err != nil {
			return nil, fmt.Errorf("relation %q comes from %w", r.ID, err)
		}
		w, err := g.find(r.To)
		if err != nil {
			return nil, fmt.Errorf("relation %q goes to %w", r.ID, err)
		}
		if !counts(r) {
			continue
		}
		g.counted = append(g.counted, i)
		there, back := arc{int32(v), int32(w), int32(i)}, arc{int32(w), int32(v), int32(i)}
		g.arcs = append(g.arcs, there)
		if !r.Directed && v != w {
			g.arcs = append(g.arcs, back)
		}
		both = append(both, there, back)
	}
	g.along, g.starts = newAdjacency(len(n.Nodes), g.arcs, func(a, b arc) int {
		return compareFirmness(&n.Relations[a.place], &n.Relations[b.place])
	})
	g.along.cost = make([]int8, len(g.along.to))
	for e := range g.along.cost {
		g.along.cost[e] = int8(n.Relations[g.arcs[g.starts[e]].place].weakness())
	}
	g.both, _ = newAdjacency(len(n.Nodes), both, nil)
	return g, nil
}

// relations returns the arcs of the edge from v to w, firmest first; none if there is no
// such edge.
func (g *Graph) relations(v, w int) []arc {
	e := g.along.find(v, w)
	if e == unreached {
		return nil
	}
	return g.arcs[g.starts[e]:g.starts[e+1]]
}

// EveryRelation admits every relation.
func EveryRelation(*Relation) bool { return true }

// find returns the vertex of the node with the given id.
func (g *Graph) find(id string) (int, error) {
	v, ok := g.vertex[id]
	if !ok {
		return 0, fmt.Errorf("node %q, which is not in the network", id)
	}
	return v, nil
}

// id returns the id of the node at vertex v.
func (g *Graph) id(v int) string { return g.network.Nodes[v].ID }

// unreached is the distance of a vertex that cannot be reached.
const unreached = -1

// distances returns, for every vertex of g, how many edges it is from start,
// or unreached.
func distances(g *adjacency, start int) []int {
	distance := make([]int, g.Order())
	for v := range distance {
		distance[v] = unreached
	}
	distance[start] = 0
	queue := []int32{int32(start)}
	for at := 0; at < len(queue); at++ {
		v := int(queue[at])
		for _, w := range g.neighbours(v) {
			if distance[w] == unreached {
				distance[w] = distance[v] + 1
				queue = append(queue, w)
			}
		}
	}
	return distance
}
