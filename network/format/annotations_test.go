package format_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/format"
)

// TestAnnotations checks the annotations against the requirements of the W3C model.
func TestAnnotations(t *testing.T) {
	n, err := file.Load("")
	if err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{"", "https://example.org/quds/"} {
		outputs, _, err := format.Export(n, "annotations", format.ExportOptions{Address: address})
		if err != nil {
			t.Fatal(err)
		}
		var c struct {
			Context string `json:"@context"`
			ID      string
			Type    string
			Total   int
			First   struct {
				Type, PartOf string
				Items        []struct {
					ID, Type, Motivation string
					Creator              map[string]string
					Body                 []map[string]string
					Target               struct {
						Type     string
						Source   string
						Selector []map[string]any
					}
				}
			}
		}
		if err := json.Unmarshal(outputs[0].Data, &c); err != nil {
			t.Fatal(err)
		}
		if c.Context != "http://www.w3.org/ns/anno.jsonld" || c.Type != "AnnotationCollection" || c.First.PartOf != c.ID || c.Total != len(n.Passages) || len(c.First.Items) != c.Total {
			t.Errorf("got a collection %q, %q with %d of %d", c.Context, c.Type, len(c.First.Items), c.Total)
		}
		seen := map[string]bool{}
		for i, a := range c.First.Items {
			p := n.Passages[i]
			if a.Type != "Annotation" || seen[a.ID] || !strings.HasPrefix(a.ID, "urn:uuid:") || a.Creator["name"] == "" || a.Target.Source == "" {
				t.Errorf("%s: got %+v", p.ID, a)
			}
			seen[a.ID] = true
			if s := a.Target.Selector; s[0]["type"] != "TextQuoteSelector" || s[0]["exact"] != p.Selector.Exact || s[1]["type"] != "TextPositionSelector" ||
				s[1]["start"] != float64(p.Position.Start) || s[1]["end"] != float64(p.Position.End) {
				t.Errorf("%s: got selectors %v", p.ID, s)
			}
			links := 0
			for _, b := range a.Body {
				if b["type"] == "SpecificResource" && b["purpose"] == "linking" && (address == "" || strings.HasPrefix(b["source"], address+"#select=")) {
					links++
				} else if b["type"] != "TextualBody" || b["value"] == "" {
					t.Errorf("%s: got body %v", p.ID, b)
				}
			}
			if links == 0 && p.ID != "p11-blinken" && !introduces(n, p.ID) {
				t.Errorf("%s links to nothing", p.ID)
			}
		}
	}
}

// introduces reports whether only speakers or the story cite a passage.
func introduces(n *network.Network, id string) bool {
	for _, s := range n.Speakers {
		if slices.Contains(s.Passages, id) {
			return true
		}
	}
	for _, s := range n.Story {
		if slices.Contains(s.Passages, id) {
			return true
		}
	}
	return false
}
