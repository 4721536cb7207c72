package main_test

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

// row returns the line of the README's table of dependencies that has all words.
func row(t *testing.T, words ...string) string {
	t.Helper()
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(readme), "| dependency | for | licence |")
	for line := range strings.Lines(table) {
		if strings.HasPrefix(line, "| ") && !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(line, word) }) {
			return line
		}
	}
	return ""
}

// licence names the licence of a Go module by the words that only it has.
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
	t.Errorf("%s: its licence is none of those that the project takes", dir)
	return ""
}

// TestGoModulesAreNamed: the README names every module that is asked for, and its
// licence.
func TestGoModulesAreNamed(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{if not (or .Main .Indirect)}}{{.Path}} {{.Dir}}{{end}}", "all").Output()
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Fields(string(out))
	if len(lines) < 2*8 {
		t.Fatalf("go list told %q", out)
	}
	for i := 0; i < len(lines); i += 2 {
		path, dir := lines[i], lines[i+1]
		name := regexp.MustCompile(`/v\d+$`).ReplaceAllString(strings.TrimPrefix(path, "github.com/"), "")
		found := row(t, name)
		if found == "" {
			found = row(t, strings.Split(name, "/")...) // of several by one author
		}
		if found == "" {
			t.Errorf("the README does not name %s", path)
		} else if is := licence(t, dir); !strings.Contains(found, is) {
			t.Errorf("%s is under %s, but the README says: %s", path, is, found)
		}
	}
}

// TestNpmPackagesAreNamed: the README names every package that is asked for, and
// its licence; each is pinned, and so are those that they ask for.
func TestNpmPackagesAreNamed(t *testing.T) {
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
	read("package.json", &own)
	var lock struct {
		Packages map[string]struct {
			Version, Integrity, License, Resolved string
			Dev, Optional                         bool
		}
	}
	read("package-lock.json", &lock)
	if len(own.Dependencies) > 0 {
		t.Errorf("nothing of npm is shipped, but package.json has %v", own.Dependencies)
	}
	if len(own.DevDependencies) == 0 || len(lock.Packages) < len(own.DevDependencies) {
		t.Fatal("no packages")
	}
	for name, version := range own.DevDependencies {
		locked := lock.Packages["node_modules/"+name]
		if locked.Version != version {
			t.Errorf("%s is asked for as %s, and locked as %s", name, version, locked.Version)
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
			t.Errorf("the README does not name %s", name)
		} else if !strings.Contains(found, locked.License) {
			t.Errorf("%s is under %s, but the README says: %s", name, locked.License, found)
		}
	}
	free := []string{"MIT", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "MPL-2.0", "CC0-1.0", "Python-2.0", "BlueOak-1.0.0", "Unlicense"}
	for name, p := range lock.Packages {
		if name == "" {
			continue
		}
		if p.Integrity == "" || !p.Dev || p.Resolved != "" {
			t.Errorf("%s must be pinned by its content, be for tests only, and name no registry", name)
		}
		if !slices.Contains(free, p.License) {
			t.Errorf("%s is under %q, which is none of %v", name, p.License, free)
		}
	}
}
