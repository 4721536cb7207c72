package scene_test

import (
	"maps"
	"slices"
	"testing"

	"proxynet/network"
	"proxynet/viz/scene"
)

// dated is small, with the strike in the past and the supply of arms begun.
func dated() *scene.LaidOutNetwork {
	d := small()
	for i := range d.Relations {
		switch r := &d.Relations[i]; r.ID {
		case "r-enemy":
			r.Period = &network.Date{EDTF: "2001", Earliest: "2001-01-01", Latest: "2001-12-31"}
		case "r-arms":
			r.Period = &network.Date{EDTF: "2010/..", Earliest: "2010-01-01"}
		}
	}
	return d
}

func TestStateFilter(t *testing.T) {
	all := []string{"enemy", "force", "group", "lone", "root", "r-arms", "r-enemy", "r-force", "r-group", "r-money", "r-open"}
	tests := []struct {
		name  string
		state scene.State
		gone  []string
	}{
		{"all", scene.State{}, nil},
		{"focus", scene.State{Focus: "force"}, []string{"enemy", "lone", "r-enemy"}},
		{"focus on what has no relations", scene.State{Focus: "lone"}, []string{"enemy", "force", "group", "root", "r-arms", "r-enemy", "r-force", "r-group", "r-money", "r-open"}},
		{"a date takes relations and no node", scene.State{AsOf: "2005"}, []string{"r-arms", "r-enemy"}},
		{"another date", scene.State{AsOf: "2001-06"}, []string{"r-arms"}},
		{"focus keeps neighbours of all dates", scene.State{Focus: "enemy", AsOf: "2005"}, []string{"force", "lone", "root", "r-arms", "r-enemy", "r-force", "r-group", "r-money", "r-open"}},
		{"focus knows no hidden relation", scene.State{Focus: "enemy", Hide: []string{"relation.attack"}}, []string{"force", "group", "lone", "root", "r-arms", "r-enemy", "r-force", "r-group", "r-money", "r-open"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s, err := scene.New(dated(), "wide", scene.Defaults())
			if err != nil {
				t.Fatal(err)
			}
			s.SetStill(true)
			s.SetState(test.state)
			s.Advance(1)
			shown := emphases(s)
			var gone []string
			for _, id := range all {
				if shown[id] == 0 {
					gone = append(gone, id)
				}
			}
			slices.Sort(gone)
			slices.Sort(test.gone)
			if !slices.Equal(gone, test.gone) {
				t.Errorf("gone: %v, want %v", gone, test.gone)
			}
			for id := range s.Positions() {
				if slices.Contains(gone, id) {
					t.Errorf("%s is gone and can be clicked", id)
				}
			}
		})
	}
}

// TestSetStateKeepsPlacesInTime compares the curves of all elements that stay.
func TestSetStateKeepsPlacesInTime(t *testing.T) {
	s, err := scene.New(dated(), "wide", scene.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	s.SetStill(true)
	curves := func(state scene.State) map[string][]scene.Vec {
		s.SetState(state)
		s.Advance(1)
		var p scene.Picture
		s.Picture(&p)
		m := map[string][]scene.Vec{}
		for _, st := range p.Edges {
			if !st.Casing {
				m[st.From+" "+st.To+" "+string(st.Paint)] = st.Path.Points
			}
		}
		return m
	}
	before := curves(scene.State{})
	after := curves(scene.State{AsOf: "2005"})
	for id := range maps.Keys(after) {
		if !slices.Equal(before[id], after[id]) {
			t.Errorf("%s moved from %v to %v", id, before[id], after[id])
		}
	}
	if len(after) != len(before)-1 {
		t.Errorf("%d edges after %d; want one fewer: money keeps that of arms", len(after), len(before))
	}
}

func TestDecodeState(t *testing.T) {
	s, err := scene.DecodeState([]byte(`{"select":null,"hover":null,"focus":"a","hide":["node.state"],"asOf":"2020-01","remove":["a","r"],"chain":{"from":"a","to":"b"},"size":"reach","step":"s1","view":null}`))
	if err != nil {
		t.Fatal(err)
	}
	if s.Focus != "a" || s.AsOf != "2020-01" || len(s.Remove) != 2 || s.Chain == nil || s.Chain.To != "b" || s.Size != "reach" || s.View != nil || s.Select != "" {
		t.Errorf("got %+v", s)
	}
	if _, err := scene.DecodeState([]byte(`{"asOf":"198X"}`)); err == nil {
		t.Error("an uncertain date is no date to look at")
	}
}
