package web_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"proxynet/network"
)

// TestTranslatedPagesAreComplete checks the pages of the shipped network in its
// translations: the only English texts are the source's, and other names of nodes.
func TestTranslatedPagesAreComplete(t *testing.T) {
	n, _ := shipped(t)
	source := n.Sources[0]
	for _, tag := range []string{"fa", "ar"} {
		t.Run(tag, func(t *testing.T) {
			root := renderIn(t, n, tag)
			title := all(root, func(e *html.Node) bool { return e.DataAtom == atom.Title })[0]
			if got, want := text(title), n.In(tag).Title; got != want || latin(got) {
				t.Errorf("the page’s title is %q, want %q", got, want)
			}
			for _, meta := range all(root, func(e *html.Node) bool {
				return strings.HasPrefix(attr(e, "property"), "og:") || attr(e, "name") == "description"
			}) {
				if content := attr(meta, "content"); latin(content) && !arabic(content) && strings.Contains(content, " ") {
					t.Errorf("%s%s is %q", attr(meta, "property"), attr(meta, "name"), content)
				}
			}
			seen := 0
			for e := range all(root, func(e *html.Node) bool { return e.DataAtom == atom.Body })[0].Descendants() {
				if e.Type != html.TextNode || langOf(e) != "en" || !latin(e.Data) {
					continue
				}
				if e.Data == source.Author || e.Data == source.Publisher || theirs(e) {
					seen++
					continue
				}
				t.Errorf("%q is in English", e.Data)
			}
			if seen < 100 {
				t.Errorf("only %d texts of the source", seen)
			}
		})
	}
}

// theirs reports whether a text is the source's or another name of a node.
func theirs(e *html.Node) bool {
	for ; e != nil; e = e.Parent {
		class := strings.Fields(attr(e, "class"))
		switch {
		case e.DataAtom == atom.Cite, e.DataAtom == atom.Blockquote, e.DataAtom == atom.Kbd, attr(e, "hreflang") != "":
			return true
		case slices.ContainsFunc(class, func(c string) bool { return c == "names" || c == "also" || c == "words" }):
			return true
		}
	}
	return false
}

// TestHalfTranslatedSentencesFallBack checks relations whose verb or end is not
// translated: no sentence may mix languages.
func TestHalfTranslatedSentencesFallBack(t *testing.T) {
	n := &network.Network{
		Lang: "en", Title: "N",
		Nodes: []network.Node{
			{ID: "a", Label: "Mill", Phrase: "the mill", Kind: network.State},
			{ID: "b", Label: "Bakers", Kind: network.People},
			{ID: "c", Label: "Eaters", Kind: network.People},
		},
		Relations: []network.Relation{
			{ID: "whole", From: "a", To: "b", Kind: "arms", Directed: true, Verb: "feeds", Status: network.Stated},
			{ID: "end", From: "b", To: "c", Kind: "arms", Directed: true, Verb: "feed", Status: network.Stated},
			{ID: "verb", From: "b", To: "a", Kind: "arms", Directed: true, Verb: "thank", Status: network.Stated, Note: "Often."},
		},
		Translations: []network.Translation{{Lang: "fa", Texts: map[string]map[string]string{
			"a": {"label": "آسیاب"}, "b": {"label": "نانواها"}, "whole": {"verb": "به … نان می‌دهد"}, "end": {"verb": "به … نان می‌دهند"},
		}}},
	}
	found := entries(t, renderIn(t, n, "fa"))
	for id, want := range map[string]struct{ sentence, lang string }{
		"whole": {"آسیاب به نانواها نان می‌دهد", ""},
		"end":   {"Bakers feed Eaters", "en"},
		"verb":  {"Bakers thank the mill", "en"},
	} {
		title := all(found[id], func(e *html.Node) bool { return strings.Contains(attr(e, "class"), "sentence") })[0]
		if got := text(title); got != want.sentence || attr(title, "lang") != want.lang {
			t.Errorf("%s: got %q in %q, want %q in %q", id, got, attr(title, "lang"), want.sentence, want.lang)
		}
	}
	tie := all(found["b"], func(e *html.Node) bool { return attr(e, "data-select") == "verb" && e.DataAtom == atom.A })[0]
	if got := text(tie); got != "Bakers thank the mill" || attr(tie, "lang") != "en" {
		t.Errorf("in a node’s entry: got %q in %q", got, attr(tie, "lang"))
	}
	note := all(found["verb"], func(e *html.Node) bool { return attr(e, "class") == "note" })[0]
	if attr(note, "lang") != "en" || attr(note, "dir") != "ltr" {
		t.Errorf("the note is marked as %q, %q", attr(note, "lang"), attr(note, "dir"))
	}
	if names := all(found["a"], func(e *html.Node) bool { return attr(e, "class") == "names" }); text(names[0]) != "Mill" {
		t.Errorf("the other names are %q", text(names[0]))
	}
}
