package web_test

import (
	"slices"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/viz/compose"
	"proxynet/web"
)

// TestPictureLabelsItsLead checks the site's drawing of the shipped network: in both
// layouts and every language the lead is labelled with its verb, in legible type and
// over no box.
func TestPictureLabelsItsLead(t *testing.T) {
	n, err := file.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	d, err := compose.Compose(n, web.PictureLanguages()...)
	if err != nil {
		t.Fatal(err)
	}
	verbs := map[string]string{"en": "stands above", "fa": "بالاتر از … است", "ar": "فوق … في التسلسل"}
	for tag, implied := range map[string]string{"en": "(implied)", "fa": "(ضمنی)", "ar": "(ضمني)"} {
		for _, l := range d.In(tag).Layouts {
			labels := 0
			for _, label := range l.Labels {
				last := len(label.Lines) - 1
				if strings.Join(label.Lines[:last], " ") == verbs[tag] {
					labels++
					if label.Lines[last] != implied {
						t.Errorf("%s in %s: the label of the lead is %q", l.Name, tag, label.Lines)
					}
				}
				if label.Size < 12 || l.Name == "wide" && label.Size < 13 {
					t.Errorf("%s: %q has size %g", l.Name, label.Lines, label.Size)
				}
				for _, p := range l.Places {
					overlap := label.X < p.X+p.W/2 && label.X+label.W > p.X-p.W/2 && label.Y < p.Y+p.H/2 && label.Y+label.H > p.Y-p.H/2
					if overlap && p.ID != "axis" {
						t.Errorf("%s: %q covers %s", l.Name, label.Lines, p.ID)
					}
				}
			}
			if labels != 1 {
				t.Errorf("%s in %s: the lead has %d labels with its verb; want one", l.Name, tag, labels)
			}
		}
	}
}

// TestPictureCountsRelations checks the label of a line of many relations: their
// number, and the number in each direction.
func TestPictureCountsRelations(t *testing.T) {
	n := &network.Network{ID: "n", Title: "T", Lang: "en", Nodes: []network.Node{{ID: "a", Label: "A", Kind: network.State}, {ID: "b", Label: "B", Kind: network.State}, {ID: "c", Label: "C", Kind: network.State}}}
	add := func(id, from, to string, directed bool) {
		n.Relations = append(n.Relations, network.Relation{ID: id, From: from, To: to, Directed: directed, Kind: "arms", Verb: "arms", Status: network.Stated})
	}
	add("r1", "a", "b", true)
	add("r2", "a", "b", true)
	add("r3", "b", "a", true)
	add("r4", "a", "b", false)
	add("s", "b", "c", true)
	d, err := compose.Compose(n, web.PictureLanguages()...)
	if err != nil {
		t.Fatal(err)
	}
	for tag, want := range map[string][]string{"en": {"4 relations", "2 1 1"}, "fa": {"۴ رابطه", "۲ ۱ ۱"}} {
		for _, l := range d.In(tag).Layouts {
			if len(l.Labels) == 0 {
				t.Fatalf("%s: there are no labels", l.Name)
			}
			got := slices.Clone(l.Labels[0].Lines)
			for _, arrow := range []string{"→", "←", "↔", "↑", "↓", "↕"} {
				got[1] = strings.ReplaceAll(got[1], arrow, "")
			}
			got[1] = strings.Join(strings.Fields(got[1]), " ")
			if !slices.Equal(got, want) {
				t.Errorf("%s in %s: got %q, want %q", l.Name, tag, got, want)
			}
		}
	}
}
