package web_test

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/viz/scene"
	"proxynet/web"
	"proxynet/web/language"
)

func TestLegend(t *testing.T) {
	n := &network.Network{
		Lead:     []string{"r"},
		Sources:  []network.Source{{ID: "one", Title: "One"}, {ID: "two", Title: "Two"}},
		Speakers: []network.Speaker{{ID: "article", Label: "The article", Kind: network.Article}, {ID: "takeyh", Label: "Ray Takeyh", Kind: network.Named}, {ID: "silent", Label: "Silent", Kind: network.Unnamed}},
		Passages: []network.Passage{{ID: "p", Source: "one", Speaker: "article"}, {ID: "q", Source: "two", Speaker: "takeyh"}},
		Nodes: []network.Node{
			{ID: "a", Label: "A", Kind: network.Group}, {ID: "b", Label: "B", Kind: network.Group},
			{ID: "c", Label: "C", Kind: network.Person},
		},
		Relations: []network.Relation{
			{ID: "r", From: "a", To: "b", Kind: "arms", Verb: "arms", Status: network.Stated, Passages: []string{"p", "q"}},
			{ID: "s", From: "b", To: "c", Kind: "money", Verb: "funds", Status: network.Implied, Inference: "So.", Past: true, Passages: []string{"q"}},
		},
	}
	root := parse(t, render(t, n))
	legend := all(root, func(e *html.Node) bool { return attr(e, "id") == "legend" })[0]
	var got []string
	for _, row := range all(legend, func(e *html.Node) bool { return e.DataAtom == atom.Li }) {
		first, _, _ := strings.Cut(attr(row, "data-hides"), " ")
		got = append(got, first+": "+text(row))
	}
	want := []string{
		"node.person: Person 1", "node.group: Armed or political group 2",
		"relation.arms: Arms, money, training, support 2 Arms 1 Money 1", "relation.arms: Arms 1", "relation.money: Money 1",
		"status.stated: The article says so 1", "status.implied: Implied: our reading 1",
		"speaker.article: The article 1", "speaker.takeyh: Ray Takeyh 2",
		"source.one: One 1", "source.two: Two 2",
	}
	if !slices.Equal(got, want) {
		t.Errorf("rows: got %q, want %q", got, want)
	}
	for _, key := range []string{"Drawn strongest: what this picture is about", "Over by the time of writing"} {
		if !strings.Contains(text(legend), key) {
			t.Errorf("no %q", key)
		}
	}
	if signs := all(legend, func(e *html.Node) bool { return e.Data == "svg" && strings.HasPrefix(attr(e, "class"), "sign") }); len(signs) != 2+1+2+2 {
		t.Errorf("got %d signs, want one for each kind of name, family, status and key", len(signs))
	}
	own := all(legend, func(e *html.Node) bool { return attr(e, "id") == "own-voice" })
	if len(own) != 1 || attr(own[0], "data-hides") != "status.implied" || !strings.HasSuffix(text(own[0]), "own voice 1") {
		t.Error("no switch to what is stated alone")
	}
	tokens := strings.Fields(attr(legend, "data-tokens"))
	known := len(network.NodeKinds) + len(network.RelationKinds) + len(network.Statuses) + len(n.Speakers) + len(n.Sources)
	if len(n.Sources) > 1 {
		known++ // claims of a single source
	}
	if len(tokens) != known {
		t.Errorf("tokens: got %d, want %d", len(tokens), known)
	}
	for _, token := range []string{"node.state", "relation.war", "status.resolved", "speaker.takeyh"} {
		if !slices.Contains(tokens, token) {
			t.Errorf("no token %s among %q", token, tokens)
		}
	}
}

// TestPicturesHaveTheLegendOfThePage checks that the words of the legend in pictures that
// are saved are those of the page in its language.
func TestPicturesHaveTheLegendOfThePage(t *testing.T) {
	shipped, err := file.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	for _, tag := range []string{"en", "fa", "ar"} {
		var b bytes.Buffer
		if err := web.Render(&b, web.Page{Drawing: &scene.LaidOutNetwork{Network: shipped}, Language: language.Of(tag)}); err != nil {
			t.Fatal(err)
		}
		legend := all(parse(t, b.Bytes()), func(e *html.Node) bool { return attr(e, "id") == "legend" })[0]
		words, rows := web.Notes(shipped.In(tag)).Legend, 0
		for _, row := range all(legend, func(e *html.Node) bool { return e.DataAtom == atom.Li || attr(e, "data-key") != "" }) {
			key := cmp.Or(attr(row, "data-key"), attr(row, "data-hides"))
			label := all(row, func(e *html.Node) bool { return attr(e, "class") == "label" })[0]
			if strings.HasPrefix(key, "speaker.") || strings.HasPrefix(key, "source.") {
				continue
			}
			if rows++; words[key] != text(label) {
				t.Errorf("%s: the page says %q of %s, pictures %q", tag, text(label), key, words[key])
			}
		}
		if rows < 30 {
			t.Errorf("%s: only %d rows", tag, rows)
		}
	}
}

// TestLegendListsTheKindsOfCommand checks that the kinds of command are listed visibly,
// since a higher rank must not be mistaken for command. Those of other families can be
// expanded.
func TestLegendListsTheKindsOfCommand(t *testing.T) {
	n := &network.Network{
		Nodes: []network.Node{{ID: "a", Label: "A", Kind: network.Group}, {ID: "b", Label: "B", Kind: network.Group}},
		Relations: []network.Relation{
			{ID: "r", From: "a", To: "b", Directed: true, Kind: "command", Verb: "commands", Status: network.Stated},
			{ID: "s", From: "a", To: "b", Directed: true, Kind: "above", Verb: "stands above", Status: network.Stated},
			{ID: "t", From: "a", To: "b", Directed: true, Kind: "arms", Verb: "arms", Status: network.Stated},
			{ID: "u", From: "a", To: "b", Directed: true, Kind: "money", Verb: "funds", Status: network.Stated},
		},
	}
	legend := all(parse(t, render(t, n)), func(e *html.Node) bool { return attr(e, "id") == "legend" })[0]
	row := func(token string) *html.Node {
		return all(legend, func(e *html.Node) bool { return e.DataAtom == atom.Li && attr(e, "data-hides") == token })[0]
	}
	if got := text(row("relation.above")); got != "Above in the chain 1" {
		t.Errorf("the row of what stands above reads %q", got)
	}
	for token, want := range map[string]bool{"relation.above": true, "relation.arms": false} {
		details := row(token).Parent.Parent
		open := slices.ContainsFunc(details.Attr, func(a html.Attribute) bool { return a.Key == "open" })
		if details.DataAtom != atom.Details || open != want {
			t.Errorf("%s: it is in sight: %t, want %t", token, open, want)
		}
	}
}

// TestTermsHaveTheirLanguage checks that a declared kind or family that has
// no label in the page's language is marked as being in another, in the legend,
// headings and entries.
func TestTermsHaveTheirLanguage(t *testing.T) {
	for _, test := range []struct{ tag, term, lang string }{
		{"fa", "شرکت", ""}, {"fa", "Official", "en"}, {"fa", "Contracts and payments", "en"}, {"fa", "Payments", "en"},
		{"ar", "Alleged payment", "en"}, {"en", "Official", ""},
	} {
		has := func(e *html.Node) bool { // of the element itself, without its children
			for c := e.FirstChild; c != nil; c = c.NextSibling {
				if c.Type == html.TextNode && c.Data == test.term {
					return true
				}
			}
			return false
		}
		found := all(ferry(t, test.tag, nil), has)
		for _, e := range found {
			lang := ""
			if e.DataAtom == atom.Bdi {
				lang = attr(e, "lang")
			}
			if lang != test.lang {
				t.Errorf("%s: %q in <%s> is marked %q, want %q", test.tag, test.term, e.Data, lang, test.lang)
			}
		}
		if len(found) == 0 {
			t.Errorf("%s: no %q in the page", test.tag, test.term)
		}
	}
}
