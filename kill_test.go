//go:build unix

package main

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestWritersKilledAtAnyInstant kills the verbs that write while they replace
// what one call wrote by what another writes: every file is one or the other.
// Sites are killed in web/site; a single file goes the way of these.
func TestWritersKilledAtAnyInstant(t *testing.T) {
	for _, test := range []struct{ name, one, other string }{
		{"new", "new OUT --force --article " + soundArticle, "new OUT --force --lang fr --article " + soundArticle},
		{"schema and layout", "schema --force -o OUT/file", "layout --force " + anyGraph + " -o OUT/file"},
		{"import", "import --force " + anyDOT + " -o OUT/file.yaml", "import --force --node-kind person " + anyDOT + " -o OUT/file.yaml"},
		{"export", "export --force --network " + soundNetwork + " -o OUT/file", "export --force --format svg --network " + soundNetwork + " -o OUT/file"},
		{"export of two files", "export --force --format csv --network " + soundNetwork + " -o OUT/file.csv", "export --force --format csv -o OUT/file.csv"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			written := func(call string) map[string][]byte {
				if status := run(strings.Fields(strings.ReplaceAll(call, "OUT", dir)), io.Discard, io.Discard); status != exitDone {
					t.Fatalf("%s: got status %d", call, status)
				}
				return contents(t, dir)
			}
			one, other := written(test.one), written(test.other)
			random := rand.New(rand.NewPCG(1, 2))
			seen := map[bool]bool{}
			for range 12 {
				c := command("forever", strings.Fields(strings.ReplaceAll(test.one+" | "+test.other, "OUT", dir))...)
				var faults bytes.Buffer
				c.Stderr = &faults
				before := identities(t, dir)
				if err := c.Start(); err != nil {
					t.Fatal(err)
				}
				for start := time.Now(); maps.EqualFunc(before, identities(t, dir), os.SameFile) && time.Since(start) < 10*time.Second; {
					time.Sleep(time.Millisecond) // until the program, which a busy machine starts slowly, has written something
				}
				time.Sleep(time.Duration(random.IntN(60)) * time.Millisecond)
				if err := c.Process.Kill(); err != nil {
					t.Fatal(err)
				}
				c.Wait() // it was killed
				for name, data := range contents(t, dir) {
					isOne, isOther := bytes.Equal(data, one[name]), bytes.Equal(data, other[name])
					if !isOne && !isOther {
						t.Fatalf("%s is not whole: %d bytes, want %d or %d; %s", name, len(data), len(one[name]), len(other[name]), faults.String())
					}
					seen[isOne] = true
				}
			}
			if !seen[true] {
				t.Error("nothing was ever written before the end")
			}
		})
	}
}

// identities returns the identity of each file in a folder. A file that was
// replaced has another one.
func identities(t *testing.T, dir string) map[string]os.FileInfo {
	t.Helper()
	files := map[string]os.FileInfo{}
	for name := range contents(t, dir) {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		files[name] = info
	}
	return files
}

// contents returns the files in a folder, but those that were begun and not ended.
func contents(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, entry := range entries {
		if strings.HasPrefix(entry.Name(), ".") {
			continue
		}
		if files[entry.Name()], err = os.ReadFile(filepath.Join(dir, entry.Name())); err != nil {
			t.Fatal(err)
		}
	}
	if len(files) == 0 {
		t.Fatal("there are no files")
	}
	return files
}

// TestOneWayToWrite: what users keep is written by the functions that write it
// whole; nothing else of the project writes files, but for those named here.
func TestOneWayToWrite(t *testing.T) {
	may := []string{
		"network/file/write.go",           // writes a file whole
		"network/file/regular.go",         // opens files to read them
		"web/site/write.go",               // writes a folder whole
		"web/site/stage.go",               // what it is written in
		"web/site/lighter/prepare.go",     // a cache
		"web/test/bench/generate/main.go", // what benchmarks read
	}
	writes := []string{"WriteFile", "Create", "OpenFile", "Rename", "Truncate"}
	var found []string
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() && (entry.Name() == "node_modules" || path != "." && strings.HasPrefix(entry.Name(), ".")) {
			if err == nil {
				err = fs.SkipDir
			}
			return err
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if of, ok := s.X.(*ast.Ident); ok && of.Name == "os" && slices.Contains(writes, s.Sel.Name) && !slices.Contains(found, path) {
					found = append(found, path)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range found {
		if !slices.Contains(may, path) {
			t.Errorf("%s writes a file itself; let file.Write do it", path)
		}
	}
	for _, path := range may {
		if !slices.Contains(found, path) {
			t.Errorf("%s writes no files any more", path)
		}
	}
}
