package web_test

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/viz/scene"
	"proxynet/web"
	"proxynet/web/language"
)

// ferry returns a network with declared terms, and its page in a language.
func ferry(t *testing.T, tag string, change func(*network.Network)) *html.Node {
	t.Helper()
	n, err := file.Load("../network/file/testdata/ferry/network.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if change != nil {
		change(n)
	}
	var b bytes.Buffer
	if err := web.Render(&b, web.Page{Drawing: &scene.LaidOutNetwork{Network: n}, Language: language.Of(tag)}); err != nil {
		t.Fatal(err)
	}
	return parse(t, b.Bytes())
}

func byClass(n *html.Node, class string) []*html.Node {
	return all(n, func(e *html.Node) bool { return attr(e, "class") == class })
}

// TestDenialsAreShownWithTheClaim checks that denials of a claim come right after the
// title of its entry.
func TestDenialsAreShownWithTheClaim(t *testing.T) {
	entry := entries(t, ferry(t, "en", nil))["karl-nora"]
	header := all(entry, func(e *html.Node) bool { return e.Data == "header" })[0]
	denial := byClass(header, "against")
	if len(denial) != 1 || !strings.Contains(text(denial[0]), "Denied by Nora Lind, June 2019") || !strings.Contains(text(denial[0]), "no such payment was ever made") {
		t.Errorf("the header has %q", text(header))
	}
	if !strings.Contains(attr(entry, "data-announcement"), "denied by Nora Lind") || !strings.Contains(attr(entry, "data-announcement"), "acquitted") {
		t.Errorf("read aloud it is %q", attr(entry, "data-announcement"))
	}
	legal := byClass(entry, "legal")
	if got := strings.Join(strings.Fields(text(legal[0])), " "); got != "In law: under investigation, May 2019 ¶4 charged, March 2020 ¶4 acquitted, November 2021 ¶4" {
		t.Errorf("legal stages: %q", got)
	}
	facts := byClass(entry, "facts")
	if got := strings.Join(strings.Fields(text(facts[0])), " "); got != "Alleged payment40,000 EUR ¶3" && got != "Alleged payment 40,000 EUR ¶3" {
		t.Errorf("facts: %q", got)
	}
}

// TestSourcesAreShownWithTheClaim checks that an entry names the sources that support a
// claim and those that contradict it.
func TestSourcesAreShownWithTheClaim(t *testing.T) {
	page := ferry(t, "en", nil)
	backing := func(id string) string {
		return strings.Join(strings.Fields(text(byClass(entries(t, page)[id], "support")[0])), " ")
	}
	if got, want := backing("alder-sound"), "2 sources say so: “How the ferry changed hands”; “Notes from the company register”"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := backing("karl-alder"); !strings.Contains(got, "One source says so: “How the ferry") || !strings.Contains(got, "One source says otherwise: “Notes") {
		t.Errorf("got %q", got)
	}
	several := all(page, func(e *html.Node) bool { return attr(e, "id") == "several" })
	if len(several) != 1 || attr(several[0], "data-hides") != "sources.single" || !strings.HasSuffix(text(several[0]), "1") {
		t.Error("no switch to what two sources say")
	}
}

// TestOwnTermsAreShown checks that legend, headings and questions use a network's
// declared terms, in the page's language if available.
func TestOwnTermsAreShown(t *testing.T) {
	for tag, want := range map[string][]string{
		"en": {"Ownership and control", "Contracts and payments", "Company", "Chain of ownership"},
		"fa": {"مالکیت و کنترل", "Contracts and payments", "شرکت", "زنجیرهٔ مالکیت"},
		"ar": {"Ownership and control", "شركة", "Chain of ownership"},
	} {
		page := ferry(t, tag, nil)
		legend := text(all(page, func(e *html.Node) bool { return attr(e, "id") == "legend" })[0])
		ask := text(all(page, func(e *html.Node) bool { return attr(e, "id") == "ask" })[0])
		for _, words := range want {
			if !strings.Contains(legend+ask, words) {
				t.Errorf("%s: %q is neither in the legend nor among the questions:\n%s\n%s", tag, words, legend, ask)
			}
		}
		strings := text(all(page, func(e *html.Node) bool { return attr(e, "id") == "script-data" })[0])
		if tag == "en" && (bytes.Contains([]byte(strings), []byte("documented chain of command")) || !bytes.Contains([]byte(strings), []byte("documented chains of ownership lead"))) {
			t.Errorf("scripts say %s", strings)
		}
	}
}

// TestNoChainQuestionsWithoutChains removes chains from the network's terms.
func TestNoChainQuestionsWithoutChains(t *testing.T) {
	asks := func(page *html.Node) (list []string) {
		for _, q := range all(page, func(e *html.Node) bool { return attr(e, "data-ask") != "" }) {
			list = append(list, attr(q, "data-ask"))
		}
		if len(all(page, func(e *html.Node) bool { return attr(e, "value") == "reach" })) > 0 {
			list = append(list, "reach")
		}
		if len(byClass(page, "chains")) > 0 {
			list = append(list, "entries")
		}
		return list
	}
	if got := strings.Join(asks(ferry(t, "en", nil)), " "); got != "chain without measure reach entries" {
		t.Errorf("with chains it asks %q", got)
	}
	none := ferry(t, "en", func(n *network.Network) {
		n.Vocabulary.Chain = nil
		for i := range n.Vocabulary.Relations {
			n.Vocabulary.Relations[i].Chains = false
		}
	})
	if got := strings.Join(asks(none), " "); got != "measure" {
		t.Errorf("without chains it asks %q", got)
	}
}

// TestChainsListDenials checks that a chain in a node's entry marks a denied step.
func TestChainsListDenials(t *testing.T) {
	chains := byClass(entries(t, ferry(t, "en", nil))["sound"], "chains")
	if len(chains) != 1 || !strings.Contains(text(chains[0]), "contradicted by The register") {
		t.Errorf("the chains of the ferry company don't say what is contradicted")
	}
}
