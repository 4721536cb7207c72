package compose_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/viz/compose"
	"proxynet/viz/scene"
	"proxynet/viz/svg"
)

// TestSketchDrawsUnfinishedNetworks sketches the unfinished networks that an author's
// file passes through.
func TestSketchDrawsUnfinishedNetworks(t *testing.T) {
	nodes := generated(12, 1).Nodes
	unknown := network.Relation{ID: "r", From: nodes[0].ID, To: nodes[1].ID, Kind: "undeclared", Directed: true, Verb: "knows"}
	loop := network.Relation{ID: "l", From: nodes[0].ID, To: nodes[0].ID, Kind: "arms", Directed: true, Verb: "arms"}
	for name, n := range map[string]*network.Network{
		"no node":         {ID: "n"},
		"one node":        {ID: "n", Nodes: nodes[:1]},
		"a missing root":  {ID: "n", Nodes: nodes[:2], Root: "gone", Lead: []string{"gone"}},
		"no relation":     {ID: "n", Nodes: nodes},
		"an unknown kind": {ID: "n", Nodes: nodes[:2], Relations: []network.Relation{unknown}},
		"a loop":          {ID: "n", Nodes: nodes[:2], Relations: []network.Relation{loop}},
		"no label":        {ID: "n", Nodes: []network.Node{{ID: "a"}, {ID: "b"}}},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := compose.Sketch(n, nil)
			if err != nil {
				t.Fatal(err)
			}
			drawn(t, d)
			next := *n // another node
			next.Nodes = append(next.Nodes[:len(next.Nodes):len(next.Nodes)], network.Node{ID: "more", Label: "More"})
			if d, err = compose.Sketch(&next, d); err != nil {
				t.Fatal(err)
			}
			drawn(t, d)
		})
	}
}

// drawn fails the test unless d can be shown in both layouts.
func drawn(t *testing.T, d *scene.LaidOutNetwork) {
	t.Helper()
	for _, l := range d.Layouts {
		s, err := scene.New(d, l.Name, scene.Defaults())
		if err != nil {
			t.Fatal(err)
		}
		var p scene.Picture
		s.Picture(&p)
		if got := len(p.Boxes) + len(p.Frames); got != len(d.Nodes) {
			t.Errorf("%s: %d boxes of %d nodes", l.Name, got, len(d.Nodes))
		}
		if _, err := svg.Show(d, l.Name, scene.State{}); err != nil {
			t.Error(err)
		}
	}
}

// TestSketchKeepsPlaces adds relations and nodes one by one, and checks that few of the
// existing nodes move far, in shares of the area.
func TestSketchKeepsPlaces(t *testing.T) {
	const far = 0.1
	n := generated(18, 2)
	before, err := compose.Sketch(n, nil)
	if err != nil {
		t.Fatal(err)
	}
	moved, all := 0, 0
	for k := range 12 {
		if k%4 == 3 {
			n.Nodes = append(n.Nodes, network.Node{ID: fmt.Sprint("new", k), Label: fmt.Sprint("New group ", k), Kind: network.Group})
		}
		n.Relations = append(n.Relations, network.Relation{
			ID: fmt.Sprint("more", k), From: n.Nodes[len(n.Nodes)-1].ID, To: n.Nodes[(5*k)%17].ID,
			Kind: "arms", Directed: true, Verb: "arms", Status: network.Stated,
		})
		d, err := compose.Sketch(n, before)
		if err != nil {
			t.Fatal(err)
		}
		for i, l := range d.Layouts {
			for j, p := range before.Layouts[i].Places {
				q := l.Places[j]
				all++
				if math.Hypot(p.X/before.Layouts[i].Width-q.X/l.Width, p.Y/before.Layouts[i].Height-q.Y/l.Height) > far {
					moved++
				}
			}
		}
		before = d
	}
	if t.Logf("%d of %d places change", moved, all); moved > all/10 {
		t.Errorf("%d of %d places change; want at most a tenth", moved, all)
	}
	for _, l := range before.Layouts {
		if m := measure(t, before, l.Name); m.Behind+m.Close+m.Overlaps > 0 {
			t.Errorf("%s: %v", l.Name, m.Problems)
		}
	}
}

// TestSketchNamesMissingNode checks the error for a relation to an unknown node.
func TestSketchNamesMissingNode(t *testing.T) {
	n := generated(5, 1)
	n.Relations[0].To = "gone"
	_, err := compose.Sketch(n, nil)
	if err == nil || !strings.Contains(err.Error(), `"gone"`) || !strings.Contains(err.Error(), n.Relations[0].ID) {
		t.Errorf("error %v; want one that names the relation and the node", err)
	}
}

func BenchmarkSketch(b *testing.B) {
	n, err := file.Shipped()
	if err != nil {
		b.Fatal(err)
	}
	d, err := compose.Sketch(n, nil)
	if err != nil {
		b.Fatal(err)
	}
	for name, before := range map[string]*scene.LaidOutNetwork{"new": nil, "again": d} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := compose.Sketch(n, before); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
