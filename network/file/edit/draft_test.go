package edit_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"proxynet/network/file"
	"proxynet/network/file/edit"
)

// begun is a newly started network file: its lists are empty, with comments below.
const begun = `format: 1
id: quay
title: The quay
# One or two sentences.
summary:
lang: en
root:

sources:
  - {id: article, title: The quay, lang: en}

speakers:
  - {id: voice, label: The article, kind: article}

# Short quotes.
passages:
  # - {id: p2, paragraph: 2, exact: "a quote"}

nodes:

relations: # none yet

# What happened.
# events:
`

func change(t *testing.T, data string, f func(d *edit.Draft)) string {
	t.Helper()
	d := edit.Of([]byte(data)).Draft()
	f(d)
	c, err := d.Change()
	if err != nil {
		t.Fatal(err)
	}
	after, err := edit.Apply([]byte(data), c.Edits)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(after, c.After.Data()) {
		t.Error("the change returns another text than its edits make")
	}
	return string(after)
}

func insertAll(d *edit.Draft) {
	d.Insert("passages", "", edit.Text("id", "p"), edit.Field{Name: "paragraph", Value: "2"}, edit.Quote("exact", ` “a”: "b" \ #c `))
	d.Insert("nodes", "", edit.Text("id", "a"), edit.Text("label", "yes"), edit.Text("kind", "person"), edit.IDs("passages", "p"))
	d.Insert("nodes", "", edit.Text("id", "b"), edit.Text("label", "- {B}: #1"), edit.Text("kind", "person"), edit.IDs("passages", "p"))
	d.Insert("relations", "", edit.Text("id", "a-b"), edit.Text("from", "a"), edit.Text("to", "b"), edit.Text("kind", "arms"), edit.Text("verb", "arms"), edit.IDs("passages", "p"))
	d.Insert("events", "", edit.Text("id", "e"), edit.Text("label", "E"), edit.Field{Name: "participants", Value: "[{node: a, role: r}]"}, edit.IDs("passages", "p"))
	d.Set("", "root", "a")
	d.Set("", "summary", file.Scalar("A: summary"))
}

// TestDraftBegins adds the first records to a new file, below the comments that explain
// the lists.
func TestDraftBegins(t *testing.T) {
	want := strings.NewReplacer(
		"summary:\n", "summary: \"A: summary\"\n", "root:\n", "root: a\n",
		"exact: \"a quote\"}\n", "exact: \"a quote\"}\n  - {id: p, paragraph: 2, exact: \" “a”: \\\"b\\\" \\\\ #c \"}\n",
		"nodes:\n", "nodes:\n  - id: a\n    label: \"yes\"\n    kind: person\n    passages: [p]\n  - id: b\n    label: \"- {B}: #1\"\n    kind: person\n    passages: [p]\n",
		"# none yet\n", "# none yet\n  - id: a-b\n    from: a\n    to: b\n    kind: arms\n    verb: arms\n    passages: [p]\n",
	).Replace(begun) + "\nevents:\n  - id: e\n    label: E\n    participants: [{node: a, role: r}]\n    passages: [p]\n"
	if got := change(t, begun, insertAll); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestDraftBeginsInOtherStyles does the same in files with other YAML styles.
func TestDraftBeginsInOtherStyles(t *testing.T) {
	lists := func(empty string) string {
		return strings.NewReplacer("passages:\n  # - {id: p2, paragraph: 2, exact: \"a quote\"}\n", "passages:"+empty+"\n", "nodes:\n", "nodes:"+empty+"\n", "relations: # none yet\n", "relations:"+empty+"\n").Replace(begun)
	}
	tests := map[string]string{
		"CRLF":                strings.ReplaceAll(begun, "\n", "\r\n"),
		"BOM":                 "\ufeff" + begun,
		"no last break":       strings.TrimRight(begun, "\n"),
		"brackets":            lists(" []"),
		"brackets, spaced":    lists(" [ ]"),
		"brackets below":      lists("\n  []"),
		"null":                lists(" null"),
		"tilde":               lists(" ~"),
		"no lists":            strings.NewReplacer("passages:\n", "", "nodes:\n", "", "relations: # none yet\n", "").Replace(begun),
		"one line":            "{format: 1, id: quay, title: T, lang: en, sources: [{id: article, title: T, lang: en}], speakers: [{id: voice, label: V, kind: article}]}",
		"lists at the margin": strings.NewReplacer("  - {id", "- {id").Replace(begun),
	}
	for name, data := range tests {
		t.Run(name, func(t *testing.T) {
			after := change(t, data, insertAll)
			d, err := file.ReadDraft("n", []byte(after))
			if err != nil {
				t.Fatalf("%v\n%s", err, after)
			}
			n := d.Network
			if len(n.Passages) != 1 || len(n.Nodes) != 2 || len(n.Relations) != 1 || len(n.Events) != 1 || n.Root != "a" || n.Summary != "A: summary" {
				t.Errorf("got %+v of\n%s", n, after)
			}
			if got := n.Passages[0].Selector.Exact; got != ` “a”: "b" \ #c ` && got != `“a”: "b" \ #c` {
				t.Errorf("the quote is %q", got)
			}
			if strings.Contains(data, "\r\n") && strings.Count(after, "\n") != strings.Count(after, "\r\n") {
				t.Error("its lines end in two ways")
			}
		})
	}
}

func TestDraftRefuses(t *testing.T) {
	for name, test := range map[string]struct {
		data string
		f    func(d *edit.Draft)
		want string
	}{
		"unknown record":   {small, func(d *edit.Draft) { d.Set("nobody", "label", "A") }, "no record with the id nobody"},
		"unknown id":       {small, func(d *edit.Draft) { d.Append("anna", "passages", "p-nothing") }, "p-nothing"},
		"no YAML":          {"a: [", func(d *edit.Draft) { d.Set("", "title", "A") }, "YAML"},
		"not a list":       {small, func(d *edit.Draft) { d.Append("anna", "label", "A") }, "must be a list"},
		"a shared value":   {strings.Replace(small, "label: The lease\n    date: 2019", "label: The lease\n    date: &d {edtf: 2019,\n      words: w}", 1) + "  - {rule: no-relation, of: lease, why: *d}\n", func(d *edit.Draft) { d.Set("lease", "date", "2020") }, "also that of line"},
		"something broken": {small, func(d *edit.Draft) { d.Set("peter-quay", "to", "peter") }, "itself"},
	} {
		t.Run(name, func(t *testing.T) {
			d := edit.Of([]byte(test.data)).Draft()
			test.f(d)
			if _, err := d.Change(); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %q in it", err, test.want)
			}
		})
	}
}

// TestCascade removes records and their dependents.
func TestCascade(t *testing.T) {
	c, depends, err := edit.Of([]byte(small)).Cascade("peter")
	want := `-  - {id: peter, label: Peter Reiss, kind: person, summary: Her brother., passages: [ p-owns, p-paid ]} # TODO
-  - {id: peter-quay, from: 'peter', to: quay-holdings, kind: ownership, verb: owns, status: attributed, passages: [p-owns]}
-    participants: [{node: anna, role: signed it}, {node: peter, role: watched}]
+    participants: [{node: anna, role: signed it}]
-  - {id: first, title: A step, text: It says so., passages: [p-owns], state: {select: peter, hide: [speaker.clerk-2, source.article], light: [peter-2, peter], chain: {from: peter, to: anna}}}
+  - {id: first, title: A step, text: It says so., passages: [p-owns], state: {hide: [speaker.clerk-2, source.article], light: [peter-2]}}
-  - {rule: no-relation, of: peter, why: It is so.}`
	if got := diffOf(t, small, c, err); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	gone := map[string]bool{}
	for _, d := range depends {
		gone[d.ID] = d.Gone
	}
	if len(gone) != 3 || !gone["peter-quay"] || gone["lease"] || gone["first"] {
		t.Errorf("depend on it: %v", depends)
	}
	// A claim without passages left is removed too.
	c, depends, err = edit.Of([]byte(small)).Cascade("clerk")
	if got := diffOf(t, small, c, err); err != nil || !strings.Contains(got, "peter-anna") || len(depends) != 3 {
		t.Errorf("%v, got\n%s\n%v", err, got, depends)
	}
}

// TestCascadeKeepsSharedValues removes a record whose date another record uses by a
// YAML alias.
func TestCascadeKeepsSharedValues(t *testing.T) {
	data, err := os.ReadFile("../testdata/harbour.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c, _, err := edit.Of(data).Cascade("yard-board")
	after := apply(t, string(data), c, err)
	if !strings.Contains(after, "period: &since {edtf: 2019-21/.., words: Since the spring of 2019}, passages: [q-lend]}") {
		t.Errorf("got\n%s", after)
	}
}

func TestMove(t *testing.T) {
	data := strings.Replace(small, "story:\n", "story:\n  - {id: zero, title: A step, text: It says so., passages: [p-owns]}\n", 1)
	got := change(t, data, func(d *edit.Draft) { d.Move("story", "first", edit.First) })
	if strings.Index(got, "id: first") > strings.Index(got, "id: zero") || len(got) != len(data) {
		t.Errorf("got\n%s", got)
	}
	if back := change(t, got, func(d *edit.Draft) { d.Move("story", "first", "zero") }); back != data {
		t.Errorf("and back:\n%s", back)
	}
}

// FuzzDraft changes arbitrary files: each change is refused or adds no diagnostic.
func FuzzDraft(f *testing.F) {
	for _, path := range []string{"../testdata/harbour.yaml", "../testdata/errors.yaml", "../testdata/ferry/network.yaml"} {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data), "A: b", uint8(0))
	}
	f.Add(small, "- x", uint8(1))
	f.Add(begun, "y\u0085z", uint8(2))
	f.Fuzz(func(t *testing.T, data, text string, pick uint8) { changeAny(t, data, text, pick) })
}

// changeAny makes changes to a file: each is refused or adds no diagnostic.
func changeAny(t *testing.T, data, text string, pick uint8) {
	if len(data) > 20_000 || len(text) > 1000 {
		return
	}
	read := edit.Of([]byte(data))
	declared := read.Outline().Declared
	id := ""
	for k := range declared {
		if id == "" || k < id && pick%2 == 0 || k > id && pick%2 == 1 {
			id = k
		}
	}
	changes := map[string]func(d *edit.Draft){
		"insert": func(d *edit.Draft) { insertAll(d) },
		"first": func(d *edit.Draft) {
			d.Insert("passages", edit.First, edit.Text("id", d.NewID("x")), edit.Quote("exact", text))
		},
		"set":     func(d *edit.Draft) { d.Set(id, "label", file.Scalar(text)) },
		"summary": func(d *edit.Draft) { d.Set("", "summary", file.Scalar(text)) },
		"unset":   func(d *edit.Draft) { d.Set(id, "summary", "") },
		"append":  func(d *edit.Draft) { d.Append(id, "aliases", file.Scalar(text)) },
		"reverse": func(d *edit.Draft) { d.Reverse(id) },
		"raise":   func(d *edit.Draft) { d.DropTop("accept", int(pick)) },
		"move":    func(d *edit.Draft) { d.Move("story", id, edit.First) },
		"omit":    func(d *edit.Draft) { d.DropFrom(id, "aliases", int(pick)) },
	}
	tried := func(name string, c edit.Change, err error) {
		if err != nil {
			return
		}
		after, err := edit.Apply([]byte(data), c.Edits)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if before := len(read.Outline().Diagnostics); before < 400 && len(edit.Of(after).Outline().Diagnostics) > before {
			t.Errorf("%s: more errors than before in\n%s", name, after)
		}
	}
	for name, f := range changes {
		d := read.Draft()
		f(d)
		c, err := d.Change()
		tried(name, c, err)
	}
	if id != "" {
		c, _, err := read.Cascade(id)
		tried("cascade", c, err)
	}
}

// TestDraftOfBrokenFiles does the same with valid files in which a few characters are
// changed, and with texts that YAML reads as other types.
func TestDraftOfBrokenFiles(t *testing.T) {
	seeds := []string{small, begun}
	for _, path := range []string{"../testdata/harbour.yaml", "../testdata/errors.yaml", "../testdata/ferry/network.yaml"} {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		seeds = append(seeds, string(data))
	}
	texts := []string{
		"", "\x00", "\xff", "a\nb", "\u2028", "#", "- a", ": ", "\t", "'", `"`, `\`, "null", "~", "[", "{}", "*a", "&b c", "!x",
		"a\r\nb", "\u0085", "😀", "پ\u200cا", "%", "@a", "`", " a ", "1990", "yes", "|", "> x", "=", "<<",
	}
	const signs = ":-#{}[]\n \"'&*|>~,\r\t!%@\\\x00\xff?=<"
	count := 400
	if testing.Short() {
		count = 60
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range count {
		data := []byte(seeds[r.IntN(len(seeds))])
		for range 1 + r.IntN(4) {
			at, sign := r.IntN(len(data)), signs[r.IntN(len(signs))]
			switch r.IntN(3) {
			case 0:
				data[at] = sign
			case 1:
				data = slices.Delete(data, at, max(at, min(len(data)-1, at+r.IntN(30))))
			case 2:
				data = slices.Insert(data, at, sign)
			}
		}
		changeAny(t, string(data), texts[r.IntN(len(texts))], uint8(r.IntN(4)))
	}
}
