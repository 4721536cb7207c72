package file_test

import (
	"fmt"
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

// TestChainsFromTehranToEachGroup checks the chains of command from Tehran to each
// group.
func TestChainsFromTehranToEachGroup(t *testing.T) {
	n := shipped(t)
	g, err := network.NewGraph(n, network.BuiltIn.InChains)
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

// TestShippedNetworkOmitsUnsupportedTies lists relations that a careless reading would
// add, and checks that they are absent.
func TestShippedNetworkOmitsUnsupportedTies(t *testing.T) {
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
		t.Errorf("that the Quds Force commands Hezbollah is %s; the article only implies it", r.Status)
	}
	if r := find(t, n, "axis-follows"); !r.Open || r.Status != network.Ambiguous {
		t.Error("whether the militias will listen is not left open")
	}
}

// TestKindsFitTheirVerbs checks that no kind claims more than the article: command only
// where the article states it, and attacks only for attacks.
func TestKindsFitTheirVerbs(t *testing.T) {
	n := shipped(t)
	for _, r := range n.Relations {
		if r.Kind == "command" && r.Verb != "commands" && r.Verb != "commanded" {
			t.Errorf("%s is of the kind command, and reads “%s”", r.ID, r.Verb)
		}
	}
	for id, want := range map[string]network.RelationKind{
		"tehran-over-quds": "above", "quds-atop-axis": "above", "tehran-chain-axis": "above", "quds-hezbollah": "above",
		"houthis-capital": "capture", "axis-disrupts-shipping": "disruption", "alliance-toppled-taliban": "overthrow",
		"us-freed-axis": "effect", "axis-influence": "effect", "axis-self-sufficient": "effect", "axis-harder-to-restrain": "autonomy",
	} {
		if got := find(t, n, id).Kind; got != want {
			t.Errorf("%s is of the kind %s, want %s", id, got, want)
		}
	}
	if f := network.BuiltIn.Family(find(t, n, "hezbollah-deters-israel").Kind); f == network.Hostile {
		t.Error("a deterrent against attacks is drawn as an attack")
	}
	if find(t, n, "qaani-averts").Directed {
		t.Error("an arrow at the United States makes it the one that puts Qaani under pressure")
	}
}

// TestQuotesAreNotCutShort checks that quotes include the words that limit or complete
// them.
func TestQuotesAreNotCutShort(t *testing.T) {
	n := shipped(t)
	for id, want := range map[string]string{
		"p3-extended":     "across the Arab world",
		"p3-stampede":     "such huge crowds",
		"p4-task":         "now faces a difficult new task",
		"p5-volatile":     "where they have created",
		"p6-jordan":       "have the potential to",
		"p7-follow":       "What Qaani decides to do next and whether",
		"p9-control":      "That’s where the problem comes from",
		"p10-tells":       "that they end up triggering a broader regional war",
		"p11-dangerous":   "and arguably even before that",
		"p12-image":       "as evidence of the country’s growing influence",
		"p14-afghanistan": "A bureaucrat",
		"p22-backroom":    "a cult of personality",
	} {
		i := slices.IndexFunc(n.Passages, func(p network.Passage) bool { return p.ID == id })
		if i < 0 || !strings.Contains(n.Passages[i].Selector.Exact, want) {
			t.Errorf("no passage %s has the words “%s”", id, want)
		}
	}
}

// TestDatesClaimLittle checks that claims without a date in the article have none, and
// that no claim is absent at a date at which the article leaves it open.
func TestDatesClaimLittle(t *testing.T) {
	n := shipped(t)
	for _, id := range []string{
		"tehran-over-quds", "quds-houthis", "quds-iraqi-militias", "quds-syrian-militias", "qaani-client-houthis", "qaani-client-iraqi",
		"qaani-client-syrian", "tehran-directs", "qaani-uses-axis", "qaani-restrains", "tehran-restrains", "qaani-averts",
		"axis-threatens-us", "axis-attacks-us", "axis-attacks-israel", "axis-disrupts-shipping", "tehran-image", "soleimani-armed",
		"soleimani-trained", "soleimani-mobilized-axis", "soleimani-mobilized-fighters", "fighters-defended", "fighters-against-is",
		"is-against-syria", "qaani-recruited", "afghans-joined", "iran-iraq-war",
	} {
		if r := find(t, n, id); r.Period != nil {
			t.Errorf("%s is dated %s, and the article doesn't date it", id, r.Period.EDTF)
		}
	}
	day := n.Sources[0].Date.Earliest
	for _, r := range n.Relations {
		if r.Period != nil || r.Past {
			continue
		}
		for year := 1970; year <= 2030; year++ {
			m := network.DateRange{First: fmt.Sprintf("%d-01-01", year), Last: fmt.Sprintf("%d-12-31", year)}
			if r.TemporalStatus(m, day).Absent() {
				t.Fatalf("%s is absent in %d", r.ID, year)
			}
		}
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
