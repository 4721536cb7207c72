package site_test

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/viz/scene"
)

// TestLiveMatchesBuild changes a network step by step. After each step the server must
// show the same as a newly started one, whatever it reuses. Only the picture may
// differ, since nodes keep their places if possible.
func TestLiveMatchesBuild(t *testing.T) {
	builder := newBuilder(t, nil)
	steps := []struct {
		name   string
		change func(n *network.Network)
	}{
		{"as it is", func(*network.Network) {}},
		{"a text", func(n *network.Network) { n.Nodes[0].Summary, n.Relations[0].Verb = "Another summary.", "orders" }},
		{"a label", func(n *network.Network) { n.Nodes[0].Label = "A much longer label than before" }},
		{"a kind", func(n *network.Network) { n.Relations[0].Kind = "war" }},
		{"what the picture leads with", func(n *network.Network) { n.Lead = []string{"r"} }},
		{"a translation", func(n *network.Network) {
			n.Translations = []network.Translation{{Lang: "fa", Texts: map[string]map[string]string{"r": {"verb": "فرمانده … است"}}}}
		}},
		{"a verb of it", func(n *network.Network) {
			n.Translations = []network.Translation{{Lang: "fa", Texts: map[string]map[string]string{"r": {"verb": "به … فرمان می‌دهد"}}}}
		}},
		{"a node more", func(n *network.Network) {
			n.Nodes = append(n.Nodes, network.Node{ID: "c", Label: "C", Kind: network.Person, Passages: []string{"p"}})
		}},
	}
	n, before := tiny(), ""
	for _, step := range steps {
		step.change(n)
		copied := *n
		files, version, err := builder.Live(&copied)
		if err != nil {
			t.Fatal(err)
		}
		fresh := newBuilder(t, nil)
		want, _, err := fresh.Live(&copied)
		if err != nil {
			t.Fatal(err)
		}
		if version == before {
			t.Errorf("%s: open pages are not notified", step.name)
		}
		before = version
		name, wantName := dataOf(files["index.html"]), dataOf(want["index.html"])
		if got, want := withoutLayouts(t, files[name]), withoutLayouts(t, want[wantName]); got != want {
			t.Errorf("%s: what is on show is\n%s\nnot\n%s", step.name, got, want)
		}
		if got, want := withoutPictures(files["index.html"], name), withoutPictures(want["index.html"], wantName); got != want {
			t.Errorf("%s: the page on show is not what it should be", step.name)
		}
		if !regexp.MustCompile(`src="\./live/live\.js"`).Match(files["index.html"]) {
			t.Errorf("%s: the page does not follow", step.name)
		}
	}
}

// dataOf returns the name of the data file of a page's programs.
func dataOf(page []byte) string {
	return string(regexp.MustCompile(`name="proxynet-network" content="([^"]+)"`).FindSubmatch(page)[1])
}

// withoutLayouts returns a page's data without the layouts, after checking that these
// show every node with its label.
func withoutLayouts(t *testing.T, data []byte) string {
	t.Helper()
	var all map[string]any
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	d, err := scene.Read(bytes.NewReader(data), func() {})
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range d.Layouts {
		if len(l.Places) != len(d.Nodes) {
			t.Errorf("%s: %d places of %d nodes", l.Name, len(l.Places), len(d.Nodes))
		}
		for i, p := range l.Places {
			if got := strings.Join(p.Lines, " "); got != d.Nodes[i].Label {
				t.Errorf("%s: the label of %s is %q", l.Name, p.ID, got)
			}
		}
	}
	delete(all, "layouts")
	text, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

var (
	picture    = regexp.MustCompile(`(?s)<svg class="poster.*?</svg>`)
	versionTag = regexp.MustCompile(`<meta name="proxynet-version" content="[^"]+">`)
)

// withoutPictures returns a page without its pictures and without the version and the
// name of its data file, which depend on them.
func withoutPictures(page []byte, name string) string {
	text := versionTag.ReplaceAllString(picture.ReplaceAllString(string(page), ""), "")
	return strings.ReplaceAll(text, name, "")
}
