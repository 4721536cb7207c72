package network_test

import (
	"bytes"
	"encoding/csv"
	"reflect"
	"slices"
	"strings"
	"testing"

	"proxynet/network"
)

// shown is a network of two forces and a person, with claims from two texts.
func shown() *network.Network {
	return &network.Network{
		Format: network.FormatVersion, ID: "n", Title: "N", Lang: "en", Root: "a", Lead: []string{"ab", "bc"},
		Sources: []network.Source{{ID: "s1", Title: "One", Publisher: "P"}, {ID: "s2", Title: "=Two"}},
		Speakers: []network.Speaker{
			{ID: "article", Label: "The article", Kind: network.Article},
			{ID: "witness", Label: "A witness", Kind: network.Named, Node: "c", Passages: []string{"p3"}},
			{ID: "nobody", Label: "Nobody", Kind: network.Unnamed},
		},
		Passages: []network.Passage{
			{ID: "p1", Source: "s1", Paragraph: 1, Selector: network.QuoteSelector{Exact: "one, “two”\nthree"}, Speaker: "article"},
			{ID: "p2", Source: "s2", Paragraph: 22, Selector: network.QuoteSelector{Exact: `=HYPERLINK("http://x")`}, Speaker: "witness", Via: "article"},
			{ID: "p3", Source: "s1", Paragraph: 3, Selector: network.QuoteSelector{Exact: "a witness"}, Speaker: "article"},
			{ID: "p4", Source: "s2", Paragraph: 4, Selector: network.QuoteSelector{Exact: "nobody says"}, Speaker: "nobody"},
		},
		Nodes: []network.Node{
			{ID: "a", Label: "A", Kind: network.Force, Passages: []string{"p1"}},
			{ID: "b", Label: "-B", Kind: network.Force, Passages: []string{"p1"}},
			{ID: "c", Label: "@C", Kind: network.Person, Passages: []string{"p4"}},
		},
		Relations: []network.Relation{
			{ID: "ab", From: "a", To: "b", Kind: "command", Verb: "commands", Status: network.Stated, Passages: []string{"p1", "p2"}},
			{ID: "bc", From: "b", To: "c", Kind: "arms", Verb: "arms", Status: network.Implied, Inference: "+so", Past: true, Passages: []string{"p2"},
				Period: &network.Date{EDTF: "-0044-03-15", Earliest: "-0044-03-15", Latest: "-0044-03-15", Resolved: true}},
		},
		Events: []network.Event{
			{ID: "e1", Label: "E1", Participants: []network.Participant{{Node: "a"}, {Node: "b"}}, Passages: []string{"p1"}, Date: &network.Date{EDTF: "2020", Earliest: "2020-01-01", Latest: "2020-12-31"}},
			{ID: "e2", Label: "E2", Participants: []network.Participant{{Node: "c"}}, Passages: []string{"p4"}},
		},
		Story: []network.StoryStep{{ID: "step"}},
	}
}

// ids lists the ids of a network's records.
func ids(n *network.Network) string {
	var all []string
	for _, v := range n.Nodes {
		all = append(all, v.ID)
	}
	for _, r := range n.Relations {
		all = append(all, r.ID)
	}
	for _, e := range n.Events {
		all = append(all, e.ID)
	}
	for _, p := range n.Passages {
		all = append(all, p.ID)
	}
	for _, s := range n.Speakers {
		all = append(all, s.ID)
	}
	for _, s := range n.Sources {
		all = append(all, s.ID)
	}
	return strings.Join(all, " ")
}

func TestExcerpt(t *testing.T) {
	tests := []struct {
		name   string
		hide   []string
		at     string
		focus  string
		remove []string
		want   string
	}{
		{"all", nil, "", "", nil, "a b c ab bc e1 e2 p1 p2 p3 p4 article witness nobody s1 s2"},
		{"a kind of node", []string{"node.person"}, "", "", nil, "a b ab e1 p1 p2 p3 article witness s1 s2"},
		{"a kind of relation", []string{"relation.command"}, "", "", nil, "a b c bc e1 e2 p1 p2 p3 p4 article witness nobody s1 s2"},
		{"a speaker: what no other says", []string{"speaker.witness"}, "", "", nil, "a b c ab e1 e2 p1 p2 p3 p4 article witness nobody s1 s2"},
		{"a date", nil, "2021", "", nil, "a b c ab e2 p1 p2 p3 p4 article witness nobody s1 s2"},
		{"a node's surroundings", nil, "", "a", nil, "a b ab e1 p1 p2 p3 article witness s1 s2"},
		{"a node taken out", nil, "", "", []string{"a"}, "b c bc e2 p1 p2 p3 p4 article witness nobody s1 s2"},
		{"a relation taken out", nil, "", "", []string{"bc"}, "a b c ab e1 e2 p1 p2 p3 p4 article witness nobody s1 s2"},
		{"nothing left", []string{"node.person", "node.force"}, "", "", nil, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			n := shown()
			var at *network.DateRange
			if test.at != "" {
				m, err := network.ParseDateRange(test.at)
				if err != nil {
					t.Fatal(err)
				}
				at = &m
			}
			got := network.Excerpt(n, network.NewFilter(n, test.hide, at), test.focus, test.remove)
			if ids(got) != test.want {
				t.Errorf("got  %s\nwant %s", ids(got), test.want)
			}
			if !reflect.DeepEqual(n, shown()) {
				t.Error("the network itself has changed")
			}
			if data, err := network.Encode(got); err != nil {
				t.Error(err)
			} else if _, err := network.Decode(data); err != nil {
				t.Error(err)
			}
			if slices.Contains(test.remove, "a") && (got.Root != "" || !slices.Equal(got.Lead, []string{"bc"})) {
				t.Errorf("it leads with %v from %q, which isn't there", got.Lead, got.Root)
			}
		})
	}
}

func TestWriteClaims(t *testing.T) {
	var b bytes.Buffer
	if err := network.WriteClaims(&b, shown()); err != nil {
		t.Fatal(err)
	}
	text, marked := strings.CutPrefix(b.String(), "\ufeff")
	if !marked {
		t.Error("no byte order mark")
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"id", "from", "verb", "to", "kind", "status", "past", "period", "period means", "period worked out", "speakers", "passages", "paragraphs", "sources", "our reading", "our note"},
		{"ab", "A", "commands", "'-B", "command", "stated", "", "", "", "", "The article | A witness (through The article)", "one, “two”\nthree | =HYPERLINK(\"http://x\")", "1 | 22", "One (P) | =Two", "", ""},
		{"bc", "'-B", "arms", "'@C", "arms", "implied", "yes", "'-0044-03-15", "within", "yes", "A witness (through The article)", "'=HYPERLINK(\"http://x\")", "22", "'=Two", "'+so", ""},
	}
	if !reflect.DeepEqual(rows, want) {
		t.Errorf("got  %q\nwant %q", rows, want)
	}
}
