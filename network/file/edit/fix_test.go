package edit_test

import (
	"strings"
	"testing"

	"proxynet/network/file"
	"proxynet/network/file/edit"
	"proxynet/network/file/lint"
)

const quayArticle = `How a mayor’s brother came to own the quay

Anna Reiss signed the lease of the north quay in spring 2019. The tenant was Quay Holdings.

Quay Holdings belongs to Peter Reiss. “I have never owned a quay,” Peter Reiss said.

The bank lent the money in the late 1990s. The bank lent the money again.
`

const quayNetwork = `format: 1
id: quay
title: Who owns the quay
summary: Who owns the quay.
lang: en
root: anna
sources:
  - {id: article, title: The quay, lang: en}
speakers:
  - {id: voice, label: The article, kind: article}
passages:
  - id: p-signed
    paragraph: 2
    start: 55
    exact: "signed the lease of the north quay in spring 2019"
  - {id: p-tenant, paragraph: 2, exact: The tenant was Quay Holdings}
  - {id: p-belongs, paragraph: 3, exact: Quay Holdings belongs to Peter Reiss}
nodes:
  - {id: anna, label: Anna Reiss, kind: person, summary: The mayor., passages: [p-signed]}
  - {id: quay-holdings, label: Quay Holdings, kind: organisation, summary: The tenant., passages: [p-tenant]}
  - {id: peter, label: Peter Reiss, kind: person, summary: Her brother., passages: [p-belongs]}
relations:
  - {id: anna-quay, from: anna, to: quay-holdings, kind: support, verb: leased the quay to, passages: [p-signed, p-tenant]}
  - id: peter-quay
    from: peter
    to: quay-holdings
    kind: ownership
    verb: owns
    passages: [p-belongs]
`

func articleOf(t *testing.T, text string) file.Articles {
	t.Helper()
	a, diagnostics := file.ReadArticle("article.txt", []byte(text))
	if diagnostics != nil {
		t.Fatal(diagnostics)
	}
	return file.Articles{"article": a}
}

// TestFix makes one change at a time to a valid network or its article, and compares
// the lines that the fix writes.
func TestFix(t *testing.T) {
	tests := []struct {
		name, old, new, oldText, newText string
		want                             string // the diff
	}{
		{"sound", "", "", "", "", ""},
		{"note on top of the article", "", "", "How a", "Correction: it was the north quay.\n\nHow a", `-    paragraph: 2
-    start: 55
+    paragraph: 3
+    start: 91
-  - {id: p-tenant, paragraph: 2, exact: The tenant was Quay Holdings}
-  - {id: p-belongs, paragraph: 3, exact: Quay Holdings belongs to Peter Reiss}
+  - {id: p-tenant, paragraph: 3, exact: The tenant was Quay Holdings}
+  - {id: p-belongs, paragraph: 4, exact: Quay Holdings belongs to Peter Reiss}`},
		{"no number", "paragraph: 2, exact: The", "exact: The", "", "", `-  - {id: p-tenant, exact: The tenant was Quay Holdings}
+  - {id: p-tenant, paragraph: 2, exact: The tenant was Quay Holdings}`},
		{"no number in a block", "    paragraph: 2\n", "", "", "", `+    paragraph: 2`},
		{"straight quotation marks", "exact: Quay Holdings belongs to Peter Reiss", `exact: "\"I have never owned a quay,\" Peter Reiss said"`, "", "", `-  - {id: p-belongs, paragraph: 3, exact: "\"I have never owned a quay,\" Peter Reiss said"}
+  - {id: p-belongs, paragraph: 3, exact: "“I have never owned a quay,” Peter Reiss said"}`},
		{"curly quotation marks around it", "exact: The tenant was Quay Holdings", "exact: “The tenant was Quay Holdings”", "", "", `-  - {id: p-tenant, paragraph: 2, exact: “The tenant was Quay Holdings”}
+  - {id: p-tenant, paragraph: 2, exact: "The tenant was Quay Holdings"}`},
		{"apostrophe", "paragraph: 2, exact: The tenant was Quay Holdings", "paragraph: 1, exact: 'a mayor''s brother'", "", "", `-  - {id: p-tenant, paragraph: 1, exact: 'a mayor''s brother'}
+  - {id: p-tenant, paragraph: 1, exact: "a mayor’s brother"}`},
		{"name that occurs often", "exact: Quay Holdings belongs to Peter Reiss", "exact: Quay Holdings", "", "", `-  - {id: p-belongs, paragraph: 3, exact: Quay Holdings}
+  - {id: p-belongs, paragraph: 3, exact: Quay Holdings, suffix: " belongs"}`},
		{"twice in the paragraph", "paragraph: 3, exact: Quay Holdings belongs to Peter Reiss", "paragraph: 4, exact: The bank lent the money", "", "", ""},
		{"name that occurs often below a note", "exact: Quay Holdings belongs to Peter Reiss", "exact: Quay Holdings", "How a", "Correction.\n\nHow a", ""},
		{"misquote", "exact: The tenant was Quay Holdings", "exact: The tenant is Quay Holdings", "", "", ""},
		{"date with the article's words", "passages: [p-signed, p-tenant]}", "period: Spring 2019, passages: [p-signed, p-tenant]}", "", "", `-  - {id: anna-quay, from: anna, to: quay-holdings, kind: support, verb: leased the quay to, period: Spring 2019, passages: [p-signed, p-tenant]}
+  - {id: anna-quay, from: anna, to: quay-holdings, kind: support, verb: leased the quay to, period: {edtf: 2019-21, words: spring 2019}, passages: [p-signed, p-tenant]}`},
		{"date that the article doesn't have", "    verb: owns\n", "    verb: owns\n    period: since 2010 # he says\n", "", "", `-    period: since 2010 # he says
+    period: {edtf: 2010, means: began} # he says`},
		{"date without more", "    verb: owns\n", "    verb: owns\n    period: circa 1990s\n", "", "", `-    period: circa 1990s
+    period: 199X~`},
		{"date of which a word is lost", "    verb: owns\n", "    verb: owns\n    period: early May 2016\n", "", "", `-    period: early May 2016
+    period: {edtf: 2016-05, note: "“early May 2016”"}`},
		{"date beside its words", "    verb: owns\n", "    verb: owns\n    period: {edtf: since 2010, words: since 2010}\n", "", "", `-    period: {edtf: since 2010, words: since 2010}
+    period: {edtf: 2010, means: began, words: since 2010}`},
		{"date in a block beside its words", "    verb: owns\n", "    verb: owns\n    period:\n      edtf: since 2010\n      words: since 2010\n", "", "", `-      edtf: since 2010
+      edtf: 2010
+      means: began`},
		{"accepted by number", "relations:", "accept:\n  - {rule: uncited-name, of: paragraph-4, why: So it is.}\nrelations:", "", "", `-  - {rule: uncited-name, of: paragraph-4, why: So it is.}
+  - {rule: uncited-name, words: The bank lent the money in, why: So it is.}`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			data := strings.Replace(quayNetwork, test.old, test.new, 1)
			text := strings.Replace(quayArticle, test.oldText, test.newText, 1)
			c, err := edit.Fix([]byte(data), articleOf(t, text))
			if got := diffOf(t, data, c, err); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
			fixed := apply(t, data, c, err)
			again, err := edit.Fix([]byte(fixed), articleOf(t, text))
			if err != nil || len(again.Edits) > 0 {
				t.Errorf("there is more to fix afterwards: %v, %v", again, err)
			}
		})
	}
}

// TestFixWithNoteOnTop adds a note at the top of the article: the network can still be
// shown, and the fix only changes numbers.
func TestFixWithNoteOnTop(t *testing.T) {
	for _, data := range []string{quayNetwork, strings.ReplaceAll(strings.ReplaceAll(quayNetwork, "    paragraph: 2\n    start: 55\n", ""), "paragraph: 2, ", "")} {
		d, err := file.Read("n", []byte(data))
		if err != nil {
			t.Fatal(err)
		}
		r := lint.Check(d, articleOf(t, "Correction: it was the north quay.\n\n"+quayArticle))
		if r.Count(lint.Error) > 0 || !r.Showable() {
			t.Errorf("it can't be shown: %v", r.Findings)
		}
		for _, p := range d.Network.Passages {
			if want := map[string]int{"p-signed": 3, "p-tenant": 3, "p-belongs": 4}[p.ID]; p.Paragraph != want {
				t.Errorf("%s is in paragraph %d, want %d", p.ID, p.Paragraph, want)
			}
		}
	}
}

// TestFixKeepsAcceptedWords checks that an accepted warning still applies to its words
// after paragraphs are inserted, and hides no other.
func TestFixKeepsAcceptedWords(t *testing.T) {
	article := quayArticle + "\nPeter Reiss was born in Portwick.\n"
	data := quayNetwork + "accept:\n  - {rule: uncited-name, words: was born in, why: So it is.}\n"
	look := func(text string) []string {
		d, err := file.Read("n", []byte(data))
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, f := range lint.Check(d, articleOf(t, text)).Findings {
			if f.Rule != "paragraph" {
				out = append(out, f.Rule+": "+f.Problem.String())
			}
		}
		return out
	}
	if got := look(article); len(got) > 0 {
		t.Errorf("got %v", got)
	}
	if got := look(strings.Replace(article, "Quay Holdings belongs", "A note.\n\nPeter Reiss was charged.\n\nQuay Holdings belongs", 1)); len(got) != 1 || !strings.Contains(got[0], "uncited-name") {
		t.Errorf("with a paragraph in front of it: got %v, want the new one alone", got)
	}
	if got := look(article + "\nAnna Reiss was born in Portwick.\n"); len(got) != 3 || !strings.Contains(strings.Join(got, "\n"), "occur in 2 paragraphs") {
		t.Errorf("words that occur twice: got %v, want both and the reason", got)
	}
	if got := look(strings.Replace(article, "was born in", "comes from", 1)); len(got) != 2 || !strings.Contains(strings.Join(got, "\n"), "there is no warning uncited-name about \"was born in\"") {
		t.Errorf("words that are gone: got %v", got)
	}
}
