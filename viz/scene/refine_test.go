package scene_test

import (
	"math"
	"testing"

	"proxynet/viz/compose"
	"proxynet/viz/layout"
	"proxynet/viz/scene"
	"proxynet/web/test/bench/scalefree"
)

// TestRefinementOfDraft refines a draft as the reader's browser does: the final places
// are those of a build.
func TestRefinementOfDraft(t *testing.T) {
	n := scalefree.New(scalefree.Settings{Nodes: 120, Links: 2})
	d, err := compose.Draft(n)
	if err != nil {
		t.Fatal(err)
	}
	s, err := scene.New(d, "wide", scene.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	g, start, ok := s.Points().Refinement()
	if !ok || len(start) != 120 || len(g.Edges) != len(n.Relations) {
		t.Fatalf("got %d places, %d edges, %v", len(start), len(g.Edges), ok)
	}
	before, version := s.Positions(), s.Points().Version()
	sp, err := layout.NewSpread(g, start)
	if err != nil {
		t.Fatal(err)
	}
	for sp.Done() < 1 {
		sp.Step(1000)
	}
	s.Points().SetPlaces(sp.Places())
	if s.Points().Version() == version {
		t.Error("the viewer does not repaint")
	}
	var moved float64
	for id, spot := range s.Positions() {
		moved += math.Hypot(spot.X-before[id].X, spot.Y-before[id].Y)
		if spot.X < 0 || spot.X > 868 || spot.Y < 0 || spot.Y > 660 {
			t.Errorf("%s is at %g, %g, outside of the frame", id, spot.X, spot.Y)
		}
	}
	if moved < 120 {
		t.Errorf("all nodes together have moved by %g", moved)
	}
	whole, err := compose.Compose(n)
	if err != nil {
		t.Fatal(err)
	}
	built, err := scene.New(whole, "wide", scene.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	if _, _, ok := built.Points().Refinement(); ok || whole.Draft {
		t.Error("what was laid out is to be laid out again")
	}
}
