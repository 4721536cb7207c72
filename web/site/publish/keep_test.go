//go:build unix

package publish_test

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"proxynet/network"
	"proxynet/web/site"
	"proxynet/web/site/publish"
)

// put writes a file, or makes a folder for a name that ends with /.
func put(t *testing.T, dir, name, text string) {
	t.Helper()
	where := filepath.Join(dir, filepath.FromSlash(name))
	folder := filepath.Dir(where)
	if strings.HasSuffix(name, "/") {
		folder = where
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	if folder == where {
		return
	}
	if err := os.WriteFile(where, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// files returns a version of a site, with a script that only this version has.
func siteFiles(version string) map[string][]byte {
	files := map[string][]byte{}
	for _, name := range []string{"index.html", "en/index.html", "embed.js", "demo/article.css", "assets/shared/app.js", "assets/" + version + "/app.js", "network." + version + ".json"} {
		files[name] = []byte(name + " of " + version)
	}
	return files
}

// written writes a version of a site into a new folder.
func written(t *testing.T, version string) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "site")
	if _, err := publish.Write(siteFiles(version), out); err != nil {
		t.Fatal(err)
	}
	return out
}

// mustHold checks that a folder has exactly these files and its manifest.
func mustHold(t *testing.T, dir string, want map[string][]byte, others map[string]string) {
	t.Helper()
	got := contents(t, dir)
	if got[publish.ManifestName] == "" {
		t.Error("there is no manifest")
	}
	delete(got, publish.ManifestName)
	for name, data := range want {
		if got[name] != string(data) {
			t.Errorf("%s is %q, want %q", name, got[name], data)
		}
		delete(got, name)
	}
	for name, text := range others {
		if got[name] != text {
			t.Errorf("%s of others is %q, want %q", name, got[name], text)
		}
		delete(got, name)
	}
	if len(got) > 0 {
		t.Errorf("there is more: %v", slices.Sorted(maps.Keys(got)))
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(dir), ".proxynet-*")); len(left) > 0 {
		t.Errorf("%v is left beside the site", left)
	}
}

func TestReplaceKeepsFilesOfOthers(t *testing.T) {
	others := map[string]string{
		"CNAME": "a", ".git/HEAD": "b", ".git/objects/01/23": "c", "assets/research.docx": "d", "assets/one/notes.txt": "e",
		"en/notes.md": "f", "en/.git/config": "g", "demo/interview.mp3": "h", "demo/deep/er/x": "i", "evidence/leak.pdf": "j",
		"ugly.html.gz": "k", "picture.portrait.png": "l", "article.html": "m", "network.1234.json": "n", "sources/index.html": "o",
	}
	out := written(t, "one")
	for name, text := range others {
		put(t, out, name, text)
	}
	put(t, out, "empty/", "")
	put(t, out, "demo/drafts/", "")
	if err := os.Symlink("nowhere", filepath.Join(out, "assets", "link")); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(filepath.Join(out, "en", "pipe"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, version := range []string{"two", "one", "one"} {
		kept, err := publish.Write(siteFiles(version), out)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"CNAME", ".git/", "assets/research.docx", "assets/link", "en/pipe", "empty/", "demo/drafts/", "sources/"} {
			if !slices.Contains(kept, name) {
				t.Errorf("%s is not reported as kept: %q", name, kept)
			}
		}
		for _, name := range []string{"assets/link", "en/pipe", "empty", "demo/drafts"} {
			at := filepath.Join(out, name)
			info, err := os.Lstat(at)
			if err != nil {
				t.Errorf("with version %s: %v", version, err)
			} else if !info.IsDir() && info.Mode().IsRegular() {
				t.Errorf("%s has become a file", name)
			}
		}
		if err := os.Remove(filepath.Join(out, "assets", "link")); err != nil { // which [contents] can't read
			t.Fatal(err)
		}
		if err := os.Remove(filepath.Join(out, "en", "pipe")); err != nil {
			t.Fatal(err)
		}
		mustHold(t, out, siteFiles(version), others)
		os.Symlink("nowhere", filepath.Join(out, "assets", "link"))
		syscall.Mkfifo(filepath.Join(out, "en", "pipe"), 0o600)
	}
}

func TestReplaceKeepsChangedFiles(t *testing.T) {
	t.Run("that the site doesn't need any more", func(t *testing.T) {
		out := written(t, "one")
		put(t, out, "network.one.json", "corrected")
		kept, err := publish.Write(siteFiles("two"), out)
		if err != nil || !slices.Equal(kept, []string{"network.one.json"}) {
			t.Errorf("got %q, %v", kept, err)
		}
		mustHold(t, out, siteFiles("two"), map[string]string{"network.one.json": "corrected"})
	})
	for _, test := range []struct {
		name, in string
		change   func(t *testing.T, out string)
	}{
		{"a page", "index.html", func(t *testing.T, out string) { put(t, out, "index.html", "edited") }},
		{"a page in a folder", "en/index.html", func(t *testing.T, out string) { put(t, out, "en/index.html", "edited") }},
		{"a file that is to come", "network.two.json", func(t *testing.T, out string) { put(t, out, "network.two.json", "mine") }},
		{"a folder in the place of a file", "network.two.json/", func(t *testing.T, out string) { put(t, out, "network.two.json/mine", "mine") }},
		{"a file in the place of a folder", "assets/two", func(t *testing.T, out string) { put(t, out, "assets/two", "mine") }},
		{"a link in the place of a folder", "en", func(t *testing.T, out string) {
			elsewhere := filepath.Join(filepath.Dir(out), "elsewhere")
			put(t, elsewhere, "index.html", "mine")
			if err := os.RemoveAll(filepath.Join(out, "en")); err != nil {
				t.Fatal(err)
			}
			if err := os.Symlink(elsewhere, filepath.Join(out, "en")); err != nil {
				t.Fatal(err)
			}
		}},
	} {
		t.Run(test.name+" that the site needs", func(t *testing.T) {
			out := written(t, "one")
			test.change(t, out)
			all := func() map[string]string {
				files := map[string]string{}
				filepath.WalkDir(filepath.Dir(out), func(path string, entry os.DirEntry, err error) error {
					data, _ := os.ReadFile(path)
					files[path] = entry.Type().String() + string(data)
					return err
				})
				return files
			}
			before := all()
			_, err := publish.Write(siteFiles("two"), out)
			if err == nil || !strings.Contains(err.Error(), test.in) {
				t.Errorf("the error is %v, want one that names %s", err, test.in)
			}
			if !maps.Equal(before, all()) {
				t.Errorf("something has changed: from %v to %v", before, all())
			}
		})
	}
}

func TestReplaceRefusesFoldersOfOthers(t *testing.T) {
	head, _, _ := strings.Cut(contents(t, written(t, "one"))[publish.ManifestName], "\n")
	for _, test := range []struct{ name, file, text, want string }{
		{"no manifest", "index.html", `<meta name="proxynet-network" content="network.0.json">`, "did not build it"},
		{"somebody else's list of sums", publish.ManifestName, strings.Repeat("0", 64) + "  index.html\n", "did not build it"},
		{"an empty list", publish.ManifestName, "", "did not build it"},
		{"a list that leads out of the folder", publish.ManifestName, head + "\n" + strings.Repeat("0", 64) + "  ../precious\n", "wrote no line like"},
		{"a list of all there is", publish.ManifestName, head + "\n" + strings.Repeat("0", 64) + "  /precious\n", "wrote no line like"},
		{"a broken list", publish.ManifestName, head + "\nindex.html\n", "wrote no line like"},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			put(t, dir, "precious", "p")
			put(t, dir, "site/"+test.file, test.text)
			put(t, dir, "site/notes.txt", "n")
			before := contents(t, dir)
			if _, err := publish.Write(siteFiles("one"), filepath.Join(dir, "site")); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("the error is %v, want %q in it", err, test.want)
			}
			if after := contents(t, dir); !maps.Equal(before, after) {
				t.Errorf("from %v it became %v", before, after)
			}
		})
	}
}

// TestFilesAddedMeanwhileAreKept saves a file in the folder after the build has
// started.
func TestFilesAddedMeanwhileAreKept(t *testing.T) {
	for _, test := range []struct {
		name, out string
		exists    bool
	}{
		{"into a folder that didn't exist", "fresh", false},
		{"into an empty folder", "empty", true},
	} {
		t.Run(test.name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), test.out)
			if test.exists {
				if err := os.MkdirAll(out, 0o755); err != nil {
					t.Fatal(err)
				}
			}
			ended := make(chan error, 1)
			go func() { ended <- build(t, out, false, false) }()
			for range 200 { // until it has started
				if left, _ := filepath.Glob(filepath.Join(filepath.Dir(out), ".proxynet-*")); len(left) > 0 {
					break
				}
				time.Sleep(10 * time.Millisecond)
			}
			put(t, out, "my-article.docx", "precious")
			if err := <-ended; err == nil || !strings.Contains(err.Error(), "did not build it") {
				t.Errorf("the build ended with %v", err)
			}
			if got := contents(t, out); len(got) != 1 || got["my-article.docx"] != "precious" {
				t.Errorf("the folder holds %v", got)
			}
		})
	}
}

func TestConcurrentBuildsOfOneFolder(t *testing.T) {
	out := filepath.Join(t.TempDir(), "site")
	ended := make(chan error)
	for i := range 3 {
		n := tiny()
		n.Title = fmt.Sprintf("Build %d", i)
		go func() {
			_, err := publish.Build(context.Background(), publish.Options{Options: site.Options{Networks: []*network.Network{n}}, Out: out})
			ended <- err
		}()
	}
	done := 0
	for range 3 {
		if err := <-ended; err == nil {
			done++
		} else if !strings.Contains(err.Error(), "another build is writing") {
			t.Errorf("one ended with %v", err)
		}
	}
	if done != 1 {
		t.Errorf("%d of 3 builds succeeded, want 1", done)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(out), ".proxynet-*")); len(left) > 0 {
		t.Errorf("%v is left", left)
	}
	if _, err := publish.Write(siteFiles("one"), out); err != nil {
		t.Errorf("what they wrote is no whole site: %v", err)
	}
}

func TestLinksToSites(t *testing.T) {
	dir := t.TempDir()
	link := func(to, name string) string {
		at := filepath.Join(dir, name)
		if err := os.Symlink(to, at); err != nil {
			t.Fatal(err)
		}
		return at
	}
	put(t, dir, "current/", "")
	follow := link("current", "follow")
	for _, version := range []string{"one", "two"} {
		if _, err := publish.Write(siteFiles(version), follow); err != nil {
			t.Fatal(err)
		}
		mustHold(t, filepath.Join(dir, "current"), siteFiles(version), nil)
		if to, err := os.Readlink(follow); err != nil || to != "current" {
			t.Fatalf("the link leads to %q, %v", to, err)
		}
	}
	put(t, dir, "file", "f")
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		link("nowhere", "dangling"): "leads nowhere", link("loop", "loop"): "leads nowhere",
		link("file", "to-file"): "not a folder", filepath.Join(dir, "file"): "not a folder", filepath.Join(dir, "pipe"): "not a folder", link("/dev/null", "null"): "not a folder",
	} {
		before, err := os.Lstat(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := publish.Write(siteFiles("one"), name); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %q", name, err, want)
		}
		if after, err := os.Lstat(name); err != nil || before.Mode() != after.Mode() {
			t.Errorf("%s has become %v, %v", name, after, err)
		}
	}
}

// TestReplaceKeepsWorkingFolder checks that a build keeps the folder itself, so
// that a shell in it stays in an existing folder.
func TestReplaceKeepsWorkingFolder(t *testing.T) {
	out := written(t, "one")
	before, err := os.Stat(out)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(filepath.Join(out, "en"))
	if _, err := publish.Write(siteFiles("two"), ".."); err != nil {
		t.Fatal(err)
	}
	if after, err := os.Stat(out); err != nil || !os.SameFile(before, after) {
		t.Errorf("the folder is another one, %v", err)
	}
	mustHold(t, out, siteFiles("two"), nil)
}
