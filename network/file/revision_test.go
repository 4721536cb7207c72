package file_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"proxynet/network/file"
)

// TestRevisions compares two versions of an article, sentence by sentence.
func TestRevisions(t *testing.T) {
	const before = "A note.\n\nAnna signed the lease in spring 2019. She denies it. No charges have been filed.\n\nThe bank lent the money to Dr. Voss.\n"
	tests := []struct{ name, old, new, want string }{
		{"nothing", "", "", ""},
		{"typeset differently", "She denies it.", "She  denies it.", ""},
		{"paragraph on top", "A note.", "Correction.\n\nA note.", "+ Correction."},
		{"moved", "She denies it. No charges have been filed.", "No charges have been filed.\n\nShe denies it.", ""},
		{"added", "have been filed.", "have been filed. Prosecutors closed the case in 2020.", "+ Prosecutors closed the case in 2020."},
		{"removed", "She denies it. ", "", "- She denies it."},
		{"changed", "in spring 2019", "in May 2016", "~ Anna signed the lease in [-spring 2019.-] {+May 2016.+}"},
		{"changed beyond knowing", "She denies it.", "Her lawyer had no comment.", "+ Her lawyer had no comment.\n- She denies it."},
		{"abbreviation", "Dr. Voss", "Dr. Mira Voss", "~ … the money to Dr. {+Mira+} Voss."},
		{"the same once more", "She denies it.", "She denies it. She denies it.", "+ She denies it."},
		{"all at once", before, "Another article. It says other things.", "+ Another article.\n+ It says other things.\n- A note.\n- Anna signed the lease in spring 2019.\n- She denies it.\n- No charges have been filed.\n- The bank lent the money to Dr. Voss."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			earlier := articles(t, []byte(before))["gazette"]
			later := articles(t, []byte(strings.Replace(before, test.old, test.new, 1)))["gazette"]
			var got []string
			list, whole := later.Revisions(earlier)
			if whole {
				t.Error("too much has changed")
			}
			for _, r := range list {
				switch {
				case r.Old == "":
					got = append(got, "+ "+r.New)
				case r.New == "":
					got = append(got, "- "+r.Old)
				default:
					got = append(got, "~ "+file.ShowDiff(r.Diff))
				}
				if r.New != "" && later.Paragraphs[r.Paragraph].Text[r.From:r.To] != r.New {
					t.Errorf("%q is not at its place", r.New)
				}
			}
			if strings.Join(got, "\n") != test.want {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), test.want)
			}
		})
	}
}

func TestRevisionsOfAnotherArticle(t *testing.T) {
	var one, two strings.Builder
	for i := range 600 {
		fmt.Fprintf(&one, "This is the %dth sentence of one.\n", i)
		fmt.Fprintf(&two, "Another says %d times what it says.\n", i)
	}
	a, b := articles(t, []byte(one.String())), articles(t, []byte(two.String()))
	if list, whole := a["gazette"].Revisions(b["gazette"]); !whole || list != nil {
		t.Errorf("got %d revisions, %v", len(list), whole)
	}
}

// TestMemory checks that a build saves its article beside the network, ignored by git,
// and that the next build finds it.
func TestMemory(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "network.yaml")
	text := read(t, "testdata/harbour.txt")
	for name, data := range map[string][]byte{"network.yaml": harbour(t, "    lang: en\n    date", "    lang: en\n    text: article.txt\n    date"), "article.txt": text} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	d, err := file.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if d.Recall(); d.Built != nil {
		t.Error("a build is recalled that never was")
	}
	m, err := file.NewMemory(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Save(); err != nil {
		t.Fatal(err)
	}
	d.Recall()
	now, err := d.OpenArticles()
	if err != nil {
		t.Fatal(err)
	}
	if list, _ := now["gazette"].Revisions(d.Built["gazette"]); len(list) > 0 {
		t.Errorf("the article of the build is another: %v", list)
	}
	if ignore, err := os.ReadFile(filepath.Join(dir, ".proxynet", ".gitignore")); err != nil || string(ignore) != "*\n" {
		t.Errorf("git would take the article: %q, %v", ignore, err)
	}
	if networks, err := file.LoadFolder(dir); err != nil || len(networks) != 1 {
		t.Errorf("the folder has %d networks: %v", len(networks), err)
	}
}
