package file

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// mostNames is how many names a new file starts from: more would be noise.
const mostNames = 40

// inside are the small words that may occur within a name.
var inside = map[string]bool{"of": true, "the": true, "de": true, "du": true, "des": true, "la": true, "le": true, "von": true, "van": true, "der": true, "den": true, "al": true, "bin": true, "and": false}

// nameLines lists what may be names in an article, each with its paragraphs: sequences
// of capitalised words. A single word counts only if it also occurs within a sentence,
// since every sentence begins with a capital. Scripts without capitals have none.
func nameLines(a *Article) []string {
	names, paragraphs := candidates(a)
	names = names[:min(len(names), mostNames)]
	widest := 0
	for _, name := range names {
		widest = max(widest, utf8.RuneCountInString(name))
	}
	lines := make([]string, len(names))
	for i, name := range names {
		numbers := strings.Trim(fmt.Sprint(paragraphs[name]), "[]")
		lines[i] = name + strings.Repeat(" ", widest-utf8.RuneCountInString(name)+2) + strings.ReplaceAll(numbers, " ", ", ")
	}
	return lines
}

// candidates returns possible names, those in the most paragraphs first, and the
// numbers of these paragraphs.
func candidates(a *Article) (names []string, paragraphs map[string][]int) {
	paragraphs = make(map[string][]int)
	within := make(map[string]bool) // it occurs other than at the beginning of a sentence
	for _, p := range a.Paragraphs {
		for _, n := range namesIn(p.Text) {
			if list := paragraphs[n.text]; len(list) == 0 || list[len(list)-1] != p.Number {
				paragraphs[n.text] = append(list, p.Number)
			}
			within[n.text] = within[n.text] || !n.opens || strings.Contains(n.text, " ")
		}
	}
	for name := range paragraphs {
		if within[name] && utf8.RuneCountInString(name) > 1 {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(len(paragraphs[b]), len(paragraphs[a])), cmp.Compare(paragraphs[a][0], paragraphs[b][0]), cmp.Compare(a, b))
	})
	return names, paragraphs
}

// candidate is a possible name.
type candidate struct {
	text  string
	opens bool // a sentence
}

// namesIn returns the sequences of capitalised words in a text.
func namesIn(text string) []candidate {
	var out []candidate
	var row []string
	opens, rowOpens := true, false
	end := func() {
		for len(row) > 0 && inside[row[len(row)-1]] {
			row = row[:len(row)-1]
		}
		if len(row) > 0 {
			out = append(out, candidate{strings.Join(row, " "), rowOpens})
		}
		row = nil
	}
	for _, field := range strings.Fields(text) {
		word := strings.TrimFunc(field, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
		bare, possessive := strings.CutSuffix(word, "’s")
		if !possessive {
			bare, possessive = strings.CutSuffix(word, "'s")
		}
		bare = strings.TrimRight(bare, ".") // of “U.S.’s”
		abbreviated := strings.Contains(bare, ".")
		if abbreviated {
			bare += "."
		}
		first, _ := utf8.DecodeRuneInString(bare)
		switch {
		case unicode.IsUpper(first) && !common[bare]:
			if opened := strings.HasPrefix(field, "“") || strings.HasPrefix(field, "("); opened {
				end()
			}
			if len(row) == 0 {
				rowOpens = opens
			}
			row = append(row, bare)
		case len(row) > 0 && inside[word]:
			row = append(row, word)
		default:
			end()
		}
		if trimmed := strings.TrimRight(field, "”\"’')"); possessive || trimmed != strings.TrimRight(trimmed, ".,;:!?") && utf8.RuneCountInString(bare) > 2 && !abbreviated || field != trimmed {
			end()
		}
		opens = strings.ContainsAny(field, ".!?“") && utf8.RuneCountInString(bare) > 2 && !abbreviated
	}
	end()
	return out
}

// common are capitalised words that name no node: words that often begin sentences, and
// words of dates.
var common = func() map[string]bool {
	m := make(map[string]bool)
	for _, word := range strings.Fields(`The A An In On At By For From With Since After Before When While As If But And Or So Yet It Its He His She Her They Their We Our You I
		This That These Those There Here Not No Nobody Everybody One Two Three Many Most Some Any All Both Each Every Who What Which Why How Where Now Then Also Only
		January February March April June July August September October November December
		Monday Tuesday Wednesday Thursday Friday Saturday Sunday
		Under Over Among Between During Until Unlike Like To Of`) {
		m[word] = true
	}
	return m
}()
