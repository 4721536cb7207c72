package regexp_test

import (
	"reflect"
	original "regexp"
	"strings"
	"testing"

	"proxynet/web/site/lighter/regexp"
)

const (
	texture = `\A__t(\d+)\z`
	unit    = `^[ \t\r\n]*//kage:unit\s+([^ \t\r\n]+)[ \t\r\n]*$`
	gaps    = `\n\n+`
)

func FuzzLikeTheOriginal(f *testing.F) {
	for _, s := range []string{
		"", "__t", "__t0", "__t42", "__t4x", " __t4", "__t4\n", "t4",
		"//kage:unit pixels", "  //kage:unit\tpixels \r\n", "//kage:unitpixels", "//kage:unit", "//kage:unit ", "x //kage:unit pixels",
		"//kage:unit pixels texels", "// kage:unit pixels", "//kage:unit a\n\n ", "//kage:unit:a",
		"a\n\nb", "a\nb", "\n\n\n", "a\n\n\n\nb\n\n", "\n", "a\n\n\nb\nc\n\n\n\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if strings.Contains(s, "\f") {
			t.Skip("no shader has form feeds")
		}
		got, want := any(regexp.MustCompile(texture).FindStringSubmatch(s)), any(original.MustCompile(texture).FindStringSubmatch(s))
		if !reflect.DeepEqual(got, want) {
			t.Errorf("texture %q: got %q, want %q", s, got, want)
		}
		got, want = regexp.MustCompile(unit).FindSubmatch([]byte(s)), original.MustCompile(unit).FindSubmatch([]byte(s))
		if !reflect.DeepEqual(got, want) {
			t.Errorf("unit %q: got %q, want %q", s, got, want)
		}
		got, want = regexp.MustCompile(gaps).ReplaceAllString(s, "\n\n"), original.MustCompile(gaps).ReplaceAllString(s, "\n\n")
		if got != want {
			t.Errorf("gaps %q: got %q, want %q", s, got, want)
		}
	})
}

func TestUnknownExpressionsPanic(t *testing.T) {
	for name, use := range map[string]func(){
		"unknown":   func() { regexp.MustCompile(`a+`) },
		"used ill":  func() { regexp.MustCompile(gaps).FindSubmatch(nil) },
		"used ill2": func() { regexp.MustCompile(unit).FindStringSubmatch("") },
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("no panic")
				}
			}()
			use()
		})
	}
}
