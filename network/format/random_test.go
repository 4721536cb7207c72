package format_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"proxynet/network"
	"proxynet/network/file"
)

// words that are difficult for formats: characters that are syntax in some format, and
// scripts of both directions.
var words = []string{
	"plain", "a, b; c: d", `"quoted" and 'single'`, `back\slash \n \N`, "<b>bold</b> & co", "]]>", "{a} [b] (c) -> d -- e", "=1+1", "'=1", "-5", "@x", "true", "null", "1.50", "#", "//", "/* */",
	"تهران، ایران", "حزب‌الله", "ירושלים", "東京", "Ångström é", "👩‍🚀", "a=b", "%s", "it’s “so”", "`tick`", "|pipe|", "…", "ends with …",
}

// randomNetwork returns a network that is valid in an author's file. Half of them are
// unsourced, and marked so.
func randomNetwork(t *testing.T, seed uint64) *network.Network {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 7))
	text := func() string {
		return words[r.IntN(len(words))] + " " + words[r.IntN(len(words))]
	}
	maybe := func(s string) string {
		if r.IntN(3) == 0 {
			return s
		}
		return ""
	}
	unsourced := seed%2 == 1
	n := &network.Network{
		Format: 1, ID: fmt.Sprintf("n%d", seed), Title: text(), Summary: text(), Lang: []string{"en", "fa", "zh-Hans"}[r.IntN(3)], Unsourced: unsourced,
		Sources: []network.Source{}, Speakers: []network.Speaker{}, Passages: []network.Passage{}, Events: []network.Event{},
	}
	date := func(means ...network.Meaning) *network.Date {
		expression := []string{"1980", "199X~", "2020-01-03", "1980/1988", "2020/..", "../1999", "-0004"}[r.IntN(7)]
		var claim network.Meaning
		if len(means) > 0 && r.IntN(2) == 0 {
			claim = means[r.IntN(len(means))]
		}
		d, err := file.ParsePeriod(expression, claim)
		if err != nil {
			t.Fatal(err)
		}
		if d.Words = maybe(text()); r.IntN(2) == 0 {
			d.Note, d.Resolved = text(), r.IntN(2) == 0
		}
		return &d
	}
	for i := range 1 + r.IntN(2) {
		s := network.Source{ID: fmt.Sprintf("s%d", i), Title: text(), Author: maybe(text()), Publisher: maybe(text()), URL: maybe("https://example.org/?a=b&c=%20"), Lang: "en"}
		if r.IntN(2) == 0 {
			s.Date = date()
		}
		n.Sources = append(n.Sources, s)
	}
	n.Speakers = append(n.Speakers, network.Speaker{ID: "own", Label: text(), Kind: network.Article}, network.Speaker{ID: "ann", Label: text(), Kind: network.Named, Role: maybe(text()), Node: "o0"})
	for i := range 4 + r.IntN(8) {
		p := network.Passage{
			ID: fmt.Sprintf("p%d", i), Source: n.Sources[r.IntN(len(n.Sources))].ID, Paragraph: 1 + r.IntN(9), Speaker: "own", Manner: network.Own,
			Selector: network.QuoteSelector{Exact: text(), Prefix: maybe("before "), Suffix: maybe(" after")},
		}
		if r.IntN(2) == 0 {
			start := r.IntN(100)
			p.Position = &network.Position{Start: start, End: start + len([]rune(p.Selector.Exact))}
		}
		if i%3 == 1 {
			p.Speaker, p.Manner = "ann", []network.Manner{network.Quoted, network.Paraphrased}[r.IntN(2)]
			p.Via = maybe("own")
		}
		n.Passages = append(n.Passages, p)
	}
	own := func() []string { // passages in the source's own voice
		list := []string{"p0"}
		if r.IntN(2) == 0 {
			list = append(list, "p3", "p1")
		}
		return list
	}
	n.Speakers[1].Passages = []string{n.Passages[len(n.Passages)-1].ID}
	for i := range 2 + r.IntN(6) {
		o := network.Node{ID: fmt.Sprintf("o%d", i), Label: text(), Phrase: maybe(text()), Kind: network.NodeKinds[r.IntN(len(network.NodeKinds))], Summary: text(), Passages: own()}
		if r.IntN(2) == 0 {
			o.Aliases = []string{text(), text()}
			o.Names = map[string]string{"fa": text(), "ar": text()}
			o.Same = []string{"https://www.wikidata.org/wiki/Q42", "https://example.org/a?b=c"}
		}
		if r.IntN(3) == 0 {
			o.Facts = []network.Fact{{Kind: "share", Value: "12.5", Passages: []string{"p0"}}}
		}
		if unsourced && r.IntN(2) == 0 {
			o.Summary, o.Passages = maybe(text()), nil
		}
		n.Nodes = append(n.Nodes, o)
	}
	n.Root = n.Nodes[r.IntN(len(n.Nodes))].ID
	for i := range r.IntN(12) {
		from := r.IntN(len(n.Nodes))
		to := (from + 1 + r.IntN(len(n.Nodes)-1)) % len(n.Nodes)
		rel := network.Relation{
			ID: fmt.Sprintf("r%d", i), From: n.Nodes[from].ID, To: n.Nodes[to].ID, Directed: r.IntN(2) == 0,
			Kind: network.RelationKinds[r.IntN(len(network.RelationKinds))].Kind, Verb: text(), Status: network.Stated,
			Past: r.IntN(4) == 0, Open: r.IntN(4) == 0, Note: maybe(text()), Passages: own(),
		}
		switch r.IntN(4) {
		case 0:
			rel.Status, rel.Passages = network.Attributed, []string{"p1"}
		case 1:
			rel.Status, rel.Inference = network.Implied, text()
		case 2:
			rel.Period = date(network.Meanings...)
		}
		if unsourced && r.IntN(2) == 0 {
			rel.Status, rel.Inference, rel.Passages = network.Unsourced, "", nil
		}
		if r.IntN(3) == 0 {
			denial, _ := file.ParseDate("2020-05~")
			charged, _ := file.ParseDate("2019")
			rel.Against = []network.Denial{{Speaker: "ann", Says: network.Objections[r.IntN(2)], Date: &denial, Passages: []string{"p2"}}}
			rel.Legal = []network.Stage{{Stage: network.LegalStages[r.IntN(len(network.LegalStages))], Date: &charged, Passages: []string{"p2", "p0"}}}
			rel.Facts = []network.Fact{{Kind: "amount", Value: "40000.5", Currency: "EUR", Passages: []string{"p0"}}, {Kind: "role", Value: text(), Passages: []string{"p2"}}}
		}
		if r.IntN(3) == 0 {
			n.Lead = append(n.Lead, rel.ID)
		}
		n.Relations = append(n.Relations, rel)
	}
	slices.Reverse(n.Lead)
	for i := range r.IntN(3) {
		e := network.Event{ID: fmt.Sprintf("e%d", i), Label: text(), Status: network.Stated, Summary: text(), Passages: own(), Participants: []network.Participant{{Node: "o0", Role: text()}}}
		if r.IntN(2) == 0 {
			e.Date = date(network.Within, network.Throughout)
		}
		n.Events = append(n.Events, e)
		n.Story = append(n.Story, network.StoryStep{ID: fmt.Sprintf("t%d", i), Title: text(), Text: text(), Passages: own(), State: network.StepState{ViewState: network.ViewState{Select: "o0", AsOf: "2020-01"}, Near: []string{"o1"}}})
	}
	used := map[string]bool{"p0": true}
	note := func(ids []string) {
		for _, id := range ids {
			used[id] = true
		}
	}
	for _, o := range n.Nodes {
		note(o.Cited())
	}
	for _, rel := range n.Relations {
		note(rel.Cited())
	}
	for _, e := range n.Events {
		note(e.Passages)
	}
	for _, s := range n.Story {
		note(s.Passages)
	}
	note(n.Speakers[1].Passages)
	n.Nodes[0].Passages, n.Nodes[0].Summary = []string{"p0"}, "S" // so that p0 is cited
	n.Passages = slices.DeleteFunc(n.Passages, func(p network.Passage) bool { return !used[p.ID] })
	d, err := file.Read("random", file.Encode(n))
	if err != nil {
		t.Fatalf("seed %d keeps not the rules: %v", seed, err)
	}
	return d.Network
}
