package web_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"proxynet/network"
	"proxynet/viz/scene"
	"proxynet/web"
	"proxynet/web/language"
)

// renderIn returns the page of a network in a language's folder.
func renderIn(t *testing.T, n *network.Network, tag string) *html.Node {
	t.Helper()
	var b bytes.Buffer
	err := web.Render(&b, web.Page{
		Drawing: &scene.LaidOutNetwork{Network: n}, Language: language.Of(tag), Folder: tag + "/",
		Wide: `<svg class="poster poster-wide"></svg>`, Tall: `<svg class="poster poster-tall"></svg>`,
		Assets: "assets/1f/", Viewer: "viewer.1f.wasm", Bytes: 9, Data: "network.1f.json", Address: "https://example.org/n/",
	})
	if err != nil {
		t.Fatal(err)
	}
	return parse(t, b.Bytes())
}

// langOf returns the language of an element of the page, from lang attributes.
func langOf(n *html.Node) string {
	for ; n != nil; n = n.Parent {
		if n.Type == html.ElementNode && attr(n, "lang") != "" {
			return attr(n, "lang")
		}
	}
	return ""
}

func latin(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Latin, r) })
}

func arabic(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Arabic, r) })
}

// TestPageIsInItsLanguage checks that a page in another language than its network's
// marks the language of every text: no interface text is in English, and no text of the
// network is marked as the page's language.
func TestPageIsInItsLanguage(t *testing.T) {
	n, _ := shipped(t)
	for _, tag := range []string{"fa", "ar"} {
		t.Run(tag, func(t *testing.T) {
			root := renderIn(t, n, tag)
			page := all(root, func(e *html.Node) bool { return e.DataAtom == atom.Html })[0]
			if attr(page, "lang") != tag || attr(page, "dir") != "rtl" {
				t.Errorf("it is marked as %q, %q", attr(page, "lang"), attr(page, "dir"))
			}
			for e := range all(root, func(e *html.Node) bool { return e.DataAtom == atom.Body })[0].Descendants() {
				if e.Type == html.TextNode && e.Parent.DataAtom != atom.Script {
					switch lang := langOf(e); {
					case latin(e.Data) && !arabic(e.Data) && lang == tag:
						t.Errorf("%q is marked as %s", e.Data, lang)
					case arabic(e.Data) && lang == "en":
						t.Errorf("%q is marked as English", e.Data)
					}
				}
				for _, key := range []string{"aria-label", "placeholder", "title", "alt", "data-announcement"} {
					if text := attr(e, key); latin(text) && !arabic(text) && text != n.Title && langOf(e) == tag {
						t.Errorf("%s=%q is not in %s", key, text, tag)
					}
				}
			}
		})
	}
}

func TestNamesInThePagesLanguageComeFirst(t *testing.T) {
	n := &network.Network{
		Lang: "en", Title: "N",
		Nodes: []network.Node{
			{ID: "a", Label: "Tehran", Kind: network.State, Names: map[string]string{"fa": "تهران", "ar": "طهران"}},
			{ID: "b", Label: "Drug smugglers", Kind: network.People},
		},
		Relations: []network.Relation{{ID: "r", From: "a", To: "b", Kind: "opposition", Directed: true, Verb: "fights", Status: network.Stated}},
	}
	found := entries(t, renderIn(t, n, "fa"))
	title := func(id string) string {
		return text(all(found[id], func(e *html.Node) bool { return attr(e, "class") == "title" })[0])
	}
	names := func(id string) string {
		return text(all(found[id], func(e *html.Node) bool { return attr(e, "class") == "names" })[0])
	}
	for _, test := range []struct{ what, got, want string }{
		{"a name in Persian", title("a"), "تهران"},
		{"its other names", names("a"), "Tehran · طهران"},
		{"a name only in English", title("b"), "Drug smugglers"},
		{"the ends of a relation", names("r"), "تهران · Drug smugglers"},
	} {
		if test.got != test.want {
			t.Errorf("%s: got %q, want %q", test.what, test.got, test.want)
		}
	}
}

func TestPageLinksToOtherLanguages(t *testing.T) {
	terms := &network.Vocabulary{Nodes: []network.NodeTerm{{Kind: "ship", Label: network.Label{"en": "Ship"}}}}
	for name, vocabulary := range map[string]*network.Vocabulary{"built-in terms": nil, "own terms": terms} {
		t.Run(name, func(t *testing.T) {
			testOtherLanguages(t, renderIn(t, &network.Network{Lang: "en", Title: "N", Vocabulary: vocabulary}, "fa"))
		})
	}
}

func testOtherLanguages(t *testing.T, root *html.Node) {
	t.Helper()
	var got []string
	for _, e := range all(root, func(e *html.Node) bool {
		return attr(e, "hreflang") != "" || attr(e, "rel") == "canonical"
	}) {
		got = append(got, strings.TrimSpace(attr(e, "hreflang")+" "+attr(e, "href")))
	}
	want := []string{
		"https://example.org/n/fa/",
		"en https://example.org/n/", "ar https://example.org/n/ar/", "fa https://example.org/n/fa/",
		"en ../", "ar ../ar/",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestEditionsOfANetworkWithTerms checks that a page does not list itself among its
// other languages if the network declares terms, whose strings are added to a copy of
// the page's language.
func TestEditionsOfANetworkWithTerms(t *testing.T) {
	n := &network.Network{Lang: "en", Title: "N", Vocabulary: &network.Vocabulary{
		Nodes: []network.NodeTerm{{Kind: "company", Like: network.Group, Label: network.Label{"en": "Company"}}},
	}}
	for tag, want := range map[string][]string{"en": {"ar", "fa"}, "ar": {"en", "fa"}} {
		var got []string
		for _, e := range all(renderIn(t, n, tag), func(e *html.Node) bool { return e.DataAtom == atom.A && attr(e, "hreflang") != "" }) {
			got = append(got, attr(e, "hreflang"))
		}
		if slices.Sort(got); !slices.Equal(got, want) {
			t.Errorf("the page in %s links to %q, want %q", tag, got, want)
		}
	}
}

func TestDatesInOtherLanguages(t *testing.T) {
	tests := []struct{ tag, edtf, want string }{
		{"fa", "2020-01-03", "۳ ژانویهٔ ۲۰۲۰"},
		{"fa", "199X", "دههٔ ۱۹۹۰"},
		{"fa", "2023-10-07/2024-02", "۷ اکتبر ۲۰۲۳ تا فوریهٔ ۲۰۲۴"},
		{"ar", "2020-01-03", "3 يناير 2020"},
		{"ar", "198X", "ثمانينيات القرن العشرين"},
		{"en", "199X", "the 1990s"},
		{"fa", "184X", "دههٔ ۱۸۴۰"},
		{"ar", "1980~/..", "منذ حوالي 1980"},
	}
	for _, test := range tests {
		n := &network.Network{Lang: "en", Events: []network.Event{{ID: "e", Label: "E", Date: &network.Date{EDTF: test.edtf, Earliest: "x"}}}}
		kicker := all(entries(t, renderIn(t, n, test.tag))["e"], func(e *html.Node) bool { return attr(e, "class") == "kicker" })
		if got := text(kicker[0]); got != test.want {
			t.Errorf("%s %s: got %q, want %q", test.tag, test.edtf, got, test.want)
		}
	}
}
