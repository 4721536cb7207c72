package publish_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"

	"proxynet/network"
	"proxynet/web/site"
	"proxynet/web/site/publish"
	"proxynet/web/test/bench/scalefree"
)

func tiny() *network.Network {
	return &network.Network{
		Format: network.FormatVersion, ID: "tiny", Title: "Tiny", Lang: "en", Root: "a",
		Sources:  []network.Source{{ID: "o", Title: "Text", Lang: "en"}},
		Speakers: []network.Speaker{{ID: "s", Label: "The text", Kind: network.Article}},
		Passages: []network.Passage{{ID: "p", Source: "o", Paragraph: 1, Speaker: "s", Manner: network.Own, Selector: network.QuoteSelector{Exact: "A commands B"}}},
		Nodes: []network.Node{
			{ID: "a", Label: "A", Kind: network.State, Passages: []string{"p"}},
			{ID: "b", Label: "B", Kind: network.Force, Passages: []string{"p"}},
		},
		Relations: []network.Relation{{ID: "r", From: "a", To: "b", Directed: true, Kind: "command", Verb: "commands", Status: network.Stated, Passages: []string{"p"}}},
	}
}

func build(t *testing.T, out string, force, precompress bool) error {
	t.Helper()
	_, err := publish.Build(context.Background(), publish.Options{Options: site.Options{Networks: []*network.Network{tiny()}}, Out: out, Force: force, Precompress: precompress})
	return err
}

// contents returns all files below dir.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		files[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestBuildIsCompleteAndDeterministic(t *testing.T) {
	compiled, err := exec.Command("go", "env", "GOCACHE").Output()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("GOCACHE", strings.TrimSpace(string(compiled))) // otherwise it is in the next folder too
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	dir := t.TempDir()
	one, two := filepath.Join(dir, "one"), filepath.Join(dir, "deep", "two")
	for _, out := range []string{one, two} {
		if err := build(t, out, false, false); err != nil {
			t.Fatal(err)
		}
	}
	files := contents(t, one)
	if !maps.Equal(files, contents(t, two)) {
		t.Error("two builds of one network differ")
	}
	if !strings.Contains(files["THIRD_PARTY_NOTICES.txt"], "Copyright (c) 2026 the proxynet authors") {
		t.Error("the licence of proxynet is not in the site")
	}
	for _, name := range []string{"index.html", "fa/index.html"} {
		if !strings.Contains(files[name], `<meta name="generator" content="proxynet, MIT License`) {
			t.Errorf("%s does not say under which licence it is", name)
		}
	}
	links := regexp.MustCompile(`(?:href|src|content)="([^"#]+\.(?:css|js|json|wasm))"`).FindAllStringSubmatch(files["index.html"], -1)
	if len(links) < 7 {
		t.Errorf("index.html links %d files", len(links))
	}
	for _, link := range links {
		if _, ok := files[link[1]]; !ok {
			t.Errorf("index.html links %s, which is not there", link[1])
		}
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".proxynet-*")); len(left) > 0 {
		t.Errorf("%v is left over", left)
	}
}

func TestCompressedVariantsMatch(t *testing.T) {
	out := filepath.Join(t.TempDir(), "site")
	if err := build(t, out, false, true); err != nil {
		t.Fatal(err)
	}
	files := contents(t, out)
	for name, want := range files {
		if strings.HasSuffix(name, ".br") || strings.HasSuffix(name, ".gz") ||
			strings.HasSuffix(name, ".png") || name == "_headers" || name == publish.ManifestName { // compressed, or not for readers
			continue
		}
		got, err := io.ReadAll(brotli.NewReader(strings.NewReader(files[name+".br"])))
		if err != nil || string(got) != want {
			t.Errorf("%s.br differs from %s: %v", name, name, err)
		}
		z, err := gzip.NewReader(strings.NewReader(files[name+".gz"]))
		if err != nil {
			t.Errorf("%s.gz: %v", name, err)
			continue
		}
		if got, err := io.ReadAll(z); err != nil || !bytes.Equal(got, []byte(want)) {
			t.Errorf("%s.gz differs from %s: %v", name, name, err)
		}
	}
}

func TestBuildReplacesOnlySites(t *testing.T) {
	dir := t.TempDir()
	foreign := filepath.Join(dir, "foreign")
	if err := os.MkdirAll(foreign, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(foreign, "index.html"), []byte("<p>mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	published := filepath.Join(dir, "published")
	for _, name := range []string{"index.html", "CNAME", ".git/HEAD"} {
		path := filepath.Join(published, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(`<meta name="proxynet-network" content="network.0.json">`), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	own := filepath.Join(dir, "own")
	if err := build(t, own, false, false); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, out string
		force     bool
		want      string // part of the error; "" for none
	}{
		{"a folder of somebody else's", foreign, false, "did not build it"},
		{"a folder of somebody else's, by force", foreign, true, "did not build it"},
		{"a folder that only looks like a site, by force", published, true, "did not build it"},
		{"a site", own, false, "--force"},
		{"a site, by force", own, true, ""},
		{"a file", filepath.Join(foreign, "index.html"), true, "-o"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			before := [2]map[string]string{contents(t, foreign), contents(t, published)}
			err := build(t, test.out, test.force, false)
			if (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), test.want) {
				t.Errorf("the error is %v; want one that says %q", err, test.want)
			}
			if !maps.Equal(before[0], contents(t, foreign)) || !maps.Equal(before[1], contents(t, published)) {
				t.Error("somebody else's folder was changed")
			}
		})
	}
	if names := slices.Sorted(maps.Keys(contents(t, own))); !slices.Contains(names, "index.html") {
		t.Errorf("after a build by force there is %v", names)
	}
}

// The site of a large network, laid out in the page, has one more program, which is
// recognised as ours.
func TestDraftIsReplaced(t *testing.T) {
	out := filepath.Join(t.TempDir(), "site")
	o := publish.Options{Options: site.Options{Networks: []*network.Network{scalefree.New(scalefree.Settings{Nodes: 500, Links: 2})}, Draft: true}, Out: out, Force: true}
	for range 2 {
		if _, err := publish.Build(t.Context(), o); err != nil {
			t.Fatal(err)
		}
	}
	if found, err := filepath.Glob(filepath.Join(out, "layout.*.wasm")); err != nil || len(found) != 1 {
		t.Errorf("there are the layouts %v, %v", found, err)
	}
}
