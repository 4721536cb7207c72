package main

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/web/cli"
)

const (
	soundNetwork = "network/file/testdata/harbour.yaml"
	soundArticle = "network/file/testdata/harbour.txt"
	anyGraph     = "viz/layout/edgelist/testdata/ring.json"
	anyDOT       = "network/format/dot/testdata/graph.dot"
	badNetwork   = "network/file/testdata/errors.yaml"
)

func TestRun(t *testing.T) {
	tests := []struct {
		name           string
		args           string
		status         int
		stdout, stderr string // a required part; "" if it must be empty
	}{
		{"no verb", "", cli.Usage, "", "usage: proxynet VERB"},
		{"help", "help", cli.Done, "usage: proxynet VERB", ""},
		{"-h", "-h", cli.Done, "usage: proxynet VERB", ""},
		{"unknown verb", "chek", cli.Usage, "", `unknown verb "chek"`},
		{"help of a verb", "check -h", cli.Done, "usage: proxynet check [flags]", ""},
		{"help of another", "export --help", cli.Done, "usage: proxynet export [flags]", ""},
		{"unknown flag", "check --artcle a.txt", cli.Usage, "", "flag provided but not defined: -artcle"},
		{"stray argument", "desk a.txt", cli.Usage, "", `unexpected "a.txt"`},
		{"network without its flag", "check " + soundNetwork + " --article " + soundArticle, cli.Done, "quotes: all 7 occur", ""},
		{"two networks", "check a.yaml b.yaml", cli.Usage, "", `unexpected "b.yaml": name one network`},
		{"a network with and without its flag", "check a.yaml --network b.yaml", cli.Usage, "", `unexpected "a.yaml": --network names "b.yaml"`},

		{"check the shipped network", "check", cli.Done, "quotes: not checked", ""},
		{"check a sound network", "check --network " + soundNetwork + " --article " + soundArticle, cli.Done, "quotes: all 7 occur", ""},
		{"check one with errors", "check --network " + badNetwork, cli.Failure, badNetwork + ":8: error: the file: unknown field", ""},
		{"check against another article", "check --network " + soundNetwork + " --article main.go", cli.Failure, "q-guild: this text is not in the article", ""},
		{"check no network", "check --network nowhere.yaml", cli.Failure, "nowhere.yaml: error: it cannot be read", ""},
		{"check against no article", "check --article nowhere.txt", cli.Failure, "nowhere.txt: error: it cannot be read", ""},
		{"check strictly", "check --strict --network " + soundNetwork + " --article " + soundArticle, cli.Failure, "[no-relation]", ""},
		{"check for a code host", "check --format sarif", cli.Done, `"version": "2.1.0"`, ""},
		{"check for nobody", "check --format xml", cli.Usage, "", `unknown format "xml"`},

		{"check the review of the shipped network", "check --reviewed", cli.Usage, "", "--reviewed is for a network of your own"},
		{"check a network that nobody has signed", "check --reviewed --network " + soundNetwork + " --article " + soundArticle, cli.Failure, "nobody has signed this node; sign it in " + strings.TrimSuffix(filepath.Base(soundNetwork), ".yaml") + ".review.yaml [unsigned-claim]", ""},
		{"compare a network with itself", "compare " + soundNetwork + " " + soundNetwork, cli.Done, "both claim the same\n", ""},
		{"compare two networks", "compare --format json " + soundNetwork + " network/file/example/network.yaml", cli.Done, `"sentence": "Cyrus Field founded `, ""},
		{"compare one network", "compare " + soundNetwork, cli.Usage, "", "name the file of the later version"},
		{"compare with one with errors", "compare " + soundNetwork + " " + badNetwork, cli.Failure, "", badNetwork + ":8:"},
		{"edit nothing", "edit", cli.Usage, "", "name the file of the network"},
		{"edit what is not there", "edit nowhere.yaml", cli.Failure, "", "nowhere.yaml: it cannot be read"},
		{"the desk into nothing", "desk", cli.Usage, "", "name the file or folder to write with -o"},
		{"sign nothing", "sign --by me --network " + soundNetwork, cli.Usage, "", "name the id to sign, or --all"},
		{"sign by nobody", "sign atlantic --network network/file/example/network.yaml", cli.Usage, "", "name who signs with --by"},
		{"sign, for show", "sign field-founds --by Me --dry-run --network network/file/example/network.yaml", cli.Done, "+    by: Me\n", ""},

		{"new without an article", "new somewhere", cli.Usage, "", "name the article’s text"},
		{"new without a folder", "new --article " + soundArticle, cli.Usage, "", "name the folder"},
		{"new of no article", "new nowhere --article nowhere.txt", cli.Failure, "", "nowhere.txt: it cannot be read"},
		{"new over a network", "new network/file/testdata --article " + soundArticle + " --lang xx-nonsense-language", cli.Failure, "", "unknown language"},
		{"quote", "quote --article " + soundArticle + " cranes", cli.Done, "    paragraph: 3\n", ""},
		{"quote what isn't there", "quote --article " + soundArticle + " lighthouses", cli.Failure, "", "nor anything much like it"},
		{"quote nothing", "quote --article " + soundArticle, cli.Usage, "", "name the words"},
		{"schema", "schema", cli.Done, "https://json-schema.org/draft/2020-12/schema", ""},
		{"schema over a file", "schema -o go.mod", cli.Failure, "", "go.mod already exists; replace it with --force"},

		{"schema of a translation", "schema --translation", cli.Done, "urn:proxynet:translation:1", ""},
		{"translate no network", "translate --lang fa", cli.Usage, "", "name the network’s file"},
		{"rename in no network", "rename a b", cli.Usage, "", "name the network’s file"},
		{"remove from no network", "remove a b", cli.Usage, "", "name the network’s file"},
		{"fix no network", "check --fix", cli.Usage, "", "name the network’s file"},
		{"translate into no language", "translate --network " + soundNetwork, cli.Usage, "", "name the language"},
		{"translate into what is no language", "translate --lang 4 --network " + soundNetwork, cli.Failure, "", "unknown language"},
		{"translate what is translated", "translate --lang fa --network network/file/quds.yaml", cli.Done, "nothing is missing", ""},
		{"export in another language", "export --lang fa", cli.Done, `"lang": "fa"`, ""},
		{"export in a language that it isn’t translated into", "export --lang de", cli.Usage, "", "not translated into"},
		{"a site in one language", "build -o somewhere --lang fa", cli.Usage, "", "--lang is for --single-file"},

		{"export", "export --network " + soundNetwork, cli.Done, `"id": "ostrand"`, ""},
		{"export with errors", "export --network " + badNetwork, cli.Failure, "", badNetwork + ":8:"},
		{"export an unknown format", "export --format doc", cli.Usage, "", `unknown format "doc": write one of json, svg, png, gexf`},
		{"export what another program reads", "export --format jgf --network " + soundNetwork, cli.Done, `"relation": "`, ""},
		{"export a picture", "export --format svg --network " + soundNetwork, cli.Done, ">Source: T. Holm, The Ostrand Gazette</text>", ""},
		{"export a picture in pixels", "export --format png --network " + soundNetwork, cli.Done, "PNG", ""},
		{"export for a script's address", "export --format svg --address javascript:alert(1) --network " + soundNetwork, cli.Usage, "", "it must begin with https://"},
		{"export for an address with a password", "export --format annotations --address https://user:secret@example.org/ --network " + soundNetwork, cli.Usage, "", "the address contains a user name"},
		{"export for an address with a fragment", "export --format svg --address https://example.org/#a --network " + soundNetwork, cli.Usage, "", "it has a fragment"},
		{"export two tables", "export --format csv --network " + soundNetwork, cli.Usage, "", "csv has 2 files: name them with -o NAME.csv"},
		{"import", "import " + anyDOT, cli.Done, "unsourced: true", anyDOT + ": nodes of an unknown kind, kept as “unknown”: 5"},
		{"import as another kind", "import --node-kind person " + anyDOT, cli.Done, "kind: person", "kept as “person”: 5"},
		{"import nothing", "import", cli.Usage, "", "name the file to import"},
		{"import an unknown format", "import --format doc a.doc", cli.Usage, "", `unknown format "doc"`},
		{"import as an unknown kind", "import --node-kind thing " + anyDOT, cli.Usage, "", `unknown kind of node "thing"`},
		{"import no such file", "import nowhere.gexf", cli.Failure, "", "nowhere.gexf: it cannot be read"},
		{"import a file that is none", "import --format gexf " + soundArticle, cli.Failure, "", soundArticle + ": it is empty, or not XML"},
		{"build into nothing", "build", cli.Usage, "", "name the folder or file to write with -o"},
		{"build a folder without networks", "build --network web/server -o nowhere", cli.Failure, "", "web/server contains no network; add one"},
		{"build a folder into one file", "build --network web --single-file -o nowhere", cli.Usage, "", "--single-file holds one network"},
		{"build with a misquote", "build --network network/file/testdata/misquotes.yaml --article " + soundArticle + " -o nowhere", cli.Failure, "", "misquotes.yaml:13: word: misquoted"},
		{"serve an article only", "serve --article " + soundArticle, cli.Usage, "", "name its file with --network"},
		{"serve two things", "serve --network " + soundNetwork + " --site dist", cli.Usage, "", "--site is a built site"},
		{"layout", "layout " + anyGraph, cli.Done, `{"positions":[[`, ""},
		{"layout of no graph", "layout -o out.json", cli.Usage, "", "name the graph’s file"},
		{"layout of two graphs", "layout a.json b.json", cli.Usage, "", `unexpected "b.json"`},
		{"layout into no folder", "layout " + anyGraph + " -o nowhere/out.json", cli.Failure, "", "nowhere"},
		{"layout of no file", "layout nowhere.json", cli.Failure, "", "nowhere.json"},
		{"metrics", "metrics " + anyGraph + " viz/layout/edgelist/testdata/ring.positions.json", cli.Done, "crossings     0\n", ""},
		{"metrics of no positions", "metrics " + anyGraph, cli.Usage, "", "name the positions’ file"},
		{"export into no folder", "export -o nowhere/out.json", cli.Failure, "", "nowhere"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var stdout, stderr strings.Builder
			if got := run(strings.Fields(test.args), &stdout, &stderr); got != test.status {
				t.Errorf("got status %d, want %d", got, test.status)
			}
			holds(t, "standard output", stdout.String(), test.stdout)
			holds(t, "standard error", stderr.String(), test.stderr)
		})
	}
}

func holds(t *testing.T, where, got, want string) {
	t.Helper()
	if want == "" && got != "" || !strings.Contains(got, want) {
		t.Errorf("%s: got %q, want %q in it", where, got, want)
	}
}

func TestExportWritesWhatItPrints(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.json")
	var printed, nothing strings.Builder
	if run([]string{"export"}, &printed, &nothing) != cli.Done || run([]string{"export", "-o", path}, &nothing, &nothing) != cli.Done {
		t.Fatal("it does not export")
	}
	if nothing.Len() > 0 {
		t.Errorf("it says %q", nothing.String())
	}
	written, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(written) != printed.String() {
		t.Error("the file differs from what is printed")
	}
	n, err := network.Decode(written)
	if err != nil || len(n.Relations) == 0 {
		t.Errorf("it can't be read again: %v", err)
	}
}

// TestImportTableOfTheDocs imports the table in the guide for authors.
func TestImportTableOfTheDocs(t *testing.T) {
	guide, err := os.ReadFile("web/docs/authoring.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(guide), "```csv\n")
	table, _, ok := strings.Cut(rest, "```")
	if !ok {
		t.Fatal("the guide shows no table")
	}
	path := filepath.Join(t.TempDir(), "claims.csv")
	if err := os.WriteFile(path, []byte(table), 0o644); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr strings.Builder
	if status := run([]string{"import", path, "--article", "network/file/example/article.txt"}, &stdout, &stderr); status != cli.Done {
		t.Fatalf("got status %d: %s", status, stderr.String())
	}
	for _, want := range []string{"exact: founded in London in 1856 by Cyrus Field\n", "period: \"1856\"\n", "kind: founding\n", "passages: [p"} {
		if !strings.Contains(stdout.String(), want) {
			t.Errorf("got no %q in\n%s", want, stdout.String())
		}
	}
}

// TestImportAndExportAgain imports files by other programs, and exports them to their
// own format again.
func TestImportAndExportAgain(t *testing.T) {
	dir := t.TempDir()
	path := func(name string) string { return filepath.Join(dir, name) }
	do := func(want int, args ...string) string {
		t.Helper()
		var stdout, stderr strings.Builder
		if got := run(args, &stdout, &stderr); got != want {
			t.Fatalf("%v: got status %d, want %d: %s", args, got, want, stderr.String())
		}
		return stderr.String()
	}
	const gexf = "network/format/gexf/testdata/networkx-les-miserables.gexf"
	do(cli.Done, "import", gexf, "-o", path("network.yaml"))
	if said := do(cli.Failure, "import", gexf, "-o", path("network.yaml")); !strings.Contains(said, "--force") {
		t.Errorf("it says %q of a file that is there", said)
	}
	do(cli.Failure, "check", "--network", path("network.yaml")) // unsourced
	for _, form := range []string{"gexf", "graphml", "cytoscape", "jgf", "dot"} {
		do(cli.Done, "export", "--format", form, "--network", path("network.yaml"), "-o", path("les."+form))
		do(cli.Done, "import", "--format", form, path("les."+form), "-o", path(form+".yaml"))
	}
	do(cli.Done, "export", "--format", "csv", "--network", path("network.yaml"), "-o", path("les.csv"))
	do(cli.Done, "import", path("les.edges.csv"), "--nodes", path("les.nodes.csv"), "-o", path("csv.yaml"))
	for _, form := range []string{"", "gexf", "graphml", "cytoscape", "jgf", "dot", "csv"} {
		n, err := file.Load(path(cmp.Or(form, "network") + ".yaml"))
		if err != nil {
			t.Fatal(err)
		}
		if len(n.Nodes) != 77 || len(n.Relations) != 254 || !n.Unsourced || n.Nodes[0].Label != "Napoleon" {
			t.Errorf("%s: got %d nodes, %d relations, unsourced %v, first %q", form, len(n.Nodes), len(n.Relations), n.Unsourced, n.Nodes[0].Label)
		}
	}
}

// TestRun_FailsOnAFullDisk checks that a command fails if it can't print.
func TestRun_FailsOnAFullDisk(t *testing.T) {
	for _, args := range []string{
		"help", "check -h", "quote --article " + soundArticle + " cranes", "schema", "check --network " + soundNetwork + " --article " + soundArticle,
		"check --format json", "check --format sarif", "export --network " + soundNetwork, "export --format png --network " + soundNetwork, "import " + anyDOT,
		"layout " + anyGraph, "metrics " + anyGraph + " viz/layout/edgelist/testdata/ring.positions.json", "new --force " + t.TempDir() + " --article " + soundArticle,
	} {
		for _, most := range []int{0, 10} {
			var stderr strings.Builder
			if status := run(strings.Fields(args), &full{most}, &stderr); status != cli.Failure || !strings.Contains(stderr.String(), errFull.Error()) {
				t.Errorf("%s after %d bytes: got status %d, %q", args, most, status, stderr.String())
			}
		}
	}
}

var errFull = errors.New("the disk is full")

// full is a file on a disk with room for a number of bytes.
type full struct{ left int }

func (f *full) Write(p []byte) (int, error) {
	n := min(len(p), f.left)
	f.left -= n
	if n < len(p) {
		return n, errFull
	}
	return n, nil
}
