package file_test

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/network/file"
)

const ferry = "testdata/ferry/network.yaml"

// TestOwnTerms reads a network that declares every kind of term.
func TestOwnTerms(t *testing.T) {
	n, err := file.LoadProved(ferry)
	if err != nil {
		t.Fatal(err)
	}
	terms := n.Terms()
	if got := terms.NodeKinds()[:3]; !reflect.DeepEqual(got, []network.NodeKind{"company", "official", network.State}) {
		t.Errorf("kinds of nodes begin with %v", got)
	}
	if k := terms.RelationKind("owns"); k == nil || k.Family != "property" || !k.Directed || !k.Chains || k.End != "triangle" {
		t.Errorf("got %+v", k)
	}
	if got := terms.ColourOf("official"); got != network.Force {
		t.Errorf("an official has the colours of %q", got)
	}
	if got := terms.ShapeOf("company"); got != network.Organisation {
		t.Errorf("a company has the shape of %q", got)
	}
	if text, lang := n.Vocabulary.Chain.Other.In("fa", "en"); text != "زنجیره‌های مالکیت" || lang != "fa" {
		t.Errorf("chains are called %q in %s", text, lang)
	}
	paid := find(t, n, "karl-nora")
	if got := paid.Against; len(got) != 1 || got[0].Speaker != "nora-says" || got[0].Says != network.Denies || got[0].Date.EDTF != "2019-06" {
		t.Errorf("against it: %+v", got)
	}
	if got := paid.Facts; len(got) != 1 || got[0].Value != "40000" || got[0].Currency != "EUR" || terms.FactType(got[0].Kind) != network.Amount {
		t.Errorf("facts: %+v", got)
	}
	owned := find(t, n, "karl-alder")
	backing := n.Backings()
	if b := backing(&owned); !reflect.DeepEqual(b, network.Backing{For: []string{"article"}, Against: []string{"register"}}) {
		t.Errorf("backing: %+v", b)
	}
	if b := backing(&paid); len(b.Against) != 0 {
		t.Errorf("a source that reports a denial is said to contradict: %+v", b)
	}
	for _, test := range []struct {
		at   string
		want network.LegalStage
	}{{"2019-04", ""}, {"2019-05", "investigated"}, {"2020", "charged"}, {"2021-11", "acquitted"}, {"", "acquitted"}} {
		var at *network.DateRange
		if m, err := network.ParseDateRange(test.at); err == nil {
			at = &m
		}
		var got network.LegalStage
		if s := paid.StageAt(at); s != nil {
			got = s.Stage
		}
		if got != test.want {
			t.Errorf("at %q the stage is %q, want %q", test.at, got, test.want)
		}
	}
}

// TestOwnTermsSurvive writes the network and reads it again, in YAML and in JSON.
func TestOwnTermsSurvive(t *testing.T) {
	n, err := file.Load(ferry)
	if err != nil {
		t.Fatal(err)
	}
	again, err := file.Read("again", file.Encode(n))
	if err != nil {
		t.Fatalf("%v\n%s", err, file.Encode(n))
	}
	if !reflect.DeepEqual(again.Network, n) {
		t.Errorf("YAML:\n%s", file.Encode(again.Network))
	}
	data, err := network.Encode(n)
	if err != nil {
		t.Fatal(err)
	}
	decoded, err := network.Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	if second, err := network.Encode(decoded); err != nil || !bytes.Equal(second, data) {
		t.Errorf("JSON: %v\n%s", err, second)
	}
}

// TestEncodeOmitsUnusedTerms checks that terms not used by a network are not written.
func TestEncodeOmitsUnusedTerms(t *testing.T) {
	for _, path := range []string{"", "example/network.yaml", "testdata/harbour.yaml"} {
		n, err := file.Load(path)
		if err != nil {
			t.Fatal(err)
		}
		data, err := network.Encode(n)
		if err != nil {
			t.Fatal(err)
		}
		for _, field := range []string{"vocabulary", "against", "legal", "facts"} {
			if bytes.Contains(data, []byte(`"`+field+`"`)) {
				t.Errorf("%q has %s", path, field)
			}
		}
	}
}

// TestTermDiagnostics makes one mistake at a time.
func TestTermDiagnostics(t *testing.T) {
	sound := string(read(t, ferry))
	tests := []struct{ name, old, new, want string }{
		{"kind that nobody declared", "kind: official,", "kind: mayor,", `nora: unknown kind "mayor"; write one of: company, official, state, force, person, alliance, group, organisation, people, target, unknown; or declare it in “kinds: {nodes: …}”`},
		{"relation of a kind that nobody declared", "kind: awards,", "kind: shareholder,", `unknown kind "shareholder"; write one of: owns, awards, pays, kin,`},
		{"company without a declaration", "kind: official,", "kind: bank,", `unknown kind "bank"; did you mean organisation? To keep the word, declare it in “kinds: {nodes: …}”`},
		{"declared, in capitals", "kind: company, summary: Owns", "kind: Company, summary: Owns", "unknown kind \"Company\"; did you mean company, whose label that is?"},
		{"spelt otherwise", "kind: person, summary: Her", "kind: organization, summary: Her", `did you mean organisation? To keep the word, declare it`},
		{"in capitals", "kind: awards,", "kind: Awards,", `unknown kind "Awards"; did you mean awards?`},
		{"alleged as a status", "status: attributed", "status: alleged", "did you mean attributed, if the source says who alleges it, or ambiguous?"},
		{"address of a claim", "verb: owns,", "verb: owns, url: https://register.example/1,", `unknown field "url"`},
		{"kind that looks like nothing", ", like: organisation}", "}", "company: no look is given for nodes of this kind"},
		{"kind in no family", "family: deals, line: solid", "family: deal, line: solid", `pays: unknown family "deal"; did you mean deals?`},
		{"kind without a label", "label: Official, ", "", `official: it has no "label"`},
		{"kind twice", "{id: official,", "{id: company,", "the kind of node appears twice, first in line"},
		{"undirected chains", "chains: true, end", "directed: false, chains: true, end", "chains are made of it, and it has no direction"},
		{"chains of nothing", "chains: true, ", "", "it names chains, and no kind of relation forms any"},
		{"denial without a speaker", ", speaker: nora-says, manner: paraphrased", "", "karl-nora, against 1: it is against the claim, but no speaker is given; write “against: [{speaker: ID, passages: [q-never]}]”"},
		{"denial without a passage", "{date: 2019-06, passages: [q-never]}", "{speaker: nora-says, date: 2019-06}", "karl-nora, against 1: no passage says so"},
		{"denial by an unknown speaker", "{date: 2019-06,", "{speaker: norah-says, date: 2019-06,", `unknown speaker "norah-says" in "speaker"; did you mean nora-says?`},
		{"passage for and against", "against: [{date: 2019-06, passages: [q-never]}]", "against: [q-paid]", "passage q-paid is for it and against it, in the same voice"},
		{"stage in other words", "stage: charged", "stage: indicted", `unknown stage "indicted"; did you mean charged?`},
		{"stage without a date", "date: 2020-03, ", "", "karl-nora, legal stage 2: it has no date"},
		{"stages out of order", "date: 2021-11", "date: 2019-01", "it is before the stage above it"},
		{"legal stage as a status", "status: attributed", "status: convicted", "write the status of the claim itself, and “legal: [{stage: convicted"},
		{"denied as a status", "status: attributed", "status: denied", "name the denial in “against:"},
		{"amount in no number", `"40,000"`, "forty thousand", `"value" must be a number; write for example 40000 or 12.5`},
		{"amount in no currency", ", currency: EUR", "", `it has no "currency"`},
		{"currency that is none", "currency: EUR", "currency: euros", `bad currency "euros"; write its code in ISO 4217`},
		{"more than the whole", "value: 60%", "value: 160%", "a share of 160 percent is more than the whole"},
		{"fact without a passage", "value: Eskholm, passages: [r-seat]", "value: Eskholm", "sound, fact 1: no passage says so"},
		{"share as a field", "verb: owns,", "verb: owns, share: 60%,", `unknown field "share"; write it as a fact: “facts: [{kind: share, value: 60%, passages: [ID]}]”`},
		{"amount as a field", "verb: owns,", "verb: owns, amount: 40000,", `unknown field "amount"; write it as a fact: “facts: [{kind: amount`},
		{"country as a field", "{id: nora, label", "{id: nora, country: Norland, label", `unknown field "country"; write it as a fact: “facts: [{kind: place`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := strings.Replace(sound, test.old, test.new, 1)
			if text == sound {
				t.Fatalf("%q is not in the network", test.old)
			}
			_, err := file.Read("f", []byte(text))
			if got := diagnosticsOf(t, err); !strings.Contains(got, test.want) {
				t.Errorf("got  %s\nwant %s", got, test.want)
			} else if declare := "To keep the word"; strings.Contains(got, declare) != strings.Contains(test.want, declare) {
				t.Errorf("got  %s\nwant nothing but %s", got, test.want)
			}
		})
	}
}

// TestPresets starts a network with each preset, and fills in its form.
func TestPresets(t *testing.T) {
	if got, want := strings.Join(file.Presets, " "), "conflict corporate court family history"; got != want {
		t.Fatalf("presets: %s, want %s", got, want)
	}
	for _, preset := range file.Presets {
		for _, lang := range []string{"en", "fa", "de"} {
			t.Run(preset+" "+lang, func(t *testing.T) { fillIn(t, preset, lang) })
		}
	}
}

// fillIn returns the network in a preset's form, with its comments uncommented, and an
// article made of its quotes.
func fillIn(t *testing.T, preset, lang string) {
	dir := filepath.Join(t.TempDir(), "form")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	article := filepath.Join(dir, "article.txt")
	if err := os.WriteFile(article, []byte("A headline\n\nWords.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := file.Start(dir, article, lang, preset, false); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, file.NetworkName)
	text := string(read(t, path))
	text = strings.ReplaceAll(text, "  # - {id:", "  - {id:")
	text = strings.Replace(text, "summary:\n", "summary: S.\n", 1)
	nodes := text[strings.Index(text, "\nnodes:\n"):]
	_, first, _ := strings.Cut(nodes, "{id: ")
	root, _, _ := strings.Cut(first, ",")
	text = strings.Replace(text, "\nroot:\n", "\nroot: "+root+"\n", 1)
	text = strings.Replace(text, "\npassages:\n", "\n  - {id: prosecutor, label: P, kind: institution}\n  - {id: lind-says, label: L, kind: named}\npassages:\n", 1)
	n, err := file.Read(path, []byte(text))
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	offers := n.Network.Terms().Chains()
	if want := preset != "court"; offers != want || want != strings.Contains(text, "\nroot:") {
		t.Errorf("it offers chains: %t, want %t", offers, want)
	}
	v := n.Network.Vocabulary
	if (v == nil) != (preset == file.Conflict) {
		t.Errorf("the vocabulary is %v", v)
	}
	for _, l := range []string{"en", "fa", "ar"} {
		for _, label := range labels(v) {
			if label[l] == "" {
				t.Errorf("no words in %s beside %v", l, label)
			}
		}
	}
}

// labels lists every label of a vocabulary.
func labels(v *network.Vocabulary) []network.Label {
	if v == nil {
		return nil
	}
	var all []network.Label
	for _, t := range v.Nodes {
		all = append(all, t.Label)
	}
	for _, t := range v.Families {
		all = append(all, t.Label)
	}
	for _, t := range v.Relations {
		all = append(all, t.Label)
	}
	for _, t := range v.Facts {
		all = append(all, t.Label)
	}
	if v.Chain != nil {
		all = append(all, v.Chain.One, v.Chain.Other)
	}
	return all
}

func TestUnknownPreset(t *testing.T) {
	_, err := file.Start(t.TempDir(), "testdata/harbour.txt", "en", "crime", false)
	if err == nil || !strings.Contains(err.Error(), "unknown preset “crime”: write one of conflict, corporate, court, family, history") && !strings.Contains(err.Error(), "write one of conflict, corporate") {
		t.Errorf("got %v", err)
	}
}
