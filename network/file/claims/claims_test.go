package claims_test

import (
	"os"
	"strings"
	"testing"

	"proxynet/network/file"
	"proxynet/network/file/claims"
)

// TestHash checks that the hash of a claim depends on the claim's content and on
// nothing else.
func TestHash(t *testing.T) {
	data, err := os.ReadFile("../example/network.yaml")
	if err != nil {
		t.Fatal(err)
	}
	hash := func(text string) string {
		t.Helper()
		d, err := file.Read("network.yaml", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range claims.Of(d.Network) {
			if c.ID == "field-founds" {
				return c.Hash()
			}
		}
		t.Fatal("the claim is gone")
		return ""
	}
	text := string(data)
	first := hash(text)
	for _, test := range []struct {
		name, old, new string
		changes        bool
	}{
		{"a comment", "# What the picture leads with", "# Leads with", false},
		{"another claim", "It made Bright its chief engineer", "made Bright its chief engineer", false},
		{"the number of its paragraph", "{id: p3-founded, paragraph: 3, exact", "{id: p3-founded, exact", false},
		{"the id of its passage", "p3-founded", "p3-begun", false},
		{"its quote", "was founded in London in 1856", "founded in London in 1856", true},
		{"words before its quote", "{id: p3-founded, paragraph: 3,", "{id: p3-founded, paragraph: 3, prefix: x,", true},
		{"the label of its end", "label: Cyrus Field", "label: C. W. Field", true},
		{"the speaker of its quote", "{id: voice, label: The article", "{id: voice, label: Another", true},
	} {
		changed := text
		if test.old == "p3-founded" {
			changed = strings.ReplaceAll(text, test.old, test.new)
		} else {
			changed = strings.Replace(text, test.old, test.new, 1)
		}
		if changed == text {
			t.Fatalf("%s: the example has no %q", test.name, test.old)
		}
		if got := hash(changed) != first; got != test.changes {
			t.Errorf("%s: the hash changes: got %v, want %v", test.name, got, test.changes)
		}
	}
}
