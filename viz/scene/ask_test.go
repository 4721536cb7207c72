package scene_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"proxynet/viz/scene"
)

// picture returns the drawn boxes and edges in a state, by id.
func picture(t *testing.T, state scene.State) (map[string]scene.BoxMark, map[string]scene.EdgeMark) {
	t.Helper()
	s := open(t)
	s.SetState(state)
	s.Advance(1)
	var p scene.Picture
	s.Picture(&p)
	boxes, edges := map[string]scene.BoxMark{}, map[string]scene.EdgeMark{}
	for _, b := range p.Boxes {
		boxes[b.ID] = b
	}
	for _, m := range p.Edges {
		edges[m.ID] = m
	}
	return boxes, edges
}

// matching returns the sorted ids of the marks for which is returns true, separated by
// spaces.
func matching[M any](marks map[string]M, is func(M) bool) string {
	ids := slices.Sorted(maps.Keys(marks))
	return strings.Join(slices.DeleteFunc(ids, func(id string) bool { return !is(marks[id]) }), " ")
}

func TestSetStateHighlightsAnswers(t *testing.T) {
	tests := []struct {
		name       string
		state      scene.State
		out        string // highlighted ids
		gone, lost string // nodes
		without    string // relations removed with them
		band       string // relations with their own ground
	}{
		{
			name:  "a chain",
			state: scene.State{Chain: &scene.Ends{From: "root", To: "group"}},
			out:   "force group r-force r-group root", band: "r-force r-group",
		},
		{
			name:  "no chain: its ends",
			state: scene.State{Chain: &scene.Ends{From: "enemy", To: "lone"}},
			out:   "enemy lone",
		},
		{
			name:  "without a node",
			state: scene.State{Remove: []string{"force"}},
			out:   "force group r-force r-group root", gone: "force", lost: "group", without: "r-force r-group",
		},
		{
			name:  "without a relation",
			state: scene.State{Remove: []string{"r-force"}},
			out:   "force group r-force root", lost: "force group", without: "r-force",
		},
		{
			name:  "without what no chain needs, in an edge with another",
			state: scene.State{Remove: []string{"r-arms"}},
			out:   "force group r-arms r-force r-group root",
		},
		{
			name:  "what is selected comes first",
			state: scene.State{Remove: []string{"force"}, Select: "lone"},
			out:   "lone", gone: "force", lost: "group", without: "r-force r-group",
		},
		{
			name:  "what is hidden doesn't count",
			state: scene.State{Chain: &scene.Ends{From: "root", To: "group"}, Hide: []string{"status.implied"}},
			out:   "group root",
		},
		{
			name:  "a chain of what is left",
			state: scene.State{Chain: &scene.Ends{From: "root", To: "group"}, Remove: []string{"force"}},
			out:   "group root", gone: "force", lost: "group", without: "r-force r-group",
		},
		{
			name:  "parts of another network",
			state: scene.State{Remove: []string{"nobody"}, Chain: &scene.Ends{From: "nobody", To: "root"}, Size: "weight"},
			out:   "enemy force group lone r-arms r-force r-group r-money r-open root",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			boxes, edges := picture(t, test.state)
			s := open(t)
			s.SetState(test.state)
			s.Advance(1)
			out := strings.Fields(matching(s.Emphases(), func(v float64) bool { return v == 1 }))
			for _, c := range []struct{ what, got, want string }{
				{"out", strings.Join(out, " "), test.out},
				{"gone", matching(boxes, func(b scene.BoxMark) bool { return b.Gone }), test.gone},
				{"lost", matching(boxes, func(b scene.BoxMark) bool { return b.Lost }), test.lost},
				{"without", matching(edges, func(m scene.EdgeMark) bool { return m.Gone }), test.without},
				{"on a ground", matching(edges, func(m scene.EdgeMark) bool { return m.Focus }), test.band},
			} {
				if c.got != c.want {
					t.Errorf("%s: got %q, want %q", c.what, c.got, c.want)
				}
			}
		})
	}
}

func TestPictureSizesByMeasure(t *testing.T) {
	boxes, _ := picture(t, scene.State{Size: "degree"})
	group, enemy := boxes["group"].Halo, boxes["enemy"].Halo // 5 relations, and 1
	if ratio := group * group / (enemy * enemy); ratio < 4.999 || ratio > 5.001 {
		t.Errorf("the areas are as %g to 1, want 5", ratio)
	}
	if boxes["lone"].Halo != 0 {
		t.Error("a node without relations has a size")
	}
	plain, _ := picture(t, scene.State{})
	for id, b := range boxes {
		if p := plain[id]; b.At != p.At || b.W != p.W || b.Size != p.Size {
			t.Errorf("%s is moved by its size", id)
		}
	}
}
