package visible

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Turns reports whether c turns the order of the characters around it: the
// embeddings, overrides and isolates of bidirectional text, by which a text can
// read as another. https://trojansource.codes
func Turns(c rune) bool { return c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069' }

// Refused reports whether a network may not hold c, in names, in words of its
// own and in quotes: characters that turn the reading direction, controls,
// line and paragraph separators, tags, and others that nobody sees. What honest
// text holds passes: the joiners of Persian, Hindi and emoji, the
// left-to-right, right-to-left and Arabic letter marks, and the soft hyphen.
func Refused(c rune) bool {
	switch c {
	case '\u200c', '\u200d', '\u200e', '\u200f', '\u061c', '\u00ad':
		return false
	case unicode.ReplacementChar: // a trace of a wrong encoding
		return true
	}
	return unseen(c)
}

// RefusedInQuote is [Refused] for the words of a source, which are quoted as
// they are: the zero width space and the word joiner pass.
func RefusedInQuote(c rune) bool { return Refused(c) && c != '\u200b' && c != '\u2060' }

// unseen reports whether c shows nothing, or makes a terminal or a page show
// something else than the text. Joiners aside.
func unseen(c rune) bool {
	switch {
	case c == '\u200c', c == '\u200d':
		return false
	case unicode.IsControl(c), c == '\u2028', c == '\u2029',
		c >= 0xE0000 && c <= 0xE007F, // tags, and room for more
		c == '\u3164', c == '\uffa0', // Hangul fillers
		c&0xfffe == 0xfffe, c >= 0xfdd0 && c <= 0xfdef: // no characters
		return true
	}
	return unicode.Is(unicode.Cf, c) && !unicode.Is(unicode.Prepended_Concatenation_Mark, c)
}

// Escape returns a text in one line, with every character that nobody sees or
// that a terminal obeys as its escape: "\n", "\u202e", or "\x9b" for a byte that
// is no UTF-8. Characters beyond U+FFFF are two escapes, as in JSON.
func Escape(s string) string { return escape(s, "") }

// escape is Escape but for the characters to keep.
func escape(s, keep string) string {
	if !strings.ContainsFunc(s, func(c rune) bool { return c == utf8.RuneError || unseen(c) }) {
		return s
	}
	var b strings.Builder
	for at := 0; at < len(s); {
		c, size := utf8.DecodeRuneInString(s[at:])
		switch {
		case c == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, s[at])
		case !unseen(c), strings.ContainsRune(keep, c):
			b.WriteRune(c)
		case c == '\n':
			b.WriteString(`\n`)
		case c == '\r':
			b.WriteString(`\r`)
		case c == '\t':
			b.WriteString(`\t`)
		case c > 0xffff:
			high, low := utf16.EncodeRune(c)
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&b, `\u%04x`, c)
		}
		at += size
	}
	return b.String()
}

// Quote returns a text in double quotation marks, as Go and YAML read it: all
// that can't be told from a plain space, or can't be seen, is escaped.
func Quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for at := 0; at < len(s); {
		c, size := utf8.DecodeRuneInString(s[at:])
		switch {
		case c == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, s[at])
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteRune(c)
		case c == '\n':
			b.WriteString(`\n`)
		case c == '\r':
			b.WriteString(`\r`)
		case c == '\t':
			b.WriteString(`\t`)
		case unicode.IsPrint(c) && !unseen(c) && c != utf8.RuneError, c == '\u200c', c == '\u200d':
			b.WriteRune(c)
		case c > 0xffff:
			fmt.Fprintf(&b, `\U%08x`, c)
		default:
			fmt.Fprintf(&b, `\u%04x`, c)
		}
		at += size
	}
	b.WriteByte('"')
	return b.String()
}

// Writer writes text for a terminal: [Escape], but for line feeds and tabs.
// A character may come in pieces. Goroutines may share it.
type Writer struct {
	w    io.Writer
	mu   sync.Mutex
	left []byte // the beginning of a character
}

// NewWriter returns a writer that writes to w.
func NewWriter(w io.Writer) *Writer { return &Writer{w: w} }

// Write implements [io.Writer].
func (w *Writer) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	text := append(w.left, p...)
	whole := len(text)
	for back := 1; back < utf8.UTFMax && back <= len(text); back++ {
		if start := len(text) - back; utf8.RuneStart(text[start]) {
			if !utf8.FullRune(text[start:]) {
				whole = start
			}
			break
		}
	}
	if err := w.put(string(text[:whole])); err != nil {
		return 0, err
	}
	w.left = append([]byte(nil), text[whole:]...)
	return len(p), nil
}

// Flush writes what has come of a character that never became whole.
func (w *Writer) Flush() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	left := string(w.left)
	w.left = nil
	return w.put(left)
}

func (w *Writer) put(text string) error {
	if text == "" {
		return nil
	}
	_, err := io.WriteString(w.w, escape(text, "\n\t"))
	return err
}
