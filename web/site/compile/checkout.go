package compile

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// Root returns the root of the checkout of proxynet that the folder dir is in, ""
// if it is in none.
func Root(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for {
		switch mod, err := os.ReadFile(filepath.Join(dir, "go.mod")); {
		case err == nil && ownModule.Match(mod):
			return dir, nil
		case err == nil: // another module's
			return "", nil
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", nil
		}
		dir = up
	}
}

var ownModule = regexp.MustCompile(`(?m)^module\s+"?proxynet"?\s*$`)

// Sources returns a hash of all inputs of a compilation in a checkout except the Go
// toolchain: the files of its packages, some of which are embedded,
// but not their tests and texts about them; go.mod, go.sum, and the licence, which
// the programs hold. It is SHA-256 in hexadecimal.
func Sources(root string) (string, error) {
	all := sha256.New()
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if name != "." && !isPackage(name) {
				return fs.SkipDir
			}
			return nil
		}
		if !isSource(name) || !entry.Type().IsRegular() {
			return nil
		}
		data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil {
			return err
		}
		fmt.Fprintf(all, "%s %x\n", name, sha256.Sum256(data)) // WalkDir goes in lexical order
		return nil
	})
	if err != nil {
		return "", fmt.Errorf("the sources of proxynet in %s can't be read: %w", root, errors.Unwrap(err))
	}
	return hex.EncodeToString(all.Sum(nil)), nil
}

// packageFolders are the folders at the root of a checkout that hold packages.
var packageFolders = []string{"network", "viz", "wasm", "web"}

// isPackage reports whether a folder may hold a package or files that one embeds.
func isPackage(name string) bool {
	base := path.Base(name)
	if base == "testdata" || base == "node_modules" || strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_") {
		return false
	}
	return base != name || slices.Contains(packageFolders, name)
}

// isSource reports whether a file in such a folder, or at the root, is part of what
// is compiled.
func isSource(name string) bool {
	base := path.Base(name)
	if base == name { // of the root
		if base == "go.mod" || base == "go.sum" || base == "LICENSE" {
			return true
		}
		if path.Ext(base) != ".go" {
			return false
		}
	}
	for _, suffix := range []string{"_test.go", ".test.js", ".md"} {
		if strings.HasSuffix(base, suffix) {
			return false
		}
	}
	return !strings.HasPrefix(base, ".")
}
