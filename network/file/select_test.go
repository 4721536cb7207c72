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

func TestSelect(t *testing.T) {
	const article = "The “old” board — Ostrand’s — met.\n\nIt met  again… The board’s chair said: ‘No’.\nＡ board\u00a0met.\nJose\u0301 Nu\u0301n\u0303ez; می\u200cداند که Straße."
	tests := []struct {
		name, words string
		want        []file.Selection // without the surrounding fields
	}{
		{"verbatim", "board met", nil},
		{"unchanged", "Ostrand’s", []file.Selection{{Paragraph: 1, Line: 1, Start: 18, Selector: network.QuoteSelector{Exact: "Ostrand’s"}, Alone: true}}},
		{"plain quotes and dashes", `The "old" board - Ostrand's - met.`, []file.Selection{{Paragraph: 1, Line: 1, Start: 0, Selector: network.QuoteSelector{Exact: "The “old” board — Ostrand’s — met."}, Alone: true}}},
		{"another case", "OSTRAND'S", []file.Selection{{Paragraph: 1, Line: 1, Start: 18, Selector: network.QuoteSelector{Exact: "Ostrand’s"}, Alone: true}}},
		{"spaces and an ellipsis", "it met again...", []file.Selection{{Paragraph: 2, Line: 3, Start: 36, Selector: network.QuoteSelector{Exact: "It met  again…"}, Alone: true}}},
		{"the middle of an ellipsis", "again..", []file.Selection{{Paragraph: 2, Line: 3, Start: 44, Selector: network.QuoteSelector{Exact: "again…"}, Alone: true}}},
		{"composed letters", "José Núñez", []file.Selection{{Paragraph: 4, Line: 5, Start: 94, Selector: network.QuoteSelector{Exact: "Jose\u0301 Nu\u0301n\u0303ez"}, Alone: true}}},
		{"composed letters in another case", "JOSÉ", []file.Selection{{Paragraph: 4, Line: 5, Start: 94, Selector: network.QuoteSelector{Exact: "Jose\u0301"}, Alone: true}}},
		{"without a joiner", "میداند", []file.Selection{{Paragraph: 4, Line: 5, Start: 109, Selector: network.QuoteSelector{Exact: "می\u200cداند"}, Alone: true}}},
		{"several", "chair", []file.Selection{{Paragraph: 2, Line: 3, Start: 63, Selector: network.QuoteSelector{Exact: "chair"}, Alone: true}}},
		{"distinguished by context", "The", []file.Selection{
			{Paragraph: 1, Line: 1, Start: 0, Selector: network.QuoteSelector{Exact: "The", Suffix: " “old”"}, Alone: true},
			{Paragraph: 2, Line: 3, Start: 51, Selector: network.QuoteSelector{Exact: "The", Prefix: "again… "}, Alone: true},
		}},
		{"nothing", " ", nil},
	}
	a, diagnostics := file.ReadArticle("a", []byte(article))
	if diagnostics != nil {
		t.Fatal(diagnostics)
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := a.Select(test.words)
			runes := []rune(article)
			for i := range got {
				if exact := []rune(got[i].Selector.Exact); string(runes[got[i].Start:got[i].Start+len(exact)]) != string(exact) {
					t.Errorf("%q is not at %d", string(exact), got[i].Start)
				}
				got[i].Around = [2]string{}
			}
			if test.name == "verbatim" {
				if len(got) != 1 || got[0].Selector.Exact != "board\u00a0met" {
					t.Errorf("got %+v", got)
				}
				return
			}
			if !reflect.DeepEqual(got, test.want) {
				t.Errorf("got\n%+v\nwant\n%+v", got, test.want)
			}
		})
	}
}

// TestQuoteIsReadyToPaste pastes the output into a network, which must then be valid.
func TestQuoteIsReadyToPaste(t *testing.T) {
	for _, words := range []string{"the Brandt shipyard", `"They dredge where they please,"`, "who pays for the dredger"} {
		t.Run(words, func(t *testing.T) {
			passage, err := file.Quote("testdata/harbour.txt", words)
			if err != nil {
				t.Fatal(err)
			}
			_, id, _ := strings.Cut(passage, "- id: ")
			id, _, _ = strings.Cut(id, "\n")
			data := harbour(t, "passages:\n", "passages:\n"+passage)
			data = []byte(strings.Replace(string(data), "passages: [q-buoy]", "passages: [q-buoy, "+id+"]", 1))
			d, err := file.Read("h", data)
			if err != nil {
				t.Fatalf("%v\n%s", err, passage)
			}
			if _, diagnostics := d.CheckQuotes(articles(t, read(t, "testdata/harbour.txt"))); diagnostics != nil {
				t.Errorf("%v\n%s", diagnostics, passage)
			}
		})
	}
}

// TestQuoteChangedByShell searches for text in double quotation marks after
// sh or PowerShell has replaced its variables and commands.
func TestQuoteChangedByShell(t *testing.T) {
	path := filepath.Join(t.TempDir(), "article.txt")
	text := "The harbour board paid $40,000 for the dredger in May.\nThe clerk ran `date` twice that very morning.\nOstrand said stop!now to every ship in the bay.\nThe fee is 0,500 crowns.\n"
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ name, words, want string }{
		{"sh, a variable", "board paid 0,000 for the dredger", "the shell took the $ out of the words: put the words in single quotation marks, '…'"},
		{"PowerShell, a variable", "board paid ,000 for the dredger", "the shell took the $ out of the words"},
		{"sh, a command", "The clerk ran Fri twice that very morning", "the shell took the ` out of the words"},
		{"bash, history", "Ostrand said stop to every ship in the bay", "the shell took the ! out of the words"},
		{"a variable at the beginning", "0,000 for the dredger", "1: the words begin or end inside a word of paragraph 1: The harbour board paid $4[0,000 for the dredger] in May.; the shell took the $"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got, err := file.Quote(path, test.words); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %q, %v; want an error with %q", got, err, test.want)
			}
		})
	}
	for _, words := range []string{"board paid $40,000 for", "40,000 for the dredger", "0,500 crowns", "paid", "ran `date` twice"} {
		if _, err := file.Quote(path, words); err != nil {
			t.Errorf("%q: %v", words, err)
		}
	}
	if _, err := file.Quote(path, "board had paid $40,000 for the dredger"); err == nil || strings.Contains(err.Error(), "shell") {
		t.Errorf("a misquote with all its signs: got %v", err)
	}
}

func TestSelectMissingQuote(t *testing.T) {
	tests := []struct{ name, words, want string }{
		{"almost", "the harbour board of Ostrand answered", "testdata/harbour.txt:3: no paragraph has \"the harbour board of Ostrand answered\"; the nearest text is in paragraph 2: \"the harbour board of Ostrand has answered\"\n    the harbour board of Ostrand {+has+} answered"},
		{"nothing like it", "a lighthouse keeper has the only key", "testdata/harbour.txt: this text is not in the article, nor anything much like it; quote the article verbatim, curly quotes and dashes included"},
		{"no words", " ", "no words to look for; write some of the article’s in quotation marks"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if _, err := file.Quote("testdata/harbour.txt", test.words); err == nil || err.Error() != test.want {
				t.Errorf("got  %v\nwant %s", err, test.want)
			}
		})
	}
}

// TestQuoteIDs checks that the passages from Quote have different ids, made of plain
// Latin letters even if their words have accents.
func TestQuoteIDs(t *testing.T) {
	path := filepath.Join(t.TempDir(), "article.txt")
	if err := os.WriteFile(path, []byte("T\n\nJürgen owns Dalén. Jürgen owns Dalén again. Łódź’s Straße. محسن رضایی گفت.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for words, want := range map[string][]string{
		"Jürgen owns Dalén": {"p2-jurgen-owns-dalen", "p2-jurgen-owns-dalen-2"},
		"Łódź’s Straße":     {"p2-lodzs-strasse"},
		"محسن رضایی گفت":    {"p2-62"},
	} {
		text, err := file.Quote(path, words)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for line := range strings.Lines(text) {
			if id, ok := strings.CutPrefix(strings.TrimSpace(line), "- id: "); ok {
				got = append(got, id)
			}
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got the ids %q, want %q", words, got, want)
		}
	}
}
