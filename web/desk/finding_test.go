package desk_test

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"proxynet/web/desk"
)

// found returns the finding of a rule about a record (any if id is "") and the acts of
// its fixes.
func (p *page) found(rule, id string) (*desk.Finding, []values) {
	for i := range p.view.Findings {
		f := &p.view.Findings[i]
		if f.Rule != rule || id != "" && !slices.Contains(f.IDs, id) {
			continue
		}
		var acts []values
		for _, fix := range f.Fixes {
			act := values{}
			data, err := json.Marshal(fix.Act)
			if err != nil {
				p.t.Fatal(err)
			}
			if err := json.Unmarshal(data, &act); err != nil {
				p.t.Fatal(err)
			}
			if fix.Ask != "" {
				act[fix.Ask] = "A word: of ours."
			}
			acts = append(acts, act)
		}
		return f, acts
	}
	return nil, nil
}

// syntax matches YAML terms that an author who uses buttons and forms need not know.
var syntax = regexp.MustCompile("[{}]|--|“[a-z-]+:|“[a-z-]+”")

// TestFixes damages a valid network and applies each fix of the finding, which must
// then be gone.
func TestFixes(t *testing.T) {
	tests := map[string]struct{ id, old, new string }{
		"misquote":         {"q-guild", "The pilots’ guild opposes the board}", "The pilots' guild opposes the board}"},
		"paragraph":        {"q-orders", "{id: q-orders, paragraph: 2,", "{id: q-orders, paragraph: 4,"},
		"ambiguous":        {"q-orders", "exact: \"taken its orders, quietly, from the Brandt shipyard\"", "exact: Brandt"},
		"needless-context": {"q-council", "", ""},
		"duplicate-name":   {"buoy", "label: A buoy, kind: target", "label: Brandt Shipyard, kind: group"},
		"silent-speaker":   {"nobody", "  - {id: pilot, label", "  - {id: nobody, label: Nobody, kind: unnamed}\n  - {id: pilot, label"},
		"unfinished":       {"yard", "summary: Builds ships., ", ""},
		"no-relation":      {"more", "\nrelations:", "  - {id: more, label: More, kind: group, summary: S., passages: [q-guild]}\n\nrelations:"},
	}
	for rule, test := range tests {
		t.Run(rule, func(t *testing.T) {
			p := harbourPage(t)
			if !strings.Contains(p.text, test.old) {
				t.Fatalf("the network has no %q", test.old)
			}
			p.put(strings.Replace(p.text, test.old, test.new, 1))
			f, acts := p.found(rule, test.id)
			if f == nil || len(acts) == 0 {
				t.Fatalf("findings %+v, diagnostics %v", p.view.Findings, p.view.Diagnostics)
			}
			if syntax.MatchString(f.Advice) {
				t.Errorf("the advice names the file's syntax: %s", f.Advice)
			}
			before := p.text
			for _, act := range acts {
				if _, err := p.ask(act); err != nil {
					t.Errorf("%v: %v", act, err)
					continue
				}
				if act["do"] == "remove" {
					act["confirmed"] = true
				}
				p.do(act)
				if f, _ := p.found(rule, test.id); f != nil {
					t.Errorf("after %v: %+v", act, f)
				}
				p.put(before)
			}
		})
	}
}

// TestAdvice checks that the advice of findings whose fix has syntax of the file leaves
// it out, and that check keeps it.
func TestAdvice(t *testing.T) {
	tests := map[string]struct{ rule, old, new, article, advice string }{
		"quotation marks of another kind": {rule: "misquote", old: "The pilots’ guild opposes", new: "The pilots' guild opposes", advice: "paragraph"},
		"quotation marks around it":       {rule: "misquote", old: "exact: The pilots’ guild opposes the board}", new: "exact: “The pilots’ guild opposes the board”}", advice: "leave the quotation marks out"},
		"a paragraph that nothing cites":  {rule: "uncited-name", article: "The pilots’ guild met again.", advice: "quote it"},
		"a date without words":            {rule: "date-words", old: "verb: opposes", new: "verb: opposes, period: 1890", advice: "press Date"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			p := harbourPage(t)
			if !strings.Contains(p.text, test.old) {
				t.Fatalf("the network has no %q", test.old)
			}
			p = newPage(t, strings.Replace(p.text, test.old, test.new, 1), p.article+"\n"+test.article)
			f, _ := p.found(test.rule, "")
			if f == nil {
				t.Fatalf("findings %+v, diagnostics %v", p.view.Findings, p.view.Diagnostics)
			}
			if syntax.MatchString(f.Advice) || !strings.Contains(f.Advice, test.advice) {
				t.Errorf("advice %q, want %q in it, and no syntax", f.Advice, test.advice)
			}
		})
	}
}

// TestAccept accepts a warning and withdraws the acceptance.
func TestAccept(t *testing.T) {
	p := harbourPage(t)
	p.put(strings.Replace(p.text, "\nrelations:", "  - {id: more, label: More, kind: group, summary: S., passages: [q-guild]}\n\nrelations:", 1))
	before := p.text
	p.do(values{"do": "accept", "rule": "no-relation", "id": "more", "why": "So: it is."})
	if f, _ := p.found("no-relation", "more"); f != nil || !strings.HasSuffix(p.text, "\naccept:\n  - {rule: no-relation, of: more, why: \"So: it is.\"}\n") {
		t.Errorf("%+v in\n%s", f, p.text)
	}
	p.do(values{"do": "accept", "rule": "no-relation", "id": "yard", "why": "It isn’t."})
	f, acts := p.found("stale-accept", "")
	if f == nil || len(acts) != 1 {
		t.Fatalf("findings %+v", p.view.Findings)
	}
	p.do(acts[0])
	p.do(values{"do": "raise", "rule": "no-relation", "id": "more"})
	if f, _ := p.found("no-relation", "more"); f == nil || strings.TrimRight(p.text, "\n") != strings.TrimRight(before, "\n") {
		t.Errorf("%+v in\n%s", f, p.text)
	}
}

// TestSurname takes a surname for a person's name where a finding suggests it.
func TestSurname(t *testing.T) {
	p := harbourPage(t)
	text := strings.NewReplacer("label: The pilots’ guild, kind: group", "label: Ida Brandt, kind: person", "label: A buoy, kind: target", "label: Peter Brandt, kind: person").Replace(p.text)
	p = newPage(t, text, p.article+"\nBrandt opposes the board, a clerk said.")
	p.do(values{"do": "relation", "selection": p.words("Brandt opposes the board"), "from": "guild", "to": "board", "kind": "opposition", "verb": "opposes", "status": "stated"})
	f, acts := p.found("unnamed-end", "guild-board-2")
	if f == nil || !strings.Contains(f.Message, "Ida Brandt") || len(f.Fixes) != 2 || f.Fixes[0].Label != "“Brandt” means Ida Brandt" {
		t.Fatalf("got %+v of %+v\n%s", f, p.view.Findings, p.text)
	}
	p.do(acts[0])
	if f, _ := p.found("unnamed-end", "guild-board-2"); f != nil {
		t.Errorf("it is still found: %+v", f)
	}
}

// TestFindingPlaces checks that the place of a finding is its record's first passage.
func TestFindingPlaces(t *testing.T) {
	p := harbourPage(t)
	want := p.words("We lend them money")
	f, _ := p.found("unnamed-end", "yard-money")
	if f == nil || f.Paragraph != want.Paragraph || f.From != want.From || f.To != want.To {
		t.Errorf("%+v, want %+v", f, want)
	}
	if !strings.Contains(f.Advice, "“Other names”") {
		t.Errorf("advice %q, want it to name the form's field", f.Advice)
	}
	if f, _ = p.found("uncited-name", ""); f != nil && (f.Paragraph == 0 || syntax.MatchString(f.Advice)) {
		t.Errorf("%+v", f)
	}
}
