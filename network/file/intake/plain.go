package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"proxynet/network/message"
)

// widest is the largest width, in characters, at which text is taken to be wrapped.
const widest = 120

// readPlain reads plain text. It joins wrapped lines; text with one paragraph per line
// stays unchanged.
func readPlain(text string) *Article {
	a := &Article{Form: message.New("plain text"), Verbatim: true}
	blocks := splitBlocks(text)
	if width := wrapWidth(blocks); width > 0 {
		a.Verbatim = false
		n := 0
		for _, block := range blocks {
			joined := unwrap(block, width)
			n += len(block) - len(joined)
			a.Blocks = append(a.Blocks, joined...)
		}
		lines := message.New("1 line")
		if n != 1 {
			lines = message.New("%d lines", n)
		}
		a.note(message.New("joined %s wrapped at %d characters", lines, width))
		return a
	}
	for _, block := range blocks {
		a.Blocks = append(a.Blocks, block...)
	}
	return a
}

// splitBlocks splits a text into groups of lines: at blank lines, and at indented lines
// if these begin paragraphs.
func splitBlocks(text string) [][]string {
	var blocks [][]string
	indented := startsParagraphs(text)
	blank := true
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, " \t\n")
		if line == "" {
			blank = true
			continue
		}
		if blank || indented && isIndented(line) {
			blocks = append(blocks, nil)
		}
		blank = false
		last := &blocks[len(blocks)-1]
		*last = append(*last, line)
	}
	return blocks
}

// startsParagraphs reports whether a text indents the first lines of its paragraphs:
// whether more indented lines come before a line that is not indented than are full
// and come before another indented line, as in an indented block.
func startsParagraphs(text string) bool {
	longest := 0
	for line := range strings.Lines(text) {
		longest = max(longest, utf8.RuneCountInString(line))
	}
	first, block := 0, 0
	before := ""
	for line := range strings.Lines(text) {
		switch {
		case !isIndented(before) || strings.TrimSpace(line) == "":
		case !isIndented(line):
			first++
		case utf8.RuneCountInString(before)*4 >= longest*3:
			block++
		}
		before = line
	}
	return first > block
}

func isIndented(line string) bool {
	return strings.TrimSpace(line) != "" && (strings.HasPrefix(line, "  ") || strings.HasPrefix(line, "\t") || strings.HasPrefix(line, "\u3000") || strings.HasPrefix(line, "\u00a0\u00a0"))
}

// narrowest is the smallest width, in characters, at which text is taken to be
// wrapped; shorter lines are short paragraphs.
const narrowest = 30

// fewest is the number of line breaks within blocks needed to detect wrapping.
const fewest = 2

// wrapWidth returns the width at which lines were wrapped, or 0 if they weren't. Of
// wrapped lines, most have no room for the first word of the next line, and at least
// half end within a sentence.
func wrapWidth(blocks [][]string) int {
	width, pairs := 0, 0
	for _, block := range blocks {
		for _, line := range block {
			width = max(width, utf8.RuneCountInString(line))
		}
		pairs += len(block) - 1
	}
	if width < narrowest || width > widest || pairs < fewest {
		return 0
	}
	full, open := 0, 0
	for _, block := range blocks {
		for i := 0; i+1 < len(block); i++ {
			if isFull(block[i], block[i+1], width) {
				full++
			}
			if !endsSentence(block[i]) {
				open++
			}
		}
	}
	if full*10 < pairs*7 || open*2 < pairs {
		return 0
	}
	return width
}

// isFull reports whether the first word of the next line doesn't fit at the end of a
// line. Programs wrap a little before or after the width.
func isFull(line, next string, width int) bool {
	const slack = 3 // characters
	first, _, _ := strings.Cut(strings.TrimSpace(next), " ")
	return utf8.RuneCountInString(line)+1+utf8.RuneCountInString(first)+slack > width
}

func endsSentence(line string) bool {
	line = strings.TrimRight(line, `"'”’»)]`)
	return line != "" && strings.ContainsAny(line[len(line)-1:], ".!?:") || strings.HasSuffix(line, "…")
}

// unwrap joins the lines of a block wrapped at a width. A sentence that ends in a line
// with room for more ends a paragraph, and so does the line before a list item.
func unwrap(block []string, width int) []string {
	var out []string
	for i, line := range block {
		line = strings.TrimSpace(line)
		if i == 0 || !isFull(block[i-1], block[i], width) && endsSentence(block[i-1]) || isItem(line) {
			out = append(out, line)
			continue
		}
		last := &out[len(out)-1]
		if bare, ok := strings.CutSuffix(*last, "-"); ok && endsLetter(bare) && startsLower(line) {
			*last += line // “co-” and “operate”: the hyphen may belong to the word
			continue
		}
		*last += " " + line
	}
	return out
}

func isItem(line string) bool {
	for _, mark := range []string{"- ", "* ", "• ", "– "} {
		if strings.HasPrefix(line, mark) {
			return true
		}
	}
	return false
}

func endsLetter(s string) bool {
	c, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(c)
}

func startsLower(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(c)
}
