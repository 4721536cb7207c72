package compile

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"proxynet/network/file"
	"proxynet/web/site/lighter"
)

// readability is the module by which an article is found in a page of HTML. One of
// its files fetches pages by HTTP, which nothing here uses: without it the desk is a
// tenth smaller.
const (
	readability     = "codeberg.org/readeck/go-readability/v2"
	readabilityFile = "readability.go"
)

// smallFlags compile all but what runs most without inlining, which makes the desk an
// eighth smaller. Later flags override earlier ones.
var smallFlags = []string{
	"-gcflags=all=-l", "-gcflags=proxynet/viz/...=", "-gcflags=proxynet/viz/layout=-B",
	"-gcflags=runtime=", "-gcflags=runtime/...=", "-gcflags=slices=", "-gcflags=strings=", "-gcflags=unicode/utf8=", "-gcflags=math/...=",
}

// compileDesk returns the engine of the desk.
func compileDesk(root string, run lighter.Go, warn func(string)) ([]byte, error) {
	modfile, fault := withoutHTTP(root, run)
	if fault == nil {
		wasm, err := build(run, desk, append(slices.Clone(smallFlags), "-modfile="+modfile)...)
		if err == nil {
			return wasm, nil
		}
		fault = err
	}
	wasm, err := build(run, desk, smallFlags...)
	if err != nil {
		return nil, fmt.Errorf("the desk does not compile: %w", err)
	}
	warn(fmt.Sprintf("The desk is built with an HTTP client that it never uses, since %v", fault))
	return wasm, nil
}

// withoutHTTP copies the module into the checkout's cache without that file, and
// returns the path, from the root, of a go.mod file that uses the copy.
func withoutHTTP(root string, run lighter.Go) (modfile string, err error) {
	const folder = ".cache/readability" // the same in every checkout: the path gets into the program
	dir, err := run("list", "-m", "-f", "{{.Dir}}", readability)
	if err != nil {
		return "", err
	}
	if _, err := os.Stat(filepath.Join(dir, readabilityFile)); dir == "" || err != nil {
		return "", errors.Join(fmt.Errorf("%s has no %s any more", readability, readabilityFile), err)
	}
	for _, part := range []string{".", "render", "internal/re2go"} {
		from := filepath.Join(dir, filepath.FromSlash(part))
		entries, err := os.ReadDir(from)
		if err != nil {
			return "", err
		}
		for _, e := range entries {
			name := e.Name()
			wanted := strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") && name != readabilityFile || strings.HasPrefix(name, "LICENSE") || name == "go.mod"
			if e.IsDir() || !wanted {
				continue
			}
			if err := copyFile(filepath.Join(from, name), filepath.Join(root, filepath.FromSlash(folder), filepath.FromSlash(part), name)); err != nil {
				return "", err
			}
		}
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		data, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			return "", err
		}
		if name == "go.mod" {
			data = fmt.Appendf(data, "\nreplace %s => ./%s\n", readability, folder)
		}
		if err := file.Write(filepath.Join(root, filepath.FromSlash(folder), "with."+strings.TrimPrefix(name, "go.")), data); err != nil {
			return "", err
		}
	}
	return folder + "/with.mod", nil
}

// copyFile copies a small file, and makes the folder for it.
func copyFile(from, to string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	if old, err := os.ReadFile(to); err == nil && string(old) == string(data) {
		return nil
	}
	return file.Write(to, data)
}
