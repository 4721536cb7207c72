package file_test

import (
	"slices"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/network/file"
)

func TestReadStory(t *testing.T) {
	n, err := file.Load("testdata/harbour.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if len(n.Story) != 2 {
		t.Fatalf("got %d steps, want 2", len(n.Story))
	}
	first, second := n.Story[0].State, n.Story[1].State
	if first.Select != "council-board" || !slices.Equal(first.Light, []string{"yard-board", "board"}) ||
		!slices.Equal(first.Hide, []string{"relation.opposition", "speaker.pilot", "source.gazette"}) {
		t.Errorf("the first step shows %+v", first)
	}
	if second.Focus != "board" || second.AsOf != "2021-05" || second.Size != "degree" || second.Chain == nil || *second.Chain != (network.ChainEnds{From: "yard", To: "board"}) {
		t.Errorf("the second step shows %+v", second)
	}
}

func TestStepsAreShort(t *testing.T) {
	data := string(read(t, "testdata/harbour.yaml"))
	long := strings.Replace(data, "The yard says that it does.", strings.Repeat("It says so. ", 60), 1)
	_, err := file.Read("h", []byte(long))
	if err == nil || !strings.Contains(err.Error(), "questions: the text has 719 characters") {
		t.Errorf("got %v, want a diagnostic that says how long the text is", err)
	}
}

// TestShippedStory checks that the story follows the order of the article, that each
// step shows the nodes in its text, and that it highlights nothing excluded by its
// date.
func TestShippedStory(t *testing.T) {
	n := shipped(t)
	if len(n.Story) < 6 || len(n.Story) > 9 {
		t.Errorf("the story has %d steps, want 6 to 9", len(n.Story))
	}
	day := n.Sources[0].Date.Earliest
	cited := map[string]bool{}
	for _, r := range n.Relations {
		for _, p := range r.Passages {
			cited[r.ID+" "+p] = true
		}
	}
	for _, step := range n.Story {
		if len(step.State.Light) == 0 || len(step.State.Near) == 0 {
			t.Errorf("%s: nothing is highlighted, or the view zooms to nothing", step.ID)
		}
		for _, id := range step.State.Light {
			r := find(t, n, id)
			if !slices.ContainsFunc(step.Passages, func(p string) bool { return cited[id+" "+p] }) {
				t.Errorf("%s: %s is highlighted, and none of the step's passages supports it", step.ID, id)
			}
			if step.State.AsOf == "" {
				continue
			}
			m, err := network.ParseDateRange(step.State.AsOf)
			if err != nil {
				t.Fatal(err)
			}
			if r.TemporalStatus(m, day).Absent() {
				t.Errorf("%s: %s is highlighted, and does not hold as of %s", step.ID, id, step.State.AsOf)
			}
		}
	}
}

// TestCommandersByDate follows the command of the Quds Force through time.
func TestCommandersByDate(t *testing.T) {
	n := shipped(t)
	day := n.Sources[0].Date.Earliest
	for _, test := range []struct {
		at   string
		id   string
		want network.TemporalStatus
	}{
		{"1985", "soleimani-commanded-quds", network.NotYet},
		{"2010", "soleimani-commanded-quds", network.Present},
		{"2020-01-03", "soleimani-commanded-quds", network.Present},
		{"2020-01-04", "soleimani-commanded-quds", network.Past},
		{"2019", "qaani-commands-quds", network.NotYet},
		{"2020-01", "qaani-commands-quds", network.Present},
		{"2024-02", "qaani-commands-quds", network.Present},
		{"2010", "qaani-client-houthis", network.Open},
		{"2010", "quds-hezbollah", network.Open},
		{"2024-02", "quds-hezbollah", network.Present},
		{"2023-10", "hamas-attacked-israel", network.Present},
		{"2023-11", "hamas-attacked-israel", network.Past},
		{"1985", "iran-iraq-war", network.Open},
		{"2019", "quds-houthis", network.Open},
		{"2019", "tehran-directs", network.Open},
		{"2019", "quds-atop-axis", network.Open},
		{"2020-01", "quds-atop-axis", network.Present},
		{"2024-02", "quds-atop-axis", network.Open},
		{"2023-10", "qaani-averts", network.Open},
		{"1982", "qaani-soleimani-friends", network.Open},
		{"1990", "qaani-soleimani-friends", network.Open},
		{"2023-09", "qaani-tells", network.NotYet},
		{"2021", "qaani-recruited", network.Open},
		{"1981", "guard-defends", network.Past},
		{"2024-02", "soleimani-armed", network.Past},
	} {
		m, err := network.ParseDateRange(test.at)
		if err != nil {
			t.Fatal(err)
		}
		r := find(t, n, test.id)
		if got := r.TemporalStatus(m, day); got != test.want {
			t.Errorf("%s as of %s: got %d, want %d", test.id, test.at, got, test.want)
		}
	}
}
