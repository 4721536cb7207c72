package file

import (
	"slices"
	"strings"
	"unicode"

	"proxynet/network/visible"
)

// Edit is a run of words that a quote and its source share, or one that only
// one of them has. Its text has the spaces that follow it.
type Edit struct {
	Op   Op     `json:"op"`
	Text string `json:"text"`
}

// Op is what is to be done to a quote.
type Op string

const (
	Keep Op = "keep" // both have it
	Drop Op = "drop" // the quote has it, the article doesn't
	Add  Op = "add"  // the article has it, the quote doesn't
)

// compareWords returns the fewest whole words to drop and add that make the
// second text of the first, by their longest common subsequence. Texts are
// short: a table of all pairs of words will do.
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

// splitWords cuts a text into words, each with the spaces after it.
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

// ShowDiff writes edits in one line that needs no colour: what is to be dropped
// stands in [- -], what is to be added in {+ +}. Of what is kept it shows the
// words around, and of all of it what nobody sees as its escape.
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

// shorten leaves out the middle, or the end that no edit touches.
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
