package file_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"proxynet/network/file"
)

// FuzzRead reads any bytes as a network and, if they are valid, checks its quotes
// against an article. Nothing may panic, and every diagnostic must be complete and on
// one line.
func FuzzRead(f *testing.F) {
	article, err := os.ReadFile("testdata/harbour.txt")
	if err != nil {
		f.Fatal(err)
	}
	paths, err := filepath.Glob("testdata/*.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data, article)
	}
	f.Fuzz(func(t *testing.T, data, article []byte) {
		d, err := file.Read("f", data)
		diagnostics := file.Diagnostics(nil)
		if err != nil && !errors.As(err, &diagnostics) {
			t.Fatalf("got a %T, want Diagnostics", err)
		}
		if err == nil {
			a, unread := file.ReadArticle("a", article)
			diagnostics = unread
			if unread == nil {
				articles := file.Articles{}
				for _, s := range d.Network.Sources {
					articles[s.ID] = a
				}
				_, diagnostics = d.CheckQuotes(articles)
			}
		}
		for _, diagnostic := range diagnostics {
			if diagnostic.File == "" || diagnostic.Problem.IsNone() || diagnostic.Fix.IsNone() || strings.Contains(diagnostic.Error(), "\n") {
				t.Errorf("an incomplete diagnostic: %#v", diagnostic)
			}
		}
	})
}

// FuzzQuote selects any words in any article. The output must be YAML whose quotes are
// in the article, each found exactly once by its prefix and suffix unless a comment
// says otherwise.
func FuzzQuote(f *testing.F) {
	article, err := os.ReadFile("testdata/harbour.txt")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(article, "the \"harbour\" board")
	f.Add([]byte("a\u2028b\u0085c\u00add — d’s … e\r\na b"), "a b")
	f.Add([]byte("“No,” said he. “No.”\n“No”"), "\"No")
	f.Fuzz(func(t *testing.T, text []byte, words string) {
		a, diagnostics := file.ReadArticle("a", text)
		if diagnostics != nil {
			return
		}
		for _, s := range a.Select(words) {
			printed := s.YAML()
			var passages []map[string]any
			if err := yaml.Unmarshal([]byte("passages:\n"+printed), &struct {
				Passages *[]map[string]any `yaml:"passages"`
			}{&passages}); err != nil {
				t.Fatalf("%v in\n%s", err, printed)
			}
			if len(passages) != 1 || passages[0]["exact"] != s.Selector.Exact {
				t.Fatalf("got %v, want %q; in\n%s", passages, s.Selector.Exact, printed)
			}
			wanted := s.Selector.Prefix + s.Selector.Exact + s.Selector.Suffix
			places := 0 // the slow, obvious search
			for _, p := range a.Paragraphs {
				for i := range p.Text {
					if strings.HasPrefix(p.Text[i:], wanted) {
						places++
					}
				}
			}
			if places == 0 || s.Alone != (places == 1) {
				t.Errorf("the selector finds %d places, and says %v; in\n%s", places, s.Alone, printed)
			}
			if before := string([]rune(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.TrimPrefix(string(text), "\ufeff")))[s.Start:]); !strings.HasPrefix(before, s.Selector.Exact) {
				t.Errorf("position %d is not that of %q", s.Start, s.Selector.Exact)
			}
			if strings.Contains(printed, "more than once") == s.Alone {
				t.Errorf("the comment is wrong: %s", printed)
			}
		}
	})
}
