package network

import "fmt"

// Measure is a measure of centrality: a number for every node.
type Measure string

const (
	MeasureDegree      Measure = "degree"      // number of relations
	MeasureBetweenness Measure = "betweenness" // share of pairs of other nodes that it lies between
	MeasureReach       Measure = "reach"       // number of others that its chains of command reach
)

// Measures lists every measure.
var Measures = []Measure{MeasureDegree, MeasureBetweenness, MeasureReach}

// Work of a betweenness, in visits of nodes and relations.
const (
	mostExact    = 40_000_000 // up to which it is exact: about half a second in a browser
	mostEstimate = 10_000_000 // of an estimate
)

// Centrality is a measure of every node.
type Centrality struct {
	Values []float64 // in the network's order
	// Starts is the number of nodes from which betweenness was estimated; 0 means that
	// the values are exact.
	Starts int
}

// Measure returns the measure of every node by the relations that count. No measure
// depends on the firmness or frequency of claims, since no weights are documented. The
// betweenness of a large network is estimated. Measure calls pause, which may be nil,
// repeatedly, so that other work can run.
func (n *Network) Measure(m Measure, counts func(*Relation) bool, pause func()) (Centrality, error) {
	if pause == nil {
		pause = func() {}
	}
	if m == MeasureReach {
		all, inChains := counts, n.Terms().InChains
		counts = func(r *Relation) bool { return inChains(r) && all(r) }
	}
	g, err := NewGraph(n, counts)
	if err != nil {
		return Centrality{}, err
	}
	switch m {
	case MeasureDegree:
		return Centrality{Values: g.Degrees()}, nil
	case MeasureBetweenness:
		each := len(n.Nodes) + len(g.both.to) // visits for the paths from one node
		if len(n.Nodes)*each <= mostExact {
			return Centrality{Values: g.Betweenness(pause)}, nil
		}
		starts := min(max(mostEstimate/each, 20), len(n.Nodes))
		return Centrality{g.EstimateBetweenness(starts, pause), starts}, nil
	case MeasureReach:
		return Centrality{Values: g.along.reaches()}, nil
	}
	return Centrality{}, fmt.Errorf("measure %q is none of %q", m, Measures)
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
