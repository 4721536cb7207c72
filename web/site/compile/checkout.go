package compile

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
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

// Sources returns a hash of all that decides what is compiled in a checkout
// besides the Go toolchain: the Go files of every package but tests, go.mod,
// go.sum, and the licence, which the programs hold. It is SHA-256 in hexadecimal.
func Sources(root string) (string, error) {
	all := sha256.New()
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := entry.Name()
		if entry.IsDir() {
			if name != "." && (strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_") || base == "testdata" || base == "node_modules") {
				return fs.SkipDir
			}
			return nil
		}
		isSource := strings.HasSuffix(base, ".go") && !strings.HasSuffix(base, "_test.go")
		if !isSource && name != "go.mod" && name != "go.sum" && name != "LICENSE" {
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
