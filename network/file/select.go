package file

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"proxynet/network"
	"proxynet/network/fold"
	"proxynet/network/visible"
)

// Selection is words of an article with all that finds them again.
type Selection struct {
	Paragraph int
	Line      int // of the paragraph, in the article's file
	Start     int // position in the article, in code points
	Selector  network.QuoteSelector
	Alone     bool      // the selector finds nothing else
	Around    [2]string // the words of the article before and after, as many as tell a reader where it is
}

// Select returns every place of an article at which words stand: verbatim, or
// else in any typesetting (see package fold), or else in any case too. What it
// returns is the article's own text.
func (a *Article) Select(words string) []Selection {
	words = strings.TrimSpace(strings.ToValidUTF8(words, ""))
	if words == "" {
		return nil
	}
	var out []Selection
	for _, at := range a.find(words) {
		out = append(out, a.selection(at, len(words)))
	}
	if len(out) > 0 {
		return out
	}
	paragraphs := a.folds().paragraphs(folded(words, true).Text)
	for _, anyCase := range []bool{false, true} {
		if len(out) > 0 {
			break
		}
		wanted := folded(words, anyCase).Text
		for _, i := range paragraphs {
			f := folded(a.Paragraphs[i].Text, anyCase)
			for from := 0; wanted != ""; {
				at := strings.Index(f.Text[from:], wanted)
				if at < 0 || len(out) == mostPlaces {
					break
				}
				start, end := from+at, from+at+len(wanted)
				out = append(out, a.selection(place{i, f.From[start]}, f.To[end-1]-f.From[start]))
				from = end
			}
		}
	}
	return out
}

// At returns the words from one position of an article to another, which must be in
// one paragraph.
func (a *Article) At(start, end int) (Selection, bool) {
	for i, p := range a.Paragraphs {
		from, to := start-p.start, end-p.start
		if from < 0 || to <= from || to > utf8.RuneCountInString(p.Text) {
			continue
		}
		first := byteOffset(p.Text, from)
		return a.selection(place{i, first}, byteOffset(p.Text[first:], to-from)), true
	}
	return Selection{}, false
}

// byteOffset returns where the code point of that number begins in a text.
func byteOffset(text string, point int) int {
	for at := range text {
		if point == 0 {
			return at
		}
		point--
	}
	return len(text)
}

// folded returns a text folded, in lower case if case doesn't count.
func folded(text string, anyCase bool) fold.Folded {
	f := fold.Text(text)
	if !anyCase {
		return f
	}
	var lower fold.Folded
	var b strings.Builder
	for at, c := range f.Text {
		n, _ := b.WriteRune(unicode.ToLower(c))
		for range n {
			lower.From, lower.To = append(lower.From, f.From[at]), append(lower.To, f.To[at])
		}
	}
	lower.Text = b.String()
	return lower
}

// selection returns the text of the given length in bytes at a place.
func (a *Article) selection(at place, length int) Selection {
	p := a.Paragraphs[at.paragraph]
	before, exact, after := p.Text[:at.offset], p.Text[at.offset:at.offset+length], p.Text[at.offset+length:]
	s := Selection{
		Paragraph: p.Number, Line: p.Line, Start: a.position(at),
		Selector: network.QuoteSelector{Exact: exact},
		Alone:    a.Once(exact),
	}
	if !s.Alone {
		s.Selector.Prefix, s.Selector.Suffix = a.context(at, length)
		s.Alone = s.Selector.Prefix != "" || s.Selector.Suffix != ""
	}
	if starts := wordStarts(before, shownWords); len(starts) > 0 {
		s.Around[0] = before[starts[len(starts)-1]:]
	}
	if ends := wordEnds(after, shownWords); len(ends) > 0 {
		s.Around[1] = after[:ends[len(ends)-1]]
	}
	return s
}

// YAML returns the selection as a passage for the author's file, below a comment
// that says where it stands.
func (s Selection) YAML() string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("  # paragraph %d: %s", s.Paragraph, oneLine(s.Around[0]+"["+s.Selector.Exact+"]"+s.Around[1]))
	if !s.Alone {
		line("  # these words stand more than once here: quote more of the sentence")
	}
	if length := utf8.RuneCountInString(s.Selector.Exact); length > maxQuoteLength {
		line("  # %d characters: a passage has at most %d; quote only the words that bear the claim", length, maxQuoteLength)
	}
	line("  - id: p%d-%s", s.Paragraph, slug(s.Selector.Exact))
	line("    paragraph: %d", s.Paragraph)
	line("    start: %d", s.Start)
	line("    exact: %s", visible.Quote(s.Selector.Exact))
	if s.Selector.Prefix != "" {
		line("    prefix: %s", visible.Quote(s.Selector.Prefix))
	}
	if s.Selector.Suffix != "" {
		line("    suffix: %s", visible.Quote(s.Selector.Suffix))
	}
	return b.String()
}

// oneLine makes a text fit into a comment or a title: what YAML takes for the end
// of a line is a space, and what a network may not hold is left out.
func oneLine(text string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case unicode.IsControl(c) || c == '\u2028' || c == '\u2029':
			return ' '
		case visible.Refused(c):
			return -1
		}
		return c
	}, text)
}

// noSlug is the slug of a text without letters that an id may have.
const noSlug = "quote"

// slug returns an id made from the first three words of a text.
func slug(text string) string {
	const words = 3
	var parts []string
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(c rune) bool {
		return !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9')
	}) {
		if len(parts) < words && len(word) > 1 {
			parts = append(parts, word)
		}
	}
	if len(parts) == 0 {
		return noSlug
	}
	return strings.Join(parts, "-")
}

// Nearest returns the fault of words that stand nowhere in the article, with the
// text most like them.
func (a *Article) Nearest(words string) Fault {
	wrong := a.differs(words, 0)
	f := Fault{File: a.Name, Rule: RuleMisquote, Problem: wrong.problem, Mend: wrong.mend, Diff: wrong.diff}
	if number, found := a.nearestText([]rune(words), 0); found != nil {
		f.Line = a.Paragraphs[number-1].Line
		f.Problem = fmt.Sprintf("no paragraph has %s", show(words))
		f.Mend = fmt.Sprintf("the nearest text is in paragraph %d: %s", number, visible.Quote(string(found)))
	}
	return f
}

// Quote returns, as YAML, every place of an article at which words stand; see
// [Article.Select]. If there is none, the error has the nearest text. If a shell
// seems to have changed the words, the error says so too.
func Quote(path, words string) (string, error) {
	if strings.TrimSpace(words) == "" {
		return "", fmt.Errorf("no words to look for; write some of the article’s in quotation marks")
	}
	a, faults := OpenArticle(path)
	if faults != nil {
		return "", faults
	}
	found := a.Select(words)
	if len(found) == 0 {
		f := a.Nearest(strings.TrimSpace(words))
		if sign := takenByShell(f.Diff); sign != "" {
			f.Mend += fmt.Sprintf("; the shell took the %s out of the words: %s", sign, singleQuotes)
		}
		if f.Diff != nil {
			return "", fmt.Errorf("%w\n    %s", f, ShowDiff(f.Diff))
		}
		return "", f
	}
	if !slices.ContainsFunc(found, func(s Selection) bool { return !s.isCutByShell() }) {
		s := found[0]
		return "", Fault{
			File: a.Name, Line: s.Line, Rule: RuleMisquote,
			Problem: fmt.Sprintf("the words begin or end inside a word of paragraph %d: %s", s.Paragraph, oneLine(s.Around[0]+"["+s.Selector.Exact+"]"+s.Around[1])),
			Mend:    "the shell took the $ out of the words: " + singleQuotes,
		}
	}
	var b strings.Builder
	if len(found) > 1 {
		count := fmt.Sprint(len(found))
		if len(found) == mostPlaces {
			count += " or more"
		}
		fmt.Fprintf(&b, "  # %s places have these words: keep the one that is meant\n", count)
	}
	for _, s := range found {
		b.WriteString(s.YAML())
	}
	return b.String(), nil
}
