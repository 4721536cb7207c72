package language_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"proxynet/web/language"
)

// untranslatable lists, by language, the strings that are the same as in English, with
// the reason. Every other such string is untranslated.
var untranslatable = map[string]string{
	"search.all": "only a placeholder", "ask.number": "only a placeholder", "ask.kind": "placeholders and brackets",
	"time.event": "placeholders and signs", "language.direction": "a word for programs", "language.digits": "digits", "language.decimal": "a sign",
	"date.day": "placeholders", "date.month": "placeholders", "announcement.relation": "placeholders and signs", "announcement.event": "placeholders and signs",
	"announcement.speaker": "placeholders and signs", "chained.ask.chain": "only a placeholder", "chained.evidence.chain": "only a placeholder",
	"fact.money": "only placeholders", "language.thousands": "a sign",
}

func TestTranslated(t *testing.T) {
	english := read(t, language.Fallback)
	for _, l := range language.All[1:] {
		own := read(t, l.Tag)
		for _, key := range english.keys() {
			for form, text := range own.forms(key) {
				if text == english.forms(key)[form] && untranslatable[key] == "" {
					t.Errorf("%s: %s is %q, as in English", l.Tag, key, text)
				}
			}
		}
	}
	for key := range untranslatable {
		if english.forms(key) == nil {
			t.Errorf("no file has %s any more", key)
		}
	}
}

// TestScripts checks for characters of other scripts: Latin digits if the language has
// its own, Arabic letters in Persian and vice versa, and Latin punctuation in both.
func TestScripts(t *testing.T) {
	const punctuation = ",;?%\"'“”"
	foreign := map[string]string{
		"fa": "0123456789٠١٢٣٤٥٦٧٨٩يكىة" + punctuation,
		"ar": "۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩یکگچپژ\u200c" + punctuation,
	}
	for _, l := range language.All[1:] {
		signs, known := foreign[l.Tag]
		if !known {
			t.Errorf("list here the characters that are foreign to %s", l.Tag)
		}
		own := read(t, l.Tag)
		for _, key := range own.keys() {
			if strings.HasPrefix(key, "language.") {
				continue
			}
			for form, text := range own.forms(key) {
				if at := strings.IndexAny(text, signs); at >= 0 {
					t.Errorf("%s: %s %s has %q: %q", l.Tag, key, form, []rune(text[at:])[0], text)
				}
				if strings.Contains(text, "  ") || strings.TrimSpace(text) != text && key != "evidence.comma" && key != "standing.semicolon" {
					t.Errorf("%s: %s %s has an extra space: %q", l.Tag, key, form, text)
				}
			}
		}
	}
}

// TestFormsComplete checks that every plural form of a string has the same
// placeholders. The forms for zero, one and two may have their number in words, and the
// form for zero may omit all placeholders.
func TestFormsComplete(t *testing.T) {
	for _, l := range language.All {
		own := read(t, l.Tag)
		for _, key := range own.keys() {
			forms := own.forms(key)
			if len(forms) < 2 {
				continue
			}
			all := placeholders(forms)
			for form, text := range forms {
				has := placeholders(map[string]string{"": text})
				for _, name := range all {
					excused := name == "n" && slices.Contains([]string{"zero", "one", "two"}, form) || name == "steps" && form == "zero"
					if !slices.Contains(has, name) && !excused {
						t.Errorf("%s: %s %s lacks {%s}: %q", l.Tag, key, form, name, text)
					}
				}
			}
		}
	}
}

// TestNumbersKeepWithWords checks that no line breaks between a word such as
// “paragraph” and its number.
func TestNumbersKeepWithWords(t *testing.T) {
	for _, l := range language.All[1:] {
		own := read(t, l.Tag)
		for _, key := range []string{"evidence.paragraph", "evidence.at-paragraph", "ask.at", "ask.percent", "announcement.passage"} {
			for _, text := range own.forms(key) {
				if strings.Contains(text, " {n}") || strings.HasPrefix(text, "{n} ") {
					t.Errorf("%s: %s is %q; put U+00A0 beside the number", l.Tag, key, text)
				}
			}
		}
	}
}

// TestForeignTextIsIsolated inserts a text of the other direction into every string.
func TestForeignTextIsIsolated(t *testing.T) {
	const latin, arabic = "Brig. Gen. (1980)", "قاآنی (۱۹۸۰)"
	for _, l := range language.All {
		foreign, same := latin, arabic
		if l.Direction == "ltr" {
			foreign, same = arabic, latin
		}
		got := l.Say("ask.no-chain", "from", foreign, "to", same)
		if !strings.Contains(got, "\u2068"+foreign+"\u2069") || strings.Count(got, "\u2068") != 1 {
			t.Errorf("%s: got %q", l.Tag, got)
		}
		if got := l.Say("ask.no-chain", "from", "12", "to", "–"); strings.ContainsFunc(got, func(r rune) bool { return unicode.Is(unicode.Cf, r) && r != '\u200c' }) {
			t.Errorf("%s: numbers and symbols are isolated: %q", l.Tag, got)
		}
	}
}
