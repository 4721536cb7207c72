package slip_test

import (
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"proxynet/network/file/slip"
)

const sound = `format: 1
title: "Who owns the quay"
root: anna
passages:
  # in its first paragraph
  - id: p-signed
    paragraph: 2
    exact: "signed the lease"
    suffix: of
  - id: p-owns
    paragraph: 3
    exact: owns it
nodes:
  - {id: anna, label: Anna Reiss, aliases: [Reiss], kind: person, summary: The mayor., passages: [p-signed]}
  - {id: quay, label: Quay Holdings, kind: organisation, summary: The tenant., passages: [p-signed]}
  - {id: peter, label: Peter Reiss, kind: person, summary: Her brother., passages: [p-signed]}
relations:
  - id: anna-quay
    from: anna
    verb: signed
    to: quay
`

// TestFind makes one slip at a time. Each is found in its line, has the right type, and
// is corrected to the original line, or to corrected if that is set.
func TestFind(t *testing.T) {
	tests := []struct{ name, old, new, problem, corrected string }{
		{"tab in front of an item", "  - {id: quay", "\t- {id: quay", "indented with a tab", ""},
		{"tab in front of a field", "    paragraph", "\tparagraph", "indented with a tab", ""},
		{"tabs among spaces", "    exact", "  \texact", "indented with a tab", ""},
		{"item too far left", "  - {id: quay", " - {id: quay", "indented by 1 space", ""},
		{"item too far right", "  - {id: quay", "   - {id: quay", "indented by 3 spaces", ""},
		{"field too far left", "    paragraph: 2", "   paragraph: 2", "indented by 3 spaces", ""},
		{"field too far right", "    exact", "     exact", "indented by 5 spaces", ""},
		{"quotation mark not closed", `summary: The mayor.,`, `summary: "The mayor.,`, "never closed", `summary: "The mayor.",`},
		{"quotation mark not closed at the end of a line", `exact: "signed the lease"`, `exact: "signed the lease`, "never closed", ""},
		{"single one not closed", `exact: "signed the lease"`, `exact: 'signed the lease`, "never closed", `exact: 'signed the lease'`},
		{"title's not closed", `"Who owns the quay"`, `"Who owns the quay`, "never closed", ""},
		{"quotation mark inside", `exact: "signed the lease"`, `exact: "signed "the" lease"`, "inside the text ends it", `exact: "signed \"the\" lease"`},
		{"quotation mark inside braces", `summary: The mayor.,`, `summary: "The "mayor".",`, "inside the text ends it", `summary: "The \"mayor\".",`},
		{"half of a surrogate pair", `exact: "signed the lease"`, `exact: "signed \ud83d the lease"`, `\ud83d is not a character`, `exact: "signed � the lease"`},
		{"surrogate pair", `exact: "signed the lease"`, `exact: "signed \ud83d\ude00 the lease"`, `\ud83d\ude00 is not a character`, `exact: "signed 😀 the lease"`},
		{"unknown escape", `summary: The mayor.,`, `summary: "C:\data \"x\" \u00e9",`, `\d is not a character`, `summary: "C:\\data \"x\" \u00e9",`},
		{"short escape", `exact: "signed the lease"`, `exact: "signed \u12"`, `\u is not a character`, `exact: "signed \\u12"`},
		{"apostrophe", `summary: The mayor.,`, `summary: 'The town's mayor.',`, "an apostrophe", `summary: "The town's mayor.",`},
		{"colon in a label", "label: Anna Reiss,", "label: Anna: the mayor,", "a colon inside the text", `label: "Anna: the mayor",`},
		{"colon in a block", `exact: "signed the lease"`, "exact: signed: the lease", "a colon inside the text", `exact: "signed: the lease"`},
		{"colon in the last field", "passages: [p-signed]}\n  - {id: quay", "note: so: it is}\n  - {id: quay", "a colon inside the text", `note: "so: it is"}`},
		{"hash in braces", "label: Quay Holdings,", "label: Quay #2,", "a # after a space", `label: "Quay #2",`},
		{"bracket", "label: Peter Reiss,", "label: Peter [Reiss],", "a bracket or brace inside", `label: "Peter [Reiss]",`},
		{"at sign", "label: Peter Reiss,", "label: @peter,", "can't begin with @", `label: "@peter",`},
		{"per cent", "verb: signed", "verb: %signed", "can't begin with %", `verb: "%signed"`},
		{"asterisk", "label: Peter Reiss,", "label: *Peter,", "can't begin with *", `label: "*Peter",`},
		{"ampersand and words", "verb: signed", "verb: & Sons signed: it", "", `verb: "& Sons signed: it"`},
		{"comma missing", "{id: quay, label", "{id: quay label", "the comma before “label”", ""},
		{"comma missing after a list", "aliases: [Reiss], kind", "aliases: [Reiss] kind", "the comma before “kind”", ""},
		{"comma missing after a quotation mark", `summary: Her brother., passages`, `summary: "Her brother." passages`, "the comma before “passages”", `summary: "Her brother.", passages`},
		{"brace not closed", "summary: The tenant., passages: [p-signed]}", "summary: The tenant., passages: [p-signed]", "a brace, {, is never closed", ""},
		{"last brace not closed", "Her brother., passages: [p-signed]}", "Her brother., passages: [p-signed]", "a brace, {, is never closed", ""},
		{"bracket not closed", "summary: The tenant., passages: [p-signed]}", "summary: The tenant., passages: [p-signed}", "a bracket, [, is never closed", ""},
		{"bracket and brace not closed", "summary: The tenant., passages: [p-signed]}", "summary: The tenant., passages: [p-signed", "is never closed", ""},
		{"brace too many", "summary: The tenant., passages: [p-signed]}", "summary: The tenant., passages: [p-signed]}}", "closes nothing", ""},
		{"bracket too many", "summary: The tenant., passages: [p-signed]}", "summary: The tenant., passages: [p-signed]]}", "closes nothing", ""},
		{"no-break space in an indentation", "    paragraph", "  \u00a0 paragraph", "no-break space", ""},
		{"no-break space after a colon in a block", "paragraph: 2", "paragraph:\u00a02", "no-break space", ""},
		{"no space after a colon in a block", "paragraph: 2", "paragraph:2", "no space after the colon of “paragraph”", ""},
		{"no colon", "paragraph: 2", "paragraph 2", "the colon after “paragraph”", ""},
		{"no space after a dash", "  - id: p-signed", "  -id: p-signed", "no space after the dash", ""},
		{"merge conflict", "  - {id: quay", "<<<<<<< HEAD\n  - {id: quay", "merge conflict", "-"},
		{"merge conflict's end", "  - {id: quay", ">>>>>>> theirs\n  - {id: quay", "merge conflict", "-"},
	}
	for _, test := range tests {
		for _, ending := range []string{"\n", "\r\n"} {
			t.Run(test.name, func(t *testing.T) {
				if !strings.Contains(sound, test.old) {
					t.Fatalf("%q is not in the sound file", test.old)
				}
				at := strings.Index(sound, test.old)
				broken := strings.Replace(sound, test.old, test.new, 1)
				s, ok := slip.Find([]byte(strings.ReplaceAll(broken, "\n", ending)))
				if !ok {
					t.Fatal("nothing is found")
				}
				if line := 1 + strings.Count(sound[:at], "\n"); s.Line != line {
					t.Errorf("line %d, want %d: %+v", s.Line, line, s)
				}
				if !strings.Contains(s.Problem.String(), test.problem) {
					t.Errorf("problem %q, want %q in it", s.Problem.String(), test.problem)
				}
				if test.corrected == "-" {
					return
				}
				corrected := strings.Replace(sound, test.old, test.old, 1)
				if test.corrected != "" {
					corrected = strings.Replace(sound, strings.Split(test.old, "\n")[0], test.corrected, 1)
					if !strings.Contains(s.Corrected, test.corrected) {
						t.Errorf("corrected %q, want %q in it", s.Corrected, test.corrected)
					}
					return
				}
				if want := strings.Split(corrected, "\n")[s.Line-1]; s.Corrected != want {
					t.Errorf("corrected\n%q, want\n%q", s.Corrected, want)
				}
			})
		}
	}
}

func TestFindIgnoresOtherErrors(t *testing.T) {
	for _, text := range []string{sound, "", "a: b\n"} {
		if s, ok := slip.Find([]byte(text)); ok {
			t.Errorf("%q: found %+v", text, s)
		}
	}
	if _, ok := slip.Find([]byte("a: [" + strings.Repeat("b, ", 1<<20))); ok {
		t.Error("a slip is looked for in a huge file")
	}
}

// FuzzFind checks that a correction lets the parser get past the line.
func FuzzFind(f *testing.F) {
	for _, text := range []string{sound, "a: [b", "a: \"b", "\ta: b", "{a: b c: d}", "a: b: c", "- a\n-b\n"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, ok := slip.Find([]byte(text))
		if !ok || s.Corrected == "" {
			return
		}
		lines := strings.Split(text, "\n")
		if s.Line < 1 || s.Line > len(lines) {
			t.Fatalf("line %d of %d", s.Line, len(lines))
		}
		lines[s.Line-1] = s.Corrected
		var n yaml.Node
		if err := yaml.Load([]byte(strings.Join(lines, "\n")), &n); err != nil && !strings.Contains(err.Error(), "L") {
			t.Errorf("%q is corrected to %q, which fails with %v", text, s.Corrected, err)
		}
	})
}
