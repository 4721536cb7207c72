package publish_test

import (
	"flag"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"proxynet/web/site"
	"proxynet/web/site/programs"
	"proxynet/web/site/publish"
)

var reproduce = flag.Bool("reproduce", false, "build once more from a copy of the source elsewhere, which takes a minute")

// TestReproducible builds a site from this checkout, and from a copy in another folder
// without caches: every byte of the site and of all programs must be the same.
func TestReproducible(t *testing.T) {
	if !*reproduce {
		t.Skip("it takes a minute; run it with: make reproducible")
	}
	root, err := filepath.Abs("../../..")
	if err != nil {
		t.Fatal(err)
	}
	elsewhere := filepath.Join(t.TempDir(), "deep", "elsewhere")
	list := exec.Command("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	list.Dir = root
	names, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range strings.Split(strings.Trim(string(names), "\x00"), "\x00") {
		data, err := os.ReadFile(filepath.Join(root, name))
		if os.IsNotExist(err) {
			continue // removed, but not committed
		}
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(elsewhere, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	out := t.TempDir()
	var built []map[string]string
	var compiled []map[string]programs.File
	for i, source := range []string{root, elsewhere} {
		t.Chdir(source)
		// The copy's programs must not come from a cache of this build. The cache of
		// compress is keyed by content, so it may be shared.
		if i > 0 {
			t.Setenv("GOCACHE", filepath.Join(t.TempDir(), "go"))
		}
		dir := filepath.Join(out, []string{"one", "two"}[i])
		if _, err := publish.Build(t.Context(), publish.Options{Options: site.Options{Networks: pair(), Title: "Both"}, Out: dir, Precompress: true}); err != nil {
			t.Fatal(err)
		}
		built = append(built, contents(t, dir))
		m, err := programs.ReadManifest(os.DirFS(".cache/programs"))
		if err != nil {
			t.Fatal(err)
		}
		compiled = append(compiled, m.Files)
	}
	if !maps.Equal(compiled[0], compiled[1]) {
		t.Errorf("the programs differ: %v and %v", compiled[0], compiled[1])
	}
	if !maps.Equal(built[0], built[1]) {
		for name, data := range built[0] {
			if built[1][name] != data {
				t.Errorf("%s differs", name)
			}
		}
		t.Error("two builds from the same source in two folders differ")
	}
}
