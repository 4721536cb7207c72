package file_test

import (
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/network/file"
)

// TestEncode encodes every valid network in the repository and reads the result.
func TestEncode(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	sound := 0
	for _, path := range append(paths, "quds.yaml") {
		want, err := file.Load(path)
		if err != nil {
			continue
		}
		sound++
		want.Translations = nil // they are in separate files
		t.Run(filepath.Base(path), func(t *testing.T) { encodes(t, want) })
	}
	if sound < 2 {
		t.Errorf("only %d networks are sound", sound)
	}
}

// encodes fails the test if reading the encoded network doesn't return the same
// network.
func encodes(t *testing.T, want *network.Network) {
	t.Helper()
	data := file.Encode(want, "A comment.")
	d, err := file.Read("written", data)
	if err != nil {
		t.Fatalf("it can't be read again: %v\n%s", err, data)
	}
	if !reflect.DeepEqual(d.Network, want) {
		t.Errorf("got %+v, want %+v", d.Network, want)
	}
	if again := file.Encode(d.Network, "A comment."); string(again) != string(data) {
		t.Error("writing it again gives another file")
	}
}

func TestEncodeTexts(t *testing.T) {
	texts := []string{
		"plain words", "a: b", "a #b", "- a", "#", "true", "No", "null", "~", "12", "1.5", "2020-01-03", "0x1f", ".5", "a, b", "{a}", "[a]", "*a", "&a", "!a", "%a",
		"'a'", `"a"`, `a\b`, "a'b", "it’s “so”", "ends.", "a:", "? a", "| a", "> a", "@a", "`a", "تهران", "حزب‌الله", "東京", "é", "👩‍🚀", "a\u00a0b", "a, b; c? d!", "a\u00adb", "=", "<<", "---", "...", "1_000", "1:30",
	}
	for _, text := range texts {
		t.Run(text, func(t *testing.T) {
			encodes(t, &network.Network{
				Format: 1, ID: "t", Title: text, Summary: "S", Lang: "en", Unsourced: true,
				Sources: []network.Source{}, Speakers: []network.Speaker{}, Passages: []network.Passage{}, Events: []network.Event{},
				Nodes: []network.Node{
					{ID: "12", Label: text, Phrase: text, Aliases: []string{text, "b"}, Names: map[string]string{"no": text, "fa": "b"}, Kind: network.Unknown, Summary: text},
					{ID: "true", Label: text, Kind: network.Unknown},
				},
				Relations: []network.Relation{{ID: "null", From: "12", To: "true", Directed: true, Kind: "tie", Verb: text, Status: network.Unsourced, Note: text}},
			})
		})
	}
}

func TestEncodedCommentsStayComments(t *testing.T) {
	data := string(file.Encode(&network.Network{Format: 1, ID: "t", Title: "T"}, "from a\nformat: 2\r\u2028b: c\u0000"))
	for line := range strings.Lines(data) {
		if strings.Contains(line, "format: 2") && !strings.HasPrefix(line, "#") {
			t.Errorf("a comment became %q", line)
		}
	}
}
