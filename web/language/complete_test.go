package language_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/feature/plural"
	tags "golang.org/x/text/language"

	"proxynet/web/language"
)

// file is the content of a language file: strings by group and name, each a text or an
// object of plural forms.
type file map[string]map[string]any

func read(t *testing.T, tag string) file {
	t.Helper()
	data, err := os.ReadFile(tag + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var f file
	if err := json.Unmarshal(data, &f); err != nil {
		t.Fatalf("%s.json: %v", tag, err)
	}
	return f
}

// keys returns the keys of a file in order.
func (f file) keys() []string {
	var keys []string
	for group, strings := range f {
		for name := range strings {
			keys = append(keys, group+"."+name)
		}
	}
	slices.Sort(keys)
	return keys
}

// forms returns the texts of a key by plural form; the form "" is for a text without
// plural forms.
func (f file) forms(key string) map[string]string {
	group, name, _ := strings.Cut(key, ".")
	switch value := f[group][name].(type) {
	case string:
		return map[string]string{"": value}
	case map[string]any:
		forms := map[string]string{}
		for form, text := range value {
			forms[form] = fmt.Sprint(text)
		}
		return forms
	}
	return nil
}

// needed returns the plural forms of CLDR for whole numbers in a language.
func needed(tag string) []string {
	names := map[plural.Form]string{
		plural.Zero: "zero", plural.One: "one", plural.Two: "two",
		plural.Few: "few", plural.Many: "many", plural.Other: "other",
	}
	forms := map[string]bool{}
	for n := range 1000 {
		forms[names[plural.Cardinal.MatchPlural(tags.Make(tag), n, 0, 0, 0, 0)]] = true
	}
	return slices.Sorted(maps.Keys(forms))
}

// placeholders returns the placeholders of all forms of a string: a form for one thing
// may leave out its number.
func placeholders(forms map[string]string) []string {
	found := map[string]bool{}
	for _, text := range forms {
		for _, part := range strings.Split(text, "{")[1:] {
			name, _, _ := strings.Cut(part, "}")
			switch name {
			case "Chain", "chains": // languages need different ones of these
				name = "chain"
			}
			found[name] = true
		}
	}
	return slices.Sorted(maps.Keys(found))
}

// TestLanguagesComplete checks that every language has all English strings, with the
// same placeholders, all required plural forms, and no markup.
func TestLanguagesComplete(t *testing.T) {
	english := read(t, language.Fallback)
	for _, l := range language.All {
		t.Run(l.Tag, func(t *testing.T) {
			own := read(t, l.Tag)
			for _, key := range own.keys() {
				if english.forms(key) == nil {
					t.Errorf("it has %q, which en.json does not: remove it, or add it there", key)
				}
			}
			for _, key := range english.keys() {
				want, got := english.forms(key), own.forms(key)
				if got == nil {
					t.Errorf("it does not have %q: translate %q", key, want)
					continue
				}
				wantForms := []string{""}
				if _, plain := want[""]; !plain {
					wantForms = needed(l.Tag)
				}
				if forms := slices.Sorted(maps.Keys(got)); !slices.Equal(forms, wantForms) {
					t.Errorf("%q has the forms %q; want %q", key, forms, wantForms)
				}
				if g, w := placeholders(got), placeholders(want); !slices.Equal(g, w) {
					t.Errorf("%q has the placeholders %q; want %q", key, g, w)
				}
				for form, text := range got {
					if strings.TrimSpace(text) == "" || strings.ContainsAny(text, "<>&") {
						t.Errorf("%q %s is %q; want words, and no markup", key, form, text)
					}
				}
			}
		})
	}
}

func TestArabicAndPersian(t *testing.T) {
	tests := []struct {
		tag, key string
		values   []any
		want     string
	}{
		{"ar", "count.passages", []any{"n", 0}, "لا مقتطفات"},
		{"ar", "count.passages", []any{"n", 1}, "مقتطف واحد"},
		{"ar", "count.passages", []any{"n", 2}, "مقتطفان"},
		{"ar", "count.passages", []any{"n", 5}, "5 مقتطفات"},
		{"ar", "count.passages", []any{"n", 11}, "11 مقتطفًا"},
		{"ar", "count.passages", []any{"n", 100}, "100 مقتطف"},
		{"ar", "count.passages", []any{"n", 103}, "103 مقتطفات"},
		{"fa", "count.passages", []any{"n", 12}, "۱۲ گزیده"},
		{"fa", "evidence.paragraph", []any{"n", 3}, "بند\u00a0۳"},
	}
	for _, test := range tests {
		if got := language.Of(test.tag).Say(test.key, test.values...); got != test.want {
			t.Errorf("%s %s %v: got %q, want %q", test.tag, test.key, test.values, got, test.want)
		}
	}
}
