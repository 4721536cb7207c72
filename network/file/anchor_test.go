package file_test

import (
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/fold"
)

// TestAnchor checks that the context of a passage is the rest of its sentence, or as
// much as makes the passage unique.
func TestAnchor(t *testing.T) {
	const depot = "On Monday the office paid. On Tuesday the office paid.\n" +
		"Mr. Berg of the U.S. fleet left. He said: “It sank.” Did it? It did not.\n" +
		"The board met in spring. It did not pay. Then it met in autumn. It did not pay.\n" +
		"他说：“我们不欠钱。”船厂有工人。他走了。\n" +
		"A headline without a point"
	tests := []struct {
		name, prefix, exact string
		paragraph           int
		before, after       string
		edges               string // of the context: ^ at a start, $ at an end, . with punctuation
	}{
		{"the rest of the sentence", "Monday ", "the office", 1, "On Monday", "paid.", "^$."},
		{"the second of two sentences", "Tuesday ", "the office", 1, "On Tuesday", "paid.", "^$."},
		{"abbreviations end no sentence", "", "fleet left", 2, "Mr. Berg of the U.S.", ".", "^$."},
		{"a quoted sentence ends with its quotes", "", "It sank", 2, "He said:", ".”", "^$."},
		{"a question", "", "Did it", 2, "", "?", "^$."},
		{"a sentence that is there twice", "autumn. ", "It did not pay", 3, "The board met in spring. It did not pay. Then it met in autumn.", ".", "^$."},
		{"Chinese", "", "船厂", 4, "", "有工人。", "^$."},
		{"a paragraph without a point", "", "headline", 5, "A", "without a point", "^$"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := document(t, network.Passage{Paragraph: test.paragraph, Selector: network.QuoteSelector{Exact: test.exact}})
			p := &d.Network.Passages[0]
			p.Selector.Prefix = test.prefix
			if _, diagnostics := d.CheckQuotes(articles(t, []byte(depot))); diagnostics != nil {
				t.Fatal(diagnostics)
			}
			a := p.Anchor
			if a.Before == nil || a.After == nil {
				t.Fatal("it has no context")
			}
			for side, c := range map[string]*network.Context{test.before: a.Before, test.after: a.After} {
				if want := network.Fingerprint(fold.Of(fold.LettersOf(side).Units)); c.Fingerprint != want {
					t.Errorf("a context is %v, want %v of %q", c.Fingerprint, want, side)
				}
			}
			edges := ""
			for _, edge := range []struct {
				is   bool
				sign string
			}{{a.Before.Edge, "^"}, {a.After.Edge, "$"}, {a.After.Signed, "."}} {
				if edge.is {
					edges += edge.sign
				}
			}
			if edges != test.edges {
				t.Errorf("the edges are %s, want %s", edges, test.edges)
			}
			paragraph := fold.LettersOf(strings.Split(depot, "\n")[test.paragraph-1])
			if want := network.Fingerprint(fold.Of(paragraph.Units)); a.Paragraph.Fingerprint != want || a.Nth != 0 || a.Of != 1 {
				t.Errorf("the paragraph is %v, %d of %d, want %v, 0 of 1", a.Paragraph, a.Nth, a.Of, want)
			}
			if got, want := paragraph.Units[a.Start:a.Start+a.Length], fold.LettersOf(test.exact).Units; fold.Of(got) != fold.Of(want) {
				t.Errorf("the passage is letters %d to %d", a.Start, a.Start+a.Length)
			}
		})
	}
}

// TestAnchorOfEqualParagraphs checks paragraphs that differ in typesetting only.
func TestAnchorOfEqualParagraphs(t *testing.T) {
	const text = "He said “no” to it.\nNobody heard.\nHe said \"no\" to it."
	for exact, nth := range map[string]int{"“no”": 0, "\\\"no\\\"": 1} {
		d := document(t, network.Passage{Paragraph: 1 + 2*nth, Selector: network.QuoteSelector{Exact: exact}})
		if _, diagnostics := d.CheckQuotes(articles(t, []byte(text))); diagnostics != nil {
			t.Fatal(diagnostics)
		}
		if a := d.Network.Passages[0].Anchor; a.Nth != nth || a.Of != 2 || a.Before != nil || a.After != nil {
			t.Errorf("%s: got %+v", exact, a)
		}
	}
}

// TestAnchorOfALongSentence checks that the length of a context is limited.
func TestAnchorOfALongSentence(t *testing.T) {
	text := strings.Repeat("word ", 40) + "the office" + strings.Repeat(" word", 40) + "."
	d := document(t, network.Passage{Paragraph: 1, Selector: network.QuoteSelector{Exact: "the office"}})
	if _, diagnostics := d.CheckQuotes(file.Articles{"s": articles(t, []byte(text))["s"]}); diagnostics != nil {
		t.Fatal(diagnostics)
	}
	a := d.Network.Passages[0].Anchor
	if a.Before.Length != 60 || a.After.Length != 60 || a.Before.Edge || a.After.Edge {
		t.Errorf("got %+v and %+v, want 60 letters on each side", a.Before, a.After)
	}
}
