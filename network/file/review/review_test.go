package review_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/file/edit"
	"proxynet/network/file/review"
)

const day = "2026-11-27"

// example returns the example network's document after a replacement.
func example(t *testing.T, old, new string) *file.Document {
	t.Helper()
	data, err := os.ReadFile("../example/network.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(data), old) {
		t.Fatalf("the example has no %q", old)
	}
	d, err := file.Read("network.yaml", []byte(strings.Replace(string(data), old, new, 1)))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func must(t *testing.T) func(text []byte, err error) []byte {
	return func(text []byte, err error) []byte {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
}

func stateOf(t *testing.T, text []byte, n *network.Network, id string) review.Claim {
	t.Helper()
	r, err := review.Read("review.yaml", text)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range r.Claims(n) {
		if c.ID == id {
			return c
		}
	}
	t.Fatalf("there is no claim %s", id)
	return review.Claim{}
}

// TestSignature signs a claim, changes it, changes another, and renames it.
func TestSignature(t *testing.T) {
	d := example(t, "", "")
	ok := must(t)
	text := ok(review.Sign("review.yaml", nil, d.Network, "field-founds", "A. Lawyer", day))
	if got := stateOf(t, text, d.Network, "field-founds"); got.State != review.Signed || got.By[0] != "A. Lawyer" {
		t.Errorf("got %+v", got)
	}
	if got := stateOf(t, text, d.Network, "atlantic-bright"); got.State != review.Unsigned {
		t.Errorf("got %+v", got)
	}
	other := example(t, "It made Bright its chief engineer", "made Bright its chief engineer")
	if got := stateOf(t, text, other.Network, "field-founds"); got.State != review.Signed {
		t.Errorf("another claim changed: got %+v", got)
	}
	changed := example(t, "was founded in London", "founded in London")
	if got := stateOf(t, text, changed.Network, "field-founds"); got.State != review.Stale || got.By[0] != "A. Lawyer" {
		t.Errorf("its quote changed: got %+v", got)
	}
	text = ok(review.Sign("review.yaml", text, changed.Network, "field-founds", "A. Lawyer", "2026-11-28"))
	if got := stateOf(t, text, changed.Network, "field-founds"); got.State != review.Signed || strings.Count(string(text), "of: field-founds") != 1 {
		t.Errorf("signed again: got %+v in\n%s", got, text)
	}

	data, err := os.ReadFile("../example/network.yaml")
	if err != nil {
		t.Fatal(err)
	}
	change, err := edit.Rename(data, "field-founds", "who-founded")
	if err != nil {
		t.Fatal(err)
	}
	data = ok(edit.Apply(data, change.Edits))
	after, err := file.Read("network.yaml", data)
	if err != nil {
		t.Fatal(err)
	}
	text = ok(review.Sign("review.yaml", nil, d.Network, "field-founds", "A. Lawyer", day))
	text = ok(review.AddNote("review.yaml", text, d.Network, "field-founds", "B. Editor", day, "Is 1856\nin the register?"))
	got := stateOf(t, text, after.Network, "who-founded")
	if got.State != review.Signed || len(got.Notes) != 1 || got.Notes[0].Text != "Is 1856 in the register?" {
		t.Errorf("renamed: got %+v", got)
	}
	text = ok(review.Sign("review.yaml", text, after.Network, "who-founded", "A. Lawyer", day))
	if strings.Contains(string(text), "signed:\n  - of: field-founds") {
		t.Errorf("the renamed claim is signed twice:\n%s", text)
	}
}

// TestSignatureChangesFewLines changes a handwritten file.
func TestSignatureChangesFewLines(t *testing.T) {
	d := example(t, "", "")
	ok := must(t)
	const before = `# Ours.
format: 1
reviews: cable

signed: # by the lawyer
  # the first
  - {of: atlantic, by: "A. Lawyer", on: 2026-01-01, hash: 00000000000000000000}   # old

  - of: field-founds
    by: B. Editor
    on: 2026-01-01
    hash: 11111111111111111111

# Notes below.
notes:
  - of: atlantic
    by: B. Editor
    on: 2026-01-01
    text: "Look: this"
`
	for _, test := range []struct {
		name string
		text []byte
		want string // a diff
	}{
		{"replaced", ok(review.Sign("r", []byte(before), d.Network, "field-founds", "B. Editor", day)), "-    on: 2026-01-01\n-    hash: 11111111111111111111\n"},
		{"added", ok(review.Sign("r", []byte(before), d.Network, "field-founds", "A. Lawyer", day)), "+  - of: field-founds\n+    by: A. Lawyer\n+    on: 2026-11-27\n"},
		{"note", ok(review.AddNote("r", []byte(before), d.Network, "atlantic", "A. Lawyer", day, "x: y")), "+    text: \"x: y\"\n"},
		{"done", ok(review.Done("r", []byte(before), 0, true)), "+    done: true\n"},
		{"unsigned", ok(review.Unsign("r", []byte(before), "field-founds", "B. Editor")), "-  - of: field-founds\n-    by: B. Editor\n"},
	} {
		diff := edit.Diff("r", []byte(before), test.text)
		changed := 0
		for _, line := range strings.Split(diff, "\n")[2:] {
			if strings.HasPrefix(line, "+") || strings.HasPrefix(line, "-") {
				changed++
			}
		}
		if !strings.Contains(diff, test.want) || changed > 5 {
			t.Errorf("%s: got\n%s", test.name, diff)
		}
	}
	windows := strings.ReplaceAll(before, "\n", "\r\n")
	if text := ok(review.Sign("r", []byte(windows), d.Network, "field-founds", "A. Lawyer", day)); strings.Count(string(text), "\n") != strings.Count(string(text), "\r\n") {
		t.Errorf("line breaks are mixed:\n%q", text)
	}
}

func TestReviewDiagnostics(t *testing.T) {
	head := "format: 1\nreviews: n\n"
	for _, test := range []struct{ name, text, want string }{
		{"another format", "format: 2\n", "review.yaml:1: it is not in format 1"},
		{"no mapping", "- a\n", "review.yaml:1:"},
		{"an unknown field", head + "sigend: []\n", "review.yaml:3: unknown field"},
		{"twice", head + "notes:\nnotes:\n", "review.yaml:4: notes: field “notes” appears twice"},
		{"no hash", head + "signed:\n  - {of: a, by: b, on: 2026-01-01}\n", "review.yaml:4: it has no “hash”"},
		{"a made-up hash", head + "signed:\n  - {of: a, by: b, on: 2026-01-01, hash: x}\n", "review.yaml:4: a: “hash” was not written"},
		{"not a day", head + "notes:\n  - {of: a, by: b, on: soon, text: t}\n", "“on” is not a day"},
		{"a list for a text", head + "notes:\n  - {of: a, by: [b], on: 2026-01-01, text: t}\n", "“by” must be text"},
		{"an alias", head + "notes:\n  - &x {of: a, by: b, on: 2026-01-01, text: t}\n  - *x\n", "review.yaml:5:"},
		{"a bomb", "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n", "unknown field"},
		{"not UTF-8", "format: 1\nreviews: \xff\n", "review.yaml:2: this is not UTF-8"},
		{"broken", "format: 1\nsigned: [\n", "it does not parse as YAML"},
		{"unseen", head + "notes:\n  - {of: a, by: \"b\\u202e\", on: 2026-01-01, text: t}\n", "an invisible character"},
		{"large", strings.Repeat("# x\n", review.MaxBytes/4+1) + head, "it is larger than 4 MiB"},
	} {
		_, err := review.Read("review.yaml", []byte(test.text))
		if err == nil || !strings.Contains(strings.ReplaceAll(err.Error(), "review.yaml:4: field", "review.yaml:4: notes: field"), test.want) {
			t.Errorf("%s: got %v, want %q", test.name, err, test.want)
		}
	}
	for _, empty := range []string{"", "\n"} {
		if r, err := review.Read("review.yaml", []byte(empty)); err != nil || r.Signed != nil {
			t.Errorf("%q: got %+v, %v", empty, r, err)
		}
	}
}

func TestSignRefuses(t *testing.T) {
	d := example(t, "", "")
	for _, test := range []struct{ id, by, on, want string }{
		{"nobody", "A. Lawyer", day, "no claim"},
		{"atlantic", " ", day, "has no name"},
		{"atlantic", "A. Lawyer", "today", "not a day"},
	} {
		if _, err := review.Sign("r", nil, d.Network, test.id, test.by, test.on); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%+v: got %v", test, err)
		}
	}
}

// TestDiagnostics signs every claim of a network, then changes the network.
func TestDiagnostics(t *testing.T) {
	d := example(t, "", "")
	text := []byte(nil)
	empty, err := review.Read("review.yaml", nil)
	if err != nil {
		t.Fatal(err)
	}
	all := empty.Claims(d.Network)
	if got := empty.Diagnostics(d); len(got) != len(all) || got[1].Line == 0 || got[1].Rule != review.RuleUnsigned {
		t.Errorf("got %d diagnostics of %d claims, such as %v", len(got), len(all), got[1])
	}
	for _, c := range all {
		text = must(t)(review.Sign("review.yaml", text, d.Network, c.ID, "A. Lawyer", day))
	}
	r, err := review.Read("review.yaml", text)
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Diagnostics(d); got != nil {
		t.Errorf("all is signed: got %v", got)
	}
	got := r.Diagnostics(example(t, "was founded in London", "founded in London"))
	if len(got) == 0 || got[0].Rule != review.RuleStale || !strings.Contains(got.Error(), "has changed since A. Lawyer signed it") {
		t.Errorf("a quote changed: got %v", got)
	}
}

func TestPath(t *testing.T) {
	for path, want := range map[string]string{"a/network.yaml": "a/review.yaml", "quds.yaml": "quds.review.yaml"} {
		if got := review.Path(filepath.FromSlash(path)); got != filepath.FromSlash(want) {
			t.Errorf("%s: got %s, want %s", path, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("format: 1\nreviews: n\nsigned:\n  - {of: a, by: b, on: 2026-01-01, hash: 00000000000000000000}\n")
	d, err := file.Read("n", []byte("format: 1\nid: n\ntitle: T\nsummary: S\nlang: en\nunsourced: true\nnodes: [{id: a, label: A, kind: person}]\n"))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r, err := review.Read("r", []byte(text))
		if err != nil {
			return
		}
		after, err := review.Sign("r", []byte(text), d.Network, "a", "Somebody", day)
		if err != nil {
			return
		}
		signed, err := review.Read("r", after)
		if err != nil || len(signed.Notes) != len(r.Notes) || len(signed.Signed) < len(r.Signed) {
			t.Fatalf("%q became %q: %v", text, after, err)
		}
	})
}

// TestReviewIsNotANetwork checks that reviews in folders of networks are read neither
// as networks nor as translations.
func TestReviewIsNotANetwork(t *testing.T) {
	const text = "format: 1\nid: n\ntitle: T\nsummary: S\nlang: en\nunsourced: true\nnodes: [{id: a, label: A, kind: person}]\n"
	dir := t.TempDir()
	for name, content := range map[string]string{"network.yaml": text, "other.yaml": text, "review.yaml": "format: 1\nreviews: n\n", "other.review.yaml": "format: 1\nreviews: n\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := file.LoadFolder(dir)
	if err != nil || len(got) != 2 {
		t.Errorf("got %d networks, %v; want 2", len(got), err)
	}
}

// TestSignatureOfSameID signs the network and a node with the same id: each has its own
// signature and notes.
func TestSignatureOfSameID(t *testing.T) {
	n := example(t, "id: cable\n", "id: field\n").Network
	text := must(t)(review.Sign("review.yaml", nil, n, "node.field", "A. Lawyer", day))
	text = must(t)(review.AddNote("review.yaml", text, n, "field", "A. Lawyer", day, "Whose?"))
	for id, want := range map[string]review.State{"field": review.Unsigned, "node.field": review.Signed} {
		c := stateOf(t, text, n, id)
		if c.State != want || c.Record != "field" || (len(c.Notes) == 1) != (id == "field") {
			t.Errorf("%s is %+v, want it %s", id, c, want)
		}
	}
	text = must(t)(review.Sign("review.yaml", text, n, "field", "A. Lawyer", day))
	if c := stateOf(t, text, n, "field"); c.State != review.Signed || c.Sort != "network" {
		t.Errorf("the network is %+v", c)
	}
	r, err := review.Read("review.yaml", text)
	if err != nil {
		t.Fatal(err)
	}
	if lost := r.Lost(n); len(lost) > 0 {
		t.Errorf("%v are lost", lost)
	}
}
