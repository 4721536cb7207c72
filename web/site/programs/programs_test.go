package programs

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"proxynet/web/site"
	"proxynet/web/site/compile"
)

func fakes() site.Programs {
	return site.Programs{
		Viewer: bytes.Repeat([]byte("viewer"), 1000), Layout: []byte("layout"), Exec: []byte("exec"), Notices: []byte("notices"),
		Desk: []byte("desk"), DeskNotices: []byte("desk notices"),
	}
}

// embedded returns the files that a command would embed.
func embedded(t *testing.T, p site.Programs, sources string) fstest.MapFS {
	t.Helper()
	files, err := Pack(p, sources, "go1.26.0", true)
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{"README.md": {}}
	for name, data := range files {
		fsys[name] = &fstest.MapFile{Data: data}
	}
	return fsys
}

func TestLoad(t *testing.T) {
	want := fakes()
	got, err := Load(embedded(t, want, "abc"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Viewer, want.Viewer) || !bytes.Equal(got.Layout, want.Layout) ||
		!bytes.Equal(got.Exec, want.Exec) || !bytes.Equal(got.Notices, want.Notices) || !bytes.Equal(got.Desk, want.Desk) {
		t.Error("the programs are not those that were packed")
	}
	if len(got.Brotli) != 6 {
		t.Errorf("there are %d compressed copies, want 6", len(got.Brotli))
	}
	if _, err := Load(fstest.MapFS{"README.md": {}}); !errors.Is(err, ErrNone) {
		t.Errorf("of a clone: got %v, want ErrNone", err)
	}
}

// TestLoadDamaged truncates each file, removes it, and replaces it by one of another
// version: the error must be one line that names the file.
func TestLoadDamaged(t *testing.T) {
	other := fakes()
	other.Viewer, other.Layout = []byte("another viewer"), []byte("lay_out")
	other.Exec, other.Notices, other.Desk, other.DeskNotices = []byte("EXEC"), []byte("Notices"), []byte("Desk"), []byte("Desk notices")
	foreign := embedded(t, other, "def")
	for name := range embedded(t, fakes(), "abc") {
		if name == "README.md" {
			continue
		}
		for how, change := range map[string]func(fsys fstest.MapFS, data []byte){
			"cut off":    func(fsys fstest.MapFS, data []byte) { fsys[name] = &fstest.MapFile{Data: data[:len(data)/2]} },
			"empty":      func(fsys fstest.MapFS, _ []byte) { fsys[name] = &fstest.MapFile{} },
			"missing":    func(fsys fstest.MapFS, _ []byte) { delete(fsys, name) },
			"of another": func(fsys fstest.MapFS, _ []byte) { fsys[name] = foreign[name] },
		} {
			fsys := embedded(t, fakes(), "abc")
			change(fsys, fsys[name].Data)
			_, err := Load(fsys)
			if name == manifestName && how == "missing" {
				if !errors.Is(err, ErrNone) {
					t.Errorf("%s %s: got %v", name, how, err)
				}
				continue
			}
			if err == nil || strings.Contains(err.Error(), "\n") || !strings.Contains(err.Error(), "damaged: the ") || !strings.Contains(err.Error(), "download or build it again") {
				t.Errorf("%s %s: got %v", name, how, err)
			}
		}
	}
}

// TestChoose runs commands with and without embedded programs, in a checkout and
// elsewhere without a Go toolchain, where compiling is an error.
func TestChoose(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	checkout, elsewhere := t.TempDir(), t.TempDir()
	if err := os.WriteFile(filepath.Join(checkout, "go.mod"), []byte("module proxynet\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	sources, err := compile.Sources(checkout)
	if err != nil {
		t.Fatal(err)
	}
	none := fstest.MapFS{"README.md": {}}
	broken := embedded(t, fakes(), sources)
	broken[manifestName] = &fstest.MapFile{Data: []byte("{")}
	for _, test := range []struct {
		name string
		fsys fstest.MapFS
		dir  string
		want string // part of the error; "" for the embedded programs
	}{
		{"release anywhere", embedded(t, fakes(), "of a release"), elsewhere, ""},
		{"release in its checkout", embedded(t, fakes(), sources), checkout, ""},
		{"release in a changed checkout", embedded(t, fakes(), "of a release"), checkout, "there is no Go toolchain; install Go from go.dev, or run this command, which holds a viewer of other sources, outside that folder"},
		{"damaged release", broken, elsewhere, "this command is damaged"},
		{"damaged release in its checkout", broken, checkout, "this command is damaged"},
		{"built in a clone, elsewhere", none, elsewhere, "is not in a checkout of proxynet, from which it could compile one; download a release"},
		{"built in a clone, there", none, checkout, "there is no Go toolchain; install Go from go.dev"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, err := choose(t.Context(), test.fsys, test.dir, func(message string) {
				if test.want == "" {
					t.Errorf("it says %q", message)
				}
			})
			if test.want == "" {
				if err != nil || !bytes.Equal(s.Viewer, fakes().Viewer) {
					t.Errorf("got %q, %v", s.Viewer, err)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("got %v, want one line with %q", err, test.want)
			}
		})
	}
}

// TestProgramsAreReusedIfCurrent chooses the programs in a checkout that has programs
// from these sources, from other sources, and damaged ones. The go command in the path
// prints its settings and compiles nothing.
func TestProgramsAreReusedIfCurrent(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("it needs a shell")
	}
	const settings = "go1.26.0"
	tools := t.TempDir()
	script := "#!/bin/sh\n[ \"$1 $2\" = 'env GOVERSION' ] && echo " + settings + " && exit\nexit 1\n"
	if err := os.WriteFile(filepath.Join(tools, "go"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", tools+":/bin:/usr/bin")
	checkout := t.TempDir()
	if err := os.WriteFile(filepath.Join(checkout, "go.mod"), []byte("module proxynet\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	sources, err := compile.Sources(checkout)
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(checkout, keptFolder)
	for _, test := range []struct {
		name              string
		sources, settings string
		damage            bool
		taken             bool
	}{
		{"those of the sources", sources, settings, false, true},
		{"those of other sources", "other", settings, false, false},
		{"those of another toolchain", sources, "go1.27.0", false, false},
		{"damaged ones", sources, settings, true, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			keep(fakes(), folder, test.sources, test.settings)
			if test.damage {
				if err := os.Truncate(filepath.Join(folder, "viewer.wasm.br"), 3); err != nil {
					t.Fatal(err)
				}
			}
			compiling := false
			s, err := choose(t.Context(), fstest.MapFS{"README.md": {}}, checkout, func(string) { compiling = true })
			if compiling == test.taken || (err == nil) != test.taken {
				t.Errorf("compiling: %v, error: %v", compiling, err)
			}
			if test.taken && (!bytes.Equal(s.Viewer, fakes().Viewer) || s.Brotli != nil) {
				t.Errorf("got %q, with copies: %v", s.Viewer, s.Brotli != nil)
			}
		})
	}
}
