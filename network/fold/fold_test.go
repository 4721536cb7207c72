package fold_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"proxynet/network/fold"
)

var update = flag.Bool("update", false, "write web/anchor/signs.js")

// TestFold runs the cases that web/anchor/fold.test.js runs too.
func TestFold(t *testing.T) {
	data, err := os.ReadFile("testdata/cases.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct{ Name, Raw, Folded, Letters string }
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			if got := fold.Text(c.Raw); got.Text != c.Folded {
				t.Errorf("folded: got %q, want %q", got.Text, c.Folded)
			} else if len(got.From) != len(got.Text) || len(got.To) != len(got.Text) {
				t.Errorf("%d bytes have %d beginnings and %d ends", len(got.Text), len(got.From), len(got.To))
			}
			if got := string(utf16.Decode(fold.LettersOf(c.Raw).Units)); got != c.Letters {
				t.Errorf("letters: got %q, want %q", got, c.Letters)
			}
		})
	}
}

// FuzzFold checks that folding any text gives a text that folds to itself, with
// ranges of the original in ascending order.
func FuzzFold(f *testing.F) {
	f.Add("“Cafe\u0301” — mili\u00adtia’s ﬃ… \u1112\u1161\u11ab")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		folded := fold.Text(text)
		if len(folded.From) != len(folded.Text) || !slices.IsSorted(folded.From) || !slices.IsSorted(folded.To) {
			t.Fatalf("%q: %v %v", text, folded.From, folded.To)
		}
		for i := range folded.From {
			if folded.From[i] >= folded.To[i] || folded.To[i] > len(text) {
				t.Fatalf("%q: byte %d of %q is [%d, %d)", text, i, folded.Text, folded.From[i], folded.To[i])
			}
		}
		letters := fold.LettersOf(text)
		if len(letters.From) != len(letters.Units) || !slices.IsSorted(letters.From) {
			t.Fatalf("%q: %v", text, letters)
		}
	})
}

// TestFingerprint compares fingerprints with values that web/anchor/letters.test.js
// also expects.
func TestFingerprint(t *testing.T) {
	for text, want := range map[string]fold.Fingerprint{
		"":                        {},
		"a":                       {Length: 1, Hash: 97<<26 + 97},
		"The “Quds” Force’s men.": {Length: 17, Hash: 1149891841618892},
		"他们什么都不欠。😀":               {Length: 10, Hash: 1230405939578425},
	} {
		if got := fold.Of(fold.LettersOf(text).Units); got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
}

// TestSignsAreCurrent checks that web/anchor/signs.js is generated from signs.json.
func TestSignsAreCurrent(t *testing.T) {
	const path = "../../web/anchor/signs.js"
	data, err := os.ReadFile("signs.json")
	if err != nil {
		t.Fatal(err)
	}
	var table struct {
		Signs              json.RawMessage
		Unseen, Compatible []string
	}
	if err := json.Unmarshal(data, &table); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "// Generated from network/fold/signs.json by go test ./network/fold -update; do not edit.\n\n")
	fmt.Fprintf(&b, "/** Variants of characters, with the characters that they are folded to. @type {Record<string, string>} */\nexport const SIGNS = %s;\n\n", strings.ReplaceAll(string(table.Signs), "\n  ", "\n"))
	fmt.Fprintf(&b, "/** Invisible characters, as a class of a regular expression. */\nexport const UNSEEN = '%s';\n\n", class(table.Unseen))
	fmt.Fprintf(&b, "/** Characters that NFKC replaces by letters of the same meaning. */\nexport const COMPATIBLE = '%s';\n", class(table.Compatible))
	if *update {
		if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, b.Bytes()) {
		t.Errorf("%s is out of date: run go test ./network/fold -update (%v)", path, err)
	}
}

// class returns ranges such as "200b-200f" as a character class of a regular
// expression.
func class(ranges []string) string {
	var b strings.Builder
	for _, r := range ranges {
		b.WriteString(`\\u` + strings.ReplaceAll(r, "-", `-\\u`))
	}
	return "[" + b.String() + "]"
}
