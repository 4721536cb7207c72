package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"

	"proxynet/web/site"
	"proxynet/web/site/publish"
)

// npmPackages returns the packages for npm, in the form that npm pack writes: the
// command as proxynet, which installs a package for the platform that it is on,
// and the custom element as proxynet-embed.
func npmPackages(ctx context.Context, root string, s stamp, c built, licence []byte) (map[string][]byte, error) {
	files := map[string][]byte{}
	version, _, _ := strings.Cut(strings.TrimPrefix(s.version, "v"), "+") // npm drops everything after +
	add := func(name string, manifest map[string]any, entries []entry) error {
		manifest["version"] = version
		data, err := json.MarshalIndent(manifest, "", "  ")
		if err != nil {
			return err
		}
		entries = append(entries, entry{"package.json", append(data, '\n'), false}, entry{"LICENSE", licence, false})
		for i := range entries {
			entries[i].name = "package/" + entries[i].name
		}
		packed, err := tarred(entries, s.time)
		files["npm/"+name+"-"+version+".tgz"] = packed
		return err
	}
	optional := map[string]string{}
	for _, t := range c.targets {
		p := npmPlatform(t)
		optional["@proxynet/"+p.String()] = version
		err := add("proxynet-"+p.String(), map[string]any{
			"name": "@proxynet/" + p.String(), "license": "MIT", "description": "The proxynet command for " + t.String(),
			"os": []string{p.os}, "cpu": []string{p.arch}, "preferUnplugged": true,
		}, []entry{{"bin/" + t.executable(), c.binaries[t], true}, {"THIRD_PARTY_NOTICES.txt", c.notices, false}})
		if err != nil {
			return nil, err
		}
	}
	sources := filepath.Join(root, "web", "release", "npm")
	manifest, entries, err := readPackage(filepath.Join(sources, "proxynet"))
	if err != nil {
		return nil, err
	}
	manifest["optionalDependencies"] = optional
	if err := add("proxynet", manifest, entries); err != nil {
		return nil, err
	}
	if manifest, entries, err = readPackage(filepath.Join(sources, "embed")); err != nil {
		return nil, err
	}
	script, err := embedScript(c.programs)
	if err != nil {
		return nil, err
	}
	types, err := embedTypes(ctx, root)
	if err != nil {
		return nil, err
	}
	return files, add("proxynet-embed", manifest, append(append(entries, entry{"element.js", script, false}), types...))
}

// npmPlatform returns a target in the words of npm and Node.js.
func npmPlatform(t target) npmTarget {
	p := npmTarget{t.os, t.arch}
	if t.os == "windows" {
		p.os = "win32"
	}
	if t.arch == "amd64" {
		p.arch = "x64"
	}
	return p
}

type npmTarget struct{ os, arch string }

func (p npmTarget) String() string { return p.os + "-" + p.arch }

// readPackage returns the manifest and the other files of a package's folder.
func readPackage(dir string) (manifest map[string]any, entries []entry, err error) {
	err = fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if name == "package.json" {
			return errors.Join(err, json.Unmarshal(data, &manifest))
		}
		entries = append(entries, entry{name, data, path.Dir(name) == "bin"})
		return err
	})
	return manifest, entries, err
}

// embedScript returns the custom element with all that it imports, as one module.
func embedScript(p site.Programs) ([]byte, error) {
	sources, err := site.Sources(p.Exec)
	if err != nil {
		return nil, err
	}
	script, err := publish.SingleScript(sources, "embed/element.js")
	return []byte("// proxynet-embed, MIT License\n" + script), err
}

// embedTypes returns the declarations of the custom element, as the TypeScript
// compiler of the project's tests writes them.
func embedTypes(ctx context.Context, root string) ([]entry, error) {
	dir, err := os.MkdirTemp("", "proxynet-release-*")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	c := exec.CommandContext(ctx, "npx", "--no", "--", "tsc", "--ignoreConfig", "--allowJs", "--declaration", "--emitDeclarationOnly", "--strict", "--removeComments", "false",
		"--module", "nodenext", "--target", "es2023", "--lib", "ES2023,DOM,DOM.Iterable", "--types", "", "--rootDir", ".", "--outDir", dir, "state/listeners.js")
	c.Dir = filepath.Join(root, "web")
	if out, err := c.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("the declarations of the element: %w; npm ci installs the TypeScript compiler\n%s", err, out)
	}
	from := map[string]string{
		"state/declaration.d.ts": dir, "state/listeners.d.ts": dir, "state/store.d.ts": dir, // written in JavaScript
		"embed/embed.d.ts": filepath.Join(root, "web"), "page/proxynet.d.ts": filepath.Join(root, "web"),
	}
	var entries []entry
	for _, name := range site.SortedNames(from) {
		data, err := os.ReadFile(filepath.Join(from[name], filepath.FromSlash(name)))
		if err != nil {
			return nil, err
		}
		entries = append(entries, entry{"types/" + name, data, false})
	}
	return entries, nil
}
