package file_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"proxynet/network/file"
)

// harbourIn copies the harbour network into a new folder, with the given Persian
// translation, and returns its path.
func harbourIn(t *testing.T, translation string) string {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, "harbour.yaml")
	for name, data := range map[string][]byte{path: read(t, "testdata/harbour.yaml"), filepath.Join(dir, "harbour.fa.yaml"): []byte(translation)} {
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

const persian = `format: 1
translates: ostrand
lang: fa
title: {en: Who runs the harbour of Ostrand, fa: چه کسی بندر را اداره می‌کند}
nodes:
  council:
    label: {en: The council, fa: شورا}
    aliases: [شورای شهر]
  board:
    label: هیئت بندر
    phrase: {fa: هیئت}
relations:
  council-board:
    verb:
      en: leads
      fa: فرمانده … است
  guild-board:
    verb:
      en: opposes
      fa:
events:
  sinking:
    roles:
      guild: {en: sank it, fa: آن را غرق کرد}
story:
  orders:
    title: {en: Who gives orders, fa: "چه کسی دستور می‌دهد"} # as in the article
`

func TestReadTranslation(t *testing.T) {
	d, err := file.Open(harbourIn(t, persian))
	if err != nil {
		t.Fatal(err)
	}
	fa := d.Network.In("fa")
	if fa.Title != "چه کسی بندر را اداره می‌کند" || fa.Nodes[1].Phrase != "هیئت" || fa.Nodes[1].Names["en"] != "The harbour board" || fa.Relations[0].Verb != "فرمانده … است" {
		t.Errorf("got %q, %+v, %q", fa.Title, fa.Nodes[1], fa.Relations[0].Verb)
	}
	if d.Network.Nodes[0].Names["fa"] != "شورا" || fa.Nodes[2].Label != "کشتی‌سازی برانت" {
		t.Errorf("got names %v and %q", d.Network.Nodes[0].Names, fa.Nodes[2].Label)
	}
	if fa.Relations[4].Verb != "opposes" || fa.LangOf("guild-board", "verb") != "en" {
		t.Error("a text without a translation is not the original")
	}
}

func TestTranslationDiagnostics(t *testing.T) {
	tests := []struct{ name, old, new, want string }{
		{"unknown id", "  board:\n", "  bord:\n", `:9: bord: the network has no node with this id; did you mean board?`},
		{"id of another section", "relations:\n", "relations:\n  board: {verb: x}\n", `:13: board: the network has no relation with this id; take it out, or correct the id`},
		{"id twice", "  board:\n", "  council: {label: x}\n  board:\n", `:9: council: it appears twice; keep one of the two`},
		{"unknown field", "    phrase:", "    frase:", `board: unknown field "frase"`},
		{"field that the original lacks", "  orders:\n    title:", "  orders:\n    subtitle: x\n    title:", `orders: unknown field "subtitle"`},
		{"text that the original lacks", "relations:\n", "speakers:\n  pilot: {role: x}\nrelations:\n", `:13: pilot: the network has no "role" there`},
		{"role of nobody", "      guild: {", "      yard: {", `:24: sinking: the network has no "roles.yard" there`},
		{"third language", "label: {en: The council, fa", "label: {de: Der Rat, fa", `"de" in "label" is neither language of this file`},
		{"of another network", "translates: ostrand", "translates: cable", `:2: it translates "cable", and the network beside it is ostrand`},
		{"in another language than its name says", "lang: fa", "lang: ar", `:3: it is in ar, and its name says fa`},
		{"no network named", "translates: ostrand\n", "", `it has no "translates"`},
		{"a number", "label: هیئت بندر", "label: 12", `"label" must be text`},
		{"text that is too long", `"چه کسی دستور می‌دهد"`, `"چه کسی دستور می‌دهد"}` + "\n    text: {fa: " + strings.Repeat("آ", 601), `has 601 characters, and there is room for 600`},
		{"text direction controls", "fa: شورا}", "fa: \"\\u202eشورا\"}", "U+202E"},
		{"a list", "nodes:\n", "speakers:\n  - text: x\nnodes:\n", "it must be records by their ids"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if !strings.Contains(persian, test.old) {
				t.Fatalf("the translation has no %q", test.old)
			}
			_, err := file.Open(harbourIn(t, strings.Replace(persian, test.old, test.new, 1)))
			if got := diagnosticsOf(t, err); !strings.Contains(got, test.want) || !strings.Contains(got, "harbour.fa.yaml") {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
	path := harbourIn(t, strings.Replace(persian, "  board:\n", "  yard: {label: کارخانه}\n  board:\n", 1))
	if _, err := file.Open(path); !strings.Contains(diagnosticsOf(t, err), "yard: its label is") {
		t.Errorf("a label against the network’s own name: got %v", err)
	}
}

func TestTranslationGaps(t *testing.T) {
	d, err := file.Open(harbourIn(t, persian))
	if err != nil {
		t.Fatal(err)
	}
	tr := d.Translations[0]
	missing := map[string][]string{}
	for _, g := range tr.Missing() {
		missing[g.ID] = g.Fields
	}
	for id, want := range map[string][]string{"": {"summary"}, "council": {"summary"}, "yard": {"summary"}, "guild-board": {"verb"}, "sinking": {"label", "summary", "roles.board"}, "orders": {"text"}} {
		if !slices.Equal(missing[id], want) {
			t.Errorf("%q lacks %q, want %q", id, missing[id], want)
		}
	}
	older := tr.Older()
	if len(older) != 2 || older[0].ID != "board" || older[0].Diff != "" || older[1].ID != "council-board" || older[1].Line != 15 || older[1].Diff != "[-leads-] {+commands+}" {
		t.Errorf("got %+v", older)
	}
}

// TestTranslate writes the missing texts: the existing ones stay unchanged, and a
// second call adds nothing.
func TestTranslate(t *testing.T) {
	path := harbourIn(t, persian)
	name, data, added, err := file.Translate(path, "fa")
	if err != nil {
		t.Fatal(err)
	}
	rest := persian
	for line := range strings.Lines(string(data)) {
		if first, after, _ := strings.Cut(rest, "\n"); first+"\n" == line {
			rest = after
		}
	}
	if rest != "" || added == 0 || filepath.Base(name) != "harbour.fa.yaml" {
		t.Errorf("%d lines added; this is gone:\n%s", added, rest)
	}
	for _, want := range []string{
		"    phrase: {fa: هیئت}\n    summary:\n      en: Runs the harbour.\n      fa:\n",
		"      guild: {en: sank it, fa: آن را غرق کرد}\n      board:\n        en: owned it\n        fa:\n",
		"\nspeakers:\n  text:\n    label:\n      en: The article\n      fa:\n",
	} {
		if !strings.Contains(string(data), want) {
			t.Errorf("there is no %q in\n%s", want, data)
		}
	}
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, again, more, err := file.Translate(path, "fa"); err != nil || more != 0 || string(again) != string(data) {
		t.Errorf("it adds %d more (%v)", more, err)
	}
	if _, fresh, n, err := file.Translate(path, "ar"); err != nil || n < added || !strings.Contains(string(fresh), "lang: ar\n") {
		t.Errorf("a new language: %d texts, %v", n, err)
	}
	if _, _, _, err := file.Translate(path, "en"); err == nil {
		t.Error("a network is translated into its own language")
	}
}

func TestTranslationsAreNotNetworks(t *testing.T) {
	path := harbourIn(t, persian)
	networks, err := file.LoadFolder(filepath.Dir(path))
	if err != nil || len(networks) != 1 || len(networks[0].Translations) != 1 {
		t.Fatalf("got %d networks, %v", len(networks), err)
	}
	// A network whose file name looks like a translation's is still a network.
	other := strings.Replace(string(read(t, "testdata/harbour.yaml")), "id: ostrand", "id: other", 1)
	if err := os.WriteFile(filepath.Join(filepath.Dir(path), "harbour.de.yaml"), []byte(other), 0o644); err != nil {
		t.Fatal(err)
	}
	networks, err = file.LoadFolder(filepath.Dir(path))
	if err != nil || len(networks) != 2 {
		t.Errorf("got %d networks, %v", len(networks), err)
	}
}

// TestShippedTranslations checks that no text of the shipped network is untranslated or
// older than its original, and that each language uses only its own letters and
// punctuation.
func TestShippedTranslations(t *testing.T) {
	d, err := file.Open("")
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Translations) != 2 {
		t.Fatalf("it has %d translations", len(d.Translations))
	}
	foreign := map[string]string{"fa": "يكىة٤٥٦0123456789,;?", "ar": "یکگچپژ‌۴۵۶٤٥٦,;?"}
	for i, tr := range d.Translations {
		for _, g := range append(tr.Missing(), tr.Older()...) {
			t.Errorf("%s: %s: %v %s", tr.Name, g.ID, g.Fields, g.Older)
		}
		for id, fields := range d.Network.Translations[i].Texts {
			for field, text := range fields {
				if at := strings.IndexAny(text, foreign[tr.Lang]); at >= 0 {
					t.Errorf("%s: %s.%s has a sign of another script: %q", tr.Lang, id, field, text)
				}
				if strings.Contains(text, "…") != (field == "verb") && field != "verb" {
					t.Errorf("%s: %s.%s has an ellipsis: %q", tr.Lang, id, field, text)
				}
				if n := strings.Count(text, "…"); field == "verb" && (n > 1 || n == 0 && tr.Lang == "fa" || strings.HasSuffix(text, "…")) {
					t.Errorf("%s: %s doesn’t say where its object goes: %q", tr.Lang, id, text)
				}
				if strings.Count(text, "«") != strings.Count(text, "»") {
					t.Errorf("%s: %s.%s has guillemets without a pair: %q", tr.Lang, id, field, text)
				}
			}
		}
	}
}

func TestTranslationSchema(t *testing.T) {
	parsed, err := jsonschema.UnmarshalJSON(strings.NewReader(string(file.TranslationSchema)))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("translation.schema.json", parsed); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("translation.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	_, skeleton, _, err := file.Translate("testdata/harbour.yaml", "fa")
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"persian": []byte(persian), "fa": read(t, "quds.fa.yaml"), "ar": read(t, "quds.ar.yaml"), "skeleton": skeleton} {
		if err := s.Validate(instance(t, data)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, change := range [][2]string{
		{"translates: ostrand\n", ""}, {"lang: fa\n", ""}, {"format: 1", "format: 2"}, {"phrase:", "frase:"}, {"aliases: [شورای شهر]", "aliases: x"},
		{"  board:\n", "  Board:\n"}, {"label: هیئت بندر", `label: " "`}, {"relations:", "relation:"}, {"  orders:\n", "  orders:\n    state: {}\n"},
	} {
		data := strings.Replace(persian, change[0], change[1], 1)
		if _, err := file.Open(harbourIn(t, data)); err == nil {
			t.Errorf("%q: the reader passes it", change)
		}
		if err := s.Validate(instance(t, []byte(data))); err == nil {
			t.Errorf("%q: the schema passes it", change)
		}
	}
}
