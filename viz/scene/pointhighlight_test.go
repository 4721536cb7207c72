package scene_test

import (
	"testing"

	"proxynet/network"
	"proxynet/viz/compose"
	"proxynet/viz/scene"
	"proxynet/web/test/bench/scalefree"
)

// TestSelectFindsEveryID selects every node and every relation.
func TestSelectFindsEveryID(t *testing.T) {
	s, n := large(t, 300)
	shown := func(id string) int {
		s.SetState(scene.State{Select: id})
		var p scene.PointPicture
		var marks scene.Picture
		s.Points().Highlights(&p, &marks)
		return len(p.Dots)
	}
	for _, o := range n.Nodes {
		if shown(o.ID) < 2 {
			t.Errorf("%s is not found", o.ID)
		}
	}
	for _, r := range n.Relations {
		if got := shown(r.ID); got != 2 {
			t.Errorf("%s is shown with %d nodes; want its ends", r.ID, got)
		}
	}
}

// TestHighlightsHaveSigns selects a relation that the source only implies: its line has the
// sign of that, whether or not anything is filtered.
func TestHighlightsHaveSigns(t *testing.T) {
	n := scalefree.New(scalefree.Settings{Nodes: 100, Links: 2, Sourced: true})
	n.Relations[40].Status = network.Implied
	d, err := compose.Compose(n)
	if err != nil {
		t.Fatal(err)
	}
	s, err := scene.New(d, "wide", scene.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	for _, hide := range [][]string{nil, {"node.people"}} {
		s.SetState(scene.State{Select: n.Relations[40].ID, Hide: hide})
		var p scene.PointPicture
		var marks scene.Picture
		s.Points().Highlights(&p, &marks)
		if len(marks.Badges) != 1 {
			t.Errorf("hiding %v, the relation has %d signs; want 1", hide, len(marks.Badges))
		}
	}
}
