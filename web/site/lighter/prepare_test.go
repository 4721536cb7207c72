package lighter_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"proxynet/web/site/lighter"
)

const (
	root   = "../../.."
	viewer = "proxynet/wasm"
)

// goCommand runs the go command in the module's root, for the browser.
func goCommand(args ...string) (string, error) {
	c := exec.Command("go", args...)
	c.Dir, c.Env = root, append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := c.Output()
	return string(out), err
}

// checkout returns a folder that has the module's go.mod and go.sum.
func checkout(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"go.mod", "go.sum"} {
		data, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestSwapsMatchEbiten fails when another version of Ebiten has come: look at
// what changed in the files of the swaps, and give their new sums.
func TestSwapsMatchEbiten(t *testing.T) {
	dir := checkout(t)
	modfile, err := lighter.Prepare(dir, viewer, goCommand)
	if err != nil {
		t.Fatal(err)
	}
	again, err := lighter.Prepare(dir, viewer, goCommand)
	if again != modfile || err != nil {
		t.Errorf("the second time: got %q, %v; want %q", again, err, modfile)
	}
	mod, err := os.ReadFile(filepath.Join(dir, modfile))
	if err != nil {
		t.Fatal(err)
	}
	copied := filepath.ToSlash(filepath.Dir(modfile)) + "/ebiten"
	if want := "replace github.com/hajimehoshi/ebiten/v2 v2.10.0 => ./" + copied; !bytes.Contains(mod, []byte(want)) {
		t.Errorf("go.mod lacks %q:\n%s", want, mod)
	}
	thread, err := os.ReadFile(filepath.Join(dir, copied, "internal/thread/thread.go"))
	if err != nil {
		t.Fatal(err)
	}
	if want := `"proxynet/web/site/lighter/slog" // changed by proxynet; was "log/slog"`; !bytes.Contains(thread, []byte(want)) {
		t.Errorf("thread.go lacks %s", want)
	}
	for _, name := range []string{"LICENSE", "go.mod", "run.go"} {
		if _, err := os.Stat(filepath.Join(dir, copied, name)); err != nil {
			t.Error(err)
		}
	}
}

func TestPrepareRefusesUnknownFiles(t *testing.T) {
	module := t.TempDir()
	name := filepath.Join(module, "internal", "builtinshader", "shader.go")
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte("package builtinshader\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	shader := fmt.Sprintf("v2.10.0\t%s\t%s\tshader.go\t\n", module, filepath.Dir(name))
	for _, test := range []struct{ name, list, want string }{
		{"another version", "v2.11.0" + strings.TrimPrefix(shader, "v2.10.0"), "is v2.11.0"},
		{"another file", shader, "shader.go is not the one"},
		{"no Ebiten", "\n\n", "has no internal/builtinshader/shader.go"},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := checkout(t)
			_, err := lighter.Prepare(dir, viewer, func(...string) (string, error) { return test.list, nil })
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v; want %q", err, test.want)
			}
			if _, err := os.Stat(filepath.Join(dir, ".cache")); err == nil {
				t.Error("something was written")
			}
		})
	}
}
