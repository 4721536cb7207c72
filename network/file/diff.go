package file

import (
	"slices"
	"strings"
	"unicode"

	"proxynet/network/visible"
)

// Edit is a run of words that both a quote and its source have, or only one of them.
// Its text includes the spaces after it.
type Edit struct {
	Op   Op     `json:"op"`
	Text string `json:"text"`
}

// Op is an operation on a quote.
type Op string

const (
	Keep Op = "keep" // both have it
	Drop Op = "drop" // the quote has it, the article doesn't
	Add  Op = "add"  // the article has it, the quote doesn't
)

// compareWords returns the fewest whole words to drop and add that turn the first text
// into the second, by their longest common subsequence. Its table of all pairs of words
// is small, since texts are short.
func compareWords(from, to string) []Edit {
	a, b := splitWords(from), splitWords(to)
	longest := make([][]int, len(a)+1) // of a[i:] and b[j:]
	for i := range longest {
		longest[i] = make([]int, len(b)+1)
	}
	same := func(i, j int) bool {
		return strings.TrimRightFunc(a[i], unicode.IsSpace) == strings.TrimRightFunc(b[j], unicode.IsSpace)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			if same(i, j) {
				longest[i][j] = 1 + longest[i+1][j+1]
			}
		}
	}
	var edits []Edit
	put := func(op Op, word string) {
		if n := len(edits); n > 0 && edits[n-1].Op == op {
			edits[n-1].Text += word
			return
		}
		edits = append(edits, Edit{op, word})
	}
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && same(i, j):
			put(Keep, b[j])
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && longest[i+1][j] >= longest[i][j+1]:
			put(Drop, a[i])
			i++
		default:
			put(Add, b[j])
			j++
		}
	}
	return edits
}

// splitWords splits a text into words, each with the spaces after it.
func splitWords(text string) []string {
	var out []string
	rest := text
	for rest != "" {
		end := strings.IndexFunc(rest, unicode.IsSpace)
		if end < 0 {
			end = len(rest)
		}
		spaces := strings.IndexFunc(rest[end:], func(c rune) bool { return !unicode.IsSpace(c) })
		if spaces < 0 {
			spaces = len(rest) - end
		}
		out, rest = append(out, rest[:end+spaces]), rest[end+spaces:]
	}
	return out
}

// ShowDiff returns edits as one line: [-words to drop-] and {+words to add+}, with a few
// of the words around them. Invisible characters are escaped.
func ShowDiff(edits []Edit) string {
	const around = 4 // words kept on either side
	var b strings.Builder
	for i, e := range edits {
		text, spaces := strings.TrimRightFunc(e.Text, unicode.IsSpace), ""
		if len(text) < len(e.Text) {
			spaces = " "
		}
		switch e.Op {
		case Drop:
			b.WriteString("[-" + text + "-]")
		case Add:
			b.WriteString("{+" + text + "+}")
		default:
			b.WriteString(shorten(strings.Fields(text), around, i > 0, i < len(edits)-1))
		}
		b.WriteString(spaces)
		if spaces == "" && i < len(edits)-1 {
			b.WriteString(" ")
		}
	}
	return visible.Escape(strings.TrimSpace(b.String()))
}

// shorten drops the middle of a text, or an end that is next to no edit.
func shorten(words []string, around int, before, after bool) string {
	first, last := 0, 0
	if before {
		first = around
	}
	if after {
		last = around
	}
	if len(words) <= first+last+1 {
		return strings.Join(words, " ")
	}
	return strings.Join(slices.Concat(words[:first], []string{"…"}, words[len(words)-last:]), " ")
}
