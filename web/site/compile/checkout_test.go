package compile_test

import (
	"os"
	"path/filepath"
	"testing"

	"proxynet/web/site/compile"
)

// put writes files to a folder.
func put(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestRoot(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, map[string]string{
		"clone/go.mod":              "// a comment\nmodule proxynet\n\ngo 1.26.0\n",
		"clone/cable/network.yaml":  "",
		"clone/other/go.mod":        "module example.org/proxynet\n",
		"clone/other/in/a.go":       "package in\n",
		"newsroom/cable/article.md": "",
	})
	for from, want := range map[string]string{
		"clone": "clone", "clone/cable": "clone", "clone/other/in": "", "newsroom/cable": "",
	} {
		if want != "" {
			want = filepath.Join(dir, want)
		}
		if got, err := compile.Root(filepath.Join(dir, from)); err != nil || got != want {
			t.Errorf("from %s: got %q, %v; want %q", from, got, err, want)
		}
	}
}

// TestSources changes a checkout file by file: the hash must depend on the compiled
// files only.
func TestSources(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, map[string]string{
		"go.mod": "module proxynet\n", "go.sum": "", "LICENSE": "MIT", "main.go": "package main\n", "wasm/main.go": "package main\n",
	})
	hash := func() string {
		t.Helper()
		sum, err := compile.Sources(dir)
		if err != nil {
			t.Fatal(err)
		}
		return sum
	}
	last := hash()
	for _, test := range []struct {
		name, text string
		changes    bool
	}{
		{"main_test.go", "package main\n", false},
		{"README.md", "proxynet", false},
		{"testdata/a.go", "package a\n", false},
		{".cache/lighter/a.go", "package a\n", false},
		{"node_modules/a/a.go", "package a\n", false},
		{"proxynet", "a command", false},
		{"dist/index.html", "<!doctype html>", false},
		{"web/ask/ask.test.js", "test();", false},
		{"web/docs/formats.md", "formats", false},
		{"web/page/page.html", "<!doctype html>", true},
		{"wasm/main.go", "package main // changed\n", true},
		{"viz/new.go", "package viz\n", true},
		{"viz/renamed.go", "package viz\n", true},
		{"go.sum", "x", true},
		{"go.mod", "module proxynet\n\ngo 1.26.0\n", true},
		{"LICENSE", "none", true},
	} {
		put(t, dir, map[string]string{test.name: test.text})
		now := hash()
		if (now != last) != test.changes {
			t.Errorf("%s: the hash changes: got %v, want %v", test.name, now != last, test.changes)
		}
		last = now
	}
	if err := os.Symlink(t.TempDir(), filepath.Join(dir, "web", "node_modules")); err != nil {
		t.Skip(err)
	}
	if hash() != last {
		t.Error("a link to a folder of packages changes the hash")
	}
}
