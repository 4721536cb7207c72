package desk_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"proxynet/web/desk"
)

var (
	isolated = regexp.MustCompile("[\u2066\u2068][^\u2066\u2068\u2069]*\u2069")
	english  = regexp.MustCompile(`[A-Za-z]*[a-z]{2,}`)
)

// foreign returns the English words of a text, except those from the author's file and
// article, which are in isolates.
func foreign(text string) []string {
	for isolated.MatchString(text) {
		text = isolated.ReplaceAllString(text, "")
	}
	return english.FindAllString(text, -1)
}

// TestLanguage checks that diagnostics, findings, the buttons of their fixes and
// refusals are in the page's language.
func TestLanguage(t *testing.T) {
	broken, err := os.ReadFile("../../network/file/testdata/errors.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, tag := range []string{"fa", "ar"} {
		p := harbourPage(t)
		said := func(what, text string) {
			if words := foreign(text); len(words) > 0 || text == "" {
				t.Errorf("%s: %s: the author reads %q in %q", tag, what, words, text)
			}
		}
		damaged := p.text
		for old, new := range map[string]string{
			"The pilots’ guild opposes the board}": "The pilots' guild opposes the bored}",
			"{id: q-orders, paragraph: 2,":         "{id: q-orders, paragraph: 4,",
			"label: A buoy, kind: target":          "label: Brandt Shipyard, kind: group",
			"  - {id: pilot, label":                "  - {id: nobody, label: Nobody, kind: unnamed}\n  - {id: pilot, label",
			"summary: Builds ships., ":             "",
			"\nrelations:":                         "  - {id: more, label: More, kind: group, summary: S., passages: [q-guild]}\n\nrelations:",
		} {
			damaged = strings.Replace(damaged, old, new, 1)
		}
		v, err := p.engine.Open(desk.Opening{Name: "network.yaml", Text: damaged, Articles: map[string]string{"article.txt": p.article}, Language: tag})
		if err != nil {
			t.Fatal(err)
		}
		rules := map[string]bool{}
		for _, f := range v.Findings {
			rules[f.Rule] = true
			said(f.Rule, f.Message)
			if f.Rule != "unfinished" {
				said(f.Rule, f.Advice)
			}
			for _, fix := range f.Fixes {
				said(f.Rule, fix.Label)
			}
		}
		if len(rules) < 6 {
			t.Errorf("%s: findings of %d rules only", tag, len(rules))
		}
		for _, ask := range []struct{ op, args string }{
			{"nothing", `{}`},
			{"act", `{"act": {"do": "name", "label": "A", "kind": "person"}}`},
			{"act", `{"act": {"do": "relation", "selection": {"paragraph": 2, "to": 20}, "from": "yard", "to": "yard", "kind": "arms", "verb": "arms", "status": "stated"}}`},
			{"act", `{"act": {"do": "rename", "id": "yard", "to": "Bad Id"}}`},
			{"act", `{"act": {"do": "merge", "keep": "yard", "other": "no-such"}}`},
			{"article", `{"name": "a.pdf"}`},
		} {
			if _, _, err := p.engine.Do(ask.op, []byte(ask.args), nil); err == nil {
				t.Errorf("%s: %s %s is not refused", tag, ask.op, ask.args)
			} else {
				said(ask.args, err.Error())
			}
		}
		v = p.engine.Text(2, string(broken))
		if len(v.Diagnostics) < 20 {
			t.Errorf("%s: only %d diagnostics", tag, len(v.Diagnostics))
		}
		for _, f := range v.Diagnostics {
			said("diagnostic", f.Message)
			said("diagnostic", f.Advice)
		}
	}
}
