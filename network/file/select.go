package file

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"proxynet/network"
	"proxynet/network/fold"
	"proxynet/network/message"
	"proxynet/network/visible"
)

// Selection is a range of an article's text with a selector that finds it again.
type Selection struct {
	Paragraph int
	Line      int // of the paragraph, in the article's file
	Start     int // position in the article, in code points
	Selector  network.QuoteSelector
	Alone     bool      // the selector finds nothing else
	Around    [2]string // some words of the article before and after, for readers
}

// Select returns every occurrence of words in an article: verbatim or, if there is none,
// in any typesetting (see package fold) or, if there is none, in any case too. The
// selections have the article's own text.
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

// At returns the words between two positions of an article, which must be in the same
// paragraph.
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

// Beside returns the selections that have the given words before and after them, or
// all if none has.
func Beside(found []Selection, before, after string) []Selection {
	if before == "" && after == "" {
		return found
	}
	fit := slices.DeleteFunc(slices.Clone(found), func(s Selection) bool {
		shown, wanted := strings.TrimSpace(s.Around[0]), strings.TrimSpace(before)
		follows, awaited := strings.TrimSpace(s.Around[1]), strings.TrimSpace(after)
		return !strings.HasSuffix(shown, wanted) && !strings.HasSuffix(wanted, shown) || !strings.HasPrefix(follows, awaited) && !strings.HasPrefix(awaited, follows)
	})
	if len(fit) == 0 {
		return found
	}
	return fit
}

// Points returns the article's text by its code points, as positions count them. Lines
// without text are blank.
func (a *Article) Points() []rune {
	var text []rune
	line := 1
	for _, p := range a.Paragraphs {
		for len(text) < p.start-(p.Line-line) {
			text = append(text, ' ')
		}
		for ; line < p.Line; line++ {
			text = append(text, '\n')
		}
		text = append(text, []rune(p.Text)...)
	}
	return text
}

// byteOffset returns the offset in bytes of a code point, given by its index.
func byteOffset(text string, point int) int {
	for at := range text {
		if point == 0 {
			return at
		}
		point--
	}
	return len(text)
}

// folded returns a folded text, in lower case if case doesn't matter.
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

// id returns an id for the passage: its paragraph and its first words or, if they have
// no Latin letters, its position.
func (s Selection) id() string {
	if words := slug(s.Selector.Exact); words != "" {
		return fmt.Sprintf("p%d-%s", s.Paragraph, words)
	}
	return fmt.Sprintf("p%d-%d", s.Paragraph, s.Start)
}

// YAML returns the selection as a passage for the author's file, below a comment with
// the words around it.
func (s Selection) YAML() string { return s.yaml(s.id()) }

func (s Selection) yaml(id string) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("  # paragraph %d: %s", s.Paragraph, oneLine(s.Around[0]+"["+s.Selector.Exact+"]"+s.Around[1]))
	if !s.Alone {
		line("  # these words occur more than once: quote more of the sentence")
	}
	if length := utf8.RuneCountInString(s.Selector.Exact); length > maxQuoteLength {
		line("  # %d characters: a passage has at most %d; quote only the words that support the claim", length, maxQuoteLength)
	}
	line("  - id: %s", id)
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

// oneLine returns a text for a comment or a title: line breaks become spaces, and
// characters that a network may not contain are dropped.
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

// slug returns an id made from the first three words of a text, or "" if they have no
// Latin letters or digits.
func slug(text string) string {
	const words = 3
	var parts []string
	for _, word := range strings.FieldsFunc(latin(text), func(c rune) bool {
		return !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9')
	}) {
		if len(parts) < words && len(word) > 1 {
			parts = append(parts, word)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, "-")
}

// letters are Latin letters that Unicode does not decompose.
var letters = strings.NewReplacer("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i")

// latin returns a text in lower case with its accents, and apostrophes, removed.
func latin(text string) string {
	return strings.Map(func(c rune) rune {
		if unicode.Is(unicode.Mn, c) || c == '\'' || c == '’' {
			return -1
		}
		return c
	}, norm.NFKD.String(letters.Replace(strings.ToLower(text))))
}

// Nearest returns the diagnostic of words that are not in the article, with the text most
// like them.
func (a *Article) Nearest(words string) Diagnostic {
	wrong := quoteCheck{a}.differs(words, 0)
	f := Diagnostic{File: a.Name, Rule: RuleMisquote, Problem: wrong.problem, Fix: wrong.fix, Diff: wrong.diff}
	if number, found := (quoteCheck{a}).nearestText([]rune(words), 0); found != nil {
		f.Line = a.Paragraphs[number-1].Line
		f.Problem = message.New("no paragraph has %s", visible.Show(words))
		f.Fix = message.New("the nearest text is in paragraph %d: %s", number, visible.Quote(string(found)))
	}
	return f
}

// Quote returns, as YAML, every occurrence of words in an article; see
// [Article.Select]. If there is none, the error has the nearest text. If a shell
// seems to have changed the words, the error says so too.
func Quote(path, words string) (string, error) {
	if strings.TrimSpace(words) == "" {
		return "", fmt.Errorf("no words to look for; write some of the article’s in quotation marks")
	}
	a, diagnostics := OpenArticle(path)
	if diagnostics != nil {
		return "", diagnostics
	}
	found := a.Select(words)
	if len(found) == 0 {
		f := a.Nearest(strings.TrimSpace(words))
		if sign := takenByShell(f.Diff); sign != "" {
			f.Fix = message.New("%s; the shell took the %s out of the words: %s", f.Fix, sign, singleQuotes)
		}
		if f.Diff != nil {
			return "", fmt.Errorf("%w\n    %s", f, ShowDiff(f.Diff))
		}
		return "", f
	}
	if !slices.ContainsFunc(found, func(s Selection) bool { return !s.isCutByShell() }) {
		s := found[0]
		return "", Diagnostic{
			File: a.Name, Line: s.Line, Rule: RuleMisquote,
			Problem: message.New("the words begin or end inside a word of paragraph %d: %s", s.Paragraph, oneLine(s.Around[0]+"["+s.Selector.Exact+"]"+s.Around[1])),
			Fix:     message.New("the shell took the $ out of the words: %s", singleQuotes),
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
	used := make(map[string]int)
	for _, s := range found {
		id := s.id()
		if used[id]++; used[id] > 1 {
			id = fmt.Sprintf("%s-%d", id, used[id])
		}
		b.WriteString(s.yaml(id))
	}
	return b.String(), nil
}
