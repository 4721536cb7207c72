package network

import (
	"fmt"
	"slices"

	"github.com/yourbasic/graph"
)

// Graph is a network seen as vertices and edges, for questions about its
// shape. Its vertices are all the network's nodes, numbered in the network's
// order, so every answer comes in that order too; its edges are the relations
// that were let in, parallel ones as one edge.
//
// A Graph does not follow later changes of its network.
type Graph struct {
	network *Network
	vertex  map[string]int

	// along has an edge from each relation's From to its To, and back if the relation
	// is undirected. The cost of an edge is the weakness of its firmest relation, as
	// an index in Statuses.
	along *graph.Immutable
	// both has edges in both directions of every relation.
	both *graph.Immutable
	// relations has the relations of each edge of along, as indices in
	// network.Relations, firmest first.
	relations map[edge][]int
	// counted has the indices of all relations that count, in order.
	counted []int
}

// edge is a step from one vertex to another.
type edge struct{ from, to int }

// NewGraph returns the graph of n with the relations that count, such as
// [EveryRelation] or [Terms.InChains].
func NewGraph(n *Network, counts func(*Relation) bool) (*Graph, error) {
	g := &Graph{
		network:   n,
		vertex:    make(map[string]int, len(n.Nodes)),
		relations: make(map[edge][]int),
	}
	for v, node := range n.Nodes {
		if _, twice := g.vertex[node.ID]; twice {
			return nil, fmt.Errorf("node %q is there twice", node.ID)
		}
		g.vertex[node.ID] = v
	}
	along, both := graph.New(len(n.Nodes)), graph.New(len(n.Nodes))
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
		along.Add(v, w)
		g.relations[edge{v, w}] = append(g.relations[edge{v, w}], i)
		if !r.Directed {
			along.Add(w, v)
			g.relations[edge{w, v}] = append(g.relations[edge{w, v}], i)
		}
		both.AddBoth(v, w)
	}
	for e, places := range g.relations {
		slices.SortStableFunc(places, func(i, j int) int {
			return compareFirmness(&n.Relations[i], &n.Relations[j])
		})
		along.AddCost(e.from, e.to, int64(n.Relations[places[0]].weakness()))
	}
	// A Mutable visits neighbours in the order of a map; a sorted copy, in
	// the order of vertices.
	g.along, g.both = graph.Sort(along), graph.Sort(both)
	return g, nil
}

// EveryRelation lets every relation count.
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
func distances(g graph.Iterator, start int) []int {
	distance := make([]int, g.Order())
	for v := range distance {
		distance[v] = unreached
	}
	distance[start] = 0
	graph.BFS(g, start, func(v, w int, _ int64) { distance[w] = distance[v] + 1 })
	return distance
}
