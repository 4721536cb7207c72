package network_test

import (
	"slices"
	"testing"

	"proxynet/network"
)

// writtenBy is a network from two sources: a person and a force with five relations.
func writtenBy() *network.Network {
	day := func(edtf, earliest, latest string) *network.Date {
		return &network.Date{EDTF: edtf, Earliest: earliest, Latest: latest}
	}
	relation := func(id string, kind network.RelationKind, status network.Status, passages ...string) network.Relation {
		return network.Relation{ID: id, From: "person", To: "force", Directed: true, Kind: kind, Status: status, Passages: passages}
	}
	n := &network.Network{
		Sources: []network.Source{
			{ID: "old", Date: day("2010", "2010-01-01", "2010-12-31")},
			{ID: "new", Date: day("2024-02", "2024-02-01", "2024-02-29")},
		},
		Passages: []network.Passage{
			{ID: "p-old", Source: "old", Speaker: "article"},
			{ID: "p-new", Source: "new", Speaker: "article"},
			{ID: "p-witness", Source: "new", Speaker: "witness"},
		},
		Nodes: []network.Node{{ID: "person", Kind: network.Person}, {ID: "force", Kind: network.Force}},
		Relations: []network.Relation{
			relation("commands", "command", network.Stated, "p-old", "p-new"),
			relation("arms", "arms", network.Attributed, "p-witness"),
			relation("pays", "money", network.Implied, "p-old"),
			relation("armed", "arms", network.Stated, "p-old"),
			relation("killed", "killing", network.Stated, "p-new", "p-witness"),
		},
	}
	n.Relations[3].Past = true
	n.Relations[4].Past, n.Relations[4].Period = true, day("2020-01-03", "2020-01-03", "2020-01-03")
	return n
}

func TestFilter(t *testing.T) {
	tests := []struct {
		name string
		hide []string
		at   string
		want []string // remaining relations
	}{
		{"nothing hidden", nil, "", []string{"commands", "arms", "pays", "armed", "killed"}},
		{"a kind of relation", []string{"relation.arms"}, "", []string{"commands", "pays", "killed"}},
		{"a status", []string{"status.implied"}, "", []string{"commands", "arms", "armed", "killed"}},
		{"a speaker: only what no other says", []string{"speaker.witness"}, "", []string{"commands", "pays", "armed", "killed"}},
		{"a source: only what no other has", []string{"source.old"}, "", []string{"commands", "arms", "killed"}},
		{"speaker and source together", []string{"source.old", "speaker.witness"}, "", []string{"commands", "killed"}},
		{"a kind of node takes its relations along", []string{"node.person"}, "", nil},
		{"a date", nil, "2020", []string{"commands", "arms", "pays", "killed"}},
		{"a date before the source that has it in the past", nil, "2009", []string{"commands", "arms", "pays", "armed"}},
		{"a date and a status", []string{"status.implied"}, "2020-01-03", []string{"commands", "arms", "killed"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			n := writtenBy()
			var at *network.DateRange
			if test.at != "" {
				m, err := network.ParseDateRange(test.at)
				if err != nil {
					t.Fatal(err)
				}
				at = &m
			}
			counts := network.NewFilter(n, test.hide, at).Shown(n, network.EveryRelation)
			var got []string
			for i := range n.Relations {
				if counts(&n.Relations[i]) {
					got = append(got, n.Relations[i].ID)
				}
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}
