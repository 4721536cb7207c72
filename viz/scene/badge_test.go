package scene_test

import (
	"testing"

	"proxynet/network"
	"proxynet/viz/scene"
)

// TestLeadLinesShowDenials draws two denied lines of the lead that share a trunk: each
// must show the badge on its own part.
func TestLeadLinesShowDenials(t *testing.T) {
	for _, status := range []network.Status{network.Stated, network.Implied} {
		d := small()
		d.Lead = []string{"r-force", "r-second"}
		d.Relations = append(d.Relations, network.Relation{ID: "r-second", From: "root", To: "enemy", Kind: "command", Directed: true, Passages: []string{"p1"}})
		for i := range d.Relations {
			if r := &d.Relations[i]; r.ID == "r-force" || r.ID == "r-second" {
				r.Status, r.Against = status, []network.Denial{{Speaker: "witness", Says: network.Denies, Passages: []string{"p2"}}}
			}
		}
		for _, layout := range []string{"wide", "tall"} {
			s, err := scene.New(d, layout, scene.Defaults())
			if err != nil {
				t.Fatal(err)
			}
			s.SetStill(true)
			s.Advance(1)
			var p scene.Picture
			s.Picture(&p)
			denied := 0
			for _, b := range p.Badges {
				if b.Text == "≠" {
					denied++
				}
			}
			if denied != 2 {
				t.Errorf("%s, %s: got %d signs of denial, want one on each line of the lead", status, layout, denied)
			}
		}
	}
}
