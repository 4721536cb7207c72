package format_test

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"testing"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/format"
)

// TestExport writes a small network in every format and compares the files with
// testdata, which readers.test.js passes to other programs.
func TestExport(t *testing.T) {
	n, err := file.Load("../file/testdata/harbour.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range format.Writable() {
		t.Run(name, func(t *testing.T) {
			outputs, _, err := format.Export(n, name, format.ExportOptions{Address: "https://example.org/ostrand/"})
			if err != nil {
				t.Fatal(err)
			}
			for _, out := range outputs {
				path := "testdata/export/harbour"
				if out.Part != "" {
					path += "." + out.Part
				}
				compare(t, path+"."+name, string(out.Data))
			}
		})
	}
	all, err := filepath.Glob("testdata/export/harbour.*")
	if err != nil || len(all) != len(format.Writable())+1 {
		t.Errorf("got %d files in testdata/export, want one for each format and two for csv (%v)", len(all), err)
	}
}

// TestExportScripts writes labels in many scripts, and labels that are syntax in some
// format. readers.test.js compares what other programs read with scripts.json.
func TestExportScripts(t *testing.T) {
	n := unsourced()
	n.Nodes = nil
	for i, word := range words {
		n.Nodes = append(n.Nodes, network.Node{ID: fmt.Sprintf("o%d", i), Label: word, Kind: network.Unknown})
		if i > 0 {
			n.Relations = append(n.Relations, network.Relation{
				ID: fmt.Sprintf("r%d", i), From: n.Nodes[i-1].ID, To: n.Nodes[i].ID, Directed: i%2 == 0, Kind: "tie", Verb: words[len(words)-1-i], Status: network.Unsourced,
			})
		}
	}
	var want struct {
		Nodes map[string]string
		Edges map[string][4]string // from, to, label, and whether it is directed
	}
	want.Nodes, want.Edges = map[string]string{}, map[string][4]string{}
	for _, o := range n.Nodes {
		want.Nodes[o.ID] = o.Label
	}
	for _, r := range n.Relations {
		want.Edges[r.ID] = [4]string{r.From, r.To, r.Verb, fmt.Sprint(r.Directed)}
	}
	list, err := json.MarshalIndent(want, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	compare(t, "testdata/export/scripts.json", string(list)+"\n")
	for _, name := range []string{"gexf", "graphml", "cytoscape", "dot"} {
		out, _ := exported(t, n, name)
		compare(t, "testdata/export/scripts."+name, out)
	}
}
