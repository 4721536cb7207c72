package test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"proxynet/web/cli"
)

// TestAuthoring starts a network for a saved page and changes its file, like an author.
func TestAuthoring(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	write := func(name, text string) {
		if err := os.WriteFile(in(name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("saved.html", `<html><head><title>The quay</title><meta name="author" content="A. Writer"></head><body><h1>The quay</h1><p>Tolland owns the quay’s cranes since 2010.</p></body></html>`)
	write("network.yaml", `format: 1
id: n
title: The quay
summary: Who owns it.
lang: en
root: trust
sources: [{id: article, text: quay/article.txt, title: The quay, lang: en}]
speakers: [{id: voice, label: The article, kind: article}]
passages:
  - {id: p, exact: "Tolland owns the quay's cranes since 2010"}
nodes:
  - {id: trust, label: Tolland, kind: organisation, summary: The owner., passages: [p]}
  - {id: cranes, label: The cranes, aliases: [cranes], kind: target, summary: Cranes., passages: [p]}
relations:
  - {id: owns, from: trust, to: cranes, kind: ownership, verb: owns, period: since 2010, passages: [p]} # TODO: ask
`)
	network := "--network=" + in("network.yaml")
	steps := []struct {
		args   []string
		status int
		want   string // part of the output
	}{
		{[]string{"new", in("quay"), "--article", in("saved.html")}, cli.Done, "was made from a web page: read it through once"},
		{[]string{"check", network}, cli.Failure, "“since 2010” is 2010: began some time from 2010-01-01 to 2010-12-31"},
		{[]string{"check", network, "--fix", "--dry-run"}, cli.Failure, "+  - {id: p, paragraph: 2, exact: \"Tolland owns the quay’s cranes since 2010\"}"},
		{[]string{"check", network, "--fix"}, cli.Done, "no errors, no warnings"},
		{[]string{"rename", "trust", "tolland", network, "--dry-run"}, cli.Done, "+root: tolland"},
		{[]string{"rename", network, "trust", "tolland"}, cli.Done, "3 edits"},
		{[]string{"merge", "tolland", "cranes", network}, cli.Failure, "owns is removed"},
		{[]string{"merge", "tolland", "cranes", network, "--confirm", "--dry-run"}, cli.Done, "-  - {id: owns,"},
		{[]string{"remove", "cranes", network}, cli.Failure, "owns, in “to” refers to cranes"},
		{[]string{"remove", network}, cli.Usage, "name the id to remove"},
		{[]string{"remove", "cranes", "owns", network, "--dry-run"}, cli.Done, "-  - {id: owns,"},
		{[]string{"rename", "tolland", network}, cli.Usage, "name the new id"},
		{[]string{"rename", "a", "b"}, cli.Usage, "--network"},
	}
	for _, step := range steps {
		status, stdout, stderr := run(t, step.args...)
		if out := stdout + stderr; status != step.status || !strings.Contains(out, step.want) {
			t.Errorf("%v: status %d, want %d, printed\n%s\nwant %q in it", step.args, status, step.status, out, step.want)
		}
	}
	data, err := os.ReadFile(in("network.yaml"))
	if err != nil || !strings.Contains(string(data), "period: {edtf: 2010, means: began, words: since 2010}, passages: [p]} # TODO: ask") {
		t.Errorf("the file is now, %v\n%s", err, data)
	}
}
