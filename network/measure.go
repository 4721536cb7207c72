package network

import "fmt"

// Measure is a measure of centrality: a number for every node.
type Measure string

const (
	MeasureDegree      Measure = "degree"      // how many relations it has
	MeasureBetweenness Measure = "betweenness" // the share of pairs of others that it lies between
	MeasureReach       Measure = "reach"       // how many others its chains of command lead to
)

// Measures lists every measure.
var Measures = []Measure{MeasureDegree, MeasureBetweenness, MeasureReach}

// mostWork bounds the work of a measure, in visits of nodes and relations: about
// a second in a browser.
const mostWork = 100_000_000

// Measure returns the measure of every node, in the network's order, by the
// relations that count. None takes account of how firmly or how often something
// is said: no weight is documented.
func (n *Network) Measure(m Measure, counts func(*Relation) bool) ([]float64, error) {
	if m == MeasureReach {
		all, inChains := counts, n.Terms().InChains
		counts = func(r *Relation) bool { return inChains(r) && all(r) }
	}
	g, err := NewGraph(n, counts)
	if err != nil {
		return nil, err
	}
	if work := len(n.Nodes) * (len(n.Nodes) + len(g.counted)); m != MeasureDegree && work > mostWork {
		return nil, fmt.Errorf("measure %q of %d nodes and %d relations would take too long", m, len(n.Nodes), len(g.counted))
	}
	switch m {
	case MeasureDegree:
		return g.Degrees(), nil
	case MeasureBetweenness:
		return g.Betweenness(), nil
	case MeasureReach:
		return g.reaches(), nil
	}
	return nil, fmt.Errorf("measure %q is none of %q", m, Measures)
}

// Degrees returns the number of relations of each node, in the network's order. Parallel
// relations count separately, and a relation of a node to itself once.
func (g *Graph) Degrees() []float64 {
	degree := make([]float64, len(g.network.Nodes))
	for _, place := range g.counted {
		r := &g.network.Relations[place]
		degree[g.vertex[r.From]]++
		if r.To != r.From {
			degree[g.vertex[r.To]]++
		}
	}
	return degree
}

// reaches returns how many others each node reaches.
func (g *Graph) reaches() []float64 {
	reach := make([]float64, g.along.Order())
	for v := range reach {
		for _, d := range distances(g.along, v) {
			if d > 0 {
				reach[v]++
			}
		}
	}
	return reach
}
