package scene_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"proxynet/network"
	"proxynet/viz/diagram"
	"proxynet/viz/scene"
)

// TestCableOpensOnZoom zooms in on the cable with the most relations: each of them has
// its own line, end and clickable point within the width of the cable.
func TestCableOpensOnZoom(t *testing.T) {
	d := shipped(t)
	count := map[[2]string][]string{}
	var most [2]string
	for i := range d.Relations {
		r := &d.Relations[i]
		pair := [2]string{min(r.From, r.To), max(r.From, r.To)}
		if count[pair] = append(count[pair], r.ID); len(count[pair]) > len(count[most]) {
			most = pair
		}
	}
	ids := count[most]
	lines := func(s *scene.Scene) (of []string, low, high float64) {
		low, high = math.Inf(1), math.Inf(-1)
		p := drawn(s)
		for _, e := range p.Edges {
			if slices.Contains(ids, e.ID) && !e.Casing {
				of = append(of, e.ID)
				// The first segment is vertical or horizontal: the lines differ in the
				// other coordinate.
				a, b := e.Path.Points[0], e.Path.Points[1]
				at := a.X
				if math.Abs(a.Y-b.Y) < math.Abs(a.X-b.X) {
					at = a.Y
				}
				low, high = min(low, at-e.Line.Width/2), max(high, at+e.Line.Width/2)
			}
		}
		return of, low, high
	}
	for _, l := range d.Layouts {
		area := scene.Rect{W: l.Width, H: l.Height}
		s := sceneIn(t, d, [2]scene.Rect{area, area})
		closed, low, high := lines(s)
		if len(closed) >= len(ids) {
			t.Fatalf("%s: %d lines for %d relations: this tests nothing", l.Name, len(closed), len(ids))
		}
		lookAt := func(id string) scene.Spot {
			at, v := s.Positions()[id], s.View()
			x, y := s.Origin()
			s.SetState(scene.State{View: &network.View{X: (at.X - x) / v.Zoom, Y: (at.Y - y) / v.Zoom, Zoom: 7}})
			s.Advance(1)
			return s.Positions()[id]
		}
		lookAt(ids[0])
		open, from, to := lines(s)
		slices.Sort(open)
		if len(open) != len(ids) || len(slices.Compact(open)) != len(ids) {
			t.Errorf("%s: %d lines for %d relations", l.Name, len(open), len(ids))
		}
		if from < low-0.7 || to > high+0.7 { // the space around a cable
			t.Errorf("%s: the cable has grown from %.1f–%.1f to %.1f–%.1f", l.Name, low, high, from, to)
		}
		p := drawn(s)
		for _, id := range ids {
			if spot := lookAt(id); s.Hit(spot.X, spot.Y, 0) != id {
				t.Errorf("%s: a click at %s, %v, finds %q", l.Name, id, spot, s.Hit(spot.X, spot.Y, 0))
			}
			directed := d.Relations[slices.IndexFunc(d.Relations, func(r network.Relation) bool { return r.ID == id })].Directed
			if ends := slices.ContainsFunc(p.Ends, func(m scene.EndMark) bool { return m.ID == id }); ends != directed {
				t.Errorf("%s: %s has a mark at its end: %t; directed: %t", l.Name, id, ends, directed)
			}
		}
		s.SetState(scene.State{})
		s.Advance(1)
		if again, _, _ := lines(s); !slices.Equal(again, closed) {
			t.Errorf("%s: zoomed out, there are %d lines; want %d", l.Name, len(again), len(closed))
		}
	}
}

// TestCableShowsCount checks that each cable of many relations shows their count, in
// words beside it or on it, also in other digits, and not while some of them are
// hidden.
func TestCableShowsCount(t *testing.T) {
	d := shipped(t)
	m := diagram.New(d.Network)
	for i := range d.Layouts {
		l := &d.Layouts[i]
		said := map[int]string{}
		for _, b := range l.Labels {
			said[b.Cable] = b.Lines[0]
		}
		for _, c := range l.Counts {
			if said[c.Cable] != "" {
				t.Errorf("%s: cable %d has both %q and %q", l.Name, c.Cable, said[c.Cable], c.Text)
			}
			said[c.Cable] = c.Text
		}
		for k := range m.Cables {
			n := len(m.Cables[k].Relations)
			if got := said[k]; n >= scene.Labelled && m.Cables[k].Class != diagram.Lead && got != fmt.Sprint(n) && got != fmt.Sprint(n, " relations") {
				t.Errorf("%s: a cable of %d relations says %q", l.Name, n, got)
			}
		}
		s, err := scene.New(d, l.Name, scene.Defaults())
		if err != nil {
			t.Fatal(err)
		}
		counts := func() int {
			n := 0
			for _, b := range drawn(s).Badges {
				if b.Face == scene.Count {
					n++
				}
			}
			return n
		}
		all := counts() // a line too short for its count has none
		if all > len(l.Counts) || all < len(l.Counts)-1 {
			t.Errorf("%s: %d counts are drawn; want %d", l.Name, all, len(l.Counts))
		}
		s.SetState(scene.State{Hide: []string{"status.stated"}})
		s.Advance(1)
		if len(l.Counts) > 0 && counts() >= all {
			t.Errorf("%s: relations are hidden and all counts remain", l.Name)
		}
	}
}
