package proposal_test

import (
	"strings"
	"testing"
	"unicode/utf16"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/file/proposal"
)

// example returns the example network and its article.
func example(t testing.TB) (*network.Network, file.Articles) {
	t.Helper()
	d, err := file.Open("../example/network.yaml")
	if err != nil {
		t.Fatal(err)
	}
	articles, err := d.OpenArticles()
	if err != nil {
		t.Fatal(err)
	}
	return d.Network, articles
}

func drafts(t *testing.T, claims string) []proposal.Draft {
	t.Helper()
	n, articles := example(t)
	got, err := proposal.Read("p.json", []byte(`{"proposals": 1, "by": "A. Colleague", "claims": [`+claims+`]}`), n, articles)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestDraft(t *testing.T) {
	d := drafts(t, `{"sort": "relation", "from": "cyrus field", "to": "atlantic", "kind": "founding", "verb": "founded", "status": "stated",
		"quote": "founded in London in 1856 by Cyrus Field", "note": "see\nthere"}`)[0]
	if !d.Problem.IsNone() || !d.Verbatim || d.By != "A. Colleague" || d.Note != "see there" || d.Paragraph != 3 {
		t.Fatalf("got %+v", d)
	}
	a := d.Act
	if a.Do != "relation" || a.From.ID != "field" || a.To.ID != "atlantic" || a.Kind != "founding" || a.Status != "stated" || a.Selection.From != d.From {
		t.Errorf("got %+v", a)
	}
	_, articles := example(t)
	paragraph := utf16.Encode([]rune(articles["article"].Paragraphs[2].Text))
	if got := string(utf16.Decode(paragraph[d.From:d.To])); got != d.Quote {
		t.Errorf("the place holds %q, want %q", got, d.Quote)
	}
	if d := drafts(t, `{"sort": "relation", "from": "field", "to": "atlantic", "kind": "founding", "quote": "founded in London in 1856 by Cyrus Field"}`)[0]; d.Act == nil || d.Act.Status != "" {
		t.Errorf("without a status it is proposed as %+v", d.Act)
	}
}

func TestDraftProblems(t *testing.T) {
	relation := func(more string) string {
		return `{"sort": "relation", "from": "field", "to": "atlantic", "kind": "founding", ` + more + `}`
	}
	for _, test := range []struct{ name, claim, want string }{
		{"no quote", relation(`"verb": "x"`), "it has no quote"},
		{"misquoted", relation(`"quote": "founded in Paris in 1856 by Cyrus Field"`), "does not have this quote: the nearest text is in paragraph 3"},
		{"several places", relation(`"quote": "cable"`), "times (paragraph 1"},
		{"other quotation marks", relation(`"quote": "ashore at Heart's Content"`), "does not have this quote"},
		{"unknown node", `{"sort": "relation", "from": "nobody", "to": "atlantic", "kind": "founding", "quote": "It worked for three weeks"}`, `no node is called "nobody"`},
		{"no new node", `{"sort": "relation", "from": {"label": "Cyrus Field", "kind": "person"}, "to": "atlantic", "kind": "founding", "quote": "It worked for three weeks"}`, "is not new: the network has it as field"},
		{"unknown kind", `{"sort": "relation", "from": "field", "to": "atlantic", "kind": "love", "quote": "It worked for three weeks"}`, `unknown kind "love": write one of command, `},
		{"unknown status", relation(`"quote": "It worked for three weeks", "status": "sure"`), `unknown status "sure"`},
		{"unknown speaker", relation(`"quote": "It worked for three weeks", "speaker": "x"`), `no speaker is called "x"`},
		{"unknown source", relation(`"quote": "It worked for three weeks", "source": "x"`), `the text of source "x" is missing`},
		{"unknown sort", `{"sort": "rumour", "quote": "It worked for three weeks"}`, `unknown sort "rumour"`},
		{"a name that is there", `{"sort": "name", "label": "Cyrus Field", "kind": "person", "quote": "It worked for three weeks"}`, "already, as field"},
		{"no participants", `{"sort": "event", "label": "It fails", "quote": "It worked for three weeks"}`, "has no participants"},
	} {
		d := drafts(t, test.claim)[0]
		if d.Act != nil || !strings.Contains(d.Problem.String(), test.want) {
			t.Errorf("%s: got %q with %+v, want %q", test.name, d.Problem, d.Act, test.want)
		}
	}
	// The words around a quote make it unique.
	if d := drafts(t, relation(`"quote": "Whitehouse", "suffix": " denied it in public"`))[0]; !d.Problem.IsNone() || d.Paragraph != 5 {
		t.Errorf("got %+v", d)
	}
}

func TestAnnotations(t *testing.T) {
	n, articles := example(t)
	const exported = `[
		{"id": "#a", "type": "Annotation", "body": [{"purpose": "tagging", "value": "person"}], "target": {"selector": [{"type": "TextQuoteSelector", "exact": "Cyrus Field"}, {"type": "TextPositionSelector", "start": 1, "end": 2}]}},
		{"id": "#b", "type": "Annotation", "body": {"value": "ship"}, "target": {"selector": {"type": "RangeSelector", "refinedBy": {"type": "TextQuoteSelector", "exact": "the warship Agamemnon"}}}},
		{"id": "#c", "type": "Annotation", "motivation": "linking", "body": {"purpose": "tagging", "value": "founds"}, "target": [{"id": "#a"}, {"id": "#b"}]},
		{"id": "#d", "type": "Annotation", "target": "http://example.org/"}
	]`
	for name, data := range map[string]string{"list": exported, "page": `{"@context": "x", "items": ` + exported + `}`, "collection": `{"first": {"items": ` + exported + `}}`} {
		got, err := proposal.Read("a.json", []byte(data), n, articles)
		if err != nil || len(got) != 3 {
			t.Fatalf("%s: got %+v, %v", name, got, err)
		}
		if d := got[1]; !d.Problem.IsNone() || d.Act.Kind != "unknown" || d.Act.Label != "the warship Agamemnon" || d.Paragraph != 4 {
			t.Errorf("%s: got %+v", name, d)
		}
		if d := got[2]; d.Sentence != "Cyrus Field founds the warship Agamemnon" || !strings.Contains(d.Problem.String(), "two paragraphs") {
			t.Errorf("%s: got %+v", name, d)
		}
	}
}

func TestHostileProposals(t *testing.T) {
	n, articles := example(t)
	for _, test := range []struct{ name, data, want string }{
		{"empty", "", "p.json"},
		{"broken", "{\"proposals\": 1,\n\"claims\": [}", "p.json:2: invalid character"},
		{"wrong type", "{\"proposals\": 1,\n\"claims\": [{\"quote\": 1}]}", "p.json:2: “claims.quote” must not be a number"},
		{"another version", `{"proposals": 2, "claims": []}`, "“proposals” is not 1"},
		{"nothing", `{"proposals": 1, "claims": []}`, "it proposes nothing"},
		{"neither", `{"nodes": []}`, "neither proposals nor annotations"},
		{"deep", strings.Repeat("[", 1_000_000), "exceeded max depth"},
		{"not UTF-8", "{\"proposals\": \xff}", "not UTF-8"},
		{"many", `{"proposals": 1, "claims": [` + strings.Repeat(`{},`, 20_000) + `{}]}`, "more than 2000"},
		{"large", strings.Repeat(" ", proposal.MaxBytes+1), "larger than 8 MiB"},
		{"a bad end", `{"proposals": 1, "claims": [{"from": 5}]}`, "a node must be its id or label"},
	} {
		if got, err := proposal.Read("p.json", []byte(test.data), n, articles); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, %v; want %q", test.name, got, err, test.want)
		}
	}
	d := drafts(t, `{"sort": "name", "label": "<img src=x onerror=alert(1)>\u202e", "kind": "person", "quote": "It worked for three weeks"}`)[0]
	if d.Sentence != "<img src=x onerror=alert(1)>" {
		t.Errorf("got %q", d.Sentence) // shown as text in a page
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"proposals": 1, "claims": [{"sort": "name", "label": "x", "kind": "person", "quote": "It worked for three weeks"}]}`))
	f.Add([]byte(`[{"id": "#a", "target": {"selector": {"exact": "Cyrus Field"}}}]`))
	n, articles := example(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := proposal.Read("p.json", data, n, articles)
		if err != nil {
			return
		}
		for _, d := range got {
			if (d.Act == nil) == d.Problem.IsNone() || d.Act != nil && !d.Verbatim {
				t.Fatalf("got %+v", d)
			}
		}
	})
}
