package compile

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Preamble introduces the licences of something.
type Preamble struct {
	Own    string // what proxynet's own licence covers
	Others string // what other licences cover
}

var siteNotices = Preamble{
	Own:    "proxynet made this site; its viewer, scripts and styles come under this licence.",
	Others: "The site also holds software that others wrote, under these licences.",
}

var deskNotices = Preamble{
	Own:    "This editor is part of proxynet, which comes under this licence.",
	Others: "It also holds software that others wrote, under these licences.",
}

// Notices returns the licences of all software in programs that are compiled of the
// packages for the platforms: of proxynet, of Go, whose runtime and wasm_exec.js are in
// them, and of every module that is linked into one of them. A text that several
// modules share appears once.
func Notices(ctx context.Context, root string, intro Preamble, platforms []Platform, packages ...string) ([]byte, error) {
	var modules []module
	for _, p := range platforms {
		found, err := linked(ctx, Toolchain{root, p}, packages...)
		if err != nil {
			return nil, err
		}
		modules = append(modules, found...)
	}
	slices.SortFunc(modules, func(a, b module) int { return strings.Compare(a.Path, b.Path) })
	modules = slices.Compact(modules)
	tool := Toolchain{root, Browser}
	goroot, err := tool.Run(ctx, "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	version, err := tool.Run(ctx, "env", "GOVERSION")
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	own, err := licences(root)
	if err != nil {
		return nil, fmt.Errorf("the licence of proxynet: %w", err)
	}
	fmt.Fprintf(&b, "%s\n\nproxynet\n========\n\n%s\n\n%s\n", intro.Own, strings.Join(own, "\n"), intro.Others)
	first := map[string]string{} // the first module with a licence text
	add := func(name, dir string) error {
		texts, err := licences(dir)
		if err != nil {
			return fmt.Errorf("the licence of %s: %w", name, err)
		}
		for i, text := range texts {
			if other, ok := first[text]; ok {
				texts[i] = "The same text as that of " + other + ", above.\n"
			} else {
				first[text] = name
			}
		}
		fmt.Fprintf(&b, "\n%s\n%s\n\n%s", name, strings.Repeat("=", len(name)), strings.Join(texts, "\n"))
		return nil
	}
	goName := "The Go programming language: its runtime, standard library and wasm_exec.js, " + version
	if err := add(goName, goroot); errors.Is(err, fs.ErrNotExist) { // some systems keep it apart
		fmt.Fprintf(&b, "\n%s\n\nBSD-3-Clause, https://go.dev/LICENSE\n", goName)
	} else if err != nil {
		return nil, err
	}
	for _, m := range modules {
		if err := add(m.Path+" "+m.Version, m.Dir); err != nil {
			return nil, err
		}
	}
	return []byte(b.String()), nil
}

// module is a module that is linked into a program.
type module struct{ Path, Version, Dir string }

// linked returns the third-party modules that are linked into the packages, in no order.
func linked(ctx context.Context, tool Toolchain, packages ...string) ([]module, error) {
	out, err := tool.Run(ctx, append([]string{"list", "-deps", "-json=Module"}, packages...)...)
	if err != nil {
		return nil, err
	}
	found := map[string]module{}
	for d := json.NewDecoder(bytes.NewReader([]byte(out))); ; {
		var p struct {
			Module *struct {
				module
				Main bool
			}
		}
		switch err := d.Decode(&p); {
		case errors.Is(err, io.EOF):
			return slices.Collect(maps.Values(found)), nil
		case err != nil:
			return nil, err
		case p.Module != nil && !p.Module.Main:
			found[p.Module.Path] = p.Module.module
		}
	}
}

// licences returns the texts of the licences and notices in a folder.
func licences(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var texts []string
	for _, e := range entries {
		name := strings.ToUpper(e.Name())
		if e.IsDir() || !strings.HasPrefix(name, "LICENSE") && !strings.HasPrefix(name, "LICENCE") && !strings.HasPrefix(name, "NOTICE") && !strings.HasPrefix(name, "COPYING") && !strings.HasPrefix(name, "PATENTS") {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return nil, err
		}
		texts = append(texts, strings.ReplaceAll(string(text), "\r\n", "\n"))
	}
	if len(texts) == 0 {
		return nil, fmt.Errorf("%w in %s", fs.ErrNotExist, dir)
	}
	return texts, nil
}
