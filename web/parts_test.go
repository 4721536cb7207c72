package web_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"proxynet/network"
	"proxynet/viz/scene"
	"proxynet/web"
	"proxynet/web/test/bench/scalefree"
)

func largePage(nodes int) web.Page {
	return web.Page{
		Drawing: &scene.LaidOutNetwork{Network: scalefree.New(scalefree.Settings{Nodes: nodes, Links: 2, Sourced: true})},
		Wide:    `<svg class="poster poster-wide"></svg>`,
		Assets:  "assets/1f/", Viewer: "viewer.1f.wasm", Data: "network.1f.json",
	}
}

// The page of an ordinary network has everything.
func TestPartsOfOrdinaryNetwork(t *testing.T) {
	n, page := shipped(t)
	files, err := web.Parts(web.Page{Drawing: &scene.LaidOutNetwork{Network: n}})
	if err != nil || len(files) > 0 {
		t.Errorf("got %d files, %v", len(files), err)
	}
	if bytes.Contains(page, []byte("data-parts")) {
		t.Error("the page says that it has parts")
	}
}

func TestPartsOfLargeNetwork(t *testing.T) {
	p := largePage(1000)
	n := p.Drawing.Network
	files, err := web.Parts(p)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := web.Render(&b, p); err != nil {
		t.Fatal(err)
	}
	files["index.html"] = b.Bytes()
	if most := 200_000; b.Len() > most {
		t.Errorf("the page has %d bytes; at most %d", b.Len(), most)
	}

	// Every entry is in one part, and every link leads to an entry or page.
	entries := map[string]string{}
	pages := map[string]*html.Node{}
	for name, data := range files {
		if path.Ext(name) != ".html" {
			continue
		}
		pages[name] = parse(t, data)
		for _, e := range all(pages[name], func(e *html.Node) bool { return attr(e, "class") == "entry" }) {
			id := attr(e, "data-id")
			if name == "index.html" {
				continue // the prefixes of some links
			}
			if entries[id] != "" {
				t.Errorf("%s is in %s and in %s", id, entries[id], name)
			}
			entries[id] = name
		}
	}
	if want := len(n.Nodes) + len(n.Relations) + len(n.Passages) + len(n.Speakers); len(entries) != want {
		t.Errorf("%d entries; want %d", len(entries), want)
	}
	named := map[string]bool{}
	for name, root := range pages {
		for _, a := range all(root, func(e *html.Node) bool { return strings.Contains(attr(e, "href"), ".html") }) {
			file, id, _ := strings.Cut(attr(a, "href"), "#e-")
			target := path.Join(path.Dir(name), file)
			if pages[target] == nil || id != "" && entries[id] != target {
				t.Errorf("%s links to %s, which is in %q", name, attr(a, "href"), entries[id])
			}
			if strings.Contains(name, "names-") {
				named[id] = true
			}
		}
	}
	for _, o := range n.Nodes {
		if !named[o.ID] {
			t.Errorf("no page of names has %s", o.ID)
		}
	}
	if got, want := web.EntryLink(n)("n0"), fmt.Sprintf(`href="%s#e-n0" data-select="n0"`, entries["n0"]); got != want {
		t.Errorf("the picture's link to a node: got %s, want %s", got, want)
	}

	// The search index has all of it.
	found := map[string]bool{}
	for _, name := range []string{"names", "relations", "events", "passages"} {
		var rows [][]string
		if err := json.Unmarshal(files["evidence/search-"+name+".json"], &rows); err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			found[row[0]] = true
		}
	}
	for id := range entries {
		if !found[id] {
			t.Errorf("search doesn't know %s", id)
		}
	}
}

// The script computes the same part; see web/evidence/evidence.test.js.
func TestPartFollowsFromID(t *testing.T) {
	n := &network.Network{Lang: "en"}
	for i := range 700 {
		n.Nodes = append(n.Nodes, network.Node{ID: fmt.Sprint("n", i), Label: "N", Kind: network.Unknown})
	}
	n.Nodes = append(n.Nodes, network.Node{ID: "quds-force", Label: "Q", Kind: network.Force})
	n.Unsourced = true
	files, err := web.Parts(web.Page{Drawing: &scene.LaidOutNetwork{Network: n}})
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range files {
		if has := bytes.Contains(data, []byte(`id="e-quds-force"`)); has != (name == "evidence/5.html") {
			t.Errorf("quds-force of 8 parts is in %s: %t", name, has)
		}
	}
}
