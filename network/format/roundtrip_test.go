package format_test

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/format"
)

// seeds is the number of random networks for each format.
const seeds = 24

// graphs are the formats that can be written and read; the value is true if a format
// has attributes of the graph itself.
var graphs = map[string]bool{"gexf": false, "graphml": true, "cytoscape": true, "jgf": true, "dot": true, "gml": true, "csv": false, "xlsx": false}

// TestRoundTrip exports networks, imports the result, and compares: everything must be
// equal except for the reported losses.
func TestRoundTrip(t *testing.T) {
	all := map[string]*network.Network{}
	for _, path := range []string{"", "../file/example/network.yaml", "../file/testdata/harbour.yaml", ferry, poyais} {
		n, err := file.Load(path)
		if err != nil {
			t.Fatal(err)
		}
		all["file "+path] = n
	}
	for seed := range uint64(seeds) {
		all[fmt.Sprintf("seed %d", seed)] = randomNetwork(t, seed)
	}
	for name, n := range all {
		for form := range graphs {
			t.Run(name+" "+form, func(t *testing.T) { roundTrip(t, n, form, format.ExportOptions{}) })
			t.Run(name+" "+form+" directed", func(t *testing.T) { roundTrip(t, n, form, format.ExportOptions{Directed: true}) })
		}
	}
}

// Networks with terms of their own.
const (
	ferry  = "../file/testdata/ferry/network.yaml"
	poyais = "../file/example/poyais/network.yaml"
)

// TestTermsWithoutRelations exports a network with declared terms and no relation.
func TestTermsWithoutRelations(t *testing.T) {
	n, err := file.Load(poyais)
	if err != nil {
		t.Fatal(err)
	}
	n.Relations = nil
	for _, form := range []string{"gexf", "csv", "xlsx", "claims", "claims-csv"} {
		if _, lost := exported(t, n, form); !strings.Contains(lost, "styles of the network’s own terms, left out: 1") {
			t.Errorf("%s: %s", form, lost)
		}
	}
}

func roundTrip(t *testing.T, n *network.Network, form string, o format.ExportOptions) {
	whole := n
	before, err := network.Encode(n)
	if err != nil {
		t.Fatal(err)
	}
	outputs, lost, err := format.Export(n, form, o)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	var paths []string
	for _, out := range outputs {
		path := filepath.Join(dir, cmp.Or(out.Part, "there"))
		if err := os.WriteFile(path, out.Data, 0o644); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	slices.Sort(paths) // the edges first, whose file name is the default title
	in := format.DefaultOptions()
	in.Format = form
	got, losses, err := format.Import(paths, in)
	if err != nil {
		t.Fatalf("%v\n%s", err, outputs[0].Data)
	}
	for _, line := range losses.Lines() {
		if !graphs[form] && strings.HasPrefix(line, "references to passages that the file lacks") {
			continue // the export gave the passages ids
		}
		t.Errorf("importing what was exported loses: %s", line)
	}
	want := n
	lines := lost.Lines()
	if len(n.Translations) > 0 {
		if len(lines) == 0 || !strings.HasPrefix(lines[0], "translations, left out") {
			t.Errorf("nothing says that translations are left out: %q", lines)
		} else {
			lines = lines[1:]
		}
		own := *n
		own.Translations = nil
		want, n = &own, &own
	}
	if !graphs[form] {
		want = without(n, form, filepath.Base(paths[0]), strings.Join(lost.Lines(), "\n"), t)
	} else if len(lines) > 1 || len(lines) == 1 && !strings.HasPrefix(lines[0], "edges without direction") && !strings.HasPrefix(lines[0], "labels that several nodes have") {
		t.Errorf("exporting loses: %q", lines)
	}
	same(t, sorted(got), sorted(want))
	if after, err := network.Encode(whole); err != nil || !bytes.Equal(before, after) {
		t.Errorf("exporting changed the network (%v)", err)
	}
}

// sorted returns a network with its sources, speakers and passages sorted by id, since
// formats that write them with nodes and relations change their order.
func sorted(n *network.Network) *network.Network {
	m := *n
	m.Sources, m.Speakers, m.Passages = slices.Clone(n.Sources), slices.Clone(n.Speakers), slices.Clone(n.Passages)
	slices.SortFunc(m.Sources, func(a, b network.Source) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(m.Speakers, func(a, b network.Speaker) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(m.Passages, func(a, b network.Passage) int { return cmp.Compare(a.ID, b.ID) })
	return &m
}

func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

func clone(t *testing.T, n *network.Network) *network.Network {
	t.Helper()
	data, err := network.Encode(n)
	if err != nil {
		t.Fatal(err)
	}
	m, err := network.Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestImportedRoundTrip imports the files by other programs, exports the networks, and
// imports the result: nothing may change.
func TestImportedRoundTrip(t *testing.T) {
	all := samples(t)
	for _, form := range format.Readable() {
		for _, path := range glob(t, form, "account/*") {
			all[path] = form
		}
	}
	for path, form := range all {
		n, _, err := read(t, path, form)
		if err != nil {
			t.Fatal(err)
		}
		for form := range graphs {
			t.Run(path+" "+form, func(t *testing.T) { roundTrip(t, n, form, format.ExportOptions{}) })
		}
	}
}
