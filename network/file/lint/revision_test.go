package lint_test

import (
	"strings"
	"testing"

	"proxynet/network/file"
	"proxynet/network/file/lint"
)

// TestRevised looks the sound network over with an article that was changed since
// the last build.
func TestRevised(t *testing.T) {
	tests := []struct{ name, before, after, accept, want string }{
		{"nothing", text, text, "", ""},
		{"no build", "", text + "Anna resigned.\n", "", "uncited-name"},
		{"claim closed", text, strings.Replace(text, "Berta.", "Berta. Anna left in 2020.", 1), "", `since the last build, the article says also “Anna left in 2020.”, which names Anna, and no passage cites that [new-sentence]`},
		{"that is cited", text, strings.Replace(text, "Berta.", "Berta. Anna left in 2020.", 1), "\n  - {id: left, paragraph: 1, exact: Anna left in 2020}", ""},
		{"that names nobody", text, text + "It rained.\n", "", ""},
		{"changed", strings.Replace(text, "The weather was fine.", "The weather was not fine.", 1), text, "", `since the last build, a sentence was changed to “The weather was fine.” [changed-sentence]`},
		{"removed", text + "It rained.\n", text, "", "since the last build, the article has lost “It rained.” [changed-sentence]"},
		{"cited and changed", strings.Replace(text, "Anna commands", "Anna now commands", 1), text, "", "since the last build, a sentence was changed to “Anna commands Berta.” [changed-sentence]; such as what rests on p"},
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
				a, faults := file.ReadArticle("a", []byte(text))
				if faults != nil {
					t.Fatal(faults)
				}
				return file.Articles{"s": a}
			}
			if test.before != "" {
				d.Built = read(test.before)
			}
			var got []string
			for _, f := range lint.Look(d, read(test.after)).Findings {
				line := f.Problem + " [" + f.Rule + "]"
				if _, mend, ok := strings.Cut(f.Mend, "such as what rests"); ok {
					line += "; such as what rests" + mend
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
