package network_test

import (
	"fmt"
	"math"
	"testing"

	"proxynet/network"
	"proxynet/web/test/bench/scalefree"
)

func TestMeasures(t *testing.T) {
	tests := []struct {
		name    string
		text    string
		measure network.Measure
		want    string // by node, in the order in which they are named
	}{
		{"degree counts parallel relations", "a > b\na $ b\nb - c", network.MeasureDegree, "[2 3 1]"},
		{"degree counts a relation to itself once", "a > a\na > b", network.MeasureDegree, "[2 1]"},
		{"degree of none", "a", network.MeasureDegree, "[0]"},

		{"betweenness of the middle of a line", "a > b\nb > c", network.MeasureBetweenness, "[0 1 0]"},
		{"betweenness goes against directions", "a > b\nc > b", network.MeasureBetweenness, "[0 1 0]"},
		{"betweenness counts parallel relations as one", "a > b\na $ b\nb > c\na > d\nd > c", network.MeasureBetweenness, "[0.17 0.17 0.17 0.17]"},
		{"betweenness of the middle of a star", "m > a\nm > b\nm > c", network.MeasureBetweenness, "[1 0 0 0]"},
		{"betweenness is of all pairs, also of those apart", "a > b\nb > c\nd\ne", network.MeasureBetweenness, "[0 0.17 0 0 0]"},
		{"betweenness of two", "a > b", network.MeasureBetweenness, "[0 0]"},

		{"reach is by command", "a > b\nb > c\nb $ d\nd - a", network.MeasureReach, "[2 1 0 0]"},
		{"reach in a circle leaves out oneself", "a > b\nb > a", network.MeasureReach, "[1 1]"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			measured, err := draw(test.text).Measure(test.measure, network.EveryRelation, nil)
			if err != nil {
				t.Fatal(err)
			}
			values := measured.Values
			for i, v := range values {
				values[i] = math.Round(v*100) / 100
			}
			if got := fmt.Sprint(values); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
	if _, err := draw("a > b").Measure("weight", network.EveryRelation, nil); err == nil {
		t.Error("there is no measure weight")
	}
}

// TestBetweennessIsAShareOfPaths compares with a list of every shortest path.
func TestBetweennessIsAShareOfPaths(t *testing.T) {
	for seed := range uint64(seeds) {
		n := random(seed)
		paths := map[[2]string][][]string{} // shortest paths by their ends
		for _, from := range n.Nodes {
			var walk func(path []string)
			walk = func(path []string) {
				last := path[len(path)-1]
				ends := [2]string{from.ID, last}
				if known := paths[ends]; known == nil || len(path) < len(known[0]) {
					paths[ends] = nil
				}
				if known := paths[ends]; known == nil || len(path) == len(known[0]) {
					paths[ends] = append(paths[ends], append([]string(nil), path...))
				}
				for _, next := range n.Nodes {
					if !contains(path, next.ID) && related(n, last, next.ID) {
						walk(append(path, next.ID))
					}
				}
			}
			walk([]string{from.ID})
		}
		measured, err := n.Measure(network.MeasureBetweenness, network.EveryRelation, nil)
		if err != nil {
			t.Fatal(err)
		}
		got := measured.Values
		for i, node := range n.Nodes {
			want, pairs := 0.0, 0.0
			for _, s := range n.Nodes {
				for _, e := range n.Nodes {
					if s.ID == e.ID || s.ID == node.ID || e.ID == node.ID {
						continue
					}
					pairs++
					through := 0
					all := paths[[2]string{s.ID, e.ID}]
					for _, path := range all {
						if contains(path, node.ID) {
							through++
						}
					}
					if len(all) > 0 {
						want += float64(through) / float64(len(all))
					}
				}
			}
			if pairs > 0 {
				want /= pairs
			}
			if math.Abs(got[i]-want) > 1e-9 {
				t.Fatalf("seed %d: %s has betweenness %g, want %g", seed, node.ID, got[i], want)
			}
		}
	}
}

// TestReachMeasureMatchesReach compares with searches from every node.
func TestReachMeasureMatchesReach(t *testing.T) {
	for seed := range uint64(seeds) {
		n := random(seed)
		measured, err := n.Measure(network.MeasureReach, network.EveryRelation, nil)
		if err != nil {
			t.Fatal(err)
		}
		g, err := network.NewGraph(n, n.Terms().InChains)
		if err != nil {
			t.Fatal(err)
		}
		for i, node := range n.Nodes {
			if reach, err := g.Reach(node.ID); err != nil || float64(len(reach)) != measured.Values[i] {
				t.Fatalf("seed %d: %s reaches %v, %v; the measure is %g", seed, node.ID, reach, err, measured.Values[i])
			}
		}
	}
}

// TestMeasureOfLargeNetwork measures a network that is too large for an exact betweenness.
func TestMeasureOfLargeNetwork(t *testing.T) {
	n := scalefree.New(scalefree.Settings{Nodes: 4000, Links: 2})
	for i := range n.Relations {
		n.Relations[i].Kind = "command"
	}
	measured, err := n.Measure(network.MeasureBetweenness, network.EveryRelation, nil)
	if err != nil {
		t.Fatal(err)
	}
	if measured.Starts == 0 || measured.Starts == len(n.Nodes) {
		t.Fatalf("it is estimated from %d nodes", measured.Starts)
	}
	g, err := network.NewGraph(n, network.EveryRelation)
	if err != nil {
		t.Fatal(err)
	}
	exact := g.Betweenness(func() {})
	for i, want := range exact {
		if got := measured.Values[i]; want > 0.1 && math.Abs(got-want) > 0.1*want {
			t.Errorf("%s has the estimate %g, and the exact value is %g", n.Nodes[i].ID, got, want)
		}
	}
	reach, err := n.Measure(network.MeasureReach, network.EveryRelation, nil)
	if err != nil {
		t.Fatal(err)
	}
	if from, err := g.Reach("n3999"); err != nil || float64(len(from)) != reach.Values[3999] {
		t.Errorf("n3999 reaches %d, and the measure is %g", len(from), reach.Values[3999])
	}
}

func contains(list []string, id string) bool {
	for _, one := range list {
		if one == id {
			return true
		}
	}
	return false
}

// related reports whether there is a relation between two nodes.
func related(n *network.Network, a, b string) bool {
	for _, r := range n.Relations {
		if r.From == a && r.To == b || r.From == b && r.To == a {
			return true
		}
	}
	return false
}
