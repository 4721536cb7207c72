package layout_test

import (
	"slices"
	"testing"

	"proxynet/viz/layout"
)

// grid returns a square grid of side × side nodes.
func grid(side int) layout.Graph {
	g := layout.Graph{Boxes: make([]layout.Box, side*side)}
	for i := range side * side {
		if i%side > 0 {
			g.Edges = append(g.Edges, layout.Edge{From: int32(i - 1), To: int32(i)})
		}
		if i >= side {
			g.Edges = append(g.Edges, layout.Edge{From: int32(i - side), To: int32(i)})
		}
	}
	return g
}

func TestUnfold(t *testing.T) {
	parts := grid(8)
	parts.Boxes = append(parts.Boxes, make([]layout.Box, 20)...) // nodes without edges
	tests := []struct {
		name   string
		graph  layout.Graph
		stress float64 // at most
	}{
		{"nothing", grid(0), 0},
		{"one node", grid(1), 0},
		{"two nodes", layout.Graph{Boxes: make([]layout.Box, 2), Edges: []layout.Edge{{From: 0, To: 1}}}, 1e-12},
		{"no edges", layout.Graph{Boxes: make([]layout.Box, 5)}, 0},
		{"a grid", grid(20), 0.025},
		{"a grid and nodes beside", parts, 0.2},
		{"scale-free", scaleFree(300, 2), 0.3},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			places, err := layout.Unfold(test.graph, 30)
			if err != nil {
				t.Fatal(err)
			}
			if got := layout.Stress(test.graph, places); got > test.stress {
				t.Errorf("stress is %.3f; want at most %.3f", got, test.stress)
			}
			again, _ := layout.Unfold(test.graph, 30)
			if !slices.Equal(places, again) {
				t.Error("another time the places differ")
			}
			met := map[layout.Point]bool{}
			for _, p := range places {
				met[p] = true
			}
			if len(met) != len(places) {
				t.Errorf("%d nodes share %d places", len(places), len(met))
			}
		})
	}
}

// TestUnfoldMatchesSpiralQuality compares the quality of the unfolded layout with one
// that starts from a spiral.
func TestUnfoldMatchesSpiralQuality(t *testing.T) {
	for name, g := range map[string]layout.Graph{"scale-free": scaleFree(1000, 2), "grid": grid(20)} {
		t.Run(name, func(t *testing.T) {
			slow := mustNew(t, g, layout.Defaults())
			settle(t, slow, 301)
			m, err := layout.NewUnfolded(g, layout.Defaults())
			if err != nil {
				t.Fatal(err)
			}
			settle(t, m, 201)
			if got, want := layout.Stress(g, m.Positions()), layout.Stress(g, slow.Positions()); got > want {
				t.Errorf("stress is %.4f; want at most %.4f", got, want)
			}
			if got, want := layout.Crossings(g, m.Positions()), layout.Crossings(g, slow.Positions()); got > want {
				t.Errorf("%d crossings; want at most %d", got, want)
			}
		})
	}
}
