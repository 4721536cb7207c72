package compile

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"proxynet/network/file"
	"proxynet/web/site/lighter"
)

// cut is a module that the desk is built with in a copy without one file, which is
// large and which the desk never uses.
type cut struct {
	module   string
	packages []string // folders in it that are copied
	file     string   // the one that is replaced
	instead  string   // its new content
}

var cuts = []cut{
	// Fetches pages by HTTP.
	{"codeberg.org/readeck/go-readability/v2", []string{".", "render", "internal/re2go"}, "readability.go", "package readability\n"},
	// Guesses encodings; the desk reads UTF-8.
	{"github.com/go-shiori/dom", []string{"."}, "parser.go", `package dom

import (
	"io"

	"golang.org/x/net/html"
)

func Parse(r io.Reader) (*html.Node, error) { return html.Parse(r) }
`},
}

// smallFlags disable inlining except in the hottest packages, which makes the desk an
// eighth smaller. Later flags override earlier ones.
var smallFlags = []string{
	"-gcflags=all=-l", "-gcflags=proxynet/viz/...=", "-gcflags=proxynet/viz/layout=-B", "-gcflags=proxynet/viz/place=-B", "-gcflags=proxynet/viz/route=-B",
	"-gcflags=runtime=", "-gcflags=runtime/...=", "-gcflags=slices=", "-gcflags=strings=", "-gcflags=unicode/utf8=", "-gcflags=math/...=",
}

// compileDesk returns the engine of the desk.
func compileDesk(root string, run lighter.Go, warn func(string)) ([]byte, error) {
	modfile, cause := withCuts(root, run)
	if cause == nil {
		wasm, err := build(run, desk, append(slices.Clone(smallFlags), "-modfile="+modfile)...)
		if err == nil {
			return wasm, nil
		}
		cause = err
	}
	wasm, err := build(run, desk, smallFlags...)
	if err != nil {
		return nil, fmt.Errorf("the desk does not compile: %w", err)
	}
	warn(fmt.Sprintf("The desk is built with code that it never uses, and is a fifth larger, since %v", cause))
	return wasm, nil
}

// withCuts copies modules into the checkout's cache, and returns the path, from the
// root, of a go.mod file that uses the copies.
func withCuts(root string, run lighter.Go) (modfile string, err error) {
	const folder = ".cache/desk" // the same in every checkout: the path gets into the program
	replace := ""
	for _, c := range cuts {
		dir, err := run("list", "-m", "-f", "{{.Dir}}", c.module)
		if err != nil {
			return "", err
		}
		to := folder + "/" + path.Base(strings.TrimSuffix(c.module, "/v2"))
		if err := c.copy(dir, filepath.Join(root, filepath.FromSlash(to))); err != nil {
			return "", err
		}
		replace += fmt.Sprintf("\nreplace %s => ./%s\n", c.module, to)
	}
	for name, more := range map[string]string{"go.mod": replace, "go.sum": ""} {
		data, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			return "", err
		}
		if err := update(filepath.Join(root, filepath.FromSlash(folder), name), append(data, more...)); err != nil {
			return "", err
		}
	}
	return folder + "/go.mod", nil
}

// copy copies the module in the folder dir.
func (c cut) copy(dir, to string) error {
	if _, err := os.Stat(filepath.Join(dir, c.file)); dir == "" || err != nil {
		return fmt.Errorf("%s has no %s any more", c.module, c.file)
	}
	for _, part := range c.packages {
		entries, err := os.ReadDir(filepath.Join(dir, filepath.FromSlash(part)))
		if err != nil {
			return err
		}
		for _, e := range entries {
			name := e.Name()
			if e.IsDir() || name != "go.mod" && (!strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go")) {
				continue
			}
			data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(part), name))
			if err != nil {
				return err
			}
			if part == "." && name == c.file {
				data = []byte(c.instead)
			}
			if err := update(filepath.Join(to, filepath.FromSlash(part), name), data); err != nil {
				return err
			}
		}
	}
	return nil
}

// update writes a file, and makes the folder for it, unless it is there already.
func update(name string, data []byte) error {
	if old, err := os.ReadFile(name); err == nil && string(old) == string(data) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return file.Write(name, data)
}
