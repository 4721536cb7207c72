//go:build unix

package file_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"proxynet/network/file"
)

func TestWriteFollowsLinksAndReplacesOnlyFiles(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	if err := os.WriteFile(at("target"), []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	for link, to := range map[string]string{"link": "target", "chain": "link", "dangling": "nowhere", "null": "/dev/null"} {
		if err := os.Symlink(to, at(link)); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mkfifo(at("pipe"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(at("folder"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ name, want string }{
		{"link", ""}, {"chain", ""}, {"dangling", "must lead to a file"}, {"null", "not a regular file"}, {"pipe", "not a regular file"}, {"folder", "not a regular file"},
	} {
		before, err := os.Lstat(at(test.name))
		if err != nil {
			t.Fatal(err)
		}
		err = file.WriteNew(at(test.name), []byte(test.name), true)
		if (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %q", test.name, err, test.want)
		}
		if after, err := os.Lstat(at(test.name)); err != nil || after.Mode() != before.Mode() {
			t.Errorf("%s has become %v, %v", test.name, after, err)
		}
		if got := string(read(t, at("target"))); err == nil && got != test.name {
			t.Errorf("%s: its target holds %q", test.name, got)
		}
		if err := file.WriteNew(at(test.name), nil, false); err == nil || !strings.Contains(err.Error(), "already exists") {
			t.Errorf("%s: without force, got %v", test.name, err)
		}
	}
	if info, err := os.Stat(at("target")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the target's permissions are %v, %v; want those that it had", info.Mode(), err)
	}
}

func TestWriteWaitsForOtherWriters(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.yaml")
	left := filepath.Join(filepath.Dir(path), ".proxynet-out.yaml.new")
	f, err := os.Create(left) // as another writing process does
	if err != nil {
		t.Fatal(err)
	}
	if !file.Lock(f) {
		t.Fatal("no lock")
	}
	if err := file.Write(path, nil); err == nil || !strings.Contains(err.Error(), "another process is writing") {
		t.Errorf("beside another writer, got %v", err)
	}
	f.Close() // as after a kill
	if err := file.Write(path, []byte("x")); err != nil {
		t.Errorf("after another writer was killed, got %v", err)
	}
	if _, err := os.Lstat(left); err == nil {
		t.Error("its temporary file is left")
	}
}

// TestReplaceKeepsReadOnlyFiles checks that a read-only file is not replaced, although
// renaming would allow it.
func TestReplaceKeepsReadOnlyFiles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "network.yaml")
	if err := os.WriteFile(path, []byte("old"), 0o444); err != nil {
		t.Fatal(err)
	}
	if err := file.Replace(path, []byte("old"), []byte("new")); err == nil || err.Error() != path+" is read-only; allow writing to it" {
		t.Errorf("got %v", err)
	}
	if got := string(read(t, path)); got != "old" {
		t.Errorf("the file contains %q", got)
	}
}

// TestWriteReportsFullDisks writes past the limit, in a separate process, since the
// limit would also apply to go test's own log file.
func TestWriteReportsFullDisks(t *testing.T) {
	const limited = "PROXYNET_TEST_FULL_DISK"
	if os.Getenv(limited) == "" {
		c := exec.Command(os.Args[0], "-test.run=^TestWriteReportsFullDisks$")
		c.Env = append(os.Environ(), limited+"=yes")
		if out, err := c.CombinedOutput(); err != nil {
			t.Errorf("%v: %s", err, out)
		}
		return
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 1000, Max: 1000}); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "out")
	if err := file.Write(path, make([]byte, 5000)); err == nil {
		t.Error("it writes more than the limit on file sizes allows")
	}
	if entries, _ := os.ReadDir(filepath.Dir(path)); len(entries) > 0 {
		t.Errorf("%v is left", entries)
	}
}

// TestReadsRegularFilesOnly checks that any other type of file is an error,
// immediately.
func TestReadsRegularFilesOnly(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	if err := os.MkdirAll(at("network"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(at("secret.txt"), []byte("a secret\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(at("network/inside.txt"), []byte("Anna commands Berta.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(at("network/large.txt"), make([]byte, 9<<20), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(at("network/pipe"), 0o600); err != nil {
		t.Fatal(err)
	}
	for link, to := range map[string]string{
		"within": "inside.txt", "out": "../secret.txt", "up": "..", "far": "/etc/passwd", "zero": "/dev/zero", "tty": "/dev/tty", "to-pipe": "pipe", "loop": "loop", "proc": "/proc/self/environ",
	} {
		if err := os.Symlink(to, at("network/"+link)); err != nil {
			t.Fatal(err)
		}
	}
	const network = "format: 1\nid: t\ntitle: T\nsummary: S\nlang: en\nroot: a\nsources: [{id: s, title: T, lang: en, text: \"TEXT\"}]\nspeakers: [{id: v, label: A, kind: article}]\n" +
		"passages: [{id: p1, paragraph: 1, exact: Anna commands Berta}]\nnodes: [{id: a, label: A, kind: group, summary: x, passages: [p1]}]\n"
	for _, test := range []struct{ text, want string }{
		{"inside.txt", ""}, {"within", ""}, {"./inside.txt", ""},
		{"out", "escapes"}, {"up/secret.txt", "escapes"}, {"far", "escapes"}, {"zero", "escapes"}, {"tty", "escapes"}, {"proc", "escapes"},
		{"pipe", "not a regular file"}, {"to-pipe", "not a regular file"}, {".", "not a regular file"}, {"loop", "cannot be read"}, {"nowhere", "cannot be read"},
		{"large.txt", "larger than 8 MiB"},
		{"../secret.txt", "not beside this file"}, {"/etc/passwd", "not beside this file"}, {"http://x/", "cannot be read"},
	} {
		path := at("network/network.yaml")
		if err := os.WriteFile(path, []byte(strings.Replace(network, "TEXT", test.text, 1)), 0o600); err != nil {
			t.Fatal(err)
		}
		started := time.Now()
		_, err := file.LoadProved(path)
		if (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), test.want) {
			t.Errorf("text: %s: got %v, want %q", test.text, err, test.want)
		}
		if took := time.Since(started); took > 30*time.Second {
			t.Errorf("text: %s: it took %v", test.text, took)
		}
		if err != nil && strings.Contains(err.Error(), "secret\n") || err != nil && strings.Contains(err.Error(), "root:") {
			t.Errorf("text: %s: the error tells what is in the file: %v", test.text, err)
		}
	}
	for _, path := range []string{at("network/pipe"), at("network"), "/dev/zero", at("network/loop")} {
		if _, err := file.Open(path); err == nil {
			t.Errorf("a network is read from %s", path)
		}
		if _, diagnostics := file.OpenArticle(path); diagnostics == nil {
			t.Errorf("an article is read from %s", path)
		}
	}
	// A path on the command line may be anywhere.
	if err := os.WriteFile(at("secret.txt"), []byte("Anna commands Berta.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"inside.txt", "out"} { // and the article that the network names
		if err := os.WriteFile(at("network/network.yaml"), []byte(strings.Replace(network, "TEXT", text, 1)), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := file.LoadProved(at("network/network.yaml"), "s="+at("network/out")); err != nil {
			t.Errorf("text: %s, named on the command line: %v", text, err)
		}
	}
}
