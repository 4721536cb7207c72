package compose_test

import (
	"math"
	"slices"
	"testing"

	"proxynet/network"
	"proxynet/viz/compose"
	"proxynet/viz/scene"
	"proxynet/viz/svg"
)

// TestSketcher draws one layout alone, then updates it.
func TestSketcher(t *testing.T) {
	n := generated(12, 1)
	s, err := compose.NewSketcher("tall")
	if err != nil {
		t.Fatal(err)
	}
	d, err := s.Draw(n)
	if err != nil || len(d.Layouts) != 2 || d.Layouts[1].Name != "tall" || d.Layouts[1].Width > d.Layouts[1].Height {
		t.Fatalf("%v: %+v", err, d)
	}
	next, err := s.Draw(n)
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range next.Layouts[0].Places {
		if q := d.Layouts[0].Places[i]; p.X != q.X || p.Y != q.Y {
			t.Errorf("%s moves", p.ID)
		}
	}
	if _, err := svg.Show(next, "tall", scene.State{}); err != nil {
		t.Error(err)
	}
	if _, err := compose.NewSketcher("round"); err == nil {
		t.Error("there is a round layout")
	}
}

// TestSketcherKeepsPoints adds a node to a network in point mode.
func TestSketcherKeepsPoints(t *testing.T) {
	n := generated(scene.Boxed+5, 1)
	s, err := compose.NewSketcher("wide")
	if err != nil {
		t.Fatal(err)
	}
	before, err := s.Draw(n)
	if err != nil {
		t.Fatal(err)
	}
	next := *n
	next.Nodes = append(slices.Clone(n.Nodes), network.Node{ID: "more", Label: "More"})
	next.Relations = append(slices.Clone(n.Relations), network.Relation{ID: "more", From: n.Nodes[3].ID, To: "more", Kind: "arms", Directed: true, Verb: "arms"})
	after, err := s.Draw(&next)
	if err != nil {
		t.Fatal(err)
	}
	dots, was := after.Layouts[0].Dots, before.Layouts[0].Dots
	for i := range was {
		if math.Abs(dots[i]-was[i]) > 0.01 {
			t.Fatalf("node %d moves from %.1f to %.1f", i/2, was[i], dots[i])
		}
	}
	if d := math.Hypot(dots[len(was)]-was[6], dots[len(was)+1]-was[7]); d > 60 {
		t.Errorf("the new node is %.0f from its neighbour; want it near", d)
	}
	if _, err := svg.Show(after, "wide", scene.State{}); err != nil {
		t.Error(err)
	}
}

// TestSketcherKeepsPlaceOfRenamedNode changes the id of a node.
func TestSketcherKeepsPlaceOfRenamedNode(t *testing.T) {
	n := generated(8, 1)
	s, err := compose.NewSketcher("wide")
	if err != nil {
		t.Fatal(err)
	}
	before, err := s.Draw(n)
	if err != nil {
		t.Fatal(err)
	}
	next := *n
	next.Nodes, next.Relations = slices.Clone(n.Nodes), slices.Clone(n.Relations)
	old := next.Nodes[2].ID
	next.Nodes[2].ID = "renamed"
	for i := range next.Relations {
		r := &next.Relations[i]
		if r.From == old {
			r.From = "renamed"
		}
		if r.To == old {
			r.To = "renamed"
		}
	}
	after, err := s.Draw(&next)
	if err != nil {
		t.Fatal(err)
	}
	if p, q := before.Layouts[0].Places[2], after.Layouts[0].Places[2]; math.Hypot(p.X-q.X, p.Y-q.Y) > 1 {
		t.Errorf("the renamed node moves from %.0f, %.0f to %.0f, %.0f", p.X, p.Y, q.X, q.Y)
	}
}
