package layout_test

import (
	"math"
	"testing"

	"proxynet/viz/layout"
)

func TestQuality(t *testing.T) {
	square := []layout.Point{{X: 0, Y: 0}, {X: 100, Y: 0}, {X: 100, Y: 100}, {X: 0, Y: 100}}
	boxes := []layout.Box{{W: 20, H: 10}, {W: 20, H: 10}, {W: 20, H: 10}, {W: 20, H: 10}}
	round := []layout.Edge{{From: 0, To: 1}, {From: 1, To: 2}, {From: 2, To: 3}, {From: 3, To: 0}}
	across := []layout.Edge{{From: 0, To: 2}, {From: 1, To: 3}}
	tests := []struct {
		name                string
		edges               []layout.Edge
		places              []layout.Point
		crossings, overlaps int
		length, stress      float64
	}{
		{"no edges", nil, square, 0, 0, 0, 0},
		{"a square", round, square, 0, 0, 100, -1},
		{"its diagonals", across, square, 1, 0, 100 * math.Sqrt2, 0},
		{"diagonals twice, and a loop", append([]layout.Edge{{From: 2, To: 0}, {From: 1, To: 3}, {From: 1, To: 1}}, across...), square, 1, 0, 100 * math.Sqrt2, 0},
		{"a path on a line", round[:3], []layout.Point{{X: 0}, {X: 50}, {X: 100}, {X: 150}}, 0, 0, 50, 0},
		{"boxes closer than the gap", nil, []layout.Point{{X: 0}, {X: 25}, {X: 100}, {X: 100, Y: 15}}, 0, 2, 0, 0},
		{"all at one place", round, make([]layout.Point, 4), 0, 6, 0, 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			g := layout.Graph{Boxes: boxes, Edges: test.edges}
			if got := layout.Crossings(g, test.places); got != test.crossings {
				t.Errorf("%d crossings; want %d", got, test.crossings)
			}
			if got := layout.Overlaps(g, test.places, 6); got != test.overlaps {
				t.Errorf("%d overlaps; want %d", got, test.overlaps)
			}
			if got := layout.MeanLength(g, test.places); math.Abs(got-test.length) > 1e-9 {
				t.Errorf("mean length %g; want %g", got, test.length)
			}
			want := test.stress
			if want < 0 { // the square: four ratios of 1 and two of √2/2, at the optimal scale
				sum, squares := 4+math.Sqrt2, 4+2*0.5
				want = 1 - sum*sum/squares/6
			}
			if got := layout.Stress(g, test.places); math.Abs(got-want) > 1e-9 {
				t.Errorf("stress %g; want %g", got, want)
			}
		})
	}
}

func TestNeighbourhood(t *testing.T) {
	line := []layout.Point{{X: 0}, {X: 10}, {X: 21}, {X: 33}}
	tests := []struct {
		name  string
		edges []layout.Edge
		want  float64
	}{
		{"none", nil, 1},
		{"the nearest, a loop and a second edge", []layout.Edge{{From: 0, To: 1}, {From: 1, To: 0}, {From: 2, To: 2}}, 1},
		{"the nearest of one only", []layout.Edge{{From: 1, To: 2}}, 1. / 2},
		{"the farthest", []layout.Edge{{From: 0, To: 3}}, 0},
		{"a star, but for its farthest end", []layout.Edge{{From: 1, To: 0}, {From: 1, To: 2}, {From: 1, To: 3}}, 5. / 6},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			g := layout.Graph{Boxes: make([]layout.Box, 4), Edges: test.edges}
			if got := layout.Neighbourhood(g, line); got != test.want {
				t.Errorf("got %g; want %g", got, test.want)
			}
		})
	}
}
