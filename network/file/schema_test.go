package file_test

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"

	"proxynet/network"
	"proxynet/network/file"
)

// schemaNetworks are networks without diagnostics, which the schema must accept.
var schemaNetworks = []string{"quds.yaml", "testdata/harbour.yaml", "example/network.yaml", "testdata/ferry/network.yaml", "example/poyais/network.yaml"}

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", parsedSchema(t)); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func parsedSchema(t *testing.T) map[string]any {
	t.Helper()
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(file.Schema))
	if err != nil {
		t.Fatal(err)
	}
	return parsed.(map[string]any)
}

// instance reads YAML as editors do: each scalar is text unless it is a number or a
// boolean.
func instance(t *testing.T, data []byte) any {
	t.Helper()
	var document yaml.Node
	if err := yaml.Load(data, &document); err != nil {
		t.Fatal(err)
	}
	return plain(t, document.Content[0])
}

func plain(t *testing.T, n *yaml.Node) any {
	t.Helper()
	switch n.Kind {
	case yaml.AliasNode:
		return plain(t, n.Alias)
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			m[n.Content[i].Value] = plain(t, n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		list := []any{}
		for _, item := range n.Content {
			list = append(list, plain(t, item))
		}
		return list
	}
	switch n.ShortTag() {
	case "!!int":
		i, err := strconv.Atoi(n.Value)
		if err != nil {
			t.Fatal(err)
		}
		return i
	case "!!bool":
		return n.Value == "true"
	case "!!null":
		return nil
	}
	return n.Value
}

func TestSchemaPassesSoundNetworks(t *testing.T) {
	s := compileSchema(t)
	for _, path := range schemaNetworks {
		if err := s.Validate(instance(t, read(t, path))); err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
	if err := s.Validate(instance(t, []byte(unsourced))); err != nil {
		t.Errorf("an unsourced network: %v", err)
	}
}

// TestSchemaReportsReadersErrors makes one mistake at a time, which both must
// report.
func TestSchemaReportsReadersErrors(t *testing.T) {
	s := compileSchema(t)
	tests := []struct{ name, old, new string }{
		{"no format", "format: 1\n", ""},
		{"newer format", "format: 1", "format: 2"},
		{"unknown field", "root: council", "root: council\ncolour: red"},
		{"bad id", "id: buoy", "id: Buoy"},
		{"unknown kind of relation", "kind: opposition", "kind: oposition"},
		{"unknown kind of node", "kind: target", "kind: thing"},
		{"unknown status", "status: attributed", "status: atributed"},
		{"unknown manner", "manner: quoted}", "manner: qouted}"},
		{"unsafe address", "https://gazette.example/dredger", "javascript:alert(1)"},
		{"no passages", "summary: Of pilots., passages: [q-guild]", "summary: Of pilots."},
		{"no summary", "summary: Runs the harbour., ", ""},
		{"no root", "root: council\n", ""},
		{"implied without inference", "    inference: The board takes orders from the yard, so the yard gives them.\n", ""},
		{"inference without implied", "verb: opposes", "verb: opposes, inference: So it is."},
		{"passage twice", "passages: [q-answers, q-dredge]", "passages: [q-answers, q-answers]"},
		{"long quote", "exact: The pilots’ guild opposes the board", "exact: " + strings.Repeat("o", 401)},
		{"paragraph 0", "{id: q-guild, paragraph: 4", "{id: q-guild, paragraph: 0"},
		{"date resolved without a note", ", note: The year after the buoy was sunk.", ""},
		{"date that claims nothing known", "{edtf: 2019-21/..,", "{edtf: 2019-21/.., means: perhaps,"},
		{"event that began", "date: 2021", "date: {edtf: 2021, means: began}"},
		{"event known at a date", "date: 2021", "date: {edtf: 2021, means: known}"},
		{"source with a meaning", "{edtf: 2022~,", "{edtf: 2022~, means: within,"},
		{"unknown language", "names: {fa:", "names: {4:"},
		{"step without passages", "    passages: [q-answers, q-orders]\n    state", "    state"},
		{"step at no date", "asOf: 2021-05", "asOf: last May"},
		{"hidden by no word", "relation.opposition", "opposition"},
		{"unknown measure", "size: degree", "size: height"},
		{"kind with a bad id", "root: council", "root: council\nkinds: {nodes: [{id: Ship, like: state, label: Ship}]}"},
		{"kind of no shape", "root: council", "root: council\nkinds: {nodes: [{id: ship, label: Ship, shape: star, colour: blue}]}"},
		{"family of no colour", "root: council", "root: council\nfamilies: [{id: deals, label: Deals, colour: pink}]"},
		{"fact of no type", "root: council", "root: council\nkinds: {facts: [{id: height, label: Height, type: metres}]}"},
		{"chains of one word", "root: council", "root: council\nchains: {one: chain of trade}"},
		{"unknown stage", "{id: guild-board,", "{id: guild-board, legal: [{stage: guilty, date: 2020, passages: [q-guild]}],"},
		{"stage without a date", "{id: guild-board,", "{id: guild-board, legal: [{stage: charged, passages: [q-guild]}],"},
		{"amount in no currency", "{id: buoy,", "{id: buoy, facts: [{kind: amount, value: 1, currency: euros, passages: [q-guild]}],"},
		{"fact without a value", "{id: buoy,", "{id: buoy, facts: [{kind: role, passages: [q-guild]}],"},
		{"denial of nobody’s passage", "{id: guild-board,", "{id: guild-board, against: [{speaker: pilot}],"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			data := harbour(t, test.old, test.new)
			if _, err := file.Read("h", data); err == nil {
				t.Error("the reader passes it")
			}
			if err := s.Validate(instance(t, data)); err == nil {
				t.Error("the schema passes it")
			}
		})
	}
}

// TestSchemaHasReadersFields compares the fields of each record that the
// reader lists for an unknown field with the schema's properties.
func TestSchemaHasReadersFields(t *testing.T) {
	schema := parsedSchema(t)
	definitions := schema["$defs"].(map[string]any)
	tests := []struct {
		name     string
		old, new string // after this, the unknown field is inserted
		schema   any
	}{
		{"the file", "root: council", "root: council\nzzz: 1", schema},
		{"source", "    author: T. Holm", "    author: T. Holm\n    zzz: 1", definitions["source"]},
		{"speaker", "{id: pilot,", "{id: pilot, zzz: 1,", definitions["speaker"]},
		{"passage", "{id: q-guild,", "{id: q-guild, zzz: 1,", definitions["passage"]},
		{"node", "{id: buoy,", "{id: buoy, zzz: 1,", definitions["node"]},
		{"relation", "{id: guild-board,", "{id: guild-board, zzz: 1,", definitions["relation"]},
		{"event", "  - id: sinking", "  - id: sinking\n    zzz: 1", definitions["event"]},
		{"participant", "{node: guild,", "{node: guild, zzz: 1,", definitions["participant"]},
		{"date", "{edtf: 2019-21/..,", "{edtf: 2019-21/.., zzz: 1,", definitions["date"].(map[string]any)["anyOf"].([]any)[1]},
		{"step", "  - id: orders", "  - id: orders\n    zzz: 1", definitions["step"]},
		{"look", "state: {select: council-board,", "state: {zzz: 1, select: council-board,", definitions["look"]},
		{"ends", "chain: {from: yard,", "chain: {zzz: 1, from: yard,", definitions["ends"]},
		{"accept", "root: council", "root: council\naccept: [{zzz: 1, rule: a, of: b, why: c}]", definitions["accept"]},
		{"kinds", "root: council", "root: council\nkinds: {zzz: 1}", definitions["kinds"]},
		{"kind of node", "root: council", "root: council\nkinds: {nodes: [{zzz: 1, id: a, label: A, like: state}]}", definitions["nodeTerm"]},
		{"kind of relation", "root: council", "root: council\nkinds: {relations: [{zzz: 1, id: a, label: A, family: other}]}", definitions["relationTerm"]},
		{"kind of fact", "root: council", "root: council\nkinds: {facts: [{zzz: 1, id: a, label: A, type: role}]}", definitions["factTerm"]},
		{"family", "root: council", "root: council\nfamilies: [{zzz: 1, id: a, label: A, like: other}]", definitions["familyTerm"]},
		{"chains", "root: council", "root: council\nchains: {zzz: 1, one: a, other: b}", definitions["chainTerm"]},
		{"fact", "{id: buoy,", "{id: buoy, facts: [{zzz: 1, kind: amount, value: 1, currency: EUR, passages: [q-guild]}],", definitions["fact"]},
		{"against", "{id: guild-board,", "{id: guild-board, against: [{zzz: 1, speaker: pilot, passages: [q-guild]}],", definitions["denial"].(map[string]any)["anyOf"].([]any)[1]},
		{"legal stage", "{id: guild-board,", "{id: guild-board, legal: [{zzz: 1, stage: charged, date: 2020, passages: [q-guild]}],", definitions["stage"]},
	}
	known := regexp.MustCompile(`unknown field "zzz"; write one of: (.*)`)
	covered := 0
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := file.Read("h", harbour(t, test.old, test.new))
			found := known.FindStringSubmatch(diagnosticsOf(t, err))
			if found == nil {
				t.Fatalf("the reader knows such a field: %v", err)
			}
			reader := strings.Split(found[1], ", ")
			properties := keys(test.schema.(map[string]any)["properties"].(map[string]any))
			sort.Strings(reader)
			if !slices.Equal(reader, properties) {
				t.Errorf("the reader knows %v\nthe schema     %v", reader, properties)
			}
			for _, name := range test.schema.(map[string]any)["required"].([]any) {
				if !slices.Contains(properties, name.(string)) {
					t.Errorf("the schema requires %s, which it doesn't know", name)
				}
			}
		})
		covered++
	}
	records := 0
	for name, d := range definitions {
		if d := d.(map[string]any); d["type"] == "object" || d["anyOf"] != nil && name != "label" {
			records++
		}
	}
	if records != covered-1 {
		t.Errorf("the schema defines %d records, and %d are compared", records, covered-1)
	}
}

func keys(m map[string]any) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

func wordsOf[T ~string](list []T) []string {
	words := make([]string, len(list))
	for i, w := range list {
		words[i] = string(w)
	}
	return words
}

func TestSchemaHasEveryTerm(t *testing.T) {
	definitions := parsedSchema(t)["$defs"].(map[string]any)
	var nodes, relations, statuses, manners, speakers, meanings []string
	for _, k := range network.NodeKinds {
		nodes = append(nodes, string(k))
	}
	for _, k := range network.RelationKinds {
		relations = append(relations, string(k.Kind))
	}
	for _, s := range network.Statuses {
		statuses = append(statuses, string(s))
	}
	for _, m := range network.Manners {
		manners = append(manners, string(m))
	}
	for _, k := range network.SpeakerKinds {
		speakers = append(speakers, string(k))
	}
	for _, m := range network.Meanings {
		meanings = append(meanings, string(m))
	}
	dated := definitions["date"].(map[string]any)["anyOf"].([]any)[1].(map[string]any)["properties"].(map[string]any)
	property := func(record, name string) any {
		return definitions[record].(map[string]any)["properties"].(map[string]any)[name]
	}
	tests := []struct {
		name   string
		schema any
		want   []string
	}{
		{"kinds of nodes", definitions["nodeKind"], nodes},
		{"kinds of relations", definitions["relationKind"], relations},
		{"families", definitions["family"], wordsOf(network.Families)},
		{"shapes", property("nodeTerm", "shape"), wordsOf(network.Shapes)},
		{"colours of nodes", property("nodeTerm", "colour"), wordsOf(network.NodeColours)},
		{"colours of lines", property("familyTerm", "colour"), wordsOf(network.LineColours)},
		{"strokes", definitions["line"], wordsOf(network.Lines)},
		{"ends", definitions["end"], wordsOf(network.Ends)},
		{"types of facts", property("factTerm", "type"), wordsOf(network.FactTypes)},
		{"legal stages", property("stage", "stage"), wordsOf(network.LegalStages)},
		{"objections", definitions["denial"].(map[string]any)["anyOf"].([]any)[1].(map[string]any)["properties"].(map[string]any)["says"], wordsOf(network.Objections)},
		{"statuses", definitions["status"], statuses},
		{"manners", property("passage", "manner"), manners},
		{"kinds of speakers", property("speaker", "kind"), speakers},
		{"meanings of dates", dated["means"], meanings},
	}
	for _, test := range tests {
		var got []string
		for _, v := range test.schema.(map[string]any)["enum"].([]any) {
			got = append(got, v.(string))
		}
		slices.Sort(got)
		slices.Sort(test.want)
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: the schema has %v, the reader %v", test.name, got, test.want)
		}
	}
	version := fmt.Sprint(parsedSchema(t)["properties"].(map[string]any)["format"].(map[string]any)["const"])
	if version != fmt.Sprint(network.FormatVersion) {
		t.Errorf("the schema is of format %s, the reader reads up to %d", version, network.FormatVersion)
	}
}
