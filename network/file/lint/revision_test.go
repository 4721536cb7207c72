package lint_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"proxynet/network/file"
	"proxynet/network/file/lint"
)

// TestRevised checks the sound network with an article that has changed since the last
// build.
func TestRevised(t *testing.T) {
	tests := []struct{ name, before, after, accept, want string }{
		{"nothing", text, text, "", ""},
		{"no build", "", text + "Anna resigned.\n", "", "uncited-name"},
		{"claim closed", text, strings.Replace(text, "Berta.", "Berta. Anna left in 2020.", 1), "", `new since the last build: “Anna left in 2020.”; it names Anna, and no passage quotes it [new-sentence]`},
		{"that is cited", text, strings.Replace(text, "Berta.", "Berta. Anna left in 2020.", 1), "\n  - {id: left, paragraph: 1, exact: Anna left in 2020}", ""},
		{"that names nobody", text, text + "It rained.\n", "", ""},
		{"changed", strings.Replace(text, "The weather was fine.", "The weather was not fine.", 1), text, "", `changed since the last build, to “The weather was fine.” [changed-sentence]`},
		{"removed", text + "It rained.\n", text, "", "removed from the article since the last build: “It rained.” [changed-sentence]"},
		{"cited and changed", strings.Replace(text, "Anna commands", "Anna now commands", 1), text, "", "changed since the last build, to “Anna commands Berta.” [changed-sentence]; claims that cite p"},
		{"note on top", text, "It rained.\n" + text, "", "paragraph|paragraph"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			data := sound
			if test.accept != "" {
				data = strings.Replace(strings.Replace(data, "Berta commands Clara}\n", "Berta commands Clara}"+test.accept+"\n", 1), "verb: commands, passages: [p]", "verb: commands, passages: [p, left]", 1)
			}
			d, err := file.Read("n", []byte(data))
			if err != nil {
				t.Fatal(err)
			}
			read := func(text string) file.Articles {
				a, diagnostics := file.ReadArticle("a", []byte(text))
				if diagnostics != nil {
					t.Fatal(diagnostics)
				}
				return file.Articles{"s": a}
			}
			if test.before != "" {
				d.Built = read(test.before)
			}
			var got []string
			for _, f := range lint.Check(d, read(test.after)).Findings {
				line := f.Problem.String() + " [" + f.Rule + "]"
				if _, fix, ok := strings.Cut(f.Fix.String(), "claims that cite"); ok {
					line += "; claims that cite" + fix
				}
				if test.want == "uncited-name" || strings.HasPrefix(test.want, "paragraph") {
					line = f.Rule
				}
				if (f.Rule == "changed-sentence" && f.Line > 0) != (f.Diff != nil) {
					t.Errorf("%s has the diff %v", f.Rule, f.Diff)
				}
				got = append(got, line)
			}
			if strings.Join(got, "|") != test.want {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), test.want)
			}
		})
	}
}

// TestWriteRevised builds, corrects the article, and reads the report of changes.
func TestWriteRevised(t *testing.T) {
	dir := t.TempDir()
	path, article := filepath.Join(dir, "network.yaml"), filepath.Join(dir, "article.txt")
	write := func(path, text string) {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write(path, strings.Replace(sound, "{id: s, title", "{id: s, text: article.txt, title", 1))
	write(article, text)
	memory, err := file.NewMemory(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := memory.Save(); err != nil {
		t.Fatal(err)
	}
	revised := func() string {
		var out strings.Builder
		if err := lint.WriteRevised(&out, path); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	if got := revised(); got != "" {
		t.Errorf("without a correction: %s", got)
	}
	write(article, strings.Replace(text, "Berta.", "Berta. Anna left in 2020.", 1)+"It is a new day.\n")
	if got := revised(); strings.Count(got, "\n") != 1 || !strings.Contains(got, article+":1: warning: paragraph-1: ") || !strings.Contains(got, "[new-sentence]") {
		t.Errorf("got %s", got)
	}
	write(article, strings.Replace(text, "The weather was fine.", "The weather was not so fine.", 1))
	if got := revised(); !strings.Contains(got, "[changed-sentence]") || !strings.Contains(got, "{+not so+}") {
		t.Errorf("got %s", got)
	}
}
