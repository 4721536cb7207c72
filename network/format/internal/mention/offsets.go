package mention

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"proxynet/network/file"
	"proxynet/network/format/internal/graph"
)

// ruler is a way in which programs count positions in a text.
type ruler struct {
	unit   func(c rune) int // of a character
	breaks bool             // a line break counts twice, as in a Windows file, or once if the text has two characters for it
	mark   bool             // a byte order mark before the text counts
}

// rulers returns all ways, the most likely first. Python counts code points, JavaScript
// UTF-16 code units, and programs in C and Go bytes.
func rulers() []ruler {
	var all []ruler
	for _, unit := range []func(rune) int{func(rune) int { return 1 }, utf16.RuneLen, utf8.RuneLen} {
		for _, breaks := range []bool{false, true} {
			all = append(all, ruler{unit, breaks, false}, ruler{unit, breaks, true})
		}
	}
	return all
}

// measure returns the position at which each character of a text starts, and the end of
// the last.
func (r *ruler) measure(text []rune) []int {
	places := make([]int, len(text)+1)
	at := 0
	if r.mark {
		at = r.unit('\ufeff')
	}
	for i, c := range text {
		places[i] = at
		switch {
		case r.breaks && c == '\n' && (i == 0 || text[i-1] != '\r'):
			at += 2
		case r.breaks && c == '\r' && i+1 < len(text) && text[i+1] == '\n':
		default:
			at += r.unit(c)
		}
	}
	places[len(text)] = at
	return places
}

// spanIn returns the range of code points between two positions; ok is false if it is
// empty.
func spanIn(places []int, start, end int) (from, to int, ok bool) {
	from, ok1 := slices.BinarySearch(places, start)
	to, ok2 := slices.BinarySearch(places, end)
	return from, to, ok1 && ok2 && from < to && to < len(places)
}

// place converts the positions of mentions in a text to code points. It uses the first
// way to count in which all mentions have their words at their positions. If there is
// none, it uses the way that fits most mentions, and returns the others, with the words
// at their positions.
func place(text []rune, all []*Mention) (strays []*Mention, there []string) {
	var best ruler
	most := -1
	for _, r := range rulers() {
		places, fit := r.measure(text), 0
		for _, one := range all {
			if from, to, ok := spanIn(places, one.Start, one.End); ok && sameWords(string(text[from:to]), one.Words) {
				fit++
			}
		}
		if fit > most {
			best, most = r, fit
		}
		if fit == len(all) {
			break
		}
	}
	places := best.measure(text)
	for _, one := range all {
		from, to, ok := spanIn(places, one.Start, one.End)
		words := ""
		if ok {
			words = string(text[from:to])
		}
		if !ok || !sameWords(words, one.Words) {
			strays, there = append(strays, one), append(there, words)
		}
		one.Start, one.End = from, to
	}
	return strays, there
}

// sameWords reports whether two texts differ only in white space.
func sameWords(a, b string) bool {
	return strings.Join(strings.Fields(a), " ") == strings.Join(strings.Fields(b), " ")
}

// InArticle finds the mentions in the article by their positions. If quotes is set,
// mentions with other words at their position are found by their words and context.
func (m *Mentions) InArticle(all []*Mention, quotes bool) error {
	if m.article == nil {
		return nil
	}
	var placed, strays []*Mention
	for _, one := range all {
		if one.End > one.Start {
			placed = append(placed, one)
		} else if quotes {
			strays = append(strays, one)
		}
	}
	moved, there := place(m.article.Points(), placed)
	for i, one := range moved {
		if !quotes {
			return m.Diagnostic(one.Line, one.ID, fmt.Sprintf("it marks %s, and the article has %s there", graph.Show(one.Words), graph.Show(there[i])), "name the text that was annotated with --article")
		}
		one.Start, one.End = 0, 0
	}
	for _, one := range append(strays, moved...) {
		found := file.Beside(m.article.Select(one.Words), one.Before, one.After)
		switch {
		case len(found) == 0:
			return m.Diagnostic(one.Line, one.ID, fmt.Sprintf("it quotes %s, which the article does not have", graph.Show(one.Words)), "name the text that was annotated with --article")
		case len(found) > 1 || !found[0].Alone:
			m.Losses.Add(1, "annotations whose words occur more than once in the article, kept without a place", graph.Show(one.Words))
		default:
			one.Start = found[0].Start
			one.End = found[0].Start + utf8.RuneCountInString(found[0].Selector.Exact)
		}
	}
	return nil
}

// InDocument finds the mentions in their document.
func (m *Mentions) InDocument(d *Document, all []*Mention, program string) error {
	var placed []*Mention
	for _, one := range all {
		if one.Words == "" && one.Start >= 0 && one.Start < one.End && one.End <= len(d.Text) {
			one.Words = string(d.Text[one.Start:one.End])
		}
		if one.Words == "" || one.End != 0 || one.Start != 0 {
			placed = append(placed, one)
		}
	}
	if strays, _ := place(d.Text, placed); len(strays) > 0 {
		return m.Diagnostic(strays[0].Line, strays[0].ID, fmt.Sprintf("it marks %s, which is not there in the text", graph.Show(strays[0].Words)), "export the tasks again from "+program)
	}
	return nil
}
