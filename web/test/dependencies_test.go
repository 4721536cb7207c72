package test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// root is the root of the repository, relative to this folder.
const root = "../.."

// documentation is the page that lists the dependencies.
const documentation = root + "/web/docs/dependencies.md"

// row returns the line of the table of dependencies that contains all words, or
// "" if there is none.
func row(t *testing.T, words ...string) string {
	t.Helper()
	page, err := os.ReadFile(documentation)
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(page), "| dependency | for | licence |")
	for line := range strings.Lines(table) {
		if strings.HasPrefix(line, "| ") && !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(line, word) }) {
			return line
		}
	}
	return ""
}

// licence returns the SPDX name of a Go module's licence, recognised by words
// that appear in no other.
func licence(t *testing.T, dir string) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "LICENSE*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%s has no licence: %v", dir, err)
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(string(data)), " ")
	switch {
	case strings.Contains(text, "Apache License"):
		return "Apache-2.0"
	case strings.Contains(text, "Permission is hereby granted, free of charge, to any person obtaining a copy of this software"):
		return "MIT"
	case strings.Contains(text, "Redistribution and use in source and binary forms") && strings.Contains(text, "Neither the name"):
		return "BSD-3-Clause"
	case strings.Contains(text, "Redistribution and use in source and binary forms"):
		return "BSD-2-Clause"
	}
	t.Errorf("%s: its licence is not one the project accepts", dir)
	return ""
}

// TestDependencies_NamesGoModules checks that the documentation names every required
// module with its licence.
func TestDependencies_NamesGoModules(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{if not (or .Main .Indirect)}}{{.Path}} {{.Dir}}{{end}}", "all").Output()
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Fields(string(out))
	if len(lines) < 2*8 {
		t.Fatalf("go list printed %q", out)
	}
	for i := 0; i < len(lines); i += 2 {
		path, dir := lines[i], lines[i+1]
		name := regexp.MustCompile(`/v\d+$`).ReplaceAllString(strings.TrimPrefix(path, "github.com/"), "")
		found := row(t, name)
		if found == "" {
			found = row(t, strings.Split(name, "/")...) // of several modules by one author
		}
		if found == "" {
			t.Errorf("%s is missing from "+documentation, path)
		} else if is := licence(t, dir); !strings.Contains(found, is) {
			t.Errorf("%s has licence %s, but the documentation says: %s", path, is, found)
		}
	}
}

// TestDependencies_NamesNpmPackages checks that the documentation names every required
// package with its licence, and that all packages, required directly or not,
// are pinned by their content.
func TestDependencies_NamesNpmPackages(t *testing.T) {
	read := func(name string, into any) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(data, into); err != nil {
			t.Fatal(err)
		}
	}
	var own struct {
		Dependencies    map[string]string
		DevDependencies map[string]string
	}
	read(root+"/web/package.json", &own)
	var lock struct {
		Packages map[string]struct {
			Version, Integrity, License, Resolved string
			Dev, Optional                         bool
		}
	}
	read(root+"/web/package-lock.json", &lock)
	if len(own.Dependencies) > 0 {
		t.Errorf("no npm package is shipped, but package.json has dependencies: %v", own.Dependencies)
	}
	if len(own.DevDependencies) == 0 || len(lock.Packages) < len(own.DevDependencies) {
		t.Fatal("no packages")
	}
	for name, version := range own.DevDependencies {
		locked := lock.Packages["node_modules/"+name]
		if locked.Version != version {
			t.Errorf("%s is required as %s but locked as %s", name, version, locked.Version)
		}
		found := row(t, name, "(npm)")
		if scope, rest, ok := strings.Cut(strings.TrimPrefix(name, "@"), "/"); found == "" && ok {
			if found = row(t, scope, rest, "(npm)"); found == "" {
				found = row(t, scope, "(npm)")
			}
		}
		if family, _, ok := strings.Cut(name, "-"); found == "" && ok && own.DevDependencies[family] != "" {
			found = row(t, family, "(npm)")
		}
		if found == "" {
			t.Errorf("%s is missing from "+documentation, name)
		} else if !strings.Contains(found, locked.License) {
			t.Errorf("%s has licence %s, but the documentation says: %s", name, locked.License, found)
		}
	}
	free := []string{"MIT", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "MPL-2.0", "CC0-1.0", "Python-2.0", "BlueOak-1.0.0", "Unlicense"}
	for name, p := range lock.Packages {
		if name == "" {
			continue
		}
		if p.Integrity == "" || !p.Dev || p.Resolved != "" {
			t.Errorf("%s must have an integrity hash, be a development dependency, and name no registry", name)
		}
		choices := strings.Split(strings.Trim(p.License, "()"), " OR ")
		if !slices.ContainsFunc(choices, func(licence string) bool { return slices.Contains(free, licence) }) {
			t.Errorf("%s has licence %q, want one of %v", name, p.License, free)
		}
	}
}
