package scene_test

import (
	"math"
	"testing"

	"proxynet/network"
	"proxynet/viz/compose"
	"proxynet/viz/scene"
)

// areas are the areas of a laptop and a phone, with and without a sheet over the lower
// half.
var areas = map[string][2]scene.Rect{
	"laptop":             {{W: 880, H: 528}, {W: 880, H: 528}},
	"phone":              {{W: 390, H: 645}, {W: 390, H: 645}},
	"phone with a sheet": {{W: 390, H: 645}, {W: 390, H: 330}},
}

// sceneIn returns the scene of d in an area and its uncovered part.
func sceneIn(t *testing.T, d *scene.LaidOutNetwork, area [2]scene.Rect) *scene.Scene {
	t.Helper()
	s, err := scene.New(d, "wide", scene.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	s.SetStill(true)
	s.SetArea(area[0], area[1])
	s.Advance(1)
	return s
}

// drawn returns the current picture of s.
func drawn(s *scene.Scene) scene.Picture {
	var p scene.Picture
	s.Picture(&p)
	return p
}

// TestCardListsEveryRelation selects each relation that shares its line, and checks
// that every relation of the line has a visible, clickable row with its verb.
func TestCardListsEveryRelation(t *testing.T) {
	d := shipped(t)
	pairs := map[[2]string][]*network.Relation{}
	for i := range d.Relations {
		r := &d.Relations[i]
		pairs[[2]string{min(r.From, r.To), max(r.From, r.To)}] = append(pairs[[2]string{min(r.From, r.To), max(r.From, r.To)}], r)
	}
	for name, area := range areas {
		s := sceneIn(t, d, area)
		cards := 0
		for _, group := range pairs {
			if len(group) < 2 || group[0].Kind == "membership" || group[1].Kind == "membership" {
				continue
			}
			s.SetState(scene.State{Select: group[0].ID})
			s.Advance(1)
			card := drawn(s).Card
			if card == nil {
				t.Errorf("%s: %s has no card, of %d relations", name, group[0].ID, len(group))
				continue
			}
			cards++
			v := s.View()
			left, top := area[0].W/2+(card.X-v.X)*v.Zoom, area[0].H/2+(card.Y-v.Y)*v.Zoom
			if right, bottom := left+card.W*v.Zoom, top+card.H*v.Zoom; left < 0 || top < 0 || right > area[1].W || bottom > area[1].H {
				t.Errorf("%s: the card of %s reaches from %.0f, %.0f to %.0f, %.0f, out of view", name, group[0].ID, left, top, right, bottom)
			}
			if got, want := len(card.Rows), len(group); got != want {
				t.Errorf("%s: the card of %s has %d rows; want %d", name, group[0].ID, got, want)
			}
			for _, x := range card.Texts {
				if w := scene.TextWidth(x.Text, x.Size, x.Bold); x.At.X+w > card.X+card.W+0.01 {
					t.Errorf("%s: %q sticks out of its card", name, x.Text)
				}
			}
			at := s.Positions()
			for _, r := range group {
				p, ok := at[r.ID]
				if !ok || s.Hit(p.X, p.Y, 0) != r.ID {
					t.Errorf("%s: %s is not found in the card of %s", name, r.ID, group[0].ID)
				}
				if !area[1].Contains(p.X, p.Y) {
					t.Errorf("%s: the row of %s is at %.0f, %.0f, out of view", name, r.ID, p.X, p.Y)
				}
			}
		}
		if cards < 5 {
			t.Errorf("%s: %d cards; that tests nothing", name, cards)
		}
	}
}

// TestCardOfRightToLeftNames checks that the lines of a card in Persian begin at the same
// place on the right whatever the width of their font, left of the rows' samples.
func TestCardOfRightToLeftNames(t *testing.T) {
	n := &network.Network{ID: "fa", Title: "شبکه", Lang: "fa", Nodes: []network.Node{{ID: "a", Label: "ایران", Kind: network.State}, {ID: "b", Label: "شبکهٔ شبه‌نظامی", Kind: network.Force}}}
	for i, verb := range []string{"به … سلاح داده است", "به … پول داده است", "می‌کوشد نگذارد … حمله‌های بیشتری را برانگیزد"} {
		n.Relations = append(n.Relations, network.Relation{ID: string(rune('r' + i)), From: "a", To: "b", Directed: true, Kind: "arms", Verb: verb, Status: network.Stated})
	}
	d, err := compose.Compose(n)
	if err != nil {
		t.Fatal(err)
	}
	s := sceneIn(t, d, areas["laptop"])
	s.SetState(scene.State{Select: "r"})
	s.Advance(1)
	card := drawn(s).Card
	if card == nil || len(card.Samples) < 3 {
		t.Fatal("there is no card of several relations")
	}
	verbs := math.Inf(1) // where they may begin
	for _, e := range card.Samples {
		for _, p := range e.Path.Points {
			verbs = min(verbs, p.X)
		}
	}
	for _, x := range card.Texts {
		if !x.RTL || !x.End || x.Start {
			t.Errorf("%q isn't aligned on the right", x.Text)
		}
		if !x.Bold && x.At.X > verbs {
			t.Errorf("%q begins at %.1f, over the lines, which end at %.1f", x.Text, x.At.X, verbs)
		}
	}
}

// TestCardLeavesThePointer points at each relation at its position from Positions, and
// checks that a click there still hits it after the card opens.
func TestCardLeavesThePointer(t *testing.T) {
	d := shipped(t)
	for name, area := range areas {
		if name == "phone with a sheet" {
			continue // a finger doesn't hover
		}
		s := sceneIn(t, d, area)
		at := s.Positions()
		for _, r := range d.Relations {
			p, ok := at[r.ID]
			if !ok {
				t.Errorf("%s: %s has no position", name, r.ID)
				continue
			}
			s.SetState(scene.State{Hover: r.ID})
			if got := s.Hit(p.X, p.Y, 5); got != r.ID {
				t.Errorf("%s: pointing at %s brings %q there", name, r.ID, got)
			}
		}
	}
}

// TestCableShowsEveryStatus checks that a cable of relations with different statuses
// shows the badge of each.
func TestCableShowsEveryStatus(t *testing.T) {
	d := shipped(t)
	s := sceneIn(t, d, areas["laptop"])
	want := map[string]bool{}
	for _, r := range d.Relations {
		switch r.Status {
		case network.Attributed:
			want["“"] = true
		case network.Ambiguous:
			want["?"] = true
		case network.Implied:
			want[""] = true
		}
	}
	got := map[string]int{}
	for _, b := range drawn(s).Badges {
		got[b.Text]++
	}
	for sign := range want {
		if got[sign] == 0 {
			t.Errorf("no line has the sign %q", sign)
		}
	}
	mixed := &network.Network{ID: "n", Nodes: []network.Node{{ID: "a", Label: "A", Kind: network.State}, {ID: "b", Label: "B", Kind: network.State}}}
	for i, status := range []network.Status{network.Stated, network.Attributed, network.Ambiguous, network.Resolved, network.Implied} {
		mixed.Relations = append(mixed.Relations, network.Relation{ID: string(rune('p' + i)), From: "a", To: "b", Kind: "arms", Directed: true, Status: status})
	}
	two := &scene.LaidOutNetwork{Network: mixed}
	for _, f := range scene.Formats {
		two.Layouts = append(two.Layouts, scene.Layout{Name: f.Name, Width: f.Width, Height: f.Height, Places: []scene.Place{
			{ID: "a", X: 60, Y: 100, W: 40, H: 24, Lines: []string{"A"}, Size: 13}, {ID: "b", X: 320, Y: 100, W: 40, H: 24, Lines: []string{"B"}, Size: 13},
		}})
	}
	badges := drawn(sceneIn(t, two, areas["laptop"])).Badges
	if len(badges) != 4 {
		t.Fatalf("a cable of all statuses has %d signs; want 4", len(badges))
	}
	for i, b := range badges[1:] {
		a := badges[i]
		if d := max(b.At.X-a.At.X, b.At.Y-a.At.Y); d < a.Radius()+b.Radius() {
			t.Errorf("signs %d and %d are %.1f apart, and overlap", i, i+1, d)
		}
	}
}
