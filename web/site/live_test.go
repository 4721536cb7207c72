package site_test

import (
	"regexp"
	"testing"

	"proxynet/network"
	"proxynet/web/site"
)

// TestLiveIsWhatIsBuilt changes a network step by step: what is on show must be
// what a server that starts anew shows, whatever it takes from before.
func TestLiveIsWhatIsBuilt(t *testing.T) {
	kit, err := site.Prepare(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	steps := []struct {
		name   string
		change func(n *network.Network)
	}{
		{"as it is", func(*network.Network) {}},
		{"a text", func(n *network.Network) { n.Nodes[0].Summary, n.Relations[0].Verb = "Another summary.", "orders" }},
		{"a label", func(n *network.Network) { n.Nodes[0].Label = "A much longer label than before" }},
		{"a kind", func(n *network.Network) { n.Relations[0].Kind = "war" }},
		{"what the picture leads with", func(n *network.Network) { n.Lead = []string{"r"} }},
		{"a node more", func(n *network.Network) {
			n.Nodes = append(n.Nodes, network.Node{ID: "c", Label: "C", Kind: network.Person, Passages: []string{"p"}})
		}},
	}
	n := tiny()
	for _, step := range steps {
		step.change(n)
		copied := *n
		files, name, err := kit.Live(&copied)
		if err != nil {
			t.Fatal(err)
		}
		fresh := site.Fresh(kit)
		want, wantName, err := fresh.Live(&copied)
		if err != nil {
			t.Fatal(err)
		}
		if name != wantName || string(files[name]) != string(want[wantName]) || string(files["index.html"]) != string(want["index.html"]) {
			t.Errorf("%s: what is on show is not what it should be", step.name)
		}
		if !regexp.MustCompile(`src="\./live/live\.js"`).Match(files["index.html"]) {
			t.Errorf("%s: the page does not follow", step.name)
		}
	}
}
