package layout_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"proxynet/viz/layout"
)

// islands returns a graph of three parts with 60, 8 and 4 nodes and two isolated nodes,
// in mixed order.
func islands() layout.Graph {
	const n = 74
	g := layout.Graph{Boxes: make([]layout.Box, n)}
	last := map[string]int32{}
	for i := range int32(72) {
		name := "large"
		switch {
		case i%9 == 8:
			name = "middle"
		case i%18 == 3:
			name = "small"
		}
		if before, ok := last[name]; ok {
			g.Edges = append(g.Edges, layout.Edge{From: before, To: i})
		}
		last[name] = i
	}
	return g
}

func spreadOut(t *testing.T, g layout.Graph, start []layout.Point) []layout.Point {
	t.Helper()
	s, err := layout.NewSpread(g, start)
	if err != nil {
		t.Fatal(err)
	}
	for before := -1.0; s.Done() < 1; {
		if s.Done() <= before {
			t.Fatalf("it doesn't move at %g", before)
		}
		before = s.Done()
		s.Step(500)
	}
	return s.Places()
}

// TestSpreadSeparatesUnconnectedParts checks that the bounding boxes of the parts don't
// overlap.
func TestSpreadSeparatesUnconnectedParts(t *testing.T) {
	g := islands()
	places := spreadOut(t, g, nil)
	group := func(i int) int {
		switch {
		case i >= 72:
			return i
		case i%9 == 8:
			return 1
		case i%18 == 3:
			return 2
		}
		return 0
	}
	lo, hi := map[int]layout.Point{}, map[int]layout.Point{}
	for i, p := range places {
		k := group(i)
		if _, ok := lo[k]; !ok {
			lo[k], hi[k] = p, p
		}
		lo[k] = layout.Point{X: min(lo[k].X, p.X), Y: min(lo[k].Y, p.Y)}
		hi[k] = layout.Point{X: max(hi[k].X, p.X), Y: max(hi[k].Y, p.Y)}
	}
	for a := range lo {
		for b := range lo {
			if a < b && lo[a].X <= hi[b].X && lo[b].X <= hi[a].X && lo[a].Y <= hi[b].Y && lo[b].Y <= hi[a].Y {
				t.Errorf("parts %d and %d overlap: %v–%v and %v–%v", a, b, lo[a], hi[a], lo[b], hi[b])
			}
		}
		if a != 0 && lo[a].Y < hi[0].Y {
			t.Errorf("part %d begins at %g; the largest ends at %g", a, lo[a].Y, hi[0].Y)
		}
	}
}

func TestSpreadIsReproducible(t *testing.T) {
	g := scaleFree(300, 2)
	one, other := slices.Clone(spreadOut(t, g, nil)), spreadOut(t, g, nil)
	if !slices.Equal(one, other) {
		t.Error("two spreads of one graph differ")
	}
}

// TestSpreadFromADraft starts from a draft that was scaled into a frame: the picture is
// as good as one without a draft.
func TestSpreadFromADraft(t *testing.T) {
	g := scaleFree(500, 2)
	draft, err := layout.NewSpread(g, nil)
	if err != nil {
		t.Fatal(err)
	}
	start := slices.Clone(draft.Places())
	for i, p := range start {
		start[i] = layout.Point{X: p.X*0.3 + 200, Y: p.Y*0.3 - 50}
	}
	straight, detour := layout.Stress(g, spreadOut(t, g, nil)), layout.Stress(g, spreadOut(t, g, start))
	if before := layout.Stress(g, start); detour > straight*1.05 || detour >= before {
		t.Errorf("stress is %.4f, from a draft of %.4f; want about %.4f", detour, before, straight)
	}
}

func TestSpreadRespectsRanks(t *testing.T) {
	g := scaleFree(200, 2)
	g.Rank = make([]float64, 200)
	for i := range g.Rank {
		g.Rank[i] = []float64{0, 1, math.NaN()}[i%3]
	}
	var mean [3]float64
	for i, p := range spreadOut(t, g, nil) {
		mean[i%3] += p.Y / 66
	}
	if mean[1] < mean[0]+5 {
		t.Errorf("nodes of rank 1 are at %g, those of rank 0 at %g; want them lower in the picture", mean[1], mean[0])
	}
}

func TestSpreadRefuses(t *testing.T) {
	for _, test := range []struct {
		g     layout.Graph
		start []layout.Point
		want  string
	}{
		{layout.Graph{Boxes: make([]layout.Box, 2)}, make([]layout.Point, 1), "1 places to start from for 2 nodes"},
		{layout.Graph{Boxes: make([]layout.Box, 2), Edges: []layout.Edge{{From: 0, To: 2}}}, nil, "edge 0"},
	} {
		if _, err := layout.NewSpread(test.g, test.start); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("got %v; want %q", err, test.want)
		}
	}
	empty, err := layout.NewSpread(layout.Graph{}, nil)
	if err != nil || empty.Done() != 1 || len(empty.Places()) != 0 {
		t.Errorf("an empty graph: %v, %v", empty, err)
	}
}
