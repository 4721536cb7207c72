package scene_test

import (
	"testing"

	"proxynet/network"
	"proxynet/viz/scene"
)

// withStory returns a scene of dated with a story of one step.
func withStory(t *testing.T) *scene.Scene {
	t.Helper()
	d := dated()
	d.Story = []network.StoryStep{
		{ID: "arms", State: network.StepState{Light: []string{"r-arms", "lone"}, Near: []string{"force", "group"}}},
	}
	s, err := scene.New(d, "wide", scene.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	s.SetStill(true)
	return s
}

func TestStepHighlights(t *testing.T) {
	s := withStory(t)
	s.SetState(scene.State{Step: "arms"})
	s.Advance(1)
	shown := emphases(s)
	for id, want := range map[string]float64{
		"r-arms": 1, "root": 1, "group": 1, "lone": 1,
		"force": s.Settings.Dimmed, "enemy": s.Settings.Dimmed, "r-force": s.Settings.Dimmed,
	} {
		if shown[id] != want {
			t.Errorf("%s: got %g, want %g", id, shown[id], want)
		}
	}

	s.SetState(scene.State{Step: "arms", Select: "enemy"})
	s.Advance(1)
	if shown := emphases(s); shown["lone"] == 1 || shown["enemy"] != 1 {
		t.Error("a selection within a step is not highlighted")
	}
}

// TestStepZooms checks that a step moves its elements into the uncovered part of the
// area, at every size, and that the reader can move the view afterwards.
func TestStepZooms(t *testing.T) {
	whole := withStory(t)
	area := scene.Rect{X: 0, Y: 100, W: 390, H: 640}
	visible := scene.Rect{X: 0, Y: 100, W: 390, H: 320}
	whole.SetArea(area, area)
	far := whole.View()

	s := withStory(t)
	s.SetState(scene.State{Step: "arms"})
	s.SetArea(area, visible)
	s.Advance(1)
	if s.View().Zoom <= far.Zoom {
		t.Errorf("the zoom is %g, and for the whole network %g", s.View().Zoom, far.Zoom)
	}
	at := s.Positions()
	for _, id := range []string{"force", "group"} {
		if p := at[id]; !visible.Contains(p.X, p.Y) {
			t.Errorf("%s is at %g, %g, outside the visible area", id, p.X, p.Y)
		}
	}
	s.SetState(scene.State{Step: "arms", View: &network.View{X: 1, Y: 2, Zoom: 3}})
	s.Advance(1)
	if got := s.View(); got.X != 1 || got.Y != 2 {
		t.Errorf("the reader's view is not kept: got %+v", got)
	}
	s.SetState(scene.State{})
	s.Advance(1)
	if got := s.View(); got != far {
		t.Errorf("without the step: got %+v, want the whole network, %+v", got, far)
	}
}

// TestSetStateFadesUndated shows 2005, a year without dated claims.
func TestSetStateFadesUndated(t *testing.T) {
	d := dated()
	d.Sources = append(d.Sources, network.Source{ID: "dated-source", Date: &network.Date{EDTF: "2024", Earliest: "2024-01-01", Latest: "2024-12-31"}})
	d.Passages = append(d.Passages, network.Passage{ID: "dated-passage", Source: "dated-source"})
	for i := range d.Relations {
		d.Relations[i].Passages = append(d.Relations[i].Passages, "dated-passage")
	}
	s, err := scene.New(d, "wide", scene.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	s.SetStill(true)
	for _, test := range []struct {
		at, id string
		want   float64
	}{
		{"2015", "r-arms", 1},
		{"2015", "r-force", s.Settings.Perhaps},
		{"2015", "force", s.Settings.Perhaps},
		{"2015", "lone", s.Settings.Dimmed},
		{"2024", "r-force", 1},
		{"2024", "root", 1},
	} {
		s.SetState(scene.State{AsOf: test.at})
		s.Advance(1)
		if got := emphases(s)[test.id]; got != test.want {
			t.Errorf("%s as of %s: got %g, want %g", test.id, test.at, got, test.want)
		}
	}

	// Open claims stay marked as open when they are in focus.
	s.SetState(scene.State{AsOf: "2015", Select: "force"})
	s.Advance(1)
	if got := emphases(s)["r-force"]; got != s.Settings.Open {
		t.Errorf("r-force in focus as of 2015: got %g, want %g", got, s.Settings.Open)
	}
	s.SetState(scene.State{AsOf: "2024", Select: "force"})
	s.Advance(1)
	if got := emphases(s)["r-force"]; got != 1 {
		t.Errorf("r-force in focus as of 2024: got %g, want 1", got)
	}
}
