package format_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/format"
)

var update = flag.Bool("update", false, "rewrite the golden files in testdata")

// testdata returns the folder with files in a format. Its subfolder account has files
// with every field of the format.
func testdata(form string) string {
	if form == "kumu" { // read by package nodelink
		return "nodelink/testdata/kumu"
	}
	return form + "/testdata"
}

// glob returns the paths of files that match a pattern in a format's testdata.
func glob(t testing.TB, form, pattern string) []string {
	t.Helper()
	paths, err := filepath.Glob(testdata(form) + "/" + pattern)
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(paths, func(path string) bool { return filepath.Ext(path) == "" })
}

// samples returns the files by other programs, with the format of each.
func samples(t testing.TB) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, name := range format.Readable() {
		for _, path := range glob(t, name, "*") {
			if !strings.HasSuffix(path, ".golden") && !strings.HasSuffix(path, ".nodes.csv") {
				all[path] = name
			}
		}
	}
	return all
}

// read imports a file, with its table of nodes if there is one beside it.
func read(t testing.TB, path, name string) (*network.Network, *format.Losses, error) {
	t.Helper()
	o := format.DefaultOptions()
	o.Format = name
	paths := []string{path}
	if nodes := strings.TrimSuffix(path, ".csv") + ".nodes.csv"; name == "csv" {
		if _, err := os.Stat(nodes); err == nil {
			paths = append(paths, nodes)
		}
	}
	return format.Import(paths, o)
}

// TestImport imports every file by other programs and compares the losses and the
// author's file with the golden file beside it. The author's file must be valid.
func TestImport(t *testing.T) {
	wanted := map[string]bool{}
	for path, name := range samples(t) {
		wanted[path+".golden"] = true
		t.Run(path, func(t *testing.T) {
			n, losses, err := read(t, path, name)
			if err != nil {
				t.Fatal(err)
			}
			data := file.Encode(n, format.Comments(path, n)...)
			reads(t, data, n)
			compare(t, path+".golden", "loss: "+strings.Join(losses.Lines(), "\nloss: ")+"\n\n"+string(data))
		})
	}
	for _, name := range format.Readable() {
		goldens := glob(t, name, "*.golden")
		if len(goldens) == 0 {
			t.Errorf("nothing is imported from %s", name)
		}
		for _, golden := range goldens {
			if !wanted[golden] {
				t.Errorf("%s belongs to no file: remove it", golden)
			}
		}
	}
}

// reads fails the test if reading an author's file doesn't return the network.
func reads(t testing.TB, data []byte, want *network.Network) {
	t.Helper()
	d, err := file.Read("written", data)
	if err != nil {
		t.Fatalf("what is written can't be read: %v\n%s", err, data)
	}
	same(t, d.Network, want)
}

// same fails the test if two networks differ.
func same(t testing.TB, got, want *network.Network) {
	t.Helper()
	g, err := network.Encode(got)
	if err != nil {
		t.Fatal(err)
	}
	w, err := network.Encode(want)
	if err != nil {
		t.Fatal(err)
	}
	if string(g) == string(w) {
		return
	}
	gs, ws := strings.Split(string(g), "\n"), strings.Split(string(w), "\n")
	for i := range min(len(gs), len(ws)) {
		if gs[i] != ws[i] {
			t.Fatalf("line %d: got\n%s\nwant\n%s", i+1, strings.Join(gs[max(i-4, 0):min(i+4, len(gs))], "\n"), strings.Join(ws[max(i-4, 0):min(i+4, len(ws))], "\n"))
		}
	}
	t.Fatalf("got %d lines, want %d", len(gs), len(ws))
}

func compare(t *testing.T, golden, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestGraph selects one graph in a file with several.
func TestGraph(t *testing.T) {
	tests := []struct{ path, form, graph, want, diagnostic string }{
		{"jgf/testdata/many-v1.json", "jgf", "", "Roger Kint", ""},
		{"jgf/testdata/many-v1.json", "jgf", "second", "x", ""},
		{"jgf/testdata/many-v1.json", "jgf", "Usual suspects", "Roger Kint", ""},
		{"jgf/testdata/many-v1.json", "jgf", "third", "", `jgf/testdata/many-v1.json: it has no graph "third"; name one of: Usual suspects, second`},
		{"graphml/testdata/gephi.graphml", "graphml", "second", "other", ""},
		{"graphml/testdata/gephi.graphml", "graphml", "third", "", `graphml/testdata/gephi.graphml: it has no graph "third"; name one of: second`},
	}
	for _, test := range tests {
		t.Run(test.form+" "+test.graph, func(t *testing.T) {
			o := format.DefaultOptions()
			o.Format, o.Graph = test.form, test.graph
			n, _, err := format.Import([]string{test.path}, o)
			switch {
			case err != nil && err.Error() != test.diagnostic:
				t.Errorf("got %v, want %q", err, test.diagnostic)
			case err == nil && (test.diagnostic != "" || n.Nodes[0].Label != test.want):
				t.Errorf("got %q, want %q or %q", n.Nodes[0].Label, test.want, test.diagnostic)
			}
		})
	}
}
