package scene_test

import (
	"math"
	"testing"

	"proxynet/network"
	"proxynet/viz/scene"
)

// small is a chain of command with three parallel edges, an implied step,
// an open question and two enemies:
//
//	root ─► force ═► group     root ┄(arms, money)► group
//	enemy ─┤ group             group ?► root       lone
func small() *scene.LaidOutNetwork {
	n := &network.Network{
		ID: "small", Title: "Small", Root: "root", Lead: []string{"r-force"},
		Passages: []network.Passage{{ID: "p1", Speaker: "article"}, {ID: "p2", Speaker: "witness"}},
		Speakers: []network.Speaker{{ID: "article"}, {ID: "witness"}},
		Nodes: []network.Node{
			{ID: "root", Label: "Root", Kind: network.State, Passages: []string{"p1"}},
			{ID: "force", Label: "Force", Kind: network.Force, Passages: []string{"p1"}},
			{ID: "group", Label: "A group with a long name", Kind: network.Group, Passages: []string{"p1"}},
			{ID: "enemy", Label: "Enemy", Kind: network.State, Passages: []string{"p2"}},
			{ID: "lone", Label: "Lone", Kind: network.Person, Passages: []string{"p1"}},
		},
		Relations: []network.Relation{
			{ID: "r-force", From: "root", To: "force", Kind: "command", Directed: true, Status: network.Stated, Passages: []string{"p1"}},
			{ID: "r-group", From: "force", To: "group", Kind: "command", Directed: true, Status: network.Implied, Passages: []string{"p1"}},
			{ID: "r-arms", From: "root", To: "group", Kind: "arms", Directed: true, Status: network.Stated, Passages: []string{"p1"}},
			{ID: "r-money", From: "root", To: "group", Kind: "money", Directed: true, Status: network.Attributed, Passages: []string{"p2"}},
			{ID: "r-open", From: "group", To: "root", Kind: "autonomy", Directed: true, Status: network.Ambiguous, Passages: []string{"p1"}},
			{ID: "r-enemy", From: "enemy", To: "group", Kind: "attack", Directed: true, Past: true, Status: network.Stated, Verb: "struck", Passages: []string{"p2"}},
		},
		Events: []network.Event{{ID: "e-strike", Participants: []network.Participant{{Node: "enemy"}, {Node: "group"}}, Passages: []string{"p2"}}},
	}
	place := func(id string, x, y float64) scene.Place {
		return scene.Place{ID: id, X: x, Y: y, W: 80, H: 30, Lines: []string{id}, Size: 12}
	}
	wide := []scene.Place{place("root", 400, 50), place("force", 300, 200), place("group", 400, 400), place("enemy", 700, 300), place("lone", 100, 500)}
	tall := []scene.Place{place("root", 180, 50), place("force", 80, 200), place("group", 180, 400), place("enemy", 320, 300), place("lone", 60, 550)}
	return &scene.LaidOutNetwork{Network: n, Layouts: []scene.Layout{
		{Name: "wide", Width: 800, Height: 600, Places: wide},
		{Name: "tall", Width: 380, Height: 600, Places: tall},
	}}
}

func open(t *testing.T) *scene.Scene {
	t.Helper()
	s, err := scene.New(small(), "wide", scene.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	s.SetStill(true)
	return s
}

func TestSetAreaFitsLikeAnSVG(t *testing.T) {
	tests := []struct {
		name      string
		area      scene.Rect
		x, y      float64 // of root
		wideShape bool
	}{
		{"exact", scene.Rect{X: 0, Y: 0, W: 800, H: 600}, 400, 50, true},
		{"moved", scene.Rect{X: 10, Y: 20, W: 800, H: 600}, 410, 70, true},
		{"wider: centred across", scene.Rect{X: 0, Y: 0, W: 1000, H: 600}, 500, 50, true},
		{"higher: centred down", scene.Rect{X: 0, Y: 0, W: 840, H: 700}, 420, 87.5, true},
		{"too narrow for the wide layout", scene.Rect{X: 0, Y: 0, W: 800, H: 700}, 1165.0 / 3, 175.0 / 3, false},
		{"twice as large", scene.Rect{X: 0, Y: 0, W: 1600, H: 1200}, 800, 100, true},
		{"phone", scene.Rect{X: 0, Y: 0, W: 380, H: 600}, 180, 50, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := open(t)
			s.SetArea(test.area, test.area)
			got := s.Positions()["root"]
			if math.Hypot(got.X-test.x, got.Y-test.y) > 1e-9 {
				t.Errorf("root is at %.1f, %.1f; want %.1f, %.1f", got.X, got.Y, test.x, test.y)
			}
		})
	}
}

func TestPositionsAreHit(t *testing.T) {
	for _, area := range []scene.Rect{{W: 800, H: 600}, {X: 13, Y: 57, W: 390, H: 640}} {
		s := open(t)
		s.SetArea(area, area)
		spots := s.Positions()
		if len(spots) != 11 {
			t.Errorf("in %v there are %d spots; want 5 nodes and 6 relations", area, len(spots))
		}
		for id, p := range spots {
			if got := s.Hit(p.X, p.Y, 5); got != id {
				t.Errorf("in %v a click at the spot of %q hits %q", area, id, got)
			}
		}
	}
}

func TestHitMissesBackground(t *testing.T) {
	s := open(t)
	if got := s.Hit(620, 120, 5); got != "" {
		t.Errorf("a click on the ground hits %q", got)
	}
	if got := s.Hit(-50, 50, 5); got != "" {
		t.Errorf("a click outside the area hits %q", got)
	}
}

// emphases returns the emphasis of every drawn element, by id.
func emphases(s *scene.Scene) map[string]float64 { return s.Emphases() }

func TestSetStateHighlightsSelection(t *testing.T) {
	tests := []struct {
		name  string
		state scene.State
		out   []string // highlighted elements
	}{
		{"a node, its relations and neighbours", scene.State{Select: "force"}, []string{"force", "root", "group", "r-force", "r-group"}},
		{"a relation and its ends", scene.State{Select: "r-enemy"}, []string{"r-enemy", "enemy", "group"}},
		{"an event, its participants, what they did", scene.State{Select: "e-strike"}, []string{"enemy", "group", "r-enemy"}},
		{"a speaker, all that rests on them", scene.State{Select: "witness"}, []string{"enemy", "group", "root", "r-enemy", "r-money"}},
		{"a passage, all that rests on it", scene.State{Select: "p2"}, []string{"enemy", "group", "root", "r-enemy", "r-money"}},
		{"a node without relations", scene.State{Select: "lone"}, []string{"lone"}},
		{"what is pointed at, beside what is selected", scene.State{Select: "r-enemy", Hover: "lone"}, []string{"r-enemy", "enemy", "group", "lone"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := open(t)
			s.SetState(test.state)
			s.Advance(1)
			want := map[string]bool{}
			for _, id := range test.out {
				want[id] = true
			}
			for id, got := range emphases(s) {
				if want[id] != (got == 1) {
					t.Errorf("%s has emphasis %g", id, got)
				}
				if !want[id] && got != scene.Defaults().Dimmed {
					t.Errorf("%s has emphasis %g; want it dimmed", id, got)
				}
			}
		})
	}
}

func TestPictureFadesThePast(t *testing.T) {
	for id, got := range emphases(open(t)) {
		want := 1.0
		if id == "r-enemy" {
			want = scene.Defaults().Past
		}
		if got != want {
			t.Errorf("%s has emphasis %g; want %g", id, got, want)
		}
	}
}

func TestSetStateHides(t *testing.T) {
	tests := []struct {
		name   string
		hide   []string
		hidden []string
	}{
		{"a kind of relation", []string{"relation.arms"}, []string{"r-arms"}},
		{"a kind of node, with its relations", []string{"node.group"}, []string{"group", "r-group", "r-arms", "r-money", "r-open", "r-enemy"}},
		{"a status", []string{"status.implied"}, []string{"r-group"}},
		{"a speaker", []string{"speaker.witness"}, []string{"r-money", "r-enemy"}},
		{"two", []string{"relation.arms", "relation.money"}, []string{"r-arms", "r-money"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := open(t)
			s.SetState(scene.State{Hide: test.hide})
			s.Advance(1)
			drawn, spots := emphases(s), s.Positions()
			for _, id := range test.hidden {
				if _, ok := drawn[id]; ok {
					t.Errorf("%s is drawn", id)
				}
				if _, ok := spots[id]; ok {
					t.Errorf("%s has a position", id)
				}
			}
			if len(drawn) != 11-len(test.hidden) {
				t.Errorf("%d elements are drawn; want %d", len(drawn), 11-len(test.hidden))
			}
		})
	}
}

func TestCableDrawsLanesSideBySide(t *testing.T) {
	s := open(t)
	var p scene.Picture
	s.Picture(&p)
	var edges []scene.EdgeMark
	for _, m := range p.Edges {
		if !m.Casing && m.From == "root" && m.To == "group" {
			edges = append(edges, m)
		}
	}
	if len(edges) != 2 {
		t.Fatalf("the cable has %d edges; want one for arms and money, one for autonomy", len(edges))
	}
	a, _ := edges[0].Path.At(edges[0].Path.Length() / 2)
	b, _ := edges[1].Path.At(edges[1].Path.Length() / 2)
	if d, want := math.Hypot(a.X-b.X, a.Y-b.Y), (edges[0].Line.Width+edges[1].Line.Width)/2; d < want || d > 3*want {
		t.Errorf("the edges are %.1f apart in the middle; want little more than %.1f", d, want)
	}
}

func TestAdvanceEnds(t *testing.T) {
	s := open(t)
	s.SetStill(false)
	s.SetState(scene.State{Select: "lone"})
	if got := emphases(s)["root"]; got != 1 {
		t.Errorf("emphasis jumps to %g before any time has passed", got)
	}
	s.Advance(0.1)
	if got := emphases(s)["root"]; got >= 1 || got <= scene.Defaults().Dimmed {
		t.Errorf("emphasis is %g after 0.1 s; want it under way", got)
	}
	for i := range 100 {
		if !s.Advance(1.0 / 60) {
			return
		}
		if i == 99 {
			t.Error("nothing changes any more, and yet the scene says so after 100 frames")
		}
	}
}

func TestCameraMovesSelectionIntoView(t *testing.T) {
	s := open(t)
	area := scene.Rect{W: 390, H: 640}
	s.SetArea(area, area)
	s.SetState(scene.State{Select: "lone"})
	s.Advance(1)
	before := s.Positions()["lone"]
	s.SetArea(area, scene.Rect{W: 390, H: 320}) // a sheet covers the lower half
	s.Advance(1)
	after := s.Positions()["lone"]
	if before.Y < 320 || after.Y > 320 {
		t.Errorf("lone is at y = %.0f, then %.0f; want it above the sheet at 320", before.Y, after.Y)
	}
	s.SetState(scene.State{})
	s.SetArea(area, area)
	s.Advance(1)
	if got := s.Positions()["lone"]; math.Abs(got.Y-before.Y) > 1e-6 {
		t.Errorf("with nothing selected lone is at y = %.1f; want it back at %.1f", got.Y, before.Y)
	}
}

func TestCameraShowsLongSelectionWhole(t *testing.T) {
	s := open(t)
	area := scene.Rect{W: 390, H: 640}
	s.SetArea(area, scene.Rect{W: 390, H: 200})
	s.SetState(scene.State{Select: "r-arms"})
	s.Advance(1)
	for _, id := range []string{"root", "group"} {
		if got := s.Positions()[id]; got.Y < 0 || got.Y > 200 {
			t.Errorf("%s is at y = %.0f; want it between 0 and 200", id, got.Y)
		}
	}
}

func TestNewRejectsLayouts(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(*scene.LaidOutNetwork)
	}{
		{"a place is missing", func(d *scene.LaidOutNetwork) { d.Layouts[0].Places = d.Layouts[0].Places[1:] }},
		{"a place is of another node", func(d *scene.LaidOutNetwork) { d.Layouts[0].Places[0].ID = "x" }},
		{"a layout is missing", func(d *scene.LaidOutNetwork) { d.Layouts = d.Layouts[:1] }},
		{"a layout has no size", func(d *scene.LaidOutNetwork) { d.Layouts[1].Width = 0 }},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := small()
			test.spoil(d)
			if _, err := scene.New(d, "wide", scene.Defaults()); err == nil {
				t.Error("got no error")
			}
		})
	}
}
