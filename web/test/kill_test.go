//go:build unix

package test

import (
	"bytes"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// forever returns a shell that makes the two calls in turn until its process group
// is killed.
func forever(one, other string) *exec.Cmd {
	const loop = `while "$PROGRAM" $ONE && "$PROGRAM" $OTHER; do :; done`
	c := exec.Command("sh", "-c", loop)
	c.Dir = root
	c.Env = append(os.Environ(), "PROGRAM="+program, "ONE="+one, "OTHER="+other)
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	return c
}

// TestWriters_KilledAtAnyInstant kills the writing commands while each of two calls
// replaces the output of the other: every file must be complete, from one of them. The
// tests of web/site/publish kill builds of sites.
func TestWriters_KilledAtAnyInstant(t *testing.T) {
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
				if status, _, stderr := run(t, strings.Fields(strings.ReplaceAll(call, "OUT", dir))...); status != 0 {
					t.Fatalf("%s: got status %d, %s", call, status, stderr)
				}
				return contents(t, dir)
			}
			one, other := written(test.one), written(test.other)
			random := rand.New(rand.NewPCG(1, 2))
			seen := map[bool]bool{}
			for range 12 {
				c := forever(strings.ReplaceAll(test.one, "OUT", dir), strings.ReplaceAll(test.other, "OUT", dir))
				var stderr bytes.Buffer
				c.Stderr = &stderr
				before := identities(t, dir)
				if err := c.Start(); err != nil {
					t.Fatal(err)
				}
				for start := time.Now(); maps.EqualFunc(before, identities(t, dir), os.SameFile) && time.Since(start) < 10*time.Second; {
					time.Sleep(time.Millisecond) // until the program, which may start slowly, has written something
				}
				time.Sleep(time.Duration(random.IntN(100)) * time.Millisecond)
				if err := syscall.Kill(-c.Process.Pid, syscall.SIGKILL); err != nil {
					t.Fatal(err)
				}
				c.Wait() // killed
				for name, data := range contents(t, dir) {
					isOne, isOther := bytes.Equal(data, one[name]), bytes.Equal(data, other[name])
					if !isOne && !isOther {
						t.Fatalf("%s is not whole: %d bytes, want %d or %d; %s", name, len(data), len(one[name]), len(other[name]), stderr.String())
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

// contents returns the files in a folder, except unfinished temporary files.
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
