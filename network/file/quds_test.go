package file_test

import (
	"slices"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/network/file"
)

func shipped(t *testing.T) *network.Network {
	t.Helper()
	n, err := file.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestTheChainThatTheProjectIsNamedFor asks for the chains of command from
// Tehran to each group.
func TestTheChainThatTheProjectIsNamedFor(t *testing.T) {
	n := shipped(t)
	g, err := network.NewGraph(n, network.Commanding)
	if err != nil {
		t.Fatal(err)
	}
	for _, group := range []string{"hezbollah", "houthis", "iraqi-militias", "syrian-militias"} {
		chains, err := g.Chains("tehran", group, network.DefaultChainLimits())
		if err != nil {
			t.Fatal(err)
		}
		var found []string
		for _, c := range chains.List {
			nodes := []string{"tehran"}
			for _, step := range c {
				nodes = append(nodes, step.To)
			}
			found = append(found, strings.Join(nodes, " → "))
		}
		if want := "tehran → quds-force → " + group; !slices.Contains(found, want) {
			t.Errorf("chains to %s are %q; want %q among them", group, found, want)
		}
		for _, c := range chains.List {
			for _, id := range c.Relations() {
				if !slices.Contains(n.Lead, id) {
					t.Errorf("the step %s of a chain to %s is not among what the picture leads with", id, group)
				}
			}
		}
	}
}

// TestWhatTheArticleDoesNotSay holds the ties that a careless reading would add.
func TestWhatTheArticleDoesNotSay(t *testing.T) {
	n := shipped(t)
	related := func(a, b string) bool {
		return slices.ContainsFunc(n.Relations, func(r network.Relation) bool {
			return r.From == a && r.To == b || r.From == b && r.To == a
		})
	}
	for _, pair := range [][2]string{
		{"hamas", "tehran"}, {"hamas", "quds-force"}, {"hamas", "qaani"}, {"hamas", "axis"}, {"hamas", "palestinian-allies"},
		{"quds-force", "guard"}, {"soleimani", "guard"}, {"qaani", "hezbollah"}, {"qaani", "taliban"},
		{"houthis", "red-sea-shipping"}, {"houthis", "israel"}, {"iraqi-militias", "syrian-militias"},
		{"tehran", "israel"}, {"tehran", "syrian-government"}, {"tehran", "northern-alliance"}, {"us", "israel"},
		{"syria-fighters", "syrian-militias"},
	} {
		if related(pair[0], pair[1]) {
			t.Errorf("a relation joins %s and %s, of which the article says nothing", pair[0], pair[1])
		}
	}
	for _, e := range n.Events {
		if e.ID != "jordan-strike" {
			continue
		}
		for _, p := range e.Participants {
			if p.Node != "us" {
				t.Errorf("the strike in Jordan is laid to %s; the article does not say who made it", p.Node)
			}
		}
	}
	if r := find(t, n, "quds-hezbollah"); r.Status != network.Implied {
		t.Errorf("that the Quds Force stands above Hezbollah is %s; the article only implies it", r.Status)
	}
	if r := find(t, n, "axis-follows"); !r.Open || r.Status != network.Ambiguous {
		t.Error("whether the militias will listen is not left open")
	}
}

func find(t *testing.T, n *network.Network, id string) network.Relation {
	t.Helper()
	i := slices.IndexFunc(n.Relations, func(r network.Relation) bool { return r.ID == id })
	if i < 0 {
		t.Fatalf("there is no relation %s", id)
	}
	return n.Relations[i]
}

func TestPassagesAreShort(t *testing.T) {
	const most = 260 // characters: a clause or a sentence
	for _, p := range shipped(t).Passages {
		if got := len([]rune(p.Selector.Exact)); got > most {
			t.Errorf("passage %s has %d characters; want at most %d", p.ID, got, most)
		}
	}
}
