package scene_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/viz/compose"
	"proxynet/viz/scene"
)

// TestComposePutsRootOnTop composes a chain of command, given bottom up, and checks
// that every layout has the root at the top.
func TestComposePutsRootOnTop(t *testing.T) {
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
	relate("member", "root", "attack") // implies no order from top to bottom
	d, err := compose.Compose(n)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := len(d.Layouts), 2; got != want {
		t.Fatalf("%d layouts; want %d", got, want)
	}
	for _, l := range d.Layouts {
		top := map[string]float64{}
		for _, p := range l.Places {
			top[p.ID] = p.Y - p.H/2
		}
		for _, above := range [][2]string{{"root", "chief"}, {"root", "force"}, {"chief", "force"}, {"force", "group"}, {"group", "member"}} {
			if top[above[0]] > top[above[1]] {
				t.Errorf("%s: %s is below %s", l.Name, above[0], above[1])
			}
		}
	}
}

func TestWrapEvensOutLines(t *testing.T) {
	n := &network.Network{ID: "n", Root: "a", Nodes: []network.Node{
		{ID: "a", Label: "One", Kind: network.Group},
		{ID: "b", Label: "Fighters mobilized for Syria", Kind: network.Group},
		{ID: "c", Label: "Palestinian-territory allies", Kind: network.Group},
		{ID: "d", Label: "حزب الله", Kind: network.Group},
		{ID: "e", Label: "Donaudampfschifffahrtsgesellschaft", Kind: network.Group},
	}}
	d, err := compose.Compose(n)
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"One"}, {"Fighters", "mobilized", "for Syria"}, {"Palestinian-", "territory allies"}, {"حزب الله"}, {"Donaudampfschifffahrtsgesellschaft"}}
	for i, p := range d.Layouts[1].Places {
		if !slices.Equal(p.Lines, want[i]) {
			t.Errorf("%q is broken into %q; want %q", n.Nodes[i].Label, p.Lines, want[i])
		}
		for _, line := range p.Lines {
			if w := scene.TextWidth(line, p.Size, p.Bold); w > p.W {
				t.Errorf("%q is %.0f wide in a box of %.0f", line, w, p.W)
			}
		}
	}
}

func TestComposeFitsNamesInOtherLanguages(t *testing.T) {
	n := &network.Network{ID: "n", Root: "a", Nodes: []network.Node{
		{ID: "a", Label: "Iran", Kind: network.State, Names: map[string]string{"fa": "جمهوری اسلامی ایران", "xx": "unasked"}},
		{ID: "b", Label: "Revolutionary Guard", Kind: network.Force, Names: map[string]string{"fa": "سپاه پاسداران انقلاب اسلامی"}},
		{ID: "c", Label: "Axis of resistance", Kind: network.Alliance},
	}}
	d, err := compose.Compose(n, compose.Language{Tag: "fa", Words: compose.English()})
	if err != nil {
		t.Fatal(err)
	}
	in := d.In("fa")
	for i, l := range d.Layouts {
		for j, p := range l.Places {
			got := in.Layouts[i].Places[j]
			if got.X != l.Width-p.X || got.Y != p.Y || got.W != p.W || got.H != p.H {
				t.Errorf("%s: %q is not mirrored, or moves with its language", l.Name, p.ID)
			}
			want := n.Nodes[j].Names["fa"]
			if want == "" {
				want = n.Nodes[j].Label
			}
			if label := strings.Join(got.Lines, " "); label != want {
				t.Errorf("%s: %q says %q; want %q", l.Name, p.ID, label, want)
			}
			for _, line := range got.Lines {
				if w := scene.TextWidth(line, got.Size, true); w > p.W {
					t.Errorf("%s: %q is %.0f wide in a box of %.0f", l.Name, line, w, p.W)
				}
			}
			if h := float64(len(got.Lines)) * got.Size; h > p.H {
				t.Errorf("%s: %q is %.0f high in a box of %.0f", l.Name, got.Lines, h, p.H)
			}
			if len(p.In) > 1 {
				t.Errorf("%s: %q has names in languages that were not asked for: %v", l.Name, p.ID, p.In)
			}
		}
	}
}

// Many long names are no error: the area grows in height until they fit.
func TestComposeWithLongLabels(t *testing.T) {
	n := &network.Network{ID: "long"}
	for i := range 30 {
		n.Nodes = append(n.Nodes, network.Node{ID: fmt.Sprint("n", i), Label: fmt.Sprintf("The Provisional Committee for Extraordinary Maritime Affairs and Fisheries No. %d", i)})
	}
	d, err := compose.Compose(n)
	if err != nil {
		t.Fatal(err)
	}
	for i, l := range d.Layouts {
		f := scene.Formats[i]
		if l.Width < f.Width || l.Width > f.Width*f.Label/scene.Legible {
			t.Errorf("%s is %g wide, in an area of %g", l.Name, l.Width, f.Width)
		}
		for _, p := range l.Places {
			if p.X-p.W/2 < 0 || p.X+p.W/2 > l.Width || p.Y-p.H/2 < 0 || p.Y+p.H/2 > l.Height {
				t.Errorf("%s: %s is outside", l.Name, p.ID)
			}
		}
	}
	if l := &d.Layouts[1]; !l.Long() {
		t.Error("all fits: this tests nothing")
	}
}
