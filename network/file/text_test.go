package file_test

import (
	"fmt"
	"strings"
	"testing"

	"proxynet/network/file"
)

// TestShowDiffHidesNothing shows an invisible difference, and one that would reverse
// the line.
func TestShowDiffHidesNothing(t *testing.T) {
	edits := []file.Edit{{Op: file.Keep, Text: "the "}, {Op: file.Drop, Text: "order "}, {Op: file.Add, Text: "or\u200bder\u202e "}, {Op: file.Keep, Text: "می\u200cخواهد\x1b[2J"}}
	if got, want := file.ShowDiff(edits), `the [-order-] {+or\u200bder\u202e+} می`+"\u200c"+`خواهد\u001b[2J`; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// TestTextRefusesCharacters tests each character that SECURITY.md lists, in a name and
// in a quote.
func TestTextRefusesCharacters(t *testing.T) {
	const network = `format: 1
id: n
title: T
summary: S
lang: en
root: a
sources: [{id: s, title: T, lang: en}]
speakers: [{id: v, label: V, kind: article}]
passages:
  - {id: p, paragraph: 1, exact: "QUOTE"}
nodes:
  - {id: a, label: "LABEL", kind: person, summary: S., passages: [p]}
`
	const name, quote = 1, 2
	tests := []struct {
		c       rune
		refused int // name|quote
	}{
		{0x07, name | quote}, {0x1b, name | quote}, {0x7f, name | quote}, {0x9b, name | quote}, {0x85, name | quote}, {0x2028, name | quote}, {0x2029, name | quote},
		{0x202a, name | quote}, {0x202b, name | quote}, {0x202c, name | quote}, {0x202d, name | quote}, {0x202e, name | quote},
		{0x2066, name | quote}, {0x2067, name | quote}, {0x2068, name | quote}, {0x2069, name | quote}, {0x206a, name | quote},
		{0xe0001, name | quote}, {0xe0041, name | quote}, {0xe007f, name | quote}, {0xfeff, name | quote}, {0xfffd, name | quote}, {0x180e, name | quote}, {0x3164, name | quote},
		{0x200b, name}, {0x2060, name},
		{0x200c, 0}, {0x200d, 0}, {0x200e, 0}, {0x200f, 0}, {0x061c, 0}, {0xad, 0}, {0xa0, 0}, {0xfe0f, 0},
	}
	for _, test := range tests {
		for where, field := range map[int]string{name: "LABEL", quote: "QUOTE"} {
			escaped := fmt.Sprintf(`a\U%08Xb`, test.c)
			_, err := file.Read("h", []byte(strings.Replace(network, field, escaped, 1)))
			if got := err != nil; got != (test.refused&where != 0) {
				t.Errorf("%U in a %s: got %v", test.c, field, err)
			}
		}
	}
}
