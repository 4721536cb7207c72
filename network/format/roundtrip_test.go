package format_test

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/format"
)

// seeds is how many random networks are taken through every format.
const seeds = 24

// graphs are the formats that are both written and read, and whether each has
// attributes of the graph itself.
var graphs = map[string]bool{"gexf": false, "graphml": true, "cytoscape": true, "jgf": true, "dot": true, "gml": true, "csv": false, "xlsx": false}

// TestRoundTrip exports networks, imports what was written, and compares: all
// must be as it was but for what the losses name.
func TestRoundTrip(t *testing.T) {
	all := map[string]*network.Network{}
	for _, path := range []string{"", "../file/example/network.yaml", "../file/testdata/harbour.yaml", ferry} {
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
		for form, holdsAll := range graphs {
			if n.Vocabulary != nil && !holdsAll {
				continue // see TestOwnTermsAreReported
			}
			t.Run(name+" "+form, func(t *testing.T) { roundTrip(t, n, form, format.ExportOptions{}) })
			t.Run(name+" "+form+" directed", func(t *testing.T) { roundTrip(t, n, form, format.ExportOptions{Directed: true}) })
		}
	}
}

// ferry is a network with terms of its own.
const ferry = "../file/testdata/ferry/network.yaml"

// TestOwnTermsAreReported exports a network with terms of its own in formats that
// have no place for them.
func TestOwnTermsAreReported(t *testing.T) {
	n, err := file.Load(ferry)
	if err != nil {
		t.Fatal(err)
	}
	for form, holdsAll := range graphs {
		if holdsAll {
			continue
		}
		_, losses, err := format.Export(n, form, format.ExportOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if all := strings.Join(losses.Lines(), "\n"); !strings.Contains(all, "own terms mean and how they look, left out: 1") {
			t.Errorf("%s: %s", form, all)
		}
	}
}

// TestDisputesAreExported holds that every format carries what is said against a
// claim, its legal stages and its facts.
func TestDisputesAreExported(t *testing.T) {
	n, err := file.Load(ferry)
	if err != nil {
		t.Fatal(err)
	}
	for _, form := range format.Writable() {
		outputs, _, err := format.Export(n, form, format.ExportOptions{})
		if err != nil {
			t.Fatal(err)
		}
		var all strings.Builder
		for _, o := range outputs {
			all.WriteString(unpacked(t, o.Data))
		}
		for _, want := range []string{"no such payment was ever made", "denies", "acquitted", "2021-11", "40000", "EUR", "Eskholm"} {
			// A flowchart has only names and verbs, and a table of claims alone no
			// facts of nodes; both say so.
			if !strings.Contains(all.String(), want) && form != "mermaid" && (form != "claims-csv" || want != "Eskholm") {
				t.Errorf("%s lacks %q", form, want)
			}
		}
	}
	var table strings.Builder
	if err := network.WriteClaims(&table, n); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Nora Lind denies 2019-06", "no such payment was ever made", "investigated 2019-05 | charged 2020-03 | acquitted 2021-11", "bribe 40000 EUR", "share 60 %", "The register contradicts"} {
		if !strings.Contains(table.String(), want) {
			t.Errorf("the table lacks %q:\n%s", want, table.String())
		}
	}
}

// unpacked returns what a file holds, of a workbook all of its parts.
func unpacked(t *testing.T, data []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return string(data)
	}
	var all strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&all, r); err != nil {
			t.Fatal(err)
		}
	}
	return html.UnescapeString(all.String())
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
	slices.Sort(paths) // the edges first, whose file names what has no name
	in := format.DefaultOptions()
	in.Format = form
	got, losses, err := format.Import(paths, in)
	if err != nil {
		t.Fatalf("%v\n%s", err, outputs[0].Data)
	}
	for _, line := range losses.Lines() {
		if !graphs[form] && strings.HasPrefix(line, "references to passages that the file lacks") {
			continue // the export named the passages
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

// sorted returns a network whose sources, speakers and passages are in the
// order of their ids: formats that carry them with nodes and relations meet
// them in another.
func sorted(n *network.Network) *network.Network {
	m := *n
	m.Sources, m.Speakers, m.Passages = slices.Clone(n.Sources), slices.Clone(n.Speakers), slices.Clone(n.Passages)
	slices.SortFunc(m.Sources, func(a, b network.Source) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(m.Speakers, func(a, b network.Speaker) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(m.Passages, func(a, b network.Passage) int { return cmp.Compare(a.ID, b.ID) })
	return &m
}

// without returns a network as a format without attributes of the graph holds
// it. Every thing that is left out must be named by the losses.
func without(n *network.Network, form, stem, losses string, t *testing.T) *network.Network {
	t.Helper()
	m := clone(t, n)
	named := func(count int, words string) {
		if count > 0 && !strings.Contains(losses, fmt.Sprintf("%s, left out: %d", words, count)) {
			t.Errorf("%d %s are left out, and nothing says so: %q", count, words, losses)
		}
	}
	m.ID, m.Lang = stem, "en"
	if form == "csv" || form == "xlsx" {
		m.Title = stem
		m.Summary = fmt.Sprintf("Imported from %s: %s and %s.", stem, counted(len(m.Nodes), "node"), counted(len(m.Relations), "relation"))
		named(1, "the network’s id, title, summary and language")
	} else {
		named(1, "the network’s id and language")
	}
	if n.Unsourced && !slices.ContainsFunc(m.Nodes, func(o network.Node) bool { return len(o.Passages) == 0 || o.Summary == "" }) &&
		!slices.ContainsFunc(m.Relations, func(r network.Relation) bool { return len(r.Passages) == 0 }) {
		named(1, "the mark of an unsourced network")
		m.Unsourced = false
	}
	if m.Headline != "" || m.Caption != "" {
		named(1, "the headline and the words on what the picture leads with")
		m.Headline, m.Caption = "", ""
	}
	named(len(m.Events), "events")
	named(len(m.Story), "steps of the story")
	m.Events, m.Story = []network.Event{}, nil

	carried := map[string]bool{}
	for _, o := range m.Nodes {
		for _, p := range o.Cited() {
			carried[p] = true
		}
	}
	for _, r := range m.Relations {
		for _, p := range r.Cited() {
			carried[p] = true
		}
	}
	said, from := map[string]bool{}, map[string]bool{}
	for _, r := range m.Relations {
		for _, d := range r.Against {
			said[d.Speaker] = true
		}
	}
	before := len(m.Passages)
	m.Passages = slices.DeleteFunc(m.Passages, func(p network.Passage) bool { return !carried[p.ID] })
	named(before-len(m.Passages), "passages on which neither nodes nor relations rest")
	for _, p := range m.Passages {
		said[p.Speaker], said[p.Via], from[p.Source] = true, true, true
	}
	before = len(m.Speakers)
	m.Speakers = slices.DeleteFunc(m.Speakers, func(s network.Speaker) bool { return !said[s.ID] })
	named(before-len(m.Speakers), "speakers whose words no node and no relation rests on")
	before = len(m.Sources)
	m.Sources = slices.DeleteFunc(m.Sources, func(s network.Source) bool { return !from[s.ID] })
	named(before-len(m.Sources), "sources that no node and no relation rests on")
	for i := range m.Speakers {
		s := &m.Speakers[i]
		s.Passages = slices.DeleteFunc(s.Passages, func(id string) bool { return !carried[id] })
		if len(s.Passages) == 0 {
			s.Passages = nil
		}
	}
	return m
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

// TestEveryFieldIsCarried fails when the model gets a field that no network of
// the round trips has: then the formats and the author's file must carry it too.
func TestEveryFieldIsCarried(t *testing.T) {
	met := map[string]bool{}
	for seed := range uint64(2 * seeds) {
		fill(reflect.ValueOf(*randomNetwork(t, seed)), met)
	}
	n, err := file.Load("")
	if err != nil {
		t.Fatal(err)
	}
	fill(reflect.ValueOf(*n), met)
	own, err := file.Load(ferry)
	if err != nil {
		t.Fatal(err)
	}
	fill(reflect.ValueOf(*own), met)
	for field, filled := range met {
		if field == "Network.Translated" {
			continue // of a translation only, which says itself what it is
		}
		// A look has fields that no passage bears on, and the graph carries it whole.
		if !filled && !strings.HasPrefix(field, "Look.") && !strings.HasPrefix(field, "ChainEnds.") {
			t.Errorf("no network here has %s", field)
		}
	}
}

// fill notes which fields of structs have a value.
func fill(v reflect.Value, met map[string]bool) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			fill(v.Elem(), met)
		}
	case reflect.Slice:
		for i := range v.Len() {
			fill(v.Index(i), met)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Tag.Get("json") == "-" { // made by checking quotes, and in no file
				continue
			}
			name := v.Type().Name() + "." + v.Type().Field(i).Name
			met[name] = met[name] || !v.Field(i).IsZero()
			fill(v.Field(i), met)
		}
	}
}

// TestAnnotations checks the annotations against what the W3C's model asks.
func TestAnnotations(t *testing.T) {
	n, err := file.Load("")
	if err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{"", "https://example.org/quds/"} {
		outputs, _, err := format.Export(n, "annotations", format.ExportOptions{Address: address})
		if err != nil {
			t.Fatal(err)
		}
		var c struct {
			Context string `json:"@context"`
			ID      string
			Type    string
			Total   int
			First   struct {
				Type, PartOf string
				Items        []struct {
					ID, Type, Motivation string
					Creator              map[string]string
					Body                 []map[string]string
					Target               struct {
						Type     string
						Source   string
						Selector []map[string]any
					}
				}
			}
		}
		if err := json.Unmarshal(outputs[0].Data, &c); err != nil {
			t.Fatal(err)
		}
		if c.Context != "http://www.w3.org/ns/anno.jsonld" || c.Type != "AnnotationCollection" || c.First.PartOf != c.ID || c.Total != len(n.Passages) || len(c.First.Items) != c.Total {
			t.Errorf("got a collection %q, %q with %d of %d", c.Context, c.Type, len(c.First.Items), c.Total)
		}
		seen := map[string]bool{}
		for i, a := range c.First.Items {
			p := n.Passages[i]
			if a.Type != "Annotation" || seen[a.ID] || !strings.HasPrefix(a.ID, "urn:uuid:") || a.Creator["name"] == "" || a.Target.Source == "" {
				t.Errorf("%s: got %+v", p.ID, a)
			}
			seen[a.ID] = true
			if s := a.Target.Selector; s[0]["type"] != "TextQuoteSelector" || s[0]["exact"] != p.Selector.Exact || s[1]["type"] != "TextPositionSelector" ||
				s[1]["start"] != float64(p.Position.Start) || s[1]["end"] != float64(p.Position.End) {
				t.Errorf("%s: got selectors %v", p.ID, s)
			}
			links := 0
			for _, b := range a.Body {
				if b["type"] == "SpecificResource" && b["purpose"] == "linking" && (address == "" || strings.HasPrefix(b["source"], address+"#select=")) {
					links++
				} else if b["type"] != "TextualBody" || b["value"] == "" {
					t.Errorf("%s: got body %v", p.ID, b)
				}
			}
			if links == 0 && p.ID != "p11-blinken" && !introduces(n, p.ID) {
				t.Errorf("%s links to nothing", p.ID)
			}
		}
	}
}

// introduces tells whether only speakers or the story rest on a passage.
func introduces(n *network.Network, id string) bool {
	for _, s := range n.Speakers {
		if slices.Contains(s.Passages, id) {
			return true
		}
	}
	for _, s := range n.Story {
		if slices.Contains(s.Passages, id) {
			return true
		}
	}
	return false
}

// TestImportedRoundTrip imports the files of other programs, exports what became
// of them, and imports that: nothing may have changed.
func TestImportedRoundTrip(t *testing.T) {
	all := samples(t)
	for _, form := range format.Readable() {
		paths, err := filepath.Glob("testdata/account/" + form + "*")
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
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
