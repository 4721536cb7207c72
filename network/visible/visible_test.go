package visible_test

import (
	"encoding/json"
	"strings"
	"testing"
	"testing/iotest"
	"unicode"

	"go.yaml.in/yaml/v4"

	"proxynet/network/visible"
)

// honest are texts that must be printed unchanged.
var honest = []string{
	"", "plain", "naïve café – “yes”", "می‌خواهم", "سپاه قدس (IRGC)", "שלום", "क्‍ष", "👩‍👩‍👧 👍🏽 ❤️", "日本語", "한국어", "٪", "\u0600١٢", "e\u0301", "ⅷ", "a\u00a0b",
}

// harmful are characters that must never reach a terminal.
var harmful = []rune{
	0x00, 0x07, 0x08, 0x0b, 0x0c, 0x0d, 0x1b, 0x7f, 0x80, 0x85, 0x9b, 0x9d, 0xad, 0x061c, 0x180e, 0x200b, 0x200e, 0x200f, 0x2028, 0x2029,
	0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2060, 0x2063, 0x2066, 0x2067, 0x2068, 0x2069, 0x206a, 0x3164, 0xfeff, 0xfff9, 0xfffe, 0xffff,
	0x1d173, 0xe0000, 0xe0001, 0xe0041, 0xe007f, 0x10ffff,
}

func TestEscape(t *testing.T) {
	for _, text := range honest {
		if got := visible.Escape(text); got != text {
			t.Errorf("%q becomes %q", text, got)
		}
	}
	for _, c := range harmful {
		got := visible.Escape("a" + string(c) + "b")
		if strings.ContainsRune(got, c) || !strings.HasPrefix(got, `a\`) || !strings.HasSuffix(got, "b") {
			t.Errorf("%U becomes %q", c, got)
		}
	}
	for _, test := range []struct{ text, want string }{
		{"\x1b[31mred\x1b[0m", `\u001b[31mred\u001b[0m`}, {"a\nb\tc\rd", `a\nb\tc\rd`}, {"\x9b\xff", `\x9b\xff`}, {"\U000E0041", `\udb40\udc41`}, {"\u202e", `\u202e`},
	} {
		if got := visible.Escape(test.text); got != test.want {
			t.Errorf("%q becomes %s, want %s", test.text, got, test.want)
		}
	}
}

// TestEscapeKeepsJSONValid escapes encoded JSON.
func TestEscapeKeepsJSONValid(t *testing.T) {
	for _, c := range harmful {
		want := "a" + string(c) + "b"
		data, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got string
		if err := json.Unmarshal([]byte(visible.Escape(string(data))), &got); err != nil || got != want {
			t.Errorf("%U: got %q, %v", c, got, err)
		}
	}
}

// TestQuoteIsYAML quotes a text and decodes it as YAML.
func TestQuoteIsYAML(t *testing.T) {
	texts := append([]string{`say "so" \n`, "a\nb\r\tc", " a b "}, honest...)
	for _, c := range harmful {
		texts = append(texts, "a"+string(c)+"b")
	}
	for _, text := range texts {
		quoted := visible.Quote(text)
		for _, c := range quoted {
			if c != '\u200c' && c != '\u200d' && !unicode.IsPrint(c) && !unicode.Is(unicode.Cf, c) {
				t.Errorf("%q is quoted with %U in it", text, c)
			}
		}
		var got string
		if err := yaml.Load([]byte(quoted), &got); err != nil || got != text {
			t.Errorf("%s is %q to YAML, %v; want %q", quoted, got, err, text)
		}
	}
	if got := visible.Quote("می‌خواهم"); got != `"می‌خواهم"` {
		t.Errorf("Persian is quoted as %s", got)
	}
}

// TestRefused tests each character that SECURITY.md lists.
func TestRefused(t *testing.T) {
	passes := map[rune]bool{0xad: true, 0x061c: true, 0x200c: true, 0x200d: true, 0x200e: true, 0x200f: true}
	for _, c := range append(harmful, 0x200c, 0x200d, 0xfffd) {
		if got := visible.Refused(c); got == passes[c] {
			t.Errorf("%U: refused %v", c, got)
		}
		if got := visible.RefusedInQuote(c); got == (passes[c] || c == 0x200b || c == 0x2060) {
			t.Errorf("%U in a quote: refused %v", c, got)
		}
	}
	for c := range rune(unicode.MaxRune + 1) {
		hidden := unicode.In(c, unicode.Cc, unicode.Cf) || c >= 0xe0000 && c <= 0xe007f
		seen := c >= 0x0600 && c <= 0x0605 || c == 0x06dd || c == 0x070f || c >= 0x0890 && c <= 0x0891 || c == 0x08e2 || c == 0x110bd || c == 0x110cd
		if hidden && !seen && !passes[c] && !visible.Refused(c) && c != 0x200c && c != 0x200d {
			t.Errorf("%U passes", c)
		}
		if unicode.In(c, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Zs) && visible.Refused(c) && c != 0x3164 && c != 0xffa0 && c != 0xfffd {
			t.Errorf("%U is refused", c)
		}
	}
	for c := rune(0x202a); c <= 0x2069; c++ {
		if bidi := c <= 0x202e || c >= 0x2066; visible.Turns(c) != bidi {
			t.Errorf("%U: turns %v", c, !bidi)
		}
	}
	for _, text := range honest {
		if strings.ContainsFunc(text, visible.Refused) {
			t.Errorf("%q is refused", text)
		}
	}
}

// TestWriterOfSingleBytes writes a text one byte at a time.
func TestWriterOfSingleBytes(t *testing.T) {
	const text = "سپاه\u202e قدس\n\t👩‍👧 \x1b[2J\u009b\U000E0041 end\xe2\x80"
	var b strings.Builder
	w := visible.NewWriter(&b)
	for i := range len(text) {
		if n, err := w.Write([]byte{text[i]}); n != 1 || err != nil {
			t.Fatal(n, err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if want := "سپاه\\u202e قدس\n\t👩‍👧 \\u001b[2J\\u009b\\udb40\\udc41 end\\xe2\\x80"; b.String() != want {
		t.Errorf("got  %q\nwant %q", b.String(), want)
	}
	if _, err := visible.NewWriter(failing{}).Write([]byte("a")); err != iotest.ErrTimeout {
		t.Errorf("got %v, want the error of the writer", err)
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, iotest.ErrTimeout }
