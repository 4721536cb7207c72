package compare_test

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/file/compare"
	"proxynet/network/file/edit"
)

// example returns the text of the example network with replacements.
func example(t *testing.T, oldnew ...string) []byte {
	t.Helper()
	data, err := os.ReadFile("../example/network.yaml")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for i := 0; i < len(oldnew); i += 2 {
		if !strings.Contains(text, oldnew[i]) {
			t.Fatalf("the example has no %q", oldnew[i])
		}
		text = strings.Replace(text, oldnew[i], oldnew[i+1], 1)
	}
	return []byte(text)
}

func read(t *testing.T, data []byte) *network.Network {
	t.Helper()
	d, err := file.Read("network.yaml", data)
	if err != nil {
		t.Fatal(err)
	}
	return d.Network
}

func renamed(t *testing.T, data []byte, old, id string) []byte {
	t.Helper()
	c, err := edit.Rename(data, old, id)
	if err != nil {
		t.Fatal(err)
	}
	data, err = edit.Apply(data, c.Edits)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestCompareTheSame(t *testing.T) {
	before := example(t)
	after := append([]byte("# another comment\n"), before...)
	c := compare.Networks(read(t, before), read(t, after))
	var b bytes.Buffer
	if err := c.WriteText(&b); err != nil {
		t.Fatal(err)
	}
	if !c.IsEmpty() || len(c.Renamed) > 0 || b.String() != "both claim the same\n" {
		t.Errorf("got %s", b.String())
	}
	// The page expects lists, never null.
	data, err := json.Marshal(c)
	if err != nil || string(data) != `{"added":[],"changed":[],"removed":[],"renamed":[]}` {
		t.Errorf("got %s, %v", data, err)
	}
}

// TestCompareRenamed checks that renaming a node, a relation, a passage and a speaker
// changes no claim.
func TestCompareRenamed(t *testing.T) {
	before := example(t)
	after := before
	for old, id := range map[string]string{"atlantic": "a-company", "field-founds": "who-founded", "p3-founded": "p3-other", "inquiry": "the-inquiry"} {
		after = renamed(t, after, old, id)
	}
	c := compare.Networks(read(t, before), read(t, after))
	if !c.IsEmpty() || len(c.Renamed) != 3 {
		t.Errorf("got %+v", c)
	}
}

func TestCompareChanges(t *testing.T) {
	before := example(t)
	for _, test := range []struct {
		name  string
		after []byte
		want  string
	}{
		{
			"a label is one change, not one for each relation of the node",
			example(t, "label: Wildman Whitehouse", "label: Edward Whitehouse"),
			"~ node whitehouse: Edward Whitehouse\n    label before: Wildman Whitehouse\n    label after:  Edward Whitehouse\n0 added, 1 changed, 0 removed\n",
		},
		{
			"a quote",
			example(t, `exact: "It made Bright its chief engineer"`, `exact: "made Bright its chief engineer"`),
			"    quote before: “It made Bright its chief engineer” — The article, in The cable under the Atlantic\n    quote after:  “made Bright",
		},
		{
			"a summary",
			example(t, "summary: >-\n  The companies", "summary: >-\n  Some companies"),
			"~ network cable: ",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := compare.Networks(read(t, before), read(t, test.after))
			var b bytes.Buffer
			if err := c.WriteText(&b); err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(b.String(), test.want) {
				t.Errorf("got\n%swant in it\n%s", b.String(), test.want)
			}
		})
	}
}

// TestCompareAddedAndRemoved removes a relation; in the other direction it is added,
// with its quotes.
func TestCompareAddedAndRemoved(t *testing.T) {
	before := example(t)
	change, err := edit.Remove(before, "inquiry-fault", "pender-chairs")
	if err != nil {
		t.Fatal(err)
	}
	after, err := edit.Apply(before, change.Edits)
	if err != nil {
		t.Fatal(err)
	}
	c := compare.Networks(read(t, before), read(t, after))
	if len(c.Removed) != 2 || c.Removed[0].ID != "inquiry-fault" || c.Removed[1].ID != "pender-chairs" || len(c.Added) != 0 {
		t.Errorf("got %+v", c)
	}
	c = compare.Networks(read(t, after), read(t, before))
	if len(c.Added) != 2 || len(c.Added[1].Quotes) == 0 || !strings.Contains(c.Added[1].Quotes[0], "the Manchester merchant John Pender") {
		t.Errorf("got %+v", c)
	}
}
