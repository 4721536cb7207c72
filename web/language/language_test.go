package language_test

import (
	"testing"

	"proxynet/web/language"
)

func TestSay(t *testing.T) {
	tests := []struct {
		name, tag, key string
		values         []any
		want           string
	}{
		{"plain", "en", "share.copy", nil, "Copy"},
		{"with a value", "en", "evidence.also", []any{"names", "Iran"}, "Also called Iran"},
		{"one", "en", "count.passages", []any{"n", 1}, "1 passage"},
		{"none", "en", "count.passages", []any{"n", 0}, "0 passages"},
		{"several", "en", "count.passages", []any{"n", 12}, "12 passages"},
		{"a value is no string to fill", "en", "date.span", []any{"from", "{to}", "to", "1980"}, "{to} to 1980"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := language.Of(test.tag).Say(test.key, test.values...); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestSayPanics(t *testing.T) {
	for name, say := range map[string]func(l *language.Language){
		"an unknown key":  func(l *language.Language) { l.Say("share.nothing") },
		"a missing value": func(l *language.Language) { l.Say("evidence.also") },
		"no number":       func(l *language.Language) { l.Say("count.passages") },
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("it says something")
				}
			}()
			say(language.Of("en"))
		})
	}
}

func TestDirectionOf(t *testing.T) {
	for tag, want := range map[string]string{"en": "ltr", "fa-IR": "rtl", "he": "rtl", "ku": "ltr", "ckb": "rtl", "uz-Arab": "rtl", "": "ltr", "<b>": "ltr"} {
		if got := language.DirectionOf(tag); got != want {
			t.Errorf("%q: got %s, want %s", tag, got, want)
		}
	}
}

func TestOf(t *testing.T) {
	for tag, want := range map[string]string{"en": "en", "en-GB": "en", "de": "en", "": "en"} {
		if got := language.Of(tag).Tag; got != want {
			t.Errorf("%q: got %q, want %q", tag, got, want)
		}
	}
}
