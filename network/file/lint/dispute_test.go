package lint_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"proxynet/network/file"
	"proxynet/network/file/lint"
)

// TestCoverageCountsDenials reads a paragraph with a denial: if it is cited against the
// claim, it counts as covered, and its speaker counts as cited.
func TestCoverageCountsDenials(t *testing.T) {
	const start = `format: 1
id: quay
title: The quay
summary: Who is said to have been paid.
lang: en
root: karl
sources: [{id: a, text: a.txt, title: The quay, lang: en}]
speakers: [{id: voice, label: The article, kind: article}, {id: prosecutor, label: Prosecutors, kind: institution}, {id: nora-says, label: Nora Lind, kind: named, node: nora}]
passages:
  - {id: q-paid, paragraph: 1, exact: "Prosecutors say that Karl Lind paid 40,000 euros to Nora Lind", speaker: prosecutor, manner: paraphrased}
`
	const rest = `nodes:
  - {id: karl, label: Karl Lind, kind: person, summary: A trader., passages: [q-paid]}
  - {id: nora, label: Nora Lind, kind: person, summary: A mayor., passages: [q-paid]}
relations:
`
	article := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(article, []byte("Prosecutors say that Karl Lind paid 40,000 euros to Nora Lind. She denies it.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, passage, against, want string
	}{
		{"left out", "", "", "denial-left-out"},
		{"cited against the claim", "  - {id: q-denies, paragraph: 1, exact: She denies it}\n", ", against: [{speaker: nora-says, passages: [q-denies]}]", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			text := start + test.passage + rest + "  - {id: pays, from: karl, to: nora, kind: money, verb: paid, status: attributed, past: true, passages: [q-paid]" + test.against + "}\n"
			path := filepath.Join(filepath.Dir(article), "network.yaml")
			if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
			r, err := lint.Run(path)
			if err != nil {
				t.Fatal(err)
			}
			var found []string
			for _, f := range r.Findings {
				if f.Level == lint.Error {
					t.Error(f.Text())
				}
				if f.Rule == "denial-left-out" || f.Rule == "silent-speaker" && test.against != "" {
					found = append(found, string(f.Rule))
				}
			}
			if got := strings.Join(found, " "); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// TestExamplesPass checks the examples with every rule: all warnings are accepted in
// their files.
func TestExamplesPass(t *testing.T) {
	for _, folder := range []string{"../example", "../example/poyais"} {
		dir := t.TempDir() // without the record of earlier builds
		for _, name := range []string{file.NetworkName, "article.txt"} {
			data, err := os.ReadFile(filepath.Join(folder, name))
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		path := filepath.Join(dir, file.NetworkName)
		r, err := lint.Run(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range r.Findings {
			t.Errorf("%s: %s", path, f.Text())
		}
	}
}
