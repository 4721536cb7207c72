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

// Turns reports whether c changes the order of the characters around it: an embedding,
// override or isolate of bidirectional text, with which a text can read as another.
// https://trojansource.codes
func Turns(c rune) bool { return c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069' }

// Refused reports whether a network must not contain c, in names, in its own words or in
// quotes: characters that change the text direction, controls, line and paragraph
// separators, tags, and other invisible characters. It allows those of ordinary text: the
// joiners of Persian, Hindi and emoji, the left-to-right, right-to-left and Arabic letter
// marks, and the soft hyphen.
func Refused(c rune) bool {
	switch c {
	case '\u200c', '\u200d', '\u200e', '\u200f', '\u061c', '\u00ad':
		return false
	case unicode.ReplacementChar: // a trace of a wrong encoding
		return true
	}
	return unseen(c)
}

// RefusedInQuote is [Refused] for the words of a source, which are quoted verbatim: it
// also allows the zero width space and the word joiner.
func RefusedInQuote(c rune) bool { return Refused(c) && c != '\u200b' && c != '\u2060' }

// unseen reports whether c is invisible, or makes a terminal or a page show something
// other than the text. Joiners are excepted.
func unseen(c rune) bool {
	switch {
	case c == '\u200c', c == '\u200d':
		return false
	case unicode.IsControl(c), c == '\u2028', c == '\u2029',
		c >= 0xE0000 && c <= 0xE007F, // tags, and room for more
		c == '\u3164', c == '\uffa0', // Hangul fillers
		c&0xfffe == 0xfffe, c >= 0xfdd0 && c <= 0xfdef: // noncharacters
		return true
	}
	return unicode.Is(unicode.Cf, c) && !unicode.Is(unicode.Prepended_Concatenation_Mark, c)
}

// Escape returns a text in one line, in which invisible and control characters are
// escaped: "\n", "\u202e", or "\x9b" for a byte that is not UTF-8. Characters beyond
// U+FFFF become two escapes, as in JSON.
func Escape(s string) string { return escape(s, "") }

// escape is Escape, except for the characters to keep.
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

// Quote returns a text in double quotation marks, in the syntax of Go and YAML.
// Invisible characters, and spaces other than U+0020, are escaped.
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

// Show is [Quote] for a value in a message: a long one is shortened.
func Show(s string) string {
	const most = 60 // characters; enough to find the place again
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return Quote(s)
}

// Writer writes text for a terminal: it applies [Escape], except to line feeds and tabs.
// Characters may be split between writes. It is safe for concurrent use.
type Writer struct {
	w    io.Writer
	mu   sync.Mutex
	left []byte // an incomplete character
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

// Flush writes the bytes of an incomplete character.
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
