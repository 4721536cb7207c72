package scene_test

import (
	"math"
	"slices"
	"testing"

	"proxynet/viz/scene"
)

// TestFirstSweep compares the first picture of a large network with the still one.
func TestFirstSweep(t *testing.T) {
	s, n := large(t, 8000)
	sweep, whole := s.Points().FirstSweep(s.View(), s.Area())
	if whole {
		t.Fatal("it has all marks")
	}
	var first scene.PointPicture
	for sweep.Next(&first, 1000) {
	}
	still := seen(s)
	still.Limit()
	ids := func(p *scene.PointPicture) (ids []string) {
		for _, m := range p.Lines {
			ids = append(ids, m.ID)
		}
		for _, m := range p.Dots {
			ids = append(ids, m.ID)
		}
		for _, m := range p.Names {
			ids = append(ids, m.ID)
		}
		slices.Sort(ids)
		return ids
	}
	if a, b := ids(&first), ids(still); !slices.Equal(a, b) {
		t.Errorf("%d marks first and %d in the still picture; want the same of %d", len(a), len(b), len(n.Nodes)+len(n.Relations))
	}
	for i := range first.Lines {
		if a, b := first.Lines[i].Alpha, still.Lines[i].Alpha; math.Abs(a-b) > 1e-9 {
			t.Fatalf("line %d has opacity %g; want %g", i, a, b)
		}
	}
	small, _ := large(t, 300)
	if _, whole := small.Points().FirstSweep(small.View(), small.Area()); !whole {
		t.Error("300 nodes are not drawn at once")
	}
}
