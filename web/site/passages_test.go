package site_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/web/site"
)

var update = flag.Bool("update", false, "write the goldens of this package's tests")

// TestPassagesFile compares the passage files for the articles in the tests of
// web/anchor with the recorded ones. Refresh these with -update.
func TestPassagesFile(t *testing.T) {
	texts, err := filepath.Glob("../test/anchor/testdata/*.txt")
	if err != nil || len(texts) == 0 {
		t.Fatal(texts, err)
	}
	for _, path := range texts {
		t.Run(filepath.Base(path), func(t *testing.T) {
			n := networkOf(t, path)
			data, err := site.PassagesFile(n)
			if err != nil {
				t.Fatal(err)
			}
			var got bytes.Buffer
			if err := json.Indent(&got, data, "", " "); err != nil {
				t.Fatal(err)
			}
			got.WriteByte('\n')
			golden := strings.TrimSuffix(path, ".txt") + ".json"
			if *update {
				if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if want, err := os.ReadFile(golden); err != nil || !bytes.Equal(got.Bytes(), want) {
				t.Errorf("%s is out of date; run go test ./web/site -run PassagesFile -update (%v)", golden, err)
			}
		})
	}
}

var marked = regexp.MustCompile(`\[(\w+)\|([^\]]*)\]`)

// networkOf returns the network of a marked article, in which [id|words] is a passage,
// each line is a sentence, and an empty line ends a paragraph. The passages have the
// contexts that the command “quote” suggests.
func networkOf(t *testing.T, path string) *network.Network {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, body, _ := strings.Cut(strings.TrimSpace(string(data)), "\n\n")
	lang := head[len("lang: "):][:2]
	between := " "
	if lang == "zh" || lang == "ja" {
		between = ""
	}
	var plain []string
	type quoted struct {
		id, exact string
		start     int
	}
	var all []quoted
	length := 0
	for _, paragraph := range strings.Split(body, "\n\n") {
		paragraph = strings.ReplaceAll(paragraph, "\n", between)
		for _, m := range marked.FindAllStringSubmatchIndex(paragraph, -1) {
			before := marked.ReplaceAllString(paragraph[:m[0]], "$2")
			all = append(all, quoted{paragraph[m[2]:m[3]], paragraph[m[4]:m[5]], length + utf8.RuneCountInString(before)})
		}
		text := marked.ReplaceAllString(paragraph, "$2")
		plain = append(plain, text)
		length += utf8.RuneCountInString(text) + 1
	}
	article, diagnostics := file.ReadArticle(path, []byte(strings.Join(plain, "\n")))
	if diagnostics != nil {
		t.Fatal(diagnostics)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "format: 1\nid: n\ntitle: T\nsummary: S\nlang: en\nroot: a\nsources: [{id: s, title: T, lang: %s}]\nspeakers: [{id: v, label: V, kind: article}]\npassages:\n", lang)
	var ids []string
	for i, q := range all {
		for _, found := range article.Select(q.exact) {
			if found.Start != q.start {
				continue
			}
			ids = append(ids, fmt.Sprintf("p%d", i))
			fmt.Fprintf(&b, "  - {id: p%d, paragraph: %d, exact: %q, prefix: %q, suffix: %q}\n", i, found.Paragraph, q.exact, found.Selector.Prefix, found.Selector.Suffix)
		}
	}
	if len(ids) != len(all) {
		t.Fatalf("%d of %d passages are in the text", len(ids), len(all))
	}
	fmt.Fprintf(&b, "nodes: [{id: a, label: A, kind: state, summary: S, passages: [%s]}]\n", strings.Join(ids, ", "))
	d, err := file.Read(path, []byte(strings.NewReplacer(`, prefix: ""`, "", `, suffix: ""`, "").Replace(b.String())))
	if err != nil {
		t.Fatal(err)
	}
	if _, diagnostics := d.CheckQuotes(file.Articles{"s": article}); diagnostics != nil {
		t.Fatal(diagnostics)
	}
	for i := range d.Network.Passages {
		d.Network.Passages[i].ID = all[i].id
	}
	return d.Network
}

// TestPassagesFileHoldsNoText checks that the file has no words of the source except
// the quotes, prefixes and suffixes in the author's file.
func TestPassagesFileHoldsNoText(t *testing.T) {
	data, err := site.PassagesFile(networkOf(t, "../test/anchor/testdata/harbour.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"autumn", "Friday", "Nobody", "consul", "3,000", "room"} {
		if strings.Contains(string(data), word) {
			t.Errorf("it holds %q", word)
		}
	}
}
