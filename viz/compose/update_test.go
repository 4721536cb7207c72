package compose_test

import (
	"math"
	"slices"
	"testing"

	"proxynet/network"
	"proxynet/viz/compose"
	"proxynet/viz/scene"
)

// TestUpdateKeepsPlaces goes on from the drawing of a network: what changes no
// box moves none, and a node more moves few of the others.
func TestUpdateKeepsPlaces(t *testing.T) {
	n := generated(16, 3)
	before, err := compose.With(n, compose.QuickSearch(), nil)
	if err != nil {
		t.Fatal(err)
	}
	changed := func(change func(n *network.Network)) map[string]float64 {
		t.Helper()
		next := *n
		next.Nodes, next.Relations = slices.Clone(n.Nodes), slices.Clone(n.Relations)
		change(&next)
		d, err := compose.Update(&next, before)
		if err != nil {
			t.Fatal(err)
		}
		moved := map[string]float64{}
		for i := range d.Layouts {
			for _, p := range before.Layouts[i].Places {
				k := slices.IndexFunc(d.Layouts[i].Places, func(q scene.Place) bool { return q.ID == p.ID })
				if k < 0 {
					continue
				}
				q := d.Layouts[i].Places[k]
				moved[p.ID] = max(moved[p.ID], math.Hypot(p.X-q.X, p.Y-q.Y))
			}
		}
		return moved
	}
	for id, by := range changed(func(n *network.Network) { n.Relations[len(n.Relations)-1].Verb = "talks to" }) {
		if by > 0 {
			t.Errorf("another verb moves %s by %.0f", id, by)
		}
	}
	far := 0
	for _, by := range changed(func(n *network.Network) {
		n.Relations = append(n.Relations, network.Relation{ID: "more", From: "n2", To: "n7", Kind: "arms", Directed: true, Verb: "arms", Status: network.Stated})
	}) {
		if by > 60 {
			far++
		}
	}
	if far > len(n.Nodes)/3 { // it changes the ranks of its ends, and so their sizes
		t.Errorf("another relation moves %d of %d nodes by more than 60", far, len(n.Nodes))
	}
	far = 0
	for _, by := range changed(func(n *network.Network) {
		n.Nodes = append(n.Nodes, network.Node{ID: "new", Label: "New group", Kind: network.Group})
		n.Relations = append(n.Relations, network.Relation{ID: "more", From: "n2", To: "new", Kind: "arms", Directed: true, Verb: "arms", Status: network.Stated})
	}) {
		if by > 80 {
			far++
		}
	}
	if far > len(n.Nodes)/3 {
		t.Errorf("a node more moves %d of %d others by more than 80", far, len(n.Nodes))
	}
}
