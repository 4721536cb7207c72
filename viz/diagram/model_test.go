package diagram_test

import (
	"testing"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/viz/diagram"
)

// small is a lead of two steps into a frame of three members, with an opponent, a cable
// of two families and a past relation.
func small() *network.Network {
	n := &network.Network{ID: "small", Root: "top", Lead: []string{"l1", "l2", "l3"}}
	for _, id := range []string{"top", "force", "whole", "a", "b", "c", "foe", "old"} {
		n.Nodes = append(n.Nodes, network.Node{ID: id, Label: id, Kind: network.Group})
	}
	add := func(id, from, to string, kind network.RelationKind, past bool) {
		n.Relations = append(n.Relations, network.Relation{ID: id, From: from, To: to, Kind: kind, Directed: true, Status: network.Stated, Past: past})
	}
	add("l1", "top", "force", "command", false)
	add("l2", "force", "a", "command", false)
	add("l3", "force", "b", "command", false)
	add("m1", "a", "whole", "membership", false)
	add("m2", "b", "whole", "membership", false)
	add("m3", "c", "whole", "membership", false)
	add("x1", "foe", "a", "attack", false)
	add("x2", "foe", "b", "attack", false)
	add("y1", "top", "whole", "arms", false)
	add("y2", "whole", "top", "coordination", false)
	add("z", "old", "foe", "arms", true)
	return n
}

func TestNewRanksAndFrames(t *testing.T) {
	m := diagram.New(small())
	want := []diagram.Rank{diagram.Primary, diagram.Primary, diagram.Secondary, diagram.Primary, diagram.Primary, diagram.Context, diagram.Context, diagram.Context}
	for i, v := range m.Nodes {
		if v.Rank != want[i] {
			t.Errorf("node %d has rank %d; want %d", i, v.Rank, want[i])
		}
	}
	if len(m.Frames) != 1 || m.Frames[0].Node != 2 || len(m.Frames[0].Members) != 3 {
		t.Fatalf("frames are %+v; want whole around a, b and c", m.Frames)
	}
	if m.Nodes[3].Depth != 2 || m.Nodes[0].Depth != 0 || m.Nodes[2].Depth != diagram.None {
		t.Errorf("depths are %d, %d, %d; want 2, 0 and none", m.Nodes[3].Depth, m.Nodes[0].Depth, m.Nodes[2].Depth)
	}
	if !m.Nodes[7].Past || m.Nodes[6].Past {
		t.Error("old is past, foe is not")
	}
}

func TestNewFans(t *testing.T) {
	m := diagram.New(small())
	fans := 0
	for _, n := range m.Nets {
		if n.Fan() {
			fans++
			if len(n.Leaves) != 2 || !n.Joint {
				t.Errorf("a fan is %+v; want two leaves in one frame", n)
			}
		}
	}
	if fans != 2 {
		t.Errorf("there are %d fans; want those of the lead and of the foe", fans)
	}
}

// TestNewKeepsEveryRelation checks that each relation is in one cable or shown by a
// frame, and each cable in one net that starts at one of its ends.
func TestNewKeepsEveryRelation(t *testing.T) {
	shipped, err := file.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []*network.Network{small(), shipped} {
		m := diagram.New(n)
		count := make([]int, len(n.Relations))
		for i := range m.Cables {
			groups := 0
			for _, s := range m.Cables[i].Groups {
				groups += len(s.Relations)
			}
			if groups != len(m.Cables[i].Relations) {
				t.Errorf("%s: cable %d has %d relations and %d in groups", n.ID, i, len(m.Cables[i].Relations), groups)
			}
			for _, r := range m.Cables[i].Relations {
				count[r]++
			}
		}
		for _, f := range m.Frames {
			for _, r := range f.Relations {
				count[r]++
			}
		}
		for i, c := range count {
			if c != 1 {
				t.Errorf("%s: relation %s is drawn %d times", n.ID, n.Relations[i].ID, c)
			}
		}
		nets := make([]int, len(m.Cables))
		for _, net := range m.Nets {
			for k, c := range net.Cables {
				nets[c]++
				if m.Cables[c].From != net.Hub || m.Cables[c].To != net.Leaves[k] {
					t.Errorf("%s: cable %d doesn't run from its net's hub to its leaf", n.ID, c)
				}
			}
		}
		for c, k := range nets {
			if k != 1 {
				t.Errorf("%s: cable %d is in %d nets", n.ID, c, k)
			}
		}
	}
}
