package edit_test

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"proxynet/network/file"
	"proxynet/network/file/edit"
)

// small is a network with every YAML style that edits must keep: comments, blank lines,
// block and flow style, quotation marks, a folded text, an anchor.
const small = `# The network. Not to be touched: anna.
format: 1
id: quay
title: Who owns the quay
summary: >-
  Who owns
  the quay.
lang: en
root: anna # at the top

sources:
  - {id: article, title: The quay, lang: en}
speakers:
  - {id: voice, label: The article, kind: article}
  - {id: clerk, label: A clerk, kind: unnamed, passages: [p-signed]}
  - {id: clerk-2, label: The clerk, kind: unnamed, role: keeps the register}

passages:
  # paragraph 2: Anna Reiss [signed the lease] in spring
  - id: p-signed
    paragraph: 2
    exact: "signed the lease"

  # what the register says
  - id: p-owns
    paragraph: 3
    exact: 'belongs to Tolland'
    speaker: "clerk-2"
    manner: paraphrased
  - {id: p-paid, paragraph: 4, exact: paid, speaker: clerk, manner: quoted, via: voice}

nodes:
  - {id: anna, label: Anna Reiss, kind: person, summary: The mayor., passages: [p-signed]}
  - id: quay-holdings
    label: Quay Holdings
    kind: organisation
    summary: >
      The tenant,
      says the article.
    passages:
      - p-signed
      - p-owns

  - {id: peter, label: Peter Reiss, kind: person, summary: Her brother., passages: [ p-owns, p-paid ]} # TODO
  - {id: peter-2, label: "P. Reiss", aliases: [the brother], kind: person, summary: A brother., passages: [p-owns]}
relations:
  - {id: anna-quay, from: anna, to: quay-holdings, kind: support, verb: leased the quay to, passages: [p-signed]}
  - {id: peter-quay, from: 'peter', to: quay-holdings, kind: ownership, verb: owns, status: attributed, passages: [p-owns]}
  # asked the lawyer, 3 May
  - {id: peter-anna, from: peter-2, to: anna, kind: money, verb: paid, status: attributed, passages: [p-paid]}
events:
  - id: lease
    label: The lease
    date: 2019
    summary: The lease is signed.
    participants: [{node: anna, role: signed it}, {node: peter, role: watched}]
    passages: [p-signed]
story:
  - {id: first, title: A step, text: It says so., passages: [p-owns], state: {select: peter, hide: [speaker.clerk-2, source.article], light: [peter-2, peter], chain: {from: peter, to: anna}}}
accept:
  - {rule: no-relation, of: peter, why: It is so.}
  - {rule: uncited-name, of: article-paragraph-3, why: It is so.}
`

// apply applies a change and returns the text.
func apply(t *testing.T, data string, c edit.Change, err error) string {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	after, err := edit.Apply([]byte(data), c.Edits)
	if err != nil {
		t.Fatal(err)
	}
	return string(after)
}

// diffOf returns the removed and added lines of a change.
func diffOf(t *testing.T, data string, c edit.Change, err error) string {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	diff := edit.Diff("n", []byte(data), []byte(apply(t, data, c, nil)))
	var out []string
	for line := range strings.Lines(diff) {
		if regexp.MustCompile(`^[-+][^-+]|^[-+]\n`).MatchString(line) {
			out = append(out, strings.TrimRight(line, "\n"))
		}
	}
	return strings.Join(out, "\n")
}

func TestSmallIsSound(t *testing.T) {
	if _, err := file.Read("small", []byte(small)); err != nil {
		t.Fatal(err)
	}
}

func TestRename(t *testing.T) {
	c, err := edit.Rename([]byte(small), "peter", "peter-reiss")
	want := strings.NewReplacer("id: peter,", "id: peter-reiss,", "from: 'peter'", "from: 'peter-reiss'", "node: peter,", "node: peter-reiss,",
		"select: peter,", "select: peter-reiss,", "peter-2, peter]", "peter-2, peter-reiss]", "from: peter,", "from: peter-reiss,", "of: peter,", "of: peter-reiss,").Replace(small)
	if got := apply(t, small, c, err); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}

	c, err = edit.Rename([]byte(small), "clerk-2", "registrar")
	want = strings.NewReplacer("id: clerk-2", "id: registrar", `"clerk-2"`, `"registrar"`, "speaker.clerk-2", "speaker.registrar").Replace(small)
	if got := apply(t, small, c, err); got != want {
		t.Errorf("a speaker: got\n%s", got)
	}

	c, err = edit.Rename([]byte(small), "article", "times")
	want = strings.NewReplacer("id: article,", "id: times,", "source.article", "source.times", "article-paragraph-3", "times-paragraph-3").Replace(small)
	if got := apply(t, small, c, err); got != want {
		t.Errorf("a source: got\n%s", got)
	}

	c, err = edit.Rename([]byte(small), "anna", "1990")
	if got := apply(t, small, c, err); !strings.Contains(got, `root: "1990" # at the top`) || !strings.Contains(got, "Not to be touched: anna.") {
		t.Errorf("an id that YAML takes for a number: got\n%s", got)
	}

	half := strings.Replace(small, "id: peter,", "id: brother,", 1)
	c, err = edit.Rename([]byte(half), "peter", "brother")
	if got := apply(t, half, c, err); strings.Contains(got, "peter,") || strings.Contains(got, "'peter'") {
		t.Errorf("the rest of a renaming: got\n%s", got)
	}
}

func TestRenameRefuses(t *testing.T) {
	tests := []struct{ name, data, old, id, want string }{
		{"unknown", small, "petr", "x", "did you mean peter?"},
		{"taken", small, "peter", "anna", "anna is already a node in line 33"},
		{"the same", small, "peter", "peter", "the old and the new id are both peter"},
		{"bad id", small, "peter", "Peter Reiss", "a–z, 0–9 and -"},
		{"no YAML", "a: [", "a", "b", "does not parse"},
	}
	for _, test := range tests {
		if _, err := edit.Rename([]byte(test.data), test.old, test.id); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %q in it", test.name, err, test.want)
		}
	}
}

// TestRenameAndBack renames ids of every type in complete networks, and back.
func TestRenameAndBack(t *testing.T) {
	for _, path := range []string{"../quds.yaml", "../example/network.yaml", "../testdata/harbour.yaml"} {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, ending := range []string{"\n", "\r\n"} {
			data := bytes.ReplaceAll(data, []byte("\n"), []byte(ending))
			ids := make([]string, 0)
			for id := range file.ReadOutline(path, data).Declared {
				ids = append(ids, id)
			}
			slices.Sort(ids)
			for i := 0; i < len(ids); i += 1 + len(ids)/4 {
				id := ids[i]
				c, err := edit.Rename(data, id, "renamed")
				if err != nil {
					t.Fatalf("%s: %s: %v", path, id, err)
				}
				renamed, err := edit.Apply(data, c.Edits)
				if err != nil {
					t.Fatal(err)
				}
				if d, err := file.Read(path, renamed); err != nil || d.Line("renamed") == 0 || d.Line(id) != 0 {
					t.Fatalf("%s: %s: %v", path, id, err)
				}
				c, err = edit.Rename(renamed, "renamed", id)
				if err != nil {
					t.Fatal(err)
				}
				if again, err := edit.Apply(renamed, c.Edits); err != nil || !bytes.Equal(again, data) {
					t.Errorf("%s: %s renamed and back is not what it was: %v", path, id, err)
				}
			}
		}
	}
}

func TestRemove(t *testing.T) {
	c, err := edit.Remove([]byte(small), "peter-anna", "p-paid")
	if err == nil {
		t.Fatalf("p-paid is removed although peter rests on it: %v", c)
	}
	c, err = edit.Remove([]byte(small), "peter-anna")
	got := diffOf(t, small, c, err)
	want := `-  - {id: peter-anna, from: peter-2, to: anna, kind: money, verb: paid, status: attributed, passages: [p-paid]}`
	if got != want || len(c.Remarks) > 0 {
		t.Errorf("got\n%s\n%v\nwant\n%s", got, c.Remarks, want)
	}
	c, err = edit.Remove([]byte(small), "lease")
	if got := apply(t, small, c, err); !strings.Contains(got, "events:\n  []\nstory:") {
		t.Errorf("the only event: got\n%s", got)
	}

	alone := strings.Replace(strings.Replace(small, ", p-paid ]", " ]", 1), "  - {id: peter-2", "\n  - {id: peter-2", 1)
	c, err = edit.Remove([]byte(alone), "peter-anna")
	if got := apply(t, alone, c, err); len(c.Remarks) != 1 || !strings.Contains(c.Remarks[0].String(), "p-paid") || !strings.Contains(got, "# asked the lawyer, 3 May") {
		t.Errorf("a passage that nothing rests on: %v, got\n%s", c.Remarks, got)
	}
	c, err = edit.Remove([]byte(alone), "p-paid", "peter-anna")
	if got := apply(t, alone, c, err); len(c.Remarks) > 0 || strings.Contains(got, "p-paid") {
		t.Errorf("together: %v, got\n%s", c.Remarks, got)
	}
}

func TestRemoveDeletesPrintedComment(t *testing.T) {
	data := strings.NewReplacer("passages: [p-signed]", "passages: [p-owns]", "      - p-signed\n", "").Replace(small)
	c, err := edit.Remove([]byte(data), "p-signed")
	want := "-  # paragraph 2: Anna Reiss [signed the lease] in spring\n-  - id: p-signed\n-    paragraph: 2\n-    exact: \"signed the lease\""
	if got := diffOf(t, data, c, err); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestRemoveListsDependents(t *testing.T) {
	_, err := edit.Remove([]byte(small), "peter")
	if err == nil {
		t.Fatal("it is removed")
	}
	for _, want := range []string{"line 48: peter-quay, in “from”", "line 56: lease, participant 2, in “node”", "line 59: first, in “select”", "line 61: accept, in “of”"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q in it", err, want)
		}
	}
	if _, err := edit.Remove([]byte(small), "nobody"); err == nil {
		t.Error("what isn't there is removed")
	}
}

func TestMergeNodes(t *testing.T) {
	c, _, err := edit.Merge([]byte(small), "peter", "peter-2")
	got := diffOf(t, small, c, err)
	want := strings.TrimPrefix(`
-  - {id: peter, label: Peter Reiss, kind: person, summary: Her brother., passages: [ p-owns, p-paid ]} # TODO
-  - {id: peter-2, label: "P. Reiss", aliases: [the brother], kind: person, summary: A brother., passages: [p-owns]}
+  - {id: peter, label: Peter Reiss, aliases: [P. Reiss, the brother], kind: person, summary: Her brother., passages: [ p-owns, p-paid ]} # TODO
-  - {id: peter-anna, from: peter-2, to: anna, kind: money, verb: paid, status: attributed, passages: [p-paid]}
+  - {id: peter-anna, from: peter, to: anna, kind: money, verb: paid, status: attributed, passages: [p-paid]}
-  - {id: first, title: A step, text: It says so., passages: [p-owns], state: {select: peter, hide: [speaker.clerk-2, source.article], light: [peter-2, peter], chain: {from: peter, to: anna}}}
+  - {id: first, title: A step, text: It says so., passages: [p-owns], state: {select: peter, hide: [speaker.clerk-2, source.article], light: [peter], chain: {from: peter, to: anna}}}`, "\n")
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if len(c.Remarks) != 1 || c.Remarks[0].String() != "not kept: summary: A brother." {
		t.Errorf("remarks: %v", c.Remarks)
	}

	c, _, err = edit.Merge([]byte(small), "peter-2", "peter")
	after := apply(t, small, c, err)
	for _, want := range []string{"aliases: [the brother, Peter Reiss]", "passages: [p-owns, p-paid]", "from: 'peter-2'", "of: peter-2,"} {
		if !strings.Contains(after, want) {
			t.Errorf("the other way round: %q is missing in\n%s", want, after)
		}
	}

}

// TestMergeKeepsFacts merges nodes whose facts and summaries differ: none is lost, and
// a shared fact gets the passages of both.
func TestMergeKeepsFacts(t *testing.T) {
	text := strings.Replace(small, "kind: person, summary: Her brother.", "kind: person, summary: , facts: [{kind: role, value: mayor, passages: [p-owns]}]", 1)
	text = strings.Replace(text, "kind: person, summary: A brother.", `kind: person, summary: A brother., facts: [{kind: role, value: mayor, passages: [p-paid]}, {kind: role, value: "keeper: of seals, and 2", passages: [p-paid]}]`, 1)
	c, _, err := edit.Merge([]byte(text), "peter", "peter-2")
	after := apply(t, text, c, err)
	want := `summary: A brother., facts: [{kind: role, value: mayor, passages: [p-owns, p-paid]}, {kind: role, value: "keeper: of seals, and 2", passages: [p-paid]}]`
	if !strings.Contains(after, want) || len(c.Remarks) > 0 {
		t.Errorf("want %s, and no remarks; got %v and\n%s", want, c.Remarks, after)
	}
	plain := strings.Replace(text, ", facts: [{kind: role, value: mayor, passages: [p-owns]}]", "", 1)
	c, _, err = edit.Merge([]byte(plain), "peter", "peter-2")
	if after := apply(t, plain, c, err); !strings.Contains(after, "facts: [{kind: role, value: mayor, passages: [p-paid]}, {kind: role, value:") {
		t.Errorf("a node without facts: got\n%s", after)
	}
}

// TestMergeRemovesRelationsBetween merges two nodes that are related to each other.
func TestMergeRemovesRelationsBetween(t *testing.T) {
	text := strings.Replace(small, "to: anna, kind: money", "to: quay-holdings, kind: money", 1)
	c, depends, err := edit.Merge([]byte(text), "quay-holdings", "anna")
	after := apply(t, text, c, err)
	if !slices.Contains(depends, edit.Dependent{ID: "anna-quay", Gone: true}) || !slices.Contains(c.Removed, "anna-quay") {
		t.Errorf("dependents %v, removed %v; want anna-quay in both", depends, c.Removed)
	}
	if strings.Contains(after, "anna-quay") || strings.Contains(after, "id: anna,") || !strings.Contains(after, "peter-quay") {
		t.Errorf("got\n%s", after)
	}
}

func TestMergeOthers(t *testing.T) {
	c, _, err := edit.Merge([]byte(small), "clerk", "clerk-2")
	after := apply(t, small, c, err)
	if !strings.Contains(after, `speaker: "clerk"`) || !strings.Contains(after, "speaker.clerk,") || strings.Contains(after, "clerk-2") {
		t.Errorf("speakers: got\n%s", after)
	}
	if !strings.Contains(fmt.Sprint(c.Remarks), "not kept: role: keeps the register") {
		t.Errorf("speakers: remarks %v", c.Remarks)
	}
	two := strings.Replace(small, "  # asked", "  - {id: owns-2, from: peter, to: quay-holdings, kind: ownership, verb: holds, status: attributed, passages: [p-paid]}\n  # asked", 1)
	c, _, err = edit.Merge([]byte(two), "peter-quay", "owns-2")
	if after := apply(t, two, c, err); !strings.Contains(after, "verb: owns, status: attributed, passages: [p-owns, p-paid]}") || strings.Contains(after, "owns-2") {
		t.Errorf("relations: got\n%s", after)
	}
	for _, pair := range [][2]string{{"peter", "clerk"}, {"p-owns", "p-paid"}, {"anna", "anna"}, {"anna", "nobody"}, {"peter-quay", "peter-anna"}} {
		if _, _, err := edit.Merge([]byte(small), pair[0], pair[1]); err == nil {
			t.Errorf("%v are merged", pair)
		}
	}
}

// TestRemoveAndMergeMany tries both operations on many ids of a large network: each
// change is refused or leaves a valid network.
func TestRemoveAndMergeMany(t *testing.T) {
	data, err := os.ReadFile("../quds.yaml")
	if err != nil {
		t.Fatal(err)
	}
	ids := make([]string, 0)
	for id := range file.ReadOutline("q", data).Declared {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	done := 0
	for i, id := range ids {
		if i%20 > 1 {
			continue
		}
		changes := make([]edit.Change, 2)
		errs := make([]error, 2)
		changes[0], errs[0] = edit.Remove(data, id)
		if i > 0 && i%20 == 1 {
			changes[1], _, errs[1] = edit.Merge(data, ids[i-1], id)
		}
		for k, c := range changes {
			if errs[k] != nil || c.Edits == nil {
				continue
			}
			after, err := edit.Apply(data, c.Edits)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := file.Read("q", after); err != nil && len(c.Remarks) == 0 {
				t.Errorf("%s: %v", id, err)
			}
			if comments(after) < comments(data)-1 {
				t.Errorf("%s: comments are lost", id)
			}
			done++
		}
	}
	if done < 3 {
		t.Errorf("only %d changes were made", done)
	}
}

func comments(data []byte) int { return bytes.Count(data, []byte("\n  #")) }

func TestApplyRefusesOverlaps(t *testing.T) {
	for _, edits := range [][]edit.Edit{{{From: 0, To: 3}, {From: 2, To: 4}}, {{From: 3, To: 2}}, {{From: 0, To: 99}}} {
		if _, err := edit.Apply([]byte("abcdef"), edits); err == nil {
			t.Errorf("%v are made", edits)
		}
	}
}
