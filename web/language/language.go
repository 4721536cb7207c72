package language

import (
	"cmp"
	"embed"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// Fallback is the tag of the language that has every string.
const Fallback = "en"

// Language is one language with its strings.
type Language struct {
	Tag       string // BCP 47, such as "fa"
	Name      string // in the language itself
	Direction string // "ltr" or "rtl"
	digits    []rune
	thousands string // between groups of three digits
	decimal   string // before the fraction
	groups    map[string]map[string]message
}

// message is a string or, if it has plural forms, its forms.
type message struct {
	text  string
	forms map[string]string // by CLDR's names; nil if it has no plural forms
	plain bool              // braces in it are not placeholders
}

// formNames are CLDR's names of plural forms.
var formNames = map[plural.Form]string{
	plural.Zero: "zero", plural.One: "one", plural.Two: "two",
	plural.Few: "few", plural.Many: "many", plural.Other: "other",
}

func (m *message) UnmarshalJSON(data []byte) error {
	if len(data) > 0 && data[0] == '{' {
		return json.Unmarshal(data, &m.forms)
	}
	return json.Unmarshal(data, &m.text)
}

func (m message) MarshalJSON() ([]byte, error) {
	if m.forms != nil {
		return json.Marshal(m.forms)
	}
	return json.Marshal(m.text)
}

//go:embed *.json
var files embed.FS

// All lists the languages, the fallback first, then the others by tag.
var All = readAll()

func readAll() []*Language {
	entries, err := files.ReadDir(".")
	if err != nil {
		panic("language: " + err.Error())
	}
	var all []*Language
	for _, entry := range entries {
		data, err := files.ReadFile(entry.Name())
		if err != nil {
			panic("language: " + err.Error())
		}
		l, err := read(strings.TrimSuffix(entry.Name(), path.Ext(entry.Name())), data)
		if err != nil {
			panic(fmt.Sprintf("language: %s: %v", entry.Name(), err))
		}
		all = append(all, l)
	}
	slices.SortFunc(all, func(a, b *Language) int {
		return cmp.Or(cmp.Compare(first(b), first(a)), cmp.Compare(a.Tag, b.Tag))
	})
	return all
}

func first(l *Language) int {
	if l.Tag == Fallback {
		return 1
	}
	return 0
}

func read(tag string, data []byte) (*Language, error) {
	l := &Language{Tag: tag}
	if err := json.Unmarshal(data, &l.groups); err != nil {
		return nil, err
	}
	own := l.groups["language"]
	l.Name, l.Direction, l.digits = own["name"].text, own["direction"].text, []rune(own["digits"].text)
	l.thousands, l.decimal = own["thousands"].text, own["decimal"].text
	if l.Name == "" || l.Direction != "ltr" && l.Direction != "rtl" || len(l.digits) != 10 || l.decimal == "" {
		return nil, fmt.Errorf(`"language" must have its name, its direction (ltr or rtl), its ten digits and its decimal point`)
	}
	return l, nil
}

// Tags returns the tags of all languages.
func Tags() []string {
	var tags []string
	for _, l := range All {
		tags = append(tags, l.Tag)
	}
	return tags
}

// Of returns the language of a BCP 47 tag, such as "fa-IR", or the
// fallback if there is none.
func Of(tag string) *Language {
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	for _, l := range All {
		if l.Tag == base {
			return l
		}
	}
	return All[0]
}

// DirectionOf returns the text direction of a language, "ltr" or "rtl", by its usual
// script.
func DirectionOf(tag string) string {
	script, _ := language.Make(tag).Script()
	if slices.Contains([]string{"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg"}, script.String()) {
		return "rtl"
	}
	return "ltr"
}

// Say returns the string of key, with the named values in its placeholders:
// Say("count.passages", "n", 3). Whole numbers are written in the language's
// digits, and n selects the plural form. A text with letters of the other direction is
// put between Unicode isolates. A string that the language does not have is that of the
// fallback. Say panics if no file has the key or a value is missing, which is a bug.
func (l *Language) Say(key string, values ...any) string {
	m, in := l.find(key)
	if in == nil {
		panic(fmt.Sprintf("language: no string %q", key))
	}
	if m.plain {
		return m.text
	}
	text := m.text
	var pairs []string
	for i := 0; i+1 < len(values); i += 2 {
		name, value := fmt.Sprint(values[i]), fmt.Sprint(values[i+1])
		if s, ok := values[i+1].(string); ok {
			value = l.isolate(s)
		}
		if n, ok := values[i+1].(int); ok {
			value = l.Number(n)
			if name == "n" && m.forms != nil {
				text = m.forms[in.form(n)]
			}
		}
		pairs = append(pairs, "{"+name+"}", value)
	}
	if m.forms != nil && text == "" {
		panic(fmt.Sprintf("language: string %q of %s counts: give it n", key, in.Tag))
	}
	for _, name := range placeholders(text) {
		if !slices.Contains(pairs, name) {
			panic(fmt.Sprintf("language: string %q needs %s", key, name))
		}
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// Has reports whether a string has the key.
func Has(key string) bool {
	_, in := All[0].find(key)
	return in != nil
}

// find returns the string of a key and the language that has it, or nil.
func (l *Language) find(key string) (message, *Language) {
	group, name, _ := strings.Cut(key, ".")
	for _, in := range []*Language{l, All[0]} {
		if m, ok := in.groups[group][name]; ok {
			return m, in
		}
	}
	return message{}, nil
}

// isolate puts a text between Unicode isolates if it has letters of the other
// direction.
func (l *Language) isolate(text string) string {
	against := func(r rune) bool {
		rtl := unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko)
		if l.Direction == "rtl" {
			return unicode.IsLetter(r) && !rtl
		}
		return rtl
	}
	if !strings.ContainsFunc(text, against) {
		return text
	}
	return "\u2068" + text + "\u2069"
}

// form returns the name of the plural form for n.
func (l *Language) form(n int) string {
	return formNames[plural.Cardinal.MatchPlural(language.Make(l.Tag), max(n, -n), 0, 0, 0, 0)]
}

// Number writes n in the language's digits.
func (l *Language) Number(n int) string { return l.Digits(fmt.Sprint(n)) }

// Digits replaces the digits of a text by those of the language.
func (l *Language) Digits(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return l.digits[r-'0']
		}
		return r
	}, text)
}

// placeholders returns the placeholders of a text, with their braces.
func placeholders(text string) []string {
	var list []string
	for {
		_, rest, open := strings.Cut(text, "{")
		name, after, end := strings.Cut(rest, "}")
		if !open || !end {
			return list
		}
		list = append(list, "{"+name+"}")
		text = after
	}
}
