package scene_test

import (
	"slices"
	"testing"

	"proxynet/network"
	"proxynet/viz/scene"
)

// TestTheRootStandsOnTop composes a chain of command, given bottom up, and looks
// whether it reads from the root down in every layout.
func TestTheRootStandsOnTop(t *testing.T) {
	n := &network.Network{ID: "n", Root: "root"}
	for _, id := range []string{"member", "group", "force", "chief", "root"} {
		n.Nodes = append(n.Nodes, network.Node{ID: id, Label: "The " + id, Kind: network.Group})
	}
	relate := func(from, to string, kind network.RelationKind) {
		n.Relations = append(n.Relations, network.Relation{ID: from + "-" + to, From: from, To: to, Kind: kind})
	}
	relate("root", "force", "command")
	relate("chief", "force", "command")
	relate("chief", "root", "office")
	relate("force", "group", "command")
	relate("member", "group", "membership")
	relate("member", "root", "attack") // says nothing of above and below
	d, err := scene.Compose(n)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := len(d.Layouts), 2; got != want {
		t.Fatalf("%d layouts; want %d", got, want)
	}
	for _, l := range d.Layouts {
		var order []string
		places := slices.Clone(l.Places)
		slices.SortFunc(places, func(a, b scene.Place) int { return int(a.Y) - int(b.Y) })
		for _, p := range places {
			order = append(order, p.ID)
		}
		if want := []string{"root", "chief", "force", "group", "member"}; !slices.Equal(order, want) {
			t.Errorf("%s reads %v from the top; want %v", l.Name, order, want)
		}
	}
}

func TestLabelsAreBrokenEvenly(t *testing.T) {
	n := &network.Network{ID: "n", Root: "a", Nodes: []network.Node{
		{ID: "a", Label: "One", Kind: network.Group},
		{ID: "b", Label: "Fighters mobilized for Syria", Kind: network.Group},
		{ID: "c", Label: "Palestinian-territory allies", Kind: network.Group},
		{ID: "d", Label: "حزب الله", Kind: network.Group},
		{ID: "e", Label: "Donaudampfschifffahrtsgesellschaft", Kind: network.Group},
	}}
	d, err := scene.Compose(n)
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"One"}, {"Fighters", "mobilized", "for Syria"}, {"Palestinian-", "territory", "allies"}, {"حزب الله"}, {"Donaudampfschifffahrtsgesellschaft"}}
	for i, p := range d.Layouts[1].Places {
		if !slices.Equal(p.Lines, want[i]) {
			t.Errorf("%q is broken into %q; want %q", n.Nodes[i].Label, p.Lines, want[i])
		}
		for _, line := range p.Lines {
			if w := scene.TextWidth(line, p.Size, true); w > p.W {
				t.Errorf("%q is %.0f wide in a box of %.0f", line, w, p.W)
			}
		}
	}
}
