//go:build linux

package publish_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"proxynet/network/file"
	"proxynet/web/site/publish"
)

// killed is an environment variable. If it is set to a path, the test's own program
// writes a site and a network file below it repeatedly until it is killed.
const killed = "PROXYNET_TEST_WRITES"

func TestMain(m *testing.M) {
	if out := os.Getenv(killed); out != "" {
		writeForever(out)
	}
	os.Exit(m.Run())
}

// version returns the files of a site, each of which contains its version.
func version(i int) map[string][]byte {
	files := map[string][]byte{}
	for _, name := range []string{"index.html", "assets/a.js", "assets/b.css", "network.json"} {
		files[name] = bytes.Repeat(fmt.Appendf(nil, "%08d\n", i), 4000)
	}
	return files
}

func writeForever(out string) {
	for i := 1; ; i++ {
		if _, err := publish.Write(version(i), filepath.Join(out, "site")); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		if err := file.Write(filepath.Join(out, "network.yaml"), version(i)["network.json"]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

// TestWrite_KilledAtAnyInstant kills a writing program and checks that its output is always
// one complete version, never a mixture and never missing.
func TestWrite_KilledAtAnyInstant(t *testing.T) {
	dir := t.TempDir()
	if _, err := publish.Write(version(0), filepath.Join(dir, "site")); err != nil {
		t.Fatal(err)
	}
	if err := file.Write(filepath.Join(dir, "network.yaml"), version(0)["network.json"]); err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	seen := map[string]bool{}
	for range 40 {
		killWriter(t, dir, random)
		seen[whole(t, dir, "network.yaml")] = true
		of := map[string]bool{}
		for name := range version(0) {
			of[whole(t, dir, "site/"+name)] = true
		}
		if len(of) != 1 {
			t.Fatalf("the site is made of several versions: %v", of)
		}
	}
	if delete(seen, "00000000"); len(seen) == 0 {
		t.Error("nothing was ever written before the end")
	}
	noneLeft(t, dir)
}

// noneLeft checks that the next writes remove the leftovers of killed ones.
func noneLeft(t *testing.T, dir string) {
	t.Helper()
	if _, err := publish.Write(version(0), filepath.Join(dir, "site")); err != nil {
		t.Fatal(err)
	}
	if err := file.Write(filepath.Join(dir, "network.yaml"), nil); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if strings.HasPrefix(entry.Name(), ".proxynet-") {
			t.Errorf("%s is left behind", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestWrite_KilledBesideOtherFiles kills a program that writes a site into a folder with
// other files: these always exist, and every file is complete.
func TestWrite_KilledBesideOtherFiles(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "site")
	if _, err := publish.Write(version(0), out); err != nil {
		t.Fatal(err)
	}
	others := []string{"CNAME", ".git/HEAD", "assets/notes.txt"}
	for _, name := range others {
		put(t, out, name, name)
	}
	random := rand.New(rand.NewPCG(3, 4))
	for range 20 {
		killWriter(t, dir, random)
		for name := range version(0) {
			whole(t, dir, "site/"+name)
		}
		for _, name := range others {
			if data, err := os.ReadFile(filepath.Join(out, name)); string(data) != name {
				t.Fatalf("%s of others is %q, %v", name, data, err)
			}
		}
	}
	noneLeft(t, dir)
}

// killWriter starts the writing program in a folder and kills it while it writes.
func killWriter(t *testing.T, dir string, random *rand.Rand) {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), killed+"="+dir)
	var stderr bytes.Buffer
	c.Stderr = &stderr
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	awaitWrite(dir)
	time.Sleep(time.Duration(random.IntN(60)) * time.Millisecond)
	if err := c.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = c.Wait() // it was killed
	if stderr.Len() > 0 {
		t.Fatal(stderr.String())
	}
}

// awaitWrite waits until the program, which may start slowly, writes into a folder. A
// folder's modification time changes when a file in it is created, renamed or removed.
func awaitWrite(dir string) {
	before, _ := os.Stat(dir)
	for start := time.Now(); time.Since(start) < 10*time.Second; time.Sleep(time.Millisecond) {
		if now, err := os.Stat(dir); err == nil && !now.ModTime().Equal(before.ModTime()) {
			return
		}
	}
}

// whole returns the version of a file, and fails the test if the file is incomplete.
func whole(t *testing.T, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	first, _, _ := strings.Cut(string(data), "\n")
	if string(data) != strings.Repeat(first+"\n", 4000) {
		t.Fatalf("%s is not whole: %d bytes, of version %s", name, len(data), first)
	}
	return first
}
