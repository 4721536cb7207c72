package scene_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/viz/compose"
	"proxynet/viz/layout"
	"proxynet/viz/scene"
	"proxynet/web/test/bench/scalefree"
)

// large returns the scene of a generated network that is too large for boxes.
func large(t testing.TB, nodes int) (*scene.Scene, *network.Network) {
	t.Helper()
	n := scalefree.New(scalefree.Settings{Nodes: nodes, Links: 2, Sourced: true})
	d, err := compose.Compose(n)
	if err != nil {
		t.Fatal(err)
	}
	s, err := scene.New(d, "wide", scene.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	return s, n
}

// seen returns the picture of the points in the current view.
func seen(s *scene.Scene) *scene.PointPicture {
	var p scene.PointPicture
	s.Points().Base(&p, s.View(), s.Area())
	return &p
}

// look sets a view without an animation.
func look(s *scene.Scene, v scene.View) {
	state := s.State()
	state.View = (*network.View)(&v)
	s.SetStill(true)
	s.SetState(state)
	s.Advance(1)
}

func TestNewDrawsLargeNetworksAsPoints(t *testing.T) {
	for _, nodes := range []int{scene.Boxed + 1, 300} {
		s, n := large(t, nodes)
		if s.Points() == nil {
			t.Fatalf("%d nodes are no field", nodes)
		}
		for _, area := range []scene.Rect{{W: 868, H: 660}, {W: 374, H: 610}, {X: 10, Y: 90, W: 390, H: 500}} {
			s.SetArea(area, area)
			p := seen(s)
			if len(p.Dots) != len(n.Nodes) || len(p.Lines) != len(n.Relations) {
				t.Errorf("%d dots and %d lines in %v; want %d and %d", len(p.Dots), len(p.Lines), area, len(n.Nodes), len(n.Relations))
			}
			for _, d := range p.Dots {
				if !area.Contains(d.At.X-d.R, d.At.Y-d.R) || !area.Contains(d.At.X+d.R, d.At.Y+d.R) {
					t.Errorf("%s reaches out of %v", d.ID, area)
				}
			}
		}
	}
}

func TestSpreadSeparatesParts(t *testing.T) {
	n := scalefree.New(scalefree.Settings{Nodes: 60, Links: 2})
	part := map[string]int{}
	for _, o := range n.Nodes {
		part[o.ID] = 0
	}
	for k := range 3 { // three pairs and three isolated nodes
		for _, name := range []string{"a", "b", "c"} {
			id := fmt.Sprint(name, k)
			n.Nodes = append(n.Nodes, network.Node{ID: id, Label: id, Kind: network.Unknown})
			part[id] = k + 1
			if name == "c" {
				part[id] = k + 4
			}
		}
		n.Relations = append(n.Relations, network.Relation{ID: fmt.Sprint("t", k), From: fmt.Sprint("a", k), To: fmt.Sprint("b", k), Kind: "tie"})
	}
	d, err := compose.Compose(n)
	if err != nil {
		t.Fatal(err)
	}
	type box struct{ x0, y0, x1, y1 float64 }
	boxes := map[int]box{}
	for i, o := range n.Nodes {
		x, y := d.Layouts[0].Dots[2*i], d.Layouts[0].Dots[2*i+1]
		b, ok := boxes[part[o.ID]]
		if !ok {
			b = box{x, y, x, y}
		}
		boxes[part[o.ID]] = box{min(b.x0, x), min(b.y0, y), max(b.x1, x), max(b.y1, y)}
	}
	for i, a := range boxes {
		for j, b := range boxes {
			if i < j && a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1 {
				t.Errorf("parts %d and %d lie over each other: %v and %v", i, j, a, b)
			}
		}
	}
	again, err := compose.Compose(n)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(d.Layouts[0].Dots, again.Layouts[0].Dots) {
		t.Error("the same network has another layout the second time")
	}
}

// overlap reports whether the boxes of two labels' glyphs overlap.
func overlap(a, b scene.NameMark) bool {
	const ascender, descender = 0.75, 0.22 // in font sizes
	return a.At.X < b.At.X+scene.TextWidth(b.Text, b.Size, b.Bold) && b.At.X < a.At.X+scene.TextWidth(a.Text, a.Size, a.Bold) &&
		a.At.Y-ascender*a.Size < b.At.Y+descender*b.Size && b.At.Y-ascender*b.Size < a.At.Y+descender*a.Size
}

func TestNames(t *testing.T) {
	s, n := large(t, 1000)
	degree := map[string]int{}
	for _, r := range n.Relations {
		degree[r.From]++
		degree[r.To]++
	}
	fitted := s.View()
	var last []string
	for _, zoom := range []float64{1, 1.3, 2, 4, 9, 20} {
		at := n.Nodes[0].ID // the middle of the view below
		spot := s.Positions()[at]
		x, y := s.Origin()
		look(s, scene.View{X: (spot.X - x) / s.View().Zoom, Y: (spot.Y - y) / s.View().Zoom, Zoom: fitted.Zoom * zoom})
		p := seen(s)
		var names []string
		for i, a := range p.Names {
			names = append(names, a.ID)
			for _, b := range p.Names[i+1:] {
				if overlap(a, b) {
					t.Errorf("at %g times the fitted view the names %q and %q lie over each other", zoom, a.Text, b.Text)
				}
			}
		}
		if !slices.Contains(names, "n0") {
			t.Errorf("at %g times the fitted view %s, which has %d relations, has no name", zoom, "n0", degree["n0"])
		}
		inside := scene.Rect{X: 50, Y: 50, W: s.Area().W - 100, H: s.Area().H - 100} // none is cut off
		for _, id := range last {
			if spot := s.Positions()[id]; inside.Contains(spot.X, spot.Y) && !slices.Contains(names, id) {
				t.Errorf("%s loses its name when zoomed in to %g times the fitted view", id, zoom)
			}
		}
		last = names
	}
}

// Names in view stay during all gestures.
func TestLabelsDoNotFlicker(t *testing.T) {
	s, _ := large(t, 1000)
	at := s.View()
	look(s, scene.View{X: at.X, Y: at.Y, Zoom: 3})
	before := map[string]bool{}
	for _, m := range seen(s).Names {
		before[m.ID] = true
	}
	look(s, scene.View{X: at.X + 31.7, Y: at.Y - 17.3, Zoom: 3})
	spots := s.Positions()
	after := map[string]bool{}
	for _, m := range seen(s).Names {
		after[m.ID] = true
	}
	inside := scene.Rect{X: 100, Y: 60, W: 600, H: 400} // far from every edge of the view, before and after
	for id, spot := range spots {
		if inside.Contains(spot.X, spot.Y) && before[id] != after[id] {
			t.Errorf("%s had a name: %t; after the view moved: %t", id, before[id], after[id])
		}
	}
}

func TestHitFindsPoints(t *testing.T) {
	s, n := large(t, 1000)
	at := s.View()
	look(s, scene.View{X: at.X, Y: at.Y, Zoom: 12})
	hits := 0
	for id, spot := range s.Positions() {
		if !s.Area().Contains(spot.X, spot.Y) {
			continue
		}
		hits++
		if got := s.Hit(spot.X, spot.Y, 5); got != id {
			t.Errorf("a click on %s finds %q", id, got)
		}
	}
	if hits < 5 {
		t.Fatalf("only %d nodes in view", hits)
	}
	// An edge away from other elements: at a third of its length.
	found := 0
	for _, m := range seen(s).Lines {
		x, y := m.A.X+(m.B.X-m.A.X)/3, m.A.Y+(m.B.Y-m.A.Y)/3
		if got := s.Hit(x, y, 1); s.Area().Contains(x, y) && strings.HasPrefix(got, "r") {
			found++
			if got != m.ID && distanceTo(seen(s), got, x, y) > 1 {
				t.Errorf("a click on %s finds %s, which is %.1f away", m.ID, got, distanceTo(seen(s), got, x, y))
			}
		}
	}
	if found < 5 {
		t.Errorf("only %d edges of %d were found", found, len(n.Relations))
	}
}

func distanceTo(p *scene.PointPicture, id string, x, y float64) float64 {
	for _, m := range p.Lines {
		if m.ID == id {
			dx, dy := m.B.X-m.A.X, m.B.Y-m.A.Y
			t := min(max(((x-m.A.X)*dx+(y-m.A.Y)*dy)/(dx*dx+dy*dy), 0), 1)
			return math.Hypot(m.A.X+t*dx-x, m.A.Y+t*dy-y)
		}
	}
	return math.Inf(1)
}

func TestPointsHighlightNeighbourhood(t *testing.T) {
	s, n := large(t, 300)
	want := []string{"n7"}
	for _, r := range n.Relations {
		if r.From == "n7" {
			want = append(want, r.To)
		} else if r.To == "n7" {
			want = append(want, r.From)
		}
	}
	slices.Sort(want)
	s.SetState(scene.State{Select: "n7"})
	s.Advance(0.1)
	if a := s.Points().Fade(); !(a < 1 && a > scene.Defaults().Dimmed) {
		t.Errorf("after 0.1 s the rest has opacity %g; want it to fade", a)
	}
	s.Advance(1)
	var p scene.PointPicture
	var marks scene.Picture
	s.Points().Highlights(&p, &marks)
	var got []string
	for _, m := range p.Dots {
		got = append(got, m.ID)
		if m.Focus != (m.ID == "n7") {
			t.Errorf("%s is marked as selected: %t", m.ID, m.Focus)
		}
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("with n7 are %v; want %v", got, want)
	}
	if len(marks.Edges) != len(want)-1 {
		t.Errorf("%d edges are highlighted; want %d", len(marks.Edges), len(want)-1)
	}
	ends := len(marks.Ends)
	s.Points().Highlights(&p, &marks) // in the next frame
	if len(marks.Ends) != ends || ends == 0 {
		t.Errorf("%d heads in the first frame, %d in the next", ends, len(marks.Ends))
	}
	if !slices.ContainsFunc(p.Names, func(m scene.NameMark) bool { return m.ID == "n7" }) {
		t.Error("what is selected has no name")
	}
	s.SetState(scene.State{})
	s.Advance(1)
	if s.Points().Fade() != 1 {
		t.Errorf("with nothing selected the field is at %g", s.Points().Fade())
	}
}

func TestPointsAreFiltered(t *testing.T) {
	s, n := large(t, 300)
	version := s.Points().Version()
	s.SetState(scene.State{Hide: []string{"node.person", "relation.money"}})
	if s.Points().Version() == version {
		t.Error("what is hidden changes, and the field doesn't say so")
	}
	kind := map[string]network.NodeKind{}
	for _, o := range n.Nodes {
		kind[o.ID] = o.Kind
	}
	for _, m := range seen(s).Dots {
		if kind[m.ID] == network.Person {
			t.Errorf("%s is a person and shows", m.ID)
		}
	}
	for _, m := range seen(s).Lines {
		for _, r := range n.Relations {
			if r.ID == m.ID && (r.Kind == "money" || kind[r.From] == network.Person || kind[r.To] == network.Person) {
				t.Errorf("%s shows", m.ID)
			}
		}
	}
	version = s.Points().Version()
	s.SetState(scene.State{Hide: []string{"node.person", "relation.money"}, Select: "n1", Hover: "n2"})
	if s.Points().Version() != version {
		t.Error("a selection changes the whole field")
	}
}

// Frames allocate nothing: in the browser the heap never shrinks.
func TestPointsAllocateNothing(t *testing.T) {
	s, _ := large(t, 1000)
	s.SetState(scene.State{Select: "n3", View: &network.View{X: 400, Y: 300, Zoom: 3}})
	s.Advance(1)
	var p, highlighted scene.PointPicture
	var marks scene.Picture
	frame := func() {
		s.Advance(0.016)
		s.Points().Base(&p, s.View(), s.Area())
		s.Points().Highlights(&highlighted, &marks)
		s.Hit(400, 300, 5)
	}
	frame()
	if n := testing.AllocsPerRun(20, frame); n > 0 {
		t.Errorf("a frame allocates %v times", n)
	}
}

func BenchmarkPoints(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		s, _ := large(b, n)
		s.SetState(scene.State{Select: "n0"})
		s.Advance(1)
		var p, highlighted scene.PointPicture
		var marks scene.Picture
		run := func(what string, work func()) {
			b.Run(fmt.Sprint(what, "/", n), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					work()
				}
			})
		}
		run("whole", func() { s.Points().Base(&p, s.View(), s.Area()) })
		run("highlights", func() { s.Points().Highlights(&highlighted, &marks) })
		places := make([]layout.Point, n)
		for i := range places {
			places[i] = layout.Point{X: float64(i * 7919 % n), Y: float64(i * 104729 % n)}
		}
		run("names", func() { // as after each step of a layout in the page
			s.Points().SetPlaces(places)
			s.Points().Base(&p, s.View(), s.Area())
		})
		run("hit", func() { s.Hit(400, 300, 5) })
		run("select", func() { s.SetState(scene.State{Select: "n1"}); s.SetState(scene.State{Select: "n2"}) })
	}
}
