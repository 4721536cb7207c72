package file_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/network/file"
)

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// articles has the source texts of the networks in these tests.
func articles(t *testing.T, text []byte) file.Articles {
	t.Helper()
	a, diagnostics := file.ReadArticle("a", text)
	if diagnostics != nil {
		t.Fatal(diagnostics)
	}
	return file.Articles{"gazette": a, "s": a}
}

// TestPositions finds every quote of the valid network by its position, with any line
// endings and encoding of the article's file.
func TestPositions(t *testing.T) {
	plain := string(read(t, "testdata/harbour.txt"))
	tests := []struct{ name, text, canonical string }{
		{"as it is", plain, plain},
		{"byte order mark", "\ufeff" + plain, plain},
		{"Windows", strings.ReplaceAll(plain, "\n", "\r\n"), plain},
		{"old Macintosh", strings.ReplaceAll(plain, "\n", "\r"), plain},
		{"without blank lines", strings.ReplaceAll(plain, "\n\n", "\n"), strings.ReplaceAll(plain, "\n\n", "\n")},
		{"many blank lines", strings.ReplaceAll(plain, "\n", "\n \n\n"), strings.ReplaceAll(plain, "\n", "\n \n\n")},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, err := file.Open("testdata/harbour.yaml")
			if err != nil {
				t.Fatal(err)
			}
			if _, diagnostics := d.CheckQuotes(articles(t, []byte(test.text))); diagnostics != nil {
				t.Fatal(diagnostics)
			}
			runes := []rune(test.canonical)
			for _, p := range d.Network.Passages {
				if got := string(runes[p.Position.Start:p.Position.End]); got != p.Selector.Exact {
					t.Errorf("%s: got %q at its position, want %q", p.ID, got, p.Selector.Exact)
				}
			}
		})
	}
}

func TestPositionHintIsKeptWithoutArticle(t *testing.T) {
	d, err := file.Read("h", harbour(t, "{id: q-lend, paragraph: 3,", "{id: q-lend, paragraph: 3, start: 7,"))
	if err != nil {
		t.Fatal(err)
	}
	hint := func() network.Position {
		for _, p := range d.Network.Passages {
			if p.ID == "q-lend" && p.Position != nil {
				return *p.Position
			}
		}
		return network.Position{}
	}
	if got, want := hint(), (network.Position{Start: 7, End: 7 + len("We lend them money")}); got != want {
		t.Errorf("the hint is %v; want %v", got, want)
	}
	if _, diagnostics := d.CheckQuotes(articles(t, read(t, "testdata/harbour.txt"))); diagnostics != nil {
		t.Fatal(diagnostics)
	}
	if got := hint(); got.Start == 7 {
		t.Error("the hint was not replaced by the position in the text")
	}
}

func TestCoverage(t *testing.T) {
	d, err := file.Open("testdata/harbour.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c, diagnostics := d.CheckQuotes(articles(t, read(t, "testdata/harbour.txt")))
	if diagnostics != nil {
		t.Fatal(diagnostics)
	}
	want := []file.Coverage{{Source: "gazette", Article: "a", Paragraphs: 5, Uncited: []int{1, 5}}}
	if !reflect.DeepEqual(c, want) {
		t.Errorf("got %v, want %v", c, want)
	}
}

func TestBadArticle(t *testing.T) {
	tests := []struct {
		name, text, want string
	}{
		{"empty", "", "a: the article is empty; give the file that holds its text"},
		{"blank", " \n\n", "a: the article is empty; give the file that holds its text"},
		{"not UTF-8", "one\ntw\xf6\n", "a:2: the article is not UTF-8; save it in UTF-8"},
		{"too large", strings.Repeat("words\n", 2_000_000), "a: the article is larger than 8 MiB; give the file that holds this article only"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if _, diagnostics := file.ReadArticle("a", []byte(test.text)); diagnostics.Error() != test.want {
				t.Errorf("got %v, want %s", diagnostics, test.want)
			}
		})
	}
}

// TestAmbiguous adds the prefix or suffix that the fix suggests; the quote must then be
// found.
func TestAmbiguous(t *testing.T) {
	const article = "The dog barks at the dog next door.\nA dog barks at the dog."
	tests := []struct {
		name, exact string
		paragraph   int
		want        string
	}{
		{"by what follows", "dog", 1, `this text occurs 4 times in the article (paragraph 1, 2); add “prefix: "The "” for the one in paragraph 1, or “suffix: " next"” for the one in paragraph 1`},
		{"by what precedes", "dog barks", 2, `this text occurs 2 times in the article (paragraph 1, 2); add “prefix: "A "” for the one in paragraph 2`},
		{"by the shorter", "at the dog", 2, `this text occurs 2 times in the article (paragraph 1, 2); add “suffix: "."” for the one in paragraph 2`},
		{"overlapping", "ooo", 3, `this text occurs 2 times in the article (paragraph 3); add “suffix: "o"” for the one in paragraph 3, or “prefix: "o"” for the one in paragraph 3`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := document(t, network.Passage{Paragraph: test.paragraph, Selector: network.QuoteSelector{Exact: test.exact}})
			_, diagnostics := d.CheckQuotes(articles(t, []byte(article+"\noooo")))
			want := "n:9: q: " + test.want
			if diagnostics.Error() != want {
				t.Errorf("got  %v\nwant %s", diagnostics, want)
			}
		})
	}
}

// TestJoined checks that a quote with words left out is reported as two quotes.
func TestJoined(t *testing.T) {
	for _, exact := range []string{"The dog … A cat", "The dog ... A cat", "…The dog… A cat sleeps"} {
		d := document(t, network.Passage{Paragraph: 1, Selector: network.QuoteSelector{Exact: exact}})
		_, diagnostics := d.CheckQuotes(articles(t, []byte("The dog barks. A cat sleeps.")))
		if want := "n:9: q: it joins several texts of the article with an ellipsis; make a passage of each, and name all of them"; diagnostics.Error() != want {
			t.Errorf("%s: got %v", exact, diagnostics)
		}
	}
}

// document returns a network around one passage.
func document(t *testing.T, p network.Passage) *file.Document {
	t.Helper()
	var b strings.Builder
	b.WriteString("format: 1\nid: n\ntitle: T\nsummary: S\nlang: en\nroot: a\nsources: [{id: s, title: T, lang: en}]\nspeakers: [{id: v, label: V, kind: article}]\npassages: [{id: q, paragraph: ")
	b.WriteString(string(rune('0'+p.Paragraph)) + ", exact: \"" + p.Selector.Exact + "\"}]\n")
	b.WriteString("nodes: [{id: a, label: A, kind: state, summary: S, passages: [q]}]\n")
	d, err := file.Read("n", []byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestSeveralSources checks each passage against the text of its own source.
func TestSeveralSources(t *testing.T) {
	if d, err := file.Read("h", harbour(t, "speakers:\n", "  - {id: other, title: Another, lang: en}\nspeakers:\n")); err == nil {
		t.Fatalf("passages that name none of two sources pass: %v", d.Network.Passages)
	}
	dir := t.TempDir()
	write := func(name, text string) string {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	write("one.txt", "Anna commands Berta.\nThe end.")
	two := write("two.txt", "The end.\nBerta obeys Anna.")
	path := write("n.yaml", `format: 1
id: n
title: T
summary: S
lang: en
root: a
sources:
  - {id: one, title: One, lang: en, text: one.txt}
  - {id: two, title: Two, lang: en}
speakers: [{id: v, label: V, kind: article}]
passages:
  - {id: p, source: one, paragraph: 1, exact: Anna commands Berta}
  - {id: q, source: two, paragraph: 2, exact: Berta obeys Anna}
nodes: [{id: a, label: A, kind: state, summary: S, passages: [p, q]}]
`)
	tests := []struct {
		name     string
		named    []string
		problem  string // part of the error; "" for none
		articles int
	}{
		{"what the file names", nil, "", 1},
		{"and what is named", []string{"two=" + two}, "", 2},
		{"over what the file names", []string{"one=" + two}, "n.yaml:12: p: this text is not in the article", 0},
		{"without a source", []string{two}, "write whose text", 0},
		{"with an unknown source", []string{"three=" + two}, `no source "three"; write one of one, two`, 0},
		{"not there", []string{"two=nowhere.txt"}, "nowhere.txt: it cannot be read", 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, err := file.Open(path)
			if err != nil {
				t.Fatal(err)
			}
			articles, err := d.OpenArticles(test.named...)
			if err == nil {
				if len(articles) != test.articles && test.articles > 0 {
					t.Errorf("got %d articles, want %d", len(articles), test.articles)
				}
				if _, diagnostics := d.CheckQuotes(articles); diagnostics != nil {
					err = diagnostics
				}
			}
			if err == nil && test.problem != "" || err != nil && (test.problem == "" || !strings.Contains(err.Error(), test.problem)) {
				t.Errorf("the error is %v; want %q in it", err, test.problem)
			}
		})
	}
}

// TestTextsOutsideFolderAreRefused checks that a network can open only the files in its
// folder.
func TestTextsOutsideFolderAreRefused(t *testing.T) {
	for _, text := range []string{"/etc/passwd", "../article.txt", "a/../../b.txt"} {
		_, err := file.Read("h", harbour(t, "    lang: en\n    date", "    lang: en\n    text: "+text+"\n    date"))
		if got := diagnosticsOf(t, err); !strings.Contains(got, "is not beside this file") {
			t.Errorf("%s: got %q", text, got)
		}
	}
}
