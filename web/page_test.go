package web_test

import (
	"bytes"
	"cmp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/viz/scene"
	"proxynet/web"
)

// shipped returns the page of the shipped network, with stand-ins for the pictures.
func shipped(t *testing.T) (*network.Network, []byte) {
	t.Helper()
	n, err := file.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	return n, render(t, n)
}

func render(t *testing.T, n *network.Network) []byte {
	t.Helper()
	var b bytes.Buffer
	err := web.Render(&b, web.Page{
		Drawing: &scene.LaidOutNetwork{Network: n},
		Wide:    `<svg class="poster poster-wide"></svg>`,
		Tall:    `<svg class="poster poster-tall"></svg>`,
		Assets:  "assets/1f/", Viewer: "viewer.1f.wasm", Bytes: 9, Data: "network.1f.json",
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func parse(t *testing.T, page []byte) *html.Node {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	complete(root)
	return root
}

// complete adds the ids that the HTML leaves out, as web/evidence/complete.js does.
func complete(root *html.Node) {
	add := func(e *html.Node, key, value string) {
		if value != "" && attr(e, key) == "" {
			e.Attr = append(e.Attr, html.Attribute{Key: key, Val: value})
		}
	}
	for e := range root.Descendants() {
		id, ok := strings.CutPrefix(attr(e, "href"), "#e-")
		if ok {
			add(e, "data-select", id)
		}
		if id, ok = strings.CutPrefix(attr(e, "id"), "e-"); ok {
			add(e, "data-id", id)
		}
	}
	for _, quote := range all(root, func(e *html.Node) bool { return attr(e, "class") == "passage" }) {
		passage := ""
		for _, a := range all(quote, func(e *html.Node) bool { return e.DataAtom == atom.A }) {
			if id := attr(a, "data-select"); id != "" && a.Parent.DataAtom == atom.Footer {
				passage = id // the last one
			}
		}
		add(quote, "data-passage", passage)
	}
}

// all returns the elements under n for which keep returns true, in document order.
func all(n *html.Node, keep func(*html.Node) bool) []*html.Node {
	var list []*html.Node
	for e := range n.Descendants() {
		if e.Type == html.ElementNode && keep(e) {
			list = append(list, e)
		}
	}
	return list
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func text(n *html.Node) string {
	var b strings.Builder
	for e := range n.Descendants() {
		if e.Type == html.TextNode {
			b.WriteString(e.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// entries returns the entries of the evidence by id.
func entries(t *testing.T, root *html.Node) map[string]*html.Node {
	t.Helper()
	found := map[string]*html.Node{}
	for _, e := range all(root, func(e *html.Node) bool { return e.DataAtom == atom.Article }) {
		id := attr(e, "data-id")
		if found[id] != nil {
			t.Errorf("two entries of %q", id)
		}
		found[id] = e
	}
	return found
}

func TestEvidenceIsComplete(t *testing.T) {
	n, page := shipped(t)
	found := entries(t, parse(t, page))
	speakers := map[string]string{}
	for _, s := range n.Speakers {
		speakers[s.ID] = s.Label
	}
	passages := map[string]network.Passage{}
	for _, p := range n.Passages {
		passages[p.ID] = p
	}
	check := func(id, kind string, quotes []string, words ...string) {
		t.Helper()
		e := found[id]
		if e == nil {
			t.Errorf("%s %q has no entry", kind, id)
			return
		}
		if got := attr(e, "data-type"); got != kind {
			t.Errorf("%q: type: got %q, want %q", id, got, kind)
		}
		for _, w := range words {
			if got := text(e); !strings.Contains(got, w) {
				t.Errorf("%s %q: no %q in %q", kind, id, w, got)
			}
		}
		shown := map[string]string{}
		for _, q := range all(e, func(e *html.Node) bool { return e.DataAtom == atom.Blockquote }) {
			shown[attr(q, "data-passage")] = text(q)
		}
		for _, q := range quotes {
			p := passages[q]
			for _, w := range []string{p.Selector.Exact, speakers[p.Speaker], "paragraph " + strconv.Itoa(p.Paragraph), "WSJ"} {
				if got := shown[q]; !strings.Contains(got, w) {
					t.Errorf("%s %q, passage %q: no %q in %q", kind, id, q, w, got)
				}
			}
		}
	}
	phrases := map[string]string{}
	for _, o := range n.Nodes {
		phrases[o.ID] = cmp.Or(o.Phrase, o.Label)
		check(o.ID, "node", o.Passages, append([]string{o.Label, o.Summary}, o.Aliases...)...)
	}
	for _, r := range n.Relations {
		check(r.ID, "relation", r.Passages, strings.ToUpper(phrases[r.From][:1])+phrases[r.From][1:]+" "+said(r.Verb, phrases[r.To]), r.Note)
		if r.Inference != "" {
			check(r.ID, "relation", nil, "Our reading: "+r.Inference)
		}
		for _, end := range []string{r.From, r.To} {
			if !linksTo(found[end], r.ID) {
				t.Errorf("the entry of %q does not lead to its relation %q", end, r.ID)
			}
			if !linksTo(found[r.ID], end) {
				t.Errorf("the entry of %q does not lead to its end %q", r.ID, end)
			}
		}
	}
	for _, e := range n.Events {
		check(e.ID, "event", e.Passages, e.Label, e.Summary)
	}
	for _, s := range n.Speakers {
		check(s.ID, "speaker", s.Passages, s.Label, s.Role)
	}
	for _, p := range n.Passages {
		check(p.ID, "passage", []string{p.ID})
		if !linksTo(found[p.Speaker], p.ID) {
			t.Errorf("the entry of %q does not lead to what it says, %q", p.Speaker, p.ID)
		}
	}
	for _, s := range n.Story {
		check(s.ID, "step", s.Passages, s.Title, s.Text)
	}
	if got, want := len(found), len(n.Nodes)+len(n.Relations)+len(n.Events)+len(n.Speakers)+len(n.Passages)+len(n.Story); got != want {
		t.Errorf("entries: got %d, want %d", got, want)
	}
}

func TestLinksHaveTargets(t *testing.T) {
	_, page := shipped(t)
	root := parse(t, page)
	found := entries(t, root)
	for _, a := range all(root, func(e *html.Node) bool { return e.DataAtom == atom.A && attr(e, "data-select") != "" }) {
		id := attr(a, "data-select")
		if found[id] == nil {
			t.Errorf("a link selects %q, which has no entry", id)
		}
		if got, want := attr(a, "href"), "#e-"+id; got != want {
			t.Errorf("a link that selects %q leads to %q", id, got)
		}
	}
}

func TestPageHead(t *testing.T) {
	n, page := shipped(t)
	for name, want := range map[string]string{
		"title":    "<title>" + n.Title + "</title>",
		"viewer":   `<meta name="proxynet-viewer" content="viewer.1f.wasm" data-bytes="9">`,
		"network":  `<meta name="proxynet-network" content="network.1f.json">`,
		"script":   `<script type="module" src="assets/1f/page/app.js">`,
		"wide":     `<svg class="poster poster-wide">`,
		"tall":     `<svg class="poster poster-tall">`,
		"resolved": "date inferred",
		"caveat":   "No line between two names does not mean no tie",
	} {
		if !bytes.Contains(page, []byte(want)) {
			t.Errorf("%s: the page has no %s", name, want)
		}
	}
}

func TestRenderIsDeterministic(t *testing.T) {
	n, first := shipped(t)
	for range 5 {
		if !bytes.Equal(first, render(t, n)) {
			t.Fatal("the same network gave two pages")
		}
	}
}

func TestRenderRefusesEmptyPages(t *testing.T) {
	for name, p := range map[string]web.Page{"no drawing": {}, "no network": {Drawing: &scene.LaidOutNetwork{}}} {
		var b bytes.Buffer
		if err := web.Render(&b, p); err == nil || b.Len() > 0 {
			t.Errorf("%s: got error %v and %d bytes, want an error and none", name, err, b.Len())
		}
	}
}

func linksTo(e *html.Node, id string) bool {
	return e != nil && len(all(e, func(e *html.Node) bool { return e.DataAtom == atom.A && attr(e, "data-select") == id })) > 0
}

// said returns a verb with its object, which is at the end or in place of a "…" in the
// verb.
func said(verb, object string) string {
	if strings.Contains(verb, "…") {
		return strings.Replace(verb, "…", object, 1)
	}
	return verb + " " + object
}

// The page draws each sign that its evidence repeats once.
func TestSignsAreDrawnOnce(t *testing.T) {
	_, page := shipped(t)
	root := parse(t, page)
	drawn := map[string]bool{}
	for _, e := range all(root, func(e *html.Node) bool { return e.Data == "symbol" }) {
		drawn["#"+attr(e, "id")] = true
	}
	uses := all(root, func(e *html.Node) bool { return e.Data == "use" })
	for _, e := range uses {
		if !drawn[attr(e, "href")] {
			t.Errorf("the page uses %s, which it does not draw", attr(e, "href"))
		}
	}
	if len(drawn) < 10 || len(uses) < 10*len(drawn) {
		t.Errorf("it draws %d signs, and uses them %d times", len(drawn), len(uses))
	}
}
