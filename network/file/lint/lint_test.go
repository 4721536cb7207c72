package lint_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/file/lint"
)

// sound is a network about text, without a warning.
const sound = `format: 1
id: n
title: T
summary: S
lang: en
root: anna
sources: [{id: s, title: T, lang: en, date: 1900}]
speakers: [{id: v, label: V, kind: article}]
passages:
  - {id: p, paragraph: 1, exact: Anna commands Berta}
  - {id: q, paragraph: 2, exact: Berta commands Clara}
nodes:
  - {id: anna, label: Anna, kind: person, summary: S., passages: [p]}
  - {id: berta, label: Berta, kind: person, summary: S., passages: [p]}
  - {id: clara, label: Clara Longname, aliases: [Clara], kind: person, summary: S., passages: [q]}
relations:
  - {id: a-b, from: anna, to: berta, kind: command, verb: commands, passages: [p]}
  - {id: b-c, from: berta, to: clara, kind: command, verb: commands, passages: [q]}
`

const text = "Anna commands Berta.\nBerta commands Clara.\nThe weather was fine.\n"

// look checks the sound network with old replaced by new.
func look(t *testing.T, article, old, new string) *lint.Result {
	t.Helper()
	if !strings.Contains(sound, old) {
		t.Fatalf("the sound network does not hold %q", old)
	}
	d, err := file.Read("n", []byte(strings.Replace(sound, old, new, 1)))
	if err != nil {
		t.Fatal(err)
	}
	a, diagnostics := file.ReadArticle("a", []byte(article))
	if diagnostics != nil {
		t.Fatal(diagnostics)
	}
	return lint.Check(d, file.Articles{"s": a})
}

func TestRules(t *testing.T) {
	still := strings.Replace(text, "Berta commands", "Berta still commands", 1)
	long := strings.Repeat("very ", 60) + "long"
	tests := []struct {
		name, text, old, new string
		want                 string // the findings, separated by “|”; "" for none
	}{
		{"sound", text, "format", "format", ""},

		{"long quote", "Anna commands Berta.\nBerta commands Clara: " + long, "exact: Berta commands Clara", "exact: " + long, "n:11: warning: q: the quote has 304 characters; a clause or a sentence has at most 260; quote only the words that support the claim, or write two passages [long-quote]"},
		{"text cut short", text, "title: T\nsummary", "title: Tea #2 of\nsummary", `n:3: warning: n: its title is only "Tea": "#2 of" is a comment to YAML; put the text in quotation marks, or write a space after the # if a comment is meant [cut-text]`},
		{"comment", text, "title: T\nsummary", "title: Tea # of two\nsummary", ""},
		{"needless prefix", still, "exact: Berta commands Clara", `exact: still commands Clara, prefix: "Berta "`, "n:11: warning: q: the quote is unique without its prefix; remove the prefix [needless-context]"},
		{"needful prefix", still + "Nobody still commands Clara.", "exact: Berta commands Clara", `exact: still commands Clara, prefix: "Berta "`, "a:4: warning: paragraph-4: no passage cites this paragraph, which names Clara Longname; quote it where it supports something, or accept the warning: {rule: uncited-name, words: Nobody still commands Clara., why: …} [uncited-name]"},
		{"needless suffix", text, "exact: Anna commands Berta", `exact: Anna commands Berta, suffix: "."`, "n:10: warning: p: the quote is unique without its suffix; remove the suffix [needless-context]"},
		{"part of a word is no name", text + "Annabel sleeps.", "format", "format", ""},
		{"name with its article", text + "Then the dam broke.", "label: Anna,", "label: The dam, aliases: [Anna],", "a:4: warning: paragraph-4: no passage cites this paragraph, which names The dam; quote it where it supports something, or accept the warning: {rule: uncited-name, words: Then the dam broke., why: …} [uncited-name]"},
		{"node by itself", text, "  - {id: b-c, from: berta, to: clara, kind: command, verb: commands, passages: [q]}\n", "", "n:15: warning: clara: it is in no relation and in no event; add what the source says about it, or remove it [no-relation]"},
		{"node of an event", text, "  - {id: b-c, from: berta, to: clara, kind: command, verb: commands, passages: [q]}\n", "events:\n  - {id: e, label: E, summary: S., participants: [{node: clara, role: r}], passages: [q]}\n", ""},
		{"silent speaker", text, "kind: article}]", "kind: article}, {id: w, label: W, kind: unnamed}]", "n:8: warning: w: it says nothing and passes nothing on; name it as “speaker” of what it says, or take it out [silent-speaker]"},
		{"same name", text, "label: Berta", "label: Berta, aliases: [ANNA!]", `n:14: warning: berta: its name "ANNA!" is almost that of anna, "Anna" (line 13); merge the two nodes, or give them names that distinguish them [duplicate-name]`},
		{"one letter more", text, "label: Berta", "label: Berta, aliases: [Clara Longnames]", `n:15: warning: clara: its name "Clara Longname" is almost that of berta, "Clara Longnames" (line 14); merge the two nodes, or give them names that distinguish them [duplicate-name]`},
		{"another letter", text, "label: Berta", "label: Berta, aliases: [Clara Longnume]", `n:15: warning: clara: its name "Clara Longname" is almost that of berta, "Clara Longnume" (line 14); merge the two nodes, or give them names that distinguish them [duplicate-name]`},
		{"short names", text, "label: Berta", "label: Berta, aliases: [Anne]", ""},
		{"numbers", text, "label: Anna,", "label: Anna, aliases: [the 11th Brigade],", ""},
		{"numbers that differ", text, "label: Anna, kind: person, summary: S., passages: [p]}\n  - {id: berta, label: Berta,", "label: Anna, aliases: [11th Brigade], kind: person, summary: S., passages: [p]}\n  - {id: berta, label: Berta, aliases: [12th Brigade],", ""},
		{"same relation", text, "relations:\n", "relations:\n  - {id: again, from: berta, to: clara, kind: command, verb: commands, passages: [q]}\n", "n:19: warning: b-c: it says the same as again (line 17); name the passages of both in one of them, and take the other out [duplicate-relation]"},
		{"same at another time", text, "relations:\n", "relations:\n  - {id: again, from: berta, to: clara, kind: command, verb: commands, period: {edtf: 1890, words: Berta}, passages: [q]}\n", ""},
		{"same the other way round", text, "relations:\n", "relations:\n  - {id: w, from: anna, to: clara, kind: war, verb: fights, passages: [p, q]}\n  - {id: x, from: clara, to: anna, kind: war, verb: fights, passages: [p, q]}\n", "n:18: warning: x: it says the same as w (line 17); name the passages of both in one of them, and take the other out [duplicate-relation]"},
		{"circle", text, "relations:\n", "relations:\n  - {id: c-a, from: clara, to: anna, kind: direction, verb: directs, passages: [p, q]}\n", "n:13: warning: anna: it is its own superior: anna → berta → clara → anna; turn the relation that is the wrong way round, mark what is over with “past: true”, or give one another kind [command-cycle]"},
		{"circle that is over", text, "relations:\n", "relations:\n  - {id: c-a, from: clara, to: anna, kind: direction, verb: directs, past: true, passages: [p, q]}\n", ""},
		{"circle of money", text, "relations:\n", "relations:\n  - {id: c-a, from: clara, to: anna, kind: money, verb: pays, passages: [p, q]}\n", ""},
		{"past that goes on", text, "verb: commands, passages: [p]", "verb: commands, past: true, period: {edtf: 1890/.., words: Anna}, passages: [p]", "n:17: warning: a-b: it is past, and its period 1890/.. goes on; give the period its end, or take “past” out [impossible-period]"},
		{"period after the source", text, "verb: commands, passages: [p]", "verb: commands, period: {edtf: 1901, words: Anna}, passages: [p]", "n:17: warning: a-b: its period 1901 begins after every source; correct the period or the date of the source [impossible-period]"},
		{"period within the year of the source", text, "verb: commands, passages: [p]", "verb: commands, period: {edtf: 1900-12, words: Anna}, passages: [p]", ""},
		{"event after the source", text, "relations:\n", "events:\n  - {id: e, label: E, date: {edtf: 1950, words: Anna}, summary: S., participants: [{node: anna, role: r}], passages: [p]}\nrelations:\n", "n:17: warning: e: its date 1950 is after every source; correct it or the date of the source, or write “status: ambiguous” if it is only expected [impossible-period]"},
		{"past that began not before", text, "verb: commands, passages: [p]", "verb: commands, past: true, period: {edtf: 1890/.., means: within, words: Anna}, passages: [p]", ""},
		{"period known after the source", text, "verb: commands, passages: [p]", "verb: commands, period: {edtf: 1901, means: known, words: Anna}, passages: [p]", "n:17: warning: a-b: its period 1901 begins after every source; correct the period or the date of the source [impossible-period]"},
		{"period known since after the source", text, "verb: commands, passages: [p]", "verb: commands, period: {edtf: 1901/.., means: known, words: Anna}, passages: [p]", "n:17: warning: a-b: its period 1901/.. begins after every source; correct the period or the date of the source [impossible-period]"},
		{"period that began not after a day after the source", text, "verb: commands, passages: [p]", "verb: commands, period: {edtf: /1901, means: began, words: Anna}, passages: [p]", ""},
		{"period without words", text, "verb: commands, passages: [p]", "verb: commands, period: 1890, passages: [p]", "n:17: warning: a-b: its period (1890) has no words of the source that date it; write them as “period: {edtf: 1890, words: …}”, or leave the date out; if it is from outside the source, accept the warning and say why [date-words]"},
		{"period from outside without words", text, "verb: commands, passages: [p]", "verb: commands, period: {edtf: /1890, means: within, resolved: true, note: N.}, passages: [p]", "n:17: warning: a-b: its period (/1890) has no words of the source that date it; write them as “period: {edtf: /1890, words: …}”, or leave the date out; if it is from outside the source, accept the warning and say why [date-words]"},
		{"period from outside, accepted", text, "root: anna", "root: anna\naccept: [{rule: date-words, of: e, why: The year is from the town’s records.}]\nevents: [{id: e, label: E, date: 1890, summary: S., participants: [{node: anna, role: r}], passages: [p]}]", ""},
		{"event without words", text, "relations:\n", "events:\n  - {id: e, label: E, date: 1890, summary: S., participants: [{node: anna, role: r}], passages: [p]}\nrelations:\n", "n:17: warning: e: its date (1890) has no words of the source that date it; write them as “date: {edtf: 1890, words: …}”, or leave the date out; if it is from outside the source, accept the warning and say why [date-words]"},
		{"legal stage without words", text, "verb: commands, passages: [p]", "verb: commands, legal: [{stage: charged, date: 1890, passages: [p]}], passages: [p]", "n:17: warning: a-b: the date of its legal stage “charged” (1890) has no words of the source that date it; write them as “date: {edtf: 1890, words: …}”; if it is from outside the source, accept the warning and say why [date-words]"},
		{"words of another paragraph", text + "It was 1890.", "verb: commands, passages: [p]", "verb: commands, period: {edtf: 1890, words: It was 1890}, passages: [p]", "n:17: warning: a-b: the words \"It was 1890\" that date it are in no paragraph that it cites; write the source’s own words, and cite a passage of their paragraph [date-words]"},
		{"words of a paragraph that it cites", "Anna commands Berta since 1890.\nBerta commands Clara.", "verb: commands, passages: [p]", "verb: commands, period: {edtf: 1890/.., words: since 1890}, passages: [p]", ""},

		{"accepted", text + "Anna sleeps.", "root: anna", "root: anna\naccept: [{rule: uncited-name, of: paragraph-4, why: She only sleeps.}]", ""},
		{"nothing to accept", text, "root: anna", "root: anna\naccept: [{rule: uncited-name, of: paragraph-4, why: She only sleeps.}]", "n:7: warning: paragraph-4: there is no warning uncited-name to accept; take it out [stale-accept]"},
		{"nothing to accept by a label", text, "root: anna", "root: anna\naccept: [{rule: silent-speaker, of: Clara Longname, why: So it is.}]", "n:7: warning: Clara Longname: there is no warning silent-speaker to accept; did you mean clara, whose label that is? [stale-accept]"},
		{"an error is not accepted", text, "root: anna", "root: anna\naccept: [{rule: misquote, of: p, why: So be it.}]", "n:7: warning: p: there is no warning called “misquote”; write the name in brackets at the end of a warning [stale-accept]"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, f := range look(t, test.text, test.old, test.new).Findings {
				got = append(got, f.Text())
			}
			if got := strings.Join(got, "|"); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

// TestAllRulesAreTested checks that each rule appears in a test or golden file.
func TestAllRulesAreTested(t *testing.T) {
	goldens := ""
	for _, path := range []string{"lint_test.go", "firmness_test.go", "claims_test.go", "authoring_test.go", "reviewed_test.go", "revision_test.go", "translation_test.go", "../testdata/misquotes.golden", "../testdata/errors.golden"} {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		goldens += string(data)
	}
	for _, rule := range lint.Rules {
		if !strings.Contains(goldens, "["+rule.Name+"]") && !strings.Contains(goldens, "t, \""+rule.Name+"\", ") {
			t.Errorf("no test finds [%s]", rule.Name)
		}
	}
}

const list = `format: 1
id: list
title: A list of ties
summary: Who knows whom.
lang: en
unsourced: true
nodes:
  - {id: a, label: A, kind: unknown}
  - {id: b, label: B, kind: person, summary: Somebody.}
relations:
  - {id: a-b, from: a, to: b, kind: tie, verb: is tied to}
`

func TestUnsourced(t *testing.T) {
	const begun = "sources: [{id: s, title: T, lang: en}]\nspeakers: [{id: v, label: V, kind: article}]\npassages: [{id: p, paragraph: 1, exact: A knows B}]\n"
	const whole = "n:6: error: list: it is unsourced, and can't pass as evidence: no passage supports %d of its 2 nodes and 1 of its 1 relations; give each a passage, then take “unsourced: true” out; build and serve show it as it is, labelled as unsourced [unsourced]"
	tests := []struct {
		name, data string
		want       []string
	}{
		{"nothing yet", list, []string{fmt.Sprintf(whole, 2)}},
		{"begun", strings.Replace(strings.Replace(list, "nodes:\n", begun+"nodes:\n", 1), "kind: unknown", "kind: unknown, passages: [p]", 1), []string{
			fmt.Sprintf(whole, 1),
			"n:14: warning: a-b: no passage supports it, so it can’t pass as evidence; name one in “passages: [id]” [uncited-relation]",
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, err := file.Read("n", []byte(test.data))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range lint.Check(d, nil).Findings {
				got = append(got, f.Text())
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(test.want, "\n"))
			}
		})
	}
}

// TestArticle checks the finding for an article that can't be read.
func TestArticle(t *testing.T) {
	r, err := lint.Run("../testdata/harbour.yaml", "nowhere.txt")
	if err != nil || len(r.Findings) != 1 || !strings.HasSuffix(r.Findings[0].Text(), "[article]") || r.Document != nil {
		t.Errorf("got %v, %v; want one finding [article]", r, err)
	}
}

func TestManyFindingsAreCounted(t *testing.T) {
	var nodes strings.Builder
	for i := range 300 {
		fmt.Fprintf(&nodes, "  - {id: x%d, label: x%d, kind: person, summary: S., passages: [p]}\n", i, i)
	}
	r := look(t, text, "relations:\n", nodes.String()+"relations:\n")
	if got := len(r.Findings); got != 101 {
		t.Errorf("got %d findings, want 100 and the count of the rest", got)
	}
	if last := r.Findings[0].Text(); last != "n: warning: 200 more of the kind; fix those that are listed first [no-relation]" {
		t.Errorf("got %s", last)
	}
}

// TestSARIF validates the output against the schema of the standard.
func TestSARIF(t *testing.T) {
	data, err := os.ReadFile("testdata/sarif-2.1.0.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	schema := compile(t, data)
	for _, path := range []string{"harbour", "misquotes", "errors", "unparsed"} {
		t.Run(path, func(t *testing.T) {
			r, err := lint.Run("../testdata/"+path+".yaml", "../testdata/harbour.txt")
			if err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			if err := r.Write(&out, "sarif"); err != nil {
				t.Fatal(err)
			}
			log, err := jsonschema.UnmarshalJSON(&out)
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(log); err != nil {
				t.Errorf("it is no SARIF: %v", err)
			}
			run := log.(map[string]any)["runs"].([]any)[0].(map[string]any)
			if got := len(run["results"].([]any)); got != len(r.Findings) || got == 0 {
				t.Errorf("got %d results, want %d", got, len(r.Findings))
			}
		})
	}
}

func compile(t *testing.T, data []byte) *jsonschema.Schema {
	t.Helper()
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", parsed); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func TestJSON(t *testing.T) {
	r, err := lint.Run("../testdata/misquotes.yaml", "../testdata/harbour.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := r.Write(&out, "json"); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Errors   int
		Findings []struct {
			Rule, File, ID string
			Line           int
			Diff           []file.Edit
		}
		Coverage []file.Coverage
	}
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if got.Errors != 7 || len(got.Coverage) != 1 || got.Findings[0].Rule != file.RuleMisquote {
		t.Fatalf("got %+v", got)
	}
	want := []file.Edit{{Op: file.Keep, Text: "the harbour board of Ostrand "}, {Op: file.Add, Text: "has "}, {Op: file.Keep, Text: "answered to the town council"}}
	if !slices.Equal(got.Findings[0].Diff, want) {
		t.Errorf("got %v, want %v", got.Findings[0].Diff, want)
	}
}

// TestExample checks that the example network for authors has no findings, and an
// example of each kind of claim.
func TestExample(t *testing.T) {
	r, err := lint.Run("../example/network.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Findings {
		t.Error(f.Text())
	}
	if len(r.Coverage) != 1 {
		t.Errorf("its quotes were not checked")
	}
	for _, status := range []network.Status{network.Stated, network.Attributed, network.Implied, network.Ambiguous} {
		if !slices.ContainsFunc(r.Document.Network.Relations, func(r network.Relation) bool { return r.Status == status }) {
			t.Errorf("no relation of it is %s", status)
		}
	}
}
